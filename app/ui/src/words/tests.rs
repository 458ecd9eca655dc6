//! Every refusal, rule, choice and state is said, in both languages; the codes of the selects are those that
//! `domain::form` reads.

use std::collections::BTreeMap;

use domain::account::{
    Account, Amends, Every, Matter, MatterState, Promise, PromiseSource, PromiseStage, Span,
    Telling, Terms,
};
use domain::calendar::{Saturday, WorkCalendar};
use domain::context::Role;
use domain::deadline::{Bearer, Deadline, Due, DueKind, Origin, Owes, RuleId};
use domain::entry::MatterRef;
use domain::form::{FormCx, parse};
use domain::house::House;
use domain::ids::{AccountId, MatterId, PersonId, StoreId, TextId};
use domain::money::{COP, EUR, Money, Rate, TaxBasis};
use domain::owed::Reason;
use domain::refusal::Why;
use domain::rules;
use domain::time::{Date, Timestamp};
use uuid::Uuid;

use super::Tongue::{En, Es};
use super::*;

fn on(text: &str) -> Date {
    text.parse().unwrap()
}

/// Every reason there is: what is listed after each must be listed before the last.
fn every_why() -> Vec<Why> {
    let plain = [
        Why::Missing,
        Why::NotADate,
        Why::NotAnAmount,
        Why::NotPositive,
        Why::NotARate,
        Why::NotANumber,
        Why::NotAChoice,
        Why::NotAPhone,
        Why::NotAnEmail,
        Why::BrokenForm,
        Why::TaxNotSaid,
        Why::TaxExcludedToConsumer,
        Why::InThePast,
        Why::InTheFuture,
        Why::EndsBeforeItBegins,
        Why::BeforeTheOrder,
        Why::NoPoint,
        Why::PointNotAnswered,
        Why::DenialWithoutReasons,
        Why::NoReason,
        Why::NoEvidence,
        Why::HouseCannotWithdraw,
        Why::LowersWhatWasShown,
        Why::NoSuchAccount,
        Why::AccountExists,
        Why::NoSuchContact,
        Why::ContactExists,
        Why::NoSuchMatter,
        Why::MatterExists,
        Why::MatterClosed,
        Why::NotInThisState,
        Why::NoSuchLine,
        Why::AlreadyDelivered,
        Why::NoSuchDue,
        Why::NoSuchFact,
        Why::NoSuchRemedy,
        Why::NoSuchPerson,
        Why::NoSuchStore,
        Why::HouseExists,
        Why::NoHouse,
        Why::PersonExists,
        Why::StoreExists,
        Why::DefensorByTwoDirectors,
        Why::LastAdministrator,
        Why::Changed,
        Why::IdReused,
    ];
    let with = [
        Why::TooLong(20_000),
        Why::LaterThanTheLaw(on("2026-06-15")),
        Why::NotYours(Vec::new()),
        Why::NotYours(vec![Role::SalesDirector, Role::ServiceDirector]),
    ];
    plain.into_iter().chain(with).collect()
}

#[test]
fn every_refusal_is_a_sentence_that_says_what_to_do() {
    for why in every_why() {
        for t in Tongue::ALL {
            let said = refusals::sentence(t, &why);
            assert!(said.ends_with('.'), "{why:?}: {said}");
            assert!(
                said.contains([':', ';', ',']),
                "{why:?} has no way on: {said}"
            );
            assert!(said.starts_with(char::is_uppercase), "{why:?}: {said}");
        }
        assert_ne!(
            refusals::sentence(Es, &why),
            refusals::sentence(En, &why),
            "{why:?} is said in one language only"
        );
    }
}

#[test]
fn a_refusal_names_who_may_and_until_when() {
    let why = Why::NotYours(vec![Role::SalesDirector, Role::ServiceDirector]);
    insta::assert_snapshot!(refusals::sentence(Es, &why), @"Esto no lo puede hacer con sus funciones: pídalo a dirección de ventas o dirección de servicio.");
    let why = Why::LaterThanTheLaw(on("2026-05-05"));
    insta::assert_snapshot!(refusals::sentence(Es, &why), @"La ley no deja contestar después del 5 de mayo de 2026: elija ese día o uno anterior.");
}

