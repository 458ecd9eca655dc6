//! The command line as its users type it: the program itself, with a database of each case's own.

#[macro_use]
#[path = "../engines/mod.rs"]
mod engines;

mod backup;
mod demo;
mod import;
mod import_file;
mod import_invoices;
mod program;
mod settings;
