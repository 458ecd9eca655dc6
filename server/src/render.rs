//! Renders a page of `ui` for a request, with what the request brings and, where a form was refused, what was typed.
//! It refuses to know what the pages show.

use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use domain::account::Investigation;
use http::StatusCode;
use http::request::Parts;
use leptos::prelude::{provide_context, use_context};
use leptos_axum::ResponseOptions;
use ui::read::visit::Visit;
use ui::read::{MailIsSet, Ways};

use crate::auth::guard::{self, MAIL, TEAM};
use crate::security::headers::PageNonce;
use crate::state::App;

/// The same page, to be rendered again after the body of its request was read.
#[must_use]
pub fn again(request: Request) -> (Request, Request) {
    let (parts, body) = request.into_parts();
    let again = Request::from_parts(parts.clone(), Body::empty());
    (again, Request::from_parts(parts, body))
}

/// The page of that address.
pub async fn page(app: &App, request: Request, status: StatusCode) -> Response {
    page_with(app, request, status, ()).await
}

/// The page of that address, with one more thing in its context.
pub async fn page_with<T: Clone + Send + Sync + 'static>(
    app: &App,
    request: Request,
    status: StatusCode,
    more: T,
) -> Response {
    let context = {
        let app = app.clone();
        move || {
            provide(&app);
            provide_context(more.clone());
            if let Some(response) = use_context::<ResponseOptions>() {
                response.set_status(status);
            }
        }
    };
    let options = app.leptos.clone();
    leptos_axum::render_app_async_with_context(context, move || ui::shell(options.clone()))(request)
        .await
}

/// What every page and every read finds in its context.
pub fn provide(app: &App) {
    provide_context(app.ledger.clone());
    provide_context(app.leptos.clone());
    provide_context(MailIsSet(app.config.mail.is_some()));
    let Some(parts) = use_context::<Parts>() else {
        return;
    };
    if let Some(visit) = parts.extensions.get::<Visit>() {
        provide_context(ways(visit));
        provide_context(visit.clone());
    }
    if let Some(PageNonce(nonce)) = parts.extensions.get::<PageNonce>() {
        provide_context(nonce.clone());
    }
}

/// What whoever asks finds in the way between pages.
fn ways(visit: &Visit) -> Ways {
    let Some(visitor) = visit.visitor.as_ref() else {
        return Ways::default();
    };
    let roles = visitor.roles();
    let (serves, directs) = (
        roles.iter().any(|role| role.is_service()),
        roles.iter().any(|role| role.is_director()),
    );
    Ways {
        mail: guard::lets(MAIL, roles),
        files: Investigation::is_whole_to(roles),
        team: guard::lets(TEAM, roles),
        record: (serves && !directs).then_some(visitor.person),
    }
}
