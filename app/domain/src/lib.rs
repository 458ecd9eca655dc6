//! Palabra.

pub mod calendar;
pub mod money;
pub mod search;
pub mod time;
