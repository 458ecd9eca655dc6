//! What a row of the story is about, in the few kinds a person sifts it by, and whether it says some words.

use domain::fact::Fact;
use domain::ids::PersonId;
use domain::search::fold;
use domain::timeline::Row;

use super::{Names, Tongue, labels::Choices, sentences};

/// The kinds, with what they are called.
#[must_use]
pub fn kinds(t: Tongue) -> Choices {
    vec![
        ("gestiones", t.pick("Gestiones", "Interactions")),
        ("promesas", t.pick("Promesas", "Promises")),
        ("pedidos", t.pick("Pedidos", "Orders")),
        ("reclamaciones", t.pick("Reclamaciones", "Claims")),
        (
            "reparaciones",
            t.pick("Reparaciones y disculpas", "Remedies and apologies"),
        ),
        (
            "notas",
            t.pick("Notas y correcciones", "Notes and corrections"),
        ),
        ("cuenta", t.pick("La cuenta", "The account")),
    ]
}

/// The code of its kind.
#[must_use]
pub const fn kind(fact: &Fact) -> &'static str {
    match fact {
        Fact::InteractionRecorded { .. } => "gestiones",
        Fact::PromiseMade { .. }
        | Fact::PromiseConfirmed { .. }
        | Fact::PromiseAmended { .. }
        | Fact::PromiseKept { .. }
        | Fact::PromiseBroken { .. }
        | Fact::PromiseReleased { .. }
        | Fact::PromiseSigned { .. }
        | Fact::InvoiceAgreed { .. }
        | Fact::InvoiceDiffered { .. } => "promesas",
        Fact::OrderPlaced { .. }
        | Fact::LinesRepromised { .. }
        | Fact::LinesDelivered { .. }
        | Fact::LinesMissed { .. }
        | Fact::LineRestated { .. }
        | Fact::OrderRestated { .. }
        | Fact::OrderCancelled { .. } => "pedidos",
        Fact::ClaimReceived { .. }
        | Fact::ClaimDated { .. }
        | Fact::CompletionAsked { .. }
        | Fact::ClaimCompleted { .. }
        | Fact::ClaimLapsed { .. }
        | Fact::ClaimReopened { .. }
        | Fact::MediationOpened { .. }
        | Fact::MediationClosed { .. }
        | Fact::AnswerWritten { .. }
        | Fact::AnswerDelivered { .. }
        | Fact::SatisfactionRecorded { .. }
        | Fact::ClaimAnswered { .. }
        | Fact::InvestigationOpened { .. }
        | Fact::StatementTaken { .. }
        | Fact::InvestigationConcluded { .. }
        | Fact::FindingTold { .. }
        | Fact::CostAttributed { .. }
        | Fact::SellerInstructed { .. }
        | Fact::CheckFirstAsked { .. }
        | Fact::CheckFirstSigned { .. }
        | Fact::CheckFirstTold { .. }
        | Fact::CheckFirstReplied { .. }
        | Fact::CheckFirstLifted { .. } => "reclamaciones",
        Fact::Honoured { .. }
        | Fact::RemedyOwed { .. }
        | Fact::RemedyDone { .. }
        | Fact::WorthChosen { .. }
        | Fact::DirectorAlerted { .. }
        | Fact::AlertAcknowledged { .. }
        | Fact::HearingSet { .. }
        | Fact::HearingHeld { .. }
        | Fact::GestureGiven { .. }
        | Fact::ApologyGiven { .. } => "reparaciones",
        Fact::NoteAdded { .. }
        | Fact::AttachmentAdded { .. }
        | Fact::Corrected { .. }
        | Fact::DueMoved { .. } => "notas",
        Fact::AccountOpened { .. }
        | Fact::AccountRestated { .. }
        | Fact::ContactAdded { .. }
        | Fact::OwnerAssigned { .. }
        | Fact::MatterAssigned { .. }
        | Fact::TrustChanged { .. } => "cuenta",
    }
}

/// Who of the house it is told of.
#[must_use]
pub fn person(row: &Row) -> Option<PersonId> {
    match &row.fact {
        Fact::PromiseMade { by: Some(by), .. } => Some(*by),
        _ => row.actor.person(),
    }
}

/// Whether its sentence or its texts say all these words, folded.
#[must_use]
pub fn says(tongue: Tongue, row: &Row, names: &Names, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let sentence = sentences::of(tongue, row, names);
    let mut said = format!("{} {}", sentence.who, sentence.did);
    for text in row.texts.values() {
        said.push(' ');
        said.push_str(text);
    }
    let said = fold(&said);
    words.iter().all(|word| said.contains(word.as_str()))
}
