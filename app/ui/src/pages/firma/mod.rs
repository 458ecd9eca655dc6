//! A promise as its customer reads it back and signs it, and what they take away.
//! All that these pages show is handed to them by the server: they read nothing by themselves, and work without
//! JavaScript.

mod firmada;
mod leer;

pub(crate) use firmada::Firmada;
pub(crate) use leer::Firma;
