//! The command line as its users type it: the program itself, with a database of each case's own.

#[macro_use]
mod program;

mod backup;
mod demo;
mod import;
mod settings;
