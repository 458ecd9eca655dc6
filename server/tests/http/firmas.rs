//! A promise is read back on its own screen, signed, and taken away: what was shown is what is sealed.

use domain::context::Role;
use domain::key::Link;
use domain::text::Salt;
use http::{StatusCode, header};
use ledger::Engine;
use uuid::Uuid;

use crate::forms::typed;
use crate::log::Lines;
use crate::paper::{decoded, pdf, read_back};
use crate::support::{Browser, Fresh, fresh, fresh_on, location, text};
use crate::writes::{open_account, promise};

on_both_engines![
    a_promise_is_read_back_signed_and_taken_away_without_scripts,
    what_changed_since_it_was_read_is_read_again,
    a_link_opens_one_signature_and_a_wrong_one_nothing,
    a_signature_is_read_back_from_its_pdf_and_its_head_is_in_the_ledger,
];

const DRAWN: &str = "M40 150L80 60 120 150 160 60M200 150L320 40";
const SEED: Salt = Salt([0xf1; 32]);

/// A promise that was signed, and what its customer took away.
pub(crate) struct Signed {
    pub(crate) promise: String,
    pub(crate) line: String,
    pub(crate) link: String,
}

/// A price of 89,00 € each month, as it is recorded.
async fn promised(browser: &mut Browser, account: &str) -> String {
    let fields = [
        ("terms", "price"),
        ("amount", "89"),
        ("tax", "included"),
        ("rate", "21"),
        ("every", "month"),
        ("standing", "yes"),
        ("what", "La cuota de siempre"),
    ];
    let matter = promise(browser, &format!("/clientes/{account}"), &fields).await;
    matter.to_string()
}

fn screen(account: &str, promise: &str) -> String {
    format!("/clientes/{account}/promesas/{promise}/firma")
}

/// What a field of the page holds.
fn held(page: &str, name: &str) -> String {
    let at = page.find(&format!("name=\"{name}\"")).expect(name);
    let tag = &page[at..at + page[at..].find('>').expect("a tag")];
    let (_, value) = tag.split_once("value=\"").expect("a value");
    value.split('"').next().unwrap_or_default().to_owned()
}

/// The form of that page, with those fields typed in.
fn filled(page: &str, promise: &str, fields: &[(&str, &str)]) -> Vec<(String, String)> {
    let hidden = [
        ("kind", "sign".to_owned()),
        ("id", Uuid::now_v7().to_string()),
        ("seed", SEED.to_string()),
        ("matter", promise.to_owned()),
        ("language", held(page, "language")),
        ("digest", held(page, "digest")),
    ];
    let hidden = hidden.map(|(name, value)| (name.to_owned(), value));
    let fields = fields.iter();
    let fields = fields.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    hidden.into_iter().chain(fields).collect()
}

async fn sent(
    browser: &mut Browser,
    at: &str,
    form: &[(String, String)],
) -> axum::response::Response {
    let form: Vec<_> = form
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    browser.post(at, &form).await
}

async fn signed_so(
    browser: &mut Browser,
    account: &str,
    promise: &str,
    fields: &[(&str, &str)],
) -> Signed {
    let at = screen(account, promise);
    let page = text(browser.get(&at).await).await;
    let response = sent(browser, &at, &filled(&page, promise, fields)).await;
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    let to = location(&response);
    let (_, line) = to.split_once("/firmas/").expect("what was signed");
    Signed {
        promise: promise.to_owned(),
        line: line.to_owned(),
        link: Link::of_promise(&SEED).to_string(),
    }
}

/// A promise of that account, signed by hand.
pub(crate) async fn signed(browser: &mut Browser, account: &str) -> Signed {
    let promise = promised(browser, account).await;
    let fields = [("name", "Ana Ibáñez"), ("strokes", DRAWN)];
    signed_so(browser, account, &promise, &fields).await
}

