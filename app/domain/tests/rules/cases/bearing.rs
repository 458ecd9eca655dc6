//! What is known beside a new claim: past promises and claims of the same contact, kind or order, the newest first.

use domain::account::{Bears, ClaimKind, Every, NewClaim, Span, Terms, bearing};
use domain::command::{About, AccountCommand as Ask};
use domain::ids::MatterId;
use domain::money::{EUR, Money, TaxBasis};

use crate::support::{ANA, World, delivery};

fn claimed(world: &mut World, wall: &str, kind: ClaimKind, about: About, by_ana: bool) -> MatterId {
    let mut asked = world.claim(about, kind);
    if let (Ask::MakeClaim { contact, .. }, true) = (&mut asked, by_ana) {
        *contact = Some(ANA);
    }
    world.asks(wall, asked);
    world.newest("claim")
}

fn found(world: &World, new: &NewClaim) -> Vec<(MatterId, Bears)> {
    let found = bearing(&world.account, new);
    found
        .iter()
        .map(|one| (one.matter.reference.id, one.why))
        .collect()
}

const fn of(contact: bool, kind: bool, thread: bool) -> Bears {
    Bears {
        contact,
        kind,
        thread,
    }
}

#[test]
fn those_of_the_same_contact_kind_or_order_bear_on_it_the_newest_first() {
    let mut world = World::with_ana();
    let order = world.placed(&[Some("2026-06-15")]);
    let about = About::Order {
        matter: order,
        lines: Vec::new(),
    };
    let on_order = claimed(
        &mut world,
        "2026-06-02T09:00",
        ClaimKind::Defect,
        about,
        false,
    );
    let by_ana = claimed(
        &mut world,
        "2026-06-03T09:00",
        ClaimKind::Treatment,
        About::Nothing,
        true,
    );
    let billed = claimed(
        &mut world,
        "2026-06-04T09:00",
        ClaimKind::Billing,
        About::Nothing,
        false,
    );
    let new = NewClaim {
        contact: Some(ANA),
        kind: ClaimKind::Billing,
        about: Some(order),
    };
    assert_eq!(
        found(&world, &new),
        [
            (billed, of(false, true, false)),
            (by_ana, of(true, false, false)),
            (on_order, of(false, false, true)),
        ],
        "the order itself stands in the form"
    );
    let other = NewClaim {
        contact: None,
        kind: ClaimKind::Other,
        about: None,
    };
    assert_eq!(
        found(&world, &other),
        [],
        "nobody known is nobody in common"
    );
}

#[test]
fn a_promise_bears_on_the_claims_that_might_be_about_it() {
    let mut world = World::with_ana();
    let price = Terms::Price {
        amount: Money::new(8_900, EUR),
        tax: TaxBasis::Exempt,
        every: Every::Once,
    };
    let price = world.promised(price, Span::Single);
    let delivery = world.promised(delivery("2026-06-15"), Span::Single);
    let other = world.promised(Terms::Other, Span::Single);
    for (kind, bear) in [
        (ClaimKind::Billing, vec![price]),
        (ClaimKind::Delivery, vec![delivery]),
        (ClaimKind::BrokenPromise, vec![other, delivery, price]),
        (ClaimKind::Treatment, vec![]),
    ] {
        let new = NewClaim {
            contact: None,
            kind,
            about: None,
        };
        let found: Vec<_> = found(&world, &new).into_iter().map(|one| one.0).collect();
        assert_eq!(found, bear, "{kind:?}");
    }
}
