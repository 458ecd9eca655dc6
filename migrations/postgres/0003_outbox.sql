-- What customers are to be told by mail: the fact that causes each letter, by its command and its place there; never whom
-- it is for and what it says, which are read when it is sent. Written in the transaction of that fact.
CREATE TABLE outbox (
  stream_id UUID NOT NULL,
  command_id UUID NOT NULL,
  n BIGINT NOT NULL,
  letter TEXT COLLATE "C" NOT NULL,
  state TEXT COLLATE "C" NOT NULL,
  asked_at BIGINT NOT NULL,
  moved_at BIGINT NOT NULL,
  next_at BIGINT NOT NULL,
  attempts BIGINT NOT NULL,
  hitch TEXT COLLATE "C",
  claimed_by UUID,
  claimed_until BIGINT,
  PRIMARY KEY (stream_id, command_id, n)
);
CREATE INDEX outbox_next ON outbox (state, next_at, stream_id, command_id, n);
CREATE INDEX outbox_moved ON outbox (state, moved_at, stream_id, command_id, n);
