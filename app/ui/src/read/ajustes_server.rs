//! The server's half of reading what a house sets.

use chrono::{Datelike as _, NaiveDate};
use domain::account::Language;
use domain::calendar::DayKind;
use domain::context::Role;
use domain::house::{House, Template};
use domain::mail::Letter;
use leptos::prelude::*;

use super::ajustes::{AjustesAsked, AjustesPage};
use super::visit::{visit, visitor};

/// The years that can be looked at.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

pub(super) fn ajustes(asked: AjustesAsked) -> Result<Option<AjustesPage>, ServerFnError> {
    let (visit, visitor) = (visit()?, visitor()?);
    let house = &visitor.house;
    let named = asked.store.and_then(|store| store.parse().ok());
    let named = named.filter(|store| house.stores.contains_key(store));
    let Some(store) = named.or_else(|| house.stores.keys().next().copied()) else {
        return Ok(None);
    };
    let this_year = house.zone(store).date(visit.now).year();
    let year = asked.year.and_then(|year| year.parse().ok());
    let year = year
        .filter(|year| YEARS.contains(year))
        .unwrap_or(this_year);
    let days = house.legal_days(store);
    let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
    let of_year = first.iter_days().take_while(|day| day.year() == year);
    let holidays = of_year.filter_map(|day| match days.kind(day) {
        DayKind::Holiday(name) => Some((day, name)),
        DayKind::Working | DayKind::Weekend => None,
    });
    let stores = house.stores.iter();
    Ok(Some(AjustesPage {
        version: house.version,
        name: house.name.clone(),
        pack: house.pack,
        settings: house.settings,
        gesture_max: house.gesture_max(),
        alert_above: house.alert_above(),
        bodies: house.dispute_bodies(),
        bodies_are_confirmed: !house.bodies.is_empty(),
        template: template(house, asked.letter.as_deref(), asked.language.as_deref()),
        stores: stores
            .map(|(id, store)| (id.to_string(), store.name.clone()))
            .collect(),
        store: store.to_string(),
        year,
        holidays: holidays.collect(),
        is_stated: days.is_stated(year),
        saturday: days.saturday(),
        may_change: visitor.roles().contains(&Role::Administrator),
    }))
}

/// What stands around that letter, or nothing.
fn template(house: &House, letter: Option<&str>, language: Option<&str>) -> Template {
    let letter = letter.and_then(Letter::from_code).unwrap_or(Letter::Answer);
    let language = language
        .and_then(Language::from_code)
        .unwrap_or(Language::Es);
    let stands = house.template(letter, language);
    stands.cloned().unwrap_or(Template {
        letter,
        language,
        opening: None,
        closing: None,
    })
}
