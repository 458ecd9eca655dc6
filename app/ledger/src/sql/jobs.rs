//! What is done again and again by one server at a time.

statements! {
    /// By `$2` until `$4`, if it is due at `$3` and nobody has it. What is due or held later than is possible was said
    /// by a clock that ran ahead: `$5` is the latest that it can be due, `$4` the latest that it can be held.
    JOB_CLAIM = "UPDATE jobs SET claimed_by = $2, claimed_until = $4
        WHERE name = $1 AND (next_at <= $3 OR next_at > $5)
          AND (claimed_until IS NULL OR claimed_until <= $3 OR claimed_until > $4)";
    /// The first time, whoever comes first.
    JOB_FIRST = "INSERT INTO jobs (name, next_at, claimed_until, claimed_by) VALUES ($1, $3, $4, $2)
        ON CONFLICT (name) DO NOTHING";
    JOB_DONE = "UPDATE jobs SET next_at = $3, claimed_until = NULL, claimed_by = NULL
        WHERE name = $1 AND claimed_by = $2";
    JOB_LET_GO = "UPDATE jobs SET claimed_until = NULL, claimed_by = NULL WHERE name = $1 AND claimed_by = $2";
}
