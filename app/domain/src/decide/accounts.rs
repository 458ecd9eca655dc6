//! The account itself: opening it, its people, its owner; what is said and noted; a due moved; a correction beside
//! what it corrects.

use super::words::said;
use super::{Deed, Stop};
use crate::account::{Matter, MatterState, When};
use crate::attachment::{self, NewAttachment};
use crate::command::{AccountCommand as Ask, NewContact};
use crate::context::{Need, Role};
use crate::deadline::DueKind;
use crate::entry::{Audience, MatterRef};
use crate::fact::Fact;
use crate::ids::{ContactId, MatterId, PersonId};
use crate::refusal::{Refusal, Why};
use crate::text::Text;
use crate::time::Date;

pub(super) fn decide(deed: &mut Deed<'_>, command: &Ask) -> Result<(), Stop> {
    match command {
        Ask::OpenAccount {
            account_kind,
            name,
            tax_id,
            store,
            owner,
            contact,
        } => {
            said(name, "name", Why::Missing)?;
            works_here(deed, *owner, "owner")?;
            deed.happens(
                None,
                Audience::Service,
                Fact::AccountOpened {
                    account_kind: *account_kind,
                    name: name.reference(),
                    tax_id: tax_id.as_ref().map(Text::reference),
                    store: *store,
                    owner: *owner,
                },
            );
            contact
                .iter()
                .try_for_each(|contact| add_contact(deed, contact))
        }
        Ask::AddContact { contact } => add_contact(deed, contact),
        Ask::AssignOwner { owner } => {
            works_here(deed, *owner, "owner")?;
            deed.happens(
                None,
                Audience::Service,
                Fact::OwnerAssigned { owner: *owner },
            );
            Ok(())
        }
        Ask::AssignMatter { matter, owner } => {
            works_here(deed, *owner, "owner")?;
            let matter = deed.open(*matter)?.reference;
            deed.happens(
                Some(matter),
                Audience::Service,
                Fact::MatterAssigned { owner: *owner },
            );
            Ok(())
        }
        Ask::RecordInteraction {
            matter,
            channel,
            direction,
            contact,
            outcome,
            cost,
            note,
        } => {
            let matter = named(deed, *matter)?;
            is_known(deed, *contact)?;
            deed.happens(
                matter,
                Audience::Service,
                Fact::InteractionRecorded {
                    channel: *channel,
                    direction: *direction,
                    contact: *contact,
                    outcome: *outcome,
                    cost: *cost,
                    note: note.as_ref().map(Text::reference),
                },
            );
            Ok(())
        }
        Ask::AddNote { matter, note } => {
            said(note, "note", Why::Missing)?;
            let matter = named(deed, *matter)?;
            deed.happens(
                matter,
                Audience::Service,
                Fact::NoteAdded {
                    note: note.reference(),
                },
            );
            Ok(())
        }
        Ask::AddAttachment { matter, file } => attach(deed, *matter, file),
        Ask::Correct { version, note } => correct(deed, *version, note),
        Ask::MoveDue {
            matter,
            due,
            to,
            reason,
        } => move_due(deed, *matter, *due, *to, reason),
        _ => Ok(()),
    }
}

pub(super) fn add_contact(deed: &mut Deed<'_>, new: &NewContact) -> Result<(), Stop> {
    said(&new.name, "contact_name", Why::Missing)?;
    deed.happens(
        None,
        Audience::Service,
        Fact::ContactAdded {
            contact: new.contact,
            name: new.name.reference(),
            phone: new.phone.as_ref().map(Text::reference),
            email: new.email.as_ref().map(Text::reference),
            channel: new.channel,
            language: new.language,
        },
    );
    Ok(())
}

/// Only somebody who works here can answer for anything.
pub(super) fn works_here(deed: &Deed<'_>, person: PersonId, field: &str) -> Result<(), Stop> {
    match deed.cx.house.active(person) {
        Some(one) if one.roles.iter().any(|role| role.is_service()) => Ok(()),
        _ => Err(Refusal::of(field, Why::NoSuchPerson).into()),
    }
}

/// A contact of this account, if one is named.
pub(super) fn is_known(deed: &Deed<'_>, contact: Option<ContactId>) -> Result<(), Stop> {
    match contact {
        Some(contact) if !deed.head()?.contacts.contains_key(&contact) => {
            Err(Refusal::of("contact", Why::NoSuchContact).into())
        }
        _ => Ok(()),
    }
}

