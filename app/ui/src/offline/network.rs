//! Requests as the browser sends them; every answer is JSON. It refuses to repeat anything by itself.

use leptos::prelude::*;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestInit, Response, UrlSearchParams};

/// Why a request brought nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lost {
    /// No network, or the server asks to come again: the same thing may be sent again.
    Again,
    /// Sent again it would be answered the same: nobody is signed in any more, or it cannot be read.
    Forever,
}

/// Posts a form, as the browser would; the answer is JSON.
pub(crate) async fn post<T: DeserializeOwned>(
    path: &str,
    typed: &[(String, String)],
) -> Result<T, Lost> {
    let body = UrlSearchParams::new().map_err(|_| Lost::Again)?;
    for (name, value) in typed {
        body.append(name, value);
    }
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_body(&body);
    fetch(path, &init).await
}

/// Reads JSON.
pub(crate) async fn get<T: DeserializeOwned>(path: &str) -> Result<T, Lost> {
    fetch(path, &RequestInit::new()).await
}

async fn fetch<T: DeserializeOwned>(path: &str, init: &RequestInit) -> Result<T, Lost> {
    let headers = web_sys::Headers::new().map_err(|_| Lost::Again)?;
    headers
        .set("Accept", "application/json")
        .map_err(|_| Lost::Again)?;
    init.set_headers(&headers);
    let sent = window().fetch_with_str_and_init(path, init);
    let response: Response = JsFuture::from(sent)
        .await
        .ok()
        .and_then(|response| response.dyn_into().ok())
        .ok_or(Lost::Again)?;
    // 422 says why; 408 and 429 ask to come again.
    if matches!(response.status(), 400..=499) && !matches!(response.status(), 408 | 422 | 429) {
        return Err(Lost::Forever);
    }
    let text = response.text().map_err(|_| Lost::Again)?;
    let text = JsFuture::from(text)
        .await
        .ok()
        .and_then(|text| text.as_string());
    serde_json::from_str(&text.ok_or(Lost::Again)?).map_err(|_| Lost::Again)
}

/// Waits that many milliseconds.
pub(crate) async fn wait(ms: u32) {
    let promise = js_sys::Promise::new(&mut |done, _| {
        let ms = i32::try_from(ms).unwrap_or(i32::MAX);
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, ms);
    });
    let _ = JsFuture::from(promise).await;
}
