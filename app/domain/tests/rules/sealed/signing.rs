//! A signed promise, drawn and typed.

use domain::account::{Every, Language, Signature, Terms};
use domain::fact::Fact;
use domain::money::{EUR, Money, Rate, TaxBasis};

use super::facts::text;

pub(super) fn every() -> Vec<Fact> {
    let signed = |language, signature| Fact::PromiseSigned {
        terms: Terms::Price {
            amount: Money::new(8_900, EUR),
            tax: TaxBasis::Included(Rate(2100)),
            every: Every::Month,
        },
        shown: text("lo que se mostró"),
        language,
        by: text("Ana"),
        signature,
        link: text("el enlace"),
    };
    vec![
        signed(Language::Es, Signature::Drawn(text("M0 0L90 90"))),
        signed(Language::En, Signature::Typed),
    ]
}
