-- The ledger on PostgreSQL: the same tables and columns as migrations/sqlite/0001_ledger.sql, compared by a test.
-- Text that is compared or sorted is in binary order, as SQLite's is, whatever the database's language.
-- Instants are microseconds since 1970-01-01T00:00:00Z, days are days since 1970-01-01; ids are uuid.

-- The head of each chain: what the next fact is sealed onto.
CREATE TABLE streams (
  stream_id UUID NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL,
  hash BYTEA NOT NULL
);

-- The ledger itself: inserted, never edited. `sealed` is the very text that was hashed.
CREATE TABLE facts (
  stream_id UUID NOT NULL,
  version BIGINT NOT NULL,
  command_id UUID NOT NULL,
  n BIGINT NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  matter_id UUID,
  thread_id UUID,
  audience TEXT COLLATE "C" NOT NULL,
  actor_kind TEXT COLLATE "C" NOT NULL,
  actor_id UUID,
  happened_at BIGINT NOT NULL,
  recorded_at BIGINT NOT NULL,
  leaf BYTEA NOT NULL,
  sealed BYTEA NOT NULL,
  PRIMARY KEY (stream_id, version)
);
CREATE INDEX facts_timeline ON facts (stream_id, audience, happened_at, version);

-- A command is applied at most once.
CREATE TABLE commands (
  stream_id UUID NOT NULL,
  command_id UUID NOT NULL,
  digest BYTEA NOT NULL,
  first_version BIGINT NOT NULL,
  last_version BIGINT NOT NULL,
  recorded_at BIGINT NOT NULL,
  PRIMARY KEY (stream_id, command_id)
);

-- Names, phones, free text: beside the sealed facts, which hold their salted digests.
CREATE TABLE texts (
  stream_id UUID NOT NULL,
  text_id UUID NOT NULL,
  salt BYTEA,
  body TEXT,
  PRIMARY KEY (stream_id, text_id)
);

CREATE FUNCTION refuse_edit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0];
END $$;
CREATE TRIGGER facts_are_not_edited BEFORE UPDATE ON facts
  FOR EACH ROW EXECUTE FUNCTION refuse_edit('a fact is never edited');
CREATE TRIGGER facts_are_not_deleted BEFORE DELETE ON facts
  FOR EACH ROW EXECUTE FUNCTION refuse_edit('a fact is never deleted');
CREATE TRIGGER facts_are_not_truncated BEFORE TRUNCATE ON facts
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_edit('a fact is never deleted');
CREATE TRIGGER commands_are_not_edited BEFORE UPDATE ON commands
  FOR EACH ROW EXECUTE FUNCTION refuse_edit('an applied command is never edited');
CREATE TRIGGER commands_are_not_deleted BEFORE DELETE ON commands
  FOR EACH ROW EXECUTE FUNCTION refuse_edit('an applied command is never deleted');
CREATE TRIGGER commands_are_not_truncated BEFORE TRUNCATE ON commands
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_edit('an applied command is never deleted');
CREATE TRIGGER texts_are_only_erased BEFORE UPDATE ON texts
  FOR EACH ROW WHEN (NEW.body IS NOT NULL OR NEW.salt IS NOT NULL
    OR NEW.stream_id IS DISTINCT FROM OLD.stream_id OR NEW.text_id IS DISTINCT FROM OLD.text_id)
  EXECUTE FUNCTION refuse_edit('a text is never edited, only erased');
CREATE TRIGGER texts_are_not_deleted BEFORE DELETE ON texts
  FOR EACH ROW EXECUTE FUNCTION refuse_edit('a text is never deleted, only erased');
CREATE TRIGGER texts_are_not_truncated BEFORE TRUNCATE ON texts
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_edit('a text is never deleted, only erased');

-- Projections: each equals a replay of the facts from zero.
CREATE TABLE accounts (
  stream_id UUID NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL,
  state_format BIGINT NOT NULL,
  state TEXT NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  name TEXT COLLATE "C" NOT NULL,
  tax_id TEXT COLLATE "C",
  owner_id UUID,
  store_id UUID,
  next_news BIGINT,
  silent_since BIGINT,
  pressing BIGINT NOT NULL,
  open_matters BIGINT NOT NULL,
  open_claims BIGINT NOT NULL,
  updated_at BIGINT NOT NULL
);
CREATE INDEX accounts_pressing ON accounts (pressing, stream_id);
CREATE INDEX accounts_owner_pressing ON accounts (owner_id, pressing, stream_id);
CREATE INDEX accounts_store_pressing ON accounts (store_id, pressing, stream_id);
-- Whoever waits in silence, the longest first; they are few.
CREATE INDEX accounts_silent ON accounts (silent_since, stream_id) WHERE silent_since IS NOT NULL;

