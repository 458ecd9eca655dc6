//! Blocks into lines on pages: words are wrapped, what is too long for a line is cut, and no page overflows.
//! It refuses to draw.

use super::letters::{Letters, Weight};

/// A4, in points.
pub(super) const WIDTH: f32 = 595.28;
pub(super) const HEIGHT: f32 = 841.89;
const MARGIN: f32 = 56.0;
const CODE_SIDE: f32 = 130.0;
const DRAWING_WIDE: f32 = 270.0;
const DRAWING_HIGH: f32 = 90.0;

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    Title,
    Heading,
    Text,
    Small,
    Key,
    /// Its text as a code; what it is, to whoever does not see it.
    Code(String),
    /// Its text as strokes; what they are, to whoever does not see them.
    Drawing(String),
}

/// What is drawn instead of words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Figure {
    Code { side: f32 },
    Drawing { wide: f32 },
}

/// A heading, a paragraph or a figure.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Block {
    pub(super) kind: Kind,
    pub(super) text: String,
}

/// A line of a block, where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub(super) block: usize,
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) weight: Weight,
    pub(super) text: String,
    pub(super) figure: Option<Figure>,
}

impl Block {
    pub(crate) fn of(kind: Kind, text: impl Into<String>) -> Self {
        Self {
            kind,
            text: text.into(),
        }
    }
}

impl Kind {
    /// Size, weight, and the room above.
    const fn look(&self) -> (f32, Weight, f32) {
        match self {
            Self::Title => (22.0, Weight::Bold, 0.0),
            Self::Heading => (11.5, Weight::Bold, 12.0),
            Self::Text => (11.5, Weight::Regular, 2.0),
            Self::Small => (9.0, Weight::Regular, 3.0),
            Self::Key => (26.0, Weight::Bold, 2.0),
            Self::Code(_) => (0.0, Weight::Regular, 14.0),
            Self::Drawing(_) => (0.0, Weight::Regular, 4.0),
        }
    }

    /// What is drawn, and how high it is.
    const fn figure(&self) -> Option<(Figure, f32)> {
        match self {
            Self::Code(_) => Some((Figure::Code { side: CODE_SIDE }, CODE_SIDE)),
            Self::Drawing(_) => Some((Figure::Drawing { wide: DRAWING_WIDE }, DRAWING_HIGH)),
            _ => None,
        }
    }
}

/// The lines of each page.
pub(super) fn laid_out(blocks: &[Block], letters: &Letters) -> Vec<Vec<Line>> {
    let mut pages = vec![Vec::new()];
    let mut y = MARGIN;
    for (block, one) in blocks.iter().enumerate() {
        let (size, weight, above) = one.kind.look();
        y += above;
        let figure = one.kind.figure();
        // A figure stands by its top, a line of words by what they stand on.
        let (texts, high, down) = match figure {
            Some((_, high)) => (vec![one.text.clone()], high, 0.0),
            None => (wrapped(&one.text, letters, weight, size), size * 1.35, size),
        };
        for text in texts {
            if y + high > HEIGHT - MARGIN {
                pages.push(Vec::new());
                y = MARGIN;
            }
            let line = Line {
                block,
                x: MARGIN,
                y: y + down,
                size,
                weight,
                text,
                figure: figure.map(|(figure, _)| figure),
            };
            if let Some(page) = pages.last_mut() {
                page.push(line);
            }
            y += high;
        }
    }
    pages
}

/// Each line but a paragraph's last keeps its space, so that the words stay apart for whoever hears them.
fn wrapped(text: &str, letters: &Letters, weight: Weight, size: f32) -> Vec<String> {
    let fits = |text: &str| letters.width(weight, size, text) <= WIDTH - 2.0 * MARGIN;
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in letters
            .drawable(paragraph)
            .split(' ')
            .filter(|word| !word.is_empty())
        {
            let longer = if line.is_empty() {
                word.to_owned()
            } else {
                format!("{line} {word}")
            };
            if fits(&longer) {
                line = longer;
                continue;
            }
            if !line.is_empty() {
                lines.push(format!("{line} "));
            }
            line.clear();
            for letter in word.chars() {
                line.push(letter);
                if !fits(&line) {
                    line.pop();
                    lines.push(std::mem::replace(&mut line, letter.to_string()));
                }
            }
        }
        if !line.is_empty() {
            lines.push(line);
        }
    }
    lines
}
