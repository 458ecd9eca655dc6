-- The ledger on SQLite: the same tables and columns as migrations/postgres/0001_ledger.sql, compared by a test.
-- Instants are microseconds since 1970-01-01T00:00:00Z, days are days since 1970-01-01; ids are 16 bytes.

-- The head of each chain: what the next fact is sealed onto.
CREATE TABLE streams (
  stream_id BLOB NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  hash BLOB NOT NULL
) WITHOUT ROWID;

-- The ledger itself: inserted, never edited. `sealed` is the very text that was hashed.
CREATE TABLE facts (
  stream_id BLOB NOT NULL,
  version INTEGER NOT NULL,
  command_id BLOB NOT NULL,
  n INTEGER NOT NULL,
  kind TEXT NOT NULL,
  matter_id BLOB,
  thread_id BLOB,
  audience TEXT NOT NULL,
  actor_kind TEXT NOT NULL,
  actor_id BLOB,
  happened_at INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  leaf BLOB NOT NULL,
  sealed TEXT NOT NULL,
  PRIMARY KEY (stream_id, version)
) WITHOUT ROWID;
CREATE INDEX facts_timeline ON facts (stream_id, audience, happened_at, version);

-- A command is applied at most once.
CREATE TABLE commands (
  stream_id BLOB NOT NULL,
  command_id BLOB NOT NULL,
  digest BLOB NOT NULL,
  first_version INTEGER NOT NULL,
  last_version INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (stream_id, command_id)
) WITHOUT ROWID;

-- Names, phones, free text: beside the sealed facts, which hold their salted digests.
CREATE TABLE texts (
  stream_id BLOB NOT NULL,
  text_id BLOB NOT NULL,
  salt BLOB,
  body TEXT,
  PRIMARY KEY (stream_id, text_id)
) WITHOUT ROWID;

CREATE TRIGGER facts_are_not_edited BEFORE UPDATE ON facts
BEGIN SELECT RAISE(ABORT, 'a fact is never edited'); END;
CREATE TRIGGER facts_are_not_deleted BEFORE DELETE ON facts
BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER commands_are_not_edited BEFORE UPDATE ON commands
BEGIN SELECT RAISE(ABORT, 'an applied command is never edited'); END;
CREATE TRIGGER commands_are_not_deleted BEFORE DELETE ON commands
BEGIN SELECT RAISE(ABORT, 'an applied command is never deleted'); END;
CREATE TRIGGER texts_are_only_erased BEFORE UPDATE ON texts
WHEN NEW.body IS NOT NULL OR NEW.salt IS NOT NULL
  OR NEW.stream_id IS NOT OLD.stream_id OR NEW.text_id IS NOT OLD.text_id
BEGIN SELECT RAISE(ABORT, 'a text is never edited, only erased'); END;
CREATE TRIGGER texts_are_not_deleted BEFORE DELETE ON texts
BEGIN SELECT RAISE(ABORT, 'a text is never deleted, only erased'); END;

