//! A claim before a dispute body: collection stops while it is there, and no legal clock does.

use super::words::said;
use super::{Deed, Stop, claims::claim};
use crate::command::AccountCommand as Ask;
use crate::entry::Audience;
use crate::fact::Fact;
use crate::refusal::{Refusal, Why};
use crate::text::Text;

pub(super) fn decide(deed: &mut Deed<'_>, command: &Ask) -> Result<(), Stop> {
    match command {
        Ask::OpenMediation {
            matter,
            body,
            reference,
            on,
        } => {
            said(body, "body", Why::Missing)?;
            let today = deed.today();
            let on = on.unwrap_or(today);
            if on > today {
                return Err(Refusal::of("on", Why::InTheFuture).into());
            }
            let (claimed, claim) = claim(deed, *matter)?;
            if claim.mediation().is_some() {
                return Err(Refusal::of("matter", Why::NotInThisState).into());
            }
            let opened = Fact::MediationOpened {
                body: body.reference(),
                reference: reference.as_ref().map(Text::reference),
                on,
            };
            deed.happens(Some(claimed), Audience::Customer, opened);
            Ok(())
        }
        Ask::CloseMediation { matter, outcome } => {
            said(outcome, "outcome", Why::Missing)?;
            let (claimed, claim) = claim(deed, *matter)?;
            if claim.mediation().is_none() {
                return Err(Refusal::of("matter", Why::NotInThisState).into());
            }
            let closed = Fact::MediationClosed {
                outcome: outcome.reference(),
            };
            deed.happens(Some(claimed), Audience::Customer, closed);
            Ok(())
        }
        _ => Ok(()),
    }
}
