//! The bare loop: the rows that submits wrote, written again in as many transactions by the same kind of connection, on
//! a thread of its own as the writer has where the engine is a file. It refuses to decide, to look anything up, to hash.

use std::sync::Arc;
use std::time::Duration;

use ledger::Engine;

use crate::hands::Hands;
use crate::pairs::timed;
use crate::recorded::Recorded;

/// Where it writes.
pub(crate) struct Bare {
    hands: Option<Hands>,
    recorded: Arc<Recorded>,
    next: usize,
}

impl Bare {
    pub(crate) async fn new(url: &str, recorded: Recorded) -> Self {
        Self {
            hands: Some(Hands::as_the_writer(url).await),
            recorded: Arc::new(recorded),
            next: 0,
        }
    }

    /// Writes the next so many transactions; how long that took.
    pub(crate) async fn write(&mut self, count: usize) -> Duration {
        let (from, to) = (self.next, self.next + count);
        self.next = to;
        let recorded = Arc::clone(&self.recorded);
        let mut hands = self.hands.take().expect("one loop at a time");
        let engine = hands.engine();
        let looped = async move {
            let ((), took) = timed(async {
                for transaction in &recorded.transactions[from..to] {
                    transaction.write(&mut hands, &recorded.tables).await;
                }
            })
            .await;
            (hands, took)
        };
        let (hands, took) = match engine {
            Engine::Sqlite => own_thread(looped).await,
            Engine::Postgres => tokio::spawn(looped).await.expect("written"),
        };
        self.hands = Some(hands);
        took
    }
}

async fn own_thread<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> T {
    let (tell, told) = tokio::sync::oneshot::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build();
        let done = runtime.expect("a runtime").block_on(work);
        assert!(tell.send(done).is_ok(), "nobody waits");
    });
    told.await.expect("done")
}
