//! How what is read travels to the browser: in postcard, whose reading is a third of JSON's code in the wasm. What people
//! and programs look at stays JSON. It refuses to know what is read.

use codee::binary::PostcardCodec;
use codee::{Decoder, Encoder};
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The media type of what is sent so.
pub const MEDIA_TYPE: &str = "application/x-postcard";

/// The encoding of every read, for `#[server(output = …)]`.
pub(super) type Wire = Postcard;

/// What a page reads, again whenever what it is asked with changes.
pub(crate) type Reading<T> = Resource<Result<T, ServerFnError>, PostcardCodec>;

/// Reads for a page: on the server before it is sent, in the browser from then on.
pub(crate) fn reading<S, T, F>(
    asked: impl Fn() -> S + Send + Sync + 'static,
    read: impl Fn(S) -> F + Send + Sync + 'static,
) -> Reading<T>
where
    S: PartialEq + Clone + Send + Sync + 'static,
    T: Serialize + DeserializeOwned + Send + Sync + 'static,
    F: Future<Output = Result<T, ServerFnError>> + Send + 'static,
{
    Resource::new_with_options(asked, read, false)
}

/// What the server alone knows of a request and the browser goes on with.
pub(crate) fn handed<T>(known: impl FnOnce() -> T) -> T
where
    T: Serialize + DeserializeOwned,
{
    SharedValue::<T, PostcardCodec>::new_with_encoding(known).into_inner()
}

/// The bytes of a value.
///
/// # Panics
/// Never: nothing that is read is without a length.
#[must_use]
pub fn packed<T: Serialize>(value: &T) -> Vec<u8> {
    PostcardCodec::encode(value).expect("everything read has a length")
}

/// The value of those bytes; `None` where they are of none.
#[must_use]
pub fn unpacked<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    PostcardCodec::decode(bytes).ok()
}
