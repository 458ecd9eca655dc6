//! The files of investigations together: their list, who looked at one, its evidence, what its cost came to, and the
//! customer who was checked first and was right.

use domain::account::{MatterState, PromiseStage};
use domain::context::Role;
use domain::ids::AccountId;
use http::StatusCode;
use image::ImageFormat;
use ledger::Engine;

use crate::attachments::{PDF, bytes, form, picture, post};
use crate::forms::typed;
use crate::investigaciones::{self, asked};
use crate::registro::{Recorded, claimed, open_matter, person};
use crate::support::{Browser, Fresh, fresh_on, location, text};

on_both_engines![
    all_are_listed_for_who_leads_them_and_their_own_for_sellers,
    whoever_opens_a_file_stands_on_it,
    evidence_is_for_those_who_see_the_whole_file,
    a_cost_that_comes_each_month_says_what_it_came_to,
    who_was_checked_first_and_was_right_is_honoured_with_the_finding,
];

/// Whoever directs service and sales appoint somebody.
async fn defensor(fresh: &Fresh) -> Browser {
    let one = fresh
        .person("defensora@casa.example", &[Role::StoreStaff])
        .await;
    for role in [Role::ServiceDirector, Role::SalesDirector] {
        fresh.appoint(person(fresh, role).await, one).await;
    }
    fresh.session_of(one).await
}

async fn all_are_listed_for_who_leads_them_and_their_own_for_sellers(on: Engine) {
    let fresh = fresh_on(on).await;
    let mut director = fresh.signed_in(&[Role::ServiceDirector]).await;
    let empty = text(director.get("/investigaciones").await).await;
    assert!(empty.contains("No hay ninguna"), "{empty}");
    drop(director);
    let fresh = fresh_on(on).await;
    let mut case = claimed(&fresh, Recorded::Yes).await;
    let mut defensor = defensor(&fresh).await;
    let mut counter = fresh.signed_in(&[Role::StoreStaff]).await;
    let way = format!("href=\"{}\"", case.path());
    for browser in [&mut case.service, &mut defensor] {
        let page = text(browser.get("/investigaciones").await).await;
        assert!(
            page.contains(&way) && page.contains("service_director@"),
            "{page}"
        );
        assert!(!page.contains("En silencio"));
    }
    for path in ["/hoy", "/investigaciones", &case.path()] {
        let page = text(case.service.get(path).await).await;
        assert!(page.contains("Por qué esta fecha"), "{path}: {page}");
        assert!(
            page.contains("PAL-finding"),
            "{path} names the rule: {page}"
        );
    }
    let own = text(case.seller.get("/investigaciones").await).await;
    assert!(
        own.contains(&way) && own.contains("Falta tu declaración"),
        "{own}"
    );
    for browser in [&mut counter, &mut case.sales] {
        let page = text(browser.get("/investigaciones").await).await;
        assert!(!page.contains(&way), "{page}");
    }
    case.found_so().await;
    let page = text(case.service.get("/investigaciones").await).await;
    assert!(
        page.contains("En silencio desde"),
        "what is known is untold"
    );
    let own = text(case.seller.get("/investigaciones").await).await;
    assert!(
        !own.contains("En silencio"),
        "what was found is not theirs to see"
    );
}

async fn whoever_opens_a_file_stands_on_it(on: Engine) {
    let fresh = fresh_on(on).await;
    let mut case = claimed(&fresh, Recorded::Yes).await;
    let mut defensor = defensor(&fresh).await;
    let path = case.path();
    let theirs = text(case.seller.get(&path).await).await;
    assert!(!theirs.contains("Quién ha mirado"), "{theirs}");
    for browser in [&mut case.service, &mut defensor, &mut case.sales] {
        let page = text(browser.get(&path).await).await;
        let looks = page.split("Quién ha mirado").nth(1).expect("its looks");
        assert!(looks.contains("account_manager@casa.example"), "{looks}");
        assert!(looks.contains("service_director@casa.example"), "{looks}");
    }
    let account: AccountId = case.account.parse().expect("an id");
    let looks = fresh.app.ledger.looks(account, case.file, 10).await;
    assert_eq!(looks.expect("read").len(), 4, "each once in an hour");
}

