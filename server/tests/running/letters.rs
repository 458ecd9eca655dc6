//! Customers who are written to: a contact with an address, and claims of hers, each of which causes a letter.

use crate::forms::typed;
use crate::program::Place;

use super::account;
use super::visitor::{Form, Visitor};

/// What makes a server write to that mail server.
pub(crate) fn writing_to(smtp: std::net::SocketAddr) -> [(&'static str, String); 2] {
    [
        ("PALABRA_SMTP_URL", format!("smtp://{smtp}")),
        (
            "PALABRA_MAIL_FROM",
            "La Casa <hola@casa.example>".to_owned(),
        ),
    ]
}

/// A customer who has an address.
#[derive(Debug, Clone)]
pub(crate) struct Eva {
    path: String,
    contact: String,
}

impl Eva {
    pub(crate) async fn of(place: &Place, visitor: &Visitor) -> Self {
        let path = account(place, visitor).await;
        let fields = [("contact_name", "Eva Sanz"), ("email", "eva@ejemplo.es")];
        let form = Form::new(&path, &typed("contact", &fields));
        let answer = visitor.post(&form).await.expect("an answer");
        assert_eq!(answer.status, 303, "{answer:?}");
        let ledger = place.ledger().await;
        let id = path
            .trim_start_matches("/clientes/")
            .parse()
            .expect("an id");
        let known = ledger.account(id, &[]).await.expect("read");
        ledger.close().await;
        let head = known.expect("an account").head.expect("a customer");
        let contact = head.contacts.keys().next().expect("Eva").to_string();
        Self { path, contact }
    }

    pub(crate) async fn claims(&self, visitor: &Visitor) {
        let fields = [
            ("claim_kind", "treatment"),
            ("contact", self.contact.as_str()),
            ("point.0", "Nadie me atendió"),
        ];
        let form = Form::new(&self.path, &typed("claim", &fields));
        let answer = visitor.post(&form).await.expect("an answer");
        assert_eq!(answer.status, 303, "{answer:?}");
    }
}
