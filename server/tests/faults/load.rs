//! A house at work: accounts to write on, many forms at once, and people who go on writing and reading until told to
//! stop. It refuses any answer but what was asked for, or *not now* in a sentence.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use ledger::Ledger;
use tokio::task::JoinSet;

use crate::forms::typed;
use crate::kept::Kept;
use crate::program::Place;
use crate::visitor::{Form, Visitor};

/// The pages of that many new accounts.
pub(crate) async fn accounts(place: &Place, visitor: &Visitor, many: usize) -> Vec<String> {
    let ledger: Ledger = place.ledger().await;
    let owner = ledger.credentials().await.expect("credentials")[0].person;
    ledger.close().await;
    let owner = owner.to_string();
    let mut paths = Vec::with_capacity(many);
    for n in 0..many {
        let name = format!("Ferretería {n}");
        let fields = [("name", name.as_str()), ("owner", owner.as_str())];
        let form = Form::new("/clientes", &typed("open_account", &fields));
        let answer = visitor.post(&form).await.expect("an answer");
        let to = answer.header("location").expect("the account's page");
        paths.push(to.split('#').next().expect("a path").to_owned());
    }
    paths
}

pub(crate) fn note(path: &str, body: &str) -> Form {
    Form::new(path, &typed("note", &[("note", body)]))
}

/// All at once; those that were kept, as each is, are counted for whoever waits for that. Where the server is gone
/// they have no answer.
pub(crate) async fn at_once(
    visitor: &Visitor,
    forms: &[Form],
    count: Arc<AtomicUsize>,
) -> Vec<Option<Kept>> {
    let mut asked = JoinSet::new();
    for (n, form) in forms.iter().cloned().enumerate() {
        let (visitor, count) = (visitor.clone(), Arc::clone(&count));
        asked.spawn(async move {
            let kept = match visitor.post_json(&form).await {
                Ok(answer) if answer.is_put_off() => None,
                Ok(answer) => {
                    Some(Kept::by(&form, &answer).unwrap_or_else(|| panic!("{answer:?}")))
                }
                Err(error) => {
                    println!("no answer: {error}");
                    None
                }
            };
            count.fetch_add(usize::from(kept.is_some()), Ordering::SeqCst);
            (n, kept)
        });
    }
    let mut kept = vec![None; forms.len()];
    while let Some(done) = asked.join_next().await {
        let (n, one) = done.expect("no panic");
        kept[n] = one;
    }
    kept
}

/// People at work.
pub(crate) struct Load {
    people: JoinSet<Work>,
    is_over: Arc<AtomicBool>,
    pub(crate) kept: Arc<AtomicUsize>,
    pub(crate) put_off: Arc<AtomicUsize>,
    pub(crate) read: Arc<AtomicUsize>,
}

/// What one of them did.
#[derive(Debug, Default)]
pub(crate) struct Work {
    pub(crate) kept: Vec<Kept>,
    /// Connections that broke off without an answer.
    pub(crate) broken_off: usize,
}

impl Load {
    /// Some write on these accounts, and as many read them.
    pub(crate) fn begin(visitor: &Visitor, paths: &[String], each: usize) -> Self {
        let mut load = Self {
            people: JoinSet::new(),
            is_over: Arc::default(),
            kept: Arc::default(),
            put_off: Arc::default(),
            read: Arc::default(),
        };
        for n in 0..each {
            let path = paths[n % paths.len()].clone();
            load.people
                .spawn(load.writes(visitor.clone(), path.clone()));
            load.people.spawn(load.reads(visitor.clone(), path));
        }
        load
    }

    fn writes(&self, visitor: Visitor, path: String) -> impl Future<Output = Work> + use<> {
        let (is_over, counted, put_off) = (
            self.is_over.clone(),
            self.kept.clone(),
            self.put_off.clone(),
        );
        async move {
            let mut work = Work::default();
            let mut form = note(&path, "Nota");
            while !is_over.load(Ordering::SeqCst) {
                match visitor.post_json(&form).await {
                    Ok(answer) if answer.is_put_off() => {
                        put_off.fetch_add(1, Ordering::SeqCst);
                    }
                    // Only a new one when the last is known to be kept.
                    Ok(answer) => {
                        let kept = Kept::by(&form, &answer);
                        work.kept.push(kept.unwrap_or_else(|| panic!("{answer:?}")));
                        counted.fetch_add(1, Ordering::SeqCst);
                        form = note(&path, "Nota");
                    }
                    Err(_) => work.broken_off += 1,
                }
                tokio::task::yield_now().await;
            }
            work
        }
    }

    fn reads(&self, visitor: Visitor, path: String) -> impl Future<Output = Work> + use<> {
        let (is_over, put_off, read) = (
            self.is_over.clone(),
            self.put_off.clone(),
            self.read.clone(),
        );
        async move {
            let mut work = Work::default();
            while !is_over.load(Ordering::SeqCst) {
                match visitor.get(&path).await {
                    Ok(answer) if answer.is_put_off() => {
                        put_off.fetch_add(1, Ordering::SeqCst);
                    }
                    Ok(answer) => {
                        assert_eq!(answer.status, 200, "{answer:?}");
                        read.fetch_add(1, Ordering::SeqCst);
                    }
                    Err(_) => work.broken_off += 1,
                }
                tokio::task::yield_now().await;
            }
            work
        }
    }

    /// Until they stop; what they all did.
    pub(crate) async fn end(mut self) -> Work {
        self.is_over.store(true, Ordering::SeqCst);
        let mut all = Work::default();
        while let Some(done) = self.people.join_next().await {
            let work = done.expect("an answer that may be");
            all.kept.extend(work.kept);
            all.broken_off += work.broken_off;
        }
        all
    }

    /// How long it took until so many more were counted.
    pub(crate) async fn until_more(
        &self,
        counter: &AtomicUsize,
        more: usize,
        within: Duration,
    ) -> Duration {
        let (began, from) = (Instant::now(), counter.load(Ordering::SeqCst));
        while counter.load(Ordering::SeqCst) < from + more {
            assert!(
                began.elapsed() < within,
                "not {more} more within {within:?}"
            );
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        began.elapsed()
    }
}

/// Awaits what a counter counts.
pub(crate) async fn until(counter: &AtomicUsize, least: usize, within: Duration) {
    let began = Instant::now();
    while counter.load(Ordering::SeqCst) < least {
        assert!(began.elapsed() < within, "not {least} within {within:?}");
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}
