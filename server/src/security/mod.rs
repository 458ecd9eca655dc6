//! What stands before every answer: headers, the origin of what is posted, where a request came from, how often.
//! It refuses to know who asks; that is `auth`.

pub mod client;
pub mod headers;
pub mod origin;
