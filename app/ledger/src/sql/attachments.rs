//! Pictures and documents, one at a time: they are large.

statements! {
    ATTACHMENT_ADD = "INSERT INTO attachments (stream_id, attachment_id, version, media, salt, bytes)
        VALUES ($1, $2, $3, $4, $5, $6)";
    ATTACHMENT = "SELECT salt, bytes FROM attachments WHERE stream_id = $1 AND attachment_id = $2";
    /// The line that points to it.
    ATTACHMENT_FACT = "SELECT f.version, f.sealed FROM attachments a
        JOIN facts f ON f.stream_id = a.stream_id AND f.version = a.version
        WHERE a.stream_id = $1 AND a.attachment_id = $2";
    /// The lines that point to any of an account's; their bytes are not touched.
    ATTACHMENT_FACTS = "SELECT f.version, f.sealed FROM attachments a
        JOIN facts f ON f.stream_id = a.stream_id AND f.version = a.version
        WHERE a.stream_id = $1";
}
