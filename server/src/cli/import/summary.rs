//! What an import came to, as a sentence or as JSON.
//! It refuses to count anything twice: read is written, unchanged and refused together.

use std::path::Path;

use serde_json::json;

/// Rows, by what became of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Summary {
    pub(super) read: usize,
    pub(super) written: usize,
    pub(super) unchanged: usize,
    pub(super) refused: usize,
    /// Customers that were opened or told anew.
    pub(super) accounts: usize,
}

impl Summary {
    pub(super) fn of(read: usize) -> Self {
        Self {
            read,
            ..Self::default()
        }
    }

    pub(super) fn sentence(&self, is_dry: bool) -> String {
        let Self {
            read,
            written,
            unchanged,
            refused,
            accounts,
        } = self;
        let verb = if is_dry {
            "would be written"
        } else {
            "written"
        };
        format!(
            "{read} read, {written} {verb} ({accounts} customers new or told anew), {unchanged} unchanged, {refused} refused"
        )
    }

    pub(super) fn json(&self, refused_file: Option<&Path>) -> String {
        json!({
            "read": self.read,
            "written": self.written,
            "unchanged": self.unchanged,
            "refused": self.refused,
            "accounts": self.accounts,
            "refused_file": refused_file.map(|file| file.display().to_string()),
        })
        .to_string()
    }
}
