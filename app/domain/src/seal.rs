//! The seal: each line of a stream is hashed over its exact bytes, and each head over the head before it, so that a
//! changed, missing or swapped line is found, and a hidden line can stand by its leaf alone.
//! It refuses to know what the bytes say.

use crate::text::Digest;

/// The head of a stream without a line.
pub const EMPTY: Digest = Digest([0; 32]);

/// SHA-256 of a line's bytes as stored.
#[must_use]
pub fn leaf(sealed: &[u8]) -> Digest {
    Digest::of(&[sealed])
}

/// SHA-256(previous head ‖ leaf).
#[must_use]
pub fn head(previous: Digest, leaf: Digest) -> Digest {
    Digest::of(&[&previous.0, &leaf.0])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain(lines: &[&str]) -> Digest {
        lines
            .iter()
            .fold(EMPTY, |before, line| head(before, leaf(line.as_bytes())))
    }

    #[test]
    fn a_changed_missing_or_swapped_line_gives_another_head() {
        let whole = chain(&["a", "b", "c"]);
        assert_ne!(whole, chain(&["a", "x", "c"]));
        assert_ne!(whole, chain(&["a", "c"]));
        assert_ne!(whole, chain(&["b", "a", "c"]));
        assert_ne!(whole, chain(&["a", "b"]));
    }
}
