//! A promise and what becomes of it.

use super::Reading;
use super::accounts::CHANNELS;
use crate::account::{Channel, Essential, Every, Reduction, Span, Terms};
use crate::command::AccountCommand;
use crate::money::TaxBasis;
use crate::refusal::Why;

pub(super) const EVERY: &[(&str, Every)] = &[
    ("once", Every::Once),
    ("month", Every::Month),
    ("year", Every::Year),
];

/// What a price says of its tax; there is no usual one.
#[derive(Clone, Copy)]
enum Basis {
    Included,
    Excluded,
    Exempt,
}

const BASES: &[(&str, Basis)] = &[
    ("included", Basis::Included),
    ("excluded", Basis::Excluded),
    ("exempt", Basis::Exempt),
];

impl Reading<'_> {
    /// Fields `terms` and those of its kind, `what`, `standing` and `until`, `by`, `contact`, `channel`, `order`.
    pub(super) fn promise(&mut self) -> Option<AccountCommand> {
        let terms = self.terms("terms");
        let what = self.fields.text("what", &mut self.pen);
        let span = self.span();
        let by = self.fields.id("by", Why::NoSuchPerson);
        let to = self.fields.id("contact", Why::NoSuchContact);
        let channel = self
            .fields
            .choice("channel", Some(Channel::Counter), CHANNELS);
        let order = self.fields.id("order", Why::NoSuchMatter);
        Some(AccountCommand::MakePromise {
            terms: terms?,
            what,
            span,
            by,
            to,
            channel: channel?,
            order,
        })
    }

    /// `price`: `amount`, `tax`, `rate`, `every` · `discount`: `percent` or `amount` · `delivery`: `date`,
    /// `essential` · `payment`: `days` · `other`: nothing more.
    pub(super) fn terms(&mut self, field: &str) -> Option<Terms> {
        match self.fields.get(field) {
            "price" => self.price(),
            "discount" => {
                let percent = !self.fields.get("percent").is_empty();
                let reduction = match percent {
                    true => Reduction::Percent(self.fields.rate_said("percent")?),
                    false => Reduction::Amount(self.fields.money_said("amount")?),
                };
                Some(Terms::Discount { reduction })
            }
            "delivery" => {
                let date = self.fields.date_said("date");
                Some(Terms::Delivery {
                    date: date?,
                    essential: self.essential("essential"),
                })
            }
            "payment" => {
                if self.fields.get("days").is_empty() {
                    self.fields.refuse("days", Why::Missing);
                }
                let days = self.fields.number("days", 0)?;
                Some(Terms::Payment { days })
            }
            "other" => Some(Terms::Other),
            typed => {
                let why = if typed.is_empty() {
                    Why::Missing
                } else {
                    Why::NotAChoice
                };
                self.fields.refuse(field, why);
                None
            }
        }
    }

    fn price(&mut self) -> Option<Terms> {
        let amount = self.fields.money_said("amount");
        let every = self.fields.choice("every", Some(Every::Once), EVERY);
        let tax = self.tax();
        Some(Terms::Price {
            amount: amount?,
            tax: tax?,
            every: every?,
        })
    }

    /// Fields `tax` and `rate`.
    pub(super) fn tax(&mut self) -> Option<TaxBasis> {
        let basis = match self.fields.get("tax") {
            "" => {
                self.fields.refuse("tax", Why::TaxNotSaid);
                None
            }
            _ => self.fields.choice("tax", None, BASES),
        };
        match basis? {
            Basis::Exempt => Some(TaxBasis::Exempt),
            Basis::Included => self.fields.rate_said("rate").map(TaxBasis::Included),
            Basis::Excluded => self.fields.rate_said("rate").map(TaxBasis::Excluded),
        }
    }

    pub(super) fn essential(&mut self, field: &str) -> Essential {
        match self.fields.get(field) {
            "" | "no" => Essential::No,
            _ => Essential::Yes,
        }
    }

    /// A delivery is for its day, whatever the fields of a price beside it say.
    pub(super) fn span(&mut self) -> Span {
        if self.fields.get("terms") == "delivery" {
            return Span::Single;
        }
        let until = self.fields.date("until");
        match self.fields.get("standing") {
            "" | "no" if until.is_none() => Span::Single,
            _ => Span::Standing { until },
        }
    }

    pub(super) fn confirm(&mut self) -> Option<AccountCommand> {
        let matter = self.fields.id_said("matter", Why::NoSuchMatter)?;
        let note = self.fields.text("note", &mut self.pen);
        Some(AccountCommand::ConfirmPromise { matter, note })
    }

    pub(super) fn amend(&mut self) -> Option<AccountCommand> {
        let matter = self.fields.id_said("matter", Why::NoSuchMatter);
        let terms = self.terms("terms");
        let consent = self
            .fields
            .said("consent", &mut self.pen, Why::LowersWhatWasShown);
        Some(AccountCommand::AmendPromise {
            matter: matter?,
            terms: terms?,
            consent: consent?,
        })
    }

    pub(super) fn keep(&mut self) -> Option<AccountCommand> {
        let matter = self.fields.id_said("matter", Why::NoSuchMatter);
        let evidence = self.fields.said("evidence", &mut self.pen, Why::NoEvidence);
        Some(AccountCommand::KeepPromise {
            matter: matter?,
            evidence: evidence?,
        })
    }

    pub(super) fn release(&mut self) -> Option<AccountCommand> {
        let matter = self.fields.id_said("matter", Why::NoSuchMatter);
        let consent = self
            .fields
            .said("consent", &mut self.pen, Why::HouseCannotWithdraw);
        Some(AccountCommand::ReleasePromise {
            matter: matter?,
            consent: consent?,
        })
    }
}
