//! A mail server of a few lines: takes what it is told to take, and keeps it to be looked at.
//! It refuses to be more than the tests need: no TLS, one letter a connection.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard};

use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// What becomes of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Does {
    /// It is taken.
    Takes,
    /// 451 to the address.
    NotNow,
    /// 550 to the address.
    Never,
    /// It is given whole, and nothing is said of it until the other end goes.
    Hangs,
    /// It is given whole, and the connection ends.
    Drops,
}

#[derive(Debug, Default)]
struct Kept {
    does: VecDeque<Does>,
    /// All that were given whole, taken or not.
    given: Vec<String>,
    /// As many as were begun.
    begun: usize,
}

/// It, listening until it is dropped.
#[derive(Debug)]
pub(crate) struct Smtp {
    pub(crate) addr: SocketAddr,
    kept: Arc<Mutex<Kept>>,
    listening: tokio::task::JoinHandle<()>,
}

impl Drop for Smtp {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

impl Smtp {
    /// Does this with the first letters, one after the other, and takes the rest.
    pub(crate) async fn that(does: &[Does]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let addr = listener.local_addr().expect("an address");
        let kept = Arc::new(Mutex::new(Kept {
            does: does.iter().copied().collect(),
            ..Kept::default()
        }));
        let listening = tokio::spawn({
            let kept = Arc::clone(&kept);
            async move {
                while let Ok((stream, _)) = listener.accept().await {
                    tokio::spawn(talk(stream, Arc::clone(&kept)));
                }
            }
        });
        Self {
            addr,
            kept,
            listening,
        }
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().expect("nobody panicked")
    }

    /// Every letter that was given whole.
    pub(crate) fn given(&self) -> Vec<String> {
        self.kept().given.clone()
    }

    /// How many talks there were.
    pub(crate) fn begun(&self) -> usize {
        self.kept().begun
    }
}

/// Whoever hangs up ends it.
async fn talk(stream: TcpStream, kept: Arc<Mutex<Kept>>) -> Option<()> {
    let does = {
        let mut kept = kept.lock().expect("nobody panicked");
        kept.begun += 1;
        kept.does.pop_front().unwrap_or(Does::Takes)
    };
    let mut stream = BufReader::new(stream);
    say(&mut stream, "220 mail.example ESMTP").await?;
    loop {
        let line = line(&mut stream).await?;
        let verb = line
            .split(' ')
            .next()
            .unwrap_or_default()
            .trim()
            .to_uppercase();
        let answer = match (verb.as_str(), does) {
            ("EHLO", _) => "250-mail.example\r\n250 8BITMIME",
            ("RCPT", Does::NotNow) => "451 4.7.1 <eva@ejemplo.es> come back later",
            ("RCPT", Does::Never) => "550 5.1.1 <eva@ejemplo.es> no such user",
            ("MAIL" | "RCPT" | "RSET" | "NOOP", _) => "250 OK",
            ("DATA", _) => {
                say(&mut stream, "354 go ahead").await?;
                let letter = letter(&mut stream).await?;
                kept.lock().expect("nobody panicked").given.push(letter);
                match does {
                    Does::Hangs => {
                        self::line(&mut stream).await?;
                        return None;
                    }
                    Does::Drops => return None,
                    _ => "250 taken",
                }
            }
            ("QUIT", _) => {
                say(&mut stream, "221 bye").await?;
                return None;
            }
            _ => "500 what?",
        };
        say(&mut stream, answer).await?;
    }
}

async fn say(stream: &mut BufReader<TcpStream>, words: &str) -> Option<()> {
    let line = format!("{words}\r\n");
    stream.write_all(line.as_bytes()).await.ok()
}

async fn line(stream: &mut BufReader<TcpStream>) -> Option<String> {
    let mut line = String::new();
    match stream.read_line(&mut line).await {
        Ok(0) | Err(_) => None,
        Ok(_) => Some(line),
    }
}

/// Up to its end, a dot alone on a line.
async fn letter(stream: &mut BufReader<TcpStream>) -> Option<String> {
    let mut letter = String::new();
    loop {
        let line = line(stream).await?;
        if line == ".\r\n" {
            return Some(letter);
        }
        letter.push_str(line.strip_prefix('.').unwrap_or(&line));
    }
}

/// The value of one of its headers.
pub(crate) fn header<'a>(letter: &'a str, name: &str) -> &'a str {
    let head = letter.split("\r\n\r\n").next().unwrap_or_default();
    let mut lines = head.split("\r\n");
    let found = lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
    found.unwrap_or_else(|| panic!("no {name} in {letter}"))
}

/// What it says, as a person reads it.
pub(crate) fn body(letter: &str) -> String {
    let (_, body) = letter.split_once("\r\n\r\n").expect("a body");
    if !letter.contains("Content-Transfer-Encoding: quoted-printable") {
        return body.replace("\r\n", "\n");
    }
    let mut bytes = Vec::new();
    let joined = body.replace("=\r\n", "").replace("\r\n", "\n");
    let mut rest = joined.bytes();
    while let Some(byte) = rest.next() {
        let mut digit = || char::from(rest.next().expect("a digit")).to_digit(16);
        bytes.push(match byte {
            b'=' => {
                let (high, low) = (digit().expect("hexadecimal"), digit().expect("hexadecimal"));
                u8::try_from(high * 16 + low).expect("a byte")
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).expect("text")
}
