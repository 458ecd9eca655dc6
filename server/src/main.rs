//! The binary `palabra`: hands its arguments to the command line and its answer to the shell.

use std::process::ExitCode;

fn main() -> ExitCode {
    server::cli::main()
}
