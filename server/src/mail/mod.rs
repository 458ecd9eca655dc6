//! Letters as a mail server takes them, and the talk in which it does.
//! It refuses to know what they say, and which are to be sent.

mod dialogue;
pub mod door;

use std::time::{Duration, SystemTime};

use domain::ids;
use domain::time::Timestamp;
use ledger::MailKey;
use lettre::Message;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, SinglePart};
use ui::words::letters::Written;

pub use dialogue::{Said, WITHIN, hand};

use crate::config::Mail;

/// A letter that cannot be made a mail: its address is none.
#[derive(Debug, thiserror::Error)]
#[error("the letter has no address that can be written to")]
pub struct NoAddress;

/// The mail of a letter. Its `Message-ID` is the letter's own: sent twice, it is the same mail, and who has it already
/// may know it by that.
///
/// # Errors
/// `NoAddress`.
pub fn mail(
    mail: &Mail,
    key: MailKey,
    letter: Written,
    now: Timestamp,
) -> Result<Message, NoAddress> {
    let address = letter.email.trim().parse().map_err(|_| NoAddress)?;
    let automatic = HeaderValue::new(
        HeaderName::new_from_ascii_str("Auto-Submitted"),
        "auto-generated".to_owned(),
    );
    Message::builder()
        .from(mail.from.clone())
        .to(Mailbox::new(letter.name, address))
        .subject(letter.subject)
        .date(system(now))
        .message_id(Some(message_id(mail, key)))
        .raw_header(automatic)
        .singlepart(SinglePart::plain(letter.body))
        .map_err(|_| NoAddress)
}

fn message_id(mail: &Mail, key: MailKey) -> String {
    let MailKey { stream, command, n } = key;
    let words = [stream.to_string(), command.to_string(), n.to_string()];
    let [stream, command, n] = words.each_ref().map(String::as_str);
    let id = ids::named(&["letter", stream, command, n]);
    format!("<{id}@{}>", mail.from.email.domain())
}

fn system(now: Timestamp) -> SystemTime {
    let micros = u64::try_from(now.micros()).unwrap_or_default();
    SystemTime::UNIX_EPOCH + Duration::from_micros(micros)
}
