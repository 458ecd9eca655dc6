//! What a customer takes away from a claim: a key that can be said over the phone and tells how the claim stands, and
//! a link that opens their page. Both come from the seed of the form that takes the claim in, so that the browser, the
//! server and a replay mint the same ones.
//! It refuses to know whose they are, and to make randomness.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::refusal::Why;
use crate::text::{Digest, Salt};

/// The letters of a key, each worth its place: Crockford's, without those that are read for others.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// What more the check may be: a remainder of 37 is worth one of these beyond the letters.
const CHECKS: &[u8; 5] = b"*~$=U";
const CHARACTERS: usize = 12;
const BITS: u32 = 60;

/// Twelve of Crockford's letters, 60 bits, and his check character (the remainder of 37): `7K3M-Q0VT-9XWD-5`.
/// One letter mistyped, or two beside each other swapped, are always found.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(u64);

/// 128 bits that nobody guesses, written in 32 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Link([u8; 16]);

/// A key and a link, as texts that come with a claim or as a fact points to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Handed<T> {
    /// The key, as it is shown.
    pub key: T,
    /// The link's secret.
    pub link: T,
}

impl Key {
    /// The key of the claim that is taken in with that seed.
    #[must_use]
    pub fn minted(seed: &Salt) -> Self {
        let digest = Digest::of(&[&seed.0, b"claim key"]).0;
        let bits = digest.iter().take(8).fold(0, append);
        Self(bits >> (u64::BITS - BITS))
    }

    /// As somebody typed it or heard it: capitals or not, with any hyphens and spaces; I and L are read as 1, O as 0.
    ///
    /// # Errors
    /// `Missing`; `NotAKey` where letters are too few, too many or none of a key's; `MistypedKey` where the check
    /// character says that one of them is another.
    pub fn read(typed: &str) -> Result<Self, Why> {
        let mut letters = typed.chars().filter(|letter| !is_between(*letter));
        let mut value = 0_u64;
        for place in 0..CHARACTERS {
            let worth = match letters.next() {
                Some(letter) => worth(letter).ok_or(Why::NotAKey)?,
                None if place == 0 => return Err(Why::Missing),
                None => return Err(Why::NotAKey),
            };
            value = value << 5 | worth;
        }
        let check = letters.next().and_then(check_worth).ok_or(Why::NotAKey)?;
        match letters.next() {
            Some(_) => Err(Why::NotAKey),
            None if value % 37 == check => Ok(Self(value)),
            None => Err(Why::MistypedKey),
        }
    }

    /// SHA-256 of it, by which it is looked up.
    #[must_use]
    pub fn digest(self) -> Digest {
        Digest::of(&[b"key", &self.0.to_be_bytes()])
    }

    fn check(self) -> char {
        let remainder = (self.0 % 37) as usize;
        let beyond = || CHECKS[remainder - LETTERS.len()];
        char::from(LETTERS.get(remainder).copied().unwrap_or_else(beyond))
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for place in 0..CHARACTERS {
            if place > 0 && place.is_multiple_of(4) {
                f.write_str("-")?;
            }
            let shift = 5 * (CHARACTERS - 1 - place);
            write!(
                f,
                "{}",
                char::from(LETTERS[(self.0 >> shift & 31) as usize])
            )?;
        }
        write!(f, "-{}", self.check())
    }
}

/// Never whole where it may be logged.
impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

impl Link {
    /// The link of the claim that is taken in with that seed.
    #[must_use]
    pub fn minted(seed: &Salt) -> Self {
        Self::from_seed(seed, b"claim link")
    }

    /// The link of the promise that is signed with that seed.
    #[must_use]
    pub fn of_promise(seed: &Salt) -> Self {
        Self::from_seed(seed, b"promise link")
    }

    fn from_seed(seed: &Salt, of: &[u8]) -> Self {
        let digest = Digest::of(&[&seed.0, of]).0;
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&digest[..16]);
        Self(bytes)
    }

    /// 32 hexadecimal digits, as they are written; `None` for anything else.
    #[must_use]
    pub fn read(written: &str) -> Option<Self> {
        let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        if written.len() != 32 || !written.bytes().all(is_digit) {
            return None;
        }
        u128::from_str_radix(written, 16)
            .ok()
            .map(|bits| Self(bits.to_be_bytes()))
    }

    /// SHA-256 of it, by which it is looked up.
    #[must_use]
    pub fn digest(self) -> Digest {
        Digest::of(&[b"link", &self.0])
    }
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", u128::from_be_bytes(self.0))
    }
}

/// Never where it may be logged: it opens the page.
impl fmt::Debug for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Link(…)")
    }
}

fn append(bits: u64, byte: &u8) -> u64 {
    bits << 8 | u64::from(*byte)
}

/// What people put between letters.
fn is_between(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '-' | '‐' | '‑' | '–' | '—' | '.')
}

