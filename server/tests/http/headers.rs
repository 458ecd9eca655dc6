//! What stands on every answer, and what is turned away before any page: other sites, too much, what is no form.

use axum::body::Body;
use domain::context::Role;
use http::{Request, StatusCode, header};

use crate::support::{PASSWORD, Setup, fresh, fresh_with, text};

#[tokio::test]
async fn every_page_says_what_it_may_load_by_a_nonce_of_its_own() {
    let fresh = fresh().await;
    let mut browser = fresh.browser();
    let mut nonces = Vec::new();
    for _ in 0..2 {
        let response = browser.get("/entrar").await;
        let headers = response.headers().clone();
        let policy = headers[header::CONTENT_SECURITY_POLICY]
            .to_str()
            .expect("text")
            .to_owned();
        let nonce = policy
            .split("'nonce-")
            .nth(1)
            .and_then(|rest| rest.split('\'').next())
            .expect("a nonce")
            .to_owned();
        assert!(policy.contains("'wasm-unsafe-eval'") && policy.contains("frame-ancestors 'none'"));
        assert!(!policy.contains("unsafe-inline"));
        assert_eq!(headers[header::REFERRER_POLICY], "same-origin");
        assert_eq!(headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        assert!(!headers.contains_key(header::STRICT_TRANSPORT_SECURITY));
        let page = text(response).await;
        let scripts = page.matches("<script").count();
        assert_eq!(
            page.matches(&format!("nonce=\"{nonce}\"")).count(),
            scripts + page.matches("<link nonce").count()
        );
        assert!(!page.contains(" style=\""), "no inline style");
        nonces.push(nonce);
    }
    assert_ne!(nonces[0], nonces[1]);
}

#[tokio::test]
async fn a_private_connection_is_asked_to_stay_so_and_has_its_own_cookie() {
    let fresh = fresh_with(Setup {
        public: "https://palabra.example",
        ..Setup::default()
    })
    .await;
    fresh
        .person("ana@casa.example", &[Role::AccountManager])
        .await;
    let mut browser = fresh.browser();
    let fields = [("email", "ana@casa.example"), ("password", PASSWORD)];
    let response = browser.post("/entrar", &fields).await;
    assert!(
        response
            .headers()
            .contains_key(header::STRICT_TRANSPORT_SECURITY)
    );
    let cookie = response.headers()[header::SET_COOKIE]
        .to_str()
        .expect("text");
    assert!(
        cookie.starts_with("__Host-palabra=")
            && cookie.contains("; Secure")
            && cookie.contains("HttpOnly")
    );
    assert_eq!(browser.get("/clientes").await.status(), StatusCode::OK);
}

#[tokio::test]
async fn another_site_cannot_post_with_our_visitors_cookie() {
    let fresh = fresh().await;
    let mut browser = fresh.signed_in(&[Role::AccountManager]).await;
    for (site, origin) in [
        ("cross-site", "https://evil.example"),
        ("same-site", "http://127.0.0.1:4000"),
    ] {
        let request = Request::post("/salir")
            .header("sec-fetch-site", site)
            .header(header::ORIGIN, origin);
        let response = browser
            .send(request.body(Body::empty()).expect("a request"))
            .await;
        assert_eq!(response.status(), StatusCode::FORBIDDEN, "{site}");
        assert!(text(response).await.contains("no se ha hecho nada"));
    }
    assert_eq!(browser.get("/clientes").await.status(), StatusCode::OK);
}

#[tokio::test]
async fn too_much_is_refused_whether_it_says_so_or_not() {
    let fresh = fresh().await;
    let mut browser = fresh.signed_in(&[Role::AccountManager]).await;
    let much = format!("kind=note&note={}", "x".repeat(300 * 1024));
    let request = |builder: http::request::Builder, body| {
        let form = "application/x-www-form-urlencoded";
        builder
            .header(header::CONTENT_TYPE, form)
            .body(body)
            .expect("a request")
    };
    let said = request(
        Request::post("/clientes").header(header::CONTENT_LENGTH, much.len()),
        Body::from(much.clone()),
    );
    let response = browser.send(said).await;
    assert_eq!(response.status(), StatusCode::PAYLOAD_TOO_LARGE);
    assert!(text(response).await.contains("Envía menos texto"));
    let pieces = futures::stream::iter(
        much.into_bytes()
            .chunks(1000)
            .map(|piece| Ok::<_, std::io::Error>(piece.to_vec()))
            .collect::<Vec<_>>(),
    );
    let unsaid = request(Request::post("/clientes"), Body::from_stream(pieces));
    assert_eq!(
        browser.send(unsaid).await.status(),
        StatusCode::PAYLOAD_TOO_LARGE
    );
}

#[tokio::test]
async fn what_is_no_form_is_refused_with_a_sentence() {
    let fresh = fresh().await;
    let mut browser = fresh.signed_in(&[Role::AccountManager]).await;
    let cases = [
        (
            "application/json",
            "{\"kind\": ",
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
        ),
        (
            "multipart/form-data; boundary=x",
            "--x--",
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
        ),
        (
            "application/x-www-form-urlencoded",
            "%%%=%ZZ",
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        (
            "application/x-www-form-urlencoded",
            "",
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
    ];
    for (kind, body, status) in cases {
        let request = Request::post("/clientes")
            .header(header::CONTENT_TYPE, kind)
            .body(Body::from(body));
        let response = browser.send(request.expect("a request")).await;
        assert_eq!(response.status(), status, "{kind} {body}");
        assert!(!text(response).await.is_empty());
    }
}

#[tokio::test]
async fn nothing_there_is_404_and_a_wrong_method_405() {
    let fresh = fresh().await;
    let mut browser = fresh.browser();
    assert_eq!(
        browser.get("/no-hay-nada").await.status(),
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        browser.get("/salir").await.status(),
        StatusCode::METHOD_NOT_ALLOWED
    );
    let response = browser.get("/livez").await;
    assert!(response.headers().contains_key("x-request-id"));
    assert_eq!(browser.get("/readyz").await.status(), StatusCode::OK);
}

#[tokio::test]
async fn the_sites_files_are_served_and_nothing_beside_them() {
    let dir = tempfile::tempdir().expect("a folder");
    let site = dir.path().join("site");
    std::fs::create_dir_all(site.join("pkg")).expect("a site");
    for file in ["outside.txt", "site/robots.txt", "site/pkg/inside.js"] {
        std::fs::write(dir.path().join(file), "a file").expect("a file");
    }
    let fresh = fresh_with(Setup {
        site: Some(site),
        ..Setup::default()
    })
    .await;
    let mut browser = fresh.browser();
    for inside in ["/pkg/inside.js", "/robots.txt"] {
        let response = browser.get(inside).await;
        assert_eq!(response.status(), StatusCode::OK, "{inside}");
        assert_eq!(text(response).await, "a file");
    }
    for outside in [
        "/pkg/../../outside.txt",
        "/pkg/..%2f..%2foutside.txt",
        "/pkg/%2e%2e/%2e%2e/outside.txt",
        "/../outside.txt",
        "/..%2foutside.txt",
    ] {
        let status = browser.get(outside).await.status();
        assert_eq!(status, StatusCode::NOT_FOUND, "{outside}");
    }
}

#[tokio::test]
async fn a_page_is_compressed_for_whoever_can_read_it_so() {
    let mut browser = fresh().await.browser();
    let request = Request::get("/entrar").header(header::ACCEPT_ENCODING, "br, gzip");
    let response = browser
        .send(request.body(Body::empty()).expect("a request"))
        .await;
    assert_eq!(response.headers()[header::CONTENT_ENCODING], "br");
}

#[tokio::test]
async fn a_panic_is_a_page_with_the_reference_that_the_log_has() {
    let fresh = fresh().await;
    let panics = axum::routing::get(async || -> &'static str { panic!("a test's own") });
    let dress = axum::middleware::from_fn_with_state(fresh.app.clone(), server::problem::dress);
    let named = axum::middleware::from_fn(server::telemetry::name_requests);
    let router = axum::Router::new()
        .route("/", panics)
        .layer(dress)
        .layer(named);
    let request = Request::get("/").body(Body::empty()).expect("a request");
    let response = tower::ServiceExt::oneshot(router, request)
        .await
        .expect("an answer");
    assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
    let reference = response.headers()["x-request-id"].clone();
    let page = text(response).await;
    assert!(page.contains(reference.to_str().expect("text")), "{page}");
    assert!(!page.contains("a test's own"), "{page}");
}
