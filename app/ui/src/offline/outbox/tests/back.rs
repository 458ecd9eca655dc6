use super::*;

#[test]
fn what_is_refused_comes_back_as_it_was_typed_and_the_next_is_sent() {
    let mut outbox = with([note(CLARA, 1), note(CLARA, 2)]);
    outbox.hear(CLARA, id(1), refused(), mint());
    let returned = outbox.returned(CLARA);
    assert_eq!(returned.len(), 1);
    assert_eq!(returned[0].draft.typed("note"), Some("Tiene prisa"));
    assert_eq!(returned[0].draft.refusals, [Refusal::whole(Why::Changed)]);
    assert!(outbox.returned(OTHER).is_empty());
    assert_eq!(next(&outbox, CLARA), Some(id(2)));
    outbox.take_in(note(CLARA, 1));
    assert!(
        outbox.returned(CLARA).is_empty(),
        "mended, it is sent again"
    );
}

#[test]
fn a_problem_comes_back_as_what_it_is() {
    let mut outbox = with([note(CLARA, 1)]);
    let signed_out = Err(Lost::Never(Problem::SignedOut));
    assert_eq!(outbox.hear(CLARA, id(1), signed_out, mint()), None);
    assert_eq!(outbox.returned(CLARA)[0].problem, Some(Problem::SignedOut));
    assert!(outbox.returned(CLARA)[0].draft.refusals.is_empty());
}

#[test]
fn after_a_few_tries_it_is_told_why_it_waits() {
    let mut outbox = with([note(CLARA, 1)]);
    for _ in 0..2 {
        outbox.hear(CLARA, id(1), Err(Lost::Unreached), mint());
    }
    assert_eq!(outbox.waits(CLARA), Waits::Briefly);
    outbox.hear(CLARA, id(1), Err(Lost::Unreached), mint());
    assert_eq!(outbox.waits(CLARA), Waits::Unreached);
    outbox.hear(CLARA, id(1), Err(Lost::Later), mint());
    assert_eq!(outbox.waits(CLARA), Waits::Failing);
    assert_eq!(outbox.waits(OTHER), Waits::Briefly);
    outbox.hear(CLARA, id(1), applied(1, 7), mint());
    assert_eq!(outbox.waits(CLARA), Waits::Briefly);
}

#[test]
fn nothing_is_lost_by_leaving_once_all_is_answered_or_dismissed() {
    let mut outbox = with([note(CLARA, 1), note(OTHER, 2)]);
    assert!(!outbox.is_empty());
    outbox.hear(CLARA, id(1), applied(1, 7), mint());
    assert!(!outbox.is_empty());
    outbox.hear(OTHER, id(2), refused(), mint());
    assert_eq!(next(&outbox, OTHER), None);
    assert!(!outbox.is_empty(), "what came back is nowhere else");
    outbox.discard(&id(2).to_string());
    assert!(outbox.is_empty());
}
