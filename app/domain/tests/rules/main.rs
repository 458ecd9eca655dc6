//! The rules as a whole: the stories of `stories.md` as given, when, then, the cases that stories do not reach, the
//! laws over random histories, and the bytes that are stored for ever.

mod cases;
mod laws;
mod sealed;
mod stories;
mod support;
