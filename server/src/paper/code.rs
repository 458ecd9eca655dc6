//! A link as a code that a phone's camera reads: black squares on white, with the quiet margin around them.
//! It refuses to know what the link opens.

use std::fmt::Write as _;

use qrcode::{Color, EcLevel, QrCode};
use ui::read::Code;

/// The quiet margin that readers need, in squares.
const MARGIN: usize = 4;

/// Dark squares beside each other: column, row, how many.
pub(crate) type Run = (usize, usize, usize);

/// How many squares a side has, and the runs of dark ones, row by row.
pub(crate) fn runs(link: &str) -> Option<(usize, Vec<Run>)> {
    let code = QrCode::with_error_correction_level(link, EcLevel::M).ok()?;
    let (width, colors) = (code.width(), code.to_colors());
    let mut runs = Vec::new();
    for (row, squares) in colors.chunks(width).enumerate() {
        let mut column = 0;
        for run in squares.chunk_by(|one, other| one == other) {
            if run.first() == Some(&Color::Dark) {
                runs.push((column + MARGIN, row + MARGIN, run.len()));
            }
            column += run.len();
        }
    }
    Some((width + 2 * MARGIN, runs))
}

/// As a path of an SVG.
pub(crate) fn code(link: &str) -> Option<Code> {
    let (side, runs) = runs(link)?;
    let mut path = String::with_capacity(runs.len() * 16);
    for (column, row, long) in runs {
        let _ = write!(path, "M{column} {row}h{long}v1h-{long}z");
    }
    Some(Code { side, path })
}
