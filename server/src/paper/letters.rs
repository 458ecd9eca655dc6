//! The letters a receipt is set in: the house's own, as the font files beside the server have them.
//! It refuses to draw what they have no shape for: that stands as a question mark.

use krilla::text::Font;
use ttf_parser::Face;

const REGULAR: &[u8] = include_bytes!("../../fonts/source-sans-3-regular.ttf");
const BOLD: &[u8] = include_bytes!("../../fonts/source-sans-3-bold.ttf");

/// How heavy they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// Both weights.
pub(super) struct Letters {
    regular: (Font, Face<'static>),
    bold: (Font, Face<'static>),
}

impl Letters {
    pub(super) fn read() -> Option<Self> {
        let one =
            |bytes: &'static [u8]| Some((Font::new(bytes.into(), 0)?, Face::parse(bytes, 0).ok()?));
        Some(Self {
            regular: one(REGULAR)?,
            bold: one(BOLD)?,
        })
    }

    fn of(&self, weight: Weight) -> &(Font, Face<'static>) {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    pub(super) fn font(&self, weight: Weight) -> Font {
        self.of(weight).0.clone()
    }

    /// The same words in letters that there are.
    pub(super) fn drawable(&self, text: &str) -> String {
        let face = &self.regular.1;
        text.chars()
            .map(|letter| match letter {
                _ if letter.is_whitespace() => ' ',
                _ if face.glyph_index(letter).is_some() => letter,
                _ => '?',
            })
            .collect()
    }

    /// How wide a text is at that size, in points.
    pub(super) fn width(&self, weight: Weight, size: f32, text: &str) -> f32 {
        let face = &self.of(weight).1;
        let advance = |letter| {
            let glyph = face.glyph_index(letter)?;
            face.glyph_hor_advance(glyph).map(f32::from)
        };
        let units: f32 = text.chars().filter_map(advance).sum();
        units * size / f32::from(face.units_per_em())
    }
}
