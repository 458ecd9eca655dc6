//! The screens, one folder or file each.

mod ajustes;
mod clientes;
mod correo;
mod cuenta;
mod entrar;
mod equipo;
mod firma;
mod hoy;
mod inicio;
mod investigacion;
mod investigaciones;
mod reclamacion;
mod sesiones;

pub(crate) use ajustes::Ajustes;
pub(crate) use clientes::Clientes;
pub(crate) use correo::Correo;
pub(crate) use cuenta::Cuenta;
pub(crate) use entrar::{Bienvenida, Entrar};
pub(crate) use equipo::{Equipo, Registro};
pub(crate) use firma::{Firma, Firmada};
pub(crate) use hoy::Hoy;
pub(crate) use inicio::{Inicio, NoHay};
pub(crate) use investigacion::Investigacion;
pub(crate) use investigaciones::Investigaciones;
pub(crate) use reclamacion::{Estado, Recibo, Suya};
pub(crate) use sesiones::Sesiones;
