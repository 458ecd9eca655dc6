//! A replica of the database, for lists and reports. It refuses one of a file, which has none.

use clap::Args;

use super::ConfigError;

/// It, as it is typed.
#[derive(Clone, Default, Args)]
pub struct ReplicaArgs {
    /// A replica of the PostgreSQL that DATABASE_URL names, for lists and reports: postgres://USER@HOST/NAME
    #[arg(
        long,
        env = "DATABASE_READ_URL",
        hide_env_values = true,
        value_name = "URL"
    )]
    pub database_read_url: Option<String>,
}

/// Its address holds a password.
impl std::fmt::Debug for ReplicaArgs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ReplicaArgs")
    }
}

impl ReplicaArgs {
    /// The replica of the database at that address.
    ///
    /// # Errors
    /// `ReadUrl`, where one of the two is no PostgreSQL.
    pub fn of(&self, database_url: &str) -> Result<Option<&str>, ConfigError> {
        let is_postgres = |url: &str| {
            let schemes = ["postgres://", "postgresql://"];
            schemes.iter().any(|scheme| url.starts_with(scheme))
        };
        match self.database_read_url.as_deref() {
            Some(url) if is_postgres(url) && is_postgres(database_url) => Ok(Some(url)),
            Some(_) => Err(ConfigError::ReadUrl),
            None => Ok(None),
        }
    }
}
