//! No role, setting or history of a believed contact stands in front of honouring; and whatever was broken owes an
//! apology until a director gives it.

use domain::account::{ClaimKind, Every, MatterState, Span, Terms};
use domain::command::{About, AccountCommand as Ask};
use domain::context::Role;
use domain::fact::{Aftermath, Fact};
use domain::house::{HouseCommand, Limits, Settings};
use domain::ids::MatterId;
use domain::money::{EUR, Money, Rate, TaxBasis};
use proptest::prelude::*;

use super::live::{live, live_in};
use super::steps::{History, histories};
use crate::support::{ADMIN, ANA, STAFF, World, person};

/// A house as its administrator may set it.
#[derive(Debug, Clone)]
struct Set {
    settings: Settings,
    limits: Limits,
    /// What whoever takes the claim does here.
    role: Role,
    invoiced: Option<i64>,
}

fn sets() -> impl Strategy<Value = Set> {
    let roles = [
        Role::AccountManager,
        Role::StoreStaff,
        Role::Logistics,
        Role::SalesDirector,
        Role::ServiceDirector,
    ];
    let settings = (0..30u16, any::<bool>(), 0..3_000u16);
    let limits = (0..100_000i64, 0..100_000i64);
    let invoiced = prop::option::of(1..1_000_000i64);
    let role = prop::sample::select(roles.to_vec());
    (settings, limits, role, invoiced).prop_map(|(settings, limits, role, invoiced)| Set {
        settings: set(settings),
        limits: Limits {
            gesture_minor_max: limits.0,
            alert_minor: limits.1,
        },
        role,
        invoiced,
    })
}

fn set((lead_working_days, large, rate): (u16, bool, u16)) -> Settings {
    let mut settings = Settings::usual();
    settings.lead_working_days = lead_working_days;
    settings.large = large;
    settings.tax_rate = Rate(rate);
    settings
}

fn few_steps() -> impl Strategy<Value = History> {
    histories().prop_map(|mut history| {
        history.steps.truncate(12);
        history
    })
}

/// That house, whose somebody at the counter has that role.
fn house(set: &Set) -> World {
    let mut world = World::spain(&[]);
    let asked = [
        HouseCommand::ChangeSettings {
            settings: set.settings,
        },
        HouseCommand::SetLimits { limits: set.limits },
        HouseCommand::SetRoles {
            person: STAFF,
            roles: vec![set.role],
        },
    ];
    for command in &asked {
        world.ask_house(&person(ADMIN), command);
    }
    world
}

/// Every way in which a claim may be about a promise of this house.
fn about_promises(world: &World) -> Vec<(About, ClaimKind)> {
    let price = Terms::Price {
        amount: Money::new(8_900, EUR),
        tax: TaxBasis::Excluded(Rate(2100)),
        every: Every::Month,
    };
    let unrecorded = |terms| About::Unrecorded {
        terms,
        what: None,
        span: Span::Single,
        by: None,
    };
    let mut all = vec![
        (About::Nothing, ClaimKind::BrokenPromise),
        (About::Nothing, ClaimKind::Delivery),
        (unrecorded(price), ClaimKind::Billing),
        (unrecorded(Terms::Other), ClaimKind::Other),
    ];
    for (matter, one) in &world.account.matters {
        all.extend(about(*matter, &one.state));
    }
    all
}

fn about(matter: MatterId, state: &MatterState) -> Vec<(About, ClaimKind)> {
    let order = || About::Order {
        matter,
        lines: Vec::new(),
    };
    match state {
        MatterState::Promise(_) => vec![(About::Promise { matter }, ClaimKind::Treatment)],
        MatterState::Order(_) => vec![
            (order(), ClaimKind::Delivery),
            (order(), ClaimKind::BrokenPromise),
        ],
        MatterState::Claim(_) | MatterState::Investigation(_) => Vec::new(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_024, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_role_setting_or_history_leaves_a_claim_about_a_promise_without_honouring(
        set in sets(),
        history in few_steps(),
    ) {
        let world = live_in(house(&set), &history, |_, _| {});
        // Whoever left takes no claims.
        prop_assume!(world.house.active(STAFF).is_some());
        let who = [None, Some(ANA)].into_iter().cycle();
        for ((about, claim_kind), who) in about_promises(&world).into_iter().zip(who) {
            let mut world = world.clone();
            let mut asked = world.claim(about.clone(), claim_kind);
            if let Ask::MakeClaim { contact, invoiced, .. } = &mut asked {
                *contact = who;
                *invoiced = set.invoiced.map(|minor| Money::new(minor, EUR));
            }
            let facts = world.ask_try(&person(STAFF), "2027-06-01T10:00", asked);
            let facts = facts.expect("a claim is never turned away");
            let is_honoured = facts.iter().any(|fact| matches!(fact, Fact::Honoured { claim: Some(_), .. }));
            prop_assert!(is_honoured, "{claim_kind:?} {about:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_broken_word_owes_an_apology(history in histories()) {
        live(&history, |world, done| {
            let count = done.facts.map_or(0, <[Fact]>::len);
            for entry in &world.entries[world.entries.len() - count..] {
                let is_broken = matches!(
                    entry.fact,
                    Fact::PromiseBroken { .. } | Fact::LinesMissed { aftermath: Aftermath::Open, .. }
                );
                let Some(matter) = entry.matter.filter(|_| is_broken) else { continue };
                let owes = &world.matter(matter.id).owes;
                assert!(owes.due(domain::deadline::DueKind::Apology).is_some(), "{:#?}", done.asked);
            }
        });
    }
}
