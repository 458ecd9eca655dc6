//! One sentence a fact: who, what they did, and what was said in their own words.
//! It refuses to know today: a day is told beside the day the fact stands under.

use domain::account::Resolution;
use domain::context::Actor;
use domain::fact::{Aftermath, Cost, Direction, Fact};
use domain::ids::{ContactId, PersonId};
use domain::money::Money;
use domain::text::TextRef;
use domain::time::Date;
use domain::timeline::Row;

use super::{Names, Tone, Tongue, capital, counted, dates, list, money};

mod en;
mod es;
#[cfg(test)]
mod tests;

/// What stands where a text was erased, in Spanish and in English.
pub(crate) const ERASED: (&str, &str) = ("(texto borrado)", "(text erased)");

/// A line of the timeline, ready to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Who, with a capital.
    pub who: String,
    /// What they did; it goes on from `who` and has no full stop.
    pub did: String,
    /// The words people typed, line by line.
    pub quote: Option<String>,
    /// Its colour.
    pub tone: Tone,
}

/// The sentence of that row.
#[must_use]
pub fn of(t: Tongue, row: &Row, names: &Names) -> Sentence {
    let teller = Teller { t, row, names };
    let did = match t {
        Tongue::Es => es::did(&teller),
        Tongue::En => en::did(&teller),
    };
    let strayed = row.skew().map(|skew| strayed(t, skew));
    Sentence {
        who: who(&teller),
        did: did + &strayed.unwrap_or_default(),
        quote: quote(&teller),
        tone: tone(&row.fact),
    }
}

/// Who the sentence is of: whoever did it, and the customer where they came to us.
fn who(teller: &Teller<'_>) -> String {
    match &teller.row.fact {
        Fact::InteractionRecorded {
            direction: Direction::Incoming,
            contact,
            ..
        } => capital(&teller.names.contact(teller.t, *contact)),
        Fact::PromiseSigned { by, .. } => capital(&teller.text(*by)),
        _ => teller.names.actor(teller.t, &teller.row.actor),
    }
}

/// By how much the clock it was written with was ahead or behind, in minutes.
fn strayed(t: Tongue, skew_micros: i64) -> String {
    let minutes = usize::try_from(skew_micros.unsigned_abs() / 60_000_000).unwrap_or(usize::MAX);
    match (t, skew_micros > 0) {
        (Tongue::Es, true) => format!(
            " (el reloj del aparato iba {} por delante)",
            counted(minutes, "minuto", "minutos")
        ),
        (Tongue::Es, false) => format!(
            " (el reloj del aparato iba {} por detrás)",
            counted(minutes, "minuto", "minutos")
        ),
        (Tongue::En, true) => format!(
            " (the device's clock was {} ahead)",
            counted(minutes, "minute", "minutes")
        ),
        (Tongue::En, false) => format!(
            " (the device's clock was {} behind)",
            counted(minutes, "minute", "minutes")
        ),
    }
}

/// Who tells, and what they tell of.
#[derive(Debug, Clone, Copy)]
struct Teller<'a> {
    t: Tongue,
    row: &'a Row,
    names: &'a Names,
}

impl Teller<'_> {
    /// An import did nothing: it only states.
    fn is_imported(&self) -> bool {
        matches!(self.row.actor, Actor::Import { .. })
    }

    /// Spanish bends the verb to whoever reads.
    fn bend(&self, they: &'static str, you: &'static str) -> &'static str {
        let by = self.row.actor.person();
        if by.is_some() && by == self.names.viewer {
            you
        } else {
            they
        }
    }

    /// `act` of somebody, `state` of an import.
    fn either<'w>(&self, act: &'w str, state: &'w str) -> &'w str {
        if self.is_imported() { state } else { act }
    }

    fn text(&self, text: TextRef) -> String {
        let erased = self.t.pick(ERASED.0, ERASED.1);
        let body = self.row.texts.get(&text.id);
        body.map_or(erased, String::as_str).to_owned()
    }

    fn texts(&self, texts: impl IntoIterator<Item = TextRef>) -> Option<String> {
        let bodies: Vec<String> = texts.into_iter().map(|text| self.text(text)).collect();
        (!bodies.is_empty()).then(|| bodies.join("\n"))
    }

    fn day(&self, date: Date) -> String {
        dates::named(self.t, date, self.row.on)
    }

    fn person(&self, person: PersonId) -> String {
        self.names.person(self.t, person)
    }

    /// A person other than who does it.
    fn other(&self, person: PersonId) -> Option<String> {
        (self.row.actor.person() != Some(person)).then(|| self.person(person))
    }

    fn to(&self, contact: Option<ContactId>) -> String {
        self.names.to(self.t, contact)
    }

    fn from(&self, contact: Option<ContactId>) -> String {
        self.names.from(self.t, contact)
    }

    fn money(&self, amount: Money) -> String {
        money(self.t, amount)
    }

    fn list(&self, of: &[String]) -> String {
        list(self.t, of)
    }
}

