//! What a customer takes away from a claim: read off the rows of its command alone.

use std::collections::BTreeMap;

use domain::account::{ClaimKind, Every, RemedyKind, Span, Terms};
use domain::command::{About, AccountCommand as Ask};
use domain::ids::MatterId;
use domain::key::{Handed, Key, Link};
use domain::money::{EUR, Money, Rate, TaxBasis};
use domain::receipt::{Asked, ClaimStanding, Receipt};
use domain::refusal::Why;
use domain::text::{Salt, Text};
use domain::timeline::Row;

use crate::support::{World, date, stated};

const SEED: Salt = Salt([5; 32]);

fn handed() -> Handed<Text> {
    Handed {
        key: stated(&Key::minted(&SEED).to_string()),
        link: stated(&Link::minted(&SEED).to_string()),
    }
}

fn price_claim(world: &World) -> Ask {
    let about = About::Unrecorded {
        terms: Terms::Price {
            amount: Money::new(8_900, EUR),
            tax: TaxBasis::Included(Rate(2100)),
            every: Every::Month,
        },
        what: None,
        span: Span::Single,
        by: None,
    };
    let mut claim = world.claim(about, ClaimKind::Billing);
    if let Ask::MakeClaim {
        invoiced,
        handed: to_customer,
        ..
    } = &mut claim
    {
        *invoiced = Some(Money::new(10_769, EUR));
        *to_customer = Some(handed());
    }
    claim
}

/// As the ledger reads them back, the words of that command with them.
fn rows(world: &World, brought: &[Text]) -> Vec<Row> {
    let words: BTreeMap<_, _> = brought
        .iter()
        .map(|text| (text.id, text.body.clone()))
        .collect();
    let row = |entry: &domain::entry::Entry<domain::fact::Fact>| {
        let of_it = entry.fact.texts().into_iter();
        let texts = of_it.filter_map(|text| Some((text.id, words.get(&text.id)?.clone())));
        Row::settled(entry.clone(), texts.collect())
    };
    world.entries.iter().rev().map(row).collect()
}

fn taken_in() -> (World, Vec<Text>, MatterId) {
    let mut world = World::with_ana();
    let asked = price_claim(&world);
    let brought = asked.texts().into_iter().cloned().collect();
    world.asks("2026-06-02T09:00", asked);
    let claim = world.newest("claim");
    (world, brought, claim)
}

#[test]
fn a_receipt_says_when_what_was_said_and_what_was_honoured() {
    let (mut world, brought, claim) = taken_in();
    // What comes later is no part of it.
    let later = world.call(claim);
    world.asks("2026-06-03T09:00", later);
    let receipt = Receipt::of(&rows(&world, &brought), claim).expect("a receipt");
    assert_eq!(receipt.on, date("2026-06-02"));
    assert_eq!(receipt.points, [Some("no se ha cumplido".to_owned())]);
    let kept = receipt.handed.clone().expect("a key");
    assert_eq!(Key::read(&kept.key), Ok(Key::minted(&SEED)));
    assert_eq!(Link::read(&kept.link), Some(Link::minted(&SEED)));
    let honoured = receipt.honoured.clone().expect("it was honoured");
    assert_eq!(honoured.pay_now, Some(Money::new(8_900, EUR)));
    assert_eq!(honoured.frozen, Some(Money::new(1_869, EUR)));
    assert_eq!(honoured.word, world.newest("promise"));
    let kinds: Vec<_> = honoured.remedies.iter().map(|remedy| remedy.kind).collect();
    assert_eq!(kinds, [RemedyKind::Credit]);
    assert_eq!(
        receipt.made_good_by(),
        honoured.remedies.first().map(|one| one.by)
    );
}

#[test]
fn erased_words_leave_the_receipt_standing() {
    let (world, _, claim) = taken_in();
    let receipt = Receipt::of(&rows(&world, &[]), claim).expect("a receipt");
    assert_eq!((receipt.points, receipt.handed), (vec![None], None));
    assert_eq!(
        Receipt::of(&rows(&world, &[]), world.newest("promise")),
        None
    );
}

#[test]
fn a_claim_of_another_kind_honours_nothing_and_has_its_receipt() {
    let mut world = World::with_ana();
    let asked = world.claim(About::Nothing, ClaimKind::Treatment);
    world.asks("2026-06-02T09:00", asked);
    let receipt = Receipt::of(&rows(&world, &[]), world.newest("claim")).expect("a receipt");
    assert_eq!(
        (receipt.honoured.clone(), receipt.made_good_by()),
        (None, None)
    );
}

#[test]
fn a_key_that_nobody_could_say_again_is_never_handed_out() {
    let mut world = World::with_ana();
    for broken in [
        Handed {
            key: stated("0000-0000-0000-1"),
            ..handed()
        },
        Handed {
            link: stated("aquí"),
            ..handed()
        },
    ] {
        let mut asked = price_claim(&world);
        if let Ask::MakeClaim { handed, .. } = &mut asked {
            *handed = Some(broken);
        }
        let refused = world.refused("2026-06-02T09:00", asked);
        assert_eq!(refused, (String::new(), Why::BrokenForm));
    }
}

#[test]
fn how_it_stands_is_told_in_days() {
    use domain::account::{MatterState, Resolution};
    use domain::command::NewAnswer;
    let (mut world, brought, claim) = taken_in();
    let answered = |world: &World| match &world.matter(claim).state {
        MatterState::Claim(claim) => claim.answered_on(),
        other => panic!("not a claim: {other:?}"),
    };
    assert_eq!(answered(&world), None);
    let answer = Ask::AnswerClaim {
        matter: claim,
        answers: vec![NewAnswer {
            resolution: Resolution::Accepted,
            reasons: None,
        }],
    };
    world.asks("2026-06-05T09:00", answer);
    assert_eq!(answered(&world), Some(date("2026-06-05")));
    let receipt = Receipt::of(&rows(&world, &brought), claim).expect("a receipt");
    let standing = ClaimStanding::of(&receipt, &world.account).expect("a claim");
    assert_eq!(standing.received_on, date("2026-06-02"));
    assert_eq!(standing.honoured_on, Some(date("2026-06-02")));
    assert_eq!(standing.answered_on, Some(date("2026-06-05")));
    assert_eq!(standing.asked, Asked::Nothing);
    // The credit is still to come.
    let word = world.matter(world.newest("promise"));
    assert_eq!(standing.next_news, word.owes.next_news);
    assert!(standing.next_news.is_some());
}
