//! The refused rows in a file beside the imported one: line, reason, and the row as it came, written as they come and
//! put in their place at the end. It refuses to let a cell be run as a formula by whoever opens the file, and to stop
//! an import because it cannot be written.

use std::fs::File;
use std::io::{self, BufWriter, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use serde_json::json;
use tempfile::NamedTempFile;

use super::sheet::Sheet;
use super::split::Record;

/// How many are said on the screen.
const SHOWN: usize = 10;
const HEADER: [&str; 2] = ["line", "reason"];

/// The refused rows so far.
#[derive(Debug)]
pub(super) struct Refusals {
    rows: usize,
    shown: Vec<(u64, String)>,
    /// `{"line":…,"reason":…},…`, where JSON was asked for.
    json: Option<BufWriter<File>>,
    beside: Option<Beside>,
}

impl Refusals {
    /// With a file of them, or without.
    pub(super) fn begin(beside: Option<Beside>, json: Option<File>) -> Self {
        Self {
            rows: 0,
            shown: Vec::new(),
            json: json.map(BufWriter::new),
            beside,
        }
    }

    pub(super) fn add(&mut self, record: &Record, reason: String) -> io::Result<()> {
        if let Some(json) = &mut self.json {
            let comma = if self.rows == 0 { "" } else { "," };
            let row = json!({ "line": record.line, "reason": reason });
            write!(json, "{comma}{row}")?;
        }
        if let Some(beside) = &mut self.beside {
            beside.add(record, &reason);
        }
        if self.shown.len() < SHOWN {
            self.shown.push((record.line, reason));
        }
        self.rows += 1;
        Ok(())
    }

    /// Puts the file in its place.
    pub(super) fn end(self) -> io::Result<Told> {
        let (file, failed) = match self.beside.map(Beside::end) {
            None => (None, None),
            Some(Ok(file)) => (file, None),
            Some(Err(failed)) => (None, Some(failed)),
        };
        let json = self.json.map(|json| json.into_inner()).transpose();
        Ok(Told {
            rows: self.rows,
            shown: self.shown,
            json: json.map_err(io::IntoInnerError::into_error)?,
            file,
            failed,
        })
    }
}

/// What is told of them at the end.
#[derive(Debug)]
pub(super) struct Told {
    rows: usize,
    shown: Vec<(u64, String)>,
    json: Option<File>,
    /// Where they stand.
    pub(super) file: Option<PathBuf>,
    /// Why they stand nowhere.
    pub(super) failed: Option<csv::Error>,
}

impl Told {
    /// The first of them, and where all are.
    pub(super) fn say(&self, out: &mut impl io::Write) -> io::Result<()> {
        for (line, reason) in &self.shown {
            writeln!(out, "  line {line}: {reason}")?;
        }
        if self.rows > self.shown.len() {
            writeln!(out, "  and {} more", self.rows - self.shown.len())?;
        }
        match &self.file {
            Some(file) => writeln!(
                out,
                "  all of them stand in {}: mend it and import it as you did this one",
                file.display()
            ),
            None => Ok(()),
        }
    }

    /// All of them, as the elements of a list in JSON.
    pub(super) fn say_json(&mut self, out: &mut impl io::Write) -> io::Result<()> {
        let Some(json) = &mut self.json else {
            return Ok(());
        };
        json.rewind()?;
        io::copy(json, out).map(|_| ())
    }
}

/// `FILE.refused.csv`.
#[derive(Debug)]
pub(super) struct Beside {
    file: PathBuf,
    delimiter: u8,
    header: Vec<String>,
    written: Written,
}

#[derive(Debug)]
enum Written {
    Nothing,
    Rows(Box<csv::Writer<NamedTempFile>>),
    Failed(csv::Error),
}

impl Beside {
    /// Where they are written of that file.
    pub(super) fn place(imported: &Path) -> PathBuf {
        let mut name = imported.file_name().unwrap_or_default().to_owned();
        name.push(".refused.csv");
        imported.with_file_name(name)
    }

    pub(super) fn of(imported: &Path, sheet: &Sheet) -> Self {
        Self {
            file: Self::place(imported),
            delimiter: sheet.delimiter,
            header: sheet.header.clone(),
            written: Written::Nothing,
        }
    }

    fn add(&mut self, record: &Record, reason: &str) {
        let written = std::mem::replace(&mut self.written, Written::Nothing);
        let begun = match written {
            Written::Nothing => self.begin(),
            Written::Rows(writer) => Ok(writer),
            Written::Failed(error) => Err(error),
        };
        self.written = begun
            .and_then(|mut writer| {
                let line = record.line.to_string();
                writer.write_record(row([&line, reason], &record.cells))?;
                Ok(writer)
            })
            .map_or_else(Written::Failed, Written::Rows);
    }

    fn begin(&self) -> Result<Box<csv::Writer<NamedTempFile>>, csv::Error> {
        let folder = match self.file.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let mut writer = csv::WriterBuilder::new()
            .delimiter(self.delimiter)
            .flexible(true)
            .from_writer(NamedTempFile::with_prefix_in(".palabra-refused-", folder)?);
        writer.write_record(row(HEADER, &self.header))?;
        Ok(Box::new(writer))
    }

    /// One of an earlier run goes away where there are none now.
    fn end(self) -> Result<Option<PathBuf>, csv::Error> {
        match self.written {
            Written::Failed(error) => Err(error),
            Written::Nothing => match std::fs::remove_file(&self.file) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error.into()),
                _ => Ok(None),
            },
            Written::Rows(writer) => {
                let file = writer.into_inner().map_err(|error| error.into_error())?;
                file.persist(&self.file).map_err(|error| error.error)?;
                Ok(Some(self.file))
            }
        }
    }
}

fn row<'a>(first: [&'a str; 2], cells: &'a [String]) -> impl Iterator<Item = String> + 'a {
    let cells = cells.iter().map(String::as_str);
    first.into_iter().chain(cells).map(harmless)
}

/// Whether a file was written here.
pub(super) fn is_header(cells: &[String]) -> bool {
    cells.len() > HEADER.len() && cells.iter().zip(HEADER).all(|(cell, name)| cell == name)
}

/// A cell that a spreadsheet would run is text behind an apostrophe; one that looks like that already has one more.
fn harmless(cell: &str) -> String {
    if is_formula(cell) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// The cell again that was made harmless.
pub(super) fn as_it_was(cell: &mut String) {
    if cell.starts_with('\'') && is_formula(cell) {
        cell.remove(0);
    }
}

fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'')
        .starts_with(['=', '+', '-', '@', '\t', '\r'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_written_as_text_and_read_as_it_was() {
        for (cell, written) in [
            ("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"),
            ("-5", "'-5"),
            ("'+34 600", "''+34 600"),
            ("'t Hart", "'t Hart"),
            ("ok", "ok"),
        ] {
            let mut made = harmless(cell);
            assert_eq!(made, written);
            as_it_was(&mut made);
            assert_eq!(made, cell);
        }
    }
}
