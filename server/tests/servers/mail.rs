//! Two servers of one house share its letters: each is sent by one of them, once.

use std::collections::BTreeSet;

use domain::mail::MailState;
use ledger::Engine;

use crate::program::Place;
use crate::running::letters::{Eva, writing_to};
use crate::running::serving::{Serving, free_addr};
use crate::running::{kept, until};
use crate::smtp::{Smtp, header};

const LETTERS: usize = 24;

#[tokio::test]
async fn two_servers_send_each_letter_once() {
    let smtp = Smtp::that(&[]).await;
    let house = Place::with_a_house_on(Engine::Postgres);
    let addr = free_addr();
    let public = format!("http://{addr}");
    let ours = writing_to(smtp.addr);
    let mut settings: Vec<_> = ours
        .iter()
        .map(|(name, text)| (*name, text.as_str()))
        .collect();
    settings.push(("PALABRA_PUBLIC_URL", public.as_str()));
    let one = Serving::with(&house, addr, &settings).await;
    let other = Serving::with(&house, free_addr(), &settings).await;
    let ana = one.ana(&house).await;
    let there = ana.at(other.addr);
    let eva = Eva::of(&house, &ana).await;
    let claims = (0..LETTERS).map(|n| eva.claims(if n % 2 == 0 { &ana } else { &there }));
    futures::future::join_all(claims).await;
    let ledger = house.ledger().await;
    until("all are sent", async || {
        let list = ledger.letters(MailState::Sent, None, 100).await;
        list.expect("a list").rows.len() == LETTERS
    })
    .await;
    ledger.close().await;
    let given = smtp.given();
    let ids: BTreeSet<_> = given
        .iter()
        .map(|letter| header(letter, "Message-ID"))
        .collect();
    assert_eq!((given.len(), ids.len()), (LETTERS, LETTERS));
    for serving in [one, other] {
        serving.stop().await;
    }
    kept::sound(&house);
}
