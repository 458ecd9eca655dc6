//! Which texts a state points to: those that a page must have to show it.
//! It refuses to read them.

use domain::account::{Amends, Claim, ClaimStage, Head, Matter, MatterState};
use domain::ids::TextId;
use domain::text::TextRef;

/// Of the account itself and its contacts.
pub(crate) fn of_head(head: &Head) -> Vec<TextId> {
    let contacts = head
        .contacts
        .values()
        .flat_map(|contact| [Some(contact.name), contact.phone, contact.email]);
    ids([Some(head.name), head.tax_id].into_iter().chain(contacts))
}

/// Of a matter.
pub(crate) fn of_matter(matter: &Matter) -> Vec<TextId> {
    let amends = matter.amends().into_iter().flat_map(of_amends);
    match &matter.state {
        MatterState::Promise(promise) => ids(amends.chain([promise.what])),
        MatterState::Order(order) => ids(amends.chain(order.lines.iter().map(|line| line.what))),
        MatterState::Claim(claim) => ids(of_claim(claim)),
        // Read by those who may, where they look at the file.
        MatterState::Investigation(file) => {
            ids(file.told.map(|(outcome, _)| Some(outcome)).into_iter())
        }
    }
}

fn of_claim(claim: &Claim) -> impl Iterator<Item = Option<TextRef>> {
    let points = claim.points.iter().flat_map(|point| {
        let reasons = point.answer.and_then(|answer| answer.reasons);
        [Some(point.said), reasons]
    });
    let missing = match claim.stage {
        ClaimStage::Incomplete { missing, .. } => Some(missing),
        _ => None,
    };
    let mediations = claim.mediations.iter().flat_map(|one| {
        let outcome = one.closed.map(|closed| closed.outcome);
        [Some(one.body), one.reference, outcome]
    });
    let handed = claim.handed.into_iter();
    let handed = handed.flat_map(|handed| [Some(handed.key), Some(handed.link)]);
    let others = mediations.chain(handed);
    points.chain(others).chain([claim.sought, missing])
}

fn of_amends(amends: &Amends) -> impl Iterator<Item = Option<TextRef>> {
    amends.remedies.iter().map(|remedy| remedy.what)
}

fn ids(texts: impl Iterator<Item = Option<TextRef>>) -> Vec<TextId> {
    texts.flatten().map(|text| text.id).collect()
}
