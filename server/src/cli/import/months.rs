//! Dates with the month's name, in Spanish or English, whole or by its first letters.
//! It refuses a word that is no month's, and a name of two letters.

use domain::search::fold;
use domain::time::Date;

use super::dates::whole_year;

/// `2-Jun-06`, `2 de junio de 2006`, `June 2, 2006`, and what stands behind it.
pub(super) fn with_named_month(cell: &str) -> Option<(Date, String)> {
    if !cell.bytes().any(|byte| byte.is_ascii_alphabetic()) {
        return None;
    }
    let words: Vec<String> = cell
        .split([' ', '-', '/', ',', '.'])
        .map(fold)
        .filter(|word| !matches!(word.as_str(), "" | "de" | "del"))
        .collect();
    let [first, second, third, time @ ..] = words.as_slice() else {
        return None;
    };
    let (day, month) = match (month(first), month(second)) {
        (None, Some(month)) => (first, month),
        (Some(month), None) => (second, month),
        _ => return None,
    };
    // The year first, as in 2006-jun-02.
    let (day, year) = if day.len() == 4 {
        (third, day)
    } else {
        (day, third)
    };
    let year = whole_year(year.parse().ok()?);
    let date = Date::from_ymd_opt(i32::try_from(year).ok()?, month, day.parse().ok()?)?;
    Some((date, time.join(" ")))
}

const MONTHS: [[&str; 2]; 12] = [
    ["enero", "january"],
    ["febrero", "february"],
    ["marzo", "march"],
    ["abril", "april"],
    ["mayo", "may"],
    ["junio", "june"],
    ["julio", "july"],
    ["agosto", "august"],
    ["septiembre", "september"],
    ["octubre", "october"],
    ["noviembre", "november"],
    ["diciembre", "december"],
];

/// By its name or its first letters, three at least: no two months share them in either language.
fn month(word: &str) -> Option<u32> {
    let is_of = |names: &[&str; 2]| names.iter().any(|name| name.starts_with(word));
    let known = MONTHS.iter().position(is_of).filter(|_| word.len() >= 3);
    let known = known.or_else(|| "setiembre".starts_with(word).then_some(8));
    u32::try_from(known.filter(|_| word.len() >= 3)? + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_have_names_in_two_languages() {
        for (cell, is) in [
            ("2-Jun-06", "2006-06-02"),
            ("14-OCT-2006", "2006-10-14"),
            ("2-jun.-2006", "2006-06-02"),
            ("2 ene 2006", "2006-01-02"),
            ("2 de junio de 2006", "2006-06-02"),
            ("1 de setiembre del 2026", "2026-09-01"),
            ("Sept 1, 2026", "2026-09-01"),
            ("2006-mar-02", "2006-03-02"),
            ("31 diciembre 2026", "2026-12-31"),
        ] {
            let (day, time) = with_named_month(cell).expect(cell);
            assert_eq!(
                (day.to_string().as_str(), time.as_str()),
                (is, ""),
                "{cell}"
            );
        }
        let (_, time) = with_named_month("3 Dec 2026 11:30 PM").expect("a date");
        assert_eq!(time, "11:30 pm");
        for cell in [
            "31-jun-2026",
            "2 ju 2026",
            "2 junta 2026",
            "2 jun",
            "2026-06-15",
            "jun jul 2026",
        ] {
            assert_eq!(with_named_month(cell), None, "{cell}");
        }
    }
}
