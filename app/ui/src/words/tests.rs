use domain::account::{Every, Terms};
use domain::context::{Actor, Via};
use domain::entry::Audience;
use domain::fact::{Fact, FoundBy};
use domain::ids::{CommandId, MatterId, PersonId};
use domain::money::{COP, Money, Rate, TaxBasis};
use domain::refusal::Why;
use domain::time::Timestamp;
use domain::timeline::{Row, RowKey};
use uuid::Uuid;

use super::*;

const MARTA: PersonId = PersonId::from_uuid(Uuid::from_u128(1));

fn pesos(whole: i64) -> Money {
    Money::new(whole * 100, COP)
}

fn told(fact: Fact, viewer: Option<PersonId>) -> String {
    let row = Row {
        key: RowKey {
            command: CommandId::from_uuid(Uuid::from_u128(9)),
            n: 0,
        },
        version: Some(1),
        happened_at: Timestamp::from_micros(0),
        on: "2026-06-15".parse().unwrap(),
        recorded_at: Timestamp::from_micros(0),
        actor: Actor::Person {
            person: MARTA,
            via: Via::Desk,
        },
        matter: None,
        audience: Audience::Service,
        fact,
        texts: BTreeMap::new(),
    };
    let names = Names {
        people: [(MARTA, "Marta".to_owned())].into(),
        viewer,
        house: "la casa".into(),
        ..Names::default()
    };
    let sentence = sentences::of(Tongue::Es, &row, &names);
    format!("{} {}", sentence.who, sentence.did)
}

fn promise() -> Fact {
    Fact::PromiseMade {
        terms: Terms::Price {
            amount: pesos(89_000),
            tax: TaxBasis::Included(Rate(1600)),
            every: Every::Month,
        },
        what: None,
        span: domain::account::Span::Single,
        by: Some(MARTA),
        to: None,
        channel: domain::account::Channel::Counter,
        source: domain::account::PromiseSource::Recorded,
    }
}

#[test]
fn a_promise_is_told_with_its_tax() {
    assert_eq!(
        told(promise(), None),
        "Marta prometió 89.000 COP al mes, IVA del 16 % incluido"
    );
}

#[test]
fn what_i_did_is_told_to_me_as_you() {
    assert_eq!(
        told(promise(), Some(MARTA)),
        "Tú prometiste 89.000 COP al mes, IVA del 16 % incluido"
    );
}

#[test]
fn honouring_says_what_to_pay_now_and_what_is_frozen() {
    let honoured = Fact::Honoured {
        claim: None,
        pay_now: Some(pesos(89_000)),
        frozen: Some(pesos(14_240)),
    };
    assert_eq!(
        told(honoured, None),
        "Marta respaldó la promesa: se pagan 89.000 COP ahora y 14.240 COP quedan en suspenso"
    );
}

#[test]
fn a_missed_date_is_told_with_its_day() {
    let missed = Fact::LinesMissed {
        lines: vec![0],
        promised: "2026-06-15".parse().unwrap(),
        aftermath: domain::fact::Aftermath::Over,
        found_by: FoundBy::Claim(MatterId::from_uuid(Uuid::nil())),
    };
    assert_eq!(
        told(missed, None),
        "Marta no llegó a tiempo lo prometido para el lunes 15 de junio de 2026"
    );
}

#[test]
fn days_near_today_have_their_words() {
    let today = "2026-06-10".parse().unwrap();
    let day = |text: &str| dates::day(Tongue::Es, text.parse().unwrap(), today);
    assert_eq!(day("2026-06-10"), "hoy");
    assert_eq!(day("2026-06-11"), "mañana");
    assert_eq!(day("2026-06-09"), "ayer");
    assert_eq!(day("2026-06-15"), "el lunes 15");
    assert_eq!(day("2026-07-15"), "el miércoles 15 de julio");
    assert_eq!(day("2027-01-04"), "el 4 de enero de 2027");
}

#[test]
fn every_refusal_says_why_and_what_to_do() {
    let some = [
        Why::Missing,
        Why::TaxNotSaid,
        Why::NoPoint,
        Why::Changed,
        Why::TooLong(20),
        Why::LaterThanTheLaw("2026-06-15".parse().unwrap()),
        Why::NotYours(vec![
            domain::context::Role::SalesDirector,
            domain::context::Role::ServiceDirector,
        ]),
        Why::NotYours(vec![]),
    ];
    for why in some {
        let sentence = refusals::sentence(Tongue::Es, &why);
        assert!(sentence.ends_with('.'), "{why:?}: {sentence}");
        assert!(
            sentence.matches(['.', ':']).count() >= 1 && sentence.len() > 20,
            "{why:?}: {sentence}"
        );
    }
}

#[test]
fn lists_read_as_spanish() {
    assert_eq!(
        list(&["uno".into(), "dos".into(), "tres".into()]),
        "uno, dos y tres"
    );
    assert_eq!(
        list(&["padre".into(), "hija".into(), "Inés".into()]),
        "padre, hija e Inés"
    );
}
