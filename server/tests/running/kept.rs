//! What must hold after every fault: the house is sound by its own commands, and whatever was acknowledged is there
//! once. It refuses to look into tables: it asks as anybody may.

use super::answer::Answer;
use super::visitor::{Form, Visitor};
use crate::program::Place;

/// Sealed as it was written, and shown as its facts make it; how many facts there are.
pub(crate) fn sound(place: &Place) -> u64 {
    let verified = place.run(&["verify"]);
    let whole = verified.out.contains("Everything is as it was written.");
    assert!(verified.code == 0 && whole, "{verified:?}");
    let checked = place.run(&["rebuild", "--check"]);
    assert_eq!(checked.code, 0, "{checked:?}");
    let facts = verified.out.split(' ').next().expect("a number");
    facts.parse().expect("how many lines were read")
}

/// A form and what it was answered when it was kept.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    pub(crate) form: Form,
    pub(crate) answer: String,
}

impl Kept {
    /// Whether the answer says that it is written, now or before.
    pub(crate) fn by(form: &Form, answer: &Answer) -> Option<Self> {
        let said = answer.body.strip_prefix("{\"applied\":");
        let said = said.or_else(|| answer.body.strip_prefix("{\"duplicate\":"));
        let is_kept = answer.status == 200;
        said.filter(|_| is_kept).map(|said| Self {
            form: form.clone(),
            answer: said.to_owned(),
        })
    }

    /// Said again, it is known by its id and stands where it was said to stand.
    pub(crate) async fn stands(&self, visitor: &Visitor) {
        let answer = visitor.insist(&self.form).await.expect("an answer");
        let expected = format!("{{\"duplicate\":{}", self.answer);
        assert_eq!(
            (answer.status, answer.body),
            (200, expected),
            "{:?}",
            self.form
        );
    }
}

/// Each of them, many at once.
pub(crate) async fn stand(visitor: &Visitor, kept: &[Kept]) {
    for some in kept.chunks(16) {
        futures::future::join_all(some.iter().map(|one| one.stands(visitor))).await;
    }
}
