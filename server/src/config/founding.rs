//! How a house begins: its name, its first store and that store's zone.
//! It refuses to change a house that is there.

use clap::Args;
use domain::time::Zone;

use super::ConfigError;
use crate::zone;

/// How a house begins where there is none yet; afterwards these say nothing any more.
#[derive(Debug, Clone, Args)]
pub struct FoundingArgs {
    /// The house's name, where there is no house yet
    #[arg(
        long,
        env = "PALABRA_HOUSE",
        default_value = "La casa",
        value_name = "NAME"
    )]
    pub house: String,
    /// Its first store's name
    #[arg(
        long,
        env = "PALABRA_STORE",
        default_value = "Tienda",
        value_name = "NAME"
    )]
    pub store: String,
    /// Its first store's time zone
    #[arg(
        long,
        env = "PALABRA_TIME_ZONE",
        default_value = "Europe/Madrid",
        value_name = "ZONE"
    )]
    pub zone: String,
}

/// How a house begins.
#[derive(Debug, Clone)]
pub struct Founding {
    /// Its name.
    pub name: String,
    /// The first store's.
    pub store: String,
    /// The first store's zone.
    pub zone: Zone,
}

impl FoundingArgs {
    /// Checks them.
    ///
    /// # Errors
    /// `Zone`, `Nameless`.
    pub fn check(&self) -> Result<Founding, ConfigError> {
        let named = |name: &str| !name.trim().is_empty();
        if !named(&self.house) || !named(&self.store) {
            return Err(ConfigError::Nameless);
        }
        let zone = zone::named(&self.zone);
        Ok(Founding {
            name: self.house.trim().to_owned(),
            store: self.store.trim().to_owned(),
            zone: zone.ok_or_else(|| ConfigError::Zone(self.zone.clone()))?,
        })
    }
}