async fn evidence_is_for_those_who_see_the_whole_file(on: Engine) {
    let fresh = fresh_on(on).await;
    let mut case = claimed(&fresh, Recorded::Yes).await;
    let mut defensor = defensor(&fresh).await;
    let door = format!("{}/adjuntos", case.path());
    let file = case.file.to_string();
    let fields = typed(
        "attach",
        &[("matter", &file), ("what", "La oferta impresa")],
    );
    let body = form(&fields, "oferta.png", &picture(ImageFormat::Png));
    for browser in [&mut case.seller, &mut case.sales, &mut defensor] {
        let refused = post(browser, &door, body.clone()).await;
        assert_eq!(refused.status(), StatusCode::FORBIDDEN);
    }
    // By the account's own door, too, its director alone adds it.
    let usual = format!("/clientes/{}/adjuntos", case.account);
    let refused = post(&mut case.seller, &usual, body.clone()).await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let taken = post(&mut case.service, &door, body).await;
    assert_eq!(taken.status(), StatusCode::SEE_OTHER);
    assert_eq!(location(&taken), format!("{}#pruebas", case.path()));
    let page = text(case.service.get(&case.path()).await).await;
    let start = format!("href=\"{door}/");
    let (_, rest) = page.split_once(&start).expect("a link");
    let id = rest.split('"').next().expect("an id").to_owned();
    let piece = format!("{door}/{id}");
    for browser in [&mut case.service, &mut defensor] {
        let response = browser.get(&piece).await;
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(response.headers()["content-type"], "image/png");
        assert_eq!(response.headers()["x-content-type-options"], "nosniff");
        assert!(image::load_from_memory(&bytes(response).await).is_ok());
    }
    for browser in [&mut case.seller, &mut case.sales] {
        assert_eq!(browser.get(&piece).await.status(), StatusCode::FORBIDDEN);
        let page = text(browser.get(&case_path(&door)).await).await;
        assert!(!page.contains("La oferta impresa"), "{page}");
    }
    for browser in [&mut case.service, &mut case.seller] {
        let elsewhere = format!("{usual}/{id}");
        assert_eq!(
            browser.get(&elsewhere).await.status(),
            StatusCode::NOT_FOUND
        );
        let account = format!("/clientes/{}", case.account);
        let page = text(browser.get(&account).await).await;
        assert!(
            !page.contains("La oferta impresa"),
            "the account never shows it"
        );
    }
    let fields = typed("attach", &[("matter", &file), ("what", "La <nota>")]);
    let broken = post(
        &mut case.service,
        &door,
        form(&fields, "nota.pdf", b"<html>"),
    )
    .await;
    assert_eq!(broken.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let page = text(broken).await;
    assert!(page.contains("no es una foto ni un PDF") && page.contains("La &lt;nota&gt;"));
    let fields = typed("attach", &[("matter", &file)]);
    let kept = post(&mut case.service, &door, form(&fields, "nota.pdf", PDF)).await;
    assert_eq!(kept.status(), StatusCode::SEE_OTHER);
}

/// The file of that door.
fn case_path(door: &str) -> String {
    door.trim_end_matches("/adjuntos").to_owned()
}

async fn a_cost_that_comes_each_month_says_what_it_came_to(on: Engine) {
    let fresh = fresh_on(on).await;
    let mut case = claimed(&fresh, Recorded::Yes).await;
    case.found_so().await;
    let (path, file) = (case.path(), case.file);
    let cost = [
        ("to", "cost_centre"),
        ("amount", "18,69"),
        ("monthly", "yes"),
        ("what", "Ventas"),
    ];
    let (status, said) = asked(&mut case.sales, &path, "attribute", file, &cost).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{said}");
    for browser in [&mut case.sales, &mut case.service] {
        let page = text(browser.get(&path).await).await;
        assert!(page.contains("Va 1 mes: 18,69"), "{page}");
        assert!(page.contains("Sigue mientras dure la promesa."), "{page}");
    }
    let theirs = text(case.seller.get(&path).await).await;
    assert!(!theirs.contains("18,69"), "{theirs}");
    for part in ["id=\"conclusion\"", "id=\"coste\"", "form-declaracion"] {
        assert!(
            !theirs.contains(part),
            "{part}: nothing is said that is not so"
        );
    }
}

async fn who_was_checked_first_and_was_right_is_honoured_with_the_finding(on: Engine) {
    let fresh = fresh_on(on).await;
    let (mut director, mut seller, account, first) = investigaciones::claimed(&fresh).await;
    fresh
        .person("ventas@casa.example", &[Role::SalesDirector])
        .await;
    let mut defensor = defensor(&fresh).await;
    let path = format!("/clientes/{account}/investigaciones/{first}");
    let wrong = [
        ("finding", "customer"),
        ("evidence", "Lo firmado dice 13 %"),
    ];
    let told: [(&str, &[(&str, &str)]); 3] = [
        ("conclude", &wrong),
        ("tell_finding", &[("outcome", "Lo firmado decía 13 %")]),
        ("ask_check_first", &[("evidence", "Lo firmado dice 13 %")]),
    ];
    for (kind, fields) in told {
        let (status, said) = asked(&mut director, &path, kind, first, fields).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{kind}: {said}");
    }
    let (status, said) = asked(&mut defensor, &path, "sign_check_first", first, &[]).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{said}");

    let page = format!("/clientes/{account}");
    let id: AccountId = account.parse().expect("an id");
    let terms = [("terms", "other"), ("what", "Montaje gratis")];
    let made = seller.post(&page, &typed("promise", &terms)).await;
    assert_eq!(made.status(), StatusCode::SEE_OTHER);
    let is_made = |state: &MatterState| matches!(state, MatterState::Promise(one) if one.stage == PromiseStage::Made);
    let promise = open_matter(&fresh, &account, is_made).await;
    let known = fresh.app.ledger.account(id, &[]).await.expect("read");
    let contacts = known.expect("there").head.expect("opened").contacts;
    let contact = contacts.keys().next().expect("a contact").to_string();
    let about = promise.to_string();
    let claim = [
        ("claim_kind", "broken_promise"),
        ("point.0", "Me lo cobraron"),
        ("about", about.as_str()),
        ("contact", contact.as_str()),
    ];
    let made = seller.post(&page, &typed("claim", &claim)).await;
    assert_eq!(made.status(), StatusCode::SEE_OTHER, "{}", text(made).await);
    let stage = async || {
        let known = fresh.app.ledger.account(id, &[promise]).await;
        let known = known.expect("read").expect("there");
        match &known.matters[&promise].state {
            MatterState::Promise(promise) => promise.stage,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(stage().await, PromiseStage::Made, "looked into first");
    let is_new = |state: &MatterState| matches!(state, MatterState::Investigation(one) if one.conclusion.is_none());
    let second = open_matter(&fresh, &account, is_new).await;
    let path = format!("/clientes/{account}/investigaciones/{second}");
    let right = [
        ("finding", "seller"),
        ("evidence", "La oferta impresa lo dice"),
    ];
    let (status, said) = asked(&mut director, &path, "conclude", second, &right).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{said}");
    assert_eq!(stage().await, PromiseStage::Honoured);
}
