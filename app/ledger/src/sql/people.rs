//! Who may come in: credentials, sessions, attempts, invitations, secrets.

statements! {
    CREDENTIAL = "SELECT person_id, email, password_hash, locked_at FROM credentials WHERE person_id = $1";
    CREDENTIAL_BY_EMAIL = "SELECT person_id, email, password_hash, locked_at FROM credentials WHERE email = $1";
    CREDENTIALS = "SELECT person_id, email, password_hash, locked_at FROM credentials ORDER BY email";
    CREDENTIAL_PUT = "INSERT INTO credentials (person_id, email, password_hash, locked_at, updated_at)
        VALUES ($1, $2, $3, NULL, $4)
        ON CONFLICT (person_id) DO UPDATE SET email = $2, updated_at = $4";
    CREDENTIAL_PASSWORD = "UPDATE credentials SET password_hash = $2, updated_at = $3 WHERE person_id = $1";
    CREDENTIAL_LOCK = "UPDATE credentials SET locked_at = $2, updated_at = $3 WHERE person_id = $1";
    CREDENTIALS_BESIDE = "SELECT person_id FROM credentials WHERE person_id <> $1 LIMIT 1";
    CREDENTIAL_ANY = "SELECT person_id FROM credentials LIMIT 1";

    SESSION_ADD = "INSERT INTO sessions
        (token, person_id, created_at, last_seen_at, expires_at, address, agent, revoked_at)
        VALUES ($1, $2, $3, $3, $4, $5, $6, NULL)";
    /// With the head of the house, `$4`. One that begins more than ten minutes from now was begun by a clock that ran
    /// ahead, and would hold too long.
    SESSION = "SELECT s.token, s.person_id, s.created_at, s.last_seen_at, s.expires_at, s.address, s.agent,
          h.version, h.hash
        FROM sessions s JOIN credentials c ON c.person_id = s.person_id LEFT JOIN streams h ON h.stream_id = $4
        WHERE s.token = $1 AND s.revoked_at IS NULL AND c.locked_at IS NULL
          AND s.expires_at > $2 AND s.last_seen_at > $3 AND s.created_at < $2 + 600000000";
    SESSIONS = "SELECT s.token, s.person_id, s.created_at, s.last_seen_at, s.expires_at, s.address, s.agent
        FROM sessions s JOIN credentials c ON c.person_id = s.person_id
        WHERE s.person_id = $1 AND s.revoked_at IS NULL AND c.locked_at IS NULL
          AND s.expires_at > $2 AND s.last_seen_at > $3 AND s.created_at < $2 + 600000000
        ORDER BY s.created_at DESC";
    SESSION_TOUCH = "UPDATE sessions SET last_seen_at = $2
        WHERE token = $1 AND last_seen_at < $2 AND revoked_at IS NULL";
    SESSION_REVOKE = "UPDATE sessions SET revoked_at = $2 WHERE token = $1 AND revoked_at IS NULL";
    SESSIONS_REVOKE = "UPDATE sessions SET revoked_at = $2 WHERE person_id = $1 AND revoked_at IS NULL";
    SESSIONS_FORGET = "DELETE FROM sessions WHERE expires_at < $1";

    /// Nor those that a clock counted which ran ahead of `$4`, which is now: they would count for long.
    ATTEMPTS = "SELECT COUNT(*) FROM signin_attempts
        WHERE scope = $1 AND attempt_key = $2 AND at > $3 AND at < $4 + 600000000";
    ATTEMPT_NEXT = "SELECT COALESCE(MAX(n) + 1, 0) FROM signin_attempts WHERE scope = $1 AND attempt_key = $2 AND at = $3";
    ATTEMPT_ADD = "INSERT INTO signin_attempts (scope, attempt_key, at, n) VALUES ($1, $2, $3, $4)";
    ATTEMPT_TAKE_BACK = "DELETE FROM signin_attempts
        WHERE scope = $1 AND attempt_key = $2 AND at = $3 AND n = $4";
    ATTEMPTS_CLEAR = "DELETE FROM signin_attempts WHERE scope = $1 AND attempt_key = $2";
    ATTEMPTS_FORGET = "DELETE FROM signin_attempts WHERE at < $1";

    INVITATION_ADD = "INSERT INTO invitations (token, purpose, person_id, created_at, expires_at, used_at)
        VALUES ($1, $2, $3, $4, $5, NULL)";
    INVITATION = "SELECT purpose, person_id, expires_at FROM invitations
        WHERE token = $1 AND used_at IS NULL AND expires_at > $2 AND created_at < $2 + 600000000";
    INVITATION_USE = "UPDATE invitations SET used_at = $2
        WHERE token = $1 AND used_at IS NULL AND expires_at > $2 AND created_at < $2 + 600000000";
    INVITATIONS_WITHDRAW = "UPDATE invitations SET used_at = $3
        WHERE purpose = $1 AND person_id IS NOT DISTINCT FROM $2 AND used_at IS NULL";

    SECRET = "SELECT value FROM secrets WHERE name = $1";
    SECRET_ADD = "INSERT INTO secrets (name, value) VALUES ($1, $2)";
}
