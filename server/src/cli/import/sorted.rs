//! What is noted of many rows, brought together by the id it is noted under: sorted in pieces that are laid in a
//! temporary file and merged, so that a file of any length takes the same memory. It refuses to know what an id names.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fs::File;
use std::io::{self, BufWriter, Read as _, Seek as _, SeekFrom, Write as _};

/// How many are held before they are laid down.
const HELD_MAX: usize = 32 * 1024;
/// How many of a piece are read at once when pieces are merged.
const READ_AT_ONCE: usize = 128;
const BYTES: usize = 28;

/// What is noted of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Noted {
    /// Under what.
    pub(super) id: [u8; 16],
    /// Of which row.
    pub(super) row: u64,
    /// What.
    pub(super) what: i32,
}

impl Noted {
    fn bytes(self) -> [u8; BYTES] {
        let mut bytes = [0; BYTES];
        bytes[..16].copy_from_slice(&self.id);
        bytes[16..24].copy_from_slice(&self.row.to_le_bytes());
        bytes[24..].copy_from_slice(&self.what.to_le_bytes());
        bytes
    }

    fn read(bytes: &[u8]) -> Self {
        let (mut id, mut row, mut what) = ([0; 16], [0; 8], [0; 4]);
        id.copy_from_slice(&bytes[..16]);
        row.copy_from_slice(&bytes[16..24]);
        what.copy_from_slice(&bytes[24..BYTES]);
        Self {
            id,
            row: u64::from_le_bytes(row),
            what: i32::from_le_bytes(what),
        }
    }
}

/// Takes them in any order.
#[derive(Debug, Default)]
pub(super) struct Sorter {
    held: Vec<Noted>,
    pieces: Vec<Piece>,
    file: Option<File>,
}

/// A sorted piece in the file: where what is not read of it yet begins and ends.
#[derive(Debug)]
struct Piece {
    from: u64,
    to: u64,
    read: Vec<Noted>,
}

impl Sorter {
    pub(super) fn add(&mut self, noted: Noted) -> io::Result<()> {
        self.held.push(noted);
        if self.held.len() == HELD_MAX {
            self.lay_down()?;
        }
        Ok(())
    }

    fn lay_down(&mut self) -> io::Result<()> {
        self.held.sort_unstable();
        let file = match &mut self.file {
            Some(file) => file,
            none => none.insert(tempfile::tempfile()?),
        };
        let from = file.seek(SeekFrom::End(0))?;
        let mut writer = BufWriter::new(&*file);
        for noted in &self.held {
            writer.write_all(&noted.bytes())?;
        }
        writer.flush()?;
        drop(writer);
        self.pieces.push(Piece {
            from,
            to: from + (self.held.len() * BYTES) as u64,
            read: Vec::new(),
        });
        self.held.clear();
        Ok(())
    }

    /// Gives them by id, those of one id by row.
    pub(super) fn sorted(mut self) -> io::Result<Sorted> {
        self.held.sort_unstable_by_key(|noted| Reverse(*noted));
        self.pieces.push(Piece {
            from: 0,
            to: 0,
            read: self.held,
        });
        let mut sorted = Sorted {
            file: self.file,
            pieces: self.pieces,
            next: BinaryHeap::new(),
        };
        for at in 0..sorted.pieces.len() {
            sorted.advance(at)?;
        }
        Ok(sorted)
    }
}

/// All of them, in order.
#[derive(Debug)]
pub(super) struct Sorted {
    file: Option<File>,
    pieces: Vec<Piece>,
    next: BinaryHeap<Reverse<(Noted, usize)>>,
}

impl Sorted {
    pub(super) fn next(&mut self) -> io::Result<Option<Noted>> {
        let Some(Reverse((noted, at))) = self.next.pop() else {
            return Ok(None);
        };
        self.advance(at)?;
        Ok(Some(noted))
    }

    /// Puts a piece's next one among those to choose from.
    fn advance(&mut self, at: usize) -> io::Result<()> {
        let piece = &mut self.pieces[at];
        if let (true, Some(file)) = (piece.read.is_empty(), &mut self.file) {
            piece.read_on(file)?;
        }
        if let Some(noted) = piece.read.pop() {
            self.next.push(Reverse((noted, at)));
        }
        Ok(())
    }
}

impl Piece {
    /// The next of it, the first of them last.
    fn read_on(&mut self, file: &mut File) -> io::Result<()> {
        let bytes = (self.to - self.from).min((READ_AT_ONCE * BYTES) as u64);
        let mut read = Vec::with_capacity(READ_AT_ONCE * BYTES);
        file.seek(SeekFrom::Start(self.from))?;
        file.take(bytes).read_to_end(&mut read)?;
        self.from += bytes;
        self.read = read.chunks_exact(BYTES).rev().map(Noted::read).collect();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_come_back_in_order_and_none_is_lost() {
        for many in [0, 1, HELD_MAX - 1, HELD_MAX, 3 * HELD_MAX + 7] {
            let mut sorter = Sorter::default();
            for row in 0..many {
                let mut id = [0; 16];
                // Scattered, each id twice.
                let scattered = (row / 2).wrapping_mul(0x9E37_79B9) % 65_536;
                id[..8].copy_from_slice(&scattered.to_be_bytes());
                sorter
                    .add(Noted {
                        id,
                        row: row as u64,
                        what: -1,
                    })
                    .expect("noted");
            }
            let mut sorted = sorter.sorted().expect("sorted");
            let mut all = Vec::new();
            while let Some(noted) = sorted.next().expect("read") {
                all.push(noted);
            }
            assert_eq!(all.len(), many);
            assert!(all.is_sorted() && all.iter().all(|noted| noted.what == -1));
            let rows: std::collections::HashSet<_> = all.iter().map(|noted| noted.row).collect();
            assert_eq!(rows.len(), many);
        }
    }
}
