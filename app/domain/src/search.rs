//! The one normaliser of search: what is written into the index and what a person types pass through it,
//! so that both engines find the same things by plain prefixes of plain terms.
//! It refuses to know tables, ranking, and where a term was found.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

const TERM_CHARS_MAX: usize = 64;
const TERMS_MAX: usize = 64;
const RUN_DIGITS_MIN: usize = 3;
const PHONE_DIGITS: usize = 9;

/// What a person typed, as terms: each is to be matched as a prefix, and all must match.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Query {
    /// Folded, without repetition, at most 64.
    pub terms: Vec<String>,
}

/// Without accents, case or ligatures: `Ñandú` is `nandu`, `Straße` is `strasse`, `ﬁn` is `fin`.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)) {
        for lower in c.to_lowercase().filter(|c| !is_combining_mark(*c)) {
            match lower {
                'ß' => folded.push_str("ss"),
                'æ' => folded.push_str("ae"),
                'œ' => folded.push_str("oe"),
                'ø' => folded.push('o'),
                'đ' => folded.push('d'),
                'ł' => folded.push('l'),
                'ı' => folded.push('i'),
                // A final sigma and a capital one are the same letter.
                'ς' => folded.push('σ'),
                other => folded.push(other),
            }
        }
    }
    folded
}

/// Its words, folded: letters and digits, in order, without repetition, at most 64 of at most 64 characters.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    terms(split(&fold(text)))
}

/// Its decimal digits and nothing else.
#[must_use]
pub fn digits(text: &str) -> String {
    text.nfkd().filter(char::is_ascii_digit).collect()
}

/// The terms of a phone number: all its digits, and the last nine where there are more,
/// so that it is found with and without its country.
#[must_use]
pub fn phone_terms(text: &str) -> Vec<String> {
    let all = digits(text);
    let national = all.len().saturating_sub(PHONE_DIGITS);
    terms([all.as_str(), &all[national..]])
}

/// The terms of a tax id or an order number: joined without punctuation (`P-1` is `p1`), its words,
/// and its runs of letters or of digits, so that it is found however it was punctuated.
#[must_use]
pub fn code_terms(text: &str) -> Vec<String> {
    let folded = fold(text);
    let joined: String = folded.chars().filter(|c| c.is_alphanumeric()).collect();
    let runs = runs(&joined);
    terms(
        std::iter::once(joined.as_str())
            .chain(split(&folded))
            .chain(runs),
    )
}

impl Query {
    /// Reads what a person typed. Numbers of three digits or more written in groups, with only spaces
    /// and `+ - . ( )` between, are one term: `600 11 22 33` looks for `600112233`.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let folded = fold(text);
        let mut found = Vec::new();
        let mut run = Vec::new();
        for chunk in folded.split_whitespace() {
            let numeric = chunk.chars().all(is_of_number);
            if !numeric {
                found.append(&mut number(&mut run));
            }
            for piece in pieces(chunk) {
                if piece.chars().all(is_of_number) {
                    run.extend(split(piece));
                } else {
                    found.append(&mut number(&mut run));
                    found.extend(split(piece).map(str::to_owned));
                }
            }
            if !numeric {
                found.append(&mut number(&mut run));
            }
        }
        found.append(&mut number(&mut run));
        Self {
            terms: terms(found.iter().map(String::as_str)),
        }
    }

    /// Whether nothing was typed that can be looked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }
}

/// The groups collected so far, joined if they are long enough for a number.
fn number(groups: &mut Vec<&str>) -> Vec<String> {
    let joined = groups.concat();
    let separate = groups.drain(..).map(str::to_owned).collect();
    if joined.len() < RUN_DIGITS_MIN {
        return separate;
    }
    vec![joined]
}

fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | '(' | ')')
}

/// A chunk cut between its words, so that words of digits stand apart from the others:
/// each word is a piece, and each stretch of punctuation.
fn pieces(chunk: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut from = 0;
    let mut was_word = None;
    for (at, c) in chunk.char_indices() {
        let is_word = c.is_alphanumeric();
        if was_word.is_some_and(|was| was != is_word) {
            pieces.push(&chunk[from..at]);
            from = at;
        }
        was_word = Some(is_word);
    }
    pieces.push(&chunk[from..]);
    pieces
}

fn split(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// The stretches of digits and of other characters in a joined code.
fn runs(joined: &str) -> Vec<&str> {
    let mut runs = Vec::new();
    let mut rest = joined;
    while let Some(first) = rest.chars().next() {
        let is_digit = first.is_ascii_digit();
        let end = rest
            .find(|c: char| c.is_ascii_digit() != is_digit)
            .unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        runs.push(run);
        rest = after;
    }
    runs
}

/// Cut to length, without the empty and the repeated, in order.
fn terms<'a>(found: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut terms: Vec<String> = Vec::new();
    for word in found {
        if terms.len() == TERMS_MAX {
            break;
        }
        let end = word
            .char_indices()
            .nth(TERM_CHARS_MAX)
            .map_or(word.len(), |(end, _)| end);
        let term = &word[..end];
        if !term.is_empty() && !terms.iter().any(|known| known == term) {
            terms.push(term.to_owned());
        }
    }
    terms
}

#[cfg(test)]
#[path = "search_tests.rs"]
mod tests;
