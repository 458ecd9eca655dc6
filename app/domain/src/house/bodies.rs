//! The bodies a customer may go to when a claim is denied (SAC-13.7): the house's own list, or that of its law.

use serde::{Deserialize, Serialize};

use super::{House, Pack};

/// Who settles disputes outside the house.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisputeBody {
    /// Its name.
    pub name: String,
    /// Where it is reached.
    pub address: String,
}

impl DisputeBody {
    fn of(name: &str, address: &str) -> Self {
        Self {
            name: name.to_owned(),
            address: address.to_owned(),
        }
    }

    /// Those of that law, offered until a house names its own: whoever runs it confirms them.
    #[must_use]
    pub fn usual(pack: Pack) -> Vec<Self> {
        match pack {
            Pack::Es => vec![
                Self::of(
                    "Junta Arbitral de Consumo de su municipio o comunidad autónoma",
                    "Oficina Municipal de Información al Consumidor (OMIC) de su ayuntamiento",
                ),
                Self::of(
                    "Centro Europeo del Consumidor en España, si vive en otro país de la Unión",
                    "www.cec-spain.es",
                ),
            ],
            Pack::Co => vec![Self::of(
                "Superintendencia de Industria y Comercio",
                "Carrera 13 n.º 27-00, Bogotá; www.sic.gov.co",
            )],
        }
    }
}

impl House {
    /// The bodies that a denial names.
    #[must_use]
    pub fn dispute_bodies(&self) -> Vec<DisputeBody> {
        match self.bodies.as_slice() {
            [] => DisputeBody::usual(self.pack),
            named => named.to_vec(),
        }
    }
}
