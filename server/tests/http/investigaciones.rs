//! The file of an investigation over HTTP: it opens with the honoured claim, each sees of it what is theirs, and a contact
//! is checked first only once the defensor has signed as well.

use domain::account::{MatterState, Trust};
use domain::context::Role;
use domain::ids::{AccountId, MatterId};
use http::StatusCode;
use ledger::Engine;

use crate::forms::typed;
use crate::support::{Browser, Fresh, fresh_on, text};
use crate::writes::open_account;

on_both_engines![
    each_sees_of_the_file_what_is_theirs,
    a_contact_is_checked_first_by_two_signatures,
    what_cannot_be_comes_back_with_its_reason,
    a_file_that_is_not_there_is_404,
];

const SECRET: &str = "Lo dije yo, sin apuntarlo";

/// A claim of a promise, honoured; whoever directs service is there before it.
pub(crate) async fn claimed(fresh: &Fresh) -> (Browser, Browser, String, MatterId) {
    let director = fresh.signed_in(&[Role::ServiceDirector]).await;
    let (mut seller, account) = open_account(fresh).await;
    let path = format!("/clientes/{account}");
    let contact = typed(
        "contact",
        &[("contact_name", "Ana Ibáñez"), ("phone", "600111222")],
    );
    assert_eq!(
        seller.post(&path, &contact).await.status(),
        StatusCode::SEE_OTHER
    );
    let id: AccountId = account.parse().expect("an id");
    let known = fresh
        .app
        .ledger
        .account(id, &[])
        .await
        .expect("read")
        .expect("there");
    let contact = known.head.expect("opened").contacts.keys().next().copied();
    let contact = contact.expect("a contact").to_string();
    let claim = typed(
        "claim",
        &[
            ("claim_kind", "broken_promise"),
            ("point.0", "Me prometieron un 30 %"),
            ("contact", contact.as_str()),
        ],
    );
    let answer = seller.post(&path, &claim).await;
    assert_eq!(
        answer.status(),
        StatusCode::SEE_OTHER,
        "{}",
        text(answer).await
    );
    let known = fresh
        .app
        .ledger
        .account(id, &[])
        .await
        .expect("read")
        .expect("there");
    let is_file = |state: &MatterState| matches!(state, MatterState::Investigation(_));
    let file = known.matters.values().find(|one| is_file(&one.state));
    let file = file.expect("an investigation").reference.id;
    (director, seller, account, file)
}

pub(crate) async fn asked(
    browser: &mut Browser,
    path: &str,
    kind: &str,
    file: MatterId,
    fields: &[(&str, &str)],
) -> (StatusCode, String) {
    let file = file.to_string();
    let all = [&[("matter", file.as_str())], fields].concat();
    let response = browser.post(path, &typed(kind, &all)).await;
    (response.status(), text(response).await)
}

async fn each_sees_of_the_file_what_is_theirs(on: Engine) {
    let fresh = fresh_on(on).await;
    let (mut director, mut seller, account, file) = claimed(&fresh).await;
    let path = format!("/clientes/{account}/investigaciones/{file}");
    let me = fresh.app.ledger.house().await.expect("a house");
    let is_seller = |roles: &[Role]| roles.contains(&Role::AccountManager);
    let me = me
        .people
        .iter()
        .find(|(_, person)| is_seller(&person.roles))
        .expect("the seller");
    let by = format!("person.{}", me.0);
    let (status, said) = asked(
        &mut seller,
        &path,
        "statement",
        file,
        &[("by", &by), ("words", SECRET)],
    )
    .await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{said}");
    let mut counter = fresh.signed_in(&[Role::StoreStaff]).await;
    for (browser, sees) in [
        (&mut director, true),
        (&mut seller, true),
        (&mut counter, false),
    ] {
        let page = text(browser.get(&path).await).await;
        assert_eq!(page.contains(SECRET), sees);
        let cuenta = text(browser.get(&format!("/clientes/{account}")).await).await;
        assert!(!cuenta.contains(SECRET), "the account page never shows it");
    }
}