/// Lines as a person counts them, from 1.
fn numbers(lines: &[u16]) -> Vec<String> {
    let mut numbers: Vec<u32> = lines.iter().map(|line| u32::from(*line) + 1).collect();
    numbers.sort_unstable();
    numbers.iter().map(u32::to_string).collect()
}

/// What it cost the customer, as far as it cost anything: minutes, trips, transfers, each with its noun.
fn costs(cost: Cost, nouns: [(&str, &str); 3]) -> Vec<String> {
    [cost.minutes, cost.trips, cost.transfers]
        .into_iter()
        .zip(nouns)
        .filter(|(number, _)| *number > 0)
        .map(|(number, (one, many))| counted(usize::from(number), one, many))
        .collect()
}

/// What people typed; names and order lines are told within the sentence.
fn quote(teller: &Teller<'_>) -> Option<String> {
    match &teller.row.fact {
        Fact::AccountOpened { .. }
        | Fact::AccountRestated { .. }
        | Fact::ContactAdded { .. }
        | Fact::OwnerAssigned { .. }
        | Fact::MatterAssigned { .. }
        | Fact::Honoured { .. }
        | Fact::DirectorAlerted { .. }
        | Fact::AlertAcknowledged { .. }
        | Fact::HearingSet { .. }
        | Fact::ClaimDated { .. }
        | Fact::ClaimLapsed { .. }
        | Fact::MediationOpened { .. }
        | Fact::AnswerDelivered { .. }
        | Fact::OrderPlaced { .. }
        | Fact::LinesDelivered { .. }
        | Fact::LineRestated { .. }
        | Fact::OrderRestated { .. }
        | Fact::InvestigationOpened { .. }
        | Fact::CheckFirstSigned { .. }
        | Fact::TrustChanged { .. }
        | Fact::CheckFirstTold { .. }
        | Fact::PromiseSigned { .. }
        | Fact::InvoiceAgreed { .. }
        | Fact::InvoiceDiffered { .. } => None,
        Fact::InteractionRecorded { .. }
        | Fact::NoteAdded { .. }
        | Fact::AttachmentAdded { .. }
        | Fact::Corrected { .. }
        | Fact::DueMoved { .. }
        | Fact::PromiseMade { .. }
        | Fact::PromiseConfirmed { .. }
        | Fact::PromiseAmended { .. }
        | Fact::PromiseKept { .. }
        | Fact::PromiseBroken { .. }
        | Fact::PromiseReleased { .. }
        | Fact::RemedyOwed { .. }
        | Fact::RemedyDone { .. }
        | Fact::WorthChosen { .. }
        | Fact::HearingHeld { .. }
        | Fact::ApologyGiven { .. }
        | Fact::GestureGiven { .. }
        | Fact::CompletionAsked { .. }
        | Fact::ClaimCompleted { .. }
        | Fact::ClaimReopened { .. }
        | Fact::MediationClosed { .. }
        | Fact::SatisfactionRecorded { .. }
        | Fact::AnswerWritten { .. }
        | Fact::LinesRepromised { .. }
        | Fact::LinesMissed { .. }
        | Fact::OrderCancelled { .. }
        | Fact::StatementTaken { .. }
        | Fact::InvestigationConcluded { .. }
        | Fact::FindingTold { .. }
        | Fact::CostAttributed { .. }
        | Fact::SellerInstructed { .. }
        | Fact::CheckFirstAsked { .. }
        | Fact::CheckFirstReplied { .. }
        | Fact::CheckFirstLifted { .. }
        | Fact::ClaimAnswered { .. } => teller.texts(teller.row.fact.texts()),
        Fact::ClaimReceived { points, sought, .. } => {
            let said = teller.texts(points.iter().copied())?;
            let asks = teller.t.pick("Pide:", "They ask for:");
            Some(match sought {
                Some(sought) => format!("{said}\n{asks} {}", teller.text(*sought)),
                None => said,
            })
        }
    }
}

