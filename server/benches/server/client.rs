//! A browser's connection to the running program: kept open, one request after another, answers taken compressed.
//! It refuses to run scripts.

use std::net::SocketAddr;

use axum::body::Body;
use http::{Method, Request, StatusCode, header};
use http_body_util::BodyExt as _;
use hyper::client::conn::http1::{self, SendRequest};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

#[derive(Debug)]
pub(crate) struct Client {
    sender: SendRequest<Body>,
    host: String,
    cookie: String,
}

impl Client {
    /// Somebody signed in, by their cookie.
    pub(crate) async fn at(addr: SocketAddr, cookie: &str) -> std::io::Result<Self> {
        let stream = TcpStream::connect(addr).await?;
        stream.set_nodelay(true)?;
        let (sender, connection) = http1::handshake(TokioIo::new(stream))
            .await
            .map_err(std::io::Error::other)?;
        tokio::spawn(connection);
        Ok(Self {
            sender,
            host: addr.to_string(),
            cookie: cookie.to_owned(),
        })
    }

    pub(crate) async fn get(&mut self, path: &str) -> (StatusCode, usize) {
        let request = self.request(Method::GET, path).body(Body::empty());
        self.send(request.expect("a request")).await
    }

    pub(crate) async fn post(&mut self, path: &str, form: &str) -> (StatusCode, usize) {
        let request = self
            .request(Method::POST, path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(
            request
                .body(Body::from(form.to_owned()))
                .expect("a request"),
        )
        .await
    }

    fn request(&self, method: Method, path: &str) -> http::request::Builder {
        Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, &self.host)
            .header(header::ORIGIN, format!("http://{}", self.host))
            .header(header::ACCEPT_ENCODING, "br")
            .header(header::COOKIE, &self.cookie)
    }

    /// What it is answered: the status, and how many bytes came. One whose server has gone is answered 503.
    async fn send(&mut self, request: Request<Body>) -> (StatusCode, usize) {
        let asked = async {
            self.sender.ready().await?;
            self.sender.send_request(request).await
        };
        let Ok(answer) = asked.await else {
            return (StatusCode::SERVICE_UNAVAILABLE, 0);
        };
        let status = answer.status();
        let body = answer.into_body().collect().await;
        (status, body.map_or(0, |body| body.to_bytes().len()))
    }
}
