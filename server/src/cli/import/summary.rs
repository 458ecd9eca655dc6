//! What an import came to, as a sentence or as JSON.
//! It refuses to count anything twice: read is written, unchanged, unpromised and refused together.

use std::io;

use serde_json::json;

use super::Kind;
use super::refused::Told;
use super::send::{Fate, Mode};

/// Rows, by what became of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Summary {
    pub(super) read: usize,
    pub(super) written: usize,
    pub(super) unchanged: usize,
    pub(super) refused: usize,
    /// Invoices of whose promise nothing is known.
    pub(super) unpromised: usize,
    /// Customers that were opened or told anew.
    pub(super) accounts: usize,
}

impl Summary {
    pub(super) fn count(&mut self, fate: &Fate) {
        self.read += 1;
        match fate {
            Fate::Written => self.written += 1,
            Fate::Unchanged => self.unchanged += 1,
            Fate::Unpromised => self.unpromised += 1,
            Fate::Refused(_) => self.refused += 1,
        }
    }

    pub(super) fn say(
        &self,
        kind: Kind,
        mode: Mode,
        refused: &Told,
        out: &mut impl io::Write,
    ) -> io::Result<()> {
        let Self {
            read,
            written,
            unchanged,
            refused: refusals,
            unpromised,
            accounts,
        } = self;
        let verb = match mode {
            Mode::Dry => "would be written",
            Mode::Write => "written",
        };
        match kind {
            Kind::Invoices => writeln!(
                out,
                "{read} read, {written} {verb}, {unchanged} unchanged, {unpromised} of which nothing was promised, {refusals} refused"
            ),
            Kind::Accounts | Kind::Orders => writeln!(
                out,
                "{read} read, {written} {verb} ({accounts} customers new or told anew), {unchanged} unchanged, {refusals} refused"
            ),
        }?;
        refused.say(out)
    }

    /// One line. The refused rows come last, as they were laid down: they may be many.
    pub(super) fn say_json(&self, refused: &mut Told, out: &mut impl io::Write) -> io::Result<()> {
        let summary = json!({
            "read": self.read,
            "written": self.written,
            "unchanged": self.unchanged,
            "refused": self.refused,
            "unpromised": self.unpromised,
            "accounts": self.accounts,
            "refused_file": refused.file.as_ref().map(|file| file.display().to_string()),
        })
        .to_string();
        let open = summary.strip_suffix('}').unwrap_or(&summary);
        write!(out, "{open},\"refused_rows\":[")?;
        refused.say_json(out)?;
        writeln!(out, "]}}")
    }
}
