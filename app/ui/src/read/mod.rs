//! What the screens read, one file per noun; on the server, also what each request brings with it.
//! Refuses to write: every write is a form's POST.

mod account;
#[cfg(feature = "ssr")]
mod account_server;
mod ajustes;
#[cfg(feature = "ssr")]
mod ajustes_server;
mod claim;
#[cfg(feature = "ssr")]
mod counted_server;
#[cfg(feature = "ssr")]
mod failed_server;
mod investigacion;
#[cfg(feature = "ssr")]
mod investigacion_server;
mod investigaciones;
#[cfg(feature = "ssr")]
mod investigaciones_server;
mod list;
#[cfg(feature = "ssr")]
mod list_server;
mod mail;
#[cfg(feature = "ssr")]
mod mail_server;
mod owed;
#[cfg(feature = "ssr")]
mod owed_server;
#[cfg(feature = "ssr")]
mod people;
mod registro;
#[cfg(feature = "ssr")]
mod registro_server;
mod request;
mod sessions;
#[cfg(feature = "ssr")]
mod sessions_server;
mod signed;
#[cfg(feature = "ssr")]
pub mod visit;
pub mod wire;

pub use account::{
    Answering, CuentaNow, CuentaPage, Older, Past, Place, Words, cuenta, cuenta_before,
    cuenta_past, cuenta_since,
};
#[cfg(feature = "ssr")]
pub use account_server::AtHand;
pub use ajustes::{AjustesAsked, AjustesPage, ajustes};
pub use claim::{Code, Estado, EstadoRefusal, Recibo, Suya};
pub use investigacion::{Evidence, InvestigacionPage, Mirada, investigacion};
pub use investigaciones::{InvestigacionRow, InvestigacionesPage, WhoseFiles, investigaciones};
pub use list::{ClienteRow, ClientesAsked, ClientesHouse, ClientesPage, clientes, clientes_casa};
pub use mail::{CorreoPage, CorreoRow, correo};
pub use owed::{HoyPage, HoyRow, OnWhat, hoy};
pub use registro::{RegistroPage, RegistroRead, RegistroRow, equipo, registro};
pub use request::{Answer, DemoPerson, Draft, MailIsSet, SignIn, SignInRefusal, Ways};
pub use sessions::{SesionRow, sesiones};
pub use signed::{Firma, Firmada, Signing};
