//! Which texts a state points to: those that a page must have to show it.
//! It refuses to read them.

use domain::account::{Amends, Head, Matter, MatterState};
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
        MatterState::Claim(claim) => {
            let points = claim.points.iter().flat_map(|point| {
                let reasons = point.answer.and_then(|answer| answer.reasons);
                [Some(point.said), reasons]
            });
            let handed = claim.handed.into_iter();
            let handed = handed.flat_map(|handed| [Some(handed.key), Some(handed.link)]);
            ids(points.chain([claim.sought]).chain(handed))
        }
    }
}

fn of_amends(amends: &Amends) -> impl Iterator<Item = Option<TextRef>> {
    amends.remedies.iter().map(|remedy| remedy.what)
}

fn ids(texts: impl Iterator<Item = Option<TextRef>>) -> Vec<TextId> {
    texts.flatten().map(|text| text.id).collect()
}
