//! A picture or a document that a fact points to: its bytes stand apart, as people's words do, and the fact holds their
//! salted digest. It refuses to read them: what they are was found out before, by what is in them.

use serde::{Deserialize, Serialize};

use crate::ids::AttachmentId;
use crate::text::{Digest, Salt, Text};

/// The largest there may be, in bytes.
pub const BYTES_MAX: usize = 10 * 1024 * 1024;

/// What it is, by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Media {
    /// A picture (ISO/IEC 10918).
    Jpeg,
    /// A picture (ISO/IEC 15948).
    Png,
    /// A document (ISO 32000).
    Pdf,
}

impl Media {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Jpeg, Self::Png, Self::Pdf];

    /// Its code, as stored in tables.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Jpeg => "jpeg",
            Self::Png => "png",
            Self::Pdf => "pdf",
        }
    }

    /// The one of that code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|media| media.code() == code)
    }

    /// Whether it is a picture.
    #[must_use]
    pub const fn is_picture(self) -> bool {
        match self {
            Self::Jpeg | Self::Png => true,
            Self::Pdf => false,
        }
    }

    /// Its media type (RFC 6838).
    #[must_use]
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Pdf => "application/pdf",
        }
    }

    /// How the names of such files end.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Pdf => "pdf",
        }
    }
}

/// What was uploaded, after it was found to be what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Upload<'a> {
    /// What it is.
    pub media: Media,
    /// All of it.
    pub bytes: &'a [u8],
}

/// An attachment as a command brings it; its bytes come beside the command.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewAttachment {
    /// Which.
    pub attachment: AttachmentId,
    /// What keeps a form that many have from being known by its digest.
    pub salt: Salt,
    /// SHA-256(salt ‖ bytes).
    pub digest: Digest,
    /// What it is.
    pub media: Media,
    /// How many bytes.
    pub bytes: u64,
    /// What it shows, or what it was called.
    pub name: Text,
}

/// The digest of those bytes with that salt.
#[must_use]
pub fn digest(salt: &Salt, bytes: &[u8]) -> Digest {
    Digest::of(&[&salt.0, bytes])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_read_back() {
        for media in Media::ALL {
            assert_eq!(Media::from_code(media.code()), Some(media));
            let json = serde_json::to_string(&media).expect("a name");
            assert_eq!(json, format!("\"{}\"", media.code()));
        }
        assert_eq!(Media::from_code("html"), None);
    }
}
