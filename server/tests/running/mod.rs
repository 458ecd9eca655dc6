//! A house that the program itself serves: started, asked over real connections, killed or stopped, on a database of
//! its own. It refuses to know what is done to it: the cases do.

pub(crate) mod answer;
pub(crate) mod kept;
pub(crate) mod letters;
pub(crate) mod postgres;
pub(crate) mod serving;
pub(crate) mod visitor;

use std::time::Duration;

use crate::forms::typed;
use crate::program::Place;
use visitor::{Form, Visitor};

/// Whatever must come comes by then, on a busy machine too.
pub(crate) const SURELY: Duration = Duration::from_secs(30);

/// Awaits what must come.
pub(crate) async fn until(what: &str, mut is_so: impl AsyncFnMut() -> bool) {
    let mut again = tokio::time::interval(Duration::from_millis(10));
    let awaited = async {
        while !is_so().await {
            again.tick().await;
        }
    };
    let came = tokio::time::timeout(SURELY, awaited).await;
    came.unwrap_or_else(|_| panic!("never: {what}"));
}

/// The pages of that many new accounts.
pub(crate) async fn accounts(place: &Place, visitor: &Visitor, many: usize) -> Vec<String> {
    let ledger = place.ledger().await;
    let owner = ledger.credentials().await.expect("credentials")[0].person;
    ledger.close().await;
    let owner = owner.to_string();
    let mut paths = Vec::with_capacity(many);
    for n in 0..many {
        let name = format!("Ferretería {n}");
        let fields = [("name", name.as_str()), ("owner", owner.as_str())];
        let form = Form::new("/clientes", &typed("open_account", &fields));
        let answer = visitor.post(&form).await.expect("an answer");
        let to = answer.header("location");
        let to = to.unwrap_or_else(|| panic!("{answer:?}"));
        paths.push(to.split('#').next().expect("a path").to_owned());
    }
    paths
}

pub(crate) async fn account(place: &Place, visitor: &Visitor) -> String {
    accounts(place, visitor, 1).await.remove(0)
}

pub(crate) fn note(path: &str, body: &str) -> Form {
    Form::new(path, &typed("note", &[("note", body)]))
}
