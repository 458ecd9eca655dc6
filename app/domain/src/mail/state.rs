//! How a letter stands on its way, and what is in its way.
//! It refuses to hold what a mail server says in words: that names people.

use serde::{Deserialize, Serialize};

/// How a letter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailState {
    /// It is to be sent.
    Waiting,
    /// It is being handed over to the mail server.
    Handing,
    /// The mail server took it.
    Sent,
    /// It cannot be sent.
    Failed,
    /// It was being handed over, and nobody knows whether it was taken.
    Unknown,
}

impl MailState {
    /// All of them, what asks for somebody first.
    pub const ALL: [Self; 5] = [
        Self::Unknown,
        Self::Failed,
        Self::Waiting,
        Self::Handing,
        Self::Sent,
    ];

    /// Its code, as stored in tables.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Handing => "handing",
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Unknown => "unknown",
        }
    }

    /// The state of that code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether a person may have it sent again.
    #[must_use]
    pub const fn is_for_a_person(self) -> bool {
        matches!(self, Self::Failed | Self::Unknown)
    }
}

/// What is in the way of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hitch {
    /// There is no address any more to send it to, or none that can be one.
    NoAddress,
    /// It waited for so long that it may say what no longer holds.
    TooOld,
    /// The mail server does not answer.
    Unreachable,
    /// The mail server offers no private connection.
    NotPrivate,
    /// The mail server does not let us in.
    SignIn,
    /// The mail server answered with that code.
    Answered(u16),
    /// The mail server was given all of it and said nothing.
    Silent,
    /// The server that was handing it over did not come back.
    Lost,
    /// What it is made of could not be read.
    Unread,
    /// It stood in a backup, and what became of it afterwards is not known here.
    Restored,
}

const PLAIN: [(Hitch, &str); 9] = [
    (Hitch::NoAddress, "no_address"),
    (Hitch::TooOld, "too_old"),
    (Hitch::Unreachable, "unreachable"),
    (Hitch::NotPrivate, "not_private"),
    (Hitch::SignIn, "sign_in"),
    (Hitch::Silent, "silent"),
    (Hitch::Lost, "lost"),
    (Hitch::Unread, "unread"),
    (Hitch::Restored, "restored"),
];

impl Hitch {
    /// Its code, as stored in tables.
    #[must_use]
    pub fn code(self) -> String {
        if let Self::Answered(code) = self {
            return format!("answered_{code}");
        }
        let known = PLAIN.iter().find(|(hitch, _)| *hitch == self);
        known.map_or("", |(_, code)| *code).to_owned()
    }

    /// The hitch of that code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        if let Some(answered) = code.strip_prefix("answered_") {
            return answered.parse().ok().map(Self::Answered);
        }
        let known = PLAIN.iter().find(|(_, known)| *known == code);
        known.map(|(hitch, _)| *hitch)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_read_back() {
        for state in MailState::ALL {
            assert_eq!(MailState::from_code(state.code()), Some(state));
        }
        let plain = PLAIN.iter().map(|(hitch, _)| *hitch);
        for hitch in plain.chain([Hitch::Answered(550)]) {
            assert!(!hitch.code().is_empty());
            assert_eq!(Hitch::from_code(&hitch.code()), Some(hitch));
        }
        assert_eq!(Hitch::from_code("answered_x"), None);
    }
}
