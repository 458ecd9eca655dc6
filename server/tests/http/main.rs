//! The server over HTTP, in this process: each case has its own database and its own router.
//! Files follow the addresses; no case sleeps, and none knows another.

#[macro_use]
#[path = "../engines/mod.rs"]
mod engines;
#[path = "../forms/mod.rs"]
mod forms;
#[path = "../smtp/mod.rs"]
mod smtp;

mod ajustes;
mod attachments;
mod browser;
mod claims;
mod clock;
mod defensor;
mod endpoints;
mod entry;
mod expedientes;
mod facturas;
mod firmas;
mod headers;
mod investigaciones;
mod jobs;
mod live;
mod llamada;
mod log;
mod mail;
mod paper;
mod registro;
mod slow;
mod support;
mod welcome;
mod writes;
