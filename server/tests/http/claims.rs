//! What a customer takes away from a claim and comes back with: the key, the link, the receipt and its PDF.

use domain::context::Role;
use domain::key::{Key, Link};
use domain::text::Salt;
use http::{StatusCode, header};
use ledger::Engine;
use uuid::Uuid;

use crate::log::Lines;
use crate::paper::{decoded, pdf, read_back};
use crate::support::{Browser, Fresh, fresh, fresh_on, location, text};
use crate::writes::{self, open_account, typed};

on_both_engines![
    a_claim_taken_without_scripts_leads_to_its_key_and_what_to_say,
    a_key_tells_days_and_nobody,
    a_link_opens_one_claim_and_a_wrong_one_nothing,
    a_receipt_is_read_back_from_its_pdf_and_its_head_is_in_the_ledger,
    what_was_promised_and_kept_long_ago_stands_beside_a_claim_that_is_taken_in,
];

/// A claim that was taken in, and what its customer took away.
pub(crate) struct Claimed {
    account: String,
    pub(crate) claim: String,
    key: String,
    pub(crate) link: String,
}

/// A key is its seed's: each claim has one of its own. A price of 89,00 € that was promised, and an invoice of 107,69 €.
pub(crate) async fn claimed(browser: &mut Browser, account: &str, seed: u8) -> Claimed {
    let id = Uuid::now_v7().to_string();
    let seed = Salt([seed; 32]);
    let hex = seed.to_string();
    let fields = [
        ("kind", "claim"),
        ("id", id.as_str()),
        ("seed", hex.as_str()),
        ("claim_kind", "billing"),
        ("about", "unrecorded"),
        ("terms", "price"),
        ("amount", "89"),
        ("tax", "included"),
        ("rate", "21"),
        ("point.0", "Me dijeron 89 y la factura dice 107,69"),
        ("invoiced", "107,69"),
    ];
    let response = browser.post(&format!("/clientes/{account}"), &fields).await;
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    let to = location(&response).to_owned();
    let claim = to
        .strip_prefix(&format!("/clientes/{account}?reclamacion="))
        .and_then(|rest| rest.strip_suffix("#hecho"))
        .unwrap_or_else(|| panic!("leads to the claim: {to}"));
    Claimed {
        account: account.to_owned(),
        claim: claim.to_owned(),
        key: Key::minted(&seed).to_string(),
        link: Link::minted(&seed).to_string(),
    }
}

async fn taken(fresh: &Fresh) -> (Browser, Claimed) {
    let (mut browser, account) = open_account(fresh).await;
    let claimed = claimed(&mut browser, &account, 0xc1).await;
    (browser, claimed)
}

async fn a_claim_taken_without_scripts_leads_to_its_key_and_what_to_say(on: Engine) {
    let fresh = fresh_on(on).await;
    let (mut browser, claimed) = taken(&fresh).await;
    let at = format!(
        "/clientes/{}?reclamacion={}",
        claimed.account, claimed.claim
    );
    let page = text(browser.get(&at).await).await;
    assert!(
        page.contains(&format!("data-key=\"{}\"", claimed.key)),
        "the key"
    );
    assert!(page.contains(
        "Está hecho: usted paga 89,00 €, 18,69 € quedan en suspenso y se le abonan 18,69 €"
    ));
    assert!(page.contains("Pague 89,00 €."));
    let receipt = format!(
        "/clientes/{}/reclamaciones/{}",
        claimed.account, claimed.claim
    );
    assert!(page.contains(&format!("href=\"{receipt}/recibo.pdf\"")));
    let code = browser.get(&format!("{receipt}/qr.svg")).await;
    assert_eq!(code.headers()[header::CONTENT_TYPE], "image/svg+xml");
    assert!(text(code).await.starts_with("<svg"));
    let printed = text(browser.get(&receipt).await).await;
    assert!(printed.contains(&claimed.key) && printed.contains("Sello del registro"));
    // The page without the claim in its address says nothing of it by itself.
    let plain = text(browser.get(&format!("/clientes/{}", claimed.account)).await).await;
    assert!(!plain.contains("id=\"hecho\""));
    let elsewhere = receipt.replace(&claimed.claim, &claimed.account);
    assert_eq!(
        browser.get(&elsewhere).await.status(),
        StatusCode::NOT_FOUND
    );
}

