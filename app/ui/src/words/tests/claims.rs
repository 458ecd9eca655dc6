//! How a claim stands, and the answer as the customer reads it.

use std::collections::BTreeMap;

use domain::account::{
    Bears, Channel, Claim, ClaimKind, ClaimStage, Language, Mediation, Point, PointAnswer,
    Resolution,
};
use domain::house::DisputeBody;
use domain::ids::TextId;
use domain::text::{Digest, TextRef};
use uuid::Uuid;

use super::on;
use crate::words::Tongue::{En, Es};
use crate::words::*;

const SAID: [&str; 4] = [
    "Me cobraron de más",
    "Y nadie llamó",
    "El registro dice que se llamó el día 3",
    "Junta Arbitral",
];

fn text(place: u128) -> TextRef {
    TextRef {
        id: TextId::from_uuid(Uuid::from_u128(place)),
        digest: Digest([0; 32]),
    }
}

fn texts() -> BTreeMap<TextId, String> {
    (0..)
        .zip(SAID)
        .map(|(place, said)| (text(place).id, said.to_owned()))
        .collect()
}

fn point(said: u128, resolution: Option<Resolution>, reasons: Option<u128>) -> Point {
    Point {
        said: text(said),
        answer: resolution.map(|resolution| PointAnswer {
            resolution,
            reasons: reasons.map(text),
        }),
    }
}

fn claim(language: Language, points: Vec<Point>) -> Claim {
    Claim {
        kind: ClaimKind::Billing,
        contact: None,
        channel: Channel::Counter,
        points,
        sought: None,
        language,
        invoiced: None,
        received_on: on("2026-06-01"),
        happened_on: None,
        said_on: None,
        stage: ClaimStage::Received,
        clock_from: on("2026-06-01"),
        mediations: Vec::new(),
        rating: None,
        handed: None,
    }
}

fn bodies() -> Vec<DisputeBody> {
    vec![DisputeBody {
        name: "Junta Arbitral de Consumo".to_owned(),
        address: "Calle Mayor 1".to_owned(),
    }]
}

fn read(letter: &letter::Letter) -> String {
    let mut lines = vec![letter.title.clone(), letter.opening.clone()];
    for point in &letter.points {
        lines.push(format!("«{}» {}", point.said, point.answer));
        lines.extend(point.reasons.clone());
    }
    if let Some(recourse) = &letter.recourse {
        lines.push(recourse.opening.clone());
        lines.extend(recourse.to.clone());
    }
    lines.push(letter.closing.clone());
    lines.join("\n")
}

fn answered(language: Language, defensor: Option<&str>, resolution: Resolution) -> String {
    let claim = claim(
        language,
        vec![
            point(0, Some(Resolution::Accepted), None),
            point(1, Some(resolution), Some(2)),
        ],
    );
    let bodies = bodies();
    let from = letter::From {
        house: "La Casa",
        defensor,
        bodies: &bodies,
    };
    read(&letter::answer(&claim, &texts(), &from).expect("an answer"))
}

#[test]
fn a_denial_gives_its_reasons_and_names_the_defensor_and_the_dispute_bodies() {
    insta::assert_snapshot!(answered(Language::Ca, Some("Elena Ríos"), Resolution::Denied), @r"
    Resposta a la seva reclamació
    Vostè ens va reclamar l’1 de juny de 2026. Això és el que responem, punt per punt.
    «Me cobraron de más» Té raó: ho acceptem.
    «Y nadie llamó» En aquest punt no li podem donar la raó.
    El registro dice que se llamó el día 3
    Si no hi està d’acord, pot acudir a:
    El defensor del client d’aquesta casa (Elena Ríos): el que decideixi a favor seu ens obliga
    Junta Arbitral de Consumo: Calle Mayor 1
    La Casa
    ");
    insta::assert_snapshot!(answered(Language::En, None, Resolution::Denied), @r"
    Our answer to your claim
    You made a claim on 1 June 2026. This is our answer, point by point.
    «Me cobraron de más» You are right: we accept this.
    «Y nadie llamó» We cannot accept this point.
    El registro dice que se llamó el día 3
    If you do not agree, you may go to:
    Junta Arbitral de Consumo: Calle Mayor 1
    La Casa
    ");
}

#[test]
fn an_answer_that_accepts_everything_sends_nobody_elsewhere() {
    let said = answered(Language::Es, Some("Elena Ríos"), Resolution::Accepted);
    assert!(!said.contains("Elena") && !said.contains("Junta"), "{said}");
}

#[test]
fn there_is_no_answer_until_every_point_has_one() {
    let claim = claim(
        Language::Es,
        vec![
            point(0, Some(Resolution::Accepted), None),
            point(1, None, None),
        ],
    );
    let from = letter::From {
        house: "La Casa",
        defensor: None,
        bodies: &[],
    };
    assert_eq!(letter::answer(&claim, &texts(), &from), None);
}

#[test]
fn every_state_of_a_claim_has_its_words() {
    let day = on("2026-06-10");
    let stages = [
        ClaimStage::Received,
        ClaimStage::Incomplete {
            missing: text(0),
            until: on("2026-06-15"),
        },
        ClaimStage::InStudy,
        ClaimStage::Answered { on: day },
        ClaimStage::Delivered {
            on: day,
            channel: Channel::Email,
        },
        ClaimStage::Lapsed { on: day },
    ];
    let said = stages.map(|stage| {
        let claim = Claim {
            stage,
            ..claim(Language::Es, Vec::new())
        };
        let [es, en] = [Es, En].map(|t| claims::state(t, &claim, day).1);
        format!("{es} / {en}")
    });
    insta::assert_snapshot!(said.join("\n"), @r"
    Recibida / Received
    Incompleta hasta el lunes 15 / Incomplete until Monday the 15th
    En estudio / In study
    Contestada, por entregar / Answered, to be delivered
    Contestada / Answered
    Caducada / Lapsed
    ");
}

#[test]
fn contacts_are_counted_beside_their_goal_and_a_mediation_says_what_it_stops() {
    insta::assert_snapshot!(claims::contacts(Es, 3), @"3 contactos; la meta es uno");
    insta::assert_snapshot!(claims::contacts(Es, 1), @"1 contacto; la meta es uno");
    let mediation = Mediation {
        body: text(3),
        reference: None,
        on: on("2026-06-04"),
        closed: None,
    };
    insta::assert_snapshot!(claims::mediation(Es, &mediation, &texts(), on("2026-06-10")), @"Ante Junta Arbitral, desde el jueves 4. El cobro está parado; los plazos siguen corriendo.");
    let bears = Bears {
        contact: true,
        kind: false,
        thread: true,
    };
    insta::assert_snapshot!(claims::bears(Es, bears), @"la misma persona y el mismo asunto");
}
