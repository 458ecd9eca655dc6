//! Every endpoint that is mounted, asked as nobody and as each role; the golden file lists them all with what they
//! answer. A newcomer that the table of `access` does not name answers nobody, and fails here.

use domain::context::Role;
use server::access;
use server::auth::guard::May;

use crate::claims;
use crate::firmas;
use crate::support::{Browser, Fresh, fresh};
use crate::writes::open_account;

const GOLDEN: &str = include_str!("../endpoints.txt");

#[tokio::test]
async fn every_endpoint_answers_each_role_as_the_golden_file_says() {
    let fresh = fresh().await;
    let (mut browser, account) = open_account(&fresh).await;
    let claimed = claims::claimed(&mut browser, &account, 0xc1).await;
    let signed = firmas::signed(&mut browser, &account).await;
    let version = fresh.app.ledger.house().await.expect("a house").version;
    let mut found = String::from(HEAD);
    for endpoint in &fresh.endpoints {
        assert_ne!(
            endpoint.may,
            May::Nobody,
            "{} {} is not in the table of access",
            endpoint.method,
            endpoint.path
        );
        let path = endpoint
            .path
            .replace("{id}", &account)
            .replace("{asunto}", &uuid::Uuid::nil().to_string())
            .replace("{attachment}", &"0".repeat(32))
            .replace("{claim}", &claimed.claim)
            .replace("{link}", &claimed.link)
            .replace("{persona}", &uuid::Uuid::nil().to_string())
            .replace("{line}", &signed.line)
            .replace("{matter}", &signed.promise)
            .replace("{signature}", &signed.link)
            .replace("{token}", &"0".repeat(64))
            .replace("{version}", &version.to_string());
        let mut line = format!("{:4} {:24}", endpoint.method.as_str(), endpoint.path);
        let mut nobody = fresh.browser();
        line.push_str(&format!(
            " {}",
            nobody.ask(&endpoint.method, &path, "*/*").await.as_u16()
        ));
        for role in Role::ALL {
            let mut browser = signed_in_anew(&fresh, role).await;
            line.push_str(&format!(
                " {}",
                browser.ask(&endpoint.method, &path, "*/*").await.as_u16()
            ));
        }
        found.push_str(line.trim_end());
        found.push('\n');
    }
    assert_eq!(
        found, GOLDEN,
        "server/tests/endpoints.txt should read:\n{found}"
    );
}

const HEAD: &str = "\
# Who may ask for what: the status of each endpoint for nobody, then for account_manager, store_staff, logistics,
# sales_director, service_director, defensor, administrator. Forms and reads are sent empty, so 400 and 415 mean: let in.
";

#[tokio::test]
async fn every_row_of_the_table_is_mounted() {
    let fresh = fresh().await;
    let mounted: Vec<_> = fresh
        .endpoints
        .iter()
        .map(|one| (one.method.clone(), one.path.clone()))
        .collect();
    assert_eq!(access::unmounted(&mounted), Vec::<String>::new());
}

/// A session of its own each time, since some endpoints end it.
async fn signed_in_anew(fresh: &Fresh, role: Role) -> Browser {
    let email = format!("{}.endpoint@casa.example", role.code());
    let known = fresh
        .app
        .ledger
        .credential_by_email(&email)
        .await
        .expect("credentials");
    let person = match known {
        Some(known) => known.person,
        None if role == Role::Defensor => defensor(fresh, &email).await,
        None => fresh.person(&email, &[role]).await,
    };
    fresh.session_of(person).await
}

/// Two directors appoint a defensor; nothing else can.
async fn defensor(fresh: &Fresh, email: &str) -> domain::ids::PersonId {
    let person = fresh.person(email, &[Role::StoreStaff]).await;
    let mut directors = Vec::new();
    for role in [Role::SalesDirector, Role::ServiceDirector] {
        directors.push(
            fresh
                .person(&format!("{}.appoints@casa.example", role.code()), &[role])
                .await,
        );
    }
    for director in directors {
        fresh.appoint(director, person).await;
    }
    person
}
