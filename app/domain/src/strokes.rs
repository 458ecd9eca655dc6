//! A signature as it was drawn: strokes of points on a small sheet of whole units, kept as the path of an SVG that is
//! written here and nowhere else.
//! It refuses markup, points beside the sheet, and more than a hand draws: what a browser sends is read to points first.

use std::fmt;

use crate::refusal::Why;
use crate::text::BODY_BYTES_MAX;

/// How wide the sheet is.
pub const WIDE: u16 = 600;
/// How high it is.
pub const HIGH: u16 = 200;
/// The most strokes of a signature.
pub const STROKES_MAX: usize = 200;
/// The most points of a signature; written, they fit into a text.
const POINTS_MAX: usize = 2_400;
/// What spreads no further than that is a dot.
const DOT: u16 = 20;
/// A point nearer than that to the last one says nothing new.
const NEAR: u16 = 2;

/// From the left and from the top, in units of the sheet.
pub type Point = (u16, u16);

/// The strokes, each of at least two points; a dot is the same point twice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Strokes(Vec<Vec<Point>>);

impl Strokes {
    /// Reads a path as it is written here, to the letter.
    ///
    /// # Errors
    /// `NoSignature` for none or a mere dot; `TooLong` and `TooMany` beyond what a hand draws; `BrokenForm` for
    /// whatever was not written here.
    pub fn read(path: &str) -> Result<Self, Why> {
        if path.is_empty() {
            return Err(Why::NoSignature);
        }
        if path.len() > BODY_BYTES_MAX {
            return Err(Why::TooLong(BODY_BYTES_MAX));
        }
        if path.matches('M').count() > STROKES_MAX {
            return Err(Why::TooMany(STROKES_MAX));
        }
        let read = path.strip_prefix('M').and_then(|path| {
            let strokes = path.split('M').map(stroke);
            strokes.collect::<Option<_>>().map(Self)
        });
        let read = read.ok_or(Why::BrokenForm)?;
        if read.points() > POINTS_MAX {
            return Err(Why::TooLong(BODY_BYTES_MAX));
        }
        if read.to_string() != path {
            return Err(Why::BrokenForm);
        }
        if !read.is_drawn() {
            return Err(Why::NoSignature);
        }
        Ok(read)
    }

    /// The pen is set down; whether there is room for another stroke.
    pub fn begin(&mut self, at: Point) -> bool {
        if self.0.len() >= STROKES_MAX || self.points() + 2 > POINTS_MAX {
            return false;
        }
        let at = within(at);
        self.0.push(vec![at, at]);
        true
    }

    /// The pen moves on.
    pub fn go(&mut self, to: Point) {
        let (to, points) = (within(to), self.points());
        let Some(stroke) = self.0.last_mut() else {
            return;
        };
        let Some(last) = stroke.last_mut() else {
            return;
        };
        if last.0.abs_diff(to.0) + last.1.abs_diff(to.1) < NEAR {
            return;
        }
        if matches!(stroke[..], [from, at] if from == at) {
            stroke[1] = to;
        } else if points < POINTS_MAX {
            stroke.push(to);
        }
    }

    /// The last stroke is taken away.
    pub fn undo(&mut self) {
        self.0.pop();
    }

    /// Whether nothing was drawn.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether it is more than a dot.
    #[must_use]
    pub fn is_drawn(&self) -> bool {
        let spread = |of: fn(&Point) -> u16| {
            let all = || self.0.iter().flatten().map(of);
            all().max().unwrap_or_default() - all().min().unwrap_or_default()
        };
        spread(|point| point.0).max(spread(|point| point.1)) >= DOT
    }

    /// Stroke by stroke.
    #[must_use]
    pub fn strokes(&self) -> &[Vec<Point>] {
        &self.0
    }

    fn points(&self) -> usize {
        self.0.iter().map(Vec::len).sum()
    }
}

/// The path of an SVG: `M12 34L15 32 20 33`, stroke after stroke.
impl fmt::Display for Strokes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for stroke in &self.0 {
            for (place, (x, y)) in stroke.iter().enumerate() {
                let sign = match place {
                    0 => "M",
                    1 => "L",
                    _ => " ",
                };
                write!(f, "{sign}{x} {y}")?;
            }
        }
        Ok(())
    }
}

fn within((x, y): Point) -> Point {
    (x.min(WIDE), y.min(HIGH))
}

