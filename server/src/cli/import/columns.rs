//! Which column a field is in: as said with `--map`, else by the usual Spanish and English names.
//! It refuses to take one column for two fields unless that was said, and to choose between two of one name.

use domain::search;

use super::ImportError;
use super::split::Record;

/// A field of a row: its name, the column names it is known by, folded, the likelier first.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) is_date: IsDate,
    pub(super) usual: &'static str,
}

impl Field {
    /// One of words or numbers.
    pub(super) const fn text(name: &'static str, usual: &'static str) -> Self {
        Self {
            name,
            is_date: IsDate::No,
            usual,
        }
    }

    /// One of dates.
    pub(super) const fn date(name: &'static str, usual: &'static str) -> Self {
        Self {
            name,
            is_date: IsDate::Yes,
            usual,
        }
    }
}

/// Whether a field holds dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum IsDate {
    Yes,
    No,
}

/// Where each field is.
#[derive(Debug)]
pub(super) struct Columns {
    fields: &'static [Field],
    places: Vec<Option<usize>>,
    key: usize,
    width: usize,
    nothing: Vec<String>,
}

impl Columns {
    pub(super) fn of(
        header: &[String],
        fields: &'static [Field],
        key: &str,
        maps: &[String],
        nothing: &[String],
    ) -> Result<Self, ImportError> {
        let key_at = named(header, key)?;
        let mut places: Vec<Option<usize>> = vec![None; fields.len()];
        let mut said = vec![false; fields.len()];
        for map in maps {
            let (field, column) = map
                .split_once('=')
                .ok_or_else(|| ImportError::NotAMap(map.clone()))?;
            let at = fields
                .iter()
                .position(|known| known.name == field.trim())
                .ok_or_else(|| no_field(field, fields))?;
            said[at] = true;
            places[at] = match column.trim() {
                "" => None,
                column => Some(named(header, column)?),
            };
        }
        let folded: Vec<String> = header.iter().map(|name| fold(name)).collect();
        for (at, field) in fields.iter().enumerate().filter(|(at, _)| !said[*at]) {
            let free = |column: &usize| !places.contains(&Some(*column));
            let mut candidates = field
                .usual
                .split_whitespace()
                .filter_map(|usual| folded.iter().position(|name| name == usual));
            let found = candidates.find(free);
            if let Some(column) = found {
                let alike = (0..header.len()).filter(|other| folded[*other] == folded[column]);
                only(
                    header,
                    alike,
                    &format!("--map {}=COLUMN, or rename one of them", field.name),
                )?;
            }
            places[at] = found;
        }
        Ok(Self {
            fields,
            places,
            key: key_at,
            width: header.len(),
            nothing: nothing.iter().map(|words| said_plainly(words)).collect(),
        })
    }

    /// That some column says it, or an error that tells how to say which.
    pub(super) fn must_say(&self, field: &'static str) -> Result<(), ImportError> {
        self.place(field)
            .map(|_| ())
            .ok_or(ImportError::Unsaid { field })
    }

    fn place(&self, field: &str) -> Option<usize> {
        let at = self.fields.iter().position(|known| known.name == field)?;
        self.places[at]
    }

    /// What a row says of a field; empty where it says nothing.
    pub(super) fn cell<'a>(&self, record: &'a Record, field: &str) -> &'a str {
        self.place(field).map_or("", |at| self.said(record, at))
    }

    /// A cell's words, unless they were said to mean nothing.
    fn said<'a>(&self, record: &'a Record, at: usize) -> &'a str {
        let cell = record.cells.get(at).map_or("", String::as_str);
        let is_nothing = !self.nothing.is_empty() && self.nothing.contains(&said_plainly(cell));
        if is_nothing { "" } else { cell }
    }

    /// What tells the row apart.
    pub(super) fn key<'a>(&self, record: &'a Record) -> &'a str {
        self.said(record, self.key)
    }

    /// How many cells a row must have.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// The dates of a row as they are written.
    pub(super) fn dates<'a>(&'a self, record: &'a Record) -> impl Iterator<Item = &'a str> {
        let of_dates = self
            .fields
            .iter()
            .zip(&self.places)
            .filter(|(field, _)| field.is_date == IsDate::Yes);
        of_dates.filter_map(|(_, place)| place.map(|at| self.said(record, at)))
    }
}

/// By its very name, or by the same name without capitals, accents, blanks and dots.
fn named(header: &[String], column: &str) -> Result<usize, ImportError> {
    let places = |is_it: &dyn Fn(&String) -> bool| -> Vec<usize> {
        let all = header.iter().enumerate();
        all.filter(|(_, name)| is_it(name))
            .map(|(at, _)| at)
            .collect()
    };
    let mut found = places(&|name| name == column.trim());
    if found.is_empty() {
        found = places(&|name| fold(name) == fold(column));
    }
    let no_column = || ImportError::NoColumn {
        column: column.to_owned(),
        known: header.join(", "),
    };
    let first = found.first().copied().ok_or_else(no_column)?;
    only(
        header,
        found.into_iter(),
        "another column, or rename one of them",
    )?;
    Ok(first)
}

