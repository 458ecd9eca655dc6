use super::*;
use crate::account::{ClaimKind, Rating};
use crate::command::ClaimDates;

fn matter() -> String {
    Uuid::from_u128(9).to_string()
}

#[test]
fn the_meeting_that_a_form_asks_for_is_the_clocks_unless_a_day_is_typed_or_none() {
    let dates = |typed: &[(&'static str, &'static str)]| {
        let mut all = vec![("point.0", "No llegó")];
        all.extend(typed);
        match read("claim", &all).unwrap().command {
            AccountCommand::MakeClaim { dates, .. } => dates,
            other => panic!("a claim, not {other:?}"),
        }
    };
    assert_eq!(dates(&[]), ClaimDates::default(), "not asked for");
    assert_eq!(dates(&[("hearing", "none")]).hearing, None);
    let day = |text: &str| Some(text.parse().unwrap());
    assert_eq!(dates(&[("hearing", "")]).hearing, day("2026-06-16"));
    assert_eq!(
        dates(&[("hearing", "20/6/2026")]).hearing,
        day("2026-06-20")
    );
    let told = dates(&[("happened_on", "2026-05-30"), ("said_on", "2/3/2026")]);
    assert_eq!(told.happened_on, day("2026-05-30"));
    assert_eq!(told.said_on, day("2026-03-02"));
}

#[test]
fn each_step_of_a_claim_says_what_it_lacks() {
    let matter = matter();
    let on = [("matter", matter.as_str()), ("seen", "7")];
    for (kind, field, why) in [
        ("ask_to_complete", "missing", Why::Missing),
        ("reopen", "reason", Why::NoReason),
        ("open_mediation", "body", Why::Missing),
        ("close_mediation", "outcome", Why::Missing),
        ("hearing", "outcome", Why::Missing),
        ("satisfaction", "rating", Why::NotARating),
    ] {
        assert_eq!(refused(kind, &on), at(field, why), "{kind}");
    }
    let lacking = refused("worth", &on);
    let fields: Vec<_> = lacking.iter().map(|(field, _)| field.as_str()).collect();
    assert_eq!(fields, ["amount", "reason", "choice"]);
    let lacking = refused("gesture", &on);
    let fields: Vec<_> = lacking.iter().map(|(field, _)| field.as_str()).collect();
    assert_eq!(fields, ["what", "amount"]);
}

#[test]
fn a_rating_lies_between_1_and_5() {
    let matter = matter();
    for typed in ["0", "6", "muy bien", "4,5"] {
        let typed = [("matter", matter.as_str()), ("rating", typed)];
        assert_eq!(
            refused("satisfaction", &typed),
            at("rating", Why::NotARating)
        );
    }
    let typed = [("matter", matter.as_str()), ("rating", "5")];
    let read = read("satisfaction", &typed).unwrap().command;
    let AccountCommand::RecordSatisfaction { rating, .. } = read else {
        panic!("a rating");
    };
    assert_eq!(rating, Rating::try_from(5).unwrap());
}

#[test]
fn whoever_lapses_or_delivers_says_what_they_had_seen() {
    let matter = matter();
    for kind in ["lapse", "deliver_answer"] {
        let blind = [("matter", matter.as_str())];
        let broken = vec![Refusal::whole(Why::BrokenForm)];
        assert_eq!(read(kind, &blind).unwrap_err(), broken, "{kind}");
        let seen = [("matter", matter.as_str()), ("seen", "7")];
        assert!(read(kind, &seen).is_ok(), "{kind}");
    }
}

#[test]
fn what_is_typed_of_a_claim_so_far_is_read_as_far_as_it_goes() {
    let typed = |fields: &[(&str, &str)]| {
        let fields = fields.iter();
        let fields: Typed = fields
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        new_claim(&fields)
    };
    let none = typed(&[("contact", ""), ("about", "unrecorded")]);
    assert_eq!(
        (none.contact, none.about, none.kind),
        (None, None, ClaimKind::BrokenPromise)
    );
    let matter = matter();
    let some = typed(&[("about", matter.as_str()), ("claim_kind", "billing")]);
    assert_eq!(some.kind, ClaimKind::Billing);
    assert_eq!(some.about.map(|about| about.to_string()), Some(matter));
}
