//! The cookie that carries a session's token: unreadable to scripts, never sent to another site's posts.
//! It refuses the name browsers keep for private connections where the connection is not private.

use http::{HeaderMap, HeaderValue, header};

use super::token::Token;
use crate::config::PublicUrl;

/// How long a browser keeps it; the session itself may end sooner.
const KEPT_S: u32 = 7 * 24 * 3600;

fn name(public: &PublicUrl) -> &'static str {
    if public.is_https() {
        "__Host-palabra"
    } else {
        "palabra"
    }
}

fn attributes(public: &PublicUrl) -> &'static str {
    if public.is_https() {
        "Path=/; HttpOnly; SameSite=Lax; Secure"
    } else {
        "Path=/; HttpOnly; SameSite=Lax"
    }
}

/// The line that sets it.
#[must_use]
pub fn set(token: &Token, public: &PublicUrl) -> Option<HeaderValue> {
    let line = format!(
        "{}={}; Max-Age={KEPT_S}; {}",
        name(public),
        token.text(),
        attributes(public)
    );
    HeaderValue::from_str(&line).ok()
}

/// The line that takes it back.
#[must_use]
pub fn clear(public: &PublicUrl) -> Option<HeaderValue> {
    let line = format!("{}=; Max-Age=0; {}", name(public), attributes(public));
    HeaderValue::from_str(&line).ok()
}

/// The token that came with a request.
#[must_use]
pub fn read(headers: &HeaderMap, public: &PublicUrl) -> Option<Token> {
    let name = name(public);
    let lines = headers.get_all(header::COOKIE).iter();
    lines
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .and_then(|(_, value)| Token::read(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_private_name_is_for_private_connections() {
        let token = Token::mint().expect("randomness");
        let line = |url| {
            let public = PublicUrl::parse(url).expect("an address");
            set(&token, &public)
                .expect("a header")
                .to_str()
                .expect("text")
                .to_owned()
        };
        let private = line("https://palabra.example");
        assert!(private.starts_with("__Host-palabra=") && private.ends_with("; Secure"));
        let loopback = line("http://127.0.0.1:3000");
        assert!(loopback.starts_with("palabra=") && !loopback.contains("Secure"));
    }

    #[test]
    fn it_is_found_among_others() {
        let public = PublicUrl::parse("http://127.0.0.1:3000").expect("an address");
        let token = Token::mint().expect("randomness");
        let mut headers = HeaderMap::new();
        let line = format!("a=b; palabra={}; c=d", token.text());
        headers.insert(header::COOKIE, line.parse().expect("a header"));
        assert_eq!(read(&headers, &public), Some(token));
        headers.insert(header::COOKIE, HeaderValue::from_static("palabra=short"));
        assert_eq!(read(&headers, &public), None);
    }
}
