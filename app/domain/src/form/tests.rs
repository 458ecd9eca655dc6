use super::*;
use crate::account::{AccountKind, Every, Terms};
use crate::calendar::{Saturday, Shifts, WorkCalendar};
use crate::house::Store;
use crate::money::{EUR, Money, Rate, TaxBasis};
use uuid::Uuid;

mod asked;
mod course;
mod house;
mod invoices;
mod signing;

const STORE: StoreId = StoreId::from_uuid(Uuid::from_u128(1));
const NOW: Timestamp = Timestamp::from_micros(1_781_000_000_000_000);

fn house() -> House {
    let mut house = House::new();
    let store = Store {
        name: "Mayor".into(),
        zone: Zone::new("Fija", vec![(i64::MIN, 7200)]).unwrap(),
        calendar: WorkCalendar {
            saturday: Saturday::Works,
            holidays: crate::calendar::Holidays::new(),
        },
        shifts: Shifts::usual(),
    };
    house.stores.insert(STORE, store);
    house
}

fn read(kind: &str, typed: &[(&str, &str)]) -> Result<Submission, Vec<Refusal>> {
    let seed = "ab".repeat(32);
    let id = Uuid::from_u128(7).to_string();
    let hidden = [("kind", kind), ("id", &id), ("seed", &seed)];
    let typed: Typed = hidden
        .iter()
        .chain(typed)
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    let account = Account::new(AccountId::from_uuid(Uuid::from_u128(3)));
    let house = house();
    parse(
        &typed,
        &FormCx {
            house: &house,
            account: (kind != "open_account").then_some(&account),
            store: STORE,
            now: NOW,
        },
    )
}

fn refused(kind: &str, typed: &[(&str, &str)]) -> Vec<(String, Why)> {
    let refusals = read(kind, typed).unwrap_err();
    refusals
        .into_iter()
        .map(|refusal| (refusal.field.unwrap_or_default(), refusal.why))
        .collect()
}

fn at(field: &str, why: Why) -> Vec<(String, Why)> {
    vec![(field.to_owned(), why)]
}

#[test]
fn a_price_as_a_person_types_it() {
    let typed = [
        ("terms", "price"),
        ("amount", "1.089,50"),
        ("tax", "included"),
        ("rate", "21"),
        ("every", "month"),
        ("standing", "yes"),
    ];
    let AccountCommand::MakePromise { terms, span, .. } = read("promise", &typed).unwrap().command
    else {
        panic!("a promise");
    };
    let amount = Money::new(108_950, EUR);
    let tax = TaxBasis::Included(Rate(2100));
    assert_eq!(
        terms,
        Terms::Price {
            amount,
            tax,
            every: Every::Month
        }
    );
    assert_eq!(span, crate::account::Span::Standing { until: None });
}

#[test]
fn a_price_that_is_silent_about_its_tax_is_asked() {
    let typed = [("terms", "price"), ("amount", "89"), ("rate", "21")];
    assert_eq!(refused("promise", &typed), at("tax", Why::TaxNotSaid));
}

#[test]
fn everything_wrong_is_said_at_once() {
    let typed = [("terms", "price"), ("amount", "mucho"), ("until", "ayer")];
    assert_eq!(
        refused("promise", &typed),
        [
            ("amount".to_owned(), Why::NotAnAmount),
            ("tax".to_owned(), Why::TaxNotSaid),
            ("until".to_owned(), Why::NotADate),
        ]
    );
}

#[test]
fn dates_are_read_as_the_browser_sends_them_and_as_a_person_types_them() {
    for typed in ["2026-06-15", "15/06/2026", "15/6/2026"] {
        let typed = [("terms", "delivery"), ("date", typed)];
        assert!(read("promise", &typed).is_ok(), "{typed:?}");
    }
    for typed in ["2026-02-30", "15-06", "31/11/2026", "0026-06-15"] {
        let typed = [("terms", "delivery"), ("date", typed)];
        assert_eq!(
            refused("promise", &typed),
            at("date", Why::NotADate),
            "{typed:?}"
        );
    }
}

#[test]
fn a_claim_says_at_least_one_point_and_keeps_their_order() {
    assert_eq!(refused("claim", &[]), at("point.0", Why::NoPoint));
    let typed = [
        ("point.1", "segundo"),
        ("point.0", "primero"),
        ("point.2", " "),
    ];
    let AccountCommand::MakeClaim { points, .. } = read("claim", &typed).unwrap().command else {
        panic!("a claim");
    };
    let said: Vec<_> = points.iter().map(|point| point.body.as_str()).collect();
    assert_eq!(said, ["primero", "segundo"]);
}

#[test]
fn an_answer_that_denies_gives_its_reasons() {
    let matter = Uuid::from_u128(9).to_string();
    let typed = [
        ("matter", matter.as_str()),
        ("seen", "7"),
        ("answer.0.resolution", "denied"),
    ];
    assert_eq!(
        refused("answer", &typed),
        at("answer.0.reasons", Why::DenialWithoutReasons)
    );
    let skips = [
        ("matter", matter.as_str()),
        ("seen", "7"),
        ("answer.1.resolution", "accepted"),
    ];
    assert_eq!(
        refused("answer", &skips),
        at("answer.0.resolution", Why::PointNotAnswered)
    );
}