async fn a_promise_is_read_back_signed_and_taken_away_without_scripts(on: Engine) {
    let fresh = fresh_on(on).await;
    let (mut browser, account) = open_account(&fresh).await;
    let promise = promised(&mut browser, &account).await;
    let cuenta = format!("/clientes/{account}");
    let at = screen(&account, &promise);
    let before = text(browser.get(&cuenta).await).await;
    assert!(before.contains("Leer y firmar") && before.contains(&format!("href=\"{at}\"")));
    let page = text(browser.get(&at).await).await;
    for told in [
        "Lo que le hemos prometido",
        "le dio su palabra el lunes, 8 de junio de 2026.",
        "es para Ferretería Ibáñez.",
        "Pagará 89,00 € al mes en total: 73,55 € de base y 15,45 € de IVA, al 21 %.",
        "Vale cada vez, sin fecha de fin.",
        "Se dijo así: «La cuota de siempre».",
    ] {
        assert!(page.contains(told), "{told}: {page}");
    }
    let english = text(browser.get(&format!("{at}?idioma=en")).await).await;
    assert!(english.contains("What we have promised you") && english.contains("€89.00 a month"));
    // Neither a name nor a signature: each says so at its place, and what was typed stays.
    let empty = filled(&page, &promise, &[("name", "Ana"), ("strokes", "")]);
    let refused = sent(&mut browser, &at, &empty).await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let refused = text(refused).await;
    assert!(refused.contains("Falta la firma") && refused.contains("value=\"Ana\""));
    let fields = [("name", "Ana Ibáñez"), ("strokes", ""), ("read", "yes")];
    let signed = signed_so(&mut browser, &account, &promise, &fields).await;
    let receipt = format!(
        "/clientes/{account}/promesas/{promise}/firmas/{}",
        signed.line
    );
    let page = text(browser.get(&receipt).await).await;
    for told in [
        "Sigue en pie.",
        "Pagará 89,00 € al mes en total",
        "Firmó escribiendo su nombre y marcando que lo había leído.",
        "Leído y firmado por Ana Ibáñez el lunes, 8 de junio de 2026, a las 10:00.",
        "Sello del registro",
        &format!("/p/{}", signed.link),
    ] {
        assert!(page.contains(told), "{told}: {page}");
    }
    let after = text(browser.get(&cuenta).await).await;
    assert!(after.contains("leyó y firmó la promesa") && after.contains("Firmada: ver el recibo"));
    assert!(after.contains(&format!("href=\"{receipt}\"")) && !after.contains("Leer y firmar"));
    let again = text(browser.get(&at).await).await;
    assert!(again.contains("Está firmada tal como está.") && !again.contains("<form method"));
}

async fn what_changed_since_it_was_read_is_read_again(on: Engine) {
    let fresh = fresh_on(on).await;
    let (mut browser, account) = open_account(&fresh).await;
    let promise = promised(&mut browser, &account).await;
    let at = screen(&account, &promise);
    let page = text(browser.get(&at).await).await;
    let fields = [
        ("matter", promise.as_str()),
        ("terms", "price"),
        ("amount", "99"),
        ("tax", "included"),
        ("rate", "21"),
        ("every", "month"),
        ("consent", "Con lo nuevo, sí"),
    ];
    let amended = browser
        .post(&format!("/clientes/{account}"), &typed("amend", &fields))
        .await;
    assert_eq!(amended.status(), StatusCode::SEE_OTHER);
    let drawn = [("name", "Ana Ibáñez"), ("strokes", DRAWN), ("read", "yes")];
    let old = filled(&page, &promise, &drawn);
    let refused = sent(&mut browser, &at, &old).await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let again = text(refused).await;
    assert!(again.contains("léala otra vez, como está ahora"), "{again}");
    assert!(again.contains("99,00 €") && !again.contains("Pagará 89,00 €"));
    assert!(
        !again.contains(DRAWN) && again.contains("value=\"Ana Ibáñez\""),
        "it is signed anew"
    );
    // Words that a browser sent are not what is sealed, through whichever door they come.
    let lie = "Lo que le hemos prometido\nPagará 0,00 €.";
    let digest = domain::text::Digest::of(&[lie.as_bytes()]).to_string();
    let mut forged = filled(&again, &promise, &drawn);
    forged.retain(|(name, _)| name != "digest");
    forged.push(("digest".to_owned(), digest));
    forged.push(("shown".to_owned(), lie.to_owned()));
    for door in [at.clone(), format!("/clientes/{account}")] {
        let refused = sent(&mut browser, &door, &forged).await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY, "{door}");
    }
    let mut honest = filled(&again, &promise, &drawn);
    honest.push(("shown".to_owned(), lie.to_owned()));
    let signed = sent(&mut browser, &at, &honest).await;
    assert_eq!(signed.status(), StatusCode::SEE_OTHER);
    let to = location(&signed).to_owned();
    let receipt = text(browser.get(&to).await).await;
    assert!(receipt.contains("Pagará 99,00 €") && !receipt.contains("0,00 €."));
    assert!(receipt.contains(DRAWN), "as it was drawn");
}

