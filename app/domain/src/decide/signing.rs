//! The customer reads a promise back and puts their name to it: what stood on the screen is sealed with the name.
//! It refuses to make the words: whoever shows them brings them, and the form says that they are the same.

use super::words::said;
use super::{Deed, Stop};
use crate::account::{MatterState, PromiseStage, Signature};
use crate::command::AccountCommand as Ask;
use crate::entry::Audience;
use crate::fact::Fact;
use crate::key::Link;
use crate::refusal::{Refusal, Why};
use crate::strokes::Strokes;
use crate::text::TextRef;

pub(super) fn decide(deed: &mut Deed<'_>, command: &Ask) -> Result<(), Stop> {
    let Ask::SignPromise {
        matter,
        shown,
        language,
        by,
        signature,
        link,
    } = command
    else {
        return Ok(());
    };
    let one = deed.matter(*matter)?;
    let MatterState::Promise(promise) = &one.state else {
        return Err(Refusal::of("matter", Why::NotInThisState).into());
    };
    let reference = one.reference;
    // What they put their name to is not lost because the word was broken or kept while they wrote.
    if promise.stage == PromiseStage::Released {
        return Err(Refusal::of("matter", Why::NotInThisState).into());
    }
    if promise.is_signed() {
        return Err(Refusal::of("matter", Why::SignedAlready).into());
    }
    said(shown, "shown", Why::BrokenForm)?;
    said(by, "name", Why::Missing)?;
    if Link::read(&link.body).is_none() {
        return Err(Refusal::whole(Why::BrokenForm).into());
    }
    let signature: Signature<TextRef> = match signature {
        Signature::Typed => Signature::Typed,
        Signature::Drawn(strokes) => {
            Strokes::read(&strokes.body).map_err(|why| Refusal::of("strokes", why))?;
            Signature::Drawn(strokes.reference())
        }
    };
    let signed = Fact::PromiseSigned {
        terms: promise.terms,
        shown: shown.reference(),
        language: *language,
        by: by.reference(),
        signature,
        link: link.reference(),
    };
    deed.happens(Some(reference), Audience::Customer, signed);
    Ok(())
}
