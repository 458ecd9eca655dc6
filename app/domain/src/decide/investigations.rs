//! An investigation, after honouring: both sides are heard, what was found is told to the customer, its cost is placed and
//! the seller told how to do better. A proven untruth, and nothing else, sets a contact apart, by two signatures.
//! It refuses to take anything back that was given.

use super::words::said;
use super::{Deed, Stop, claims, honouring};
use crate::account::{Belief, CostBearer, Finding, Investigation, MatterState, Witness};
use crate::command::AccountCommand as Ask;
use crate::context::Role;
use crate::entry::{Audience, MatterRef};
use crate::fact::Fact;
use crate::ids::{ContactId, MatterId, PersonId};
use crate::refusal::{Refusal, Why};
use crate::text::Text;

pub(super) fn decide(deed: &mut Deed<'_>, command: &Ask) -> Result<(), Stop> {
    match command {
        Ask::Investigate { matter } => investigate(deed, *matter),
        Ask::TakeStatement { matter, by, words } => take(deed, *matter, *by, words),
        Ask::Conclude {
            matter,
            finding,
            evidence,
            changes,
        } => conclude(deed, *matter, *finding, evidence, changes.as_ref()),
        Ask::TellFinding {
            matter,
            outcome,
            channel,
        } => {
            said(outcome, "outcome", Why::Missing)?;
            let (matter, file) = file(deed, *matter)?;
            if file.conclusion.is_none() || file.told.is_some() {
                return Err(Refusal::of("matter", Why::NotInThisState).into());
            }
            let told = Fact::FindingTold {
                outcome: outcome.reference(),
                channel: *channel,
            };
            deed.happens(Some(matter), Audience::Customer, told);
            Ok(())
        }
        Ask::AttributeCost {
            matter,
            to,
            what,
            amount,
            monthly,
        } => {
            let field = match to {
                CostBearer::CostCentre => "what",
                CostBearer::VariablePay => "signature",
            };
            said(what, field, Why::Missing)?;
            let currency = deed.cx.house.currency;
            if amount.minor <= 0 || amount.currency != currency {
                return Err(Refusal::of("amount", Why::NotPositive).into());
            }
            let (matter, file) = file(deed, *matter)?;
            if !file.wants_attribution() {
                return Err(Refusal::of("matter", Why::NoPartInIt).into());
            }
            let placed = Fact::CostAttributed {
                to: *to,
                what: what.reference(),
                amount: *amount,
                monthly: *monthly,
            };
            inside(deed, matter, placed)
        }
        Ask::InstructSeller { matter, words } => instruct(deed, *matter, words),
        _ => check_first(deed, command),
    }
}

/// After honouring, and for whoever is checked first instead of it; where nobody directs service yet, it waits for one.
pub(super) fn open(
    deed: &mut Deed<'_>,
    claim: MatterRef,
    contact: Option<ContactId>,
    seller: Option<PersonId>,
    (belief, lines): (Belief, Vec<u16>),
) {
    let Some(director) = director(deed) else {
        return;
    };
    let matter = claim.child(claim.id.investigation());
    let opened = Fact::InvestigationOpened {
        claim: claim.id,
        contact,
        seller,
        director,
        belief,
        lines,
    };
    deed.happens(Some(matter), Audience::Investigation, opened);
}

/// The one who asks, if they direct service; otherwise the first who does.
fn director(deed: &Deed<'_>) -> Option<PersonId> {
    let house = deed.cx.house;
    let directs = |person: PersonId| house.roles(person).contains(&Role::ServiceDirector);
    let asking = deed.cx.actor.person().filter(|person| directs(*person));
    asking.or_else(|| house.people.keys().copied().find(|person| directs(*person)))
}

fn investigate(deed: &mut Deed<'_>, matter: MatterId) -> Result<(), Stop> {
    let one = deed.matter(matter)?;
    let MatterState::Claim(claim) = &one.state else {
        return Err(Refusal::of("matter", Why::NotInThisState).into());
    };
    let (contact, reference) = (claim.contact, one.reference);
    if deed.account().matters.contains_key(&matter.investigation()) {
        return Err(Refusal::of("matter", Why::MatterExists).into());
    }
    if director(deed).is_none() {
        return Err(Refusal::whole(Why::NoServiceDirector).into());
    }
    // A claim of a promise has its investigation already: this one tells of none, so no seller gave it.
    open(deed, reference, contact, None, (Belief::AtOnce, Vec::new()));
    Ok(())
}

