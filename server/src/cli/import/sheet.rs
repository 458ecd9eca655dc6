//! A file as rows of texts: its encoding and its delimiter are read from what it holds.
//! It refuses to know what any column means.

use std::path::Path;

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::ImportError;

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Record {
    /// Where it begins in the file, from 1.
    pub(super) line: u64,
    /// Its cells, trimmed.
    pub(super) cells: Vec<String>,
}

/// A file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sheet {
    pub(super) header: Vec<String>,
    pub(super) delimiter: u8,
    pub(super) records: Vec<Record>,
}

const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];
const SNIFFED_ROWS: usize = 50;

impl Sheet {
    pub(super) fn read(file: &Path) -> Result<Self, ImportError> {
        let bytes = std::fs::read(file).map_err(|source| ImportError::Read {
            file: file.to_path_buf(),
            source,
        })?;
        let sheet = Self::of(&text(&bytes));
        sheet
            .filter(|sheet| !sheet.records.is_empty())
            .ok_or_else(|| ImportError::Empty(file.to_path_buf()))
    }

    /// Of a text; `None` where it has no line at all.
    pub(super) fn of(text: &str) -> Option<Self> {
        let delimiter = delimiter(text);
        let mut records = records(text, delimiter);
        let header = records.next()?.cells;
        let is_blank = |record: &Record| record.cells.iter().all(String::is_empty);
        Some(Self {
            header,
            delimiter,
            records: records.filter(|record| !is_blank(record)).collect(),
        })
    }
}

/// By its mark; else UTF-8 where it is that, else as Windows writes Spanish.
fn text(bytes: &[u8]) -> String {
    let encoding = match bytes {
        [0xFF, 0xFE, ..] => UTF_16LE,
        [0xFE, 0xFF, ..] => UTF_16BE,
        _ if std::str::from_utf8(bytes).is_ok() => UTF_8,
        _ => WINDOWS_1252,
    };
    let (text, _, _) = encoding.decode(bytes);
    text.into_owned()
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes())
}

/// Once the text is text, nothing in it is no row.
fn records(text: &str, delimiter: u8) -> impl Iterator<Item = Record> {
    let mut lines = Lines {
        text,
        at: 0,
        line: 1,
    };
    reader(text, delimiter)
        .into_records()
        .filter_map(Result::ok)
        .map(move |record| Record {
            line: lines.of(record.position().map_or(0, csv::Position::byte)),
            cells: record.iter().map(ToOwned::to_owned).collect(),
        })
}

/// The reader counts a line at its return and begins a row before its line feed: lines are counted here.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: u64,
}

impl Lines<'_> {
    fn of(&mut self, byte: u64) -> u64 {
        let bytes = self.text.as_bytes();
        let begins = usize::try_from(byte).unwrap_or(self.at).min(bytes.len());
        let blank = |byte: &u8| matches!(byte, b'\r' | b'\n');
        let begins = begins
            + bytes[begins..]
                .iter()
                .take_while(|byte| blank(byte))
                .count();
        let passed = bytes.get(self.at..begins).unwrap_or_default();
        self.line += passed.iter().filter(|byte| **byte == b'\n').count() as u64;
        self.at = begins.max(self.at);
        self.line
    }
}

/// The one by which most rows have as many cells as the first, and the more cells the better.
fn delimiter(text: &str) -> u8 {
    let fit = |delimiter: u8| {
        let mut rows = records(text, delimiter)
            .take(SNIFFED_ROWS)
            .map(|record| record.cells.len());
        let cells = rows.next().unwrap_or(0);
        let (same, all) = rows.fold((0, 0), |(same, all), row| {
            (same + usize::from(row == cells), all + 1)
        });
        let is_even = cells > 1 && same * 10 >= all * 8;
        (is_even, cells)
    };
    // Of equals the first stands: the comma.
    DELIMITERS
        .into_iter()
        .rev()
        .max_by_key(|one| fit(*one))
        .unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_read_from_the_rows() {
        for (text, is) in [
            ("a,b,c\n1,2,3\n", b','),
            ("a;b;c\n1,5;2,5;3\n", b';'),
            ("a\tb\n1,5\t2;3\n", b'\t'),
            ("nombre;notas\n\"Pérez; S.L.\";uno, dos, tres\n", b';'),
            ("one\n1\n", b','),
        ] {
            assert_eq!(delimiter(text), is, "{text:?}");
        }
    }

    #[test]
    fn what_windows_writes_is_read_as_it_was_meant() {
        let windows = b"Nombre;Ciudad\nIb\xE1\xF1ez;Le\xF3n\n";
        let sheet = Sheet::of(&text(windows)).expect("rows");
        assert_eq!(sheet.records[0].cells, ["Ibáñez", "León"]);
        assert_eq!(text("\u{feff}Año".as_bytes()), "Año");
        assert_eq!(text(&[0xFF, 0xFE, b'A', 0, 0xF1, 0]), "Añ");
    }

    #[test]
    fn a_row_knows_its_line_past_quoted_line_breaks_and_blank_rows() {
        let sheet = Sheet::of("a,b\n\"x\ny\",1\n\n,\nz,2\n").expect("rows");
        let lines: Vec<_> = sheet.records.iter().map(|record| record.line).collect();
        assert_eq!(lines, [2, 6]);
        let sheet = Sheet::of("a,b\r\n1,2\r\n\r\n3,4\r\n").expect("rows");
        let lines: Vec<_> = sheet.records.iter().map(|record| record.line).collect();
        assert_eq!(lines, [2, 4]);
    }
}
