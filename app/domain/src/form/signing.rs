//! What a customer signs on the read-back screen.
//! It refuses words that are not those of the screen: their digest came with the form.

use super::Reading;
use super::accounts::languages;
use crate::account::Signature;
use crate::command::AccountCommand;
use crate::key::Link;
use crate::refusal::Why;
use crate::strokes::Strokes;
use crate::text::{Digest, Text};

impl Reading<'_> {
    /// Fields `matter`, `language`, `digest` (SHA-256 of the words on the screen, in hexadecimal), `shown` (those words
    /// as whoever reads the form makes them, never as they were sent), `name`, and `strokes` or `read`. The link that
    /// the customer takes away comes from the form's `seed`.
    pub(super) fn sign(&mut self) -> Option<AccountCommand> {
        let matter = self.fields.id_said("matter", Why::NoSuchMatter);
        let language = self.fields.choice("language", None, &languages());
        let shown = self.shown();
        let by = self.fields.said("name", &mut self.pen, Why::Missing);
        let signature = self.signature();
        let link = Link::of_promise(&self.seed).to_string();
        let link = self.pen.write(link);
        Some(AccountCommand::SignPromise {
            matter: matter?,
            shown: shown?,
            language: language?,
            by: by?,
            signature: signature?,
            link,
        })
    }

    fn shown(&mut self) -> Option<Text> {
        let shown = self
            .fields
            .said("shown", &mut self.pen, Why::NoSuchMatter)?;
        let seen = Digest::from_hex(self.fields.get("digest"));
        if seen != Some(Digest::of(&[shown.body.as_bytes()])) {
            self.fields.refuse("shown", Why::ReadAgain);
        }
        Some(shown)
    }

    /// Drawn, where anything was; otherwise their name with the tick beside it.
    fn signature(&mut self) -> Option<Signature<Text>> {
        let strokes = self.fields.get("strokes");
        if strokes.is_empty() && !self.fields.get("read").is_empty() {
            return Some(Signature::Typed);
        }
        if let Err(why) = Strokes::read(strokes) {
            self.fields.refuse("strokes", why);
            return None;
        }
        Some(Signature::Drawn(self.pen.write(strokes)))
    }
}
