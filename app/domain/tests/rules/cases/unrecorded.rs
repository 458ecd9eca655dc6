//! What a customer tells of a promise is believed, as they tell it.

use domain::account::{ClaimKind, Every, Span, Terms};
use domain::command::{About, AccountCommand as Ask};
use domain::fact::Fact;
use domain::house::HouseCommand;
use domain::ids::PersonId;
use domain::money::{EUR, Money, Rate, TaxBasis};
use domain::refusal::Why;
use uuid::Uuid;

use crate::support::{ADMIN, STAFF, World, codes, date, person};

fn euros(minor: i64) -> Money {
    Money::new(minor, EUR)
}

fn price(tax: TaxBasis) -> Terms {
    Terms::Price {
        amount: euros(8_900),
        tax,
        every: Every::Month,
    }
}

fn told(world: &World, terms: Terms, span: Span, by: Option<PersonId>) -> Ask {
    let about = About::Unrecorded {
        terms,
        what: None,
        span,
        by,
    };
    let mut claim = world.claim(about, ClaimKind::Billing);
    if let Ask::MakeClaim { invoiced, .. } = &mut claim {
        *invoiced = Some(euros(12_000));
    }
    claim
}

#[test]
fn neither_a_price_that_ran_out_nor_one_without_its_tax_nor_a_seller_who_left_stands_in_front() {
    let mut world = World::with_ana();
    world.ask_house(&person(ADMIN), &HouseCommand::LockPerson { person: STAFF });
    let ran_out = Span::Standing {
        until: Some(date("2026-05-31")),
    };
    let asked = told(
        &world,
        price(TaxBasis::Excluded(Rate(2100))),
        ran_out,
        Some(STAFF),
    );
    let facts = world.asks("2026-06-02T09:00", asked);
    assert!(codes(&facts).contains(&"honoured"));
    assert_eq!(world.promise_of(world.newest("promise")).by, Some(STAFF));
}

#[test]
fn a_claim_still_says_how_much_and_names_somebody_known() {
    let mut world = World::with_ana();
    let free = Terms::Price {
        amount: euros(0),
        tax: TaxBasis::Exempt,
        every: Every::Once,
    };
    let nothing = told(&world, free, Span::Single, None);
    assert_eq!(
        world.refused("2026-06-02T09:00", nothing),
        ("amount".into(), Why::NotPositive)
    );
    let nobody = PersonId::from_uuid(Uuid::from_u128(999));
    let unknown = told(&world, Terms::Other, Span::Single, Some(nobody));
    assert_eq!(
        world.refused("2026-06-02T09:00", unknown),
        ("by".into(), Why::NoSuchPerson)
    );
}

#[test]
fn who_was_invoiced_less_than_promised_pays_no_more_than_that() {
    let mut world = World::with_ana();
    let matter = world.promised(price(TaxBasis::Included(Rate(2100))), Span::Single);
    for (invoiced, pays, frozen) in [
        (8_000, 8_000, None),
        (8_900, 8_900, None),
        (9_000, 8_900, Some(100)),
    ] {
        let mut world = world.clone();
        let mut claim = world.claim(About::Promise { matter }, ClaimKind::Billing);
        if let Ask::MakeClaim { invoiced: says, .. } = &mut claim {
            *says = Some(euros(invoiced));
        }
        let facts = world.asks("2026-06-02T09:00", claim);
        let given = facts.iter().find_map(|fact| match fact {
            Fact::Honoured {
                pay_now, frozen, ..
            } => Some((*pay_now, *frozen)),
            _ => None,
        });
        assert_eq!(given, Some((Some(euros(pays)), frozen.map(euros))));
    }
}
