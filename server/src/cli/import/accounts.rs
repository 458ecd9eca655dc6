//! Rows that are customers: a name, and what is known of how to reach them.
//! It refuses a row without a key or without a name.

use domain::account::{AccountKind, Channel, Language};
use domain::command::{AccountCommand, NewContact};

use super::cells::quoted;
use super::columns::{Columns, Field, IsDate, fold};
use super::rows::{Reading, Stated, digest};
use super::split::Record;

const fn text(name: &'static str, usual: &'static str) -> Field {
    Field {
        name,
        is_date: IsDate::No,
        usual,
    }
}

/// What a row of customers may say.
pub(super) const FIELDS: &[Field] = &[
    text(
        "name",
        "nombre razonsocial nombrecliente cliente name customername companyname company customer",
    ),
    text("tax_id", "nif cif nifcif cifnif dni taxid vatnumber vat"),
    text("kind", "tipo tipocliente kind type segment"),
    text(
        "contact",
        "contacto personacontacto personadecontacto contact contactname",
    ),
    text("phone", "telefono movil tfno tel phone mobile phonenumber"),
    text("email", "correo email correoelectronico mail"),
];

/// A customer with a key of their own.
pub(super) fn account(
    reading: &Reading,
    columns: &Columns,
    record: &Record,
    key: &str,
) -> Result<Stated, String> {
    let said = |field: &str| columns.cell(record, field);
    let customer = Customer {
        name: said("name"),
        tax_id: said("tax_id"),
        kind: said("kind"),
        contact: said("contact"),
        phone: said("phone"),
        email: said("email"),
    };
    customer.stated(reading, key, format!("account/{key}"), record.line)
}

/// What a file says of a customer.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Customer<'a> {
    pub(super) name: &'a str,
    pub(super) tax_id: &'a str,
    pub(super) kind: &'a str,
    pub(super) contact: &'a str,
    pub(super) phone: &'a str,
    pub(super) email: &'a str,
}

impl Customer<'_> {
    pub(super) fn stated(
        &self,
        reading: &Reading,
        key: &str,
        mark: String,
        line: u64,
    ) -> Result<Stated, String> {
        let account = reading.account(key);
        let words = format!("account/{key}");
        let text = |field: &str, body: &str| reading.text(&words, field, body);
        let name = text("name", self.name).ok_or("its name is empty")?;
        let kind = kind(self.kind).ok_or_else(|| {
            format!(
                "kind: {} is neither consumer nor business",
                quoted(self.kind)
            )
        })?;
        let is_reachable = [self.contact, self.phone, self.email]
            .iter()
            .any(|said| !said.is_empty());
        let contact = is_reachable.then(|| NewContact {
            contact: reading.contact(key),
            name: text("contact", self.contact).unwrap_or_else(|| name.clone()),
            phone: text("phone", self.phone),
            email: text("email", self.email),
            channel: Channel::Call,
            language: Language::Es,
        });
        let said = [
            self.name,
            self.tax_id,
            self.kind,
            self.contact,
            self.phone,
            self.email,
        ];
        Ok(Stated {
            line,
            mark,
            account,
            digest: digest(&said),
            happened_at: reading.now,
            command: AccountCommand::ImportAccount {
                account_kind: (!self.kind.is_empty()).then_some(kind),
                name,
                tax_id: text("tax_id", self.tax_id),
                store: reading.store,
                owner: reading.owner,
                contact,
            },
        })
    }
}

/// A consumer where nothing is said: the law gives them the earlier dates.
fn kind(said: &str) -> Option<AccountKind> {
    match fold(said).as_str() {
        "" | "consumer" | "consumidor" | "particular" | "persona" | "individual" | "c" | "p" => {
            Some(AccountKind::Consumer)
        }
        "business" | "empresa" | "profesional" | "autonomo" | "company" | "corporate"
        | "homeoffice" | "e" | "b" => Some(AccountKind::Business),
        _ => None,
    }
}
