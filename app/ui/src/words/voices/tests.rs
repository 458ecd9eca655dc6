//! Every sentence to a customer is said in each of their languages, in none like in another, and with its day and sum.

use std::collections::BTreeSet;

use domain::account::{Language, RemedyKind, Resolution};
use domain::mail::Letter;
use domain::money::{EUR, Money};
use domain::time::Date;

use super::{Writing, answering, writing};

const SUM: Money = Money::new(1869, EUR);

fn day() -> Date {
    "2026-08-01".parse().expect("a date")
}

/// Everything that is said, in one order; the day is a Saturday in August.
fn said(voice: &dyn Writing) -> Vec<String> {
    let mut all = vec![
        voice.erased().to_owned(),
        voice.title().to_owned(),
        voice.opening(day()),
        voice.came_to(Resolution::Accepted).to_owned(),
        voice.came_to(Resolution::Denied).to_owned(),
        voice.recourse().to_owned(),
        voice.defensor("Elena Ríos"),
        voice.taken_in(day(), "10:30"),
        voice.you_said().to_owned(),
        voice.next_news(day()),
        voice.not_kept().to_owned(),
        voice.stands().to_owned(),
        voice.pay_now(SUM),
        voice.on_hold(SUM),
        voice.to_make_good().to_owned(),
    ];
    all.extend(Letter::ALL.map(|letter| voice.subject(letter).to_owned()));
    let remedies = [
        RemedyKind::InvoiceCorrection,
        RemedyKind::Credit,
        RemedyKind::Delivery,
        RemedyKind::Service,
        RemedyKind::Worth,
    ];
    all.extend(remedies.map(|kind| voice.remedy(kind, Some(SUM), day())));
    all
}

#[test]
fn every_sentence_is_said_in_each_language_and_in_none_like_in_another() {
    let all = Language::ALL.map(|language| said(writing(language)));
    for place in 0..all[0].len() {
        let each: BTreeSet<_> = all.iter().map(|one| one[place].as_str()).collect();
        assert_eq!(each.len(), Language::ALL.len(), "{each:?}");
        assert!(!each.contains(""));
    }
}

#[test]
fn a_letter_and_an_answer_speak_with_one_voice() {
    for language in Language::ALL {
        let (answers, writes) = (answering(language), writing(language));
        assert_eq!(answers.title(), writes.title(), "{language:?}");
        assert_eq!(answers.opening(day()), writes.opening(day()));
    }
}

#[test]
fn a_day_is_written_as_each_language_writes_it() {
    let all = Language::ALL.map(|language| writing(language).next_news(day()));
    insta::assert_snapshot!(all.join("\n"), @r"
    Volverá a tener noticias nuestras, a más tardar, el sábado, 1 de agosto de 2026.
    Tornarà a tenir notícies nostres, com a molt tard, dissabte, 1 d’agost de 2026.
    Gure berri izango duzu berriro, beranduenez egun honetan: 2026/08/01 (larunbata).
    Volverá ter noticias nosas, como moi tarde, o sábado, 1 de agosto de 2026.
    You will hear from us again by Saturday, 1 August 2026.
    ");
}

#[test]
fn a_remedy_tells_its_sum_and_its_day() {
    let all = Language::ALL
        .map(|language| writing(language).remedy(RemedyKind::Credit, Some(SUM), day()));
    insta::assert_snapshot!(all.join("\n"), @r"
    Un abono, 18,69 €, a más tardar, el sábado, 1 de agosto de 2026
    Un abonament, 18,69 €, com a molt tard, dissabte, 1 d’agost de 2026
    Abonu bat, 18,69 €, beranduenez egun honetan: 2026/08/01 (larunbata)
    Un abono, 18,69 €, como moi tarde, o sábado, 1 de agosto de 2026
    A credit, €18.69, by Saturday, 1 August 2026
    ");
}

#[test]
fn whoever_has_no_name_is_greeted_all_the_same() {
    for language in Language::ALL {
        let voice = writing(language);
        assert!(voice.hello(Some("Ana")).contains("Ana"));
        assert!(!voice.hello(None).is_empty() && voice.hello(None) != voice.hello(Some("Ana")));
    }
}
