//! Three of the seven stories, as far as they go today, each shifted by whole weeks so that it ends around today.
//! It refuses to shorten a wait or to move a weekday: what is told is what was counted.

use chrono::{Days, NaiveDate};
use domain::time::{Date, Timestamp};

use super::DemoError;
use super::teller::{Teller, When};

/// A story's own days, moved to ours.
#[derive(Debug, Clone, Copy)]
struct Shift(i64);

const WEEK: i64 = 7;

impl Shift {
    /// By so many weeks that the last told day comes no later than yesterday.
    fn ending(last: Date, today: Date) -> Self {
        let days = (today - last).num_days() - 1;
        Self(days.div_euclid(WEEK) * WEEK)
    }

    fn day(self, month: u32, day: u32) -> Date {
        let told = NaiveDate::from_ymd_opt(2026, month, day).unwrap_or_default();
        let by = Days::new(self.0.unsigned_abs());
        let moved = if self.0 < 0 {
            told.checked_sub_days(by)
        } else {
            told.checked_add_days(by)
        };
        moved.unwrap_or(told)
    }
}

fn ymd(month: u32, day: u32) -> Date {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap_or_default()
}

/// The check of the second story is on Tuesday the 9th of June.
fn second(today: Date) -> Shift {
    Shift::ending(ymd(6, 9), today)
}

/// The Friday before the promised Monday of the second story.
pub(super) fn local_holiday(now: Timestamp) -> Date {
    second(now.utc().date()).day(6, 12)
}

/// 1. «El IVA incluido».
pub(super) async fn the_broken_price(teller: &mut Teller<'_>) -> Result<(), DemoError> {
    let shift = Shift::ending(ymd(6, 11), teller.today());
    let people = teller.people;
    let at = |month, day, hour, minute, by| When {
        day: shift.day(month, day),
        hour,
        minute,
        by,
    };
    let customer = [
        ("name", "Rosa Elena Duarte"),
        ("account_kind", "consumer"),
        ("tax_id", "53100456K"),
        ("contact_name", "Rosa Elena Duarte"),
        ("phone", "612 345 678"),
        ("channel", "call"),
    ];
    let rosa = teller
        .open(at(5, 4, 11, 2, people.seller), people.seller, &customer)
        .await?
        .account;
    let contact = teller.contact(rosa).await?.to_string();
    let price = [
        ("terms", "price"),
        ("amount", "89,00"),
        ("tax", "included"),
        ("rate", "21"),
        ("every", "month"),
        ("standing", "yes"),
        ("what", "Banda ancha en casa, con el router incluido"),
        ("contact", contact.as_str()),
        ("channel", "counter"),
    ];
    let promise = teller
        .tell(at(5, 4, 11, 15, people.seller), rosa, "promise", &price)
        .await?
        .matter()
        .to_string();
    let read_back = [
        ("matter", promise.as_str()),
        ("note", "Lo leyó en voz alta: «ochenta y nueve, con todo»"),
    ];
    teller
        .tell(at(5, 4, 11, 20, people.seller), rosa, "confirm", &read_back)
        .await?;
    let courtesy = [
        ("direction", "outgoing"),
        ("outcome", "reached"),
        ("contact", contact.as_str()),
        (
            "note",
            "Ya tiene línea en casa y le va bien. No necesita nada.",
        ),
    ];
    teller
        .tell(
            at(5, 18, 17, 40, people.seller),
            rosa,
            "interaction",
            &courtesy,
        )
        .await?;
    let claim = [
        ("claim_kind", "broken_promise"),
        ("about", promise.as_str()),
        ("contact", contact.as_str()),
        ("channel", "counter"),
        (
            "point.0",
            "Me dijeron 89 euros al mes con el IVA incluido, y la factura dice 107,69",
        ),
        ("sought", "Pagar lo que se me dijo"),
        ("invoiced", "107,69"),
    ];
    teller
        .tell(at(6, 11, 10, 32, people.counter), rosa, "claim", &claim)
        .await?;
    let told = [
        ("matter", promise.as_str()),
        ("channel", "counter"),
        ("direction", "incoming"),
        ("outcome", "reached"),
        ("contact", contact.as_str()),
        ("minutes", "9"),
        ("trips", "1"),
        (
            "note",
            "Se va con el papel para pagar 89,00 y con la fecha de la reunión.",
        ),
    ];
    teller
        .tell(
            at(6, 11, 10, 41, people.counter),
            rosa,
            "interaction",
            &told,
        )
        .await?;
    Ok(())
}

