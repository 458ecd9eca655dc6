//! Story 1, «El IVA incluido»: the broken price, up to the honouring and its remedy.

use domain::account::{
    Amends, Channel, ClaimKind, Every, Language, MatterState, Promise, PromiseSource, PromiseStage,
    RemedyKind, Span, Terms,
};
use domain::command::{About, AccountCommand, ClaimDates};
use domain::context::Role;
use domain::deadline::Bearer;
use domain::fact::{Fact, Foreseen, FoundBy};
use domain::ids::MatterId;
use domain::money::{COP, Money, Rate, TaxBasis};
use domain::refusal::{Refusal, Why};
use pretty::kinds;

use crate::support::{DIRECTOR, LOGISTICS, MANAGER, STAFF, World, date, owed, person};

mod pretty {
    use domain::fact::Fact;

    pub(super) fn kinds(facts: &[Fact]) -> Vec<&'static str> {
        facts.iter().map(Fact::code).collect()
    }
}

fn pesos(whole: i64) -> Money {
    Money::new(whole * 100, COP)
}

fn price() -> Terms {
    Terms::Price {
        amount: pesos(89_000),
        tax: TaxBasis::Included(Rate(1600)),
        every: Every::Month,
    }
}

fn promise(world: &World) -> AccountCommand {
    AccountCommand::MakePromise {
        terms: price(),
        what: Some(world.text("Banda ancha, 89.000 al mes con el IVA incluido")),
        span: Span::Standing { until: None },
        by: None,
        to: None,
        channel: Channel::Counter,
        order: None,
    }
}

fn claim(world: &World, about: About) -> AccountCommand {
    AccountCommand::MakeClaim {
        about,
        claim_kind: ClaimKind::BrokenPromise,
        contact: None,
        channel: Channel::Counter,
        points: vec![world.text("Me dijeron 89.000 con el IVA incluido y la factura dice 103.240")],
        sought: None,
        language: Language::Es,
        invoiced: Some(pesos(103_240)),
        dates: ClaimDates::default(),
        handed: None,
    }
}

fn of(world: &World, matter: MatterId) -> &Promise {
    match &world.matter(matter).state {
        MatterState::Promise(promise) => promise,
        other => panic!("not a promise: {other:?}"),
    }
}

fn signed() -> (World, MatterId) {
    let mut world = World::colombia();
    world.open_consumer("2026-03-02T10:00", "Doña Clara");
    let asked = promise(&world);
    world.ask(&person(MANAGER), "2026-03-02T10:05", asked);
    let matter = world.newest("promise");
    (world, matter)
}

#[test]
fn the_price_says_its_tax_to_the_cent() {
    let split = price().price().expect("a price");
    assert_eq!(split.base, Money::new(7_672_414, COP));
    assert_eq!(split.tax, Money::new(1_227_586, COP));
}

#[test]
fn a_recorded_price_is_compared_with_the_invoice_within_35_days() {
    let (world, matter) = signed();
    assert_eq!(
        owed(world.matter(matter)),
        [("compare", date("2026-04-06"))]
    );
    assert_eq!(
        of(&world, matter).by,
        Some(MANAGER),
        "who gave it is who recorded it"
    );
}

#[test]
fn a_claim_is_honoured_in_the_same_commit() {
    let (mut world, matter) = signed();
    let asked = claim(&world, About::Promise { matter });
    let facts = world.ask(&person(STAFF), "2026-04-20T17:00", asked);
    assert_eq!(
        kinds(&facts),
        [
            "claim_received",
            "promise_broken",
            "honoured",
            "remedy_owed",
            "investigation_opened",
        ]
    );
    let claim = world.newest("claim");
    assert_eq!(
        facts[1],
        Fact::PromiseBroken {
            found_by: FoundBy::Claim(claim),
            foreseen: Foreseen::No,
            note: None
        }
    );
    assert_eq!(
        facts[2],
        Fact::Honoured {
            claim: Some(claim),
            pay_now: Some(pesos(89_000)),
            frozen: Some(pesos(14_240)),
        },
        "89 000 to pay now, 14 240 frozen"
    );
    assert_eq!(of(&world, matter).stage, PromiseStage::Honoured);
    assert_eq!(
        world.matter(claim).reference.thread,
        matter,
        "promise and claim are one thread"
    );
}

#[test]
fn the_remedy_has_its_amount_its_owner_and_its_day() {
    let (mut world, matter) = signed();
    let asked = claim(&world, About::Promise { matter });
    world.ask(&person(STAFF), "2026-04-20T17:00", asked);
    let remedy = of(&world, matter).amends.remedies[0];
    assert_eq!(remedy.kind, RemedyKind::Credit);
    assert_eq!(remedy.amount, Some(pesos(14_240)));
    assert_eq!(remedy.bearer, Bearer::Role(Role::Logistics));
    assert_eq!(remedy.by, date("2026-04-27"), "five working days");
    assert_eq!(
        owed(world.matter(matter)),
        [
            ("apology", date("2026-04-23")),
            ("remedy", date("2026-04-27")),
            ("compare", date("2026-05-25")),
        ]
    );
    let claim = world.newest("claim");
    assert_eq!(owed(world.matter(claim)), [("answer", date("2026-05-05"))]);
}

