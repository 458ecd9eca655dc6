//! What was answered, read off the bytes of a connection. It refuses to take half an answer for one.

use std::io::Error;

/// What came back, whole.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// In small letters, a line each.
    head: String,
    pub(crate) body: String,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Unanswered {
    /// It may be asked again.
    #[error("nothing came: {0}")]
    Nothing(Error),
    #[error("it broke off in the middle: {0}")]
    Half(String),
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

    /// `None` where some of it is missing.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
        let head = String::from_utf8_lossy(&bytes[..end]).to_lowercase();
        let mut answer = Self {
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
