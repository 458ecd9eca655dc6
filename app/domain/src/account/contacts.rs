//! The customer and the people on their side.
//! It refuses to hold a name or a phone: those are texts.

use serde::{Deserialize, Serialize};

use crate::text::TextRef;
use crate::time::Date;

/// What the customer is before the law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountKind {
    /// A natural person outside their trade (LGDCU art. 3).
    Consumer,
    /// A company or a professional.
    Business,
}

/// A way to speak with somebody.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// By phone.
    #[default]
    Call,
    /// In person, elsewhere.
    Visit,
    /// At our counter.
    Counter,
    /// By e-mail.
    Email,
    /// By a message.
    Message,
}

/// A language a customer is answered in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Spanish.
    #[default]
    Es,
    /// Catalan.
    Ca,
    /// Basque.
    Eu,
    /// Galician.
    Gl,
    /// English.
    En,
}

impl Language {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 5] = [Self::Es, Self::Ca, Self::Eu, Self::Gl, Self::En];

    /// Its BCP 47 tag, which forms and pages carry too.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Es => "es",
            Self::Ca => "ca",
            Self::Eu => "eu",
            Self::Gl => "gl",
            Self::En => "en",
        }
    }

    /// The language of that tag.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|language| language.code() == code)
    }
}

/// Whether a contact is believed at once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trust {
    /// At once; the rule.
    #[default]
    Believed,
    /// Investigated before acceptance, after a proven untruth.
    CheckFirst {
        /// The last day of it.
        until: Date,
    },
}

/// A person on the customer's side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Name.
    pub name: TextRef,
    /// Phone, as written.
    pub phone: Option<TextRef>,
    /// E-mail.
    pub email: Option<TextRef>,
    /// How they like to be reached.
    pub channel: Channel,
    /// Their language.
    pub language: Language,
    /// Whether they are believed at once.
    pub trust: Trust,
}

impl Contact {
    /// Whether what they say of a promise is taken as it is on that day.
    #[must_use]
    pub fn is_believed(&self, on: Date) -> bool {
        match self.trust {
            Trust::Believed => true,
            Trust::CheckFirst { until } => on > until,
        }
    }
}
