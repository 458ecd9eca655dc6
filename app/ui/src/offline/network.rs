//! Requests as the browser sends them: an answer is packed as pages are, a problem is told in JSON. It refuses to
//! repeat anything by itself.

use leptos::prelude::*;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestInit, Response, UrlSearchParams};

use crate::problem::Problem;
use crate::read::wire::{MEDIA_TYPE, unpacked};

/// Why a request brought nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lost {
    /// No answer came: the same thing may be sent again.
    Unreached,
    /// The server fails or asks to come again: the same thing may be sent again.
    Later,
    /// Sent again it would be answered the same, until the person does something about it.
    Never(Problem),
}

/// What was wrong, as the server says it.
#[derive(Deserialize)]
struct Told {
    problem: String,
}

/// Posts a form, as the browser would.
pub(crate) async fn post<T: DeserializeOwned>(
    path: &str,
    typed: &[(String, String)],
) -> Result<T, Lost> {
    let body = UrlSearchParams::new().map_err(|_| Lost::Later)?;
    for (name, value) in typed {
        body.append(name, value);
    }
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_body(&body);
    fetch(path, &init).await
}

/// Reads what stands there.
pub(crate) async fn get<T: DeserializeOwned>(path: &str) -> Result<T, Lost> {
    fetch(path, &RequestInit::new()).await
}

async fn fetch<T: DeserializeOwned>(path: &str, init: &RequestInit) -> Result<T, Lost> {
    let headers = web_sys::Headers::new().map_err(|_| Lost::Later)?;
    headers
        .set("Accept", &format!("{MEDIA_TYPE}, application/json"))
        .map_err(|_| Lost::Later)?;
    init.set_headers(&headers);
    let sent = window().fetch_with_str_and_init(path, init);
    let response: Response = JsFuture::from(sent)
        .await
        .ok()
        .and_then(|response| response.dyn_into().ok())
        .ok_or(Lost::Unreached)?;
    let status = response.status();
    let body = response.array_buffer().map_err(|_| Lost::Unreached)?;
    let body = JsFuture::from(body).await.map_err(|_| Lost::Unreached)?;
    read(status, &js_sys::Uint8Array::new(&body).to_vec())
}

/// An answer of that status, read.
fn read<T: DeserializeOwned>(status: u16, body: &[u8]) -> Result<T, Lost> {
    match status {
        // It says why.
        200..=299 | 422 => unpacked(body).ok_or(Lost::Later),
        408 | 429 => Err(Lost::Later),
        400..=499 => {
            let told = serde_json::from_slice::<Told>(body).ok();
            let problem = told.and_then(|told| Problem::read(&told.problem));
            Err(Lost::Never(problem.unwrap_or(Problem::Unreadable)))
        }
        _ => Err(Lost::Later),
    }
}

/// Waits that many milliseconds, or until there is a network again.
pub(crate) async fn wait(ms: u32) {
    let mut woken = None;
    let promise = js_sys::Promise::new(&mut |done, _| {
        let ms = i32::try_from(ms).unwrap_or(i32::MAX);
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, ms);
        let _ = window().add_event_listener_with_callback("online", &done);
        woken = Some(done);
    });
    let _ = JsFuture::from(promise).await;
    if let Some(done) = woken {
        let _ = window().remove_event_listener_with_callback("online", &done);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_problem_is_told_as_what_it_is() {
        let told = |status, code| {
            let body = format!(r#"{{"problem":"{code}","sentence":"…","reference":null}}"#);
            read::<u8>(status, body.as_bytes())
        };
        assert_eq!(
            told(401, "signed_out"),
            Err(Lost::Never(Problem::SignedOut))
        );
        assert_eq!(told(403, "not_yours"), Err(Lost::Never(Problem::NotYours)));
        assert_eq!(
            told(403, "other_site"),
            Err(Lost::Never(Problem::OtherSite))
        );
        assert_eq!(told(413, "too_large"), Err(Lost::Never(Problem::TooLarge)));
        assert_eq!(told(404, "de otro"), Err(Lost::Never(Problem::Unreadable)));
    }

    #[test]
    fn a_server_that_fails_or_is_busy_is_asked_again() {
        for status in [408, 429, 500, 502, 503, 507] {
            assert_eq!(read::<u64>(status, b"<html>"), Err(Lost::Later), "{status}");
        }
        assert_eq!(read::<String>(200, b"<html>"), Err(Lost::Later));
        assert_eq!(read::<u8>(422, &[7]), Ok(7));
    }
}