#[test]
fn every_rule_has_its_name() {
    let all = [
        rules::LGDCU_21_3,
        rules::SAC_17_1,
        rules::SAC_17_3,
        rules::DEL_66BIS,
        rules::PAL_ANSWER,
        rules::PAL_COMPARE,
        rules::PAL_CHECK,
        rules::PAL_TELL,
        rules::PAL_CHOICE,
        rules::PAL_ASK,
        rules::PAL_ASK_AGAIN,
        rules::PAL_UNTIL,
        rules::PAL_REMEDY,
        rules::PAL_APOLOGY,
        rules::PAL_MOVED,
        rules::PAL_IMPORTED,
        rules::PAL_AT_ONCE,
    ];
    for rule in all {
        let titles = Tongue::ALL.map(|t| super::rules::title(t, &rule));
        assert!(titles.iter().all(Option::is_some), "{rule:?}");
        assert_ne!(
            titles[0], titles[1],
            "{rule:?} is said in one language only"
        );
    }
}

fn salamanca() -> WorkCalendar {
    let holiday = (on("2026-06-12"), "San Juan de Sahagún".to_owned());
    WorkCalendar {
        saturday: Saturday::Rests,
        holidays: BTreeMap::from([holiday]),
    }
}

fn due(kind: DueKind, day: &str, from: &str, rule: RuleId) -> Due {
    Due {
        kind,
        bearer: Bearer::Role(Role::Logistics),
        deadline: Deadline {
            on: on(day),
            at: Timestamp::from_micros(0),
            rule,
            from: on(from),
            house_version: 1,
        },
        origin: Origin::Live,
    }
}

fn why(t: Tongue, due: &Due, working: Option<domain::calendar::Working>) -> WhyDate {
    let rule = due.deadline.rule.clone();
    dues::why(t, &Reason { rule, working }, due)
}