CREATE TABLE matters (
  stream_id UUID NOT NULL,
  matter_id UUID NOT NULL,
  version BIGINT NOT NULL,
  state_format BIGINT NOT NULL,
  state TEXT NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  is_open BOOLEAN NOT NULL,
  owner_id UUID NOT NULL,
  thread_id UUID NOT NULL,
  next_due BIGINT,
  next_news BIGINT,
  silent_since BIGINT,
  PRIMARY KEY (stream_id, matter_id)
);
-- Which are open, and the earliest dates of those.
CREATE INDEX matters_open ON matters (stream_id, is_open, next_news);
CREATE INDEX matters_silent ON matters (stream_id, is_open, silent_since) WHERE silent_since IS NOT NULL;

-- What open matters owe, across accounts: by a person, the matter's owner included, or by whoever has a role.
CREATE TABLE dues (
  stream_id UUID NOT NULL,
  matter_id UUID NOT NULL,
  n BIGINT NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  person_id UUID,
  role TEXT COLLATE "C",
  on_day BIGINT NOT NULL,
  at BIGINT NOT NULL,
  rule TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (stream_id, matter_id, n)
);
CREATE INDEX dues_person ON dues (person_id, on_day, stream_id, matter_id, n);
CREATE INDEX dues_role ON dues (role, on_day, stream_id, matter_id, n);

-- Every version of the house is kept, so that why a date was given can be computed again.
CREATE TABLE houses (
  stream_id UUID NOT NULL,
  version BIGINT NOT NULL,
  state_format BIGINT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (stream_id, version)
);

-- What search finds accounts by: terms of the one normaliser, matched by prefix.
CREATE TABLE terms (
  stream_id UUID NOT NULL,
  scope TEXT COLLATE "C" NOT NULL,
  term TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (stream_id, scope, term)
);
CREATE INDEX terms_prefix ON terms (scope, term, stream_id);

-- Which row of which outside source was last written where.
CREATE TABLE imports (
  source TEXT COLLATE "C" NOT NULL,
  item_key TEXT COLLATE "C" NOT NULL,
  stream_id UUID NOT NULL,
  digest BYTEA NOT NULL,
  seq BIGINT NOT NULL,
  imported_at BIGINT NOT NULL,
  PRIMARY KEY (source, item_key)
);

CREATE TABLE secrets (
  name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  value BYTEA NOT NULL
);

-- Who may come in: no part of the ledger, edited in place.
CREATE TABLE credentials (
  person_id UUID NOT NULL PRIMARY KEY,
  email TEXT COLLATE "C" NOT NULL UNIQUE,
  password_hash TEXT,
  locked_at BIGINT,
  updated_at BIGINT NOT NULL
);

CREATE TABLE sessions (
  token BYTEA NOT NULL PRIMARY KEY,
  person_id UUID NOT NULL,
  created_at BIGINT NOT NULL,
  last_seen_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  address TEXT NOT NULL,
  agent TEXT NOT NULL,
  revoked_at BIGINT
);
CREATE INDEX sessions_person ON sessions (person_id, created_at);
CREATE INDEX sessions_expires ON sessions (expires_at);

CREATE TABLE signin_attempts (
  scope TEXT COLLATE "C" NOT NULL,
  attempt_key TEXT COLLATE "C" NOT NULL,
  at BIGINT NOT NULL,
  n BIGINT NOT NULL,
  PRIMARY KEY (scope, attempt_key, at, n)
);
CREATE INDEX signin_attempts_at ON signin_attempts (at);

CREATE TABLE invitations (
  token BYTEA NOT NULL PRIMARY KEY,
  purpose TEXT COLLATE "C" NOT NULL,
  person_id UUID,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_at BIGINT
);
CREATE INDEX invitations_purpose ON invitations (purpose, used_at);
