-- By what a customer finds their claim again: SHA-256 of its key and of its link. A projection, rebuilt from the facts.
CREATE TABLE claim_keys (
  stream_id BLOB NOT NULL,
  matter_id BLOB NOT NULL,
  command_id BLOB NOT NULL,
  key_hash BLOB NOT NULL,
  link_hash BLOB NOT NULL,
  PRIMARY KEY (stream_id, matter_id)
) WITHOUT ROWID;
CREATE INDEX claim_keys_key ON claim_keys (key_hash);
CREATE INDEX claim_keys_link ON claim_keys (link_hash);
