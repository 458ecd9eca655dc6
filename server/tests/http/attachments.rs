//! A file posted with a form, and asked for again: taken by what is in it, told apart from what it says, and given to
//! whoever may read the account.

use std::io::Cursor;

use axum::body::Body;
use axum::response::Response;
use domain::context::Role;
use http::{Request, StatusCode, header};
use http_body_util::BodyExt as _;
use image::{DynamicImage, ImageFormat, RgbImage};
use ledger::Engine;
use server::attachments::FORM_BYTES_MAX;

use crate::forms::typed;
use crate::support::{Browser, Fresh, fresh_on, location, text};
use crate::writes::open_account;

on_both_engines![
    a_picture_is_written_anew_and_shown_to_whoever_serves,
    a_document_is_kept_as_it_is_and_saved,
    what_cannot_be_taken_comes_back_with_its_reason_and_what_was_typed,
    the_same_form_twice_is_kept_once_and_another_file_by_its_id_is_refused,
    a_form_that_is_too_large_is_refused_and_no_other_may_be_as_large,
    whoever_may_not_read_the_account_gets_nothing,
];

const BOUNDARY: &str = "------palabra";
pub(crate) const PDF: &[u8] = b"%PDF-1.7\n<script>alert(1)</script>\n%%EOF\n";

pub(crate) fn picture(format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    let picture = DynamicImage::from(RgbImage::from_pixel(20, 10, image::Rgb([200, 10, 10])));
    let written = picture.write_to(&mut Cursor::new(&mut bytes), format);
    written.expect("a picture");
    bytes
}

/// As a browser writes a form with a file.
pub(crate) fn form(fields: &[(&str, &str)], called: &str, file: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        let part = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        );
        body.extend_from_slice(part.as_bytes());
    }
    let part = format!(
        "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{called}\"\r\n\
         Content-Type: application/octet-stream\r\n\r\n"
    );
    body.extend_from_slice(part.as_bytes());
    body.extend_from_slice(file);
    body.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
    body
}

pub(crate) async fn post(browser: &mut Browser, path: &str, body: Vec<u8>) -> Response {
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    let request = Request::post(path)
        .header(header::CONTENT_TYPE, kind)
        .header(header::CONTENT_LENGTH, body.len())
        .header(header::ORIGIN, "http://127.0.0.1:3000")
        .header("sec-fetch-site", "same-origin")
        .body(Body::from(body));
    browser.send(request.expect("a request")).await
}

/// Somebody of service, an account's page, and where files are posted to.
async fn account(fresh: &Fresh) -> (Browser, String, String) {
    let (browser, account) = open_account(fresh).await;
    let page = format!("/clientes/{account}");
    let door = format!("{page}/adjuntos");
    (browser, page, door)
}

/// Where the newest attachment of that page is opened.
async fn opened(browser: &mut Browser, page: &str) -> String {
    let page_text = text(browser.get(page).await).await;
    let start = format!("href=\"{page}/adjuntos/");
    let (_, rest) = page_text.split_once(&start).expect("a link");
    let id = rest.split('"').next().expect("an id");
    format!("{page}/adjuntos/{id}")
}

pub(crate) async fn bytes(response: Response) -> Vec<u8> {
    let body = response.into_body().collect().await.expect("a body");
    body.to_bytes().to_vec()
}

fn said<'a>(response: &'a Response, name: &str) -> &'a str {
    let value = response.headers().get(name).expect(name);
    value.to_str().expect("text")
}

async fn a_picture_is_written_anew_and_shown_to_whoever_serves(on: Engine) {
    let fresh = fresh_on(on).await;
    let (mut browser, page, door) = account(&fresh).await;
    let fields = typed("attach", &[("what", "La silla rota")]);
    // A PNG by its content, whatever it is called.
    let body = form(&fields, "foto.jpg", &picture(ImageFormat::Png));
    let response = post(&mut browser, &door, body).await;
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    assert_eq!(location(&response), format!("{page}#row-{}-0", fields[1].1));
    let told = text(browser.get(&page).await).await;
    assert!(told.contains("adjuntaste una foto") && told.contains("La silla rota"));

    let file = opened(&mut browser, &page).await;
    let shown = browser.get(&file).await;
    assert_eq!(shown.status(), StatusCode::OK);
    assert_eq!(said(&shown, "content-type"), "image/png");
    assert_eq!(said(&shown, "x-content-type-options"), "nosniff");
    assert_eq!(said(&shown, "cache-control"), "private, no-store");
    let policy = said(&shown, "content-security-policy");
    assert_eq!(policy, "default-src 'none'; sandbox");
    assert_eq!(
        said(&shown, "content-disposition"),
        "inline; filename=\"adjunto.png\"; filename*=UTF-8''La%20silla%20rota.png"
    );
    let kept = image::load_from_memory(&bytes(shown).await).expect("a picture");
    assert_eq!((kept.width(), kept.height()), (20, 10));
}

async fn a_document_is_kept_as_it_is_and_saved(on: Engine) {
    let fresh = fresh_on(on).await;
    let (mut browser, page, door) = account(&fresh).await;
    let body = form(&typed("attach", &[]), "factura 12.html", PDF);
    let response = post(&mut browser, &door, body).await;
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    let file = opened(&mut browser, &page).await;
    let saved = browser.get(&file).await;
    assert_eq!(said(&saved, "content-type"), "application/pdf");
    let how = said(&saved, "content-disposition");
    assert!(how.starts_with("attachment; "), "{how}");
    assert_eq!(bytes(saved).await, PDF);
}

