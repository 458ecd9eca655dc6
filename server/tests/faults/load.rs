//! A house at work: many forms at once, and people who go on writing and reading until told to
//! stop. It refuses any answer but what was asked for, or *not now* in a sentence.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;

use crate::running::answer::Answer;
use crate::running::kept::Kept;
use crate::running::note;
use crate::running::visitor::{Form, Visitor};

/// What is counted while others wait for it.
pub(crate) type Count = watch::Sender<usize>;

/// Awaits that so many are counted.
pub(crate) async fn until(count: &Count, least: usize, within: Duration) {
    let mut counted = count.subscribe();
    let enough = tokio::time::timeout(within, counted.wait_for(|n| *n >= least)).await;
    let is_enough = enough.is_ok_and(|waited| waited.is_ok());
    assert!(
        is_enough,
        "{} of {least} within {within:?}",
        *count.borrow()
    );
}

fn one_more(count: &Count) {
    count.send_modify(|n| *n += 1);
}

/// That this process may have so many connections at once.
pub(crate) fn may_connect(at_once: usize) {
    let may = server::listen::sockets::for_connections(at_once);
    assert!(
        may >= at_once,
        "the system lets it have {may}: raise ulimit -n"
    );
}

/// So many of those who were told *not now* ask again at a time: all of them at once would only be told it again.
const AGAIN_AT_ONCE: usize = 16;

/// All at once, and again whoever is told *not now*; those that were kept are counted for whoever waits for that.
/// Where the server is gone they have no answer.
pub(crate) async fn at_once(visitor: &Visitor, forms: &[Form], count: Count) -> Vec<Option<Kept>> {
    let mut asked = JoinSet::new();
    let turns = Arc::new(Semaphore::new(AGAIN_AT_ONCE));
    for (n, form) in forms.iter().cloned().enumerate() {
        let (visitor, count, turns) = (visitor.clone(), count.clone(), Arc::clone(&turns));
        asked.spawn(async move {
            let mut answer = visitor.post_json(&form).await;
            let is_put_off = answer.as_ref().is_ok_and(Answer::is_put_off);
            if is_put_off {
                let _turn = turns.acquire().await.expect("a turn");
                answer = visitor.insist(&form).await;
            }
            let kept = answer.ok().map(|answer| {
                let kept = Kept::by(&form, &answer);
                kept.unwrap_or_else(|| panic!("{answer:?}"))
            });
            count.send_modify(|n| *n += usize::from(kept.is_some()));
            (n, kept, is_put_off)
        });
    }
    let (mut kept, mut put_off) = (vec![None; forms.len()], 0);
    while let Some(done) = asked.join_next().await {
        let (n, one, is_put_off) = done.expect("no panic");
        kept[n] = one;
        put_off += usize::from(is_put_off);
    }
    println!("{put_off} of {} were told not now first", forms.len());
    kept
}

/// People at work.
pub(crate) struct Load {
    people: JoinSet<Work>,
    is_over: watch::Sender<bool>,
    pub(crate) kept: Count,
    pub(crate) put_off: Count,
    pub(crate) read: Count,
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
            is_over: Default::default(),
            kept: Default::default(),
            put_off: Default::default(),
            read: Default::default(),
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
            while !*is_over.borrow() {
                match visitor.post_json(&form).await {
                    Ok(answer) if answer.is_put_off() => {
                        one_more(&put_off);
                    }
                    // Only a new one when the last is known to be kept.
                    Ok(answer) => {
                        let kept = Kept::by(&form, &answer);
                        work.kept.push(kept.unwrap_or_else(|| panic!("{answer:?}")));
                        one_more(&counted);
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
            let pages = [path.as_str(), "/clientes", "/sesiones"];
            let mut pages = pages.iter().cycle();
            let mut work = Work::default();
            while !*is_over.borrow() {
                let asked = pages.next().expect("for ever");
                match visitor.get(asked).await {
                    Ok(answer) if answer.is_put_off() => {
                        one_more(&put_off);
                    }
                    Ok(answer) => {
                        assert_eq!(answer.status, 200, "{answer:?}");
                        one_more(&read);
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
        self.is_over.send_replace(true);
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
        count: &Count,
        more: usize,
        within: Duration,
    ) -> Duration {
        let (began, from) = (Instant::now(), *count.borrow());
        until(count, from + more, within).await;
        began.elapsed()
    }
}
