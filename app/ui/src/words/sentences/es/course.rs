//! What becomes of a claim and of what makes it good, in Spanish; the facts of other capabilities are told beside it.

use domain::fact::Fact;

use super::parts::through;
use crate::words::sentences::Teller;

pub(super) fn of_a_claim(teller: &Teller<'_>) -> String {
    let bend = |they, you| teller.bend(they, you);
    let noted = bend("anotó", "anotaste");
    match &teller.row.fact {
        Fact::ClaimDated {
            happened_on,
            said_on,
        } => {
            let told = [
                happened_on.map(|day| format!("que ocurrió {}", teller.day(day))),
                said_on.map(|day| format!("que se le prometió {}", teller.day(day))),
            ];
            let told: Vec<_> = told.into_iter().flatten().collect();
            format!(
                "{noted} cuándo fue, como lo cuenta el cliente: {}",
                told.join(" y ")
            )
        }
        Fact::CompletionAsked { until, .. } => format!(
            "{} al cliente lo que falta; puede completar la reclamación hasta {}, y si no, caduca",
            bend("pidió", "pediste"),
            teller.day(*until)
        ),
        Fact::ClaimCompleted { points, .. } => {
            let more = match points.len() {
                0 => String::new(),
                1 => ", con otro punto".to_owned(),
                many => format!(", con {many} puntos más"),
            };
            format!("{noted} que el cliente completa la reclamación{more}; el plazo empieza hoy")
        }
        Fact::ClaimLapsed { until } => format!(
            "{} la reclamación por caducada: el cliente tuvo hasta {} para completarla",
            bend("dio", "diste"),
            teller.day(*until)
        ),
        Fact::ClaimReopened { .. } => {
            format!("{} la reclamación", bend("reabrió", "reabriste"))
        }
        Fact::MediationOpened {
            body,
            reference,
            on,
        } => {
            let number = reference.map(|number| format!(", con el número {}", teller.text(number)));
            format!(
                "{noted} que la reclamación está en mediación ante {}{}, desde {}; el cobro se detiene y los plazos siguen",
                teller.text(*body),
                number.unwrap_or_default(),
                teller.day(*on)
            )
        }
        Fact::MediationClosed { .. } => format!("{noted} cómo acabó la mediación"),
        Fact::AnswerDelivered { channel, on } => format!(
            "{} la respuesta al cliente {}, {}",
            bend("entregó", "entregaste"),
            through(*channel),
            teller.day(*on)
        ),
        Fact::SatisfactionRecorded { rating, .. } => {
            format!(
                "{noted} lo contento que queda el cliente: {} de 5",
                u8::from(*rating)
            )
        }
        _ => String::new(),
    }
}

pub(super) fn of_amends(teller: &Teller<'_>) -> String {
    let bend = |they, you| teller.bend(they, you);
    let noted = bend("anotó", "anotaste");
    match &teller.row.fact {
        Fact::WorthChosen {
            remedy, amount, by, ..
        } => format!(
            "{noted} que el cliente elige su valor en lugar de la reparación{}: {} para {}",
            super::parts::which(*remedy),
            teller.money(*amount),
            teller.day(*by)
        ),
        Fact::DirectorAlerted { amount, above } => format!(
            "{} a dirección: lo respaldado suma {} y pasa de {}",
            bend("avisó", "avisaste"),
            teller.money(*amount),
            teller.money(*above)
        ),
        Fact::AlertAcknowledged { .. } => {
            format!("{} de lo respaldado", bend("tomó nota", "tomaste nota"))
        }
        Fact::HearingSet { on } => format!(
            "{} la reunión con el cliente para {}",
            bend("fijó", "fijaste"),
            teller.day(*on)
        ),
        Fact::HearingHeld { .. } => format!("{noted} la reunión con el cliente"),
        Fact::GestureGiven { amount, .. } => format!(
            "{} un detalle con el cliente ({})",
            bend("tuvo", "tuviste"),
            teller.money(*amount)
        ),
        _ => String::new(),
    }
}
