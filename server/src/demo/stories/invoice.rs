//! The first story's other course: the same price, and an invoice that billing enters before it leaves.
//! It refuses to send it: the page stands where somebody corrects it today.

use chrono::Days;
use domain::time::Date;

use crate::demo::DemoError;
use crate::demo::teller::{Teller, When};

use super::{BROADBAND, Shift, ymd};

/// 1. «El IVA incluido», where the mismatch is caught.
pub(in crate::demo) async fn the_invoice_that_waits(
    teller: &mut Teller<'_>,
) -> Result<(), DemoError> {
    let shift = Shift::ending(ymd(6, 11), teller.today());
    let people = teller.people;
    let at = |month, day, hour, minute, by| shift.at((month, day), (hour, minute), by);
    let customer = [
        ("name", "Hernán Robledo Díaz"),
        ("account_kind", "consumer"),
        ("contact_name", "Hernán Robledo Díaz"),
        ("phone", "622 418 903"),
        ("channel", "call"),
    ];
    let hernan = teller
        .open(at(4, 28, 12, 5, people.seller), people.seller, &customer)
        .await?
        .account;
    let promise = teller
        .tell(
            at(4, 28, 12, 20, people.seller),
            hernan,
            "promise",
            &BROADBAND,
        )
        .await?
        .matter()
        .to_string();
    let last = at(5, 12, 8, 40, people.logistics);
    let said = last.day.to_string();
    let agreed = invoice(&promise, "F-2214", &said, "89,00");
    let left = [&agreed[..], &[("left", "yes"), ("sent", &said)]].concat();
    teller.tell(last, hernan, "invoice", &left).await?;
    let today = teller.today();
    let drawn = drawn(today).to_string();
    let this_morning = When {
        day: today,
        hour: 8,
        minute: 10,
        by: people.logistics,
    };
    let on_top = invoice(&promise, "F-2391", &drawn, "107,69");
    teller
        .tell(this_morning, hernan, "invoice", &on_top)
        .await?;
    Ok(())
}

/// Billing draws them up the day before.
fn drawn(today: Date) -> Date {
    today.checked_sub_days(Days::new(1)).unwrap_or(today)
}

fn invoice<'a>(
    promise: &'a str,
    number: &'a str,
    drawn: &'a str,
    amount: &'a str,
) -> [(&'a str, &'a str); 7] {
    [
        ("matter", promise),
        ("number", number),
        ("drawn", drawn),
        ("amount", amount),
        ("tax", "included"),
        ("rate", "21"),
        ("every", "month"),
    ]
}
