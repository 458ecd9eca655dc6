//! What holds for the texts of every command: a text that must be there says something, and none is boundless.

use super::Stop;
use crate::command::AccountCommand as Ask;
use crate::refusal::{Refusal, Why};
use crate::text::{BODY_BYTES_MAX, Text};

pub(super) fn check(command: &Ask) -> Result<(), Stop> {
    let long = command
        .texts()
        .into_iter()
        .any(|text| text.body.len() > BODY_BYTES_MAX);
    if long {
        return Err(Refusal::whole(Why::TooLong(BODY_BYTES_MAX)).into());
    }
    Ok(())
}

/// A text that says something.
pub(super) fn said(text: &Text, field: &str, why: Why) -> Result<(), Stop> {
    if text.body.trim().is_empty() {
        return Err(Refusal::of(field, why).into());
    }
    Ok(())
}
