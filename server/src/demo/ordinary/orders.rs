//! Orders of ordinary customers: on their way, arrived, moved with a reason.
//! It refuses to leave a date behind us open.

use domain::ids::AccountId;
use domain::time::Date;

use super::Life;
use crate::demo::DemoError;
use crate::demo::teller::Teller;

impl Life {
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
            ("line.0.quantity", self.customer.quantity),
            ("line.0.requested", promised.as_str()),
            ("line.0.promised", promised.as_str()),
        ];
        let line = teller
            .tell(self.at(teller, ago), account, "order", &order)
            .await?;
        Ok(line.matter().to_string())
    }

    pub(super) async fn order_on_its_way(
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

    pub(super) async fn order_that_arrived(
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

    pub(super) async fn delivery_moved(
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
}