/// Columns of one name are one column, or nobody knows which is meant.
fn only(
    header: &[String],
    alike: impl Iterator<Item = usize>,
    instead: &str,
) -> Result<(), ImportError> {
    let places: Vec<_> = alike.collect();
    match places.as_slice() {
        [first, second, ..] => Err(ImportError::TwoColumns {
            column: header[*first].clone(),
            places: (first + 1, second + 1),
            instead: instead.to_owned(),
        }),
        _ => Ok(()),
    }
}

fn said_plainly(words: &str) -> String {
    words.trim().to_lowercase()
}

fn no_field(field: &str, fields: &[Field]) -> ImportError {
    let known: Vec<_> = fields.iter().map(|known| known.name).collect();
    ImportError::NoField {
        field: field.to_owned(),
        known: known.join(", "),
    }
}

pub(super) fn fold(name: &str) -> String {
    search::fold(name)
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::import::order_rows::FIELDS;

    fn header(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn usual_names_are_known_in_both_languages() {
        let es = header(&[
            "Nº Pedido",
            "Cliente",
            "Fecha pedido",
            "Artículo",
            "Fecha prometida",
            "Fecha entrega",
        ]);
        let columns = Columns::of(&es, FIELDS, "nº pedido", &[], &[]).expect("columns");
        for (field, at) in [
            ("number", 0),
            ("customer", 1),
            ("placed", 2),
            ("what", 3),
            ("promised", 4),
            ("actual", 5),
        ] {
            assert_eq!(columns.place(field), Some(at), "{field}");
        }
        let en = header(&[
            "order_id",
            "customer_id",
            "order_purchase_timestamp",
            "order_estimated_delivery_date",
            "order_delivered_customer_date",
        ]);
        let columns = Columns::of(&en, FIELDS, "order_id", &[], &[]).expect("columns");
        for (field, at) in [
            ("customer", 1),
            ("placed", 2),
            ("promised", 3),
            ("actual", 4),
        ] {
            assert_eq!(columns.place(field), Some(at), "{field}");
        }
    }

    #[test]
    fn what_is_said_goes_before_what_is_guessed() {
        let names = header(&["Pedido", "Cliente", "Fecha", "F. Compromiso"]);
        let maps = ["promised=F. Compromiso".to_owned(), "placed=".to_owned()];
        let columns = Columns::of(&names, FIELDS, "Pedido", &maps, &[]).expect("columns");
        assert_eq!(columns.place("promised"), Some(3));
        assert_eq!(columns.place("placed"), None);
        let wrong = Columns::of(&names, FIELDS, "Pedido", &["when=Fecha".to_owned()], &[])
            .expect_err("no such field");
        assert!(wrong.to_string().contains("--map names no field when"));
        let missing = Columns::of(&names, FIELDS, "Albarán", &[], &[]).expect_err("no such column");
        assert!(missing.to_string().contains("the file has Pedido, Cliente"));
    }

    #[test]
    fn of_two_columns_of_one_name_none_is_chosen() {
        let names = header(&["Pedido", "Cliente", "Fecha", "Nota", "fecha", "nota"]);
        let two = Columns::of(&names, FIELDS, "Pedido", &[], &[]).expect_err("which Fecha?");
        assert_eq!(
            two.to_string(),
            "columns 3 and 5 are both named Fecha: say --map placed=COLUMN, or rename one of them"
        );
        let said = ["placed=fecha".to_owned()];
        let columns = Columns::of(&names, FIELDS, "Pedido", &said, &[]).expect("that very name");
        assert_eq!(columns.place("placed"), Some(4));
        let twice = header(&["Pedido", "Pedido", "Cliente", "Fecha"]);
        let two = Columns::of(&twice, FIELDS, "pedido", &[], &[]).expect_err("which Pedido?");
        assert!(
            two.to_string()
                .contains("columns 1 and 2 are both named Pedido")
        );
    }

    #[test]
    fn words_that_mean_nothing_are_read_as_nothing() {
        let names = header(&["Pedido", "Cliente", "Fecha"]);
        let nothing = ["Date not captured".to_owned()];
        let columns = Columns::of(&names, FIELDS, "Pedido", &[], &nothing).expect("columns");
        let record = Record {
            line: 2,
            cells: header(&["1", "Peña", "Date Not Captured"]),
            torn: None,
        };
        assert_eq!(columns.cell(&record, "placed"), "");
        assert_eq!(columns.cell(&record, "customer"), "Peña");
    }
}