/// What stands after one `M`.
fn stroke(path: &str) -> Option<Vec<Point>> {
    let (from, on) = path.split_once('L')?;
    let [from] = points(from)?[..] else {
        return None;
    };
    let on = points(on)?;
    Some(std::iter::once(from).chain(on).collect())
}

fn points(written: &str) -> Option<Vec<Point>> {
    let numbers: Vec<u16> = written
        .split(' ')
        .map(|number| number.parse().ok())
        .collect::<Option<_>>()?;
    let pairs = numbers.chunks(2).map(|pair| match *pair {
        [x, y] if x <= WIDE && y <= HIGH => Some((x, y)),
        _ => None,
    });
    pairs.collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn drawn() -> impl Strategy<Value = Strokes> {
        let point = (0..=WIDE, 0..=HIGH);
        let stroke = prop::collection::vec(point, 1..40);
        prop::collection::vec(stroke, 1..20).prop_map(|strokes| {
            let mut drawn = Strokes::default();
            for stroke in strokes {
                drawn.begin(stroke[0]);
                stroke[1..].iter().for_each(|to| drawn.go(*to));
            }
            drawn
        })
    }

    proptest! {
        #[test]
        fn what_was_drawn_is_read_as_it_is_written(drawn in drawn()) {
            prop_assume!(drawn.is_drawn());
            prop_assert_eq!(Strokes::read(&drawn.to_string()), Ok(drawn));
        }

        #[test]
        fn what_was_not_written_here_is_refused_or_is_the_same(path in "[ML0-9 .,-]{0,60}") {
            if let Ok(read) = Strokes::read(&path) {
                prop_assert_eq!(read.to_string(), path);
            }
        }

        #[test]
        fn whatever_comes_is_never_a_panic(path in ".{0,60}") {
            let _ = Strokes::read(&path);
        }

        #[test]
        fn however_long_somebody_draws_it_can_be_read(seed in 0..600_u16) {
            let mut drawn = Strokes::default();
            for stroke in 0..300_u16 {
                if !drawn.begin((seed, stroke)) {
                    break;
                }
                for step in 0..300_u16 {
                    drawn.go(((seed + 7 * step) % 900, (stroke + 11 * step) % 300));
                }
            }
            prop_assert_eq!(Strokes::read(&drawn.to_string()), Ok(drawn));
        }
    }

    #[test]
    fn what_is_no_signature_is_told_apart() {
        let many = "M0 0L90 90".repeat(STROKES_MAX + 1);
        let long = format!("M0 0L{}90 90", "10 10 ".repeat(BODY_BYTES_MAX));
        for (path, why) in [
            ("", Why::NoSignature),
            ("M5 5L5 5", Why::NoSignature),
            ("M5 5L9 9M5 9L9 5", Why::NoSignature),
            (many.as_str(), Why::TooMany(STROKES_MAX)),
            (long.as_str(), Why::TooLong(BODY_BYTES_MAX)),
        ] {
            assert_eq!(Strokes::read(path), Err(why));
        }
        let malicious = [
            "M0 0L90 90\"/><script>alert(1)</script>",
            "M0 0L90 90z",
            "M0 0L90 90 ",
            " M0 0L90 90",
            "M0 0L090 90",
            "M0 0L+90 90",
            "M0 0L90.5 90",
            "M0 0L-90 90",
            "M0 0L90",
            "M0 0 1 1L90 90",
            "M0 0",
            "M0 0L601 90",
            "M0 0L90 201",
            "M0 0L99999 90",
            "M0 0L90\n90",
            "M٣ 0L90 90",
            "url(#a)",
            "M",
            "ML",
        ];
        for path in malicious {
            assert_eq!(Strokes::read(path), Err(Why::BrokenForm), "{path}");
        }
    }

    #[test]
    fn a_pen_that_hardly_moves_or_leaves_the_sheet_draws_within_it() {
        let mut drawn = Strokes::default();
        assert!(drawn.is_empty() && drawn.begin((10, 10)));
        drawn.go((11, 10));
        drawn.go((900, 900));
        drawn.go((590, 190));
        assert!(drawn.begin((30, 30)));
        assert_eq!(drawn.to_string(), "M10 10L600 200 590 190M30 30L30 30");
        drawn.undo();
        assert_eq!(drawn.to_string(), "M10 10L600 200 590 190");
    }
}