async fn what_cannot_be_taken_comes_back_with_its_reason_and_what_was_typed(on: Engine) {
    let fresh = fresh_on(on).await;
    let (mut browser, page, door) = account(&fresh).await;
    let before = fresh.app.ledger.version(stream(&page)).await;
    let mut large = PDF.to_vec();
    large.resize(domain::attachment::BYTES_MAX, b' ');
    large.extend_from_slice(b"%%EOF");
    let cases: [(&str, &[u8], &str); 6] = [
        ("", b"", "No hay archivo"),
        (
            "factura.pdf",
            b"<!DOCTYPE html><script>",
            "no es una foto ni un PDF",
        ),
        ("foto.jpg", b"\0\0\0\x18ftypheic\0\0\0\0", "foto HEIC"),
        ("foto.png", b"\x89PNG\r\n\x1a\nno", "dañado o cortado"),
        ("factura.pdf", b"%PDF-1.7 cortado", "dañado o cortado"),
        ("factura.pdf", &large, "pasa de 10 MB"),
    ];
    for (called, file, reason) in cases {
        let fields = typed("attach", &[("what", "La <silla> rota")]);
        let response = post(&mut browser, &door, form(&fields, called, file)).await;
        assert_eq!(
            response.status(),
            StatusCode::UNPROCESSABLE_ENTITY,
            "{reason}"
        );
        let again = text(response).await;
        assert!(again.contains(reason), "{reason}: {again}");
        assert!(again.contains("value=\"La &lt;silla&gt; rota\""), "{again}");
        assert!(again.contains("aria-invalid=\"true\""));
    }
    let after = fresh.app.ledger.version(stream(&page)).await;
    assert_eq!(before.expect("read"), after.expect("read"));
    // That page's other forms may come where it came from.
    let note = typed("note", &[("note", "Sin foto")]);
    let response = browser.post(&door, &note).await;
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    // A form that speaks of a file and brings none.
    let alone = browser
        .post(&page, &typed("attach", &[("file", "foto.jpg")]))
        .await;
    assert_eq!(alone.status(), StatusCode::UNPROCESSABLE_ENTITY);
}

fn stream(page: &str) -> domain::ids::StreamId {
    let id = page.trim_start_matches("/clientes/");
    id.parse().expect("an id")
}

async fn the_same_form_twice_is_kept_once_and_another_file_by_its_id_is_refused(on: Engine) {
    let fresh = fresh_on(on).await;
    let (mut browser, page, door) = account(&fresh).await;
    let fields = typed("attach", &[]);
    let body = form(&fields, "foto.jpg", &picture(ImageFormat::Jpeg));
    for _ in 0..2 {
        let response = post(&mut browser, &door, body.clone()).await;
        assert_eq!(response.status(), StatusCode::SEE_OTHER);
    }
    let version = fresh.app.ledger.version(stream(&page)).await;
    assert_eq!(version.expect("read"), 2);
    let other = post(&mut browser, &door, form(&fields, "factura.pdf", PDF)).await;
    assert_eq!(other.status(), StatusCode::UNPROCESSABLE_ENTITY);
}

async fn a_form_that_is_too_large_is_refused_and_no_other_may_be_as_large(on: Engine) {
    let fresh = fresh_on(on).await;
    let (mut browser, page, door) = account(&fresh).await;
    let too_much = vec![b'x'; FORM_BYTES_MAX + 1];
    let body = form(&typed("attach", &[]), "foto.jpg", &too_much);
    let response = post(&mut browser, &door, body).await;
    assert_eq!(response.status(), StatusCode::PAYLOAD_TOO_LARGE);
    assert!(text(response).await.contains("10 MB como mucho"));
    let long = "x".repeat(300 * 1024);
    let response = browser
        .post(&page, &typed("note", &[("note", &long)]))
        .await;
    assert_eq!(response.status(), StatusCode::PAYLOAD_TOO_LARGE);
    let typed_much = form(&typed("attach", &[("what", &long)]), "factura.pdf", PDF);
    let response = post(&mut browser, &door, typed_much).await;
    assert_eq!(response.status(), StatusCode::PAYLOAD_TOO_LARGE);
    let broken = post(&mut browser, &door, b"no form at all".to_vec()).await;
    assert_eq!(broken.status(), StatusCode::BAD_REQUEST);
}

async fn whoever_may_not_read_the_account_gets_nothing(on: Engine) {
    let fresh = fresh_on(on).await;
    let (mut browser, page, door) = account(&fresh).await;
    let body = form(&typed("attach", &[]), "factura.pdf", PDF);
    assert_eq!(
        post(&mut browser, &door, body.clone()).await.status(),
        StatusCode::SEE_OTHER
    );
    let file = opened(&mut browser, &page).await;
    let mut nobody = fresh.browser();
    let mut administrator = fresh.signed_in(&[Role::Administrator]).await;
    assert_eq!(
        administrator.get(&file).await.status(),
        StatusCode::FORBIDDEN
    );
    assert_eq!(
        post(&mut administrator, &door, body.clone()).await.status(),
        StatusCode::FORBIDDEN
    );
    assert_eq!(nobody.get(&file).await.status(), StatusCode::SEE_OTHER);
    assert_eq!(
        post(&mut nobody, &door, body).await.status(),
        StatusCode::UNAUTHORIZED
    );
    for elsewhere in [
        format!("{door}/no"),
        format!("{door}/{}", uuid::Uuid::now_v7()),
    ] {
        assert_eq!(
            browser.get(&elsewhere).await.status(),
            StatusCode::NOT_FOUND
        );
    }
}