fn worth(letter: char) -> Option<u64> {
    let letter = match letter.to_ascii_uppercase() {
        'I' | 'L' => '1',
        'O' => '0',
        other => other,
    };
    let place = LETTERS
        .iter()
        .position(|known| char::from(*known) == letter)?;
    u64::try_from(place).ok()
}

fn check_worth(letter: char) -> Option<u64> {
    let upper = letter.to_ascii_uppercase();
    let beyond = || {
        let place = CHECKS
            .iter()
            .position(|known| char::from(*known) == upper)?;
        u64::try_from(LETTERS.len() + place).ok()
    };
    worth(letter).or_else(beyond)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn key() -> impl Strategy<Value = Key> {
        (0..1_u64 << BITS).prop_map(Key)
    }

    /// Its letters, the check last.
    fn letters(key: Key) -> Vec<char> {
        key.to_string()
            .chars()
            .filter(|letter| *letter != '-')
            .collect()
    }

    fn of(letters: &[char]) -> Result<Key, Why> {
        Key::read(&letters.iter().collect::<String>())
    }

    proptest! {
        #[test]
        fn a_key_is_read_as_it_was_shown(key in key()) {
            prop_assert_eq!(Key::read(&key.to_string()), Ok(key));
        }

        #[test]
        fn it_is_read_however_it_was_typed(key in key(), between in "[-. ]{0,3}") {
            let typed = letters(key)
                .iter()
                .map(|letter| match letter {
                    '1' => "l".to_owned(),
                    '0' => "o".to_owned(),
                    other => other.to_lowercase().to_string(),
                })
                .collect::<Vec<_>>()
                .join(&between);
            prop_assert_eq!(Key::read(&format!(" {typed} ")), Ok(key));
        }

        #[test]
        fn one_letter_mistyped_is_always_found(key in key(), at in 0..13_usize, other in 0..37_usize) {
            let known: Vec<char> = LETTERS.iter().chain(CHECKS).map(|byte| char::from(*byte)).collect();
            let mut typed = letters(key);
            prop_assume!(typed[at] != known[other]);
            typed[at] = known[other];
            prop_assert!(of(&typed).is_err(), "{:?}", typed);
        }

        #[test]
        fn two_neighbours_swapped_are_always_found(key in key(), at in 0..12_usize) {
            let mut typed = letters(key);
            prop_assume!(typed[at] != typed[at + 1]);
            typed.swap(at, at + 1);
            prop_assert!(of(&typed).is_err(), "{:?}", typed);
        }

        #[test]
        fn what_is_no_key_is_refused_and_never_a_panic(typed in ".{0,40}") {
            let _ = Key::read(&typed);
            let _ = Link::read(&typed);
        }
    }

    #[test]
    fn every_slip_in_one_place_is_found() {
        let key = Key::minted(&Salt([7; 32]));
        for (at, one) in letters(key).into_iter().enumerate() {
            for other in LETTERS
                .iter()
                .map(|byte| char::from(*byte))
                .filter(|other| *other != one)
            {
                let mut typed = letters(key);
                typed[at] = other;
                assert_eq!(of(&typed), Err(Why::MistypedKey), "{typed:?}");
            }
        }
    }

    #[test]
    fn the_same_seed_mints_the_same_and_another_others() {
        let (one, two) = (Salt([7; 32]), Salt([8; 32]));
        // Worked out apart, with another SHA-256.
        assert_eq!(Key::minted(&one).to_string(), "RPAW-QCZP-RTX6-K");
        assert_eq!(
            Link::minted(&one).to_string(),
            "d1a46be931efada392b86d766b3cf50f"
        );
        assert_ne!(Key::minted(&one), Key::minted(&two));
        assert_ne!(Link::minted(&one), Link::minted(&two));
    }

    #[test]
    fn what_is_wrong_is_told_apart() {
        for (typed, why) in [
            ("", Why::Missing),
            (" - ", Why::Missing),
            ("7K3M-Q0VT", Why::NotAKey),
            ("0000-0000-0000-00", Why::NotAKey),
            ("0000-0000-000U-0", Why::NotAKey),
            ("0000-0000-0000-1", Why::MistypedKey),
        ] {
            assert_eq!(Key::read(typed), Err(why), "{typed}");
        }
        assert_eq!(Key::read("0000-0000-0000-0"), Ok(Key(0)));
        assert_eq!(Key::read("0000 0000 0014 u"), Ok(Key(36)));
    }

    #[test]
    fn a_link_is_read_as_it_is_written_only() {
        let link = Link::minted(&Salt([9; 32]));
        assert_eq!(Link::read(&link.to_string()), Some(link));
        for other in [
            link.to_string().to_uppercase() + "0",
            "+".repeat(32),
            "é".repeat(16),
        ] {
            assert_eq!(Link::read(&other), None, "{other}");
        }
        assert!(!format!("{link:?}").contains(&link.to_string()));
    }
}