async fn a_contact_is_checked_first_by_two_signatures(on: Engine) {
    let fresh = fresh_on(on).await;
    let (mut director, _, account, file) = claimed(&fresh).await;
    let path = format!("/clientes/{account}/investigaciones/{file}");
    let house = fresh.app.ledger.house().await.expect("a house");
    let people = &house.people;
    let service = people
        .iter()
        .find(|(_, one)| one.roles.contains(&Role::ServiceDirector));
    let service = *service.expect("a director").0;
    let sales = fresh
        .person("ventas@casa.example", &[Role::SalesDirector])
        .await;
    let defensor = fresh
        .person("defensora@casa.example", &[Role::StoreStaff])
        .await;
    fresh.appoint(service, defensor).await;
    fresh.appoint(sales, defensor).await;
    let mut defensor = fresh.session_of(defensor).await;
    let found = [
        ("finding", "customer"),
        ("evidence", "Lo firmado dice 13 %"),
    ];
    for (kind, fields) in [
        ("conclude", &found[..]),
        ("tell_finding", &[("outcome", "Lo firmado decía 13 %")]),
        ("ask_check_first", &[("evidence", "Lo firmado dice 13 %")]),
    ] {
        let (status, said) = asked(&mut director, &path, kind, file, fields).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{kind}: {said}");
    }
    let id: AccountId = account.parse().expect("an id");
    let trust = async || {
        let known = fresh
            .app
            .ledger
            .account(id, &[])
            .await
            .expect("read")
            .expect("there");
        let contacts = known.head.expect("opened").contacts;
        contacts.values().next().expect("a contact").trust
    };
    assert_eq!(
        trust().await,
        Trust::Believed,
        "one signature changes nothing"
    );
    let (status, _) = asked(&mut director, &path, "sign_check_first", file, &[]).await;
    assert_eq!(
        status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "the second is the defensor's"
    );
    let (status, said) = asked(&mut defensor, &path, "sign_check_first", file, &[]).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{said}");
    assert!(matches!(trust().await, Trust::CheckFirst { .. }));
    let (status, _) = asked(
        &mut defensor,
        &path,
        "lift_check_first",
        file,
        &[("reasons", "No lo leyó ella")],
    )
    .await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert_eq!(trust().await, Trust::Believed);
}

async fn what_cannot_be_comes_back_with_its_reason(on: Engine) {
    let fresh = fresh_on(on).await;
    let (mut director, _, account, file) = claimed(&fresh).await;
    let path = format!("/clientes/{account}/investigaciones/{file}");
    let cases: [(&str, &[(&str, &str)]); 4] = [
        ("conclude", &[("finding", "seller"), ("evidence", " ")]),
        ("conclude", &[("finding", "process"), ("evidence", "x")]),
        ("ask_check_first", &[("evidence", "x")]),
        ("tell_finding", &[("outcome", "x")]),
    ];
    for (kind, fields) in cases {
        let (status, page) = asked(&mut director, &path, kind, file, fields).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{kind}");
        assert!(
            page.contains("No se ha guardado"),
            "{kind}: its reason stands on the page"
        );
    }
    let mut sales = fresh.signed_in(&[Role::SalesDirector]).await;
    let fields = [("to", "payroll"), ("amount", "10"), ("what", "x")];
    let (status, page) = asked(&mut sales, &path, "attribute", file, &fields).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("nunca"), "never to pay");
}

async fn a_file_that_is_not_there_is_404(on: Engine) {
    let fresh = fresh_on(on).await;
    let (mut director, _, account, _) = claimed(&fresh).await;
    let unknown = MatterId::from_uuid(uuid::Uuid::from_u128(9));
    for path in [
        format!("/clientes/{account}/investigaciones/{unknown}"),
        format!("/clientes/{account}/investigaciones/nada"),
    ] {
        assert_eq!(
            director.get(&path).await.status(),
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
}
