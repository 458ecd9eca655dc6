//! What becomes of a claim and of what makes it good, in English; the facts of other capabilities are told beside it.

use domain::fact::Fact;

use super::parts::through;
use crate::words::sentences::Teller;

pub(super) fn of_a_claim(teller: &Teller<'_>) -> String {
    match &teller.row.fact {
        Fact::ClaimDated {
            happened_on,
            said_on,
        } => {
            let told = [
                happened_on.map(|day| format!("it happened on {}", teller.day(day))),
                said_on.map(|day| format!("it was promised on {}", teller.day(day))),
            ];
            let told: Vec<_> = told.into_iter().flatten().collect();
            format!(
                "recorded when, as the customer tells it: {}",
                told.join(", and ")
            )
        }
        Fact::CompletionAsked { until, .. } => format!(
            "asked the customer for what is missing: they may complete the claim until {}, after which it lapses",
            teller.day(*until)
        ),
        Fact::ClaimCompleted { points, .. } => {
            let more = match points.len() {
                0 => String::new(),
                1 => " with one more point".to_owned(),
                many => format!(" with {many} more points"),
            };
            format!("recorded that the customer completes the claim{more}; its time begins today")
        }
        Fact::ClaimLapsed { until } => format!(
            "let the claim lapse: the customer had until {} to complete it",
            teller.day(*until)
        ),
        Fact::ClaimReopened { .. } => "reopened the claim".to_owned(),
        Fact::MediationOpened {
            body,
            reference,
            on,
        } => {
            let number = reference.map(|number| format!(", number {}", teller.text(number)));
            format!(
                "recorded that the claim is in mediation before {}{}, since {}; collection stops and the dates go on",
                teller.text(*body),
                number.unwrap_or_default(),
                teller.day(*on)
            )
        }
        Fact::MediationClosed { .. } => "recorded how the mediation ended".to_owned(),
        Fact::AnswerDelivered { channel, on } => format!(
            "gave the answer to the customer {} on {}",
            through(*channel),
            teller.day(*on)
        ),
        Fact::SatisfactionRecorded { rating, .. } => {
            format!(
                "recorded how content the customer is: {} of 5",
                u8::from(*rating)
            )
        }
        _ => String::new(),
    }
}

pub(super) fn of_amends(teller: &Teller<'_>) -> String {
    match &teller.row.fact {
        Fact::WorthChosen {
            remedy, amount, by, ..
        } => {
            let which = match remedy {
                0 => "the remedy".to_owned(),
                place => format!("remedy {}", u32::from(*place) + 1),
            };
            format!(
                "recorded that the customer chooses its worth instead of {which}: {} by {}",
                teller.money(*amount),
                teller.day(*by)
            )
        }
        Fact::DirectorAlerted { amount, above } => format!(
            "told the directors: what was honoured comes to {}, above {}",
            teller.money(*amount),
            teller.money(*above)
        ),
        Fact::AlertAcknowledged { .. } => "took note of what was honoured".to_owned(),
        Fact::HearingSet { on } => {
            format!("set the meeting with the customer for {}", teller.day(*on))
        }
        Fact::HearingHeld { .. } => "recorded the meeting with the customer".to_owned(),
        Fact::GestureGiven { amount, .. } => {
            format!("made the customer a gesture ({})", teller.money(*amount))
        }
        _ => String::new(),
    }
}
