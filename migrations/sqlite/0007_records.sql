-- What stands in the record of whoever gives words: a row for each person and fact. A projection, rebuilt from the facts.
CREATE TABLE records (
  stream_id BLOB NOT NULL,
  version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  person_id BLOB NOT NULL,
  matter_id BLOB NOT NULL,
  on_day INTEGER NOT NULL,
  PRIMARY KEY (stream_id, version, kind)
) WITHOUT ROWID;
CREATE INDEX records_person ON records (person_id, kind, on_day, stream_id, version);

-- Investigations across accounts: the open ones by their earliest day, then the closed ones, the latest first. A
-- projection.
CREATE TABLE investigations (
  stream_id BLOB NOT NULL,
  matter_id BLOB NOT NULL,
  place INTEGER NOT NULL,
  seller_id BLOB,
  PRIMARY KEY (stream_id, matter_id)
) WITHOUT ROWID;
CREATE INDEX investigations_place ON investigations (place, stream_id, matter_id);
CREATE INDEX investigations_seller ON investigations (seller_id, place, stream_id, matter_id);

-- Who opened the file of an investigation, and when: once in an hour each. Inserted, never edited.
CREATE TABLE looks (
  stream_id BLOB NOT NULL,
  matter_id BLOB NOT NULL,
  hour INTEGER NOT NULL,
  person_id BLOB NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (stream_id, matter_id, hour, person_id)
) WITHOUT ROWID;
CREATE TRIGGER looks_are_not_edited BEFORE UPDATE ON looks
BEGIN SELECT RAISE(ABORT, 'a look is never edited'); END;
CREATE TRIGGER looks_are_not_deleted BEFORE DELETE ON looks
BEGIN SELECT RAISE(ABORT, 'a look is never deleted'); END;
CREATE TRIGGER looks_are_not_replaced BEFORE INSERT ON looks
WHEN EXISTS (SELECT 1 FROM looks WHERE stream_id = NEW.stream_id AND matter_id = NEW.matter_id
  AND hour = NEW.hour AND person_id = NEW.person_id)
BEGIN SELECT RAISE(ABORT, 'a look is never edited'); END;
