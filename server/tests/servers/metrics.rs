//! What is counted is read at an address of its own, by names that are few whatever is asked.

use ledger::Engine;

use crate::hints::Hints;
use crate::program::Place;
use crate::running::serving::{Serving, free_addr};
use crate::running::visitor::Visitor;
use crate::running::{account, note, until};

on_both_engines![what_happens_is_counted_and_nobody_is_named];

/// The value of a line that begins so.
fn value(page: &str, begins: &str) -> Option<f64> {
    let line = page.lines().find_map(|line| line.strip_prefix(begins))?;
    line.trim().parse().ok()
}

async fn what_happens_is_counted_and_nobody_is_named(on: Engine) {
    let house = Place::with_a_house_on(on);
    let at = free_addr();
    let settings = [("PALABRA_METRICS_ADDR", at.to_string())];
    let settings = settings.each_ref().map(|(name, to)| (*name, to.as_str()));
    let serving = Serving::with(&house, free_addr(), &settings).await;
    let watcher = Visitor::of(at);
    let counted = async || {
        let page = watcher.get("/metrics").await.expect("an answer");
        assert_eq!(page.status, 200);
        let kind = page.header("content-type").expect("a kind");
        assert!(kind.starts_with("text/plain; version=0.0.4"), "{kind}");
        page.body
    };
    let ana = serving.ana(&house).await;
    let account = account(&house, &ana).await;
    for _ in 0..2 {
        let written = note(&account, "Llamará el lunes");
        let saved = ana.post(&written).await.expect("an answer");
        assert_eq!(saved.status, 303);
    }
    let mut hints = Hints::of(&ana, &account).await;
    hints.hears("event: moved").await;
    let page = counted().await;
    let posted = r#"palabra_requests_total{method="POST",route="/clientes/{id}",status="3xx"}"#;
    assert_eq!(value(&page, posted), Some(2.0), "{page}");
    let took =
        r#"palabra_request_seconds_count{method="POST",route="/clientes/{id}",status="3xx"}"#;
    assert_eq!(value(&page, took), Some(2.0), "{page}");
    assert_eq!(
        value(&page, "palabra_live_connections"),
        Some(1.0),
        "{page}"
    );
    let writes = value(&page, "palabra_ledger_write_seconds_count").expect("writes");
    let commits = value(&page, "palabra_ledger_commit_writes_count").expect("commits");
    assert!(writes >= 4.0 && commits >= 3.0, "{page}");
    assert_eq!(value(&page, "palabra_ledger_writes_waiting"), Some(0.0));
    let tidied = r#"palabra_jobs_total{job="tidy",outcome="done"}"#;
    until("the job of the hour is counted", async || {
        value(&counted().await, tidied) == Some(1.0)
    })
    .await;
    if on == Engine::Sqlite {
        until("the log's length is known", async || {
            value(&counted().await, "palabra_ledger_wal_bytes").is_some_and(|bytes| bytes > 0.0)
        })
        .await;
    }
    drop(hints);
    until("nobody listens any more", async || {
        // Whether a listener is still there is seen when it is told something.
        let another = note(&account, "Otra");
        ana.post(&another).await.expect("an answer");
        value(&counted().await, "palabra_live_connections") == Some(0.0)
    })
    .await;
    let (_, id) = account.rsplit_once('/').expect("an id");
    let page = counted().await;
    assert!(!page.contains(id) && !page.contains("ana@"), "{page}");
    for (path, status) in [("/", 404), ("/clientes", 404), ("/livez", 404)] {
        let answer = watcher.get(path).await.expect("an answer");
        assert_eq!(answer.status, status, "{path}");
    }
    let own = ana.get("/metrics").await.expect("an answer");
    assert_eq!(own.status, 404, "not among the pages");
    serving.stop().await;
}
