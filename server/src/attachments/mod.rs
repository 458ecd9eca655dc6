//! Attachments at the door: what comes in is found out by its content, never by its name; what goes out goes to whoever
//! may read the fact that points to it, and never as a page. It refuses to keep a picture as it came.

mod door;
mod file;
mod judge;
mod picture;

pub use door::{page, post, post_in_file};
pub use file::{evidence, get};
pub use judge::{Judged, Judging, judge};

use domain::attachment;

/// What comes with a file in the same form.
const FIELDS_BYTES_MAX: usize = 64 * 1024;

/// The bytes of a form with a file: a file a little too large is told so beside its field.
pub const FORM_BYTES_MAX: usize =
    attachment::BYTES_MAX + attachment::BYTES_MAX / 10 + FIELDS_BYTES_MAX;
