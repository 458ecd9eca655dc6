-- What stands in the record of whoever gives words: a row for each person and fact. A projection, rebuilt from the facts.
CREATE TABLE records (
  stream_id UUID NOT NULL,
  version BIGINT NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  person_id UUID NOT NULL,
  matter_id UUID NOT NULL,
  on_day BIGINT NOT NULL,
  PRIMARY KEY (stream_id, version, kind)
);
CREATE INDEX records_person ON records (person_id, kind, on_day, stream_id, version);

-- Investigations across accounts: the open ones by their earliest day, then the closed ones, the latest first. A
-- projection.
CREATE TABLE investigations (
  stream_id UUID NOT NULL,
  matter_id UUID NOT NULL,
  place BIGINT NOT NULL,
  seller_id UUID,
  PRIMARY KEY (stream_id, matter_id)
);
CREATE INDEX investigations_place ON investigations (place, stream_id, matter_id);
CREATE INDEX investigations_seller ON investigations (seller_id, place, stream_id, matter_id);

-- Who opened the file of an investigation, and when: once in an hour each. Inserted, never edited.
CREATE TABLE looks (
  stream_id UUID NOT NULL,
  matter_id UUID NOT NULL,
  hour BIGINT NOT NULL,
  person_id UUID NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (stream_id, matter_id, hour, person_id)
);
CREATE TRIGGER looks_are_not_edited BEFORE UPDATE ON looks
  FOR EACH ROW EXECUTE FUNCTION refuse_edit('a look is never edited');
CREATE TRIGGER looks_are_not_deleted BEFORE DELETE ON looks
  FOR EACH ROW EXECUTE FUNCTION refuse_edit('a look is never deleted');
CREATE TRIGGER looks_are_not_truncated BEFORE TRUNCATE ON looks
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_edit('a look is never deleted');
