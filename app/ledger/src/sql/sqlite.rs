//! What only SQLite says so; each has its pair in `postgres.rs`.

statements! {
    TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
    DURABILITY = "SELECT CAST(synchronous AS TEXT) FROM pragma_synchronous";
}
