//! The pieces screens are made of, and the only long class strings. A part knows how it looks and what it says to a
//! screen reader; it refuses to know what it is used for.

mod announce;
mod badge;
mod button;
mod check;
mod days;
mod empty;
mod field;
mod form;
pub(crate) mod frame;
mod icon;
mod list;
mod loaded;
mod owed;
mod paper;
mod rail;
mod row;
mod search;
mod section;
mod select;
mod sift;
mod switch;

pub(crate) use announce::{Announcer, announcer};
pub(crate) use badge::Badge;
pub(crate) use button::{Button, Key, Look, Offer, Tap};
pub(crate) use check::{Check, Group};
pub(crate) use days::Days;
pub(crate) use empty::Empty;
pub(crate) use field::{Area, Field, Hidden};
pub(crate) use form::{Taken, Taker, WriteForm};
pub(crate) use frame::{Arrivals, Frame, Narrow};
pub(crate) use icon::{Glyph, Icon};
pub(crate) use list::{End, LineTo, Lines};
pub(crate) use loaded::Loaded;
pub(crate) use owed::{Actions, DueLine};
pub(crate) use paper::{Code, Paper, Part, Say, SpokenKey};
pub(crate) use rail::{LANES_MAX, Rail, Reach};
pub(crate) use row::{DayHeading, RowLine, Rows};
pub(crate) use search::{Facet, SearchBox, Shelf};
pub(crate) use section::{Columns, Definition, Grid, Only, Section, Tabs};
pub(crate) use select::Select;
pub(crate) use sift::{Fold, Pick, Words};
pub(crate) use switch::Switch;

#[cfg(test)]
mod tests;
