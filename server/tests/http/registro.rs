//! The record of whoever gives words, over HTTP: theirs and their director's, with its lists, and nobody else's.

use domain::account::MatterState;
use domain::context::Role;
use domain::ids::{AccountId, MatterId, PersonId};
use http::StatusCode;
use ledger::Engine;

use crate::forms::typed;
use crate::investigaciones::asked;
use crate::support::{Browser, Fresh, fresh_on, text};
use crate::writes::{self, open_account};

on_both_engines![
    a_record_is_for_whose_it_is_and_for_who_directs_them,
    the_team_stands_by_name_without_a_figure,
    what_was_not_recorded_counts_once_a_finding_confirmed_it,
];

pub(crate) const PROMISED: &str = "Montaje gratis el sábado";

/// A price a month that its seller promised, claimed by the customer and honoured; and all who have part in it.
pub(crate) struct Claimed {
    pub(crate) seller: Browser,
    pub(crate) seller_id: PersonId,
    pub(crate) service: Browser,
    pub(crate) sales: Browser,
    pub(crate) account: String,
    pub(crate) file: MatterId,
}

impl Claimed {
    pub(crate) fn path(&self) -> String {
        format!("/clientes/{}/investigaciones/{}", self.account, self.file)
    }

    /// Found to be so, by the evidence of nobody's denying it.
    pub(crate) async fn found_so(&mut self) {
        let found = [("finding", "seller"), ("evidence", "Lo dijo y no lo niega")];
        let (path, file) = (self.path(), self.file);
        let (status, said) = asked(&mut self.service, &path, "conclude", file, &found).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{said}");
    }
}

/// The claim's `about`, and what stands beside it.
pub(crate) async fn claimed(fresh: &Fresh, recorded: Recorded) -> Claimed {
    let service = fresh.signed_in(&[Role::ServiceDirector]).await;
    let sales = fresh.signed_in(&[Role::SalesDirector]).await;
    let (mut seller, account) = open_account(fresh).await;
    let seller_id = person(fresh, Role::AccountManager).await;
    let path = format!("/clientes/{account}");
    let terms = [
        ("terms", "price"),
        ("amount", "89"),
        ("tax", "included"),
        ("rate", "21"),
        ("every", "month"),
        ("standing", "yes"),
        ("what", PROMISED),
    ];
    let by = seller_id.to_string();
    let mut claim = vec![
        ("claim_kind", "broken_promise"),
        ("point.0", "La factura dice otra cosa"),
        ("invoiced", "107,69"),
    ];
    let promise;
    match recorded {
        Recorded::Yes => {
            promise = writes::promise(&mut seller, &path, &terms)
                .await
                .to_string();
            claim.push(("about", promise.as_str()));
        }
        Recorded::No => {
            claim.extend([("about", "unrecorded"), ("by", by.as_str())]);
            claim.extend(terms);
        }
    }
    let made = seller.post(&path, &typed("claim", &claim)).await;
    assert_eq!(made.status(), StatusCode::SEE_OTHER, "{}", text(made).await);
    let file = open_matter(fresh, &account, |state| {
        matches!(state, MatterState::Investigation(_))
    });
    let file = file.await;
    Claimed {
        seller,
        seller_id,
        service,
        sales,
        account,
        file,
    }
}

/// Whether the word was recorded when it was given.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Recorded {
    Yes,
    No,
}

pub(crate) async fn open_matter(
    fresh: &Fresh,
    account: &str,
    wanted: impl Fn(&MatterState) -> bool,
) -> MatterId {
    let id: AccountId = account.parse().expect("an id");
    let known = fresh.app.ledger.account(id, &[]).await.expect("read");
    let known = known.expect("there").matters;
    let one = known.values().find(|one| wanted(&one.state));
    one.expect("such a matter").reference.id
}

/// The first person of that role.
pub(crate) async fn person(fresh: &Fresh, role: Role) -> PersonId {
    let house = fresh.app.ledger.house().await.expect("a house");
    let mut people = house.people.iter();
    *people
        .find(|(_, one)| one.roles.contains(&role))
        .expect("somebody")
        .0
}

