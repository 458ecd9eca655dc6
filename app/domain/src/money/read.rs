//! Reads an amount or a rate as a person in Spain types it.
//! It refuses to guess: a text with two readings is an error that the form shows.

use super::{Currency, Money, MoneyError};

/// Reads an amount of that currency.
pub(super) fn amount(text: &str, currency: Currency) -> Result<Money, MoneyError> {
    let (negative, bare) = strip(text, currency)?;
    let minor = number(&bare, currency.minor_digits())?;
    Ok(Money::new(if negative { -minor } else { minor }, currency))
}

/// Reads an unsigned number in units of 10^-`decimals`.
pub(super) fn number(text: &str, decimals: u32) -> Result<i64, MoneyError> {
    let (whole, fraction) = split(text, decimals)?;
    let missing = usize::try_from(decimals)
        .ok()
        .and_then(|places| places.checked_sub(fraction.len()))
        .ok_or_else(|| too_many(text))?;
    ungroup(whole)
        .ok_or_else(|| not_a_number(text))?
        .chars()
        .chain(fraction.chars())
        .chain(std::iter::repeat_n('0', missing))
        .try_fold(0_i64, |sum, c| {
            let digit = c.to_digit(10).ok_or_else(|| not_a_number(text))?;
            sum.checked_mul(10)
                .and_then(|sum| sum.checked_add(i64::from(digit)))
                .ok_or(MoneyError::TooLarge)
        })
}

/// Takes off the sign and the currency's own mark; every kind of space becomes one.
fn strip(text: &str, currency: Currency) -> Result<(bool, String), MoneyError> {
    let spaced: String = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect();
    let (negative, rest) = sign(spaced.trim());
    let first = rest.find(|c: char| c.is_ascii_digit() || matches!(c, '-' | '−' | '.' | ','));
    let last = rest.rfind(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    let (Some(first), Some(last)) = (first, last) else {
        return Err(not_a_number(text));
    };
    let (before, rest) = rest.split_at(first);
    let (rest, after) = rest.split_at(last + 1 - first);
    let marks = [before.trim(), after.trim()];
    if marks.iter().all(|mark| !mark.is_empty()) {
        return Err(not_a_number(text));
    }
    for mark in marks {
        own_mark(mark, text, currency)?;
    }
    let (negative_inside, rest) = sign(rest);
    if negative && negative_inside {
        return Err(not_a_number(text));
    }
    Ok((negative || negative_inside, rest.to_owned()))
}

fn sign(text: &str) -> (bool, &str) {
    match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text),
    }
}

fn own_mark(mark: &str, text: &str, currency: Currency) -> Result<(), MoneyError> {
    let known = match mark.to_uppercase().as_str() {
        "" => return Ok(()),
        "€" | "EURO" | "EUROS" => currency == Currency::EUR,
        "£" => currency.code() == "GBP",
        "$" => matches!(
            currency.code(),
            "COP" | "USD" | "MXN" | "CLP" | "ARS" | "UYU" | "CAD" | "AUD"
        ),
        "PESO" | "PESOS" => matches!(currency.code(), "COP" | "MXN" | "CLP" | "ARS" | "UYU"),
        code => match Currency::parse(code) {
            Ok(found) => found == currency,
            Err(_) => return Err(not_a_number(text)),
        },
    };
    if known {
        return Ok(());
    }
    Err(MoneyError::OtherCurrency {
        expected: currency,
        found: mark.to_owned(),
    })
}

/// The whole part, still grouped, and the decimals.
fn split(text: &str, decimals: u32) -> Result<(&str, &str), MoneyError> {
    let Some(last) = text.rfind(['.', ',']) else {
        return Ok((text, ""));
    };
    let (whole, fraction) = (&text[..last], &text[last + 1..]);
    let mark = &text[last..=last];
    let repeated = whole.contains(mark);
    let other = whole.contains(['.', ',']) && !repeated;
    if repeated {
        return Ok((text, ""));
    }
    if fraction.is_empty() || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return Err(not_a_number(text));
    }
    if other || fraction.len() != 3 {
        return Ok((whole, fraction));
    }
    let groups = ungroup(text).is_some();
    match (groups, decimals) {
        (true, 0..3) => Ok((text, "")),
        (true, _) => Err(ambiguous(text)),
        (false, _) => Ok((whole, fraction)),
    }
}

/// The digits of a whole number, plain or in thousands by one kind of mark.
fn ungroup(whole: &str) -> Option<String> {
    let Some(mark) = whole.chars().find(|c| !c.is_ascii_digit()) else {
        return (!whole.is_empty()).then(|| whole.to_owned());
    };
    let (head, tail) = whole.split_once(mark)?;
    let well_headed = (1..=3).contains(&head.len()) && !head.starts_with('0');
    let well_grouped = tail
        .split(mark)
        .all(|group| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit()));
    let known = matches!(mark, '.' | ',' | ' ');
    (known && well_headed && well_grouped).then(|| whole.replace(mark, ""))
}

fn not_a_number(text: &str) -> MoneyError {
    MoneyError::NotANumber {
        text: text.to_owned(),
    }
}

fn ambiguous(text: &str) -> MoneyError {
    MoneyError::Ambiguous {
        text: text.to_owned(),
    }
}

fn too_many(text: &str) -> MoneyError {
    MoneyError::TooManyDecimals {
        text: text.to_owned(),
    }
}
