//! The screens, one folder or file each.

mod ajustes;
mod clientes;
mod cuenta;
mod entrar;
mod hoy;
mod inicio;
mod reclamacion;
mod sesiones;

pub(crate) use ajustes::Ajustes;
pub(crate) use clientes::Clientes;
pub(crate) use cuenta::Cuenta;
pub(crate) use entrar::{Bienvenida, Entrar};
pub(crate) use hoy::Hoy;
pub(crate) use inicio::{Inicio, NoHay};
pub(crate) use reclamacion::{Estado, Recibo, Suya};
pub(crate) use sesiones::Sesiones;
