//! Somebody at a browser, over a real connection that is new for each request: what was answered, or that nothing was.
//! It refuses to ask again by itself, but where it is told *not now*.

use std::io::{Error, ErrorKind};
use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::answer::{Answer, Unanswered};
use crate::forms::encoded;
use crate::program::Place;

pub(crate) const ANA: &str = "ana@casa.example";
pub(crate) const PASSWORD: &str = "una frase bien larga";
/// Where every visitor here claims to come from.
pub(crate) const MADE_UP: &str = "6.6.6.6";

/// Longer than the server takes for anything.
const PATIENCE: Duration = Duration::from_secs(60);

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
    /// Where it connects.
    server: SocketAddr,
    /// What was typed.
    public: SocketAddr,
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

    /// Ana, signed in there by a link of her own.
    pub(crate) async fn ana(place: &Place, server: SocketAddr) -> Self {
        let added = place.run(&["user", "add", ANA]);
        let (_, link) = added.out.split_once("/bienvenida/").expect("a link");
        let token = link.split_whitespace().next().expect("a token");
        let fields = [("password", PASSWORD), ("password_again", PASSWORD)];
        let mut visitor = Self::of(server);
        let form = Form::new(&format!("/bienvenida/{token}"), &fields);
        let answer = visitor.post(&form).await.expect("an answer");
        let cookie = answer.header("set-cookie").expect("a session");
        let (pair, _) = cookie.split_once(';').expect("a pair");
        pair.clone_into(&mut visitor.cookie);
        visitor
    }

    /// The same browser, at another server by the same address.
    pub(crate) fn at(&self, server: SocketAddr) -> Self {
        Self {
            server,
            ..self.clone()
        }
    }

    /// The same, where that server's own address is typed.
    pub(crate) fn typed_there(self) -> Self {
        Self {
            public: self.server,
            ..self
        }
    }

    pub(crate) async fn get(&self, path: &str) -> Result<Answer, Unanswered> {
        self.ask("GET", path, "text/html", "").await
    }

    /// As a page's form without scripts.
    pub(crate) async fn post(&self, form: &Form) -> Result<Answer, Unanswered> {
        self.send(form, "text/html").await
    }

    /// As a script of the page.
    pub(crate) async fn post_json(&self, form: &Form) -> Result<Answer, Unanswered> {
        self.send(form, "application/json").await
    }

    /// Again, for as long as the answer is *not now*.
    pub(crate) async fn insist(&self, form: &Form) -> Result<Answer, Unanswered> {
        loop {
            match self.post_json(form).await {
                Ok(answer) if answer.is_put_off() => {}
                answer => return answer,
            }
        }
    }

    async fn send(&self, form: &Form, accept: &str) -> Result<Answer, Unanswered> {
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
    ) -> Result<Answer, Unanswered> {
        let mut bytes = Vec::new();
        let asked = async {
            let mut stream = self.begin(method, path, accept, body).await?;
            stream.read_to_end(&mut bytes).await
        };
        let asked = tokio::time::timeout(PATIENCE, asked).await;
        let ended = asked.unwrap_or_else(|_| Err(ErrorKind::TimedOut.into()));
        match (ended, Answer::read(&bytes)) {
            (Ok(_), Some(answer)) => Ok(answer),
            (Err(error), _) if bytes.is_empty() => Err(Unanswered::Nothing(error)),
            (Ok(0), _) => Err(Unanswered::Nothing(ErrorKind::UnexpectedEof.into())),
            _ => Err(Unanswered::Half(String::from_utf8_lossy(&bytes).into())),
        }
    }

    /// Asks, and leaves the answer to be read.
    pub(crate) async fn begin(
        &self,
        method: &str,
        path: &str,
        accept: &str,
        body: &str,
    ) -> Result<TcpStream, Error> {
        let mut stream = TcpStream::connect(self.server).await?;
        let (public, cookie, length) = (self.public, &self.cookie, body.len());
        let asked = format!(
            "{method} {path} HTTP/1.1\r\nHost: {public}\r\nAccept: {accept}\r\nCookie: {cookie}\r\n\
             X-Forwarded-For: {MADE_UP}\r\nOrigin: http://{public}\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n{body}"
        );
        stream.write_all(asked.as_bytes()).await?;
        Ok(stream)
    }
}