-- INSERT OR REPLACE deletes without asking the triggers above.
CREATE TRIGGER facts_are_not_replaced BEFORE INSERT ON facts
WHEN EXISTS (SELECT 1 FROM facts WHERE stream_id = NEW.stream_id AND version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a fact is never edited'); END;
CREATE TRIGGER commands_are_not_replaced BEFORE INSERT ON commands
WHEN EXISTS (SELECT 1 FROM commands WHERE stream_id = NEW.stream_id AND command_id = NEW.command_id)
BEGIN SELECT RAISE(ABORT, 'an applied command is never edited'); END;
CREATE TRIGGER texts_are_not_replaced BEFORE INSERT ON texts
WHEN EXISTS (SELECT 1 FROM texts WHERE stream_id = NEW.stream_id AND text_id = NEW.text_id)
BEGIN SELECT RAISE(ABORT, 'a text is never edited, only erased'); END;

-- Projections: each equals a replay of the facts from zero.
CREATE TABLE accounts (
  stream_id BLOB NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  state_format INTEGER NOT NULL,
  state TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  tax_id TEXT,
  owner_id BLOB,
  store_id BLOB,
  next_news INTEGER,
  silent_since INTEGER,
  pressing INTEGER NOT NULL,
  open_matters INTEGER NOT NULL,
  open_claims INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX accounts_pressing ON accounts (pressing, stream_id);
CREATE INDEX accounts_owner_pressing ON accounts (owner_id, pressing, stream_id);
CREATE INDEX accounts_store_pressing ON accounts (store_id, pressing, stream_id);
-- Whoever waits in silence, the longest first; they are few.
CREATE INDEX accounts_silent ON accounts (silent_since, stream_id) WHERE silent_since IS NOT NULL;

CREATE TABLE matters (
  stream_id BLOB NOT NULL,
  matter_id BLOB NOT NULL,
  version INTEGER NOT NULL,
  state_format INTEGER NOT NULL,
  state TEXT NOT NULL,
  kind TEXT NOT NULL,
  is_open BOOLEAN NOT NULL,
  owner_id BLOB NOT NULL,
  thread_id BLOB NOT NULL,
  next_due INTEGER,
  next_news INTEGER,
  silent_since INTEGER,
  PRIMARY KEY (stream_id, matter_id)
) WITHOUT ROWID;
-- Which are open, and the earliest dates of those.
CREATE INDEX matters_open ON matters (stream_id, is_open, next_news);
CREATE INDEX matters_silent ON matters (stream_id, is_open, silent_since) WHERE silent_since IS NOT NULL;

-- What open matters owe, across accounts: by a person, the matter's owner included, or by whoever has a role.
CREATE TABLE dues (
  stream_id BLOB NOT NULL,
  matter_id BLOB NOT NULL,
  n INTEGER NOT NULL,
  kind TEXT NOT NULL,
  person_id BLOB,
  role TEXT,
  on_day INTEGER NOT NULL,
  at INTEGER NOT NULL,
  rule TEXT NOT NULL,
  PRIMARY KEY (stream_id, matter_id, n)
) WITHOUT ROWID;
CREATE INDEX dues_person ON dues (person_id, on_day, stream_id, matter_id, n);
CREATE INDEX dues_role ON dues (role, on_day, stream_id, matter_id, n);

-- Every version of the house is kept, so that why a date was given can be computed again.
CREATE TABLE houses (
  stream_id BLOB NOT NULL,
  version INTEGER NOT NULL,
  state_format INTEGER NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (stream_id, version)
) WITHOUT ROWID;

-- What search finds accounts by: terms of the one normaliser, matched by prefix.
CREATE TABLE terms (
  stream_id BLOB NOT NULL,
  scope TEXT NOT NULL,
  term TEXT NOT NULL,
  PRIMARY KEY (stream_id, scope, term)
) WITHOUT ROWID;
CREATE INDEX terms_prefix ON terms (scope, term, stream_id);

-- Which row of which outside source was last written where.
CREATE TABLE imports (
  source TEXT NOT NULL,
  item_key TEXT NOT NULL,
  stream_id BLOB NOT NULL,
  digest BLOB NOT NULL,
  seq INTEGER NOT NULL,
  imported_at INTEGER NOT NULL,
  PRIMARY KEY (source, item_key)
) WITHOUT ROWID;

CREATE TABLE secrets (
  name TEXT NOT NULL PRIMARY KEY,
  value BLOB NOT NULL
) WITHOUT ROWID;

-- Who may come in: no part of the ledger, edited in place.
CREATE TABLE credentials (
  person_id BLOB NOT NULL PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  password_hash TEXT,
  locked_at INTEGER,
  updated_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE sessions (
  token BLOB NOT NULL PRIMARY KEY,
  person_id BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  address TEXT NOT NULL,
  agent TEXT NOT NULL,
  revoked_at INTEGER
) WITHOUT ROWID;
CREATE INDEX sessions_person ON sessions (person_id, created_at);
CREATE INDEX sessions_expires ON sessions (expires_at);

CREATE TABLE signin_attempts (
  scope TEXT NOT NULL,
  attempt_key TEXT NOT NULL,
  at INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (scope, attempt_key, at, n)
) WITHOUT ROWID;
CREATE INDEX signin_attempts_at ON signin_attempts (at);

CREATE TABLE invitations (
  token BLOB NOT NULL PRIMARY KEY,
  purpose TEXT NOT NULL,
  person_id BLOB,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER
) WITHOUT ROWID;
CREATE INDEX invitations_purpose ON invitations (purpose, used_at);