fn file<'d>(deed: &'d Deed<'_>, matter: MatterId) -> Result<(MatterRef, &'d Investigation), Stop> {
    let one = deed.matter(matter)?;
    match &one.state {
        MatterState::Investigation(file) => Ok((one.reference, file)),
        _ => Err(Refusal::of("matter", Why::NotInThisState).into()),
    }
}

/// What stays within the house.
fn inside(deed: &mut Deed<'_>, matter: MatterRef, fact: Fact) -> Result<(), Stop> {
    deed.happens(Some(matter), Audience::Investigation, fact);
    Ok(())
}

fn take(deed: &mut Deed<'_>, matter: MatterId, by: Witness, words: &Text) -> Result<(), Stop> {
    said(words, "words", Why::Missing)?;
    let asking = deed.cx.actor.person();
    let leads =
        asking.is_some_and(|person| deed.cx.house.roles(person).contains(&Role::ServiceDirector));
    match by {
        _ if !leads && asking.map(Witness::Person) != Some(by) => {
            return Err(Refusal::of("by", Why::OwnStatement).into());
        }
        Witness::Person(person) if !deed.cx.house.people.contains_key(&person) => {
            return Err(Refusal::of("by", Why::NoSuchPerson).into());
        }
        Witness::Contact(contact) if !deed.head()?.contacts.contains_key(&contact) => {
            return Err(Refusal::of("by", Why::NoSuchContact).into());
        }
        Witness::Person(_) | Witness::Contact(_) => {}
    }
    let (matter, file) = file(deed, matter)?;
    if file.conclusion.is_some() {
        return Err(Refusal::of("matter", Why::NotInThisState).into());
    }
    let words = words.reference();
    inside(deed, matter, Fact::StatementTaken { by, words })
}

fn conclude(
    deed: &mut Deed<'_>,
    matter: MatterId,
    finding: Finding,
    evidence: &Text,
    changes: Option<&Text>,
) -> Result<(), Stop> {
    said(evidence, "evidence", Why::NoEvidence)?;
    let says_change = changes.is_some_and(|changes| !changes.body.trim().is_empty());
    let lies_with_the_house = matches!(
        finding,
        Finding::Process | Finding::Shared | Finding::Unproven
    );
    if lies_with_the_house && !says_change {
        return Err(Refusal::of("changes", Why::NoChange).into());
    }
    let (matter, file) = file(deed, matter)?;
    if file.conclusion.is_some() {
        return Err(Refusal::of("matter", Why::NotInThisState).into());
    }
    let concluded = Fact::InvestigationConcluded {
        finding,
        evidence: evidence.reference(),
        changes: changes.map(Text::reference),
    };
    let (claim, belief, lines) = (file.claim, file.belief, file.lines.clone());
    inside(deed, matter, concluded)?;
    match belief {
        Belief::AfterTheFinding if finding.confirms_the_word() => believe(deed, claim, &lines),
        Belief::AfterTheFinding | Belief::AtOnce => Ok(()),
    }
}

/// Whoever was checked first and was right is honoured in the commit of the finding, not when they are told of it: from
/// that moment the house knows, and nobody's next step stands in front of it. What was honoured meanwhile, by hand or on
/// another claim, is not given twice.
fn believe(deed: &mut Deed<'_>, claim: MatterId, lines: &[u16]) -> Result<(), Stop> {
    let (reference, known) = claims::claim(deed, claim)?;
    let (invoiced, received_on) = (known.invoiced, known.received_on);
    let Some(word) = reference.parent else {
        return Ok(());
    };
    let word = deed.matter(word)?;
    let honour = word.amends().and_then(|amends| amends.honour);
    if honour.is_some_and(|honour| honour.on >= received_on) {
        return Ok(());
    }
    honouring::honour(deed, word.reference, lines, claim, invoiced)
}

