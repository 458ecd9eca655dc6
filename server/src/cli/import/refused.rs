//! The refused rows in a file beside the imported one: line, reason, and the row as it came.
//! It refuses to let a cell be run as a formula by whoever opens the file.

use std::path::{Path, PathBuf};

use super::ImportError;
use super::sheet::Sheet;

/// A refused row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refused {
    /// Its place among the rows.
    pub(super) at: usize,
    /// Its line in the file.
    pub(super) line: u64,
    /// Why.
    pub(super) reason: String,
}

/// `FILE.refused.csv`.
pub(super) fn beside(file: &Path) -> PathBuf {
    let mut name = file.file_name().unwrap_or_default().to_owned();
    name.push(".refused.csv");
    file.with_file_name(name)
}

/// Writes them; one of an earlier run goes away where there are none now. Whether there is a file.
pub(super) fn write(file: &Path, sheet: &Sheet, refused: &[Refused]) -> Result<bool, ImportError> {
    let cannot = |source: csv::Error| ImportError::Write {
        file: file.to_path_buf(),
        source,
    };
    if refused.is_empty() {
        return match std::fs::remove_file(file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(cannot(error.into())),
            _ => Ok(false),
        };
    }
    let mut writer = csv::WriterBuilder::new()
        .delimiter(sheet.delimiter)
        .flexible(true)
        .from_path(file)
        .map_err(cannot)?;
    let header = ["line", "reason"]
        .into_iter()
        .chain(sheet.header.iter().map(String::as_str));
    writer.write_record(header.map(harmless)).map_err(cannot)?;
    for row in refused {
        let line = row.line.to_string();
        let cells = sheet.records[row.at].cells.iter().map(String::as_str);
        let record = [line.as_str(), row.reason.as_str()]
            .into_iter()
            .chain(cells);
        writer.write_record(record.map(harmless)).map_err(cannot)?;
    }
    writer.flush().map_err(|error| cannot(error.into()))?;
    Ok(true)
}

/// A cell that a spreadsheet would run is text.
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_written_as_text() {
        let sheet = Sheet::of("k;v\n1;=HYPERLINK(\"x\")\n2;ok\n").expect("rows");
        let folder = tempfile::tempdir().expect("a folder");
        let file = beside(&folder.path().join("pedidos.csv"));
        let refused = [Refused {
            at: 0,
            line: 2,
            reason: "no".to_owned(),
        }];
        assert!(write(&file, &sheet, &refused).expect("written"));
        let text = std::fs::read_to_string(&file).expect("the file");
        assert_eq!(text, "line;reason;k;v\n2;no;1;\"'=HYPERLINK(\"\"x\"\")\"\n");
        assert!(file.ends_with("pedidos.csv.refused.csv"));
        assert!(!write(&file, &sheet, &[]).expect("none") && !file.exists());
    }
}
