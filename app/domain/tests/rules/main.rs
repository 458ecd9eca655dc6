//! The rules as a whole: the stories of `stories.md` as given, when, then, and the laws over random histories.

mod laws;
mod stories;
mod support;
