//! Which encoding a file is in, and its text as it is read, a piece at a time.
//! It refuses a file that is UTF-8 but for a few bytes: read as Windows-1252, all the rest of it would be garbled.

use std::fs::File;
use std::io::{self, Read, Seek as _};

use encoding_rs::{Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::ImportError;
use super::line_count::LineCount;

const PIECE_BYTES: usize = 64 * 1024;

/// By its mark; else UTF-8 where it is that, else as Windows writes Spanish.
pub(super) fn of(file: &mut File) -> Result<&'static Encoding, ImportError> {
    file.rewind()?;
    let mut found = Found::default();
    let mut piece = Vec::with_capacity(PIECE_BYTES);
    let mut is_first = true;
    while more(file, &mut piece)? > 0 {
        match piece.as_slice() {
            [0xFF, 0xFE, ..] if is_first => return Ok(UTF_16LE),
            [0xFE, 0xFF, ..] if is_first => return Ok(UTF_16BE),
            _ => {}
        }
        is_first = false;
        let left = found.read(&piece);
        piece.drain(..piece.len() - left);
    }
    if !piece.is_empty() {
        found.bad();
    }
    found.encoding()
}

/// Reads on behind what is left; how much came.
fn more(file: &mut File, piece: &mut Vec<u8>) -> io::Result<usize> {
    file.take(PIECE_BYTES as u64).read_to_end(piece)
}

/// What the bytes show so far.
#[derive(Debug, Default)]
struct Found {
    lines: LineCount,
    /// Letters of more than one byte that are UTF-8.
    letters: u64,
    /// Places that are not.
    bad: u64,
    first_bad_line: u64,
}

impl Found {
    /// How many bytes at its end are half of a letter.
    fn read(&mut self, piece: &[u8]) -> usize {
        let mut rest = piece;
        loop {
            let Err(error) = std::str::from_utf8(rest) else {
                self.good(rest);
                return 0;
            };
            let (good, bad) = rest.split_at(error.valid_up_to());
            self.good(good);
            let Some(skipped) = error.error_len() else {
                return bad.len();
            };
            self.bad();
            rest = &bad[skipped..];
        }
    }

    fn good(&mut self, bytes: &[u8]) {
        self.letters += bytes.iter().filter(|byte| **byte >= 0xC0).count() as u64;
        if self.bad == 0 {
            for byte in bytes {
                self.lines.pass(*byte);
            }
        }
    }

    fn bad(&mut self) {
        if self.bad == 0 {
            self.first_bad_line = self.lines.line();
        }
        self.bad += 1;
    }

    fn encoding(&self) -> Result<&'static Encoding, ImportError> {
        if self.bad == 0 {
            Ok(UTF_8)
        } else if self.letters > self.bad {
            Err(ImportError::BadByte {
                line: self.first_bad_line,
            })
        } else {
            Ok(WINDOWS_1252)
        }
    }
}

/// The text of a file from its beginning, byte by byte of its UTF-8.
#[derive(Debug)]
pub(super) struct Text {
    file: File,
    decoder: Decoder,
    raw: Vec<u8>,
    piece: String,
    at: usize,
    is_read: bool,
}

impl Text {
    /// The file is read through a handle whose place is shared: one text at a time.
    pub(super) fn of(file: &File, encoding: &'static Encoding) -> io::Result<Self> {
        let mut file = file.try_clone()?;
        file.rewind()?;
        Ok(Self {
            file,
            decoder: encoding.new_decoder_with_bom_removal(),
            raw: Vec::with_capacity(PIECE_BYTES),
            piece: String::new(),
            at: 0,
            is_read: false,
        })
    }

    pub(super) fn next_byte(&mut self) -> io::Result<Option<u8>> {
        while self.at == self.piece.len() {
            if self.is_read {
                return Ok(None);
            }
            self.next_piece()?;
        }
        self.at += 1;
        Ok(self.piece.as_bytes().get(self.at - 1).copied())
    }

    fn next_piece(&mut self) -> io::Result<()> {
        self.raw.clear();
        self.is_read = more(&mut self.file, &mut self.raw)? == 0;
        self.piece.clear();
        self.at = 0;
        let room = self.decoder.max_utf8_buffer_length(self.raw.len());
        self.piece.reserve(room.unwrap_or(self.raw.len() * 3));
        let _ = self
            .decoder
            .decode_to_string(&self.raw, &mut self.piece, self.is_read);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;

    fn file(bytes: &[u8]) -> File {
        let mut file = tempfile::tempfile().expect("a file");
        file.write_all(bytes).expect("written");
        file
    }

    fn text(bytes: &[u8]) -> String {
        let mut file = file(bytes);
        let encoding = of(&mut file).expect("an encoding");
        let mut text = Text::of(&file, encoding).expect("a text");
        let mut all = Vec::new();
        while let Some(byte) = text.next_byte().expect("read") {
            all.push(byte);
        }
        String::from_utf8(all).expect("UTF-8")
    }

    #[test]
    fn what_windows_writes_is_read_as_it_was_meant() {
        assert_eq!(text(b"Ib\xE1\xF1ez;Le\xF3n\n"), "Ibáñez;León\n");
        assert_eq!(text("\u{feff}Año".as_bytes()), "Año");
        assert_eq!(text(&[0xFF, 0xFE, b'A', 0, 0xF1, 0]), "Añ");
    }

    #[test]
    fn a_letter_on_the_border_of_two_pieces_is_one_letter() {
        for shift in 0..4 {
            let long = format!("{}{}", "a".repeat(shift), "ñ€😀".repeat(30_000));
            assert!(text(long.as_bytes()) == long, "shifted by {shift}");
        }
    }

    #[test]
    fn one_bad_byte_in_a_file_of_utf_8_is_named_by_its_line() {
        let mut bytes = "Peña\rIbáñez\r\nMuñoz\n".as_bytes().to_vec();
        bytes.extend(b"Le\xF3n\n");
        let error = of(&mut file(&bytes)).expect_err("two encodings");
        assert!(matches!(error, ImportError::BadByte { line: 4 }), "{error}");
        let cut = [b"Pe\xC3\xB1a Ib\xC3\xA1\xC3\xB1ez \xC3".as_slice()].concat();
        assert!(of(&mut file(&cut)).is_err(), "half a letter at the end");
    }
}
