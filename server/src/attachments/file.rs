//! `GET /clientes/{id}/adjuntos/{attachment}`: the bytes, as what they were found to be and nothing else.
//! It refuses to tell what is not there from what may not be seen.

use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::response::Response;
use domain::attachment::Media;
use domain::entry::Audience;
use domain::ids::{AccountId, AttachmentId, MatterId};
use http::{HeaderName, HeaderValue, header};
use ledger::{Attachment, LedgerError};
use ui::read::visit::Visit;

use crate::problem::{self, Problem};
use crate::state::App;

/// Whoever serves customers reads these; what belongs to an investigation is given beside its file alone.
const AUDIENCES: [Audience; 2] = [Audience::Service, Audience::Customer];
/// Whoever sees all of an investigation reads these.
const EVIDENCE: [Audience; 1] = [Audience::Investigation];

/// Nothing of it runs, and it loads nothing, wherever it is opened.
const POLICY: &str = "default-src 'none'; sandbox";

/// Answers with it.
pub async fn get(
    State(app): State<App>,
    Path((account, attachment)): Path<(String, String)>,
) -> Response {
    let (Ok(account), Ok(id)) = (
        account.parse::<AccountId>(),
        attachment.parse::<AttachmentId>(),
    ) else {
        return problem::plain(Problem::NotFound);
    };
    answered(app.ledger.attachment(account, id, &AUDIENCES).await)
}

/// `GET /clientes/{id}/investigaciones/{asunto}/adjuntos/{attachment}`: opening it is looking at the file, and is noted.
pub async fn evidence(
    State(app): State<App>,
    Path((account, matter, attachment)): Path<(String, String, String)>,
    request: Request,
) -> Response {
    let (Ok(account), Ok(matter), Ok(id)) = (
        account.parse::<AccountId>(),
        matter.parse::<MatterId>(),
        attachment.parse::<AttachmentId>(),
    ) else {
        return problem::plain(Problem::NotFound);
    };
    let visit = request.extensions().get::<Visit>();
    let visitor = visit.and_then(|visit| Some((visit.now, visit.visitor.as_ref()?.person)));
    let Some((now, person)) = visitor else {
        return problem::plain(Problem::SignedOut);
    };
    match app.ledger.note_look(account, matter, person, now).await {
        Ok(true) => {}
        Ok(false) => return problem::plain(Problem::NotFound),
        Err(error) => return problem::of_ledger(&error),
    }
    let found = app.ledger.attachment(account, id, &EVIDENCE).await;
    let of_it = |one: &Attachment| one.matter == Some(matter);
    answered(found.map(|found| found.filter(of_it)))
}

fn answered(found: Result<Option<Attachment>, LedgerError>) -> Response {
    match found {
        Ok(Some(Attachment {
            media,
            bytes: Some(bytes),
            name,
            ..
        })) => answer(media, bytes, name.as_deref()),
        Ok(_) => problem::plain(Problem::NotFound),
        Err(error) => problem::of_ledger(&error),
    }
}

fn answer(media: Media, bytes: Vec<u8>, name: Option<&str>) -> Response {
    let mut response = Response::new(Body::from(bytes));
    let fixed = [
        (header::CONTENT_TYPE, media.mime()),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "same-origin",
        ),
    ];
    let headers = response.headers_mut();
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if let Ok(value) = HeaderValue::from_str(&disposition(media, name.unwrap_or_default())) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}

/// A picture is shown, a document is saved; by its name, with the ending of what it is (RFC 6266, RFC 8187).
fn disposition(media: Media, name: &str) -> String {
    let how = match media.is_picture() {
        true => "inline",
        false => "attachment",
    };
    let extension = media.extension();
    let stem = match name.rsplit_once('.') {
        Some((stem, end)) if !stem.is_empty() && end.len() <= 4 => stem,
        _ => name,
    };
    let mut escaped = String::new();
    for byte in stem.chars().take(80).collect::<String>().bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' => escaped.push(char::from(byte)),
            other => escaped.push_str(&format!("%{other:02X}")),
        }
    }
    if escaped.is_empty() {
        escaped.push_str("adjunto");
    }
    format!("{how}; filename=\"adjunto.{extension}\"; filename*=UTF-8''{escaped}.{extension}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_nothing_but_itself() {
        for (media, name, said) in [
            (Media::Jpeg, "La silla rota", "La%20silla%20rota.jpg"),
            (Media::Jpeg, "foto.HEIC", "foto.jpg"),
            (Media::Pdf, "factura.pdf.html", "factura%2Epdf.pdf"),
            (
                Media::Pdf,
                "a\"; x=\r\n<b>",
                "a%22%3B%20x%3D%0D%0A%3Cb%3E.pdf",
            ),
            (Media::Png, "", "adjunto.png"),
        ] {
            let found = disposition(media, name);
            assert!(found.ends_with(&format!("UTF-8''{said}")), "{found}");
            assert!(found.is_ascii());
        }
        assert!(disposition(Media::Pdf, "x").starts_with("attachment; "));
        assert!(disposition(Media::Png, "x").starts_with("inline; "));
    }
}