/// 2. «La agenda de pedidos», up to the day of the check and its why.
pub(super) async fn the_call_before_the_date(teller: &mut Teller<'_>) -> Result<(), DemoError> {
    let shift = second(teller.today());
    let people = teller.people;
    let at = |month, day, hour, minute, by| When {
        day: shift.day(month, day),
        hour,
        minute,
        by,
    };
    let promised = shift.day(6, 15).to_string();
    let customers = [
        (
            "P-1",
            "Talleres Quirós",
            "Amparo Quirós",
            "911 200 301",
            "Diez cerraduras de seguridad",
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
            "Veinte juegos de sábanas",
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

/// 3. «El pedido de septiembre», as facts that were recorded.
pub(super) async fn the_lost_account(teller: &mut Teller<'_>) -> Result<(), DemoError> {
    let shift = Shift::ending(ymd(9, 3), teller.today());
    let people = teller.people;
    let at = |month, day, hour, minute, by| When {
        day: shift.day(month, day),
        hour,
        minute,
        by,
    };
    let customer = [
        ("name", "Familia Arrieta Sanz"),
        ("account_kind", "consumer"),
        ("contact_name", "Mikel Arrieta"),
        ("phone", "688 410 220"),
        ("email", "mikel.arrieta@correo.example"),
    ];
    let account = teller
        .open(
            at(7, 13, 18, 5, people.other_seller),
            people.other_seller,
            &customer,
        )
        .await?
        .account;
    let contact = teller.contact(account).await?.to_string();
    let needed = shift.day(9, 1).to_string();
    let order = [
        ("number", "S-77"),
        ("line.0.what", "Cocina completa, con el montaje"),
        ("line.0.requested", needed.as_str()),
        ("line.0.promised", needed.as_str()),
        ("line.0.essential", "yes"),
    ];
    let order = teller
        .tell(
            at(7, 13, 18, 30, people.other_seller),
            account,
            "order",
            &order,
        )
        .await?
        .matter()
        .to_string();
    let known = [
        ("matter", order.as_str()),
        (
            "note",
            "El proveedor avisa: la encimera no sale de fábrica antes de mediados de mes.",
        ),
    ];
    teller
        .tell(at(8, 20, 9, 50, people.logistics), account, "note", &known)
        .await?;
    let excuses = [
        (
            24,
            "12",
            "Pregunta si va en fecha. Se le dice que sí, que todo marcha.",
        ),
        (
            27,
            "25",
            "Vuelve a preguntar. «Estamos esperando al transportista.»",
        ),
        (31, "31", "Llama por tercera vez. Nadie le da una fecha."),
    ];
    for (day, minutes, note) in excuses {
        let call = [
            ("matter", order.as_str()),
            ("direction", "incoming"),
            ("outcome", "reached"),
            ("contact", contact.as_str()),
            ("minutes", minutes),
            ("transfers", "2"),
            ("note", note),
        ];
        teller
            .tell(
                at(8, day, 11, 15, people.counter),
                account,
                "interaction",
                &call,
            )
            .await?;
    }
    let broken = [
        ("matter", order.as_str()),
        ("lines", "0"),
        ("note", "No llegó el día que se necesitaba."),
    ];
    teller
        .tell(at(9, 2, 9, 5, people.logistics), account, "broken", &broken)
        .await?;
    let words = "Le dimos nuestra palabra para el día 1 y no la cumplimos. Lo sabíamos desde el 20 de agosto y no le llamé. \
                 Respondo yo de ello.";
    let apology = [("matter", order.as_str()), ("words", words)];
    teller
        .tell(
            at(9, 3, 10, 0, people.sales_director),
            account,
            "apology",
            &apology,
        )
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Datelike as _;

    #[test]
    fn a_story_keeps_its_weekdays_and_ends_within_the_last_week() {
        for n in 0..30 {
            let today = ymd(11, 1) + Days::new(n);
            let shift = second(today);
            let check = shift.day(6, 9);
            assert_eq!(check.weekday(), chrono::Weekday::Tue);
            assert_eq!(shift.day(6, 15) - check, chrono::TimeDelta::days(6));
            assert!(
                (1..=7).contains(&(today - check).num_days()),
                "{today} {check}"
            );
        }
    }
}
