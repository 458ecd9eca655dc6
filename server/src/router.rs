//! Every endpoint mounted once, behind its guard, and the layers that stand before all of them.
//! It refuses to mount anything past the table in `access`.

mod layers;

use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::handler::Handler;
use axum::middleware;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{MethodFilter, MethodRouter, on};
use domain::context::Role;
use http::{Method, StatusCode, header};
use leptos_router::SsrMode;
use tower_http::services::ServeFile;
use ui::read::visit::Visitor;

use layers::{bounded, layered};

use crate::auth::guard::{self, May};
use crate::auth::{pages, session, sign_in, visitor, welcome};
use crate::problem::{self, Problem};
use crate::state::App;
use crate::{
    access, attachments, calls, claims, forms, house_data, house_forms, live, mail, promises,
    reads, render, site, telemetry,
};

/// The routes, and what they are.
#[derive(Debug)]
pub struct Routes {
    /// Answers requests.
    pub router: Router,
    /// What is mounted, in the order of the golden file.
    pub endpoints: Vec<Endpoint>,
}

/// Something that can be asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    /// By this method.
    pub method: Method,
    /// At this path.
    pub path: String,
    /// By these.
    pub may: May,
}

/// The server cannot be put together.
#[derive(Debug, thiserror::Error)]
pub enum RouterError {
    /// A method that no endpoint of ours has.
    #[error("{0} is mounted with a method that is not served")]
    Method(String),
    /// The public address is no origin.
    #[error("the public address is no origin")]
    Origin(#[from] tower_http::csrf::ConfigError),
}

/// Mounts everything.
///
/// # Errors
/// See [`RouterError`].
pub fn build(app: &App) -> Result<Routes, RouterError> {
    let mut mounting = Mounting {
        router: Router::new(),
        with_files: Router::new(),
        endpoints: Vec::new(),
    };
    mounting.add(Method::GET, "/", home)?;
    mounting.add(Method::GET, "/livez", async || "alive\n")?;
    mounting.add(Method::GET, "/readyz", ready)?;
    mounting.add(Method::GET, "/entrar", sign_in::get)?;
    mounting.add(Method::POST, "/entrar", sign_in::post)?;
    mounting.add(Method::POST, "/salir", pages::sign_out)?;
    mounting.add(Method::POST, "/ajustes", house_forms::write)?;
    mounting.add(Method::POST, "/sesiones", pages::end)?;
    mounting.add(Method::GET, "/bienvenida/{token}", welcome::get)?;
    mounting.add(Method::POST, "/bienvenida/{token}", welcome::post)?;
    mounting.add(Method::GET, "/casa/{version}", house_data::get)?;
    mounting.add(Method::GET, "/live", live::get)?;
    mounting.add(Method::POST, "/correo", mail::door::again)?;
    mounting.add(Method::POST, "/clientes", forms::open)?;
    mounting.add(Method::GET, "/clientes/{id}", forms::page)?;
    mounting.add(Method::POST, "/clientes/{id}", forms::write)?;
    let file = "/clientes/{id}/investigaciones/{asunto}";
    mounting.add(Method::GET, file, forms::file)?;
    mounting.add(Method::POST, file, forms::write_in_file)?;
    mounting.add(Method::GET, "/clientes/{id}/adjuntos", attachments::page)?;
    mounting.add_with_a_file(Method::POST, "/clientes/{id}/adjuntos", attachments::post)?;
    let file = "/clientes/{id}/adjuntos/{attachment}";
    mounting.add(Method::GET, file, attachments::get)?;
    let evidence = "/clientes/{id}/investigaciones/{asunto}/adjuntos";
    mounting.add(Method::GET, evidence, forms::file)?;
    mounting.add_with_a_file(Method::POST, evidence, attachments::post_in_file)?;
    let piece = format!("{evidence}/{{attachment}}");
    mounting.add(Method::GET, &piece, attachments::evidence)?;
    mounting.add(Method::GET, "/equipo/{persona}", forms::record)?;
    let claim = "/clientes/{id}/reclamaciones/{claim}";
    mounting.add(Method::GET, claim, claims::at_account)?;
    mounting.add(Method::GET, &format!("{claim}/recibo.pdf"), claims::pdf)?;
    mounting.add(Method::GET, &format!("{claim}/qr.svg"), claims::svg)?;
    mounting.add(Method::GET, "/c/{link}", claims::link)?;
    mounting.add(Method::GET, "/c/{link}/recibo", claims::link_receipt)?;
    mounting.add(Method::GET, "/c/{link}/recibo.pdf", claims::link_pdf)?;
    let promise = "/clientes/{id}/promesas/{matter}";
    mounting.add(Method::GET, &format!("{promise}/firma"), promises::read)?;
    mounting.add(Method::POST, &format!("{promise}/firma"), promises::write)?;
    let signed = format!("{promise}/firmas/{{line}}");
    mounting.add(Method::GET, &signed, promises::at_account)?;
    mounting.add(Method::GET, &format!("{signed}/recibo.pdf"), promises::pdf)?;
    mounting.add(Method::GET, "/p/{signature}", promises::link)?;
    mounting.add(Method::GET, "/p/{signature}/recibo.pdf", promises::link_pdf)?;
    mounting.add(Method::GET, "/llamada/{number}", calls::open)?;
    mounting.add(Method::GET, "/estado", claims::see)?;
    mounting.add(Method::POST, "/estado", claims::ask)?;
    mounting.pages()?;
    mounting.reads()?;
    let Mounting {
        router,
        with_files,
        mut endpoints,
    } = mounting;
    endpoints.sort_by(|a, b| (&a.path, a.method.as_str()).cmp(&(&b.path, b.method.as_str())));
    let package = Router::new()
        .fallback_service(site::package(&app.leptos))
        .layer(middleware::from_fn(site::keep));
    let limits = app.config.limits;
    let with_files = with_files.layer(DefaultBodyLimit::disable());
    let router = bounded(router, limits, limits.body_bytes, limits.body_whole)
        .merge(bounded(
            with_files,
            limits,
            limits.file_bytes,
            limits.file_whole,
        ))
        .method_not_allowed_fallback(not_allowed)
        // Files are the same for everybody: nobody's session is looked up for them.
        .layer(middleware::from_fn_with_state(app.clone(), session::visit))
        .nest("/pkg", package)
        .fallback(elsewhere)
        .with_state(app.clone());
    Ok(Routes {
        router: layered(router, app)?,
        endpoints,
    })
}

struct Mounting {
    router: Router<App>,
    /// Those to which a file may come.
    with_files: Router<App>,
    endpoints: Vec<Endpoint>,
}

impl Mounting {
    fn add<H: Handler<T, App>, T: 'static>(
        &mut self,
        method: Method,
        path: &str,
        handler: H,
    ) -> Result<(), RouterError> {
        let guarded = self.guarded(method, path, handler)?;
        let router = std::mem::take(&mut self.router);
        self.router = router.route(path, guarded);
        Ok(())
    }

