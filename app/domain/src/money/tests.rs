//! Amounts read, written, added and taxed, with the figures of the first story.
//! It refuses to know any screen.

use proptest::prelude::*;
use rstest::rstest;

use super::*;

fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

fn cop(minor: i64) -> Money {
    Money::new(minor, Currency::COP)
}

fn code(text: &str) -> Currency {
    Currency::parse(text).expect("a currency")
}

#[rstest]
#[case("89.000", 8_900_000)]
#[case("89,000", 8_900_000)]
#[case("89 000", 8_900_000)]
#[case("89\u{a0}000,5", 8_900_050)]
#[case("89000", 8_900_000)]
#[case("1.234,56", 123_456)]
#[case("1,234.56", 123_456)]
#[case("1234.56", 123_456)]
#[case("1234,5", 123_450)]
#[case("1.234.567", 123_456_700)]
#[case("1.234.567,8", 123_456_780)]
#[case("€ 12,50", 1_250)]
#[case("12,50€", 1_250)]
#[case("12,50 EUR", 1_250)]
#[case("eur 12", 1_200)]
#[case("100 euros", 10_000)]
#[case("-3,20 €", -320)]
#[case("€ -3,20", -320)]
#[case("0,05", 5)]
#[case("007", 700)]
#[case("  0  ", 0)]
fn euros_are_read_as_typed(#[case] text: &str, #[case] minor: i64) {
    assert_eq!(Money::parse(text, Currency::EUR), Ok(eur(minor)), "{text}");
}

#[rstest]
#[case("")]
#[case("   ")]
#[case("€")]
#[case("doce")]
#[case("12,")]
#[case(",50")]
#[case("1.23.456")]
#[case("12 34")]
#[case("1.234 567")]
#[case("1.234.567,")]
#[case("0.125.000")]
#[case("1.2,3.4")]
#[case("1,2.3,4")]
#[case("--3")]
#[case("3-")]
#[case("1e3")]
#[case("12 aprox.")]
#[case("€ 12 €")]
#[case("٣")]
fn what_is_no_amount_is_refused(#[case] text: &str) {
    let refused = Money::parse(text, Currency::EUR);
    assert!(
        matches!(refused, Err(MoneyError::NotANumber { .. })),
        "{text}: {refused:?}"
    );
}

#[rstest]
#[case("1,2345")]
#[case("0,125")]
#[case("1234,567")]
#[case("1.234,567")]
fn an_amount_finer_than_a_cent_is_refused(#[case] text: &str) {
    let refused = Money::parse(text, Currency::EUR);
    assert!(
        matches!(refused, Err(MoneyError::TooManyDecimals { .. })),
        "{text}: {refused:?}"
    );
}

#[test]
fn each_currency_has_its_own_decimals() {
    let (jpy, kwd) = (code("JPY"), code("KWD"));
    assert_eq!(Money::parse("1.234", jpy), Ok(Money::new(1_234, jpy)));
    assert!(matches!(
        Money::parse("12,5", jpy),
        Err(MoneyError::TooManyDecimals { .. })
    ));
    assert_eq!(Money::parse("0,125", kwd), Ok(Money::new(125, kwd)));
    assert!(matches!(
        Money::parse("1.234", kwd),
        Err(MoneyError::Ambiguous { .. })
    ));
    assert_eq!(Money::parse("$ 89.000", Currency::COP), Ok(cop(8_900_000)));
    assert_eq!(Currency::COP.minor_digits(), 2);
}

#[rstest]
#[case("$ 12")]
#[case("12 COP")]
#[case("£12")]
fn another_currency_is_never_taken_for_euros(#[case] text: &str) {
    let refused = Money::parse(text, Currency::EUR);
    assert!(
        matches!(refused, Err(MoneyError::OtherCurrency { .. })),
        "{text}: {refused:?}"
    );
}

#[test]
fn differences_stop_at_the_edge_and_at_another_currency() {
    assert_eq!(eur(150).checked_sub(eur(50)), Ok(eur(100)));
    assert_eq!(eur(i64::MIN).checked_sub(eur(1)), Err(MoneyError::TooLarge));
    assert!(matches!(
        eur(1).checked_sub(cop(1)),
        Err(MoneyError::OtherCurrency { .. })
    ));
    assert_eq!(
        Money::parse("92.233.720.368.547.758,08", Currency::EUR),
        Err(MoneyError::TooLarge)
    );
}

