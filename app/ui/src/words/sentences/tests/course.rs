//! A claim's course and what makes it good, fact by fact.

use domain::account::{Channel, Rating};

use super::facts::{MARTA, answer, on, pesos, text};
use super::*;

pub(super) fn facts() -> Vec<Fact> {
    let rating = Rating::try_from(4).unwrap();
    vec![
        Fact::ClaimDated {
            happened_on: Some(on("2026-06-09")),
            said_on: Some(on("2026-03-02")),
        },
        Fact::ClaimDated {
            happened_on: None,
            said_on: Some(on("2026-03-02")),
        },
        Fact::CompletionAsked {
            missing: text(3),
            until: on("2026-06-24"),
        },
        Fact::ClaimCompleted {
            points: vec![text(5)],
            note: Some(text(3)),
        },
        Fact::ClaimCompleted {
            points: Vec::new(),
            note: Some(text(3)),
        },
        Fact::ClaimLapsed {
            until: on("2026-06-09"),
        },
        Fact::ClaimReopened { reason: text(3) },
        Fact::MediationOpened {
            body: text(0),
            reference: Some(text(1)),
            on: on("2026-06-08"),
        },
        Fact::MediationClosed { outcome: text(3) },
        Fact::AnswerWritten {
            answers: vec![answer(Resolution::Accepted), answer(Resolution::Denied)],
        },
        Fact::AnswerDelivered {
            channel: Channel::Email,
            on: on("2026-06-10"),
        },
        Fact::SatisfactionRecorded {
            rating,
            words: Some(text(3)),
        },
        Fact::WorthChosen {
            remedy: 0,
            amount: pesos(90_000),
            by: on("2026-06-17"),
            reason: text(3),
            choice: text(5),
        },
        Fact::DirectorAlerted {
            amount: pesos(1_500_000),
            above: pesos(1_200_000),
        },
        Fact::AlertAcknowledged { director: MARTA },
        Fact::HearingSet {
            on: on("2026-06-17"),
        },
        Fact::HearingHeld { outcome: text(3) },
        Fact::GestureGiven {
            what: text(4),
            amount: pesos(12_000),
        },
    ]
}

#[test]
fn a_claims_course_in_spanish() {
    insta::assert_snapshot!(told(Es, &marta(), facts()), @r"
    Marta anotó cuándo fue, como lo cuenta el cliente: que ocurrió el martes 9 y que se le prometió el lunes 2 de marzo
    Marta anotó cuándo fue, como lo cuenta el cliente: que se le prometió el lunes 2 de marzo
    Marta pidió al cliente lo que falta; puede completar la reclamación hasta el miércoles 24, y si no, caduca
    Marta anotó que el cliente completa la reclamación, con otro punto; el plazo empieza hoy
    Marta anotó que el cliente completa la reclamación; el plazo empieza hoy
    Marta dio la reclamación por caducada: el cliente tuvo hasta el martes 9 para completarla
    Marta reabrió la reclamación
    Marta anotó que la reclamación está en mediación ante Clara Ruiz, con el número 600 111 222, desde el lunes 8; el cobro se detiene y los plazos siguen
    Marta anotó cómo acabó la mediación
    Marta contestó la reclamación: 1 punto aceptado y 1 punto denegado
    Marta entregó la respuesta al cliente por correo, el miércoles 10
    Marta anotó lo contento que queda el cliente: 4 de 5
    Marta anotó que el cliente elige su valor en lugar de la reparación: 90.000 COP para el miércoles 17
    Marta avisó a dirección: lo respaldado suma 1.500.000 COP y pasa de 1.200.000 COP
    Marta tomó nota de lo respaldado
    Marta fijó la reunión con el cliente para el miércoles 17
    Marta anotó la reunión con el cliente
    Marta tuvo un detalle con el cliente (12.000 COP)
    ");
}

#[test]
fn a_claims_course_told_to_who_did_it() {
    insta::assert_snapshot!(told_to(Some(MARTA), Es, &marta(), facts()), @r"
    Tú anotaste cuándo fue, como lo cuenta el cliente: que ocurrió el martes 9 y que se le prometió el lunes 2 de marzo
    Tú anotaste cuándo fue, como lo cuenta el cliente: que se le prometió el lunes 2 de marzo
    Tú pediste al cliente lo que falta; puede completar la reclamación hasta el miércoles 24, y si no, caduca
    Tú anotaste que el cliente completa la reclamación, con otro punto; el plazo empieza hoy
    Tú anotaste que el cliente completa la reclamación; el plazo empieza hoy
    Tú diste la reclamación por caducada: el cliente tuvo hasta el martes 9 para completarla
    Tú reabriste la reclamación
    Tú anotaste que la reclamación está en mediación ante Clara Ruiz, con el número 600 111 222, desde el lunes 8; el cobro se detiene y los plazos siguen
    Tú anotaste cómo acabó la mediación
    Tú contestaste la reclamación: 1 punto aceptado y 1 punto denegado
    Tú entregaste la respuesta al cliente por correo, el miércoles 10
    Tú anotaste lo contento que queda el cliente: 4 de 5
    Tú anotaste que el cliente elige su valor en lugar de la reparación: 90.000 COP para el miércoles 17
    Tú avisaste a dirección: lo respaldado suma 1.500.000 COP y pasa de 1.200.000 COP
    Tú tomaste nota de lo respaldado
    Tú fijaste la reunión con el cliente para el miércoles 17
    Tú anotaste la reunión con el cliente
    Tú tuviste un detalle con el cliente (12.000 COP)
    ");
}

#[test]
fn a_claims_course_in_english() {
    insta::assert_snapshot!(told(En, &marta(), facts()), @r"
    Marta recorded when, as the customer tells it: it happened on Tuesday the 9th, and it was promised on Monday 2 March
    Marta recorded when, as the customer tells it: it was promised on Monday 2 March
    Marta asked the customer for what is missing: they may complete the claim until Wednesday the 24th, after which it lapses
    Marta recorded that the customer completes the claim with one more point; its time begins today
    Marta recorded that the customer completes the claim; its time begins today
    Marta let the claim lapse: the customer had until Tuesday the 9th to complete it
    Marta reopened the claim
    Marta recorded that the claim is in mediation before Clara Ruiz, number 600 111 222, since Monday the 8th; collection stops and the dates go on
    Marta recorded how the mediation ended
    Marta answered the claim: 1 point accepted and 1 point denied
    Marta gave the answer to the customer by e-mail on Wednesday the 10th
    Marta recorded how content the customer is: 4 of 5
    Marta recorded that the customer chooses its worth instead of the remedy: COP 90,000 by Wednesday the 17th
    Marta told the directors: what was honoured comes to COP 1,500,000, above COP 1,200,000
    Marta took note of what was honoured
    Marta set the meeting with the customer for Wednesday the 17th
    Marta recorded the meeting with the customer
    Marta made the customer a gesture (COP 12,000)
    ");
}

#[test]
fn every_fact_says_something_in_both_languages() {
    for fact in facts() {
        for t in Tongue::ALL {
            let said = of(t, &row(marta(), fact.clone()), &names());
            assert!(!said.did.is_empty(), "{fact:?}");
        }
    }
}
