//! An attachment: which matter it is about and what it shows; what it is was found out by whoever took it in.

use super::Reading;
use crate::attachment::{self, NewAttachment};
use crate::command::AccountCommand;
use crate::ids::AttachmentId;
use crate::refusal::Why;

/// The place among a command's derived ids of the attachment it adds.
const ATTACHMENT: u64 = super::CONTACT + 1;

impl Reading<'_> {
    /// Fields `matter`, `what` (what it shows; otherwise what the file was called), `file` (what it was called); the file
    /// itself stands beside them.
    pub(super) fn attach(&mut self) -> Option<AccountCommand> {
        let matter = self.fields.id("matter", Why::NoSuchMatter);
        let Some(upload) = self.upload else {
            self.fields.refuse("file", Why::NoFile);
            return None;
        };
        let named = match self.fields.get("what") {
            "" => "file",
            _ => "what",
        };
        let name = self.fields.said(named, &mut self.pen, Why::Missing)?;
        let salt = self.pen.salt();
        Some(AccountCommand::AddAttachment {
            matter,
            file: NewAttachment {
                attachment: AttachmentId::from_uuid(self.id.derive(ATTACHMENT)),
                digest: attachment::digest(&salt, upload.bytes),
                salt,
                media: upload.media,
                bytes: upload.bytes.len() as u64,
                name,
            },
        })
    }
}
