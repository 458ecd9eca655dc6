//! Stands before each endpoint and lets through those who may, by the table of endpoints.
//! It refuses by roles only; what a command may do beyond that, `domain` decides.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::context::Role;
use http::{Method, Uri};

use super::visitor;
use crate::problem::{self, Problem};

/// Who may reach an endpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum May {
    /// Anybody, signed in or not.
    Anyone,
    /// Whoever is signed in.
    SignedIn,
    /// Who has one of these roles.
    Roles(&'static [Role]),
    /// Nobody: it is not in the table.
    Nobody,
}

/// Those who serve customers.
pub const SERVICE: May = May::Roles(&[
    Role::AccountManager,
    Role::StoreStaff,
    Role::Logistics,
    Role::SalesDirector,
    Role::ServiceDirector,
]);

/// Those who look after the letters to customers.
pub const MAIL: May = May::Roles(&[
    Role::SalesDirector,
    Role::ServiceDirector,
    Role::Administrator,
]);

/// Those who direct whoever sells and serves, and see their records.
pub const TEAM: May = May::Roles(&[Role::SalesDirector]);

/// Lets through, or answers in the endpoint's place.
pub async fn check(State(may): State<May>, request: Request, next: Next) -> Response {
    let allowed = match (may, visitor(&request)) {
        (May::Anyone, _) => true,
        (May::Nobody, _) => false,
        (_, None) => return signed_out(&request),
        (_, Some(visitor)) => lets(may, visitor.roles()),
    };
    if allowed {
        return next.run(request).await;
    }
    problem::plain(Problem::NotYours)
}

/// Whether it lets through somebody signed in who has these roles.
#[must_use]
pub fn lets(may: May, theirs: &[Role]) -> bool {
    match may {
        May::Anyone | May::SignedIn => true,
        May::Roles(roles) => theirs.iter().any(|role| roles.contains(role)),
        May::Nobody => false,
    }
}

/// A page is asked for again after signing in; anything else is told so.
fn signed_out(request: &Request) -> Response {
    let accepts = request
        .headers()
        .get(http::header::ACCEPT)
        .and_then(|value| value.to_str().ok());
    let is_page = request.method() == Method::GET
        && accepts.is_some_and(|accepts| accepts.contains("text/html"));
    if !is_page {
        return problem::plain(Problem::SignedOut);
    }
    Redirect::to(&sign_in_before(request.uri())).into_response()
}

/// The sign-in that leads on to that page.
#[must_use]
pub fn sign_in_before(uri: &Uri) -> String {
    let next = uri.path_and_query().map_or("/", |path| path.as_str());
    if next == "/" {
        return "/entrar".to_owned();
    }
    let mut escaped = String::with_capacity(next.len());
    for byte in next.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' => {
                escaped.push(char::from(byte))
            }
            other => escaped.push_str(&format!("%{other:02X}")),
        }
    }
    format!("/entrar?next={escaped}")
}

/// A path of ours, and nothing that leads elsewhere; the beginning otherwise.
#[must_use]
pub fn way_on(next: &str) -> &str {
    let is_path =
        next.starts_with('/') && !next.starts_with("//") && !next.contains(['\\', '\n', '\r']);
    let is_whole = next
        .parse::<Uri>()
        .is_ok_and(|uri| uri.authority().is_none());
    if is_path && is_whole && !next.starts_with("/entrar") {
        next
    } else {
        "/"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_on_never_leads_elsewhere() {
        for (next, on) in [
            ("/clientes/1?q=a", "/clientes/1?q=a"),
            ("//evil.example", "/"),
            ("https://evil.example", "/"),
            ("/\\evil.example", "/"),
            ("", "/"),
            ("/entrar?next=/x", "/"),
        ] {
            assert_eq!(way_on(next), on, "{next}");
        }
    }

    #[test]
    fn the_page_asked_for_is_kept_through_the_sign_in() {
        let uri: Uri = "/clientes?q=p%C3%A9rez&mios=1".parse().expect("an address");
        assert_eq!(
            sign_in_before(&uri),
            "/entrar?next=/clientes%3Fq%3Dp%25C3%25A9rez%26mios%3D1"
        );
    }
}
