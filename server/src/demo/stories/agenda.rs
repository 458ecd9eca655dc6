//! The second story: three orders for one Monday, and a check that falls before a local holiday.
//! It refuses to answer the check: that is later work.

use crate::demo::DemoError;
use crate::demo::teller::Teller;

use super::second;

/// 2. «La agenda de pedidos», up to the day of the check and its why.
pub(in crate::demo) async fn the_call_before_the_date(
    teller: &mut Teller<'_>,
) -> Result<(), DemoError> {
    let shift = second(teller.today());
    let people = teller.people;
    let at = |month, day, hour, minute, by| shift.at((month, day), (hour, minute), by);
    let promised = shift.day(6, 15).to_string();
    let customers = [
        (
            "P-1",
            "Talleres Quirós",
            "Amparo Quirós",
            "911 200 301",
            "Cerraduras de seguridad",
            "10",
        ),
        (
            "P-2",
            "Reformas Lledó",
            "Joaquín Lledó",
            "911 200 302",
            "Mampara de ducha de 120",
            "1",
        ),
        (
            "P-3",
            "Hostal La Era",
            "Teresa Galindo",
            "911 200 303",
            "Juegos de sábanas",
            "20",
        ),
    ];
    for (minute, (number, name, contact, phone, what, quantity)) in
        (10..).step_by(12).zip(customers)
    {
        let customer = [
            ("name", name),
            ("account_kind", "business"),
            ("contact_name", contact),
            ("phone", phone),
        ];
        let account = teller
            .open(
                at(5, 25, 9, minute, people.seller),
                people.seller,
                &customer,
            )
            .await?
            .account;
        let order = [
            ("number", number),
            ("line.0.what", what),
            ("line.0.quantity", quantity),
            ("line.0.requested", promised.as_str()),
            ("line.0.promised", promised.as_str()),
        ];
        let order = teller
            .tell(
                at(6, 1, 10, minute, people.seller),
                account,
                "order",
                &order,
            )
            .await?
            .matter()
            .to_string();
        let note = [
            ("matter", order.as_str()),
            ("note", "Confirmado con el proveedor el día del pedido."),
        ];
        teller
            .tell(
                at(6, 1, 12, minute, people.logistics),
                account,
                "note",
                &note,
            )
            .await?;
    }
    Ok(())
}
