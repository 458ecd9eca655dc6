//! Somebody at a browser, over a real connection that is new for each request: what was answered, or that nothing was.
//! It refuses to take half an answer for one.

use std::io::{Error, ErrorKind};
use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::forms::encoded;

/// Longer than the server takes for anything.
const PATIENCE: Duration = Duration::from_secs(60);

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

    /// Not now, in a sentence, and when it is worth asking again.
    pub(crate) fn is_put_off(&self) -> bool {
        let sentences = ["no respondió a tiempo", "nada de lo guardado se ha perdido"];
        let is_a_sentence = sentences.iter().any(|said| self.body.contains(said));
        self.status == 503 && self.header("retry-after").is_some() && is_a_sentence
    }
}

/// A form as it was typed: sent again, it is the same command.
#[derive(Debug, Clone)]
pub(crate) struct Form {
    pub(crate) path: String,
    pub(crate) fields: Vec<(String, String)>,
}

impl Form {
    pub(crate) fn new(path: &str, fields: &[(&str, &str)]) -> Self {
        let owned = |(name, text): &(&str, &str)| ((*name).to_owned(), (*text).to_owned());
        Self {
            path: path.to_owned(),
            fields: fields.iter().map(owned).collect(),
        }
    }
}

#[derive(Debug, Clone)]
pub(crate) struct Visitor {
    pub(crate) server: SocketAddr,
    pub(crate) cookie: String,
}

impl Visitor {
    pub(crate) fn of(server: SocketAddr) -> Self {
        Self {
            server,
            cookie: String::new(),
        }
    }

    pub(crate) async fn get(&self, path: &str) -> Result<Answer, Error> {
        self.ask("GET", path, "text/html", "").await
    }

    /// As a page's form without scripts.
    pub(crate) async fn post(&self, form: &Form) -> Result<Answer, Error> {
        self.send(form, "text/html").await
    }

    /// As a script of the page.
    pub(crate) async fn post_json(&self, form: &Form) -> Result<Answer, Error> {
        self.send(form, "application/json").await
    }

    /// Again, for as long as the answer is *not now*.
    pub(crate) async fn insist(&self, form: &Form) -> Result<Answer, Error> {
        loop {
            match self.post_json(form).await {
                Ok(answer) if answer.is_put_off() => {}
                answer => return answer,
            }
        }
    }

    async fn send(&self, form: &Form, accept: &str) -> Result<Answer, Error> {
        let fields = form.fields.iter();
        let fields: Vec<_> = fields
            .map(|(name, text)| (name.as_str(), text.as_str()))
            .collect();
        self.ask("POST", &form.path, accept, &encoded(&fields))
            .await
    }

    async fn ask(
        &self,
        method: &str,
        path: &str,
        accept: &str,
        body: &str,
    ) -> Result<Answer, Error> {
        let asked = async {
            let mut stream = TcpStream::connect(self.server).await?;
            let (server, cookie, length) = (self.server, &self.cookie, body.len());
            let head = format!(
                "{method} {path} HTTP/1.1\r\nHost: {server}\r\nAccept: {accept}\r\nCookie: {cookie}\r\n\
                 Origin: http://{server}\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n\
                 Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n"
            );
            stream.write_all(head.as_bytes()).await?;
            stream.write_all(body.as_bytes()).await?;
            let mut bytes = Vec::new();
            stream.read_to_end(&mut bytes).await?;
            read(&bytes).ok_or_else(|| Error::from(ErrorKind::UnexpectedEof))
        };
        tokio::time::timeout(PATIENCE, asked)
            .await
            .unwrap_or_else(|_| Err(Error::from(ErrorKind::TimedOut)))
    }
}

/// `None` where some of it is missing.
fn read(bytes: &[u8]) -> Option<Answer> {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&bytes[..end]).to_lowercase();
    let status = head.split(' ').nth(1)?.parse().ok()?;
    let mut answer = Answer {
        status,
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
