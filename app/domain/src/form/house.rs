//! What is asked of the house: its settings, and a store's days one by one.
//! Every form carries `kind`, `id`, `seed` and `version`, the version of the house that was on the screen.
//! It refuses to decide: the house does.

use chrono::Datelike as _;

use super::{Fields, Typed};
use crate::calendar::{Calendar, Saturday, WorkCalendar};
use crate::house::{House, HouseCommand, Settings};
use crate::ids::{CommandId, StoreId};
use crate::packs;
use crate::refusal::{Refusal, Why};
use crate::time::Date;

const LEAD_DAYS_MAX: u16 = 60;
/// A day more than these is none of a year's holidays.
const NAME_CHARS_MAX: usize = 80;

const SATURDAYS: &[(&str, Saturday)] = &[("works", Saturday::Works), ("rests", Saturday::Rests)];

/// A command of the house, ready to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HouseSubmission {
    /// Its id.
    pub id: CommandId,
    /// What is asked.
    pub command: HouseCommand,
}

/// Reads a form of the house's: `settings` (`lead_working_days`, `large`, `basic_service`, `tax_rate`); `saturday`
/// (`store`, `saturday`); `holiday` (`store`, `year`, `date`, `name`); `no_holiday` (`store`, `date`); `region`
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
        "saturday" => calendar(&mut fields, house, saturday),
        "holiday" => calendar(&mut fields, house, holiday),
        "no_holiday" => calendar(&mut fields, house, no_holiday),
        "region" => calendar(&mut fields, house, region),
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

/// A store's calendar with one change.
fn calendar(
    fields: &mut Fields<'_>,
    house: &House,
    change: fn(&mut Fields<'_>, &House, &mut WorkCalendar) -> Option<()>,
) -> Option<HouseCommand> {
    let store: StoreId = fields.id_said("store", Why::NoSuchStore)?;
    let Some(known) = house.stores.get(&store) else {
        fields.refuse("store", Why::NoSuchStore);
        return None;
    };
    let mut calendar = known.calendar.clone();
    change(fields, house, &mut calendar)?;
    Some(HouseCommand::ChangeCalendar { store, calendar })
}

fn saturday(fields: &mut Fields<'_>, _: &House, calendar: &mut WorkCalendar) -> Option<()> {
    calendar.saturday = fields.choice("saturday", None, SATURDAYS)?;
    Some(())
}

fn holiday(fields: &mut Fields<'_>, house: &House, calendar: &mut WorkCalendar) -> Option<()> {
    let year = year(fields)?;
    let (date, name) = (fields.date_said("date"), fields.get("name"));
    match name.chars().count() {
        0 => fields.refuse("name", Why::Missing),
        1..=NAME_CHARS_MAX => {}
        _ => fields.refuse("name", Why::TooLong(NAME_CHARS_MAX)),
    }
    let date = date?;
    if date.year() != year {
        fields.refuse("date", Why::OutsideTheYear(year));
        return None;
    }
    state(house, calendar, year);
    calendar.holidays.insert(date, name.to_owned());
    Some(())
}

fn no_holiday(fields: &mut Fields<'_>, house: &House, calendar: &mut WorkCalendar) -> Option<()> {
    let date: Date = fields.date_said("date")?;
    state(house, calendar, date.year());
    if calendar.holidays.remove(date).is_none() {
        fields.refuse("date", Why::NoSuchHoliday);
        return None;
    }
    Some(())
}

fn region(fields: &mut Fields<'_>, house: &House, calendar: &mut WorkCalendar) -> Option<()> {
    let (year, code) = (year(fields)?, fields.get("region"));
    let regions = house.pack.rules().regions.iter();
    let Some(region) = regions.into_iter().find(|region| region.code == code) else {
        fields.refuse("region", Why::NotAChoice);
        return None;
    };
    state(house, calendar, year);
    add(calendar, region.holidays, year);
    Some(())
}

fn year(fields: &mut Fields<'_>) -> Option<i32> {
    let year = fields.number("year", 0)?;
    if !super::fields::YEARS.contains(&year) {
        fields.refuse("year", Why::NotANumber);
        return None;
    }
    Some(year)
}

/// Whoever changes a year states it from then on, the country's days among its own.
fn state(house: &House, calendar: &mut WorkCalendar, year: i32) {
    let country = house.pack.rules().holidays;
    let is_stated = Calendar::new(calendar.saturday, &calendar.holidays, country).is_stated(year);
    if !is_stated {
        add(calendar, country, year);
    }
}

/// A day that is a holiday already keeps its name.
fn add(calendar: &mut WorkCalendar, holidays: &[packs::Holiday], year: i32) {
    for (date, name) in packs::of_year(holidays, year) {
        if calendar.holidays.get(date).is_none() {
            calendar.holidays.insert(date, name.to_owned());
        }
    }
}
