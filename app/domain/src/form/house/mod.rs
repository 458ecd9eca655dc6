//! What is asked of the house: its settings, its limits, whom a denial names, what is written around its letters, and a
//! store's days one by one.
//! Every form carries `kind`, `id`, `seed` and `version`, the version of the house that was on the screen.
//! It refuses to decide: the house does.

use super::accounts::languages;
use super::{Fields, Typed};
use crate::house::{DisputeBody, House, HouseCommand, Limits, Settings, Template};
use crate::ids::CommandId;
use crate::mail::Letter;
use crate::refusal::{Refusal, Why};

mod calendar;

use calendar::{change, holiday, no_holiday, region, saturday};

const LEAD_DAYS_MAX: u16 = 60;
/// Where a body is reached takes a line or two.
const BODY_CHARS_MAX: usize = 200;

/// A command of the house, ready to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HouseSubmission {
    /// Its id.
    pub id: CommandId,
    /// What is asked.
    pub command: HouseCommand,
}

/// Reads a form of the house's: `settings` (`lead_working_days`, `large`, `basic_service`, `tax_rate`); `limits`
/// (`gesture`, `alert`); `bodies` (`body.N.name`, `body.N.address`); `template` (`letter`, `language`, `opening`,
/// `closing`); `saturday` (`store`, `saturday`); `holiday` (`store`, `year`, `date`, `name`); `no_holiday` (`store`, `date`); `region`
/// (`store`, `year`, `region`).
///
/// # Errors
/// Every field that cannot be read, with why.
pub fn parse_house(typed: &Typed, house: &House) -> Result<HouseSubmission, Vec<Refusal>> {
    let broken = || vec![Refusal::whole(Why::BrokenForm)];
    let mut fields = Fields::new(typed, house.currency);
    let id: CommandId = fields.get("id").parse().map_err(|_| broken())?;
    let version: u64 = fields.get("version").parse().map_err(|_| broken())?;
    if version != house.version {
        return Err(vec![Refusal::whole(Why::Changed)]);
    }
    let command = match fields.get("kind") {
        "settings" => settings(&mut fields, house),
        "limits" => limits(&mut fields),
        "bodies" => bodies(&mut fields),
        "template" => template(&mut fields),
        "saturday" => change(&mut fields, house, saturday),
        "holiday" => change(&mut fields, house, holiday),
        "no_holiday" => change(&mut fields, house, no_holiday),
        "region" => change(&mut fields, house, region),
        _ => return Err(broken()),
    };
    match (command, fields.into_refusals()) {
        (Some(command), refusals) if refusals.is_empty() => Ok(HouseSubmission { id, command }),
        (_, refusals) if refusals.is_empty() => Err(broken()),
        (_, refusals) => Err(refusals),
    }
}

fn settings(fields: &mut Fields<'_>, house: &House) -> Option<HouseCommand> {
    let lead = fields.number("lead_working_days", house.settings.lead_working_days)?;
    if lead > LEAD_DAYS_MAX {
        fields.refuse("lead_working_days", Why::NotANumber);
    }
    let yes = |fields: &Fields<'_>, field| !fields.get(field).is_empty();
    let settings = Settings {
        lead_working_days: lead,
        large: yes(fields, "large"),
        basic_service: yes(fields, "basic_service"),
        tax_rate: fields.rate_said("tax_rate")?,
    };
    Some(HouseCommand::ChangeSettings { settings })
}

fn limits(fields: &mut Fields<'_>) -> Option<HouseCommand> {
    let (gesture, alert) = (fields.money_said("gesture"), fields.money_said("alert"));
    let limits = Limits {
        gesture_minor_max: gesture?.minor,
        alert_minor: alert?.minor,
    };
    Some(HouseCommand::SetLimits { limits })
}

/// Rows that are left empty are none.
fn bodies(fields: &mut Fields<'_>) -> Option<HouseCommand> {
    let rows = fields.rows("body");
    let mut bodies = Vec::with_capacity(rows);
    for row in 0..rows {
        let [name, address] = ["name", "address"].map(|part| format!("body.{row}.{part}"));
        if fields.get(&name).is_empty() && fields.get(&address).is_empty() {
            continue;
        }
        bodies.push(DisputeBody {
            name: line(fields, &name),
            address: line(fields, &address),
        });
    }
    if bodies.is_empty() {
        fields.refuse("body.0.name", Why::Missing);
    }
    Some(HouseCommand::NameDisputeBodies { bodies })
}

fn line(fields: &mut Fields<'_>, field: &str) -> String {
    let said = fields.get(field);
    match said.chars().count() {
        0 => fields.refuse(field, Why::Missing),
        1..=BODY_CHARS_MAX => {}
        _ => fields.refuse(field, Why::TooLong(BODY_CHARS_MAX)),
    }
    said.to_owned()
}

fn template(fields: &mut Fields<'_>) -> Option<HouseCommand> {
    let letters = Letter::ALL.map(|letter| (letter.code(), letter));
    let letter = fields.choice("letter", None, &letters);
    let language = fields.choice("language", None, &languages());
    let said = |field| Some(fields.get(field).to_owned()).filter(|said| !said.is_empty());
    let (opening, closing) = (said("opening"), said("closing"));
    let template = Template {
        letter: letter?,
        language: language?,
        opening,
        closing,
    };
    Some(HouseCommand::SetTemplate { template })
}
