//! How the domain's types stand in columns: versions and instants as integers, days since 1970, digests as bytes.
//! It refuses to know any table.

use chrono::Days;
use domain::text::{Digest, Salt};
use domain::time::Date;

use crate::LedgerError;

const EPOCH: Date = Date::from_ymd_opt(1970, 1, 1).expect("a day there was");

/// Days since 1970-01-01.
pub(crate) fn day(date: Date) -> i64 {
    date.signed_duration_since(EPOCH).num_days()
}

/// The day a column holds.
pub(crate) fn date(days: i64) -> Result<Date, LedgerError> {
    let count = Days::new(days.unsigned_abs());
    let date = if days < 0 {
        EPOCH.checked_sub_days(count)
    } else {
        EPOCH.checked_add_days(count)
    };
    date.ok_or_else(|| LedgerError::stored("day", days))
}

pub(crate) fn date_or_none(days: Option<i64>) -> Result<Option<Date>, LedgerError> {
    days.map(date).transpose()
}

pub(crate) fn digest(bytes: Vec<u8>) -> Result<Digest, LedgerError> {
    thirty_two(bytes).map(Digest)
}

pub(crate) fn salt(bytes: Vec<u8>) -> Result<Salt, LedgerError> {
    thirty_two(bytes).map(Salt)
}

fn thirty_two(bytes: Vec<u8>) -> Result<[u8; 32], LedgerError> {
    bytes
        .try_into()
        .map_err(|_| LedgerError::stored("digest", "it is not 32 bytes"))
}

/// A state or a house, as its column holds it.
pub(crate) fn from_json<T: serde::de::DeserializeOwned>(
    what: &'static str,
    json: &str,
) -> Result<T, LedgerError> {
    serde_json::from_str(json).map_err(|error| LedgerError::stored(what, error))
}

pub(crate) fn to_json<T: serde::Serialize>(
    what: &'static str,
    value: &T,
) -> Result<String, LedgerError> {
    serde_json::to_string(value).map_err(|error| LedgerError::stored(what, error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_go_there_and_back() {
        for days in [-700_000, -1, 0, 1, 20_600] {
            assert_eq!(day(date(days).expect("a day")), days);
        }
        assert!(date(i64::MAX).is_err());
    }
}