#[rstest]
#[case(cop(8_900_000), "89.000 COP", "COP 89,000")]
#[case(cop(7_672_414), "76.724,14 COP", "COP 76,724.14")]
#[case(eur(123_450), "1.234,50 €", "€1,234.50")]
#[case(eur(100_000_000), "1.000.000,00 €", "€1,000,000.00")]
#[case(eur(-5), "-0,05 €", "-€0.05")]
#[case(eur(0), "0,00 €", "€0.00")]
#[case(Money::new(1_234, code("JPY")), "1.234 JPY", "JPY 1,234")]
#[case(Money::new(1_234, code("KWD")), "1,234 KWD", "KWD 1.234")]
fn amounts_are_written_for_people(#[case] money: Money, #[case] es: &str, #[case] en: &str) {
    assert_eq!(money.format_es(), es);
    assert_eq!(money.format_en(), en);
}

#[rstest]
#[case("16", 1600)]
#[case("16 %", 1600)]
#[case("16%", 1600)]
#[case("10,5", 1050)]
#[case("10.5 %", 1050)]
#[case("5,25", 525)]
#[case("0", 0)]
#[case("100", 10_000)]
fn a_rate_is_read_as_typed(#[case] text: &str, #[case] points: u16) {
    assert_eq!(Rate::parse(text), Ok(Rate(points)));
}

#[test]
fn what_is_no_rate_is_refused() {
    for text in ["", "%", "dieciseis", "-4", "16 % %"] {
        assert!(
            matches!(Rate::parse(text), Err(MoneyError::NotANumber { .. })),
            "{text}"
        );
    }
    assert_eq!(Rate::parse("100,01"), Err(MoneyError::TooLarge));
    assert!(matches!(
        Rate::parse("5,255"),
        Err(MoneyError::TooLarge | MoneyError::TooManyDecimals { .. })
    ));
    assert_eq!(Rate(1050).to_string(), "10.5");
    assert_eq!(Rate(525).to_string(), "5.25");
    assert_eq!(Rate(1600).to_string(), "16");
}

#[test]
fn the_price_with_tax_inside_comes_apart_as_in_the_first_story() {
    let promised = split_included(cop(8_900_000), Rate(1600));
    assert_eq!(
        (promised.base, promised.tax),
        (cop(7_672_414), cop(1_227_586))
    );
    let credited = split_included(cop(1_424_000), Rate(1600));
    assert_eq!(
        (credited.base, credited.tax),
        (cop(1_227_586), cop(196_414))
    );
    let invoiced = from_excluded(cop(8_900_000), Rate(1600));
    assert_eq!(invoiced.gross, cop(10_324_000));
}

#[test]
fn the_written_form_is_stable() {
    let written = serde_json::json!([eur(5), TaxBasis::Included(Rate(1600)), TaxBasis::Exempt]);
    let expected = r#"[{"currency":"EUR","minor":5},{"included":1600},"exempt"]"#;
    assert_eq!(written.to_string(), expected);
    assert!(serde_json::from_str::<Money>(r#"{"minor":5,"currency":"eur"}"#).is_err());
}

proptest! {
    #[test]
    fn nothing_is_lost_between_base_and_tax(minor: i64, points in 0_u16..=10_000) {
        let split = split_included(cop(minor), Rate(points));
        prop_assert_eq!(split.gross.checked_sub(split.tax), Ok(split.base));
        prop_assert!(split.base.minor.unsigned_abs() <= minor.unsigned_abs());
        let split = from_excluded(cop(minor), Rate(points));
        prop_assert_eq!(split.gross.checked_sub(split.tax), Ok(split.base));
    }

    #[test]
    fn a_credit_mirrors_its_invoice(minor in 0_i64..i64::MAX, points in 0_u16..=10_000) {
        let (plus, minus) = (
            split_included(eur(minor), Rate(points)),
            split_included(eur(-minor), Rate(points)),
        );
        prop_assert_eq!(plus.base.minor, -minus.base.minor);
        prop_assert_eq!(plus.tax.minor, -minus.tax.minor);
    }

    #[test]
    fn what_is_written_is_read_back(minor in -i64::MAX..i64::MAX) {
        for money in [eur(minor), cop(minor)] {
            prop_assert_eq!(Money::parse(&money.format_es(), money.currency), Ok(money));
            prop_assert_eq!(Money::parse(&money.format_en(), money.currency), Ok(money));
        }
    }

    #[test]
    fn no_text_breaks_the_reader(text in "[0-9., €$%+−-]{0,12}|\\PC{0,8}") {
        let _ = Money::parse(&text, Currency::EUR);
        let _ = Rate::parse(&text);
    }
}
