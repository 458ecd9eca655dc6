//! What a live stream says to somebody who listens. It refuses a stream that is broken off.

use tokio::io::AsyncReadExt as _;
use tokio::net::TcpStream;

use crate::running::SURELY;
use crate::running::visitor::Visitor;

#[derive(Debug)]
pub(crate) struct Hints {
    stream: TcpStream,
    heard: String,
}

impl Hints {
    /// Of what happens to the account of that page.
    pub(crate) async fn of(visitor: &Visitor, page: &str) -> Self {
        let account = page.rsplit('/').next().expect("an id");
        let path = format!("/live?account={account}");
        let stream = visitor.begin("GET", &path, "text/event-stream", "").await;
        Self {
            stream: stream.expect("a connection"),
            heard: String::new(),
        }
    }

    /// Reads on until that was said.
    pub(crate) async fn hears(&mut self, what: &str) {
        while !self.heard.contains(what) {
            let more = self.more().await;
            assert!(more > 0, "it ended without {what}: {}", self.heard);
        }
    }

    /// Reads on until it ends.
    pub(crate) async fn ends(mut self) {
        while self.more().await > 0 {}
    }

    async fn more(&mut self) -> usize {
        let mut bytes = [0; 4096];
        let read = tokio::time::timeout(SURELY, self.stream.read(&mut bytes)).await;
        let read = read.unwrap_or_else(|_| panic!("nothing more after {}", self.heard));
        let read = read.expect("a stream that is not broken off");
        self.heard += &String::from_utf8_lossy(&bytes[..read]);
        read
    }
}
