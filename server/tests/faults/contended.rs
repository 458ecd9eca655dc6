//! Sixty-four at once on one promise: what only one can do, one does, and the others read why they cannot; what a
//! customer says is taken in from each.

use futures::future::join_all;
use ledger::Engine;

use crate::forms::typed;
use crate::load::{Count, at_once};
use crate::program::Place;
use crate::running::account;
use crate::running::answer::Answer;
use crate::running::kept::{self, Kept};
use crate::running::serving::Serving;
use crate::running::visitor::{Form, Visitor};

on_both_engines![of_many_who_keep_one_promise_one_does_and_the_others_read_why_not];

const AT_ONCE: usize = 64;

async fn of_many_who_keep_one_promise_one_does_and_the_others_read_why_not(on: Engine) {
    let place = Place::with_a_house_on(on);
    let serving = Serving::of(&place).await;
    let ana = serving.ana(&place).await;
    let path = account(&place, &ana).await;
    let id = path
        .trim_start_matches("/clientes/")
        .parse()
        .expect("an id");
    let fields = [("terms", "other"), ("what", "Llamar el viernes")];
    for what in ["keep", "claim"] {
        let made = ana
            .post(&Form::new(&path, &typed("promise", &fields)))
            .await;
        assert_eq!(made.expect("an answer").status, 303);
        let ledger = place.ledger().await;
        let account = ledger.account(id, &[]).await.expect("read").expect("there");
        ledger.close().await;
        let promise = account
            .open()
            .last()
            .expect("the promise")
            .reference
            .id
            .to_string();
        match what {
            "keep" => one_keeps(&ana, &path, &promise).await,
            _ => each_claims(&ana, &path, &promise).await,
        }
    }
    serving.stop().await;
    kept::sound(&place);
}

async fn one_keeps(ana: &Visitor, path: &str, promise: &str) {
    let forms: Vec<_> = (0..AT_ONCE)
        .map(|n| {
            let evidence = format!("Lo dijo el cliente {n}");
            let fields = [
                ("step", "ask.keep"),
                ("matter", promise),
                ("evidence", &evidence),
            ];
            Form::new(path, &typed("keep", &fields))
        })
        .collect();
    let asked = join_all(forms.iter().map(|form| ana.post_json(form))).await;
    let answers: Vec<Answer> = asked
        .into_iter()
        .map(|one| one.expect("an answer"))
        .collect();
    let won = forms
        .iter()
        .zip(&answers)
        .filter(|(form, answer)| Kept::by(form, answer).is_some());
    assert_eq!(won.count(), 1, "{answers:?}");
    for (form, answer) in forms.iter().zip(&answers) {
        if Kept::by(form, answer).is_none() {
            assert_eq!(answer.status, 422, "{answer:?}");
            assert!(
                answer.body.contains("\"why\":\"matter_closed\""),
                "{answer:?}"
            );
            // The same, by the page: a reason in a sentence, and what was typed is still there.
            let page = ana.post(form).await.expect("an answer");
            assert_eq!(page.status, 422);
            assert!(page.body.contains("Lo dijo el cliente"), "{}", page.body);
            assert!(
                page.body.contains("Este asunto está cerrado"),
                "{}",
                page.body
            );
        }
    }
}

/// Nothing stands in front of a claim: each is taken in, and stands once.
async fn each_claims(ana: &Visitor, path: &str, promise: &str) {
    let forms: Vec<_> = (0..AT_ONCE)
        .map(|_| {
            let fields = [("about", promise), ("point.0", "Nadie llamó")];
            Form::new(path, &typed("claim", &fields))
        })
        .collect();
    let kept = at_once(ana, &forms, Count::default()).await;
    let kept: Vec<_> = kept.into_iter().map(|one| one.expect("taken in")).collect();
    kept::stand(ana, &kept).await;
}