#[test]
fn a_phone_that_is_none_and_an_address_that_is_none_are_said() {
    let contact = |phone, email| [("contact_name", "Ana"), ("phone", phone), ("email", email)];
    assert!(read("contact", &contact("+34 600 11 22 33", "ana@casa.example")).is_ok());
    assert_eq!(
        refused("contact", &contact("llámame", "")),
        at("phone", Why::NotAPhone)
    );
    assert_eq!(
        refused("contact", &contact("12", "")),
        at("phone", Why::NotAPhone)
    );
    assert_eq!(
        refused("contact", &contact("", "ana")),
        at("email", Why::NotAnEmail)
    );
}

#[test]
fn a_new_customer_takes_the_name_for_its_contact_unless_another_is_said() {
    let owner = Uuid::from_u128(5).to_string();
    let typed = [
        ("name", "Ana Peña"),
        ("phone", "600112233"),
        ("owner", owner.as_str()),
    ];
    let read = read("open_account", &typed).unwrap();
    let AccountCommand::OpenAccount {
        contact,
        account_kind,
        ..
    } = read.command
    else {
        panic!("an account");
    };
    assert_eq!(account_kind, AccountKind::Consumer);
    assert_eq!(contact.unwrap().name.body, "Ana Peña");
}

#[test]
fn a_broken_hidden_part_asks_for_the_page_again() {
    let cx_house = house();
    let cx = FormCx {
        house: &cx_house,
        account: None,
        store: STORE,
        now: NOW,
    };
    let broken = Err(vec![Refusal::whole(Why::BrokenForm)]);
    assert_eq!(parse(&[], &cx), broken);
    let unknown = read("baila", &[]);
    assert_eq!(unknown, broken);
}

#[test]
fn when_is_a_wall_time_at_the_store_and_this_minute_is_now() {
    let noon = read("note", &[("note", "x"), ("when", "2026-06-01T12:00")]).unwrap();
    assert_eq!(noon.happened_at.to_string(), "2026-06-01T10:00:00Z");
    assert_eq!(read("note", &[("note", "x")]).unwrap().happened_at, NOW);
}

#[test]
fn the_same_form_sent_twice_is_the_same_command() {
    let typed = [("note", "Llamar el lunes")];
    assert_eq!(read("note", &typed), read("note", &typed));
}

#[test]
fn who_answers_or_moves_a_date_says_what_they_had_seen() {
    let matter = Uuid::from_u128(9).to_string();
    let answer = [("answer.0.resolution", "accepted")];
    let moved = [("due", "answer"), ("to", "2026-06-15"), ("reason", "viaja")];
    for (kind, typed) in [("answer", &answer[..]), ("move_due", &moved[..])] {
        let mut typed = typed.to_vec();
        typed.push(("matter", matter.as_str()));
        for unread in ["", "hoy"] {
            let mut typed = typed.clone();
            typed.push(("seen", unread));
            let broken = vec![Refusal::whole(Why::BrokenForm)];
            assert_eq!(read(kind, &typed).unwrap_err(), broken, "{kind}");
        }
        typed.push(("seen", "12"));
        let seen = read(kind, &typed).unwrap().seen;
        assert_eq!(seen.len(), 1, "{kind}");
        assert_eq!(seen[0].version, 12, "{kind}");
    }
}

#[test]
fn more_rows_than_a_form_has_are_refused_and_none_is_cut() {
    let last = [("point.99", "cien")];
    assert!(read("claim", &last).is_ok());
    for field in ["point.100", "point.18446744073709551615"] {
        let typed = [("point.0", "uno"), (field, "y otro")];
        assert_eq!(
            refused("claim", &typed),
            at("point.100", Why::TooMany(100)),
            "{field}"
        );
    }
}

#[test]
fn a_time_lies_within_the_years_that_a_date_does() {
    for typed in ["0026-06-01T12:00", "2201-01-01T00:00", "262000-01-01T00:00"] {
        let typed = [("note", "x"), ("when", typed)];
        assert_eq!(
            refused("note", &typed),
            at("when", Why::NotADate),
            "{typed:?}"
        );
    }
}

#[test]
fn a_delivery_does_not_stand_for_what_a_price_beside_it_says() {
    let typed = [
        ("terms", "delivery"),
        ("date", "2026-06-15"),
        ("standing", "yes"),
        ("until", "2027-06-15"),
    ];
    let AccountCommand::MakePromise { span, .. } = read("promise", &typed).unwrap().command else {
        panic!("a promise");
    };
    assert_eq!(span, crate::account::Span::Single);
}

#[test]
fn an_order_is_called_off_in_the_customers_words() {
    let matter = Uuid::from_u128(9).to_string();
    let typed = [("matter", matter.as_str())];
    assert_eq!(
        refused("cancel", &typed),
        at("consent", Why::HouseCannotWithdraw)
    );
}
