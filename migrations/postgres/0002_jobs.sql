-- What is to be done again and again, whichever server does it: when it is due, and until when who has it.
CREATE TABLE jobs (
  name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  next_at BIGINT NOT NULL,
  claimed_until BIGINT,
  claimed_by UUID
);
