//! Every refusal, rule, choice and title is said, in both languages.

mod choices;
mod claims;
mod dues;
mod invoices;
mod read_back;
mod receipts;
mod records;

use std::collections::BTreeMap;

use domain::account::{
    Amends, Every, Invoices, Matter, MatterState, Promise, PromiseSource, PromiseStage, Span, Terms,
};
use domain::context::Role;
use domain::deadline::{Owes, RuleId};
use domain::entry::MatterRef;
use domain::ids::{MatterId, PersonId, TextId};
use domain::money::{COP, EUR, Money, Rate, TaxBasis};
use domain::packs;
use domain::refusal::Why;
use domain::time::Date;
use uuid::Uuid;

use crate::words::Tongue::{En, Es};
use crate::words::*;

pub(super) fn on(text: &str) -> Date {
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
        Why::NotAKey,
        Why::MistypedKey,
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
        Why::NothingAskedFor,
        Why::NeverWarned,
        Why::BeforeTheResolution,
        Why::RatedAlready,
        Why::NotARating,
        Why::WorthIsChosen,
        Why::NoReason,
        Why::NoEvidence,
        Why::HouseCannotWithdraw,
        Why::LowersWhatWasShown,
        Why::NoFile,
        Why::FileTooLarge,
        Why::NotAPictureOrPdf,
        Why::HeicPicture,
        Why::FileUnreadable,
        Why::PictureTooWide,
        Why::NoSuchAccount,
        Why::AccountExists,
        Why::NoSuchContact,
        Why::NoSuchMatter,
        Why::MatterExists,
        Why::MatterClosed,
        Why::NotInThisState,
        Why::NoSuchLine,
        Why::AlreadyMissed,
        Why::TellFirst,
        Why::DateLivesOnItsLine,
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
        Why::NoSignature,
        Why::SignedAlready,
        Why::ReadAgain,
        Why::NothingToCompare,
        Why::BeforeTheInvoice,
        Why::NoSuchInvoice,
        Why::BeforeTheWord,
    ];
    let with = [
        Why::TooLong(20_000),
        Why::LaterThanTheLaw(on("2026-06-15")),
        Why::LaterThanPromised(on("2026-06-15")),
        Why::LaterThanTold(on("2026-06-15")),
        Why::DayHasPassed(on("2026-06-15")),
        Why::CompletionTooEarly(on("2026-06-15")),
        Why::LapsesAfter(on("2026-06-15")),
        Why::BeforeTheAnswer(on("2026-06-15")),
        Why::AboveTheGestures(Money::new(5_000, EUR)),
        Why::TooMany(100),
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
    insta::assert_snapshot!(refusals::sentence(Es, &why), @"Esto no lo puedes hacer con tus funciones: pídelo a dirección de ventas o dirección de servicio.");
    let why = Why::LaterThanTheLaw(on("2026-05-05"));
    insta::assert_snapshot!(refusals::sentence(Es, &why), @"La ley no deja pasar del 5 de mayo de 2026: elige ese día o uno anterior.");
}

#[test]
fn every_rule_is_said_in_both_languages() {
    let packs = [&packs::HOUSE, &packs::ES, &packs::CO];
    let rules = packs.into_iter().flat_map(|pack| pack.rules);
    for rule in rules {
        let id = RuleId(rule.id.into());
        let titles = Tongue::ALL.map(|t| super::rules::title(t, &id));
        assert!(titles.iter().all(Option::is_some), "{id:?}");
        assert_ne!(titles[0], titles[1], "{id:?} is said in one language only");
    }
}

#[test]
fn a_gesture_above_the_limit_says_up_to_how_much_and_whom_to_ask() {
    let why = Why::AboveTheGestures(Money::new(5_000, EUR));
    insta::assert_snapshot!(refusals::sentence(Es, &why), @"Hasta 50,00 € lo da cualquiera sin pedir permiso; más lo decide dirección de ventas o dirección de servicio: pídeselo.");
}

pub(super) fn promise(terms: Terms, stage: PromiseStage) -> Matter {
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
            released_on: None,
            amends: Amends::default(),
            signed: None,
            invoices: Invoices::default(),
            stood: None,
        }),
        owes: Owes::default(),
        contacts: 0,
        known_by: Default::default(),
    }
}

#[test]
fn a_matter_has_its_title() {
    let price = Terms::Price {
        amount: Money::new(8_900_000, COP),
        tax: TaxBasis::Included(Rate(1600)),
        every: Every::Month,
    };
    let none = BTreeMap::<TextId, String>::new();
    let broken = promise(price, PromiseStage::Broken);
    assert_eq!(
        matters::title(Es, &broken, &none),
        "Promesa: 89.000 COP al mes"
    );
    assert_eq!(
        matters::title(En, &broken, &none),
        "Promise: COP 89,000 a month"
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
