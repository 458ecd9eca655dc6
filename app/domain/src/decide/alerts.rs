//! What was honoured above the house's amount is told to a director at once: after the fact, never before it.

use super::Deed;
use crate::entry::{Audience, MatterRef};
use crate::fact::Fact;
use crate::money::Money;

/// Tells a director, where it came to more than the house's amount.
pub(super) fn alert(deed: &mut Deed<'_>, matter: MatterRef, amount: Option<Money>) {
    let above = deed.cx.house.alert_above();
    let Some(amount) = amount.filter(|amount| amount.minor > above.minor) else {
        return;
    };
    deed.happens(
        Some(matter),
        Audience::Service,
        Fact::DirectorAlerted { amount, above },
    );
}