/// Red for a broken word, amber for what is at risk or asked of us, green for what was kept or made good.
fn tone(fact: &Fact) -> Tone {
    match fact {
        Fact::PromiseBroken { .. } | Fact::LinesMissed { .. } => Tone::Broken,
        Fact::LinesRepromised { .. }
        | Fact::ClaimReceived { .. }
        | Fact::CompletionAsked { .. }
        | Fact::ClaimReopened { .. }
        | Fact::MediationOpened { .. }
        | Fact::DirectorAlerted { .. }
        | Fact::TrustChanged { until: Some(_), .. } => Tone::Risk,
        Fact::CheckFirstSigned { .. } | Fact::CheckFirstLifted { .. } => Tone::Defensor,
        Fact::PromiseKept { .. }
        | Fact::Honoured { .. }
        | Fact::RemedyDone { .. }
        | Fact::HearingHeld { .. }
        | Fact::GestureGiven { .. }
        | Fact::ApologyGiven { .. }
        | Fact::InvoiceAgreed { .. } => Tone::Kept,
        Fact::InvoiceDiffered {
            invoice, aftermath, ..
        } => match (invoice.sent, aftermath) {
            (None, _) => Tone::Risk,
            (Some(_), Aftermath::Open) => Tone::Broken,
            (Some(_), Aftermath::Over) => Tone::Plain,
        },
        Fact::PromiseSigned { .. } => Tone::Plain,
        Fact::ClaimAnswered { answers } | Fact::AnswerWritten { answers } => {
            let accepted = |resolution| resolution == Resolution::Accepted;
            match answers.iter().all(|answer| accepted(answer.resolution)) {
                true => Tone::Kept,
                false => Tone::Plain,
            }
        }
        Fact::AccountOpened { .. }
        | Fact::AccountRestated { .. }
        | Fact::ContactAdded { .. }
        | Fact::OwnerAssigned { .. }
        | Fact::MatterAssigned { .. }
        | Fact::InteractionRecorded { .. }
        | Fact::NoteAdded { .. }
        | Fact::AttachmentAdded { .. }
        | Fact::Corrected { .. }
        | Fact::DueMoved { .. }
        | Fact::PromiseMade { .. }
        | Fact::PromiseConfirmed { .. }
        | Fact::PromiseAmended { .. }
        | Fact::PromiseReleased { .. }
        | Fact::RemedyOwed { .. }
        | Fact::WorthChosen { .. }
        | Fact::AlertAcknowledged { .. }
        | Fact::HearingSet { .. }
        | Fact::ClaimDated { .. }
        | Fact::ClaimCompleted { .. }
        | Fact::ClaimLapsed { .. }
        | Fact::MediationClosed { .. }
        | Fact::AnswerDelivered { .. }
        | Fact::SatisfactionRecorded { .. }
        | Fact::OrderPlaced { .. }
        | Fact::LinesDelivered { .. }
        | Fact::LineRestated { .. }
        | Fact::OrderRestated { .. }
        | Fact::OrderCancelled { .. }
        | Fact::InvestigationOpened { .. }
        | Fact::StatementTaken { .. }
        | Fact::InvestigationConcluded { .. }
        | Fact::FindingTold { .. }
        | Fact::CostAttributed { .. }
        | Fact::SellerInstructed { .. }
        | Fact::CheckFirstAsked { .. }
        | Fact::TrustChanged { until: None, .. }
        | Fact::CheckFirstTold { .. }
        | Fact::CheckFirstReplied { .. } => Tone::Plain,
    }
}