    fn add_with_a_file<H: Handler<T, App>, T: 'static>(
        &mut self,
        method: Method,
        path: &str,
        handler: H,
    ) -> Result<(), RouterError> {
        let guarded = self.guarded(method, path, handler)?;
        let router = std::mem::take(&mut self.with_files);
        self.with_files = router.route(path, guarded);
        Ok(())
    }

    fn guarded<H: Handler<T, App>, T: 'static>(
        &mut self,
        method: Method,
        path: &str,
        handler: H,
    ) -> Result<MethodRouter<App>, RouterError> {
        let may = access::may(&method, path);
        let filter = match method {
            Method::GET => MethodFilter::GET,
            Method::POST => MethodFilter::POST,
            _ => return Err(RouterError::Method(path.to_owned())),
        };
        let guarded: MethodRouter<App> =
            on(filter, handler).route_layer(middleware::from_fn_with_state(may, guard::check));
        self.endpoints.push(Endpoint {
            method,
            path: path.to_owned(),
            may,
        });
        Ok(guarded)
    }

    fn has(&self, method: &Method, path: &str) -> bool {
        self.endpoints
            .iter()
            .any(|known| known.method == *method && known.path == path)
    }

    /// The screens of `ui`, each at its own address.
    fn pages(&mut self) -> Result<(), RouterError> {
        for listing in leptos_axum::generate_route_list(ui::App) {
            if !matches!(listing.mode(), SsrMode::Async) {
                tracing::warn!(
                    path = listing.path(),
                    "a page that is not rendered whole cannot be read without scripts"
                );
            }
            if !self.has(&Method::GET, listing.path()) {
                self.add(Method::GET, listing.path(), page)?;
            }
        }
        Ok(())
    }

    /// The reads of `ui`, as the browser asks for them.
    fn reads(&mut self) -> Result<(), RouterError> {
        for (path, method) in leptos::server_fn::axum::server_fn_paths() {
            self.add(method, path, read)?;
        }
        Ok(())
    }
}

/// Where each person's work is.
async fn home(request: Request) -> Response {
    let roles = visitor(&request).map_or(&[][..], Visitor::roles);
    let way = match roles {
        roles if roles.iter().any(|role| role.is_service()) => "/clientes",
        roles if roles.contains(&Role::Defensor) => "/hoy",
        roles if roles.contains(&Role::Administrator) => "/ajustes",
        _ => "/sesiones",
    };
    Redirect::to(way).into_response()
}

async fn ready(State(app): State<App>) -> Response {
    const PATIENCE: Duration = Duration::from_secs(3);
    match tokio::time::timeout(PATIENCE, app.ledger.ping()).await {
        Ok(Ok(())) => "ready\n".into_response(),
        Ok(Err(error)) => {
            tracing::error!(
                error = telemetry::causes(&error),
                "the database does not answer"
            );
            (
                StatusCode::SERVICE_UNAVAILABLE,
                "the database does not answer\n",
            )
                .into_response()
        }
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database is slow\n").into_response(),
    }
}

async fn page(State(app): State<App>, request: Request) -> Response {
    render::page(&app, request, StatusCode::OK).await
}

async fn read(State(app): State<App>, request: Request) -> Response {
    let context = move || render::provide(&app);
    let answer = leptos_axum::handle_server_fns_with_context(context, request).await;
    reads::answered(answer.into_response()).await
}

async fn not_allowed() -> Response {
    problem::plain(Problem::NotAllowed)
}

/// A file at the site's root, or nothing.
async fn elsewhere(State(app): State<App>, request: Request) -> Response {
    if let Some(file) = site::at_the_root(&app.leptos, request.uri().path()) {
        let served = tower::ServiceExt::oneshot(ServeFile::new(file), request).await;
        return served.map_or_else(
            |never| match never {},
            |response| {
                let mut response = response.into_response();
                let keep = header::HeaderValue::from_static("public, max-age=3600");
                response.headers_mut().insert(header::CACHE_CONTROL, keep);
                response
            },
        );
    }
    problem::plain(Problem::NotFound)
}
