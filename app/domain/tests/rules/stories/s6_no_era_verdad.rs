//! Story 6, «No era verdad»: the customer who was wrong keeps what was given, and is checked first by two signatures.

use domain::account::{
    Channel, ClaimKind, Finding, MatterState, Reduction, Signature, Span, Terms, Trust, Witness,
};
use domain::command::{About, AccountCommand as Ask, ClaimDates};
use domain::ids::MatterId;
use domain::money::Rate;
use domain::refusal::Why;

use crate::support::{ANA, DEFENSOR, DIRECTOR, SALES, World, codes, date, owed, person};

/// What stood on the screen when Ana signed.
const SHOWN: &str = "Lo que le hemos prometido\nLe prometemos un descuento del 13 %.";

/// A discount of 13 %, read back and signed by Ana.
fn signed() -> (World, MatterId) {
    let mut world = World::with_ana().with_a_defensor();
    let terms = Terms::Discount {
        reduction: Reduction::Percent(Rate(1300)),
    };
    let promise = world.promised(terms, Span::Standing { until: None });
    let asked = world.signs(promise, SHOWN, Signature::Typed);
    let facts = world.asks("2026-06-01T12:00", asked);
    assert_eq!(codes(&facts), ["promise_signed"]);
    (world, promise)
}

/// «Me prometieron un 30 %»: honoured at once.
pub(super) fn honoured() -> (World, MatterId) {
    let (mut world, _) = signed();
    let about = About::Unrecorded {
        terms: Terms::Discount {
            reduction: Reduction::Percent(Rate(3000)),
        },
        what: Some(world.text("Un 30 % en la segunda factura")),
        span: Span::Single,
        by: None,
    };
    let claim = Ask::MakeClaim {
        about,
        claim_kind: ClaimKind::BrokenPromise,
        contact: Some(ANA),
        channel: Channel::Counter,
        points: vec![world.text("Me prometieron un 30 %")],
        sought: None,
        language: domain::account::Language::Es,
        invoiced: None,
        dates: ClaimDates::default(),
        handed: None,
    };
    let facts = world.asks("2026-06-02T10:00", claim);
    assert!(codes(&facts).contains(&"honoured"));
    let file = world.newest("investigation");
    (world, file)
}

pub(super) fn found_wrong(world: &mut World, matter: MatterId) {
    let told = Ask::TakeStatement {
        matter,
        by: Witness::Contact(ANA),
        words: world.text("Eso me dijeron"),
    };
    world.ask(&person(DIRECTOR), "2026-06-09T10:00", told);
    let concluded = Ask::Conclude {
        matter,
        finding: Finding::Customer,
        evidence: world.text("La lectura firmada dice 13 %"),
        changes: None,
    };
    world.ask(&person(DIRECTOR), "2026-06-09T10:30", concluded);
    let told = Ask::TellFinding {
        matter,
        outcome: world.text("Lo firmado decía 13 %; lo que ya se le dio es suyo"),
        channel: Channel::Call,
    };
    world.ask(&person(DIRECTOR), "2026-06-09T11:00", told);
}

pub(super) fn asked(world: &mut World, matter: MatterId) {
    let evidence = world.text("La lectura firmada dice 13 %");
    let asked = Ask::AskCheckFirst { matter, evidence };
    world.ask(&person(DIRECTOR), "2026-06-10T09:00", asked);
}

pub(super) fn trust(world: &World) -> Trust {
    world.account.head.as_ref().expect("a customer").contacts[&ANA].trust
}

fn promised(world: &mut World, wall: &str) -> Vec<&'static str> {
    let claim = Ask::MakeClaim {
        about: About::Nothing,
        claim_kind: ClaimKind::BrokenPromise,
        contact: Some(ANA),
        channel: Channel::Counter,
        points: vec![world.text("Me prometieron otra cosa")],
        sought: None,
        language: domain::account::Language::Es,
        invoiced: None,
        dates: ClaimDates::default(),
        handed: None,
    };
    codes(&world.asks(wall, claim))
}

#[test]
fn the_investigation_finds_the_signed_read_back() {
    let (mut world, file) = honoured();
    found_wrong(&mut world, file);
    let promises = world
        .account
        .matters
        .values()
        .filter_map(|one| match &one.state {
            MatterState::Promise(promise) => promise.signed.map(|signed| (promise, signed)),
            _ => None,
        });
    let [(promise, signed)] = promises.collect::<Vec<_>>()[..] else {
        panic!("one was signed");
    };
    // The words they signed are those and no others: what was sealed is their digest.
    assert_eq!(world.text(SHOWN).reference().digest, signed.shown.digest);
    let told = SHOWN.replace("13 %", "30 %");
    assert_ne!(world.text(&told).reference().digest, signed.shown.digest);
    assert!(
        promise.is_signed() && promise.is_running(),
        "later invoices carry 13 %"
    );
}

