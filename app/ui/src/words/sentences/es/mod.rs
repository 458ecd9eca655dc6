//! Every fact in Spanish; the verb bends to *tú* for whoever reads what they did themselves.

use domain::context::Actor;
use domain::fact::{Fact, Foreseen};

use super::Teller;
use crate::words::{Tongue, dates, dues, labels, promised};

mod course;
mod investigated;
mod invoiced;
mod parts;
mod spoken;

use parts::{
    answered, answered_in, as_said, borne, given, line, made, missed, of_lines, ordered, preferred,
    remedy, through, tongue,
};

const T: Tongue = Tongue::Es;

pub(super) fn did(teller: &Teller<'_>) -> String {
    let bend = |they, you| teller.bend(they, you);
    let noted = teller.bend("anotó", "anotaste");
    match &teller.row.fact {
        Fact::AccountOpened {
            account_kind,
            name,
            owner,
            ..
        } => {
            let (name, kind) = (teller.text(*name), labels::account_kind(T, *account_kind));
            let opened = teller.either(bend("dio de alta a", "diste de alta a"), "cliente nuevo,");
            format!(
                "{opened} {name} ({}); {}",
                kind.to_lowercase(),
                parts::answers(teller, *owner)
            )
        }
        Fact::AccountRestated {
            name,
            tax_id,
            account_kind,
        } => {
            let now = teller.either(
                bend(
                    "cambió los datos: el cliente se llama",
                    "cambiaste los datos: el cliente se llama",
                ),
                "el cliente se llama",
            );
            let name = teller.text(*name);
            let tax_id = tax_id.map(|id| format!(", con NIF {}", teller.text(id)));
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
            let reached = [Some(*name), *phone, *email].into_iter().flatten();
            let reached: Vec<_> = reached.map(|text| teller.text(text)).collect();
            let added = teller.either(noted, "");
            let contact = format!("{added} el contacto {}", reached.join(", "));
            format!(
                "{}; prefiere {}{}",
                contact.trim_start(),
                preferred(*channel),
                tongue(*language)
            )
        }
        Fact::OwnerAssigned { owner } => match teller.other(*owner) {
            None => bend("se hizo cargo del cliente", "te hiciste cargo del cliente").to_owned(),
            Some(_) => format!(
                "{} el cliente: ahora {}",
                bend("pasó", "pasaste"),
                parts::answers(teller, *owner)
            ),
        },
        Fact::MatterAssigned { owner } => match teller.other(*owner) {
            None => bend("se hizo cargo del asunto", "te hiciste cargo del asunto").to_owned(),
            Some(_) => format!(
                "{} el asunto: ahora {}",
                bend("pasó", "pasaste"),
                parts::answers(teller, *owner)
            ),
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
                "una foto"
            } else {
                "un documento"
            };
            format!("{} {what}", bend("adjuntó", "adjuntaste"))
        }
        Fact::NoteAdded { .. } => bend("escribió una nota", "escribiste una nota").to_owned(),
        Fact::Corrected { version, .. } => {
            format!(
                "{} la línea {version}, que sigue donde está",
                bend("corrigió", "corregiste")
            )
        }
        Fact::DueMoved { due, from, to, .. } => {
            let (moved, due) = (bend("cambió", "cambiaste"), dues::step(T, *due));
            let from = dates::of_day(T, *from, teller.row.on);
            let to = dates::bare(T, *to, teller.row.on);
            format!("{moved} la fecha de «{due}» {from} al {to}")
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
        Fact::PromiseConfirmed { .. } => {
            format!(
                "{} la promesa con el cliente",
                bend("confirmó", "confirmaste")
            )
        }
        Fact::PromiseSigned { terms, .. } => {
            let what = promised::terms(T, terms, teller.row.on).map(|terms| format!(": {terms}"));
            format!("leyó y firmó la promesa{}", what.unwrap_or_default())
        }
        Fact::PromiseAmended { terms, .. } => {
            let now =
                promised::terms(T, terms, teller.row.on).map(|terms| format!(": ahora, {terms}"));
            let agreed = bend("acordó", "acordaste");
            format!(
                "{agreed} otra cosa con el cliente{}",
                now.unwrap_or_default()
            )
        }
        Fact::PromiseKept { .. } => format!("{} la promesa por cumplida", bend("dio", "diste")),
        Fact::PromiseBroken {
            found_by, foreseen, ..
        } => {
            let broken = match foreseen {
                Foreseen::No => format!("{} la promesa por incumplida", bend("dio", "diste")),
                Foreseen::Yes => format!("{noted} que la promesa no se va a cumplir"),
            };
            format!("{broken}{}", as_said(*found_by))
        }
        Fact::PromiseReleased { .. } => format!("{noted} que el cliente nos libera de la promesa"),
        Fact::Honoured {
            pay_now, frozen, ..
        } => {
            let honoured = bend("respaldó", "respaldaste");
            format!("{honoured} la promesa{}", given(teller, *pay_now, *frozen))
        }
        Fact::RemedyOwed {
            remedy_kind,
            amount,
            bearer,
            by,
            ..
        } => {
            let remedy = remedy(teller, *remedy_kind, *amount);
            let (by, bearer) = (teller.day(*by), borne(teller, *bearer));
            let committed = bend("se comprometió a", "te comprometiste a");
            format!("{committed} {remedy} para {by}; {bearer}")
        }
        Fact::RemedyDone { remedy, .. } => {
            let (gave, which) = (bend("dio", "diste"), parts::which(*remedy));
            format!("{gave} por hecha la reparación{which}")
        }
        Fact::WorthChosen { .. }
        | Fact::DirectorAlerted { .. }
        | Fact::AlertAcknowledged { .. }
        | Fact::HearingSet { .. }
        | Fact::HearingHeld { .. }
        | Fact::GestureGiven { .. } => course::of_amends(teller),
        Fact::ApologyGiven { .. } => format!("{} disculpas al cliente", bend("pidió", "pediste")),
        Fact::OrderPlaced {
            number,
            placed_on,
            lines,
        } => {
            let placed = teller.either(noted, "");
            let on = dates::of_day(T, *placed_on, teller.row.on);
            let order = format!(
                "{placed} el pedido {number}, {on}: {}",
                ordered(teller, lines)
            );
            order.trim_start().to_owned()
        }
        Fact::LinesRepromised {
            lines,
            to,
            essential,
            ..
        } => {
            let gave = teller.either(
                bend("dio nueva fecha a", "diste nueva fecha a"),
                "nueva fecha para",
            );
            let (lines, to) = (of_lines(teller, lines), teller.day(*to));
            format!(
                "{gave} {lines}: {to}{}",
                promised::essentially(T, *essential)
            )
        }
        Fact::LinesDelivered { lines, arrived_on } => {
            let delivered = teller.either(
                bend("anotó la entrega de", "anotaste la entrega de"),
                "entrega de",
            );
            format!(
                "{delivered} {}, {}",
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
            let saw = teller.either(bend("anotó que ", "anotaste que "), "");
            let (missed, lines) = (
                missed(teller, *promised, *foreseen),
                of_lines(teller, lines),
            );
            format!("{saw}{missed}: {lines}{}", as_said(*found_by))
        }
        Fact::LineRestated { line: number, now } => {
            let restated = teller.either(
                bend("corrigió la línea", "corregiste la línea"),
                "cambia la línea",
            );
            format!(
                "{restated} {}: {}",
                u32::from(*number) + 1,
                line(teller, now)
            )
        }
        Fact::OrderRestated { number, placed_on } => {
            let now = teller.either(
                bend(
                    "corrigió los datos: es el pedido",
                    "corregiste los datos: es el pedido",
                ),
                "es el pedido",
            );
            format!(
                "{now} {number}, {}",
                dates::of_day(T, *placed_on, teller.row.on)
            )
        }
        Fact::OrderCancelled { .. } => format!("{noted} que el cliente anula el pedido"),
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
                Actor::Customer { .. } => "reclamó".to_owned(),
                _ => format!(
                    "{} la reclamación {}",
                    bend("recogió", "recogiste"),
                    teller.from(*contact)
                ),
            };
            let several = if points.len() > 1 {
                format!(", {} puntos", points.len())
            } else {
                String::new()
            };
            let invoiced = invoiced.map(|sum| format!("; la factura dice {}", teller.money(sum)));
            format!(
                "{taken}, {}: {kind}{several}{}{}",
                through(*channel),
                invoiced.unwrap_or_default(),
                answered_in(*language)
            )
        }
        Fact::InvestigationOpened { director, .. } => investigated::opened(teller, *director),
        Fact::StatementTaken { by, .. } => investigated::heard(teller, *by),
        Fact::InvestigationConcluded { finding, .. } => {
            let concluded = bend("concluyó", "concluiste");
            format!(
                "{concluded} la investigación: {}",
                labels::finding(T, *finding)
            )
        }
        Fact::FindingTold { channel, .. } => {
            let told = bend("dijo al cliente", "dijiste al cliente");
            format!("{told} lo que se averiguó, {}", through(*channel))
        }
        Fact::CostAttributed {
            to,
            amount,
            monthly,
            ..
        } => investigated::placed(teller, *to, *amount, *monthly),
        Fact::SellerInstructed { person, .. } => format!(
            "{} a {} cómo hacerlo mejor",
            bend("indicó", "indicaste"),
            teller.person(*person)
        ),
        Fact::CheckFirstAsked { contact, until, .. } => format!(
            "{} que lo que diga {} se investigue antes, hasta {}; falta la firma del defensor",
            bend("firmó", "firmaste"),
            teller.names.contact(T, Some(*contact)),
            teller.day(*until)
        ),
        Fact::CheckFirstSigned { .. } => {
            format!(
                "{} también: desde ahora se investiga antes",
                bend("firmó", "firmaste")
            )
        }
        Fact::TrustChanged { contact, until } => investigated::trust(teller, *contact, *until),
        Fact::CheckFirstTold { channel } => format!(
            "{} al cliente que lo suyo se investiga antes, y que puede contestar, {}",
            bend("dijo", "dijiste"),
            through(*channel)
        ),
        Fact::CheckFirstReplied { .. } => format!("{noted} lo que contesta el cliente"),
        Fact::CheckFirstLifted { .. } => format!(
            "{} que se investigue antes lo que dice el cliente",
            bend("levantó", "levantaste")
        ),
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
