//! Story 1, «El IVA incluido», the rest: the meeting a week later, what is found, and the customer who stays.

use domain::account::{
    Channel, ClaimKind, CostBearer, Every, Finding, Investigation, Language, MatterState, Span,
    Terms, Witness,
};
use domain::command::{About, AccountCommand as Ask, ClaimDates};
use domain::deadline::{Due, DueKind};
use domain::entry::Audience;
use domain::fact::Fact;
use domain::ids::MatterId;
use domain::money::{COP, Money, Rate, TaxBasis};
use domain::refusal::Why;

use crate::support::{DIRECTOR, MANAGER, SALES, STAFF, World, date, owed, person};

fn pesos(whole: i64) -> Money {
    Money::new(whole * 100, COP)
}

/// Promised, broken, claimed and honoured; the file is open.
fn claimed() -> (World, MatterId) {
    let mut world = World::colombia();
    world.open_consumer("2026-03-02T10:00", "Doña Clara");
    let promised = Ask::MakePromise {
        terms: Terms::Price {
            amount: pesos(89_000),
            tax: TaxBasis::Included(Rate(1600)),
            every: Every::Month,
        },
        what: None,
        span: Span::Standing { until: None },
        by: None,
        to: None,
        channel: Channel::Counter,
        order: None,
    };
    world.ask(&person(MANAGER), "2026-03-02T10:05", promised);
    let claim = Ask::MakeClaim {
        about: About::Promise {
            matter: world.newest("promise"),
        },
        claim_kind: ClaimKind::BrokenPromise,
        contact: None,
        channel: Channel::Counter,
        points: vec![world.text("La factura dice 103.240")],
        sought: None,
        language: Language::Es,
        invoiced: Some(pesos(103_240)),
        dates: ClaimDates::default(),
        handed: None,
    };
    world.ask(&person(STAFF), "2026-04-20T17:00", claim);
    let file = world.newest("investigation");
    (world, file)
}

fn file(world: &World, matter: MatterId) -> &Investigation {
    match &world.matter(matter).state {
        MatterState::Investigation(file) => file,
        other => panic!("not an investigation: {other:?}"),
    }
}

fn heard(world: &mut World, matter: MatterId) {
    let said = Ask::TakeStatement {
        matter,
        by: Witness::Person(MANAGER),
        words: world.text("Es verdad: se lo dije con el IVA incluido"),
    };
    world.ask(&person(MANAGER), "2026-04-27T10:00", said);
}

fn found(world: &mut World, matter: MatterId, finding: Finding) {
    let concluded = Ask::Conclude {
        matter,
        finding,
        evidence: world.text("Lo confirman los dos en la reunión"),
        changes: Some(world.text("El precio se imprime con su IVA")),
    };
    world.ask(&person(DIRECTOR), "2026-04-27T11:00", concluded);
}

fn placed(world: &World, matter: MatterId, to: CostBearer) -> Ask {
    Ask::AttributeCost {
        matter,
        to,
        what: world.text("Ventas, tienda Mayor"),
        amount: pesos(14_240),
        monthly: true,
    }
}

#[test]
fn the_file_opens_in_the_commit_of_the_claim_and_is_the_service_directors() {
    let (world, matter) = claimed();
    let one = world.matter(matter);
    assert_eq!(one.owner, DIRECTOR);
    assert_eq!(file(&world, matter).seller, Some(MANAGER));
    assert_eq!(
        owed(one),
        [("finding", date("2026-05-12"))],
        "fifteen working days, the 1st of May among them"
    );
    let opened = world
        .entries
        .iter()
        .rfind(|entry| entry.fact.code() == "investigation_opened");
    assert_eq!(
        opened.map(|entry| entry.audience),
        Some(Audience::Investigation)
    );
}

#[test]
fn it_is_found_told_placed_and_learnt_from_and_nothing_is_taken_back() {
    let (mut world, matter) = claimed();
    heard(&mut world, matter);
    found(&mut world, matter, Finding::Seller);
    assert_eq!(
        owed(world.matter(matter)),
        [
            ("finding", date("2026-05-12")),
            ("attribute", date("2026-05-12")),
            ("instruct", date("2026-05-12"))
        ]
    );
    let told = Ask::TellFinding {
        matter,
        outcome: world.text("Tenía usted razón: el precio sigue en 89.000"),
        channel: Channel::Visit,
    };
    world.ask(&person(DIRECTOR), "2026-04-27T11:30", told);
    let cost = placed(&world, matter, CostBearer::CostCentre);
    world.ask(&person(SALES), "2026-04-28T09:00", cost);
    let words = world.text("La promesa se apunta en el acto y se lee en voz alta");
    let instructed = Ask::InstructSeller { matter, words };
    world.ask(&person(SALES), "2026-04-28T09:05", instructed);
    assert!(
        !world.matter(matter).is_open(),
        "{:#?}",
        world.matter(matter).owes
    );
    let placed = file(&world, matter).attribution.expect("placed");
    assert_eq!((placed.amount, placed.monthly), (pesos(14_240), true));
    let promise = world.matter(world.newest("promise"));
    let given = promise
        .amends()
        .and_then(|amends| amends.honour)
        .expect("honoured");
    assert_eq!(given.pay_now, Some(pesos(89_000)), "what was given stays");
    let seen: Vec<_> = world
        .entries
        .iter()
        .filter(|entry| entry.matter.is_some_and(|one| one.id == matter))
        .filter(|entry| entry.audience == Audience::Customer)
        .map(|entry| entry.fact.code())
        .collect();
    assert_eq!(
        seen,
        ["finding_told"],
        "the customer sees the outcome and nothing else"
    );
}

