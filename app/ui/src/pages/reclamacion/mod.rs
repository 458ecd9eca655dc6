//! The pages of one claim for whoever made it: its receipt, how it stands by its link, and by its key.
//! All that they show is handed to them by the server: they read nothing by themselves, and work without JavaScript.

mod estado;
mod recibo;
mod suya;

pub(crate) use estado::Estado;
pub(crate) use recibo::Recibo;
pub(crate) use suya::Suya;
