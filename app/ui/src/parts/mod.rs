//! The pieces screens are made of, and the only long class strings. A part knows how it looks and what it says to a
//! screen reader; it refuses to know what it is used for.

mod announce;
mod badge;
mod button;
mod check;
mod count;
mod days;
mod empty;
mod field;
mod file;
mod form;
pub(crate) mod frame;
mod icon;
mod items;
mod list;
mod loaded;
mod owed;
mod pad;
mod paper;
mod rail;
mod row;
mod search;
mod section;
mod select;
mod sift;
mod switch;
mod thread;
mod why;

pub(crate) use announce::{Announcer, announcer};
pub(crate) use badge::Badge;
pub(crate) use button::{Button, Key, Look, Offer, Tap};
pub(crate) use check::{Check, Group};
pub(crate) use count::{Count, Counts};
pub(crate) use days::Days;
pub(crate) use empty::Empty;
pub(crate) use field::{Area, Field, Hidden};
pub(crate) use file::{Choose, FileForm};
pub(crate) use form::{Taken, Taker, WriteForm};
pub(crate) use frame::{Arrivals, Frame, Narrow};
pub(crate) use icon::{Glyph, Icon};
pub(crate) use items::{Item, Items, Notice};
pub(crate) use list::{End, LineTo, Lines};
pub(crate) use loaded::Loaded;
pub(crate) use owed::{Actions, DueLine};
pub(crate) use pad::{Drawing, Pad};
pub(crate) use paper::{Code, Paper, Part, ReadAloud, Say, SpokenKey};
pub(crate) use rail::{LANES_MAX, Rail, Reach};
pub(crate) use row::{DayHeading, RowLine, Rows};
pub(crate) use search::{Facet, SearchBox, Shelf};
pub(crate) use section::{Columns, Definition, Grid, Only, Section, Tabs};
pub(crate) use select::Select;
pub(crate) use sift::{Fold, Pick, Words};
pub(crate) use switch::Switch;
pub(crate) use thread::{Known, Point, Points, Sheet, Small, Thread, Ways};
pub(crate) use why::Why;

#[cfg(test)]
mod tests;
