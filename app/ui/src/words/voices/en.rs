//! In English.

use super::{Answering, Date, Letter, Money, RemedyKind, Resolution, Writing, with_sum};
use crate::words::{Tongue, dates, labels, sentences::ERASED};

pub(super) struct English;

const EN: Tongue = Tongue::En;

impl Answering for English {
    fn erased(&self) -> &'static str {
        ERASED.1
    }

    fn title(&self) -> &'static str {
        "Our answer to your claim"
    }

    fn opening(&self, received_on: Date) -> String {
        let day = dates::plain(EN, received_on);
        format!("You made a claim on {day}. This is our answer, point by point.")
    }

    fn came_to(&self, resolution: Resolution) -> &'static str {
        match resolution {
            Resolution::Accepted => "You are right: we accept this.",
            Resolution::Denied => "We cannot accept this point.",
        }
    }

    fn recourse(&self) -> &'static str {
        "If you do not agree, you may go to:"
    }

    fn defensor(&self, name: &str) -> String {
        format!(
            "The customers' advocate of this house ({name}): a decision in your favour binds us"
        )
    }
}

impl Writing for English {
    fn hello(&self, name: Option<&str>) -> String {
        name.map_or_else(|| "Hello,".to_owned(), |name| format!("Dear {name},"))
    }

    fn subject(&self, letter: Letter) -> &'static str {
        match letter {
            Letter::Receipt => "We have taken in your claim",
            Letter::Answer => "The answer to your claim",
            Letter::Honoured => "What we promised you stands",
            Letter::Apology => "Our apology",
        }
    }

    fn taken_in(&self, on: Date, time: &str) -> String {
        let day = dates::full(EN, on);
        format!("We took in your claim on {day}, at {time}.")
    }

    fn you_said(&self) -> &'static str {
        "This is what you told us:"
    }

    fn you_ask(&self) -> &'static str {
        "You ask for:"
    }

    fn next_news(&self, by: Date) -> String {
        format!("You will hear from us again by {}.", dates::full(EN, by))
    }

    fn not_kept(&self) -> &'static str {
        "What we promised you was not kept as it should have been."
    }

    fn stands(&self) -> &'static str {
        "It stands: what was said is done."
    }

    fn pay_now(&self, sum: Money) -> String {
        format!("You pay {} now.", sum.format_en())
    }

    fn on_hold(&self, sum: Money) -> String {
        format!(
            "{} is on hold: nobody will ask you for it.",
            sum.format_en()
        )
    }

    fn to_make_good(&self) -> &'static str {
        "To make it good:"
    }

    fn remedy(&self, kind: RemedyKind, amount: Option<Money>, by: Date) -> String {
        let what = with_sum(
            labels::remedy_kind(EN, kind),
            amount.map(|sum| sum.format_en()),
        );
        format!("{what}, by {}", dates::full(EN, by))
    }
}
