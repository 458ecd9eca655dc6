//! Palabra's server: settings, the accept loop, who may reach what, sign-in, forms, live hints and the command line.
//! It refuses to know rules and tables: `domain` decides, `ledger` keeps, `ui` shows.

pub mod access;
pub mod attachments;
pub mod auth;
pub mod calls;
pub mod claims;
pub mod cli;
pub mod clock;
pub mod config;
pub mod demo;
pub mod forms;
pub mod house_data;
pub mod house_forms;
pub mod jobs;
pub mod listen;
pub mod live;
pub mod mail;
pub mod metrics;
pub mod packed;
mod paper;
pub mod problem;
pub mod promises;
pub mod reads;
pub mod render;
pub mod router;
pub mod security;
pub mod site;
pub mod state;
pub mod telemetry;
pub mod typed;
pub mod zone;
