//! Who may ask what (`domain.md`, Who may do what). The same answer on the server whatever the screen shows.

use super::Stop;
use crate::command::AccountCommand as Ask;
use crate::context::{Actor, Cx, Role};
use crate::refusal::{Refusal, Why};

use Role::{AccountManager, Defensor, Logistics, SalesDirector, ServiceDirector, StoreStaff};

const SERVICE: &[Role] = &[
    AccountManager,
    StoreStaff,
    Logistics,
    SalesDirector,
    ServiceDirector,
];
const DIRECTORS: &[Role] = &[SalesDirector, ServiceDirector];

pub(super) fn check(command: &Ask, cx: &Cx<'_>) -> Result<(), Stop> {
    let may = may(command);
    let allowed = match cx.actor {
        Actor::Person { person, .. } => cx
            .house
            .roles(*person)
            .iter()
            .any(|role| may.contains(role)),
        Actor::Import { .. } => is_import(command) || matches!(command, Ask::EnterInvoice { .. }),
        Actor::House | Actor::Customer { .. } => false,
    };
    if allowed {
        return Ok(());
    }
    Err(Refusal::whole(Why::NotYours(may.to_vec())).into())
}

/// Anyone in service may write on any account, so that one call solves it; a director alone apologises, hands
/// accounts over and takes note of what was honoured above the house's amount; the service director investigates, the
/// sales director says where the cost goes, the defensor signs; what is imported comes from the import; an invoice
/// comes from either.
const fn may(command: &Ask) -> &'static [Role] {
    match command {
        Ask::Apologise { .. }
        | Ask::AcknowledgeAlert { .. }
        | Ask::AssignOwner { .. }
        | Ask::AssignMatter { .. } => DIRECTORS,
        Ask::Investigate { .. }
        | Ask::Conclude { .. }
        | Ask::TellFinding { .. }
        | Ask::AskCheckFirst { .. }
        | Ask::TellCheckFirst { .. } => &[ServiceDirector],
        Ask::AttributeCost { .. } => &[SalesDirector],
        Ask::InstructSeller { .. } => DIRECTORS,
        Ask::SignCheckFirst { .. } | Ask::LiftCheckFirst { .. } => &[Defensor],
        _ if is_import(command) => &[],
        _ => SERVICE,
    }
}

const fn is_import(command: &Ask) -> bool {
    matches!(command, Ask::ImportAccount { .. } | Ask::ImportOrder { .. })
}