async fn a_record_is_for_whose_it_is_and_for_who_directs_them(on: Engine) {
    let fresh = fresh_on(on).await;
    let mut case = claimed(&fresh, Recorded::Yes).await;
    let path = format!("/equipo/{}", case.seller_id);
    let mut counter = fresh.signed_in(&[Role::StoreStaff]).await;
    for (browser, heading) in [
        (&mut case.seller, "Mi registro"),
        (&mut case.sales, "account_manager@casa.example"),
    ] {
        let response = browser.get(&path).await;
        assert_eq!(response.status(), StatusCode::OK);
        let page = text(response).await;
        assert!(page.contains(heading), "{page}");
        assert!(page.contains("89,00"), "the list stands behind the count");
        let broken = text(browser.get(&format!("{path}?de=broken")).await).await;
        assert!(broken.contains("Ferretería"), "{broken}");
        let none = text(browser.get(&format!("{path}?de=kept")).await).await;
        assert!(!none.contains("Ferretería"));
    }
    for browser in [&mut counter, &mut case.service] {
        let response = browser.get(&path).await;
        assert_eq!(response.status(), StatusCode::FORBIDDEN);
        let page = text(response).await;
        assert!(
            page.contains("Lo ven esa persona y quien la dirige"),
            "{page}"
        );
        assert!(!page.contains("89,00") && !page.contains("Ferretería"));
        let person = case.seller_id.to_string();
        let read = browser.post("/api/registro", &[("person", &person)]).await;
        assert_eq!(read.status(), StatusCode::FORBIDDEN);
    }
    let nothing = case.seller.get("/equipo/nadie").await;
    assert_eq!(nothing.status(), StatusCode::NOT_FOUND);
    let page = text(case.seller.get("/hoy").await).await;
    assert!(page.contains(&format!("href=\"{path}\"")), "the way to it");
}

async fn the_team_stands_by_name_without_a_figure(on: Engine) {
    let fresh = fresh_on(on).await;
    let mut case = claimed(&fresh, Recorded::Yes).await;
    fresh
        .person("nuria@casa.example", &[Role::StoreStaff])
        .await;
    let page = text(case.sales.get("/equipo").await).await;
    assert!(page.contains(&format!("href=\"/equipo/{}\"", case.seller_id)));
    assert!(page.contains("nuria@casa.example"));
    assert!(
        !page.contains("service_director@casa.example"),
        "directors stand in nobody's team"
    );
    let main = page.split("<main").nth(1).expect("a page");
    let main = main.split("</main>").next().expect("its end");
    let told: String = main
        .split('<')
        .filter_map(|tag| Some(tag.split_once('>')?.1))
        .collect();
    assert!(!told.chars().any(|c| c.is_ascii_digit()), "{told}");
}

async fn what_was_not_recorded_counts_once_a_finding_confirmed_it(on: Engine) {
    let fresh = fresh_on(on).await;
    let mut case = claimed(&fresh, Recorded::No).await;
    let path = format!("/equipo/{}?de=unrecorded", case.seller_id);
    let before = text(case.seller.get(&path).await).await;
    assert!(before.contains("Solo cuenta lo que una investigación ha confirmado"));
    assert!(!before.contains("Ferretería"));
    case.found_so().await;
    let after = text(case.seller.get(&path).await).await;
    assert!(
        after.contains("Ferretería") && after.contains("89,00"),
        "{after}"
    );
    let found = format!("/equipo/{}?de=found_seller", case.seller_id);
    let found = text(case.sales.get(&found).await).await;
    assert!(
        found.contains(&format!("href=\"{}\"", case.path())),
        "{found}"
    );
    let (path, file) = (case.path(), case.file);
    let words = [("words", "La promesa se apunta en el acto")];
    let (status, said) = asked(&mut case.sales, &path, "instruct", file, &words).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{said}");
    let told = format!("/equipo/{}?de=instructed", case.seller_id);
    let told = text(case.seller.get(&told).await).await;
    assert!(told.contains("La promesa se apunta en el acto"), "{told}");
}
