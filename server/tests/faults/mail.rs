//! `kill -9` amid the talk with the mail server: the letter may have been taken, so it is a person's to decide, and not
//! sent again by itself.

use domain::mail::{Hitch, MailState};

use crate::program::Place;
use crate::running::letters::{Eva, writing_to};
use crate::running::serving::{Serving, free_addr};
use crate::running::{kept, until};
use crate::smtp::{Does, Smtp};

#[tokio::test]
async fn a_letter_whose_server_was_killed_is_unknown_and_not_sent_again() {
    let smtp = Smtp::that(&[Does::Hangs]).await;
    let place = Place::with_a_house();
    let settings = writing_to(smtp.addr);
    let settings = settings
        .each_ref()
        .map(|(name, text)| (*name, text.as_str()));
    let addr = free_addr();
    let serving = Serving::with(&place, addr, &settings).await;
    let ana = serving.ana(&place).await;
    let eva = Eva::of(&place, &ana).await;
    eva.claims(&ana).await;
    until("the letter is given whole", async || {
        smtp.given().len() == 1
    })
    .await;
    serving.kill();

    let again = Serving::with(&place, addr, &settings).await;
    let ledger = place.ledger().await;
    let mut found = Vec::new();
    until("it is known to be unknown", async || {
        let list = ledger.letters(MailState::Unknown, None, 9).await;
        found = list.expect("a list").rows;
        !found.is_empty()
    })
    .await;
    assert_eq!(found[0].hitch, Some(Hitch::Lost));
    // The next one goes, and that one does not.
    eva.claims(&ana).await;
    until("the next is sent", async || {
        let list = ledger.letters(MailState::Sent, None, 9).await;
        list.expect("a list").rows.len() == 1
    })
    .await;
    assert_eq!(smtp.begun(), 2);
    let key = found[0].key;
    let list = ledger.letters(MailState::Unknown, None, 9).await;
    assert_eq!(list.expect("a list").rows[0].key, key);
    ledger.close().await;
    again.stop().await;
    kept::sound(&place);
}
