//! A store's days, one change at a time: whoever changes a year states it whole.
//! It refuses to know which days a law asks for.

use chrono::Datelike as _;

use crate::calendar::{Calendar, Saturday, WorkCalendar};
use crate::form::fields::Fields;
use crate::house::{House, HouseCommand};
use crate::ids::StoreId;
use crate::packs;
use crate::refusal::Why;
use crate::time::Date;

/// A longer name is no holiday's.
const NAME_CHARS_MAX: usize = 80;

const SATURDAYS: &[(&str, Saturday)] = &[("works", Saturday::Works), ("rests", Saturday::Rests)];

/// A store's calendar with one change.
pub(super) fn change(
    fields: &mut Fields<'_>,
    house: &House,
    by: fn(&mut Fields<'_>, &House, &mut WorkCalendar) -> Option<()>,
) -> Option<HouseCommand> {
    let store: StoreId = fields.id_said("store", Why::NoSuchStore)?;
    let Some(known) = house.stores.get(&store) else {
        fields.refuse("store", Why::NoSuchStore);
        return None;
    };
    let mut calendar = known.calendar.clone();
    by(fields, house, &mut calendar)?;
    Some(HouseCommand::ChangeCalendar { store, calendar })
}

pub(super) fn saturday(
    fields: &mut Fields<'_>,
    _: &House,
    calendar: &mut WorkCalendar,
) -> Option<()> {
    calendar.saturday = fields.choice("saturday", None, SATURDAYS)?;
    Some(())
}

pub(super) fn holiday(
    fields: &mut Fields<'_>,
    house: &House,
    calendar: &mut WorkCalendar,
) -> Option<()> {
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

pub(super) fn no_holiday(
    fields: &mut Fields<'_>,
    house: &House,
    calendar: &mut WorkCalendar,
) -> Option<()> {
    let date: Date = fields.date_said("date")?;
    state(house, calendar, date.year());
    if calendar.holidays.remove(date).is_none() {
        fields.refuse("date", Why::NoSuchHoliday);
        return None;
    }
    Some(())
}

pub(super) fn region(
    fields: &mut Fields<'_>,
    house: &House,
    calendar: &mut WorkCalendar,
) -> Option<()> {
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
    if !crate::form::fields::YEARS.contains(&year) {
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
