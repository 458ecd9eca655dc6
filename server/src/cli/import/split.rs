//! A text as rows of cells, one after the other: quotes are taken as spreadsheets write them, and of any row its line
//! is known. It refuses a quote that is never closed: everything below it would be one cell.

use super::ImportError;
use super::encoding::Text;
use super::line_count::{LineCount, Passed};

/// Longer is no row of orders or customers, but a quote left open.
const ROW_BYTES_MAX: usize = 1_000_000;

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Record {
    /// Where it begins in the file, from 1.
    pub(super) line: u64,
    /// Its cells, trimmed.
    pub(super) cells: Vec<String>,
    /// On which line a quote was opened that closes inside its cell, as one left open does at the next.
    pub(super) torn: Option<u64>,
}

/// The rows of a text, blank ones too.
#[derive(Debug)]
pub(super) struct Records {
    text: Text,
    delimiter: u8,
    lines: LineCount,
}

impl Records {
    pub(super) fn of(text: Text, delimiter: u8) -> Self {
        Self {
            text,
            delimiter,
            lines: LineCount::default(),
        }
    }

    pub(super) fn next(&mut self) -> Result<Option<Record>, ImportError> {
        let mut row = Row::default();
        while let Some(byte) = self.text.next_byte()? {
            let line = self.lines.line();
            let passed = self.lines.pass(byte);
            if row.line == 0 {
                if passed == Passed::EndedAlready {
                    continue;
                }
                row.line = line;
            }
            if row.take(byte, line, self.delimiter) == Taken::RowEnded {
                return Ok(Some(row.ended()));
            }
            if row.bytes > ROW_BYTES_MAX {
                return Err(ImportError::LongRow { line: row.line });
            }
        }
        match row.place {
            Place::Quoted { line } => Err(ImportError::UnclosedQuote { line }),
            _ if row.line == 0 => Ok(None),
            _ => Ok(Some(row.ended())),
        }
    }
}

/// Where in a row the next byte stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Place {
    /// Before a cell's first byte.
    #[default]
    Start,
    /// In a cell without quotes, or behind its quotes.
    Plain,
    /// In quotes opened on that line.
    Quoted { line: u64 },
    /// Behind a quote in quotes: the end of them, or the first half of a quote.
    Quote { line: u64 },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Taken {
    Byte,
    RowEnded,
}

/// A row so far; its line is 0 before its first byte.
#[derive(Debug, Default)]
struct Row {
    line: u64,
    bytes: usize,
    place: Place,
    cell: Vec<u8>,
    cells: Vec<String>,
    torn: Option<u64>,
}

impl Row {
    fn take(&mut self, byte: u8, line: u64, delimiter: u8) -> Taken {
        self.bytes += 1;
        self.place = match (self.place, byte) {
            (Place::Start, b'"') => Place::Quoted { line },
            (Place::Quoted { line }, b'"') => Place::Quote { line },
            (Place::Quote { line }, b'"') | (Place::Quoted { line }, _) => {
                self.cell.push(byte);
                Place::Quoted { line }
            }
            (_, b'\r' | b'\n') => return Taken::RowEnded,
            (_, byte) if byte == delimiter => {
                self.end_cell();
                Place::Start
            }
            (place, byte) => {
                if let (Place::Quote { line }, false) = (place, byte.is_ascii_whitespace()) {
                    self.torn = self.torn.or(Some(line));
                }
                self.cell.push(byte);
                Place::Plain
            }
        };
        Taken::Byte
    }

    fn end_cell(&mut self) {
        let cell = String::from_utf8_lossy(&self.cell);
        self.cells.push(cell.trim().to_owned());
        self.cell.clear();
    }

    fn ended(mut self) -> Record {
        self.end_cell();
        Record {
            line: self.line,
            cells: self.cells,
            torn: self.torn,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::UTF_8;
    use std::io::Write as _;

    fn records(text: &str) -> Result<Vec<Record>, ImportError> {
        let mut file = tempfile::tempfile().expect("a file");
        file.write_all(text.as_bytes()).expect("written");
        let mut records = Records::of(Text::of(&file, UTF_8).expect("a text"), b';');
        let mut all = Vec::new();
        while let Some(record) = records.next()? {
            all.push(record);
        }
        Ok(all)
    }

    /// Without the blank rows.
    fn lines(text: &str) -> Vec<u64> {
        let records = records(text).expect("rows").into_iter();
        records
            .filter(|record| record.cells.iter().any(|cell| !cell.is_empty()))
            .map(|record| record.line)
            .collect()
    }

    #[test]
    fn a_row_knows_its_line_however_lines_end() {
        for end in ["\n", "\r\n", "\r"] {
            let text = "a;b\n\"x\ny\";1\n\n;\nz;2\n".replace('\n', end);
            assert_eq!(lines(&text), [1, 2, 6], "{end:?}");
            let text = "a;b\n1;2\n\n3;4".replace('\n', end);
            assert_eq!(lines(&text), [1, 2, 4], "{end:?}");
        }
        assert_eq!(lines("a\rb\nc\r\n\rd"), [1, 2, 3, 5]);
    }

    #[test]
    fn cells_are_split_as_another_reader_splits_them() {
        for text in [
            "a;b\n1;2\n",
            "\"a;b\";\"c \"\"d\"\" e\"\n",
            "a\"b;c\"\"d;\"e\"f;\"\"\n",
            " a ; \"b\" ;\t c\n",
            "\"x\r\ny\";1\r\n;;\r\nz",
            "\"a\"\"\";\"\";\"\"\"\"\n\n\n1;2",
            "una;\"dos, tres\";cuatro\r\n",
        ] {
            let other = csv::ReaderBuilder::new()
                .delimiter(b';')
                .has_headers(false)
                .flexible(true)
                .trim(csv::Trim::All)
                .from_reader(text.as_bytes())
                .into_records()
                .map(|row| row.expect("a row").iter().map(str::to_owned).collect())
                .collect::<Vec<Vec<String>>>();
            let ours = records(text).expect("rows").into_iter();
            let ours: Vec<_> = ours
                .map(|record| record.cells)
                .filter(|cells| cells.len() > 1 || !cells[0].is_empty())
                .collect();
            assert_eq!(ours, other, "{text:?}");
        }
    }

    #[test]
    fn a_quote_that_closes_inside_its_cell_tears_its_row_alone() {
        let text = "1;\"a\" ;x\n2;\"Pomos;x\n3;\"Bisagras\";y\n4;\"b\"\"c\";z\n";
        let torn: Vec<_> = records(text)
            .expect("rows")
            .iter()
            .map(|record| (record.line, record.torn))
            .collect();
        assert_eq!(torn, [(1, None), (2, Some(2)), (4, None)]);
    }

    #[test]
    fn a_quote_that_is_never_closed_is_told_by_its_line() {
        let error = records("a;b\n1;2\n3;\"x\n4;5\n").expect_err("an open quote");
        assert_eq!(
            error.to_string(),
            "the quote opened on line 3 is never closed"
        );
        let long = format!("a;b\n1;\"{}", "x\n".repeat(600_000));
        let error = records(&long).expect_err("a row without end");
        assert!(matches!(error, ImportError::LongRow { line: 2 }), "{error}");
    }
}
