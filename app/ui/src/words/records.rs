//! What the counts of somebody's record are called, and what is said of each. It refuses to praise and to blame.

use domain::account::Finding;
use domain::record::RecordKind;

use super::Tongue;

/// The count, and the list behind it.
#[must_use]
pub const fn count(t: Tongue, kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Made => t.pick("Promesas dadas", "Promises made"),
        RecordKind::Kept => t.pick("Cumplidas", "Kept"),
        RecordKind::Broken => t.pick("Incumplidas", "Broken"),
        RecordKind::Unrecorded => t.pick("Sin apuntar", "Not recorded"),
        RecordKind::Found(Finding::Seller) => {
            t.pick("Averiguado: lo prometió", "Found: it was promised")
        }
        RecordKind::Found(Finding::Shared) => {
            t.pick("Averiguado: de varios", "Found: several had part")
        }
        RecordKind::Found(Finding::Process) => {
            t.pick("Averiguado: la casa", "Found: the way of working")
        }
        RecordKind::Found(Finding::Customer) => {
            t.pick("Averiguado: el cliente", "Found: the customer")
        }
        RecordKind::Found(Finding::Unproven) => {
            t.pick("Averiguado: no se sabe", "Found: it cannot be told")
        }
        RecordKind::Instructed => t.pick("Indicaciones", "Instructions"),
    }
}

/// What the day of a line is the day of.
#[must_use]
pub const fn on(t: Tongue, kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Made => t.pick("Prometido", "Promised"),
        RecordKind::Kept => t.pick("Cumplido", "Kept"),
        RecordKind::Broken => t.pick("Incumplido", "Broken"),
        RecordKind::Unrecorded | RecordKind::Found(_) => t.pick("Averiguado", "Found"),
        RecordKind::Instructed => t.pick("Dadas", "Given"),
    }
}

/// Where there is nothing behind a count.
#[must_use]
pub const fn none(t: Tongue, kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Made => t.pick(
            "Cada promesa que se apunte quedará aquí.",
            "Each promise that is recorded will stand here.",
        ),
        RecordKind::Kept => t.pick(
            "Lo que se cumpla quedará aquí.",
            "What is kept will stand here.",
        ),
        RecordKind::Broken => t.pick("No hay ninguna.", "There is none."),
        RecordKind::Unrecorded => t.pick(
            "Solo cuenta lo que una investigación ha confirmado: no hay nada.",
            "Only what an investigation confirmed counts: there is nothing.",
        ),
        RecordKind::Found(_) => t.pick(
            "Ninguna investigación ha concluido así.",
            "No investigation has ended so.",
        ),
        RecordKind::Instructed => t.pick("No se ha dado ninguna.", "None was given."),
    }
}
