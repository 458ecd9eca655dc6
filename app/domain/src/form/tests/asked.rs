use super::*;

#[test]
fn a_form_that_asks_for_lines_and_has_none_ticked_means_none_and_not_all() {
    let matter = Uuid::from_u128(9).to_string();
    let lines = |ticked: &[&'static str]| {
        let mut typed = vec![("matter", matter.as_str())];
        typed.extend(ticked.iter().map(|number| ("lines", *number)));
        read("deliver", &typed).map(|submission| submission.command)
    };
    let named = |ticked: &[&'static str]| match lines(ticked) {
        Ok(AccountCommand::DeliverLines { lines, .. }) => lines,
        other => panic!("a delivery, not {other:?}"),
    };
    assert_eq!(named(&[]), Vec::<u16>::new(), "not asked: all that wait");
    assert_eq!(named(&["", "0", "2"]), [0, 2]);
    let refusals = lines(&[""]).unwrap_err();
    assert_eq!(refusals, [Refusal::of("lines", Why::Missing)]);
}

#[test]
fn a_claim_is_about_nothing_written_unless_it_says_what_was_promised() {
    use crate::command::About;
    let about = |typed: &[(&'static str, &'static str)]| {
        let mut all = vec![("point.0", "No llegó"), ("claim_kind", "treatment")];
        all.extend(typed);
        match read("claim", &all).unwrap().command {
            AccountCommand::MakeClaim { about, .. } => about,
            other => panic!("a claim, not {other:?}"),
        }
    };
    assert_eq!(about(&[]), About::Nothing);
    assert_eq!(about(&[("about", "")]), About::Nothing);
    for told in [
        ("terms", "other"),
        ("what", "Que vendrían hoy"),
        ("about", "unrecorded"),
    ] {
        assert!(
            matches!(about(&[told]), About::Unrecorded { .. }),
            "{told:?}"
        );
    }
}

#[test]
fn the_form_of_a_claim_hands_out_the_key_of_its_seed_wherever_it_is_read() {
    use crate::key::{Key, Link};
    let handed = || match read("claim", &[("point.0", "No llegó")]).unwrap().command {
        AccountCommand::MakeClaim {
            handed: Some(handed),
            ..
        } => handed,
        other => panic!("a claim with its key, not {other:?}"),
    };
    let (one, again) = (handed(), handed());
    assert_eq!(one, again);
    assert!(Key::read(&one.key.body).is_ok() && Link::read(&one.link.body).is_some());
}
