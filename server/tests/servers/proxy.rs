//! Two servers behind the nginx whose file Palabra ships: people know one address, and notice nothing of which server
//! answers, nor that one is stopped or killed.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use ledger::Engine;
use tokio::task::JoinSet;

use crate::hints::Hints;
use crate::nginx::Nginx;
use crate::program::Place;
use crate::running::answer::Unanswered;
use crate::running::kept::{self, Kept};
use crate::running::serving::{Serving, free_addr};
use crate::running::visitor::{MADE_UP, PASSWORD, Visitor};
use crate::running::{account, note, until};
use crate::two::sign_in;

struct Behind {
    house: Place,
    nginx: Nginx,
    servers: [Option<Serving>; 2],
    at: [SocketAddr; 2],
    public: String,
    ana: Visitor,
    account: String,
}

impl Behind {
    async fn nginx() -> Self {
        let house = Place::with_a_house_on(Engine::Postgres);
        let (addr, at) = (free_addr(), [free_addr(), free_addr()]);
        let public = format!("http://{addr}");
        let nginx = Nginx::before(at, addr).await;
        let servers = [
            serve(&house, at[0], &public).await,
            serve(&house, at[1], &public).await,
        ];
        let ana = Visitor::ana(&house, addr).await;
        let came = sign_in(&Visitor::of(addr), PASSWORD).await;
        assert!(came.header("set-cookie").is_some(), "{came:?}");
        let account = account(&house, &ana).await;
        Self {
            house,
            nginx,
            servers: servers.map(Some),
            at,
            public,
            ana,
            account,
        }
    }

    fn take(&mut self, n: usize) -> Serving {
        self.servers[n].take().expect("it serves")
    }

    async fn again(&mut self, n: usize) {
        self.servers[n] = Some(serve(&self.house, self.at[n], &self.public).await);
    }
}

async fn serve(house: &Place, addr: SocketAddr, public: &str) -> Serving {
    let settings = [
        ("PALABRA_PUBLIC_URL", public),
        ("PALABRA_TRUSTED_HOPS", "1"),
    ];
    Serving::with(house, addr, &settings).await
}

#[tokio::test]
async fn pages_forms_and_hints_come_through() {
    let behind = Behind::nginx().await;
    let (ana, account) = (&behind.ana, &behind.account);
    let page = ana.get(account).await.expect("an answer");
    assert!(
        page.status == 200 && page.body.contains("Ferretería"),
        "{page:?}"
    );
    let mut hints = Hints::of(ana, account).await;
    hints.hears("\"version\":1").await;
    let saved = ana.post(&note(account, "Nota")).await.expect("an answer");
    assert_eq!(saved.status, 303);
    // Held back by nobody until there is more of it.
    hints.hears("\"version\":2").await;
    let long = "x".repeat(300 * 1024);
    let refused = ana.post(&note(account, &long)).await;
    let refused = refused.expect("an answer");
    assert_eq!(refused.status, 413);
    assert!(!refused.body.contains("nginx"), "{}", refused.body);
}

#[tokio::test]
async fn an_address_that_a_client_makes_up_is_not_believed() {
    let behind = Behind::nginx().await;
    let page = behind.ana.get("/sesiones").await.expect("an answer");
    let is_believed = page.body.contains(MADE_UP);
    assert!(
        page.body.contains("127.0.0.1") && !is_believed,
        "{}",
        page.body
    );
}

#[tokio::test]
async fn one_that_was_killed_is_not_missed() {
    let mut behind = Behind::nginx().await;
    for n in [0, 1] {
        behind.take(n).kill();
        for _ in 0..20 {
            let page = behind.ana.get(&behind.account).await.expect("an answer");
            assert_eq!(page.status, 200);
            let saved = behind.ana.post(&note(&behind.account, "Nota")).await;
            assert_eq!(saved.expect("an answer").status, 303);
        }
        behind.again(n).await;
    }
}

/// What people at work saw.
#[derive(Default)]
struct Seen {
    answered: AtomicUsize,
    is_over: AtomicBool,
}

impl Seen {
    async fn more(&self, many: usize) {
        let from = self.answered.load(Ordering::SeqCst);
        until("people go on", async || {
            self.answered.load(Ordering::SeqCst) >= from + many
        })
        .await;
    }
}

async fn works(ana: Visitor, account: String, seen: Arc<Seen>) -> Vec<Kept> {
    let mut kept = Vec::new();
    while !seen.is_over.load(Ordering::SeqCst) {
        let form = note(&account, "Nota");
        // A busy machine may put them off; the form stays the same.
        let saved = ana.insist(&form).await.expect("an answer");
        let one = Kept::by(&form, &saved);
        kept.push(one.unwrap_or_else(|| panic!("{saved:?}")));
        match ana.get(&account).await {
            Ok(page) => assert!(page.status == 200 || page.is_put_off(), "{page:?}"),
            // Killed while it spoke: a page can be read again.
            Err(Unanswered::Half(_)) => {}
            Err(Unanswered::Nothing(error)) => panic!("no answer: {error}"),
        }
        seen.answered.fetch_add(1, Ordering::SeqCst);
    }
    kept
}

#[tokio::test]
async fn nobody_at_work_notices_that_one_is_stopped_and_one_is_killed() {
    let mut behind = Behind::nginx().await;
    let (seen, mut people) = (Arc::new(Seen::default()), JoinSet::new());
    for _ in 0..4 {
        let (ana, account) = (behind.ana.clone(), behind.account.clone());
        people.spawn(works(ana, account, Arc::clone(&seen)));
    }
    seen.more(20).await;
    behind.take(0).stop().await;
    seen.more(20).await;
    behind.again(0).await;
    seen.more(20).await;
    behind.take(1).kill();
    seen.more(20).await;
    behind.again(1).await;
    seen.more(20).await;
    seen.is_over.store(true, Ordering::SeqCst);
    let kept = people.join_all().await.concat();
    kept::stand(&behind.ana, &kept).await;
    kept::sound(&behind.house);
    drop(behind.nginx);
}