#[test]
fn where_the_seller_has_no_part_there_is_nothing_to_place() {
    let (mut world, matter) = claimed();
    found(&mut world, matter, Finding::Process);
    let cost = placed(&world, matter, CostBearer::CostCentre);
    let refused = world.ask_try(&person(SALES), "2026-04-28T09:00", cost);
    assert_eq!(refused.expect_err("refused")[0].why, Why::NoPartInIt);
    assert_eq!(
        owed(world.matter(matter)),
        [("finding", date("2026-05-12"))]
    );
}

#[test]
fn what_cannot_be_says_what_to_do() {
    let (mut world, matter) = claimed();
    let nothing = world.text("  ");
    let something = world.text("La hoja firmada");
    let conclude = |finding, evidence: &domain::text::Text, changes| Ask::Conclude {
        matter,
        finding,
        evidence: evidence.clone(),
        changes,
    };
    let cases = [
        (
            DIRECTOR,
            conclude(Finding::Seller, &nothing, None),
            Why::NoEvidence,
        ),
        (
            DIRECTOR,
            conclude(Finding::Unproven, &something, None),
            Why::NoChange,
        ),
        (
            STAFF,
            Ask::TakeStatement {
                matter,
                by: Witness::Person(MANAGER),
                words: something.clone(),
            },
            Why::OwnStatement,
        ),
        (
            DIRECTOR,
            Ask::TellFinding {
                matter,
                outcome: something.clone(),
                channel: Channel::Call,
            },
            Why::NotInThisState,
        ),
        (
            DIRECTOR,
            Ask::AskCheckFirst {
                matter,
                evidence: something.clone(),
            },
            Why::OnlyAnUntruth,
        ),
    ];
    let before = world.account.clone();
    for (who, asked, why) in cases {
        let refused = world.ask_try(&person(who), "2026-04-27T10:00", asked.clone());
        assert_eq!(refused.expect_err("refused")[0].why, why, "{asked:?}");
        assert_eq!(world.account, before, "nothing is half-written");
    }
}

#[test]
fn only_whoever_directs_service_leads_it_and_only_sales_places_the_cost() {
    let (mut world, matter) = claimed();
    for who in [MANAGER, SALES, STAFF] {
        let evidence = world.text("x");
        let conclude = Ask::Conclude {
            matter,
            finding: Finding::Seller,
            evidence,
            changes: None,
        };
        let refused = world.ask_try(&person(who), "2026-04-27T10:00", conclude);
        assert!(matches!(
            refused.expect_err("refused")[0].why,
            Why::NotYours(_)
        ));
    }
    found(&mut world, matter, Finding::Seller);
    let cost = placed(&world, matter, CostBearer::CostCentre);
    let refused = world.ask_try(&person(DIRECTOR), "2026-04-28T09:00", cost);
    assert!(matches!(
        refused.expect_err("refused")[0].why,
        Why::NotYours(_)
    ));
}

#[test]
fn each_sees_of_the_file_what_is_theirs() {
    let (mut world, matter) = claimed();
    heard(&mut world, matter);
    found(&mut world, matter, Finding::Seller);
    let whole = file(&world, matter);
    let roles = |who| world.house.roles(who).to_vec();
    let director = whole.seen_by(DIRECTOR, &roles(DIRECTOR));
    assert_eq!(director, *whole);
    let seller = whole.seen_by(MANAGER, &roles(MANAGER));
    assert_eq!((seller.statements.len(), seller.conclusion), (1, None));
    let other = whole.seen_by(STAFF, &roles(STAFF));
    assert_eq!(
        (other.statements.len(), other.seller, other.conclusion),
        (0, None, None)
    );
    let sales = whole.seen_by(SALES, &roles(SALES));
    assert!(sales.conclusion.is_some() && sales.statements.is_empty());
    let owes = |who| {
        let seen = world.matter(matter).clone().seen_by(who, &roles(who));
        let tell_what_was_found =
            |due: &&Due| matches!(due.kind, DueKind::Attribute | DueKind::Instruct);
        seen.owes.dues.iter().filter(tell_what_was_found).count()
    };
    assert_eq!([DIRECTOR, SALES].map(owes), [2, 2]);
    assert_eq!(
        [MANAGER, STAFF].map(owes),
        [0, 0],
        "nor by what is still to be done"
    );
}

#[test]
fn a_claim_of_no_promise_is_looked_into_when_somebody_asks_and_once() {
    let mut world = World::with_ana();
    let claim = world.claim(About::Nothing, ClaimKind::Treatment);
    world.asks("2026-06-01T10:00", claim);
    let matter = world.newest("claim");
    let facts = world.ask(
        &person(DIRECTOR),
        "2026-06-02T09:00",
        Ask::Investigate { matter },
    );
    assert!(matches!(
        facts[..],
        [Fact::InvestigationOpened { seller: None, .. }]
    ));
    let again = world.ask_try(
        &person(DIRECTOR),
        "2026-06-02T09:05",
        Ask::Investigate { matter },
    );
    assert_eq!(again.expect_err("refused")[0].why, Why::MatterExists);
}
