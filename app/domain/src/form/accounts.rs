//! The account, its people, what was said, and dues that move.

use super::{CONTACT, Reading};
use crate::account::{AccountKind, Channel, Language};
use crate::command::{AccountCommand, NewContact};
use crate::deadline::DueKind;
use crate::fact::{Cost, Direction, Outcome};
use crate::ids::ContactId;
use crate::refusal::Why;
use crate::search::digits;

pub(super) const CHANNELS: &[(&str, Channel)] = &[
    ("call", Channel::Call),
    ("visit", Channel::Visit),
    ("counter", Channel::Counter),
    ("email", Channel::Email),
    ("message", Channel::Message),
];

/// The languages a customer may be answered in, each by its code.
pub(super) fn languages() -> [(&'static str, Language); 5] {
    Language::ALL.map(|language| (language.code(), language))
}

const KINDS: &[(&str, AccountKind)] = &[
    ("consumer", AccountKind::Consumer),
    ("business", AccountKind::Business),
];

const DIRECTIONS: &[(&str, Direction)] = &[
    ("incoming", Direction::Incoming),
    ("outgoing", Direction::Outgoing),
];

const OUTCOMES: &[(&str, Outcome)] = &[
    ("reached", Outcome::Reached),
    ("not_reached", Outcome::NotReached),
    ("message_left", Outcome::MessageLeft),
];

const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 6..=15;

impl Reading<'_> {
    /// Fields `name`, `tax_id`, `account_kind`, `owner`, and a contact's where `contact_name` or `phone` is given.
    pub(super) fn open_account(&mut self) -> Option<AccountCommand> {
        let name = self.fields.said("name", &mut self.pen, Why::Missing);
        let tax_id = self.fields.text("tax_id", &mut self.pen);
        let account_kind = self
            .fields
            .choice("account_kind", Some(AccountKind::Consumer), KINDS);
        let owner = self.fields.id_said("owner", Why::NoSuchPerson);
        let has_contact = ["contact_name", "phone", "email"]
            .iter()
            .any(|field| !self.fields.get(field).is_empty());
        let contact = if has_contact {
            Some(self.new_contact("name")?)
        } else {
            None
        };
        Some(AccountCommand::OpenAccount {
            account_kind: account_kind?,
            name: name?,
            tax_id,
            store: self.cx.store,
            owner: owner?,
            contact,
        })
    }

    pub(super) fn contact_command(&mut self) -> Option<AccountCommand> {
        let contact = self.new_contact("contact_name")?;
        Some(AccountCommand::AddContact { contact })
    }

    /// Fields `contact` (to tell one anew), `contact_name` (or `unless_named`), `phone`, `email`, `channel`, `language`.
    fn new_contact(&mut self, unless_named: &str) -> Option<NewContact> {
        let known = self.fields.id("contact", Why::NoSuchContact);
        let contact = known.unwrap_or_else(|| ContactId::from_uuid(self.id.derive(CONTACT)));
        let field = match self.fields.get("contact_name") {
            "" => unless_named,
            _ => "contact_name",
        };
        let name = self.fields.said(field, &mut self.pen, Why::Missing);
        let phone = self.phone();
        let email = self.email();
        let channel = self.fields.choice("channel", Some(Channel::Call), CHANNELS);
        let language = self
            .fields
            .choice("language", Some(Language::Es), &languages());
        Some(NewContact {
            contact,
            name: name?,
            phone,
            email,
            channel: channel?,
            language: language?,
        })
    }

    fn phone(&mut self) -> Option<crate::text::Text> {
        let typed = self.fields.get("phone");
        let is_phone = PHONE_DIGITS.contains(&digits(typed).len())
            && typed
                .chars()
                .all(|c| c.is_ascii_digit() || " +-().".contains(c));
        if !typed.is_empty() && !is_phone {
            self.fields.refuse("phone", Why::NotAPhone);
        }
        self.fields.text("phone", &mut self.pen)
    }

    fn email(&mut self) -> Option<crate::text::Text> {
        let typed = self.fields.get("email");
        let is_email = typed.split_once('@').is_some_and(|(who, at)| {
            !who.is_empty()
                && at.contains('.')
                && !at.contains('@')
                && !typed.contains(char::is_whitespace)
        });
        if !typed.is_empty() && !is_email {
            self.fields.refuse("email", Why::NotAnEmail);
        }
        self.fields.text("email", &mut self.pen)
    }

    pub(super) fn owner(&mut self) -> Option<AccountCommand> {
        let owner = self.fields.id_said("owner", Why::NoSuchPerson)?;
        Some(AccountCommand::AssignOwner { owner })
    }

    pub(super) fn matter_owner(&mut self) -> Option<AccountCommand> {
        let matter = self.fields.id_said("matter", Why::NoSuchMatter);
        let owner = self.fields.id_said("owner", Why::NoSuchPerson);
        Some(AccountCommand::AssignMatter {
            matter: matter?,
            owner: owner?,
        })
    }

    /// Fields `matter`, `channel`, `direction`, `contact`, `outcome`, `minutes`, `trips`, `transfers`, `note`.
    pub(super) fn interaction(&mut self) -> Option<AccountCommand> {
        let matter = self.fields.id("matter", Why::NoSuchMatter);
        let channel = self.fields.choice("channel", Some(Channel::Call), CHANNELS);
        let direction = self
            .fields
            .choice("direction", Some(Direction::Outgoing), DIRECTIONS);
        let contact = self.fields.id("contact", Why::NoSuchContact);
        let outcome = self
            .fields
            .choice("outcome", Some(Outcome::Reached), OUTCOMES);
        let minutes = self.fields.number("minutes", 0);
        let trips = self.fields.number("trips", 0);
        let transfers = self.fields.number("transfers", 0);
        let note = self.fields.text("note", &mut self.pen);
        Some(AccountCommand::RecordInteraction {
            matter,
            channel: channel?,
            direction: direction?,
            contact,
            outcome: outcome?,
            cost: Cost {
                minutes: minutes?,
                trips: trips?,
                transfers: transfers?,
            },
            note,
        })
    }

    pub(super) fn note(&mut self) -> Option<AccountCommand> {
        let matter = self.fields.id("matter", Why::NoSuchMatter);
        let note = self.fields.said("note", &mut self.pen, Why::Missing)?;
        Some(AccountCommand::AddNote { matter, note })
    }

    pub(super) fn correct(&mut self) -> Option<AccountCommand> {
        let version = self.fields.number("version", 0);
        let note = self.fields.said("note", &mut self.pen, Why::Missing);
        Some(AccountCommand::Correct {
            version: version?,
            note: note?,
        })
    }

    /// Fields `matter`, `due` (a code, and `remedy.0` for a remedy), `to`, `reason`.
    pub(super) fn move_due(&mut self) -> Option<AccountCommand> {
        let matter = self.fields.id_said("matter", Why::NoSuchMatter);
        let to = self.fields.date_said("to");
        let reason = self.fields.said("reason", &mut self.pen, Why::NoReason);
        let due = DueKind::from_code(self.fields.get("due"));
        if due.is_none() {
            self.fields.refuse("due", Why::NoSuchDue);
        }
        Some(AccountCommand::MoveDue {
            matter: matter?,
            due: due?,
            to: to?,
            reason: reason?,
        })
    }
}
