//! Which facts are told by mail, and to whom.

use domain::account::{Channel, ClaimKind, Language, Resolution, Span};
use domain::command::{About, AccountCommand as Ask, NewAnswer, NewContact, NewRemedy};
use domain::deadline::Bearer;
use domain::ids::{ContactId, MatterId};
use domain::mail::{self, Addressee, Caused, Letter};
use uuid::Uuid;

use crate::support::*;

const EVA: ContactId = ContactId::from_uuid(Uuid::from_u128(0xe7a));

/// A customer with Ana, who has no e-mail, and Eva, who has one.
fn world() -> World {
    let mut world = World::with_ana();
    let contact = NewContact {
        contact: EVA,
        name: world.text("Eva"),
        phone: None,
        email: Some(world.text("eva@ejemplo.es")),
        channel: Channel::Email,
        language: Language::En,
    };
    world.asks("2026-06-01T08:10", Ask::AddContact { contact });
    world
}

/// What the newest command causes.
fn caused(world: &World) -> Vec<Caused> {
    let newest = world.entries.last().expect("something happened").command;
    let entries = world.entries.iter().filter(|one| one.command == newest);
    let entries: Vec<_> = entries.cloned().collect();
    mail::caused(&world.account, &entries)
}

fn letters(world: &World) -> Vec<(Letter, Addressee)> {
    let caused = caused(world).into_iter();
    caused.map(|one| (one.letter, one.to)).collect()
}

fn claim_by(world: &mut World, contact: ContactId, about: About, kind: ClaimKind) -> MatterId {
    let mut asked = world.claim(about, kind);
    if let Ask::MakeClaim { contact: by, .. } = &mut asked {
        *by = Some(contact);
    }
    world.asks("2026-06-08T10:00", asked);
    world.newest("claim")
}

#[test]
fn a_claim_is_receipted_and_its_answer_told_to_whoever_made_it() {
    let mut world = world();
    let claim = claim_by(&mut world, EVA, About::Nothing, ClaimKind::Treatment);
    assert_eq!(
        letters(&world),
        [(Letter::Receipt, Addressee::Contact(EVA))]
    );
    let answers = vec![NewAnswer {
        resolution: Resolution::Accepted,
        reasons: None,
    }];
    let answer = Ask::AnswerClaim {
        matter: claim,
        answers,
    };
    world.asks("2026-06-09T10:00", answer);
    let to = Addressee::Claimant(claim);
    assert_eq!(letters(&world), [(Letter::Answer, to)]);
    let eva = &world.account.head.as_ref().expect("a customer").contacts[&EVA];
    assert_eq!(to.contact(&world.account), Some(eva));
}

#[test]
fn a_claim_honoured_as_it_comes_is_one_letter_and_its_apology_another() {
    let mut world = world();
    let promise = world.promised(delivery("2026-06-05"), Span::Single);
    let about = About::Promise { matter: promise };
    let claim = claim_by(&mut world, EVA, about, ClaimKind::BrokenPromise);
    assert_eq!(
        letters(&world),
        [(Letter::Receipt, Addressee::Contact(EVA))]
    );
    let apology = Ask::Apologise {
        matter: promise,
        words: world.text("Lo siento."),
    };
    world.ask(&person(DIRECTOR), "2026-06-09T10:00", apology);
    let to = Addressee::Claimant(claim);
    assert_eq!(letters(&world), [(Letter::Apology, to)]);
    assert!(to.contact(&world.account).is_some());
}

#[test]
fn a_house_that_comes_first_tells_whoever_was_given_the_word() {
    let mut world = world();
    let mut asked = world.promise(delivery("2026-06-05"), Span::Single);
    if let Ask::MakePromise { to, .. } = &mut asked {
        *to = Some(EVA);
    }
    world.asks("2026-06-01T09:00", asked);
    let promise = world.newest("promise");
    let broken = world.broken(promise, &[]);
    world.asks("2026-06-08T09:00", broken);
    assert_eq!(letters(&world), []);
    let told = world.call(promise);
    world.asks("2026-06-08T09:30", told);
    let honour = Ask::Honour {
        matter: promise,
        remedies: vec![NewRemedy {
            kind: domain::account::RemedyKind::Delivery,
            amount: None,
            bearer: Bearer::Owner,
            by: None,
            what: None,
        }],
    };
    world.asks("2026-06-08T10:00", honour);
    assert_eq!(
        letters(&world),
        [(Letter::Honoured, Addressee::Contact(EVA))]
    );
}

#[test]
fn who_has_no_address_is_nobody_and_what_was_imported_was_told() {
    let mut world = world();
    claim_by(&mut world, ANA, About::Nothing, ClaimKind::Treatment);
    let to = caused(&world)[0].to;
    assert_eq!(to, Addressee::Contact(ANA));
    assert_eq!(to.contact(&world.account), None);
    let asked = world.claim(About::Nothing, ClaimKind::Other);
    world.asks("2026-06-08T11:00", asked);
    assert_eq!(letters(&world), [], "nobody known made it");
    let newest = world.entries.last_mut().expect("a claim");
    newest.actor = erp();
    assert_eq!(letters(&world), []);
}
