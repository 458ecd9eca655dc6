//! By what a customer finds their claim again, and the receipt of it.

statements! {
    CLAIM_BY_KEY = "SELECT stream_id, matter_id FROM claim_keys WHERE key_hash = $1";
    CLAIM_BY_LINK = "SELECT stream_id, matter_id FROM claim_keys WHERE link_hash = $1";
    /// Which versions the command gave that took a claim in.
    CLAIM_TAKEN_IN = "SELECT c.first_version, c.last_version FROM claim_keys k
        JOIN commands c ON c.stream_id = k.stream_id AND c.command_id = k.command_id
        WHERE k.stream_id = $1 AND k.matter_id = $2";
    /// From the first up to a version: what its head is made of.
    LEAVES_TO = "SELECT leaf FROM facts WHERE stream_id = $1 AND version <= $2 ORDER BY version";
    CLAIM_KEYS = "SELECT matter_id, command_id, key_hash, link_hash FROM claim_keys
        WHERE stream_id = $1 ORDER BY matter_id";
    CLAIM_KEYS_DROP = "DELETE FROM claim_keys WHERE stream_id = $1";
    STREAMS_IN_CLAIM_KEYS = "SELECT DISTINCT stream_id FROM claim_keys
        WHERE stream_id >= $1 ORDER BY stream_id LIMIT $2";
}

rows! {
    claim_keys_put = "CLAIM_KEYS_PUT", "INSERT INTO claim_keys
        (stream_id, matter_id, command_id, key_hash, link_hash) VALUES ", 5,
        "ON CONFLICT (stream_id, matter_id) DO UPDATE SET command_id = excluded.command_id,
          key_hash = excluded.key_hash, link_hash = excluded.link_hash";
}
