//! Forms as a browser posts them: their hidden part, new each time, and how they are written on the wire.
//! It refuses to know what any form asks.

use uuid::Uuid;

pub(crate) const SEED: &str = "0101010101010101010101010101010101010101010101010101010101010101";

/// A form with its hidden part, new each time.
pub(crate) fn typed<'a>(kind: &'a str, fields: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let id: &'static str = String::leak(Uuid::now_v7().to_string());
    let mut all = vec![("kind", kind), ("id", id), ("seed", SEED)];
    all.extend_from_slice(fields);
    all
}

/// As a browser writes a form.
pub(crate) fn encoded(fields: &[(&str, &str)]) -> String {
    let escaped = |text: &str| {
        text.bytes().fold(String::new(), |mut escaped, byte| {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'*' => {
                    escaped.push(char::from(byte))
                }
                b' ' => escaped.push('+'),
                other => escaped.push_str(&format!("%{other:02X}")),
            }
            escaped
        })
    };
    let pairs: Vec<_> = fields
        .iter()
        .map(|(name, text)| format!("{}={}", escaped(name), escaped(text)))
        .collect();
    pairs.join("&")
}
