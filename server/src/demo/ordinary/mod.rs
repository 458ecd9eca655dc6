//! Forty customers like any other: calls, orders that arrive and some that do not, promises kept, a claim answered.
//! It refuses chance: the same day tells the same lives.

mod orders;
mod promises;

use chrono::{Datelike as _, Days};
use domain::ids::AccountId;
use domain::time::Date;

use super::DemoError;
use super::names::{self, Customer};
use super::teller::{Teller, When};

pub(super) async fn customers(teller: &mut Teller<'_>) -> Result<(), DemoError> {
    for (n, customer) in (0_u64..).zip(names::customers()) {
        let life = Life { n, customer };
        let account = life.begin(teller).await?;
        match n % 8 {
            0 | 4 => life.order_on_its_way(teller, account).await?,
            1 | 5 => life.order_that_arrived(teller, account).await?,
            2 => life.price_that_stands(teller, account).await?,
            3 => life.delivery_moved(teller, account).await?,
            6 => life.discount_kept(teller, account).await?,
            _ => life.claim_answered(teller, account).await?,
        }
        life.last_word(teller, account).await?;
    }
    Ok(())
}

/// One customer's.
struct Life {
    n: u64,
    customer: Customer,
}

impl Life {
    /// So many days ago, or the Friday before where that is a weekend.
    fn day(&self, teller: &Teller<'_>, ago: u64) -> Date {
        let day = teller.today() - Days::new(ago);
        day - Days::new(u64::from(
            day.weekday().num_days_from_monday().saturating_sub(4),
        ))
    }

    fn at(&self, teller: &Teller<'_>, ago: u64) -> When {
        let people = teller.people;
        let by = if self.n.is_multiple_of(2) {
            people.seller
        } else {
            people.other_seller
        };
        let (hour, minute) = (
            9 + u32::try_from(self.n % 8).unwrap_or(0),
            u32::try_from(self.n * 7 % 60).unwrap_or(0),
        );
        When {
            day: self.day(teller, ago),
            hour,
            minute,
            by,
        }
    }

    /// In so many days, or the Monday after where that is a weekend.
    fn ahead(&self, teller: &Teller<'_>, days: u64) -> Date {
        let day = teller.today() + Days::new(days);
        match day.weekday().num_days_from_monday() {
            0..5 => day,
            weekend => day + Days::new(u64::from(7 - weekend)),
        }
    }

    async fn begin(&self, teller: &mut Teller<'_>) -> Result<AccountId, DemoError> {
        let when = self.at(teller, 60 + self.n * 5);
        let phone = format!(
            "6{:02} {:03} {:03}",
            10 + self.n,
            137 * (self.n + 1) % 1000,
            251 * (self.n + 3) % 1000
        );
        let customer = [
            ("name", self.customer.name),
            ("account_kind", self.customer.kind),
            ("contact_name", self.customer.contact),
            ("phone", phone.as_str()),
        ];
        let account = teller.open(when, when.by, &customer).await?.account;
        let call = [
            ("direction", "outgoing"),
            ("outcome", "reached"),
            ("note", "Primera llamada: qué necesita y para cuándo."),
        ];
        teller
            .tell(
                When {
                    minute: when.minute.min(50) + 9,
                    ..when
                },
                account,
                "interaction",
                &call,
            )
            .await?;
        Ok(account)
    }

    async fn last_word(
        &self,
        teller: &mut Teller<'_>,
        account: AccountId,
    ) -> Result<(), DemoError> {
        let words = [
            "Todo bien. Pregunta por el horario de verano.",
            "No contesta; se le deja recado.",
            "Agradece la llamada. Quiere ver el catálogo nuevo.",
            "Prefiere que le escriban por la tarde.",
        ];
        let n = usize::try_from(self.n).unwrap_or(0);
        let outcome = if n % 4 == 1 {
            "message_left"
        } else {
            "reached"
        };
        let call = [
            ("direction", "outgoing"),
            ("outcome", outcome),
            ("note", words[n % 4]),
        ];
        teller
            .tell(
                self.at(teller, 1 + self.n % 3),
                account,
                "interaction",
                &call,
            )
            .await?;
        Ok(())
    }
}
