use domain::command::AccountCommand;
use domain::form::Submission;
use domain::ids::{AccountId, CommandId};
use domain::refusal::{Refusal, Why};
use domain::text::{Pen, Salt};
use domain::time::Timestamp;
use uuid::Uuid;

use super::*;
use crate::offline::mint;

mod back;

const CLARA: AccountId = AccountId::from_uuid(Uuid::from_u128(1));
const OTHER: AccountId = AccountId::from_uuid(Uuid::from_u128(2));

fn id(n: u128) -> CommandId {
    CommandId::from_uuid(Uuid::from_u128(n))
}

fn note(account: AccountId, n: u128) -> Pending {
    let seed = Salt::from_hex(&"ab".repeat(32)).unwrap();
    Pending {
        submission: Submission {
            id: id(n),
            account,
            command: AccountCommand::AddNote {
                matter: None,
                note: Pen::new(id(n), seed).write("Tiene prisa"),
            },
            happened_at: Timestamp::from_micros(0),
            seen: Vec::new(),
        },
        typed: vec![
            ("id".into(), id(n).to_string()),
            ("note".into(), "Tiene prisa".into()),
        ],
        asked_at: Timestamp::from_micros(0),
    }
}

fn with(pending: impl IntoIterator<Item = Pending>) -> Outbox {
    let mut outbox = Outbox::default();
    for one in pending {
        outbox.take_in(one);
    }
    outbox
}

fn next(outbox: &Outbox, account: AccountId) -> Option<CommandId> {
    outbox.next(account).map(|(id, _)| id)
}

fn applied(n: u128, last: u64) -> Result<Answer, Lost> {
    Ok(Answer::Applied {
        account: CLARA,
        command: id(n),
        first: last,
        last,
    })
}

fn refused() -> Result<Answer, Lost> {
    let refusals = vec![Refusal::whole(Why::Changed)];
    Ok(Answer::Refused { refusals })
}

#[test]
fn the_second_is_not_sent_before_the_first_is_answered() {
    let mut outbox = with([note(CLARA, 1), note(CLARA, 2), note(OTHER, 3)]);
    assert_eq!(next(&outbox, CLARA), Some(id(1)));
    assert_eq!(
        next(&outbox, OTHER),
        Some(id(3)),
        "another account does not wait"
    );
    assert_eq!(
        outbox.hear(CLARA, id(1), Err(Lost::Unreached), mint()),
        Some(400)
    );
    assert_eq!(
        outbox.hear(CLARA, id(1), Err(Lost::Later), mint()),
        Some(800)
    );
    assert_eq!(
        next(&outbox, CLARA),
        Some(id(1)),
        "the same, by the same id"
    );
    assert_eq!(outbox.hear(CLARA, id(1), applied(1, 7), mint()), None);
    assert_eq!(next(&outbox, CLARA), Some(id(2)));
    assert_eq!(outbox.hear(CLARA, id(2), applied(2, 8), mint()), None);
    assert_eq!(next(&outbox, CLARA), None);
}

#[test]
fn what_is_written_stands_until_the_page_has_read_it() {
    let mut outbox = with([note(CLARA, 1), note(CLARA, 2)]);
    outbox.hear(CLARA, id(1), applied(1, 7), mint());
    outbox.settle(CLARA, 6);
    assert_eq!(outbox.pending(CLARA).len(), 2);
    assert_eq!(outbox.written(CLARA), 7);
    outbox.settle(OTHER, 9);
    outbox.settle(CLARA, 7);
    assert_eq!(outbox.pending(CLARA), [note(CLARA, 2)]);
}

#[test]
fn a_row_read_under_its_id_is_no_answer() {
    let mut outbox = with([note(CLARA, 1)]);
    outbox.settle(CLARA, 7);
    assert_eq!(next(&outbox, CLARA), Some(id(1)), "it is asked again");
    assert_eq!(outbox.hear(CLARA, id(1), refused(), mint()), None);
    assert_eq!(outbox.returned(CLARA).len(), 1, "nothing typed is lost");
}

#[test]
fn what_changes_nothing_is_done() {
    let mut outbox = with([note(CLARA, 1)]);
    outbox.hear(
        CLARA,
        id(1),
        Ok(Answer::Unchanged { account: CLARA }),
        mint(),
    );
    assert_eq!(outbox, Outbox::default());
}
