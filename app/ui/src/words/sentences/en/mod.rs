//! Every fact in English, in the past: it serves *Marta* and *you* alike.

use domain::context::Actor;
use domain::fact::{Fact, Foreseen};

use super::Teller;
use crate::words::{Tongue, dues, labels, promised};

mod course;
mod investigated;
mod invoiced;
mod parts;
mod spoken;

use parts::{
    answered, answered_in, as_said, borne, honoured, line, made, missed, of_lines, ordered,
    preferred, remedy, through, tongue,
};

const T: Tongue = Tongue::En;

pub(super) fn did(teller: &Teller<'_>) -> String {
    match &teller.row.fact {
        Fact::AccountOpened {
            account_kind,
            name,
            owner,
            ..
        } => {
            let (name, kind) = (teller.text(*name), labels::account_kind(T, *account_kind));
            let opened = teller.either("added", "new customer,");
            let owner = parts::care(teller, *owner);
            format!("{opened} {name} ({}), {owner}", kind.to_lowercase())
        }
        Fact::AccountRestated {
            name,
            tax_id,
            account_kind,
        } => {
            let now = teller.either("changed the details: the customer is", "the customer is");
            let name = teller.text(*name);
            let tax_id = tax_id.map(|id| format!(", tax id {}", teller.text(id)));
            let kind = account_kind.map(|kind| format!(" ({})", labels::account_kind(T, kind)));
            format!(
                "{now} {name}{}{}",
                kind.unwrap_or_default().to_lowercase(),
                tax_id.unwrap_or_default()
            )
        }
        Fact::ContactAdded {
            name,
            phone,
            email,
            channel,
            language,
            ..
        } => {
            let reached = [Some(*name), *phone, *email];
            let reached: Vec<_> = reached
                .into_iter()
                .flatten()
                .map(|text| teller.text(text))
                .collect();
            let (added, reached) = (
                teller.either("added the contact", "contact"),
                reached.join(", "),
            );
            let by = preferred(*channel);
            format!("{added} {reached}; prefers {by}{}", tongue(*language))
        }
        Fact::OwnerAssigned { owner } => match teller.other(*owner) {
            None => "took over the customer".to_owned(),
            Some(_) => format!("put the customer {}", parts::care(teller, *owner)),
        },
        Fact::MatterAssigned { owner } => match teller.other(*owner) {
            None => "took over the matter".to_owned(),
            Some(_) => format!("put the matter {}", parts::care(teller, *owner)),
        },
        Fact::InteractionRecorded {
            channel,
            direction,
            contact,
            outcome,
            cost,
            ..
        } => spoken::went(teller, *channel, *direction, *contact, *outcome, *cost),
        Fact::AttachmentAdded { media, .. } => {
            let what = if media.is_picture() {
                "a picture"
            } else {
                "a document"
            };
            format!("attached {what}")
        }
        Fact::NoteAdded { .. } => "wrote a note".to_owned(),
        Fact::Corrected { version, .. } => format!("corrected line {version} of the history"),
        Fact::DueMoved { due, from, to, .. } => {
            let (due, from, to) = (dues::step(T, *due), teller.day(*from), teller.day(*to));
            format!("moved “{due}” from {from} to {to}")
        }
        Fact::PromiseMade {
            terms,
            span,
            by,
            to,
            channel,
            source,
            ..
        } => {
            let made = made(teller, terms, *by, *to, *source);
            let span = promised::span(T, *span, teller.row.on);
            format!("{made}{span}, {}", through(*channel))
        }
        Fact::PromiseConfirmed { .. } => "confirmed the promise with the customer".to_owned(),
        Fact::PromiseSigned { terms, .. } => {
            let what = promised::terms(T, terms, teller.row.on).map(|terms| format!(": {terms}"));
            format!("read and signed the promise{}", what.unwrap_or_default())
        }
        Fact::PromiseAmended { terms, .. } => {
            let now =
                promised::terms(T, terms, teller.row.on).map(|terms| format!(": now {terms}"));
            format!(
                "changed the promise with the customer's consent{}",
                now.unwrap_or_default()
            )
        }
        Fact::PromiseKept { .. } => "recorded the promise as kept".to_owned(),
        Fact::PromiseBroken {
            found_by, foreseen, ..
        } => {
            let broken = match foreseen {
                Foreseen::No => "recorded the promise as broken",
                Foreseen::Yes => "recorded that the promise will not be kept",
            };
            format!("{broken}{}", as_said(*found_by))
        }
        Fact::PromiseReleased { .. } => {
            "recorded that the customer lets us off the promise".to_owned()
        }
        Fact::Honoured {
            pay_now, frozen, ..
        } => honoured(teller, *pay_now, *frozen),
        Fact::RemedyOwed {
            remedy_kind,
            amount,
            bearer,
            by,
            ..
        } => {
            let remedy = remedy(teller, *remedy_kind, *amount);
            let (by, bearer) = (teller.day(*by), borne(teller, *bearer));
            format!("committed to {remedy} by {by}, done by {bearer}")
        }
        Fact::RemedyDone { remedy: 0, .. } => "recorded the remedy as done".to_owned(),
        Fact::RemedyDone { remedy, .. } => {
            format!("recorded remedy {} as done", u32::from(*remedy) + 1)
        }
        Fact::WorthChosen { .. }
        | Fact::DirectorAlerted { .. }
        | Fact::AlertAcknowledged { .. }
        | Fact::HearingSet { .. }
        | Fact::HearingHeld { .. }
        | Fact::GestureGiven { .. } => course::of_amends(teller),
        Fact::ApologyGiven { .. } => "apologised to the customer".to_owned(),
        Fact::OrderPlaced {
            number,
            placed_on,
            lines,
        } => {
            let (placed, on) = (
                teller.either("recorded order", "order"),
                teller.day(*placed_on),
            );
            format!("{placed} {number} of {on}: {}", ordered(teller, lines))
        }
        Fact::LinesRepromised {
            lines,
            to,
            essential,
            ..
        } => {
            let (gave, lines) = (
                teller.either("gave a new date for", "a new date for"),
                of_lines(teller, lines),
            );
            let (to, essential) = (teller.day(*to), promised::essentially(T, *essential));
            format!("{gave} {lines}: {to}{essential}")
        }
        Fact::LinesDelivered { lines, arrived_on } => {
            let delivered = teller.either("recorded the delivery of", "delivery of");
            format!(
                "{delivered} {} on {}",
                of_lines(teller, lines),
                teller.day(*arrived_on)
            )
        }
        Fact::LinesMissed {
            lines,
            promised,
            found_by,
            foreseen,
            ..
        } => {
            let saw = teller.either("recorded that ", "");
            let missed = missed(teller, *promised, *foreseen);
            let (lines, as_said) = (of_lines(teller, lines), as_said(*found_by));
            format!("{saw}{missed} ({lines}){as_said}")
        }
        Fact::LineRestated { line: number, now } => {
            let restated = teller.either("corrected line", "change to line");
            format!(
                "{restated} {}: {}",
                u32::from(*number) + 1,
                line(teller, now)
            )
        }
        Fact::OrderRestated { number, placed_on } => {
            let now = teller.either("changed the details: it is order", "it is order");
            format!("{now} {number} of {}", teller.day(*placed_on))
        }
        Fact::OrderCancelled { .. } => "recorded that the customer calls the order off".to_owned(),
        Fact::ClaimReceived {
            claim_kind,
            contact,
            channel,
            points,
            language,
            invoiced,
            ..
        } => {
            let kind = labels::claim(T, *claim_kind);
            let taken = match teller.row.actor {
                Actor::Customer { .. } => format!("claimed {}", through(*channel)),
                _ => format!(
                    "took a claim {} {}",
                    teller.from(*contact),
                    through(*channel)
                ),
            };
            let several = if points.len() > 1 {
                format!(", {} points", points.len())
            } else {
                String::new()
            };
            let invoiced = invoiced.map(|sum| format!("; the invoice says {}", teller.money(sum)));
            format!(
                "{taken}: {kind}{several}{}{}",
                invoiced.unwrap_or_default(),
                answered_in(*language)
            )
        }
        Fact::InvestigationOpened { director, .. } => investigated::opened(teller, *director),
        Fact::StatementTaken { by, .. } => investigated::heard(teller, *by),
        Fact::InvestigationConcluded { finding, .. } => {
            format!(
                "concluded the investigation: {}",
                labels::finding(T, *finding)
            )
        }
        Fact::FindingTold { channel, .. } => {
            format!(
                "told the customer what was found out, {}",
                through(*channel)
            )
        }
        Fact::CostAttributed {
            to,
            amount,
            monthly,
            ..
        } => investigated::placed(teller, *to, *amount, *monthly),
        Fact::SellerInstructed { person, .. } => {
            format!("told {} how to do better", teller.person(*person))
        }
        Fact::CheckFirstAsked { contact, until, .. } => format!(
            "signed that what {} says be checked first, until {}; the defensor's signature is missing",
            teller.names.contact(T, Some(*contact)),
            teller.day(*until)
        ),
        Fact::CheckFirstSigned { .. } => "signed too: from now on it is checked first".to_owned(),
        Fact::TrustChanged { contact, until } => investigated::trust(teller, *contact, *until),
        Fact::CheckFirstTold { channel } => format!(
            "told the customer that they are checked first, and may reply, {}",
            through(*channel)
        ),
        Fact::CheckFirstReplied { .. } => "noted what the customer replies".to_owned(),
        Fact::CheckFirstLifted { .. } => {
            "lifted that what the customer says be checked first".to_owned()
        }
        Fact::InvoiceAgreed { .. } | Fact::InvoiceDiffered { .. } => invoiced::compared(teller),
        Fact::ClaimDated { .. }
        | Fact::CompletionAsked { .. }
        | Fact::ClaimCompleted { .. }
        | Fact::ClaimLapsed { .. }
        | Fact::ClaimReopened { .. }
        | Fact::MediationOpened { .. }
        | Fact::MediationClosed { .. }
        | Fact::AnswerDelivered { .. }
        | Fact::SatisfactionRecorded { .. } => course::of_a_claim(teller),
        Fact::ClaimAnswered { answers } | Fact::AnswerWritten { answers } => {
            answered(teller, answers)
        }
    }
}