#[test]
fn evidence_and_a_directors_words_close_it_and_the_price_goes_on() {
    let (mut world, matter) = signed();
    let asked = claim(&world, About::Promise { matter });
    world.ask(&person(STAFF), "2026-04-20T17:00", asked);
    let evidence = world.text("Nota de crédito 77");
    let done = AccountCommand::DoRemedy {
        matter,
        remedy: 0,
        evidence,
    };
    world.ask(&person(LOGISTICS), "2026-04-22T09:00", done);
    let words = world.text("Le pido disculpas: respondo yo.");
    let apology = AccountCommand::Apologise { matter, words };
    assert_eq!(
        world.ask_try(&person(STAFF), "2026-04-22T09:30", apology.clone()),
        Err(vec![Refusal::whole(Why::NotYours(vec![
            Role::SalesDirector,
            Role::ServiceDirector
        ]))]),
        "only a director apologises for the house"
    );
    world.ask(&person(DIRECTOR), "2026-04-22T10:00", apology);
    let promise = world.matter(matter);
    assert!(
        promise.is_open(),
        "the price stays for as long as it was promised"
    );
    assert_eq!(
        owed(promise),
        [("compare", date("2026-05-25"))],
        "the next invoice is compared"
    );
    let claim = world.newest("claim");
    assert!(
        world.matter(claim).is_open(),
        "and the claim still has its answer"
    );
}

#[test]
fn what_was_never_recorded_is_honoured_all_the_same() {
    let mut world = World::colombia();
    world.open_consumer("2026-04-20T16:55", "Doña Clara");
    let about = About::Unrecorded {
        terms: price(),
        what: Some(world.text("Banda ancha a 89.000, con el IVA")),
        span: Span::Standing { until: None },
        by: None,
    };
    let asked = claim(&world, about);
    let facts = world.ask(&person(STAFF), "2026-04-20T17:00", asked);
    assert_eq!(
        kinds(&facts),
        [
            "promise_made",
            "claim_received",
            "promise_broken",
            "honoured",
            "remedy_owed",
            "investigation_opened",
        ]
    );
    let matter = world.newest("promise");
    assert_eq!(of(&world, matter).source, PromiseSource::ByClaim);
    assert_eq!(
        of(&world, matter).amends.remedies[0].amount,
        Some(pesos(14_240))
    );
}

#[test]
fn a_customer_who_cannot_say_which_promise_is_believed_too() {
    let mut world = World::colombia();
    world.open_consumer("2026-04-20T16:55", "Doña Clara");
    let asked = claim(&world, About::Nothing);
    let facts = world.ask(&person(STAFF), "2026-04-20T17:00", asked);
    assert!(kinds(&facts).contains(&"honoured"));
}

#[test]
fn bad_input_is_refused_with_its_field_and_nothing_is_written() {
    let (mut world, matter) = signed();
    let before = world.account.clone();
    let mut asked = claim(&world, About::Promise { matter });
    if let AccountCommand::MakeClaim { points, .. } = &mut asked {
        points.clear();
    }
    assert_eq!(
        world.ask_try(&person(STAFF), "2026-04-20T17:00", asked),
        Err(vec![Refusal::of("point.0", Why::NoPoint)])
    );
    let withdrawn = AccountCommand::ReleasePromise {
        matter,
        consent: world.text(" "),
    };
    assert_eq!(
        world.ask_try(&person(MANAGER), "2026-04-20T17:00", withdrawn),
        Err(vec![Refusal::of("consent", Why::HouseCannotWithdraw)])
    );
    assert_eq!(world.account, before);
    assert_eq!(of(&world, matter).amends, Amends::default());
}

#[test]
fn tax_excluded_is_no_price_for_a_consumer_in_spain() {
    let mut world = World::spain(&[]);
    world.open_consumer("2026-03-02T10:00", "Ana");
    let mut asked = promise(&world);
    if let AccountCommand::MakePromise { terms, .. } = &mut asked {
        *terms = Terms::Price {
            amount: Money::new(8_900, domain::money::EUR),
            tax: TaxBasis::Excluded(Rate(2100)),
            every: Every::Month,
        };
    }
    assert_eq!(
        world.ask_try(&person(MANAGER), "2026-03-02T10:05", asked),
        Err(vec![Refusal::of("tax", Why::TaxExcludedToConsumer)])
    );
}