fn named(deed: &Deed<'_>, matter: Option<MatterId>) -> Result<Option<MatterRef>, Stop> {
    matter
        .map(|matter| deed.matter(matter).map(|one| one.reference))
        .transpose()
}

/// Whoever serves the customer sees it; on an investigation, whoever sees the file, and its director alone adds it. Its
/// bytes are kept beside the fact.
fn attach(deed: &mut Deed<'_>, matter: Option<MatterId>, file: &NewAttachment) -> Result<(), Stop> {
    said(&file.name, "name", Why::Missing)?;
    if file.bytes == 0 {
        return Err(Refusal::of("file", Why::NoFile).into());
    }
    if file.bytes > attachment::BYTES_MAX as u64 {
        return Err(Refusal::of("file", Why::FileTooLarge).into());
    }
    let audience = audience(deed, matter)?;
    let matter = named(deed, matter)?;
    deed.happens(
        matter,
        audience,
        Fact::AttachmentAdded {
            attachment: file.attachment,
            digest: file.digest,
            media: file.media,
            bytes: file.bytes,
            name: file.name.reference(),
        },
    );
    Ok(())
}

fn audience(deed: &Deed<'_>, matter: Option<MatterId>) -> Result<Audience, Stop> {
    let Some(matter) = matter else {
        return Ok(Audience::Service);
    };
    if !matches!(deed.matter(matter)?.state, MatterState::Investigation(_)) {
        return Ok(Audience::Service);
    }
    let leads = |person| deed.cx.house.roles(person).contains(&Role::ServiceDirector);
    match deed.cx.actor.person().is_some_and(leads) {
        true => Ok(Audience::Investigation),
        false => Err(Refusal::whole(Why::NotYours(vec![Role::ServiceDirector])).into()),
    }
}

/// It stands beside what it corrects, on the same matter, and changes nothing.
fn correct(deed: &mut Deed<'_>, version: u64, note: &Text) -> Result<(), Stop> {
    said(note, "note", Why::Missing)?;
    let seen = deed
        .cx
        .evidence
        .fact_at
        .get(&version)
        .ok_or(Stop::Needs(Need::FactAt(version)))?;
    let Some(seen) = seen else {
        return Err(Refusal::of("version", Why::NoSuchFact).into());
    };
    deed.happens(
        seen.matter,
        Audience::Service,
        Fact::Corrected {
            version,
            note: note.reference(),
        },
    );
    Ok(())
}

/// The day, and why not beyond it.
type LastDay = (Date, fn(Date) -> Why);

/// The day beyond which a due of that kind is not moved, however often: what the law gives, what was promised, what
/// the customer was told.
fn last_day(deed: &Deed<'_>, matter: &Matter, kind: DueKind) -> Result<Option<LastDay>, Stop> {
    let account = deed.head()?.kind;
    let Some(wanted) = matter.wanted().into_iter().find(|one| one.kind == kind) else {
        return Ok(None);
    };
    let since = deed.cx.happened_at;
    let by_law = |when| deed.clock.deadline(matter, account, kind, when, since).on;
    Ok(match (kind, wanted.when) {
        (DueKind::Check, When::On(promised)) => Some((promised, Why::LaterThanPromised)),
        (DueKind::Remedy(_), When::On(told)) => Some((told, Why::LaterThanTold)),
        (DueKind::Answer | DueKind::Check, when) => Some((by_law(when), Why::LaterThanTheLaw)),
        _ => None,
    })
}

/// A date moves with its reason, never into the past, and never beyond its last day.
fn move_due(
    deed: &mut Deed<'_>,
    matter: MatterId,
    kind: DueKind,
    to: Date,
    reason: &Text,
) -> Result<(), Stop> {
    said(reason, "reason", Why::NoReason)?;
    let open = deed.open(matter)?;
    let (reference, due) = (open.reference, open.owes.due(kind).cloned());
    let due = due.ok_or(Refusal::of("due", Why::NoSuchDue))?;
    if to < deed.today() {
        return Err(Refusal::of("to", Why::InThePast).into());
    }
    if let Some((last, why)) = last_day(deed, open, kind)?
        && to > last
    {
        return Err(Refusal::of("to", why(last)).into());
    }
    deed.happens(
        Some(reference),
        Audience::Service,
        Fact::DueMoved {
            due: kind,
            from: due.deadline.on,
            to,
            reason: reason.reference(),
        },
    );
    deed.move_due(matter, kind, to);
    Ok(())
}
