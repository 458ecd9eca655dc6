//! A claim and its answer.

use super::Reading;
use super::accounts::{CHANNELS, languages};
use crate::account::{Channel, ClaimKind, Language, MatterState, NewClaim, Resolution, Terms};
use crate::command::{About, AccountCommand, ClaimDates, NewAnswer};
use crate::ids::MatterId;
use crate::key::{Handed, Key, Link};
use crate::refusal::Why;
use crate::rules::Clock;

const KINDS: &[(&str, ClaimKind)] = &[
    ("broken_promise", ClaimKind::BrokenPromise),
    ("delivery", ClaimKind::Delivery),
    ("defect", ClaimKind::Defect),
    ("billing", ClaimKind::Billing),
    ("continuity", ClaimKind::Continuity),
    ("treatment", ClaimKind::Treatment),
    ("other", ClaimKind::Other),
];

const RESOLUTIONS: &[(&str, Resolution)] = &[
    ("accepted", Resolution::Accepted),
    ("denied", Resolution::Denied),
];

/// As much of a claim as is typed so far, for what bears on it; whatever cannot be read yet is left out.
#[must_use]
pub fn new_claim(typed: &[(String, String)]) -> NewClaim {
    let said = |field: &str| {
        let found = typed.iter().find(|(name, _)| name == field);
        found.map_or("", |(_, value)| value.as_str())
    };
    let kind = said("claim_kind");
    let kind = KINDS.iter().find(|(code, _)| *code == kind);
    NewClaim {
        contact: said("contact").parse().ok(),
        kind: kind.map_or(ClaimKind::BrokenPromise, |(_, kind)| *kind),
        about: said("about").parse().ok(),
    }
}

impl Reading<'_> {
    /// Fields `claim_kind`, `about` (a matter's id, `unrecorded` with `terms` and its fields, or empty, which is
    /// `unrecorded` once `terms` or `what` is said), `lines`, `contact`, `channel`, `point.N`, `sought`,
    /// `language`, `invoiced`, `happened_on`, `said_on`, `meeting` (a day, empty, or `none`). The key and the link that the
    /// customer takes away come from the form's `seed`.
    pub(super) fn claim(&mut self) -> Option<AccountCommand> {
        let claim_kind = self
            .fields
            .choice("claim_kind", Some(ClaimKind::BrokenPromise), KINDS);
        let about = self.about();
        let contact = self.fields.id("contact", Why::NoSuchContact);
        let channel = self
            .fields
            .choice("channel", Some(Channel::Counter), CHANNELS);
        let points = self.points();
        let sought = self.fields.text("sought", &mut self.pen);
        let language = self
            .fields
            .choice("language", Some(self.language(contact)), &languages());
        let invoiced = self.fields.money("invoiced");
        let dates = self.dates();
        // Last, so that the texts before keep the ids they had.
        let handed = Handed {
            key: self.pen.write(Key::minted(&self.seed).to_string()),
            link: self.pen.write(Link::minted(&self.seed).to_string()),
        };
        Some(AccountCommand::MakeClaim {
            about: about?,
            claim_kind: claim_kind?,
            contact,
            channel: channel?,
            points: points?,
            sought,
            language: language?,
            invoiced,
            dates,
            handed: Some(handed),
        })
    }

    /// A form that asks for the meeting and is not told a day means the house's own; `none` means none.
    fn dates(&mut self) -> ClaimDates {
        let hearing = match self.fields.get("hearing") {
            "" if self.fields.asks("hearing") => {
                let clock = Clock::new(self.cx.house, self.cx.store);
                Some(clock.hearing_day(clock.day(self.cx.now)))
            }
            "none" => None,
            _ => self.fields.date("hearing"),
        };
        ClaimDates {
            happened_on: self.fields.date("happened_on"),
            said_on: self.fields.date("said_on"),
            hearing,
        }
    }

    fn points(&mut self) -> Option<Vec<crate::text::Text>> {
        let points = self.further_points();
        if points.is_empty() {
            self.fields.refuse("point.0", Why::NoPoint);
        }
        (!points.is_empty()).then_some(points)
    }

    /// As many as are written, in their order.
    pub(super) fn further_points(&mut self) -> Vec<crate::text::Text> {
        let rows = self.fields.rows("point");
        (0..rows)
            .filter_map(|row| self.fields.text(&format!("point.{row}"), &mut self.pen))
            .collect()
    }

    fn about(&mut self) -> Option<About> {
        let is_told = ["terms", "what"]
            .iter()
            .any(|field| !self.fields.get(field).is_empty());
        match self.fields.get("about") {
            "" if !is_told => Some(About::Nothing),
            "" | "unrecorded" => {
                let terms = match self.fields.get("terms") {
                    "" => Some(Terms::Other),
                    _ => self.terms("terms"),
                };
                let what = self.fields.text("what", &mut self.pen);
                let span = self.span();
                let by = self.fields.id("by", Why::NoSuchPerson);
                Some(About::Unrecorded {
                    terms: terms?,
                    what,
                    span,
                    by,
                })
            }
            _ => {
                let matter: MatterId = self.fields.id_said("about", Why::NoSuchMatter)?;
                let account = self.cx.account?;
                match account.matters.get(&matter).map(|one| &one.state) {
                    Some(MatterState::Order(_)) => Some(About::Order {
                        matter,
                        lines: self.lines()?,
                    }),
                    Some(MatterState::Promise(_)) => Some(About::Promise { matter }),
                    _ => {
                        self.fields.refuse("about", Why::NoSuchMatter);
                        None
                    }
                }
            }
        }
    }

    /// The customer is answered in their own language.
    fn language(&self, contact: Option<crate::ids::ContactId>) -> Language {
        let head = self.cx.account.and_then(|account| account.head.as_ref());
        let known = contact.and_then(|contact| head?.contacts.get(&contact));
        known.map_or(Language::Es, |contact| contact.language)
    }

    /// Fields `matter`, `answer.N.resolution`, `answer.N.reasons`.
    pub(super) fn answer(&mut self) -> Option<AccountCommand> {
        let matter: Option<MatterId> = self.fields.id_said("matter", Why::NoSuchMatter);
        let rows = self.fields.rows("answer");
        if rows == 0 {
            self.fields
                .refuse("answer.0.resolution", Why::PointNotAnswered);
        }
        let answers: Vec<_> = (0..rows).map(|row| self.new_answer(row)).collect();
        Some(AccountCommand::AnswerClaim {
            matter: matter?,
            answers: answers.into_iter().collect::<Option<_>>()?,
        })
    }

    fn new_answer(&mut self, row: usize) -> Option<NewAnswer> {
        let field = |name: &str| format!("answer.{row}.{name}");
        if self.fields.get(&field("resolution")).is_empty() {
            self.fields
                .refuse(&field("resolution"), Why::PointNotAnswered);
            return None;
        }
        let resolution = self
            .fields
            .choice(&field("resolution"), None, RESOLUTIONS)?;
        let reasons = self.fields.text(&field("reasons"), &mut self.pen);
        if resolution == Resolution::Denied && reasons.is_none() {
            self.fields
                .refuse(&field("reasons"), Why::DenialWithoutReasons);
        }
        Some(NewAnswer {
            resolution,
            reasons,
        })
    }
}
