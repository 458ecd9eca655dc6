//! Words given to ordinary customers: a price that stands, a discount kept, a claim that is answered.
//! It refuses to break any.

use domain::ids::AccountId;

use super::Life;
use crate::demo::DemoError;
use crate::demo::teller::Teller;

impl Life {
    pub(super) async fn price_that_stands(
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

    pub(super) async fn discount_kept(
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

    pub(super) async fn claim_answered(
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
        let delivered = [("matter", matter.as_str())];
        teller
            .tell(self.at(teller, 4), account, "deliver_answer", &delivered)
            .await?;
        let rated = [
            ("matter", matter.as_str()),
            ("rating", "4"),
            ("words", "Se agradece que lo reconozcan."),
        ];
        teller
            .tell(self.at(teller, 2), account, "satisfaction", &rated)
            .await?;
        Ok(())
    }
}
