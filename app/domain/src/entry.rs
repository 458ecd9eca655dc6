//! A command on its way in (envelope), a fact on its way out (draft), and the line the ledger seals (entry).
//! The JSON of an entry is stored and hashed byte for byte: its form is fixed, and grows only by upcasting in `unseal`.
//! It refuses to know what the commands and facts mean.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::command::Command;
use crate::context::{Actor, Need, Seen};
use crate::deadline::Owes;
use crate::ids::{CommandId, DeviceId, MatterId, StreamId};
use crate::refusal::Refusal;
use crate::text::Digest;
use crate::time::{Date, Timestamp};

/// The form of the entries written today.
pub const FORM: u16 = 1;

/// A command as it is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Envelope {
    /// Minted by whoever asks; applied at most once.
    pub id: CommandId,
    /// Where it goes.
    pub stream: StreamId,
    /// What is asked.
    pub command: Command,
    /// When it happened.
    pub happened_at: Timestamp,
    /// When it left the device, by its clock.
    pub sent_at: Timestamp,
    /// From which tablet.
    pub device: Option<DeviceId>,
    /// What was on the screen.
    pub seen: Vec<Seen>,
    /// The house it was decided with there.
    pub house_version: u64,
}

impl Envelope {
    /// What makes two sendings the same command: where it goes and what is asked, whenever it was sent.
    #[must_use]
    pub fn digest(&self) -> Digest {
        let asked = serde_json::to_vec(&(self.stream, &self.command))
            .expect("a command has string keys only");
        Digest::of(&[&asked])
    }
}

/// Who may read a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Everyone in service.
    Service,
    /// Whoever may read investigations.
    Investigation,
    /// The defensor.
    Defensor,
    /// The customer too.
    Customer,
}

impl Audience {
    /// Its code, as stored in tables.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Investigation => "investigation",
            Self::Defensor => "defensor",
            Self::Customer => "customer",
        }
    }
}

/// A matter, and where it hangs: at most one parent, and the root of its thread (itself, without a parent).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct MatterRef {
    /// Which.
    pub id: MatterId,
    /// The root of its thread.
    pub thread: MatterId,
    /// What it grew from.
    pub parent: Option<MatterId>,
}

impl MatterRef {
    /// A matter of its own.
    #[must_use]
    pub fn root(id: MatterId) -> Self {
        Self {
            id,
            thread: id,
            parent: None,
        }
    }

    /// One that grew from this.
    #[must_use]
    pub fn child(self, id: MatterId) -> Self {
        Self {
            id,
            thread: self.thread,
            parent: Some(self.id),
        }
    }
}

/// A fact that was decided and not yet written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft<F> {
    /// Its matter, if it belongs to one.
    pub matter: Option<MatterRef>,
    /// Who may read it.
    pub audience: Audience,
    /// When it happened.
    pub happened_at: Timestamp,
    /// The day it was, at the store.
    pub on: Date,
    /// What happened.
    pub fact: F,
    /// All that its matter owes from here; on the last fact of each matter a command touched.
    pub owes: Option<Owes>,
}

/// One line of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry<F> {
    /// The form it was written in.
    pub form: u16,
    /// Whose stream.
    pub stream: StreamId,
    /// Its place there, from 1.
    pub version: u64,
    /// The command that made it.
    pub command: CommandId,
    /// Its place among that command's facts, from 0: with the command's id, the key of a timeline row.
    pub n: u32,
    /// Who.
    pub actor: Actor,
    /// From which tablet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device: Option<DeviceId>,
    /// Its matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<MatterRef>,
    /// Who may read it.
    pub audience: Audience,
    /// When it happened.
    pub happened_at: Timestamp,
    /// The day it was, at the store.
    pub on: Date,
    /// When it was written.
    pub recorded_at: Timestamp,
    /// When it left the device, by the device's clock; only where that differs from when it was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent_at: Option<Timestamp>,
    /// The version of the house it was decided with.
    pub house_version: u64,
    /// What happened.
    pub fact: F,
    /// All that its matter owes from here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owes: Option<Owes>,
}

/// What the ledger adds to a draft to make a line of it.
#[derive(Debug, Clone)]
pub struct Stamp<'a> {
    /// Whose stream.
    pub stream: StreamId,
    /// Its place there.
    pub version: u64,
    /// The command.
    pub command: CommandId,
    /// Its place among that command's facts.
    pub n: u32,
    /// Who.
    pub actor: &'a Actor,
    /// From which tablet.
    pub device: Option<DeviceId>,
    /// When it is written.
    pub recorded_at: Timestamp,
    /// When it left the device, by the device's clock.
    pub sent_at: Timestamp,
    /// The version of the house it was decided with.
    pub house_version: u64,
}

/// Bytes that are no entry.
#[derive(Debug, thiserror::Error)]
pub enum UnsealError {
    /// Not the JSON of an entry.
    #[error("a sealed line is not readable")]
    Read(#[from] serde_json::Error),
    /// Written by a newer Palabra.
    #[error("a sealed line has form {0}, and this version reads up to {FORM}")]
    NewerForm(u16),
}

impl<F> Draft<F> {
    /// The line it becomes.
    #[must_use]
    pub fn stamp(self, stamp: &Stamp<'_>) -> Entry<F> {
        Entry {
            form: FORM,
            stream: stamp.stream,
            version: stamp.version,
            command: stamp.command,
            n: stamp.n,
            actor: stamp.actor.clone(),
            device: stamp.device,
            matter: self.matter,
            audience: self.audience,
            happened_at: self.happened_at,
            on: self.on,
            recorded_at: stamp.recorded_at,
            sent_at: (stamp.sent_at != stamp.recorded_at).then_some(stamp.sent_at),
            house_version: stamp.house_version,
            fact: self.fact,
            owes: self.owes,
        }
    }
}

impl<F: Serialize> Entry<F> {
    /// The exact bytes that are stored and hashed.
    ///
    /// # Panics
    /// Never: an entry has string keys only.
    #[must_use]
    pub fn seal(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("an entry has string keys only")
    }
}

impl<F: DeserializeOwned> Entry<F> {
    /// Reads a sealed line, older forms brought up to today's.
    ///
    /// # Errors
    /// See [`UnsealError`].
    pub fn unseal(sealed: &[u8]) -> Result<Self, UnsealError> {
        let read = serde_json::from_slice::<Self>(sealed);
        match read {
            Ok(entry) if entry.form == FORM => return Ok(entry),
            _ => {}
        }
        // Another form: which, is all that may be read of it before it is brought up.
        let Probe { form } = serde_json::from_slice(sealed)?;
        match form.cmp(&FORM) {
            Ordering::Greater => Err(UnsealError::NewerForm(form)),
            Ordering::Equal => Ok(read?),
            Ordering::Less => Ok(serde_json::from_value(upcast(sealed)?)?),
        }
    }
}

/// As much of a line as every form has.
#[derive(Deserialize)]
struct Probe {
    form: u16,
}

/// The one place where an older form grows into today's; form 1 is the first, so there is none yet.
fn upcast(sealed: &[u8]) -> Result<serde_json::Value, UnsealError> {
    Ok(serde_json::from_slice(sealed)?)
}

/// What `decide` answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict<F> {
    /// It happened, and this is what it means; no facts where everything is so already.
    Facts(Vec<Draft<F>>),
    /// It may not be, for these reasons; nothing happened.
    Refused(Vec<Refusal>),
    /// It cannot be told from what is here.
    NeedsServer(Need),
}
