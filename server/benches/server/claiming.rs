//! The machine's part of taking a claim about a recorded promise: the page with the form, the claim written and honoured,
//! the page with the key and what to say, the receipt's PDF. Beside a note written on the same page, which takes one
//! durable write as well.
//! It refuses sockets, and to count what a person takes to type.

use axum::body::Body;
use axum::response::Response;
use domain::ids::CommandId;
use http::{Request, StatusCode, header};
use http_body_util::BodyExt as _;
use tower::ServiceExt as _;
use uuid::Uuid;

use crate::filled::{House, body_of};
use crate::pairs::{at, interleaved, rate, timed};
use crate::rows::{Goal, Row};

const CLAIMS: usize = 10;

pub(crate) async fn measure(house: &House, rounds: usize) {
    let mut times = Vec::new();
    claims(house, &mut Vec::new()).await;
    let pair = interleaved(
        rounds,
        async || claims(house, &mut times).await,
        async || notes(house).await,
    )
    .await;
    let what = format!(
        "taking a claim about a recorded promise, from form to key, receipt and honoured promise, {}",
        house.filled.on
    );
    let name = format!("{what}, against writing a note, a second");
    Row::ratio(name, pair.ratio, Goal::Told).tell();
    for (part, share) in [("half within", 0.5), ("all but a hundredth within", 0.99)] {
        let name = format!("{what}: {part}");
        Row::figure(name, at(times.clone(), share), "ms").tell();
    }
}

/// How many a second; what each took goes to `times`, in milliseconds. The customer and the promise are there before.
async fn claims(house: &House, times: &mut Vec<f64>) -> f64 {
    let mut all = std::time::Duration::ZERO;
    for _ in 0..CLAIMS {
        let (page, promise) = promised(house).await;
        let ((), took) = timed(claim(house, &page, &promise)).await;
        all += took;
        times.push(took.as_secs_f64() * 1e3);
    }
    rate(CLAIMS, all)
}

async fn notes(house: &House) -> f64 {
    let mut all = std::time::Duration::ZERO;
    for _ in 0..CLAIMS {
        let (page, _) = promised(house).await;
        let noting = async {
            body_of(&house.router, house.page(&page)).await;
            let (_, form) = form("note=Llam%C3%B3+por+la+factura", "note");
            let to = posted(house, &page, &form).await;
            body_of(&house.router, house.page(&to)).await;
        };
        all += timed(noting).await.1;
    }
    rate(CLAIMS, all)
}

/// A customer's page, and the price that they were promised.
async fn promised(house: &House) -> (String, String) {
    let owner = house.filled.person;
    let (_, opened) = form(
        &format!("name=Ferreter%C3%ADa+Ib%C3%A1%C3%B1ez&account_kind=consumer&owner={owner}"),
        "open_account",
    );
    let page = posted(house, "/clientes", &opened).await;
    let (id, given) = form(
        "terms=price&amount=89&tax=included&rate=21&every=month&span=standing&what=Fibra",
        "promise",
    );
    posted(house, &page, &given).await;
    (page, id.derive(0).to_string())
}

async fn claim(house: &House, page: &str, promise: &str) {
    body_of(&house.router, house.page(page)).await;
    let asked = format!(
        "claim_kind=billing&about={promise}&point.0=La+factura+dice+107%2C69&invoiced=107%2C69&hearing="
    );
    let (_, claim) = form(&asked, "claim");
    let to = posted(house, page, &claim).await;
    let done = body_of(&house.router, house.page(&to)).await;
    assert!(String::from_utf8_lossy(&done).contains("data-key="));
    let (_, claim) = to.split_once("?reclamacion=").expect("leads to the claim");
    let receipt = format!("{page}/reclamaciones/{claim}/recibo.pdf");
    let receipt = body_of(&house.router, house.page(&receipt)).await;
    assert!(receipt.starts_with(b"%PDF"));
}

/// A form with its hidden part.
fn form(fields: &str, kind: &str) -> (CommandId, String) {
    let id = CommandId::from_uuid(Uuid::now_v7());
    let seed = format!("{0}{0}", Uuid::now_v7().simple());
    (id, format!("kind={kind}&id={id}&seed={seed}&{fields}"))
}

/// Where it leads.
async fn posted(house: &House, path: &str, form: &str) -> String {
    let request: Request<Body> = house.read(path, form);
    let response: Response = house
        .router
        .clone()
        .oneshot(request)
        .await
        .expect("an answer");
    let (status, to) = (
        response.status(),
        response.headers().get(header::LOCATION).cloned(),
    );
    let body = response
        .into_body()
        .collect()
        .await
        .expect("a body")
        .to_bytes();
    assert_eq!(
        status,
        StatusCode::SEE_OTHER,
        "{}",
        String::from_utf8_lossy(&body)
    );
    let to = to.expect("a place").to_str().expect("a path").to_owned();
    to.split('#').next().expect("a path").to_owned()
}
