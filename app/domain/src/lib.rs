//! Palabra.

pub mod calendar;
pub mod money;
pub mod time;