fn instruct(deed: &mut Deed<'_>, matter: MatterId, words: &Text) -> Result<(), Stop> {
    said(words, "words", Why::Missing)?;
    let (matter, file) = file(deed, matter)?;
    let (Some(person), Some(_)) = (file.seller, file.conclusion) else {
        return Err(Refusal::of("matter", Why::NoPartInIt).into());
    };
    let words = words.reference();
    inside(deed, matter, Fact::SellerInstructed { person, words })
}

fn check_first(deed: &mut Deed<'_>, command: &Ask) -> Result<(), Stop> {
    match command {
        Ask::AskCheckFirst { matter, evidence } => ask(deed, *matter, evidence),
        Ask::SignCheckFirst { matter } => sign(deed, *matter),
        Ask::TellCheckFirst { matter, channel } => {
            let (matter, file) = file(deed, *matter)?;
            if !file.wants_notice() {
                return Err(Refusal::of("matter", Why::NotInThisState).into());
            }
            let told = Fact::CheckFirstTold { channel: *channel };
            deed.happens(Some(matter), Audience::Customer, told);
            Ok(())
        }
        Ask::ReplyToCheckFirst { matter, words } => {
            said(words, "words", Why::Missing)?;
            let (matter, file) = file(deed, *matter)?;
            if file.check_first.is_none_or(|check| check.signed.is_none()) {
                return Err(Refusal::of("matter", Why::NotInThisState).into());
            }
            let words = words.reference();
            inside(deed, matter, Fact::CheckFirstReplied { words })
        }
        Ask::LiftCheckFirst { matter, reasons } => lift(deed, *matter, reasons),
        _ => Ok(()),
    }
}

/// The first signature: with what proves it, and only where the customer was found wrong.
fn ask(deed: &mut Deed<'_>, matter: MatterId, evidence: &Text) -> Result<(), Stop> {
    said(evidence, "evidence", Why::NoEvidence)?;
    let (matter, file) = file(deed, matter)?;
    if !file.has_found(&[Finding::Customer]) {
        return Err(Refusal::of("matter", Why::OnlyAnUntruth).into());
    }
    let (Some(contact), Some(director)) = (file.contact, deed.cx.actor.person()) else {
        return Err(Refusal::of("matter", Why::NoSuchContact).into());
    };
    if file.check_first.is_some() {
        return Err(Refusal::of("matter", Why::NotInThisState).into());
    }
    let asked = Fact::CheckFirstAsked {
        contact,
        evidence: evidence.reference(),
        until: deed.clock.checked_first_until(deed.today()),
        director,
    };
    inside(deed, matter, asked)
}

/// The second, by which it holds; the two are two people.
fn sign(deed: &mut Deed<'_>, matter: MatterId) -> Result<(), Stop> {
    let (matter, file) = file(deed, matter)?;
    let check = file.check_first.filter(|_| file.waits_for_a_signature());
    let (Some(check), Some(defensor)) = (check, deed.cx.actor.person()) else {
        return Err(Refusal::of("matter", Why::NotInThisState).into());
    };
    if check.director == defensor {
        return Err(Refusal::of("matter", Why::AnotherSigns).into());
    }
    inside(deed, matter, Fact::CheckFirstSigned { defensor })?;
    trust(deed, matter, check.contact, Some(check.until));
    Ok(())
}

fn lift(deed: &mut Deed<'_>, matter: MatterId, reasons: &Text) -> Result<(), Stop> {
    said(reasons, "reasons", Why::NoReason)?;
    let (matter, file) = file(deed, matter)?;
    let check = file.check_first.filter(|check| check.lifted_on.is_none());
    let Some(check) = check else {
        return Err(Refusal::of("matter", Why::NotInThisState).into());
    };
    let reasons = reasons.reference();
    inside(deed, matter, Fact::CheckFirstLifted { reasons })?;
    if check.signed.is_some() {
        trust(deed, matter, check.contact, None);
    }
    Ok(())
}

/// Everyone in service sees whether somebody is investigated first; why, the file alone says.
fn trust(
    deed: &mut Deed<'_>,
    matter: MatterRef,
    contact: ContactId,
    until: Option<crate::time::Date>,
) {
    let changed = Fact::TrustChanged { contact, until };
    deed.happens(Some(matter), Audience::Service, changed);
}
