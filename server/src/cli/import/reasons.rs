//! Why a row was refused, in words for whoever mends the file.
//! It refuses to say more than the refusal does.

use domain::refusal::{Refusal, Why};

/// All the reasons, one after the other.
pub(super) fn sentence(refusals: &[Refusal]) -> String {
    let reasons: Vec<_> = refusals.iter().map(reason).collect();
    reasons.join("; ")
}

fn reason(refusal: &Refusal) -> String {
    let why = match &refusal.why {
        Why::Missing => "it is empty".to_owned(),
        Why::TooLong(bytes) => format!("it is longer than {bytes} bytes"),
        Why::NotPositive => "it must be above zero".to_owned(),
        Why::InTheFuture => "it lies after today".to_owned(),
        Why::BeforeTheOrder => "it lies before the day the order was placed".to_owned(),
        Why::NoSuchAccount => "its customer is not there".to_owned(),
        Why::NoSuchPerson => "nobody who serves customers has that name or address".to_owned(),
        Why::NoSuchStore => "there is no such store".to_owned(),
        Why::MatterExists => "something else has its key already".to_owned(),
        Why::IdReused => "its id was used for something else".to_owned(),
        Why::NotYours(_) => "an import may not do this".to_owned(),
        other => format!("{other:?}"),
    };
    match &refusal.field {
        Some(field) => format!("{field}: {why}"),
        None => why,
    }
}
