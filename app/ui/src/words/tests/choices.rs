//! The codes of the selects are those that `domain::form` reads.

use domain::account::Account;
use domain::form::{FormCx, parse};
use domain::house::House;
use domain::ids::{AccountId, StoreId};
use domain::refusal::Why;
use domain::time::Timestamp;
use uuid::Uuid;

use crate::words::Tongue::{En, Es};
use crate::words::*;

/// What `domain::form` says of that choice, everything else being left out.
fn refused(kind: &str, field: &str, code: &str, beside: &[(&str, &str)]) -> Vec<(String, Why)> {
    let id = Uuid::from_u128(7).to_string();
    let seed = "ab".repeat(32);
    let hidden = [("kind", kind), ("id", &id), ("seed", &seed), (field, code)];
    let typed: Vec<(String, String)> = hidden
        .iter()
        .chain(beside)
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    let (house, account) = (
        House::new(),
        Account::new(AccountId::from_uuid(Uuid::from_u128(3))),
    );
    let cx = FormCx {
        house: &house,
        account: (kind != "open_account").then_some(&account),
        store: StoreId::from_uuid(Uuid::from_u128(1)),
        now: Timestamp::from_micros(1_781_000_000_000_000),
    };
    let refusals = parse(&typed, &cx).err().unwrap_or_default();
    refusals
        .into_iter()
        .map(|refusal| (refusal.field.unwrap_or_default(), refusal.why))
        .collect()
}

#[test]
fn the_codes_of_the_selects_are_those_the_form_reads() {
    type Select = (
        &'static str,
        &'static str,
        fn(Tongue) -> Vec<(&'static str, &'static str)>,
    );
    let selects: [Select; 12] = [
        ("interaction", "channel", labels::channels),
        ("interaction", "direction", labels::directions),
        ("interaction", "outcome", labels::outcomes),
        ("promise", "terms", labels::terms_kinds),
        ("promise", "tax", labels::tax_bases),
        ("promise", "every", labels::everies),
        ("claim", "claim_kind", labels::claim_kinds),
        ("claim", "language", labels::languages),
        ("honour", "remedy.0.kind", labels::remedy_kinds),
        ("answer", "answer.0.resolution", labels::resolutions),
        ("deliver_answer", "channel", labels::channels),
        ("open_account", "account_kind", labels::account_kinds),
    ];
    let price = [("terms", "price")];
    for (kind, field, choices) in selects {
        let beside: &[(&str, &str)] = if matches!(field, "tax" | "every") {
            &price
        } else {
            &[]
        };
        let unread = |code: &str| {
            let refused = refused(kind, field, code, beside);
            refused
                .iter()
                .any(|(at, why)| at == field && *why == Why::NotAChoice)
        };
        assert!(unread("nonsense"), "{field} is read at all");
        for (es, en) in choices(Es).into_iter().zip(choices(En)) {
            assert!(!unread(es.0), "{field}: {}", es.0);
            assert_eq!(es.0, en.0, "{field}: one code in both languages");
            assert!(!es.1.is_empty() && !en.1.is_empty(), "{field}: {}", es.0);
        }
    }
}

#[test]
fn every_rating_offered_is_one_the_form_reads() {
    for (code, _) in labels::ratings(Es) {
        let refused = refused("satisfaction", "rating", code, &[]);
        assert!(!refused.iter().any(|(at, _)| at == "rating"), "{code}");
    }
    assert!(
        refused("satisfaction", "rating", "6", &[])
            .contains(&("rating".to_owned(), Why::NotARating))
    );
}
