//! The command line as its users type it: the program itself, with a database of each case's own.

mod demo;
mod import;
mod program;
mod settings;