#[test]
fn one_signature_changes_nothing_and_the_second_is_the_defensors() {
    let (mut world, matter) = honoured();
    found_wrong(&mut world, matter);
    asked(&mut world, matter);
    assert_eq!(trust(&world), Trust::Believed);
    assert_eq!(owed(world.matter(matter)), [("sign", date("2026-06-16"))]);
    let sign = Ask::SignCheckFirst { matter };
    let refused = world.ask_try(&person(DIRECTOR), "2026-06-10T09:05", sign.clone());
    assert!(matches!(
        refused.expect_err("refused")[0].why,
        Why::NotYours(_)
    ));
    world.ask(&person(DEFENSOR), "2026-06-11T09:00", sign);
    let until = date("2027-06-10");
    assert_eq!(
        trust(&world),
        Trust::CheckFirst { until },
        "twelve months, and no more"
    );
    assert_eq!(owed(world.matter(matter)), [("notify", date("2026-06-15"))]);
}

#[test]
fn their_next_claim_is_looked_into_first_while_its_clock_runs() {
    let (mut world, matter) = honoured();
    found_wrong(&mut world, matter);
    asked(&mut world, matter);
    world.ask(
        &person(DEFENSOR),
        "2026-06-11T09:00",
        Ask::SignCheckFirst { matter },
    );
    let channel = Channel::Email;
    world.ask(
        &person(DIRECTOR),
        "2026-06-12T09:00",
        Ask::TellCheckFirst { matter, channel },
    );
    let words = world.text("No estoy de acuerdo");
    world.asks("2026-06-15T09:00", Ask::ReplyToCheckFirst { matter, words });
    assert!(
        !world.matter(matter).is_open(),
        "{:#?}",
        world.matter(matter).owes
    );
    let facts = promised(&mut world, "2026-07-01T10:00");
    assert!(
        !facts.contains(&"honoured") && facts.contains(&"investigation_opened"),
        "{facts:?}"
    );
    let claim = world.matter(world.newest("claim"));
    assert_eq!(
        owed(claim),
        [("answer", date("2026-07-16"))],
        "the legal clock runs all the same"
    );
    assert!(matches!(claim.state, MatterState::Claim(_)));
}

#[test]
fn the_defensor_lifts_it_and_they_are_believed_again() {
    let (mut world, matter) = honoured();
    found_wrong(&mut world, matter);
    asked(&mut world, matter);
    world.ask(
        &person(DEFENSOR),
        "2026-06-11T09:00",
        Ask::SignCheckFirst { matter },
    );
    let lift = |reasons| Ask::LiftCheckFirst { matter, reasons };
    let silent = lift(world.text(" "));
    let refused = world.ask_try(&person(DEFENSOR), "2026-06-20T09:00", silent);
    assert_eq!(refused.expect_err("refused")[0].why, Why::NoReason);
    let reasons = lift(world.text("Lo firmado no lo leyó ella"));
    world.ask(&person(DEFENSOR), "2026-06-20T09:00", reasons);
    assert_eq!(trust(&world), Trust::Believed);
    assert!(promised(&mut world, "2026-07-01T10:00").contains(&"honoured"));
}

#[test]
fn after_its_last_day_they_are_believed_by_themselves() {
    let (mut world, matter) = honoured();
    found_wrong(&mut world, matter);
    asked(&mut world, matter);
    world.ask(
        &person(DEFENSOR),
        "2026-06-11T09:00",
        Ask::SignCheckFirst { matter },
    );
    assert!(!promised(&mut world, "2027-06-10T10:00").contains(&"honoured"));
    assert!(promised(&mut world, "2027-06-11T10:00").contains(&"honoured"));
}

#[test]
fn the_seller_still_learns_from_it_where_one_is_known() {
    let (mut world, matter) = honoured();
    found_wrong(&mut world, matter);
    let words = world.text("Se lee en voz alta");
    let refused = world.ask_try(
        &person(SALES),
        "2026-06-10T09:00",
        Ask::InstructSeller { matter, words },
    );
    assert_eq!(
        refused.expect_err("refused")[0].why,
        Why::NoPartInIt,
        "nobody is known"
    );
}
