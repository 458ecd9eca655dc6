-- By what customers find again what they took away: a claim by its key and its link, a signed promise by its link, one
-- row for each signature. What was known of claims moves here. A projection, rebuilt from the facts.
CREATE TABLE takeaways (
  stream_id BLOB NOT NULL,
  matter_id BLOB NOT NULL,
  command_id BLOB NOT NULL,
  key_hash BLOB,
  link_hash BLOB NOT NULL,
  PRIMARY KEY (stream_id, matter_id, command_id)
) WITHOUT ROWID;
INSERT INTO takeaways (stream_id, matter_id, command_id, key_hash, link_hash)
  SELECT stream_id, matter_id, command_id, key_hash, link_hash FROM claim_keys;
DROP TABLE claim_keys;
CREATE INDEX takeaways_key ON takeaways (key_hash);
CREATE INDEX takeaways_link ON takeaways (link_hash);
