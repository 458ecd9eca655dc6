-- Pictures and documents: beside the sealed facts, which hold their salted digests; the version is that of the fact.
CREATE TABLE attachments (
  stream_id UUID NOT NULL,
  attachment_id UUID NOT NULL,
  version BIGINT NOT NULL,
  media TEXT COLLATE "C" NOT NULL,
  salt BYTEA,
  bytes BYTEA,
  PRIMARY KEY (stream_id, attachment_id)
);
-- They are compressed already.
ALTER TABLE attachments ALTER COLUMN bytes SET STORAGE EXTERNAL;
CREATE TRIGGER attachments_are_only_erased BEFORE UPDATE ON attachments
  FOR EACH ROW WHEN (NEW.bytes IS NOT NULL OR NEW.salt IS NOT NULL
    OR NEW.stream_id IS DISTINCT FROM OLD.stream_id OR NEW.attachment_id IS DISTINCT FROM OLD.attachment_id
    OR NEW.version IS DISTINCT FROM OLD.version OR NEW.media IS DISTINCT FROM OLD.media)
  EXECUTE FUNCTION refuse_edit('an attachment is never edited, only erased');
CREATE TRIGGER attachments_are_not_deleted BEFORE DELETE ON attachments
  FOR EACH ROW EXECUTE FUNCTION refuse_edit('an attachment is never deleted, only erased');
CREATE TRIGGER attachments_are_not_truncated BEFORE TRUNCATE ON attachments
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_edit('an attachment is never deleted, only erased');
