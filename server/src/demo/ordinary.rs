//! Forty customers like any other: calls, orders that arrive and some that do not, promises kept, a claim answered.
//! It refuses chance: the same day tells the same lives.

use chrono::{Datelike as _, Days};
use domain::ids::AccountId;
use domain::time::Date;

use super::DemoError;
use super::names::{CUSTOMERS, Customer};
use super::teller::{Teller, When};

pub(super) async fn customers(teller: &mut Teller<'_>) -> Result<(), DemoError> {
    for (n, customer) in (0_u64..).zip(CUSTOMERS) {
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

    async fn order(
        &self,
        teller: &mut Teller<'_>,
        account: AccountId,
        ago: u64,
        promised: Date,
    ) -> Result<String, DemoError> {
        let (number, promised) = (format!("A-{}", 1040 + self.n), promised.to_string());
        let order = [
            ("number", number.as_str()),
            ("line.0.what", self.customer.buys),
            ("line.0.requested", promised.as_str()),
            ("line.0.promised", promised.as_str()),
        ];
        let line = teller
            .tell(self.at(teller, ago), account, "order", &order)
            .await?;
        Ok(line.matter().to_string())
    }

    async fn order_on_its_way(
        &self,
        teller: &mut Teller<'_>,
        account: AccountId,
    ) -> Result<(), DemoError> {
        let promised = self.ahead(teller, 3 + self.n);
        let matter = self
            .order(teller, account, 6 + self.n % 5, promised)
            .await?;
        let note = [
            ("matter", matter.as_str()),
            ("note", "Quiere que le llamen antes de subir la mercancía."),
        ];
        teller
            .tell(self.at(teller, 3), account, "note", &note)
            .await?;
        Ok(())
    }

    async fn order_that_arrived(
        &self,
        teller: &mut Teller<'_>,
        account: AccountId,
    ) -> Result<(), DemoError> {
        let (promised, arrived) = (self.day(teller, 12), self.day(teller, 14).to_string());
        let matter = self.order(teller, account, 33, promised).await?;
        let delivered = [
            ("matter", matter.as_str()),
            ("arrived_on", arrived.as_str()),
        ];
        teller
            .tell(self.at(teller, 13), account, "deliver", &delivered)
            .await?;
        Ok(())
    }

    async fn delivery_moved(
        &self,
        teller: &mut Teller<'_>,
        account: AccountId,
    ) -> Result<(), DemoError> {
        let (promised, moved) = (self.ahead(teller, 1), self.ahead(teller, 9).to_string());
        let matter = self.order(teller, account, 20, promised).await?;
        let later = [
            ("matter", matter.as_str()),
            ("to", moved.as_str()),
            (
                "reason",
                "El fabricante paró una semana; se lo dijimos el mismo día y prefiere esperar.",
            ),
        ];
        teller
            .tell(self.at(teller, 4), account, "repromise", &later)
            .await?;
        Ok(())
    }

    async fn price_that_stands(
        &self,
        teller: &mut Teller<'_>,
        account: AccountId,
    ) -> Result<(), DemoError> {
        let amount = format!("{},00", 40 + self.n * 3);
        let price = [
            ("terms", "price"),
            ("amount", amount.as_str()),
            ("tax", "included"),
            ("rate", "21"),
            ("every", "month"),
            ("standing", "yes"),
            ("what", "Mantenimiento, con los desplazamientos incluidos"),
        ];
        let matter = teller
            .tell(self.at(teller, 25), account, "promise", &price)
            .await?
            .matter()
            .to_string();
        let read_back = [
            ("matter", matter.as_str()),
            ("note", "Conforme, por correo."),
        ];
        teller
            .tell(self.at(teller, 24), account, "confirm", &read_back)
            .await?;
        Ok(())
    }

    async fn discount_kept(
        &self,
        teller: &mut Teller<'_>,
        account: AccountId,
    ) -> Result<(), DemoError> {
        let discount = [
            ("terms", "discount"),
            ("percent", "10"),
            ("what", "En la segunda compra del año"),
        ];
        let matter = teller
            .tell(self.at(teller, 30), account, "promise", &discount)
            .await?
            .matter()
            .to_string();
        let kept = [
            ("matter", matter.as_str()),
            ("evidence", "Factura F-2210: el 10 % está descontado."),
        ];
        teller
            .tell(self.at(teller, 8), account, "keep", &kept)
            .await?;
        Ok(())
    }

    async fn claim_answered(
        &self,
        teller: &mut Teller<'_>,
        account: AccountId,
    ) -> Result<(), DemoError> {
        let claim = [
            ("claim_kind", "treatment"),
            ("channel", "call"),
            ("point.0", "Esperé cuarenta minutos y nadie me dijo por qué"),
            ("sought", "Que no vuelva a pasar"),
        ];
        let matter = teller
            .tell(self.at(teller, 10), account, "claim", &claim)
            .await?
            .matter()
            .to_string();
        let answer = [
            ("matter", matter.as_str()),
            ("answer.0.resolution", "accepted"),
            (
                "answer.0.reasons",
                "Tiene razón. Desde hoy quien llega recibe un número y una hora.",
            ),
        ];
        teller
            .tell(self.at(teller, 5), account, "answer", &answer)
            .await?;
        Ok(())
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
