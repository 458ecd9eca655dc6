//! Somebody at a browser, over real connections: what was answered, or that nothing was; and what a live stream says.
//! It refuses to take half an answer for one.

use std::io::{Error, ErrorKind};
use std::net::SocketAddr;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use uuid::Uuid;

use crate::serving::{ANA, PASSWORD, WITHIN};

/// Where every visitor here claims to come from.
pub(crate) const MADE_UP: &str = "6.6.6.6";
const SEED: &str = "0101010101010101010101010101010101010101010101010101010101010101";

/// What came back, whole.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// In small letters, a line each.
    head: String,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines();
        lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}

/// Why there is no answer.
#[derive(Debug)]
pub(crate) enum Unanswered {
    /// Nothing came: it may be asked again.
    Nothing(Error),
    /// It broke off in the middle.
    Half(String),
}

#[derive(Debug, Clone)]
pub(crate) struct Visitor {
    /// Where it connects.
    pub(crate) server: SocketAddr,
    /// What was typed.
    pub(crate) public: SocketAddr,
    pub(crate) cookie: String,
}

impl Visitor {
    pub(crate) fn of(server: SocketAddr) -> Self {
        Self {
            server,
            public: server,
            cookie: String::new(),
        }
    }

    /// Ana, signed in.
    pub(crate) async fn ana(server: SocketAddr, public: SocketAddr) -> Self {
        let mut visitor = Self {
            public,
            ..Self::of(server)
        };
        let answer = visitor.sign_in(PASSWORD).await;
        let cookie = answer.header("set-cookie").expect("a session");
        let (pair, _) = cookie.split_once(';').expect("a pair");
        pair.clone_into(&mut visitor.cookie);
        visitor
    }

    /// The same, where another address is typed.
    pub(crate) fn typed_there(self) -> Self {
        Self {
            public: self.server,
            ..self
        }
    }

    /// The same browser, at another server.
    pub(crate) fn at(&self, server: SocketAddr) -> Self {
        Self {
            server,
            ..self.clone()
        }
    }

    pub(crate) async fn sign_in(&self, password: &str) -> Answer {
        let fields = [("email", ANA), ("password", password)];
        self.post("/entrar", &fields).await.expect("an answer")
    }

    pub(crate) async fn get(&self, path: &str) -> Result<Answer, Unanswered> {
        self.ask("GET", path, "text/html", "").await
    }

    /// As a page's form without scripts.
    pub(crate) async fn post(
        &self,
        path: &str,
        fields: &[(&str, &str)],
    ) -> Result<Answer, Unanswered> {
        self.ask("POST", path, "text/html", &encoded(fields)).await
    }

    /// As a script of the page.
    pub(crate) async fn post_json(
        &self,
        path: &str,
        fields: &[(&str, &str)],
    ) -> Result<Answer, Unanswered> {
        let body = encoded(fields);
        self.ask("POST", path, "application/json", &body).await
    }

    /// The page of a new account, of which somebody answers for.
    pub(crate) async fn opens_an_account(&self, owner: &str) -> String {
        let fields = typed(
            "open_account",
            &[("name", "Ferretería Ibáñez"), ("owner", owner)],
        );
        let answer = self.post("/clientes", &fields).await.expect("an answer");
        let to = answer
            .header("location")
            .unwrap_or_else(|| panic!("{answer:?}"));
        to.split('#').next().expect("a path").to_owned()
    }

    async fn ask(
        &self,
        method: &str,
        path: &str,
        accept: &str,
        body: &str,
    ) -> Result<Answer, Unanswered> {
        let mut bytes = Vec::new();
        let asked = async {
            let mut stream = self.begin(method, path, accept, body).await?;
            stream.read_to_end(&mut bytes).await.map(|_| ())
        };
        let asked = tokio::time::timeout(WITHIN, asked).await;
        let failed = asked.unwrap_or_else(|_| Err(ErrorKind::TimedOut.into()));
        match (read(&bytes), failed) {
            (Some(answer), _) => Ok(answer),
            (None, Err(error)) if bytes.is_empty() => Err(Unanswered::Nothing(error)),
            (None, Ok(())) if bytes.is_empty() => {
                Err(Unanswered::Nothing(ErrorKind::UnexpectedEof.into()))
            }
            (None, _) => Err(Unanswered::Half(String::from_utf8_lossy(&bytes).into())),
        }
    }

    async fn begin(
        &self,
        method: &str,
        path: &str,
        accept: &str,
        body: &str,
    ) -> Result<TcpStream, Error> {
        let mut stream = TcpStream::connect(self.server).await?;
        let (public, cookie, length) = (self.public, &self.cookie, body.len());
        let asked = format!(
            "{method} {path} HTTP/1.1\r\nHost: {public}\r\nAccept: {accept}\r\nCookie: {cookie}\r\nX-Forwarded-For: {MADE_UP}\r\n\
             Origin: http://{public}\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n{body}"
        );
        stream.write_all(asked.as_bytes()).await?;
        Ok(stream)
    }

    /// Listens for what happens to the account of that page.
    pub(crate) async fn listens(&self, page: &str) -> Hints {
        let account = page.rsplit('/').next().expect("an id");
        let path = format!("/live?account={account}");
        let stream = self.begin("GET", &path, "text/event-stream", "").await;
        Hints {
            stream: stream.expect("a connection"),
            heard: String::new(),
        }
    }
}

/// A live stream.
#[derive(Debug)]
pub(crate) struct Hints {
    stream: TcpStream,
    heard: String,
}

impl Hints {
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
        let read = tokio::time::timeout(WITHIN, self.stream.read(&mut bytes)).await;
        let read = read.unwrap_or_else(|_| panic!("nothing more after {}", self.heard));
        let read = read.expect("a stream that is not broken off");
        self.heard += &String::from_utf8_lossy(&bytes[..read]);
        read
    }
}

/// A form with its hidden part, new each time.
pub(crate) fn typed<'a>(kind: &'a str, fields: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let id: &'static str = String::leak(Uuid::now_v7().to_string());
    let mut all = vec![("kind", kind), ("id", id), ("seed", SEED)];
    all.extend_from_slice(fields);
    all
}

fn encoded(fields: &[(&str, &str)]) -> String {
    let escaped = |text: &str| {
        let bytes = text.bytes().map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        });
        bytes.collect::<String>()
    };
    let pairs = fields.iter();
    let pairs: Vec<_> = pairs
        .map(|(name, text)| format!("{}={}", escaped(name), escaped(text)))
        .collect();
    pairs.join("&")
}

/// `None` where some of it is missing.
fn read(bytes: &[u8]) -> Option<Answer> {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&bytes[..end]).to_lowercase();
    let mut answer = Answer {
        status: head.split(' ').nth(1)?.parse().ok()?,
        head,
        body: String::new(),
    };
    let rest = &bytes[end + 4..];
    let body = match answer.header("content-length") {
        Some(length) => (rest.len() == length.parse::<usize>().ok()?).then(|| rest.to_vec())?,
        None if answer.header("transfer-encoding").is_some() => unchunked(rest)?,
        None => rest.to_vec(),
    };
    answer.body = String::from_utf8_lossy(&body).into_owned();
    Some(answer)
}

fn unchunked(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        let end = rest.windows(2).position(|two| two == b"\r\n")?;
        let length = usize::from_str_radix(std::str::from_utf8(&rest[..end]).ok()?, 16).ok()?;
        if length == 0 {
            return Some(whole);
        }
        whole.extend_from_slice(rest.get(end + 2..end + 2 + length)?);
        rest = rest.get(end + 2 + length + 2..)?;
    }
}
