//! What the server hands to a page beside its address, by context: a refused form's text, the state of a sign-in.
//! It refuses to say a sentence: reasons are codes and `words` has their text.

use domain::ids::{AccountId, CommandId, PersonId};
use domain::refusal::Refusal;
use serde::{Deserialize, Serialize};

/// A form as it came and was refused; given by context to the page that is rendered again with status 422.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Names and typed texts, in the order they came; the hidden ones too, the command's id among them.
    pub fields: Vec<(String, String)>,
    /// Why, field by field.
    pub refusals: Vec<Refusal>,
}

impl Draft {
    /// The text typed under a name.
    #[must_use]
    pub fn typed(&self, name: &str) -> Option<&str> {
        let field = self.fields.iter().find(|(field, _)| field == name);
        field.map(|(_, text)| text.as_str())
    }
}

/// Given by context to the pages `/entrar` and `/bienvenida/{token}`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignIn {
    /// The name as it was typed, where it is asked.
    pub name: String,
    /// The address as it was typed.
    pub email: String,
    /// Where to go once in: a path of ours, the hidden field `next`.
    pub next: String,
    /// Why it was refused.
    pub refusal: Option<SignInRefusal>,
    /// Whom the demo offers with one button each: a form that posts `demo` = their address; empty outside the demo.
    pub demo: Vec<DemoPerson>,
    /// `/bienvenida/{token}`: the link makes the first administrator, so a name and an address are asked as well.
    pub asks_name: bool,
}

/// Why somebody did not come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SignInRefusal {
    /// Address and password do not go together (or nobody has that address, or they are locked out).
    Wrong,
    /// Too many tries from here or for this address: wait a quarter of an hour.
    TooMany,
    /// The one-time link was used or is too old: ask for another.
    LinkSpent,
    /// The password is shorter than 12 characters.
    PasswordShort,
    /// The two passwords are not the same.
    PasswordsDiffer,
    /// A name is missing.
    NameMissing,
    /// A name that no list could show: too long, or with characters that cannot be seen.
    NameWrong,
    /// The address is not one.
    EmailWrong,
}

/// Given by context to every page: what whoever asks finds in the way between pages, beyond what everybody does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ways {
    /// The letters to customers: a director or an administrator looks.
    pub mail: bool,
    /// The investigations: whoever directs service, or the defensor, looks.
    pub files: bool,
    /// Whom they direct: a director of sales looks.
    pub team: bool,
    /// Their own record: whoever serves and directs nobody has one.
    pub record: Option<PersonId>,
}

/// Given by context to every page: whether there is a mail server that letters are handed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MailIsSet(pub bool);

/// Someone of the demo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemoPerson {
    /// Their address.
    pub email: String,
    /// Their name.
    pub name: String,
    /// The code of their first role, as `domain` writes it.
    pub role: String,
}

/// What became of a form that a script sent with `Accept: application/json` to its page's own address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// It happened.
    Applied {
        /// On that account.
        account: AccountId,
        /// By that command.
        command: CommandId,
        /// The version of its first fact.
        first: u64,
        /// The version of its last.
        last: u64,
    },
    /// It had happened already, by this very id.
    Duplicate {
        /// On that account.
        account: AccountId,
        /// By that command.
        command: CommandId,
        /// The version of its first fact, then.
        first: u64,
        /// The version of its last.
        last: u64,
    },
    /// It changes nothing.
    Unchanged {
        /// On that account.
        account: AccountId,
    },
    /// It may not be; status 422.
    Refused {
        /// Why, field by field.
        refusals: Vec<Refusal>,
    },
}
