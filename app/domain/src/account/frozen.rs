//! What is to be paid now, and what is frozen, where invoices left that ask for something else than was promised.
//! It refuses to leave a part of them in neither.

use super::{Difference, KnownInvoice, Promise, Span};
use crate::money::Money;

/// What honouring says of money.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Asked {
    /// What is to be paid now.
    pub pay_now: Option<Money>,
    /// What was asked for beyond it, and is frozen.
    pub frozen: Option<Money>,
}

impl Promise {
    /// Of all that left as it should not have and was not made good; or of what the customer says an invoice asks for,
    /// where more of that is beyond.
    #[must_use]
    pub fn wrongly_invoiced(&self, said: Option<Money>) -> Asked {
        let known = self.invoices.left().enumerate();
        let known = known.map(|(place, (one, difference))| self.asked(place, one, difference));
        let known = known.reduce(|all, one| Asked {
            pay_now: sum(all.pay_now, one.pay_now),
            frozen: sum(all.frozen, one.frozen),
        });
        let said = said.map(|said| self.beside_the_price(said));
        let more = |asked: &Asked| asked.frozen.map_or(0, |beyond| beyond.minor);
        match (known, said) {
            (Some(known), Some(said)) if more(&said) <= more(&known) => known,
            (known, said) => said.or(known).unwrap_or_default(),
        }
    }

    fn asked(&self, place: usize, one: &KnownInvoice, difference: Difference) -> Asked {
        let invoiced = one.invoice.split().gross;
        match (self.terms.price(), self.span) {
            // A price that holds once is paid once: another invoice of it is beyond, whole.
            (Some(_), Span::Single) if place > 0 => Asked {
                pay_now: None,
                frozen: Some(invoiced),
            },
            (Some(_), _) => self.beside_the_price(invoiced),
            (None, _) => Asked {
                pay_now: difference.to_pay(),
                frozen: difference.beyond(),
            },
        }
    }

    /// They pay the lesser of both.
    fn beside_the_price(&self, invoiced: Money) -> Asked {
        let Some(promised) = self.terms.price().map(|price| price.gross) else {
            return Asked::default();
        };
        match invoiced.checked_sub(promised) {
            Ok(beyond) if beyond.minor > 0 => Asked {
                pay_now: Some(promised),
                frozen: Some(beyond),
            },
            Ok(_) => Asked {
                pay_now: Some(invoiced),
                frozen: None,
            },
            Err(_) => Asked {
                pay_now: Some(promised),
                frozen: None,
            },
        }
    }
}

/// Of two in other currencies, the first.
fn sum(all: Option<Money>, one: Option<Money>) -> Option<Money> {
    match (all, one) {
        (Some(all), Some(one)) => Some(all.checked_add(one).unwrap_or(all)),
        (all, one) => all.or(one),
    }
}
