//! The commands themselves, as a year brings them.

use domain::account::{
    AccountKind, Channel, ClaimKind, Essential, Language, Rating, RemedyKind, Resolution, Span,
    Terms,
};
use domain::command::{About, AccountCommand as Ask, ClaimDates, NewAnswer, NewRemedy};
use domain::deadline::{Bearer, DueKind};
use domain::fact::{Cost, Direction, Outcome as Ended};

use domain::ids::MatterId;
use domain::key::{Handed, Key, Link};
use domain::money::{EUR, Money};
use domain::text::Salt;

use super::{Story, luis};
use crate::world::{ANA, LUIS, STORE, contact, day, delivery, import, imported, note, order, text};

pub(super) async fn said_and_moved(story: &mut Story<'_>) {
    story.ana(contact(1, "Lucía", "+34 600 11 22 33")).await;
    story.ana(note(1, "Prefiere la tarde")).await;
    story
        .ana(Ask::RecordInteraction {
            matter: None,
            channel: Channel::Call,
            direction: Direction::Incoming,
            contact: None,
            outcome: Ended::Reached,
            cost: Cost::default(),
            note: None,
        })
        .await;
    let promise = story.ana(delivery("2026-06-25")).await[0];
    let reason = text(1, "El proveedor cierra");
    let moved = Ask::MoveDue {
        matter: promise,
        due: DueKind::Check,
        to: day("2026-06-23"),
        reason,
    };
    story.ana(moved).await;
    story
        .ana(Ask::ConfirmPromise {
            matter: promise,
            note: None,
        })
        .await;
    story
        .tell(
            luis(),
            Ask::AssignMatter {
                matter: promise,
                owner: LUIS,
            },
        )
        .await;
    story.tell(luis(), Ask::AssignOwner { owner: LUIS }).await;
    let terms = Terms::Delivery {
        date: day("2026-06-29"),
        essential: Essential::No,
    };
    let consent = text(2, "Le va bien el 29");
    story
        .ana(Ask::AmendPromise {
            matter: promise,
            terms,
            consent,
        })
        .await;
    story
        .ana(Ask::KeepPromise {
            matter: promise,
            evidence: text(3, "Albarán 5"),
        })
        .await;
    let other = story.ana(delivery("2026-07-25")).await[0];
    story
        .ana(Ask::ReleasePromise {
            matter: other,
            consent: text(4, "Ya no la quiere"),
        })
        .await;
}

pub(super) async fn broken_and_made_good(story: &mut Story<'_>) {
    let promise = story.ana(delivery("2026-06-26")).await[0];
    let broken = Ask::ReportBroken {
        matter: promise,
        lines: Vec::new(),
        note: Some(text(5, "No ha llegado")),
    };
    story.ana(broken).await;
    let silent = story
        .ledger
        .accounts(ledger::Whose::Anyones, None, 1)
        .await
        .expect("read");
    assert!(
        silent.rows[0].silent_since.is_some(),
        "the customer was not told"
    );
    let remedy = NewRemedy {
        kind: RemedyKind::Credit,
        amount: None,
        bearer: Bearer::Person(ANA),
        by: None,
        what: Some(text(6, "Abono")),
    };
    story
        .ana(Ask::Honour {
            matter: promise,
            remedies: vec![remedy],
        })
        .await;
    story
        .ana(Ask::DoRemedy {
            matter: promise,
            remedy: 0,
            evidence: text(7, "Abono 12"),
        })
        .await;
    let sorry = Ask::Apologise {
        matter: promise,
        words: text(8, "Lo siento"),
    };
    story.tell(luis(), sorry).await;
}

