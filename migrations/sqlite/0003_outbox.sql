-- What customers are to be told by mail: the fact that causes each letter, by its command and its place there; never whom
-- it is for and what it says, which are read when it is sent. Written in the transaction of that fact.
CREATE TABLE outbox (
  stream_id BLOB NOT NULL,
  command_id BLOB NOT NULL,
  n INTEGER NOT NULL,
  letter TEXT NOT NULL,
  state TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  moved_at INTEGER NOT NULL,
  next_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  hitch TEXT,
  claimed_by BLOB,
  claimed_until INTEGER,
  PRIMARY KEY (stream_id, command_id, n)
) WITHOUT ROWID;
CREATE INDEX outbox_next ON outbox (state, next_at, stream_id, command_id, n);
CREATE INDEX outbox_moved ON outbox (state, moved_at, stream_id, command_id, n);
