//! What is known of each row before any is written, four bytes a row in a temporary file: that its key stands above
//! already, or that its customer is told by it. It refuses to hold them in memory: a file has as many rows as it likes.

use std::fs::File;
use std::io::{self, BufReader, Read as _, Seek as _, SeekFrom, Write as _};

use chrono::Datelike as _;
use domain::time::Date;

/// What is known of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Note {
    Nothing,
    /// Another row above has its key.
    Repeated,
    /// It is the first of its customer's, whose earliest order is of that day.
    Tells(Date),
}

const NOTHING: i32 = 0;
const REPEATED: i32 = -1;

/// A note of every row.
#[derive(Debug)]
pub(super) struct Notes(File);

impl Notes {
    pub(super) fn of(rows: u64) -> io::Result<Self> {
        let file = tempfile::tempfile()?;
        file.set_len(rows * 4)?;
        Ok(Self(file))
    }

    pub(super) fn put(&mut self, row: u64, note: Note) -> io::Result<()> {
        let written = match note {
            Note::Nothing => NOTHING,
            Note::Repeated => REPEATED,
            Note::Tells(day) => day.num_days_from_ce(),
        };
        self.0.seek(SeekFrom::Start(row * 4))?;
        self.0.write_all(&written.to_le_bytes())
    }

    /// From the first row's on.
    pub(super) fn read(&mut self) -> io::Result<Reader<'_>> {
        self.0.rewind()?;
        Ok(Reader(BufReader::new(&self.0)))
    }
}

/// Notes, one after the other.
#[derive(Debug)]
pub(super) struct Reader<'a>(BufReader<&'a File>);

impl Reader<'_> {
    /// The next row's; an error where there are more rows than were counted.
    pub(super) fn next(&mut self) -> io::Result<Note> {
        let mut bytes = [0; 4];
        self.0.read_exact(&mut bytes)?;
        Ok(match i32::from_le_bytes(bytes) {
            REPEATED => Note::Repeated,
            day => Date::from_num_days_from_ce_opt(day)
                .filter(|_| day != NOTHING)
                .map_or(Note::Nothing, Note::Tells),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_stands_at_its_row() {
        let day = Date::from_ymd_opt(2026, 6, 15).expect("a day");
        let mut notes = Notes::of(4).expect("notes");
        notes.put(2, Note::Tells(day)).expect("put");
        notes.put(0, Note::Repeated).expect("put");
        let mut read = notes.read().expect("read");
        for note in [
            Note::Repeated,
            Note::Nothing,
            Note::Tells(day),
            Note::Nothing,
        ] {
            assert_eq!(read.next().expect("a note"), note);
        }
        assert!(read.next().is_err(), "there is no fifth row");
    }
}
