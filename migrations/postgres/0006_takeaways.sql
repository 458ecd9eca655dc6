-- By what customers find again what they took away: a claim by its key and its link, a signed promise by its link, one
-- row for each signature. What was known of claims moves here. A projection, rebuilt from the facts.
CREATE TABLE takeaways (
  stream_id UUID NOT NULL,
  matter_id UUID NOT NULL,
  command_id UUID NOT NULL,
  key_hash BYTEA,
  link_hash BYTEA NOT NULL,
  PRIMARY KEY (stream_id, matter_id, command_id)
);
INSERT INTO takeaways (stream_id, matter_id, command_id, key_hash, link_hash)
  SELECT stream_id, matter_id, command_id, key_hash, link_hash FROM claim_keys;
DROP TABLE claim_keys;
CREATE INDEX takeaways_key ON takeaways (key_hash);
CREATE INDEX takeaways_link ON takeaways (link_hash);
