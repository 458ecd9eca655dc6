//! A file as rows, read from its beginning as often as asked and never held whole: its encoding and its delimiter are
//! read from what it holds. It refuses to know what any column means.

use std::fs::File;
use std::io;
use std::path::Path;

use encoding_rs::Encoding;

use super::encoding::{self, Text};
use super::refused::as_it_was;
use super::split::{Record, Records};
use super::{ImportError, refused};

/// A file.
#[derive(Debug)]
pub(super) struct Sheet {
    file: File,
    encoding: &'static Encoding,
    written_by: WrittenBy,
    pub(super) delimiter: u8,
    /// The names of its columns.
    pub(super) header: Vec<String>,
}

/// Who wrote the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum WrittenBy {
    Others,
    /// Refused rows of an earlier import, mended: two cells more, and formulas made harmless.
    Us,
}

const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];
const SNIFFED_ROWS: usize = 50;

impl Sheet {
    pub(super) fn open(path: &Path) -> Result<Self, ImportError> {
        let cannot = |source| ImportError::Open {
            file: path.to_path_buf(),
            source,
        };
        let file = File::open(path).and_then(readable_again).map_err(cannot)?;
        Self::of(file)?.ok_or_else(|| ImportError::Empty(path.to_path_buf()))
    }

    /// `None` where it has no line at all.
    pub(super) fn of(mut file: File) -> Result<Option<Self>, ImportError> {
        let encoding = encoding::of(&mut file)?;
        let mut sheet = Self {
            file,
            encoding,
            written_by: WrittenBy::Others,
            delimiter: b',',
            header: Vec::new(),
        };
        sheet.delimiter = sheet.sniffed()?;
        let Some(first) = sheet.rows_of(sheet.delimiter)?.next()? else {
            return Ok(None);
        };
        if refused::is_header(&first.cells) {
            sheet.written_by = WrittenBy::Us;
        }
        sheet.header = sheet.as_others_wrote(first).cells;
        Ok(Some(sheet))
    }

    /// The rows below the names of the columns; one reading at a time.
    pub(super) fn rows(&self) -> Result<Rows<'_>, ImportError> {
        let mut rows = self.rows_of(self.delimiter)?;
        rows.next()?;
        Ok(Rows { sheet: self, rows })
    }

    fn rows_of(&self, delimiter: u8) -> Result<Filled, ImportError> {
        let text = Text::of(&self.file, self.encoding)?;
        Ok(Filled(Records::of(text, delimiter)))
    }

    fn as_others_wrote(&self, mut record: Record) -> Record {
        if self.written_by == WrittenBy::Us {
            record.cells.drain(..2.min(record.cells.len()));
            for cell in &mut record.cells {
                as_it_was(cell);
            }
        }
        record
    }

    /// The one by which most rows have as many cells as the first, and the more cells the better.
    fn sniffed(&self) -> Result<u8, ImportError> {
        let mut fits = Vec::with_capacity(DELIMITERS.len());
        for delimiter in DELIMITERS {
            fits.push((self.fit(delimiter)?, delimiter));
        }
        // Of equals the first stands: the comma.
        let best = fits.into_iter().rev().max_by_key(|(fit, _)| *fit);
        Ok(best.map_or(b',', |(_, delimiter)| delimiter))
    }

    fn fit(&self, delimiter: u8) -> Result<(bool, usize), ImportError> {
        let mut rows = self.rows_of(delimiter)?;
        let (mut cells, mut same, mut all) = (0, 0, 0);
        // By a wrong delimiter a quote may seem open: what was read before it tells enough.
        while let Ok(Some(row)) = rows.next() {
            if cells == 0 {
                cells = row.cells.len();
                continue;
            }
            same += usize::from(row.cells.len() == cells);
            all += 1;
            if all == SNIFFED_ROWS {
                break;
            }
        }
        let is_even = cells > 1 && same * 10 >= all * 8;
        Ok((is_even, cells))
    }
}

/// What comes through a pipe is laid down first: it is read more than once.
fn readable_again(mut file: File) -> io::Result<File> {
    if file.metadata()?.is_file() {
        return Ok(file);
    }
    let mut copy = tempfile::tempfile()?;
    io::copy(&mut file, &mut copy)?;
    Ok(copy)
}

/// Rows that are not blank.
#[derive(Debug)]
struct Filled(Records);

impl Filled {
    fn next(&mut self) -> Result<Option<Record>, ImportError> {
        while let Some(record) = self.0.next()? {
            if record.cells.iter().any(|cell| !cell.is_empty()) {
                return Ok(Some(record));
            }
        }
        Ok(None)
    }
}

/// The rows of a file, one after the other.
#[derive(Debug)]
pub(super) struct Rows<'a> {
    sheet: &'a Sheet,
    rows: Filled,
}

impl Rows<'_> {
    pub(super) fn next(&mut self) -> Result<Option<Record>, ImportError> {
        let record = self.rows.next()?;
        Ok(record.map(|record| self.sheet.as_others_wrote(record)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;

    fn sheet(text: &str) -> Sheet {
        let mut file = tempfile::tempfile().expect("a file");
        file.write_all(text.as_bytes()).expect("written");
        Sheet::of(file).expect("read").expect("rows")
    }

    #[test]
    fn the_delimiter_is_read_from_the_rows() {
        for (text, is) in [
            ("a,b,c\n1,2,3\n", b','),
            ("a;b;c\n1,5;2,5;3\n", b';'),
            ("a\tb\n1,5\t2;3\n", b'\t'),
            ("nombre;notas\n\"Pérez; S.L.\";uno, dos, tres\n", b';'),
            ("one\n1\n", b','),
        ] {
            assert_eq!(sheet(text).delimiter, is, "{text:?}");
        }
    }

    #[test]
    fn rows_are_read_as_often_as_asked() {
        let sheet = sheet("\r\na;b\r\n1;2\r\n;\r\n3;4\r\n");
        assert_eq!(sheet.header, ["a", "b"]);
        for _ in 0..2 {
            let mut rows = sheet.rows().expect("rows");
            let mut lines = Vec::new();
            while let Some(record) = rows.next().expect("a row") {
                lines.push((record.line, record.cells.join("+")));
            }
            assert_eq!(lines, [(3, "1+2".to_owned()), (5, "3+4".to_owned())]);
        }
    }

    #[test]
    fn a_file_of_refused_rows_is_read_as_the_file_they_came_from() {
        let sheet = sheet("line;reason;k;v\n4;no;1;'=1+1\n5;no;2;''-x\n6;no;3;'quoted'\n");
        assert_eq!(sheet.header, ["k", "v"]);
        let mut rows = sheet.rows().expect("rows");
        for cells in [["1", "=1+1"], ["2", "'-x"], ["3", "'quoted'"]] {
            assert_eq!(rows.next().expect("read").expect("a row").cells, cells);
        }
    }
}