async fn a_key_tells_days_and_nobody(on: Engine) {
    let fresh = fresh_on(on).await;
    let (_, claimed) = taken(&fresh).await;
    let mut nobody = fresh.browser();
    let typed = claimed.key.to_lowercase().replace('-', " ");
    let answer = nobody.post("/estado", &[("key", typed.as_str())]).await;
    assert_eq!(answer.status(), StatusCode::OK);
    let page = text(answer).await;
    for told in [
        "Recibida hoy.",
        "Respaldada hoy.",
        "Todavía sin contestar.",
        "Tendrá noticias nuestras",
    ] {
        assert!(page.contains(told), "{told}");
    }
    for untold in ["Ibáñez", "89", "factura", &claimed.link, &claimed.account] {
        assert!(!page.contains(untold), "{untold}");
    }
    let mut mistyped: Vec<char> = claimed.key.chars().collect();
    mistyped[0] = if mistyped[0] == '7' { '8' } else { '7' };
    let mistyped: String = mistyped.into_iter().collect();
    let answer = nobody.post("/estado", &[("key", mistyped.as_str())]).await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        text(answer)
            .await
            .contains("Alguna letra de la clave no es esa")
    );
    // Nine more may be tried from here within the hour, and not a tenth; what cannot be a key was no try.
    for n in 0..9_u8 {
        let other = Key::minted(&Salt([n; 32])).to_string();
        let answer = nobody.post("/estado", &[("key", other.as_str())]).await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND);
    }
    let answer = nobody
        .post("/estado", &[("key", claimed.key.as_str())])
        .await;
    assert_eq!(answer.status(), StatusCode::TOO_MANY_REQUESTS);
    assert!(!text(answer).await.contains("Recibida"));
    let mut elsewhere = Browser {
        address: ([10, 0, 0, 2], 5000).into(),
        ..fresh.browser()
    };
    let answer = elsewhere
        .post("/estado", &[("key", claimed.key.as_str())])
        .await;
    assert_eq!(answer.status(), StatusCode::OK);
}

async fn a_link_opens_one_claim_and_a_wrong_one_nothing(on: Engine) {
    let fresh = fresh_on(on).await;
    let (mut browser, claimed) = taken(&fresh).await;
    let other = self::claimed(&mut browser, &claimed.account, 0xc2).await;
    let mut nobody = fresh.browser();
    let page = nobody.get(&format!("/c/{}", claimed.link)).await;
    assert_eq!(page.status(), StatusCode::OK);
    assert_eq!(page.headers()[header::REFERRER_POLICY], "no-referrer");
    assert_eq!(page.headers()[header::CACHE_CONTROL], "private, no-store");
    assert_eq!(page.headers()["x-robots-tag"], "noindex, nofollow");
    let page = text(page).await;
    for told in [
        "Usted no tiene que hacer nada.",
        "Tendrá noticias nuestras",
        "En estudio",
        "Pague 89,00 €.",
    ] {
        assert!(page.contains(told), "{told}");
    }
    for untold in [
        "Ibáñez",
        &other.key,
        &other.link,
        &claimed.account,
        &claimed.claim,
    ] {
        assert!(!page.contains(untold), "{untold}");
    }
    for path in ["recibo", "recibo.pdf"] {
        let answer = nobody.get(&format!("/c/{}/{path}", claimed.link)).await;
        assert_eq!(answer.status(), StatusCode::OK, "{path}");
        assert_eq!(answer.headers()[header::REFERRER_POLICY], "no-referrer");
    }
    let zeros = "0".repeat(32);
    for wrong in [
        zeros.as_str(),
        "uno",
        &claimed.link.to_uppercase(),
        &claimed.link[1..],
    ] {
        for path in ["", "/recibo", "/recibo.pdf"] {
            let answer = nobody.get(&format!("/c/{wrong}{path}")).await;
            assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{wrong}{path}");
        }
    }
}

