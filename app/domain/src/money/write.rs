//! Writes an amount as a person reads it, in Spanish or in English.
//! It refuses to know who reads.

use super::{Currency, Money};

impl Money {
    /// As written in Spanish: `89.000 COP`, `1.234,50 €`. Pesos hide their decimals when there are none.
    #[must_use]
    pub fn format_es(&self) -> String {
        let (sign, number) = self.parts('.', ',');
        match self.currency {
            Currency::EUR => format!("{sign}{number} €"),
            other => format!("{sign}{number} {other}"),
        }
    }

    /// As written in English: `COP 89,000`, `€1,234.50`.
    #[must_use]
    pub fn format_en(&self) -> String {
        let (sign, number) = self.parts(',', '.');
        match self.currency {
            Currency::EUR => format!("{sign}€{number}"),
            other => format!("{sign}{other} {number}"),
        }
    }

    fn parts(&self, group: char, decimal: char) -> (&'static str, String) {
        let sign = if self.minor < 0 { "-" } else { "" };
        let digits = self.currency.minor_digits();
        let unit = 10_u64.pow(digits);
        let (whole, minor) = (
            self.minor.unsigned_abs() / unit,
            self.minor.unsigned_abs() % unit,
        );
        let mut number = grouped(whole, group);
        let hidden = digits == 0 || (minor == 0 && self.currency == Currency::COP);
        if !hidden {
            let width = digits as usize;
            number.push_str(&format!("{decimal}{minor:0width$}"));
        }
        (sign, number)
    }
}

fn grouped(whole: u64, mark: char) -> String {
    let digits = whole.to_string();
    let mut number = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            number.push(mark);
        }
        number.push(digit);
    }
    number
}
