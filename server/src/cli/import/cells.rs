//! What any cell may be: nothing, a whole count, or words quoted in a reason.
//! It refuses a count that can be read two ways.

/// How much of a cell a reason quotes, in letters.
const QUOTED_MAX: usize = 80;

/// What files write where there is nothing.
pub(super) fn is_nothing(cell: &str) -> bool {
    let empty = [
        "",
        "-",
        "null",
        "none",
        "nan",
        "nat",
        "n/a",
        "na",
        "\\n",
        "0000-00-00",
        "00/00/0000",
    ];
    let folded = cell.trim().to_lowercase();
    let day = folded.split([' ', 't']).next().unwrap_or_default();
    empty.contains(&folded.as_str()) || day == "0000-00-00"
}

/// A cell as a reason quotes it: the beginning of a long one.
pub(super) fn quoted(cell: &str) -> String {
    match cell.char_indices().nth(QUOTED_MAX) {
        Some((end, _)) => format!("{}…", &cell[..end]),
        None => cell.to_owned(),
    }
}

/// A whole count: `3`, `3.0`, `3,00`; one where nothing is said. Else why it is none.
pub(super) fn count(cell: &str) -> Result<u32, String> {
    if is_nothing(cell) {
        return Ok(1);
    }
    let (whole, rest) = cell.split_once(['.', ',']).unwrap_or((cell, ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if rest.len() == 3 && !whole.is_empty() && is_number(whole) && is_number(rest) {
        return Err(format!(
            "{} may be {whole}{rest}, or {whole} and a fraction: write it without the separator",
            quoted(cell)
        ));
    }
    let is_whole = is_number(whole) && rest.len() <= 2 && rest.bytes().all(|byte| byte == b'0');
    let count = whole.parse().ok().filter(|_| is_whole);
    count.ok_or_else(|| format!("{} is not a whole number", quoted(cell)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_whole() {
        for (cell, is) in [
            ("", Some(1)),
            ("3", Some(3)),
            ("1200", Some(1200)),
            ("3,0", Some(3)),
            ("3.00", Some(3)),
            ("2.5", None),
            ("3.0000", None),
            ("-1", None),
            ("+1", None),
            ("x", None),
        ] {
            assert_eq!(count(cell).ok(), is, "{cell}");
        }
    }

    #[test]
    fn three_digits_behind_a_separator_may_be_thousands_and_are_not_guessed_at() {
        for cell in ["1.000", "12,500", "1.234"] {
            let reason = count(cell).expect_err("two ways to read it");
            assert!(reason.contains("without the separator"), "{reason}");
        }
    }

    #[test]
    fn a_long_cell_is_quoted_by_its_beginning() {
        assert_eq!(quoted("corto"), "corto");
        assert_eq!(quoted(&"ñ".repeat(500)), format!("{}…", "ñ".repeat(80)));
    }
}
