//! A browser as the cases hold it: keeps its cookie, says where its posts come from, reads what it is answered.
//! It refuses to run scripts.

use std::net::SocketAddr;

use axum::Router;
use axum::body::Body;
use axum::response::Response;
use http::{Method, Request, StatusCode, header};
use http_body_util::BodyExt as _;
use server::listen::Peer;
use tower::ServiceExt as _;

pub(crate) use crate::forms::encoded;

/// A browser: keeps its cookie, and says where its posts come from.
#[derive(Clone)]
pub(crate) struct Browser {
    pub(crate) router: Router,
    pub(crate) cookie: Option<String>,
    pub(crate) address: SocketAddr,
}

impl Browser {
    pub(crate) async fn get(&mut self, path: &str) -> Response {
        let request = Request::get(path).header(header::ACCEPT, "text/html");
        self.send(request.body(Body::empty()).expect("a request"))
            .await
    }

    pub(crate) async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Response {
        self.send(
            form(path, fields)
                .body(Body::from(encoded(fields)))
                .expect("a request"),
        )
        .await
    }

    /// As a script of the page posts it.
    pub(crate) async fn post_json(&mut self, path: &str, fields: &[(&str, &str)]) -> Response {
        let request = form(path, fields).header(header::ACCEPT, "application/json");
        self.send(
            request
                .body(Body::from(encoded(fields)))
                .expect("a request"),
        )
        .await
    }

    pub(crate) async fn send(&mut self, mut request: Request<Body>) -> Response {
        let host = header::HeaderValue::from_static("127.0.0.1:3000");
        request.headers_mut().entry(header::HOST).or_insert(host);
        if let Some(cookie) = &self.cookie {
            request
                .headers_mut()
                .insert(header::COOKIE, cookie.parse().expect("a cookie"));
        }
        request.extensions_mut().insert(Peer(self.address));
        let response = self
            .router
            .clone()
            .oneshot(request)
            .await
            .expect("an answer");
        for line in response.headers().get_all(header::SET_COOKIE) {
            let pair = line
                .to_str()
                .expect("a cookie")
                .split(';')
                .next()
                .unwrap_or_default();
            self.cookie = (!pair.ends_with('=')).then(|| pair.to_owned());
        }
        response
    }

    pub(crate) async fn ask(&mut self, method: &Method, path: &str, accept: &str) -> StatusCode {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::ACCEPT, accept);
        self.send(request.body(Body::empty()).expect("a request"))
            .await
            .status()
    }
}

fn form(path: &str, _fields: &[(&str, &str)]) -> http::request::Builder {
    Request::post(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::ORIGIN, "http://127.0.0.1:3000")
        .header("sec-fetch-site", "same-origin")
}

/// The body, as text.
pub(crate) async fn text(response: Response) -> String {
    let bytes = response
        .into_body()
        .collect()
        .await
        .expect("a body")
        .to_bytes();
    String::from_utf8(bytes.to_vec()).expect("text")
}

/// Where an answer leads.
pub(crate) fn location(response: &Response) -> &str {
    let line = response.headers().get(header::LOCATION).expect("a way on");
    line.to_str().expect("text")
}
