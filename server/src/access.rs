//! The one table of endpoints: each page, post and read, and who may reach it. Golden in `tests/endpoints.txt`.
//! It refuses whatever is mounted and does not stand here.

use http::Method;

use domain::context::Role;

use crate::auth::guard::{MAIL, May, SERVICE, TEAM};

/// Those who serve customers, and the defensor; the file itself shows each what is theirs.
const FILES: May = May::Roles(&[
    Role::AccountManager,
    Role::StoreStaff,
    Role::Logistics,
    Role::SalesDirector,
    Role::ServiceDirector,
    Role::Defensor,
]);

/// Those who see all of an investigation, and what stands beside it.
const WHOLE: May = May::Roles(&[Role::ServiceDirector, Role::Defensor]);

const TABLE: &[(&str, &str, May)] = &[
    ("GET", "/", May::SignedIn),
    ("GET", "/livez", May::Anyone),
    ("GET", "/readyz", May::Anyone),
    ("GET", "/entrar", May::Anyone),
    ("POST", "/entrar", May::Anyone),
    ("POST", "/salir", May::SignedIn),
    ("GET", "/ajustes", May::SignedIn),
    ("POST", "/ajustes", May::Roles(&[Role::Administrator])),
    ("GET", "/correo", MAIL),
    ("POST", "/correo", MAIL),
    ("GET", "/sesiones", May::SignedIn),
    ("POST", "/sesiones", May::SignedIn),
    ("GET", "/bienvenida/{token}", May::Anyone),
    ("POST", "/bienvenida/{token}", May::Anyone),
    ("GET", "/casa/{version}", SERVICE),
    ("GET", "/live", SERVICE),
    ("GET", "/clientes", SERVICE),
    ("POST", "/clientes", SERVICE),
    ("GET", "/clientes/{id}", SERVICE),
    ("GET", "/clientes/{id}/investigaciones/{asunto}", FILES),
    ("POST", "/clientes/{id}/investigaciones/{asunto}", FILES),
    ("GET", "/clientes/{id}/reclamaciones/{claim}", SERVICE),
    (
        "GET",
        "/clientes/{id}/reclamaciones/{claim}/recibo.pdf",
        SERVICE,
    ),
    (
        "GET",
        "/clientes/{id}/reclamaciones/{claim}/qr.svg",
        SERVICE,
    ),
    ("GET", "/llamada/{number}", SERVICE),
    ("GET", "/c/{link}", May::Anyone),
    ("GET", "/c/{link}/recibo", May::Anyone),
    ("GET", "/c/{link}/recibo.pdf", May::Anyone),
    ("GET", "/clientes/{id}/promesas/{matter}/firma", SERVICE),
    ("POST", "/clientes/{id}/promesas/{matter}/firma", SERVICE),
    (
        "GET",
        "/clientes/{id}/promesas/{matter}/firmas/{line}",
        SERVICE,
    ),
    (
        "GET",
        "/clientes/{id}/promesas/{matter}/firmas/{line}/recibo.pdf",
        SERVICE,
    ),
    ("GET", "/p/{signature}", May::Anyone),
    ("GET", "/p/{signature}/recibo.pdf", May::Anyone),
    ("GET", "/estado", May::Anyone),
    ("POST", "/estado", May::Anyone),
    ("GET", "/hoy", FILES),
    ("POST", "/clientes/{id}", SERVICE),
    ("GET", "/clientes/{id}/adjuntos", SERVICE),
    ("POST", "/clientes/{id}/adjuntos", SERVICE),
    ("GET", "/clientes/{id}/adjuntos/{attachment}", SERVICE),
    ("POST", "/api/ajustes", May::SignedIn),
    ("POST", "/api/clientes", SERVICE),
    ("POST", "/api/clientes_casa", SERVICE),
    ("POST", "/api/correo", MAIL),
    ("POST", "/api/cuenta", SERVICE),
    ("POST", "/api/cuenta_anterior", SERVICE),
    ("POST", "/api/cuenta_nueva", SERVICE),
    ("POST", "/api/cuenta_pasada", SERVICE),
    ("POST", "/api/hoy", FILES),
    ("POST", "/api/investigacion", FILES),
    ("POST", "/api/sesiones", May::SignedIn),
    (
        "GET",
        "/clientes/{id}/investigaciones/{asunto}/adjuntos",
        FILES,
    ),
    (
        "POST",
        "/clientes/{id}/investigaciones/{asunto}/adjuntos",
        May::Roles(&[Role::ServiceDirector]),
    ),
    (
        "GET",
        "/clientes/{id}/investigaciones/{asunto}/adjuntos/{attachment}",
        WHOLE,
    ),
    ("GET", "/investigaciones", FILES),
    ("POST", "/api/investigaciones", FILES),
    ("GET", "/equipo", TEAM),
    ("POST", "/api/equipo", TEAM),
    // Their own, or of whom they direct: the read says so.
    ("GET", "/equipo/{persona}", SERVICE),
    ("POST", "/api/registro", SERVICE),
];

/// Who may reach it; nobody, where the table does not say.
#[must_use]
pub fn may(method: &Method, path: &str) -> May {
    let row = TABLE
        .iter()
        .find(|(known, at, _)| *known == method.as_str() && *at == path);
    row.map_or(May::Nobody, |(_, _, may)| *may)
}

/// The rows of the table that nothing is mounted at.
#[must_use]
pub fn unmounted(mounted: &[(Method, String)]) -> Vec<String> {
    let is_mounted = |method: &str, path: &str| {
        mounted
            .iter()
            .any(|(known, at)| known.as_str() == method && at == path)
    };
    TABLE
        .iter()
        .filter(|(method, path, _)| !is_mounted(method, path))
        .map(|(method, path, _)| format!("{method} {path}"))
        .collect()
}
