-- What is to be done again and again, whichever server does it: when it is due, and until when who has it.
CREATE TABLE jobs (
  name TEXT NOT NULL PRIMARY KEY,
  next_at INTEGER NOT NULL,
  claimed_until INTEGER,
  claimed_by BLOB
) WITHOUT ROWID;
