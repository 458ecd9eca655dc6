//! Why a row was refused, for whoever mends the file: each column with the sentence that the screens say in English.
//! It refuses to say more than the refusal does.

use domain::refusal::Refusal;
use ui::words::{Tongue, refusals};

/// All the reasons, one after the other.
pub(super) fn sentence(refused: &[Refusal]) -> String {
    let reasons: Vec<_> = refused.iter().map(reason).collect();
    reasons.join(" ")
}

fn reason(refusal: &Refusal) -> String {
    let why = refusals::sentence(Tongue::En, &refusal.why);
    match &refusal.field {
        Some(field) => format!("{field}: {why}"),
        None => why,
    }
}
