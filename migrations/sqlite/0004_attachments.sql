-- Pictures and documents: beside the sealed facts, which hold their salted digests; the version is that of the fact.
-- Large rows: kept by a number of their own, as SQLite reads those best.
CREATE TABLE attachments (
  stream_id BLOB NOT NULL,
  attachment_id BLOB NOT NULL,
  version INTEGER NOT NULL,
  media TEXT NOT NULL,
  salt BLOB,
  bytes BLOB,
  PRIMARY KEY (stream_id, attachment_id)
);
CREATE TRIGGER attachments_are_only_erased BEFORE UPDATE ON attachments
WHEN NEW.bytes IS NOT NULL OR NEW.salt IS NOT NULL
  OR NEW.stream_id IS NOT OLD.stream_id OR NEW.attachment_id IS NOT OLD.attachment_id
  OR NEW.version IS NOT OLD.version OR NEW.media IS NOT OLD.media
BEGIN SELECT RAISE(ABORT, 'an attachment is never edited, only erased'); END;
CREATE TRIGGER attachments_are_not_deleted BEFORE DELETE ON attachments
BEGIN SELECT RAISE(ABORT, 'an attachment is never deleted, only erased'); END;
CREATE TRIGGER attachments_are_not_replaced BEFORE INSERT ON attachments
WHEN EXISTS (SELECT 1 FROM attachments WHERE stream_id = NEW.stream_id AND attachment_id = NEW.attachment_id)
BEGIN SELECT RAISE(ABORT, 'an attachment is never edited, only erased'); END;
