//! Renders a page of `ui` for a request, with what the request brings and, where a form was refused, what was typed.
//! It refuses to know what the pages show.

use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use http::StatusCode;
use http::request::Parts;
use leptos::prelude::{provide_context, use_context};
use leptos_axum::ResponseOptions;
use ui::read::visit::Visit;
use ui::read::{MailIsSet, Ways};

use crate::auth::guard::{self, MAIL};
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
        let roles = visit.visitor.as_ref().map_or(&[][..], |one| one.roles());
        provide_context(Ways {
            mail: guard::lets(MAIL, roles),
        });
        provide_context(visit.clone());
    }
    if let Some(PageNonce(nonce)) = parts.extensions.get::<PageNonce>() {
        provide_context(nonce.clone());
    }
}