pub(super) async fn claimed_and_answered(story: &mut Story<'_>) {
    let about = About::Unrecorded {
        terms: Terms::Other,
        what: Some(text(9, "Montaje gratis")),
        span: Span::Single,
        by: None,
    };
    let opened = story
        .ana(Ask::MakeClaim {
            about,
            claim_kind: ClaimKind::BrokenPromise,
            contact: None,
            channel: Channel::Counter,
            points: vec![text(10, "Me lo cobraron"), text(11, "Y tarde")],
            sought: None,
            language: Language::Es,
            invoiced: None,
            dates: ClaimDates::default(),
            handed: Some(Handed {
                key: text(112, &Key::minted(&Salt([9; 32])).to_string()),
                link: text(113, &Link::minted(&Salt([9; 32])).to_string()),
            }),
        })
        .await;
    let page = story
        .ledger
        .account(story.id, &opened)
        .await
        .expect("read")
        .expect("there");
    let claim = opened.iter().find(|id| page.matters[*id].code() == "claim");
    let answers = vec![
        NewAnswer {
            resolution: Resolution::Accepted,
            reasons: None,
        },
        NewAnswer {
            resolution: Resolution::Denied,
            reasons: Some(text(12, "Llegó en su día")),
        },
    ];
    let matter = *claim.expect("a claim");
    story.ana(Ask::AnswerClaim { matter, answers }).await;
    for asked in course(matter) {
        story.ana(asked).await;
    }
}

/// What becomes of an answered claim: delivered, rated, before a dispute body, reopened, and asked to be completed.
fn course(matter: MatterId) -> Vec<Ask> {
    vec![
        Ask::DeliverAnswer {
            matter,
            channel: Channel::Email,
            on: None,
        },
        Ask::RecordSatisfaction {
            matter,
            rating: Rating::try_from(4).expect("a rating"),
            words: Some(text(30, "Bien")),
        },
        Ask::OpenMediation {
            matter,
            body: text(31, "Junta Arbitral"),
            reference: Some(text(32, "77/26")),
            on: None,
        },
        Ask::CloseMediation {
            matter,
            outcome: text(33, "Hay acuerdo"),
        },
        Ask::GiveGesture {
            matter: Some(matter),
            what: text(34, "El porte"),
            amount: Money::new(1_200, EUR),
        },
        Ask::ReopenClaim {
            matter,
            reason: text(35, "No está conforme"),
        },
        Ask::AskToComplete {
            matter,
            missing: text(36, "La factura"),
            by: None,
        },
        Ask::CompleteClaim {
            matter,
            points: vec![text(37, "Y cobraron dos veces")],
            note: None,
        },
    ]
}

pub(super) async fn ordered(story: &mut Story<'_>) {
    let first = story.ana(order(1, "P-1", "2026-06-30")).await[0];
    let moved = Ask::RepromiseLines {
        matter: first,
        lines: vec![0],
        to: day("2026-07-03"),
        essential: Essential::No,
        reason: text(13, "Fábrica"),
    };
    story.ana(moved).await;
    let arrived = Ask::DeliverLines {
        matter: first,
        lines: Vec::new(),
        arrived_on: day("2026-06-15"),
    };
    story.ana(arrived).await;
    let second = story.ana(order(2, "P-2", "2026-06-30")).await[0];
    story
        .ana(Ask::CancelOrder {
            matter: second,
            consent: text(14, "Se arrepiente"),
        })
        .await;
    story
        .tell(
            import(),
            imported(3, "P-3", "2026-03-10", Some("2026-03-12")),
        )
        .await;
    story
        .tell(import(), imported(4, "P-4", "2026-07-10", None))
        .await;
    story
        .tell(
            import(),
            imported(4, "P-4", "2026-07-10", Some("2026-06-12")),
        )
        .await;
}

/// A source states the account, otherwise than it was.
pub(super) async fn stated(story: &mut Story<'_>) {
    let stated = |n, name: &str, tax_id: Option<&str>| Ask::ImportAccount {
        account_kind: Some(AccountKind::Business),
        name: text(n, name),
        tax_id: tax_id.map(|tax_id| text(n + 1, tax_id)),
        store: STORE,
        owner: ANA,
        contact: None,
    };
    let first = stated(20, "Muebles Ñúñez", Some("B12345674"));
    story.tell(import(), first).await;
    story
        .tell(import(), stated(22, "Muebles Núñez e Hijos", None))
        .await;
}

pub(super) async fn corrected(story: &mut Story<'_>) {
    let correction = Ask::Correct {
        version: 3,
        note: text(24, "Prefiere la mañana"),
    };
    story.ana(correction).await;
}