async fn a_receipt_is_read_back_from_its_pdf_and_its_head_is_in_the_ledger(on: Engine) {
    let fresh = fresh_on(on).await;
    let (mut browser, claimed) = taken(&fresh).await;
    let at = format!(
        "/clientes/{}/reclamaciones/{}/recibo.pdf",
        claimed.account, claimed.claim
    );
    let before = pdf(&mut browser, &at).await;
    let said = read_back(&before, "pdftotext", &["-layout", "IN", "-"]);
    for told in [
        claimed.key.as_str(),
        "Recibida el lunes, 8 de junio de 2026, a las 10:00",
        "Me dijeron 89 y la factura dice 107,69",
        "Pague 89,00 €.",
        "18,69 € quedan en suspenso",
        "se le abonan 18,69 €",
    ] {
        assert!(
            said.to_lowercase().contains(&told.to_lowercase()),
            "{told}: {said}"
        );
    }
    let account: domain::ids::AccountId = claimed.account.parse().expect("an id");
    let version = fresh
        .app
        .ledger
        .version(account.into())
        .await
        .expect("read");
    let head = fresh.app.ledger.head_at(account.into(), version).await;
    let head = head.expect("read").expect("a head").to_string();
    assert!(said.contains(&head), "{head}: {said}");
    let link = format!("http://127.0.0.1:3000/c/{}", claimed.link);
    assert!(said.contains(&link));
    assert_eq!(decoded(&before).trim(), link, "the code opens the page");
    // A line more on the account, and the receipt is the same to the byte.
    let note = crate::forms::typed("note", &[("note", "Más tarde")]);
    browser
        .post(&format!("/clientes/{}", claimed.account), &note)
        .await;
    assert_eq!(pdf(&mut browser, &at).await, before);
}

#[tokio::test]
async fn a_customers_link_never_stands_in_the_log() {
    let fresh = fresh().await;
    let (_, claimed) = taken(&fresh).await;
    let mut nobody = fresh.browser();
    let (lines, _listening) = Lines::listening();
    for path in ["", "/recibo", "/recibo.pdf", "/", "."] {
        nobody.get(&format!("/c/{}{path}", claimed.link)).await;
    }
    nobody
        .post("/estado", &[("key", claimed.key.as_str())])
        .await;
    let said = lines.text();
    assert_eq!(said.matches("answered").count(), 6, "{said}");
    assert!(said.contains("/c/{link}"), "{said}");
    assert!(
        !said.contains(&claimed.link) && !said.contains(&claimed.key),
        "{said}"
    );
}

#[tokio::test]
async fn who_does_not_serve_sees_no_receipt() {
    let fresh = fresh().await;
    let (_, claimed) = taken(&fresh).await;
    let mut administrator = fresh.signed_in(&[Role::Administrator]).await;
    let at = format!(
        "/clientes/{}/reclamaciones/{}",
        claimed.account, claimed.claim
    );
    for path in ["", "/recibo.pdf", "/qr.svg"] {
        let answer = administrator.get(&format!("{at}{path}")).await;
        assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{path}");
    }
}

async fn what_was_promised_and_kept_long_ago_stands_beside_a_claim_that_is_taken_in(on: Engine) {
    let fresh = fresh_on(on).await;
    let (mut browser, account) = open_account(&fresh).await;
    let path = format!("/clientes/{account}");
    let promise = [
        ("terms", "other"),
        ("what", "Afinar el piano cada otoño"),
        ("channel", "counter"),
    ];
    let matter = writes::promise(&mut browser, &path, &promise)
        .await
        .to_string();
    let keep = [("matter", matter.as_str()), ("evidence", "Parte 12")];
    let kept = browser.post(&path, &typed("keep", &keep)).await;
    assert_eq!(kept.status(), StatusCode::SEE_OTHER, "{}", text(kept).await);
    // A page of fifty rows, none of them its.
    for _ in 0..50 {
        let said = browser
            .post(&path, &typed("note", &[("note", "Nota")]))
            .await;
        assert_eq!(said.status(), StatusCode::SEE_OTHER);
    }
    let page = text(browser.get(&path).await).await;
    assert!(!page.contains("piano"), "it is out of sight: {page}");
    let page = text(browser.get(&format!("{path}?registrar=reclamacion")).await).await;
    let choice = format!("<option value=\"{matter}\"");
    assert!(page.contains(&choice), "it may be chosen: {page}");
    let claim = [
        ("about", matter.as_str()),
        ("claim_kind", "broken_promise"),
        ("point.0", "Nadie vino"),
    ];
    let refused = browser
        .post(
            &path,
            &typed("claim", &[&claim[..2], &[("point.0", "")]].concat()),
        )
        .await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let page = text(refused).await;
    assert!(
        page.contains(&format!("{choice} selected")),
        "still chosen: {page}"
    );
    let taken = browser.post(&path, &typed("claim", &claim)).await;
    assert_eq!(
        taken.status(),
        StatusCode::SEE_OTHER,
        "{}",
        text(taken).await
    );
}