#[test]
fn why_the_check_of_order_p1_falls_on_tuesday_the_9th() {
    let check = due(DueKind::Check, "2026-06-09", "2026-06-15", rules::PAL_CHECK);
    let working = salamanca().back(on("2026-06-15"), 3);
    let said = why(Es, &check, Some(working.clone()));
    insta::assert_snapshot!(said.rule, @"Antes de la fecha prometida se comprueba que se va a cumplir (PAL-check)");
    assert_eq!(
        said.sentence,
        "Tres días laborables antes del lunes 15 de junio: no cuentan el domingo 14 (fin de semana), \
         el sábado 13 (fin de semana) ni el viernes 12 (San Juan de Sahagún)."
    );
    let steps: Vec<String> = said
        .steps
        .iter()
        .map(|(date, what)| format!("{date} {what}"))
        .collect();
    insta::assert_snapshot!(steps.join("\n"), @r"
    2026-06-14 No cuenta: fin de semana
    2026-06-13 No cuenta: fin de semana
    2026-06-12 No cuenta: San Juan de Sahagún
    2026-06-11 Día 1 de 3
    2026-06-10 Día 2 de 3
    2026-06-09 Día 3 de 3
    ");
    insta::assert_snapshot!(why(En, &check, Some(working)).sentence, @"Three working days before Monday 15 June: Sunday the 14th (weekend), Saturday the 13th (weekend) and Friday the 12th (San Juan de Sahagún) do not count.");
}

#[test]
fn why_any_date() {
    let calendar = salamanca();
    let tell = |working| {
        why(
            Es,
            &due(DueKind::Tell, "2026-06-15", "2026-06-13", rules::PAL_TELL),
            Some(working),
        )
    };
    let answer = due(
        DueKind::Answer,
        "2026-05-05",
        "2026-04-20",
        rules::LGDCU_21_3,
    );
    let far = due(
        DueKind::Answer,
        "2027-01-04",
        "2026-12-20",
        rules::PAL_ANSWER,
    );
    let said = [
        tell(calendar.forward(on("2026-06-15"), 0)).sentence,
        tell(calendar.forward(on("2026-06-12"), 0)).sentence,
        tell(calendar.forward(on("2026-06-13"), 0)).sentence,
        why(Es, &answer, Some(calendar.natural(on("2026-04-20"), 15))).sentence,
        why(Es, &far, Some(calendar.natural(on("2026-12-20"), 15))).sentence,
        why(
            Es,
            &due(DueKind::Ask, "2026-06-15", "2026-06-15", rules::PAL_UNTIL),
            None,
        )
        .sentence,
        why(
            Es,
            &due(DueKind::Ask, "2026-06-15", "2026-06-10", rules::PAL_MOVED),
            None,
        )
        .sentence,
        why(
            Es,
            &due(
                DueKind::Check,
                "2026-06-15",
                "2026-06-02",
                rules::PAL_AT_ONCE,
            ),
            None,
        )
        .sentence,
    ];
    insta::assert_snapshot!(said.join("\n"), @r"
    El mismo lunes 15 de junio, que es laborable.
    El primer día laborable a partir del viernes 12 de junio: no cuentan el sábado 13 (fin de semana) ni el domingo 14 (fin de semana).
    El primer día laborable a partir del sábado 13 de junio: no cuenta el domingo 14 (fin de semana).
    Quince días naturales después del lunes 20 de abril: cuentan todos.
    Quince días naturales después del domingo 20 de diciembre de 2026: cuentan todos.
    La promesa vale hasta el lunes, 15 de junio de 2026.
    Se cambió al lunes, 15 de junio de 2026; el motivo está en el historial.
    Contada desde el martes, 2 de junio de 2026, la fecha ya había pasado: el primer día laborable es el lunes, 15 de junio de 2026.
    ");
}

#[test]
fn a_rule_of_a_newer_catalogue_shows_as_its_id() {
    let newer = due(
        DueKind::Ask,
        "2026-06-15",
        "2026-06-15",
        RuleId("PAL-new".into()),
    );
    assert_eq!(why(Es, &newer, None).rule, "PAL-new");
}

#[test]
fn who_owes_it_has_a_name() {
    let (marta, luis) = (
        PersonId::from_uuid(Uuid::from_u128(1)),
        PersonId::from_uuid(Uuid::from_u128(2)),
    );
    let names = Names {
        people: BTreeMap::from([(marta, "Marta".to_owned()), (luis, "Luis".to_owned())]),
        viewer: Some(luis),
        ..Names::default()
    };
    let bearers = [
        Bearer::Owner,
        Bearer::Person(luis),
        Bearer::Role(Role::Logistics),
    ];
    let said = bearers.map(|bearer| dues::bearer(Es, bearer, marta, &names));
    assert_eq!(said, ["Marta", "Tú", "Logística y facturación"]);
}

fn promise(terms: Terms, stage: PromiseStage) -> Matter {
    Matter {
        reference: MatterRef::root(MatterId::from_uuid(Uuid::from_u128(9))),
        version: 1,
        owner: PersonId::from_uuid(Uuid::from_u128(1)),
        opened_on: on("2026-03-02"),
        state: MatterState::Promise(Promise {
            terms,
            what: None,
            span: Span::Single,
            by: None,
            to: None,
            source: PromiseSource::Recorded,
            stage,
            kept_on: None,
            amends: Amends::default(),
        }),
        owes: Owes::default(),
    }
}

#[test]
fn a_matter_has_its_title_and_its_state() {
    let price = Terms::Price {
        amount: Money::new(8_900_000, COP),
        tax: TaxBasis::Included(Rate(1600)),
        every: Every::Month,
    };
    let none = BTreeMap::<TextId, String>::new();
    let mut broken = promise(price, PromiseStage::Broken);
    assert_eq!(
        matters::title(Es, &broken, &none),
        "Promesa: 89.000 COP al mes"
    );
    assert_eq!(
        matters::title(En, &broken, &none),
        "Promise: COP 89,000 a month"
    );
    assert_eq!(
        matters::state(Es, &broken),
        ("Rota".to_owned(), Tone::Broken)
    );
    if let MatterState::Promise(promise) = &mut broken.state {
        promise.amends.telling = Telling::Owed(on("2026-06-10"));
    }
    assert_eq!(
        matters::state(Es, &broken),
        ("Rota, sin avisar".to_owned(), Tone::Broken)
    );
    let kept = promise(Terms::Other, PromiseStage::Kept);
    assert_eq!(
        matters::state(Es, &kept),
        ("Cumplida".to_owned(), Tone::Kept)
    );
}

#[test]
fn money_and_rates_are_written_as_each_language_does() {
    assert_eq!(money(Es, Money::new(123_450, EUR)), "1.234,50 €");
    assert_eq!(money(En, Money::new(123_450, EUR)), "€1,234.50");
    assert_eq!(
        (rate(Es, Rate(1050)), rate(En, Rate(1050))),
        ("10,5 %".to_owned(), "10.5%".to_owned())
    );
}

#[test]
fn a_list_is_said_as_it_sounds() {
    let said = |of: &[&str]| {
        list(
            Es,
            &of.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>(),
        )
    };
    assert_eq!(said(&["Ana", "Luis", "Marta"]), "Ana, Luis y Marta");
    assert_eq!(said(&["Ana", "Inés"]), "Ana e Inés");
    assert_eq!(said(&["agua", "hielo"]), "agua y hielo");
    assert_eq!(said(&[]), "");
}

#[test]
fn a_language_is_known_by_its_code() {
    assert_eq!(Tongue::from_code("en-GB,en;q=0.9"), Some(En));
    assert_eq!(Tongue::from_code("ES"), Some(Es));
    assert_eq!(Tongue::from_code("fr"), None);
    assert_eq!(Tongue::from_code("é"), None);
}

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
    let selects: [Select; 11] = [
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
