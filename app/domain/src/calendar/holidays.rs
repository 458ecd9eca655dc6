//! Holidays in their order, so that those of a span are found by halving and lent as they stand.
//! It refuses to know whose they are.

use std::collections::BTreeMap;

use chrono::Datelike;
use serde::{Deserialize, Serialize};

use crate::time::Date;

/// Holidays with their names, in their order, one a day.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "BTreeMap<Date, String>", into = "BTreeMap<Date, String>")]
pub struct Holidays(Vec<(Date, String)>);

impl Holidays {
    /// None.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The name of the one on that day.
    #[must_use]
    pub fn get(&self, date: Date) -> Option<&str> {
        let place = self.place(date).ok()?;
        self.0.get(place).map(|(_, name)| name.as_str())
    }

    /// That day is one, by that name, whatever it was called before.
    pub fn insert(&mut self, date: Date, name: String) {
        match self.place(date) {
            Ok(place) => self.0[place].1 = name,
            Err(place) => self.0.insert(place, (date, name)),
        }
    }

    /// That day is none; its name where it was one.
    pub fn remove(&mut self, date: Date) -> Option<String> {
        let place = self.place(date).ok()?;
        Some(self.0.remove(place).1)
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[(Date, String)] {
        &self.0
    }

    /// Those of a year.
    #[must_use]
    pub fn of_year(&self, year: i32) -> &[(Date, String)] {
        let first = self.0.partition_point(|(day, _)| day.year() < year);
        let end = self.0.partition_point(|(day, _)| day.year() <= year);
        &self.0[first..end]
    }

    /// Whether any falls in that year: if none does, nobody has said which do.
    #[must_use]
    pub fn are_known_of(&self, year: i32) -> bool {
        let first = self.0.partition_point(|(day, _)| day.year() < year);
        self.0.get(first).is_some_and(|(day, _)| day.year() == year)
    }

    fn place(&self, date: Date) -> Result<usize, usize> {
        self.0.binary_search_by_key(&date, |(day, _)| *day)
    }
}

impl From<BTreeMap<Date, String>> for Holidays {
    fn from(days: BTreeMap<Date, String>) -> Self {
        Self(days.into_iter().collect())
    }
}

impl From<Holidays> for BTreeMap<Date, String> {
    fn from(days: Holidays) -> Self {
        days.0.into_iter().collect()
    }
}

/// Of two on one day the later told stays.
impl FromIterator<(Date, String)> for Holidays {
    fn from_iter<I: IntoIterator<Item = (Date, String)>>(days: I) -> Self {
        days.into_iter().collect::<BTreeMap<_, _>>().into()
    }
}
