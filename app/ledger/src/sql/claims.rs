//! By what a customer finds again what they took away: a claim by its key or its link, a signed promise by its link.

statements! {
    CLAIM_BY_KEY = "SELECT stream_id, matter_id FROM takeaways WHERE key_hash = $1";
    CLAIM_BY_LINK = "SELECT stream_id, matter_id FROM takeaways
        WHERE link_hash = $1 AND key_hash IS NOT NULL";
    /// The promise, and the version of the line that signed it.
    SIGNED_BY_LINK = "SELECT t.stream_id, t.matter_id, c.last_version FROM takeaways t
        JOIN commands c ON c.stream_id = t.stream_id AND c.command_id = t.command_id
        WHERE t.link_hash = $1 AND t.key_hash IS NULL";
    /// Which versions the command gave that took a claim in.
    CLAIM_TAKEN_IN = "SELECT c.first_version, c.last_version FROM takeaways t
        JOIN commands c ON c.stream_id = t.stream_id AND c.command_id = t.command_id
        WHERE t.stream_id = $1 AND t.matter_id = $2 AND t.key_hash IS NOT NULL";
    /// From the first up to a version: what its head is made of.
    LEAVES_TO = "SELECT leaf FROM facts WHERE stream_id = $1 AND version <= $2 ORDER BY version";
    TAKEAWAYS = "SELECT matter_id, command_id, key_hash, link_hash FROM takeaways
        WHERE stream_id = $1 ORDER BY matter_id, command_id";
    TAKEAWAYS_DROP = "DELETE FROM takeaways WHERE stream_id = $1";
    STREAMS_IN_TAKEAWAYS = "SELECT DISTINCT stream_id FROM takeaways
        WHERE stream_id >= $1 ORDER BY stream_id LIMIT $2";
}

rows! {
    takeaways_put = "TAKEAWAYS_PUT", "INSERT INTO takeaways
        (stream_id, matter_id, command_id, key_hash, link_hash) VALUES ", 5,
        "ON CONFLICT (stream_id, matter_id, command_id) DO UPDATE SET key_hash = excluded.key_hash,
          link_hash = excluded.link_hash";
}
