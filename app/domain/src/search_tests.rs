//! What is typed finds what was written, whatever the accents, the case and the punctuation.
//! It refuses to know any index but a list of terms.

use proptest::prelude::*;
use rstest::rstest;

use super::*;

fn finds(query: &str, terms: &[String]) -> bool {
    Query::parse(query)
        .terms
        .iter()
        .all(|asked| terms.iter().any(|term| term.starts_with(asked.as_str())))
}

#[rstest]
#[case("Ñandú", "nandu")]
#[case("nin\u{303}o", "nino")]
#[case("CIGÜEÑA", "ciguena")]
#[case("Straße STRASSE ẞ", "strasse strasse ss")]
#[case("ﬁn Œuvre Ærø Łódź", "fin oeuvre aero lodz")]
#[case("Col·lecció", "col·leccio")]
#[case("ΣΊΣΥΦΟΣ σίσυφος", "σισυφοσ σισυφοσ")]
#[case("İstanbul ISPARTA ı", "istanbul isparta i")]
#[case("１２３ Ａ", "123 a")]
fn folding_keeps_letters_and_loses_dress(#[case] text: &str, #[case] folded: &str) {
    assert_eq!(fold(text), folded);
}

#[test]
fn words_are_folded_cut_and_told_once() {
    assert_eq!(
        words("Café «El Búho», C/ Mayor 3; café"),
        ["cafe", "el", "buho", "c", "mayor", "3"]
    );
    assert!(words(" —·— ").is_empty());
    assert_eq!(words(&"ñ".repeat(200)), ["n".repeat(64)]);
    let many: Vec<_> = (0..200).map(|n| n.to_string()).collect();
    assert_eq!(words(&many.join(" ")).len(), 64);
}

#[rstest]
#[case("+34 600 11 22 33", &["34600112233", "600112233"])]
#[case("600-11-22-33", &["600112233"])]
#[case("112", &["112"])]
#[case("no tiene", &[])]
fn a_phone_is_kept_with_and_without_its_country(#[case] text: &str, #[case] expected: &[&str]) {
    assert_eq!(phone_terms(text), expected);
}

#[rstest]
#[case("600112")]
#[case("34600")]
#[case("+34 600")]
#[case("600 11 22")]
#[case("600.11.22.33")]
#[case("(600) 112-233")]
#[case("６００１１")]
fn a_phone_is_found_however_it_is_typed(#[case] query: &str) {
    assert!(finds(query, &phone_terms("+34 600 11 22 33")), "{query}");
}

#[test]
fn a_code_is_kept_joined_and_in_words() {
    assert_eq!(code_terms("P-1"), ["p1", "p", "1"]);
    assert_eq!(
        code_terms("P-2026/001"),
        ["p2026001", "p", "2026", "001", "2026001"]
    );
    assert_eq!(code_terms("B12345678"), ["b12345678", "b", "12345678"]);
}

#[rstest]
#[case("B12345678")]
#[case("B-12.345.678")]
#[case("b 12345678")]
#[case("B1234")]
#[case("12345678")]
#[case("b 12 345 678")]
#[case("")]
fn a_tax_id_is_found_however_it_is_punctuated(#[case] query: &str) {
    for written in ["B12345678", "B-12345678", "b-12.345.678"] {
        assert!(finds(query, &code_terms(written)), "{query} in {written}");
    }
}

#[rstest]
#[case("ana lópez", &["ana", "lopez"])]
#[case("Ana 600 11 22 33", &["ana", "600112233"])]
#[case("P-1", &["p", "1"])]
#[case("P-1 600", &["p", "1", "600"])]
#[case("Mayor 3", &["mayor", "3"])]
#[case("1 2", &["1", "2"])]
#[case("1-2 3", &["123"])]
#[case("+34 600 ana 112 233", &["34600", "ana", "112233"])]
#[case("12.345.678-Z", &["12345678", "z"])]
#[case("24h", &["24h"])]
#[case("2026/06", &["2026", "06"])]
#[case("+ - .", &[])]
#[case("ana ana", &["ana"])]
fn a_query_is_read_as_terms(#[case] text: &str, #[case] expected: &[&str]) {
    let query = Query::parse(text);
    assert_eq!(query.terms, expected);
    assert_eq!(query.is_empty(), expected.is_empty());
}

/// Letters of the languages our customers write in, dressed in every way, with some punctuation.
const LETTERS: &str =
    "[a-zA-ZñÑçÇáéíóúüÁÉÍÓÚÜàèòÀÈÒïÏßẞœŒæÆøØłŁđĐıİŉǰσςΣάΆﬁﬀŀĿªº0-9 .,'·/\u{301}\u{303}-]{0,40}";

proptest! {
    #[test]
    fn every_prefix_of_a_word_finds_it_in_any_case(text in LETTERS, upper: u64) {
        let terms = words(&text);
        for word in text.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c)) {
            let mut typed = String::new();
            for (at, c) in word.chars().enumerate() {
                if upper >> (at % 64) & 1 == 1 {
                    typed.extend(c.to_uppercase());
                } else {
                    typed.extend(c.to_lowercase());
                }
                for asked in words(&typed) {
                    prop_assert!(
                        terms.iter().any(|term| term.starts_with(&asked)),
                        "{asked} of {typed} in {terms:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn every_prefix_of_any_text_finds_it(text in "\\PC{0,30}") {
        let terms = words(&text);
        for chunk in text.split_whitespace() {
            let mut typed = String::new();
            for c in chunk.chars() {
                typed.push(c);
                for asked in words(&typed) {
                    prop_assert!(terms.iter().any(|term| term.starts_with(&asked)));
                }
            }
        }
    }

    #[test]
    fn a_code_is_found_by_itself_and_by_its_beginning(code in "[A-Za-z]{1,3}[-/ ]?[0-9]{1,8}") {
        let terms = code_terms(&code);
        for end in 1..=code.len() {
            prop_assert!(finds(&code[..end], &terms), "{} in {terms:?}", &code[..end]);
        }
    }

    #[test]
    fn terms_are_clean_and_bounded(text in "\\PC{0,200}") {
        for found in [words(&text), code_terms(&text), Query::parse(&text).terms] {
            prop_assert!(found.len() <= 64);
            for term in found {
                prop_assert!((1..=64).contains(&term.chars().count()));
                prop_assert!(term.chars().all(char::is_alphanumeric));
                prop_assert_eq!(fold(&term), term);
            }
        }
        prop_assert_eq!(fold(&fold(&text)), fold(&text));
    }
}
