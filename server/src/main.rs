//! The binary `palabra`: hands its arguments to the command line and its answer to the shell.

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// A page is many small pieces: with the system's own allocator it takes a quarter more of the processor. Without huge
/// pages, which would double the memory.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    server::cli::main()
}