async fn a_link_opens_one_signature_and_a_wrong_one_nothing(on: Engine) {
    let fresh = fresh_on(on).await;
    let (mut browser, account) = open_account(&fresh).await;
    let signed = signed(&mut browser, &account).await;
    let mut nobody = fresh.browser();
    let page = nobody.get(&format!("/p/{}", signed.link)).await;
    assert_eq!(page.status(), StatusCode::OK);
    assert_eq!(page.headers()[header::REFERRER_POLICY], "no-referrer");
    assert_eq!(page.headers()[header::CACHE_CONTROL], "private, no-store");
    assert_eq!(page.headers()["x-robots-tag"], "noindex, nofollow");
    let page = text(page).await;
    assert!(page.contains("Pagará 89,00 € al mes") && page.contains("Sigue en pie."));
    assert!(page.contains("aria-label=\"Firma de Ana Ibáñez\"") && page.contains(DRAWN));
    for untold in [&account, &signed.promise] {
        assert!(!page.contains(untold), "{untold}");
    }
    let paper = nobody.get(&format!("/p/{}/recibo.pdf", signed.link)).await;
    assert_eq!(paper.status(), StatusCode::OK);
    assert_eq!(paper.headers()[header::REFERRER_POLICY], "no-referrer");
    // Other terms since, and the page says so; what was signed stays as it was.
    let fields = [
        ("matter", signed.promise.as_str()),
        ("terms", "price"),
        ("amount", "79"),
        ("tax", "included"),
        ("rate", "21"),
        ("every", "month"),
        ("consent", "Mejor así"),
    ];
    let amended = browser
        .post(&format!("/clientes/{account}"), &typed("amend", &fields))
        .await;
    assert_eq!(amended.status(), StatusCode::SEE_OTHER);
    let page = text(nobody.get(&format!("/p/{}", signed.link)).await).await;
    assert!(page.contains("Después se acordó otra cosa con usted: 79,00 € al mes"));
    assert!(page.contains("Pagará 89,00 € al mes"));
    let zeros = "0".repeat(32);
    let upper = signed.link.to_uppercase();
    for wrong in [zeros.as_str(), "uno", &upper, &signed.link[1..]] {
        for path in ["", "/recibo.pdf"] {
            let answer = nobody.get(&format!("/p/{wrong}{path}")).await;
            assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{wrong}{path}");
        }
    }
    // A claim's page opens no signature.
    let answer = nobody.get(&format!("/c/{}", signed.link)).await;
    assert_eq!(answer.status(), StatusCode::NOT_FOUND);
}

async fn a_signature_is_read_back_from_its_pdf_and_its_head_is_in_the_ledger(on: Engine) {
    let fresh = fresh_on(on).await;
    let (mut browser, account) = open_account(&fresh).await;
    let signed = signed(&mut browser, &account).await;
    let at = format!(
        "/clientes/{account}/promesas/{}/firmas/{}",
        signed.promise, signed.line
    );
    let before = pdf(&mut browser, &format!("{at}/recibo.pdf")).await;
    let said = read_back(&before, "pdftotext", &["-layout", "IN", "-"]);
    let flat = said.split_whitespace().collect::<Vec<_>>().join(" ");
    for told in [
        "Recibo de la promesa que firmó",
        "Pagará 89,00 € al mes en total: 73,55 € de base y 15,45 € de IVA, al 21 %.",
        "Se dijo así: «La cuota de siempre».",
        "Leído y firmado por Ana Ibáñez el lunes, 8 de junio de 2026, a las 10:00.",
    ] {
        assert!(flat.contains(told), "{told}: {flat}");
    }
    let id: domain::ids::AccountId = account.parse().expect("an id");
    let line = signed.line.parse().expect("a version");
    let head = fresh.app.ledger.head_at(id.into(), line).await;
    let head = head.expect("read").expect("a head").to_string();
    assert!(flat.contains(&head), "{head}: {flat}");
    let link = format!("http://127.0.0.1:3000/p/{}", signed.link);
    assert_eq!(decoded(&before).trim(), link, "the code opens the page");
    // A line more on the account, and the receipt is the same to the byte.
    let note = typed("note", &[("note", "Más tarde")]);
    browser.post(&format!("/clientes/{account}"), &note).await;
    assert_eq!(pdf(&mut browser, &format!("{at}/recibo.pdf")).await, before);
}

#[tokio::test]
async fn a_signatures_link_never_stands_in_the_log() {
    let fresh = fresh().await;
    let (mut browser, account) = open_account(&fresh).await;
    let signed = signed(&mut browser, &account).await;
    let mut nobody = fresh.browser();
    let (lines, _listening) = Lines::listening();
    for path in ["", "/recibo.pdf", "/"] {
        nobody.get(&format!("/p/{}{path}", signed.link)).await;
    }
    let said = lines.text();
    assert!(said.contains("/p/{signature}"), "{said}");
    assert!(!said.contains(&signed.link), "{said}");
}

#[tokio::test]
async fn who_does_not_serve_reads_nothing_and_signs_nothing() {
    let fresh: Fresh = fresh().await;
    let (mut browser, account) = open_account(&fresh).await;
    let signed = signed(&mut browser, &account).await;
    let at = format!("/clientes/{account}/promesas/{}", signed.promise);
    let line = format!("/firmas/{}", signed.line);
    let mut administrator = fresh.signed_in(&[Role::Administrator]).await;
    for path in ["/firma", &line, &format!("{line}/recibo.pdf")] {
        let answer = administrator.get(&format!("{at}{path}")).await;
        assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{path}");
    }
    let form = typed("sign", &[("matter", signed.promise.as_str())]);
    let answer = administrator.post(&format!("{at}/firma"), &form).await;
    assert_eq!(answer.status(), StatusCode::FORBIDDEN);
    // What is no promise of that account, and no line that signed it, has no page.
    let elsewhere = at.replace(&signed.promise, &account);
    for path in ["/firma", "/firmas/1", "/firmas/uno", "/firmas/1/recibo.pdf"] {
        let answer = browser.get(&format!("{elsewhere}{path}")).await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{path}");
    }
}
