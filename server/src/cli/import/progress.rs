//! How far an import is, drawn on standard error where that is a terminal.
//! It refuses to draw anywhere else.

use std::io::{IsTerminal as _, Write as _};

const WIDTH: usize = 40;

/// A bar.
#[derive(Debug)]
pub(super) struct Progress {
    rows: u64,
    shown: Shown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    Yes,
    No,
}

impl Progress {
    /// For so many rows.
    pub(super) fn begin(rows: u64) -> Self {
        let shown = if std::io::stderr().is_terminal() {
            Shown::Yes
        } else {
            Shown::No
        };
        Self { rows, shown }
    }

    /// So many are done.
    pub(super) fn at(&self, done: usize) {
        if self.shown == Shown::No {
            return;
        }
        let rows = usize::try_from(self.rows).unwrap_or(usize::MAX);
        let full = done.saturating_mul(WIDTH) / rows.max(1);
        let bar: String = (0..WIDTH)
            .map(|at| if at < full { '#' } else { '.' })
            .collect();
        let mut terminal = std::io::stderr();
        // A terminal that went away is no reason to stop.
        let _ = write!(terminal, "\r[{bar}] {done} of {}", self.rows);
        let _ = terminal.flush();
    }

    /// Takes the bar away.
    pub(super) fn end(&self) {
        if self.shown == Shown::Yes {
            let _ = write!(std::io::stderr(), "\r\x1b[K");
        }
    }
}
