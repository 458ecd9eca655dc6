//! A line of a paper onto its page: words, the squares of a code, the strokes of a signature.
//! It refuses to place anything: every line says where it stands.

use domain::strokes::{Strokes, WIDE};
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::paint::{LineCap, LineJoin, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{ContentTag, Identifier, SpanTag};
use krilla::text::TextDirection;

use super::code;
use super::layout::{Figure, Line};
use super::letters::Letters;

/// As thick as a pen on the screen's sheet.
const PEN: f32 = 3.0;

pub(super) fn line(surface: &mut Surface<'_>, line: &Line, letters: &Letters) -> Identifier {
    match line.figure {
        None => words(surface, line, letters),
        Some(Figure::Code { side }) => {
            let drawn = surface.start_tagged(ContentTag::Other);
            if let Some(squares) = squares(&line.text, line.x, line.y, side) {
                surface.draw_path(&squares);
            }
            surface.end_tagged();
            drawn
        }
        Some(Figure::Drawing { wide }) => {
            let drawn = surface.start_tagged(ContentTag::Other);
            signature(surface, line, wide);
            surface.end_tagged();
            drawn
        }
    }
}

fn words(surface: &mut Surface<'_>, line: &Line, letters: &Letters) -> Identifier {
    let drawn = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
    let from = Point::from_xy(line.x, line.y);
    let font = letters.font(line.weight);
    surface.draw_text(
        from,
        font,
        line.size,
        &line.text,
        false,
        TextDirection::LeftToRight,
    );
    surface.end_tagged();
    drawn
}

fn squares(link: &str, x: f32, y: f32, side: f32) -> Option<Path> {
    let (many, runs) = code::runs(link)?;
    #[expect(
        clippy::cast_precision_loss,
        reason = "a code has fewer than two hundred squares a side"
    )]
    let at = |squares: usize| squares as f32 * side / many as f32;
    let mut path = PathBuilder::new();
    for (column, row, long) in runs {
        let rect = Rect::from_xywh(x + at(column), y + at(row), at(long), at(1))?;
        path.push_rect(rect);
    }
    path.finish()
}

fn signature(surface: &mut Surface<'_>, line: &Line, wide: f32) {
    let scale = wide / f32::from(WIDE);
    let Some(path) = strokes(&line.text, line.x, line.y, scale) else {
        return;
    };
    surface.set_fill(None);
    surface.set_stroke(Some(Stroke {
        width: PEN * scale,
        line_cap: LineCap::Round,
        line_join: LineJoin::Round,
        ..Stroke::default()
    }));
    surface.draw_path(&path);
    surface.set_stroke(None);
}

fn strokes(written: &str, x: f32, y: f32, scale: f32) -> Option<Path> {
    let drawing = Strokes::read(written).ok()?;
    let mut path = PathBuilder::new();
    for stroke in drawing.strokes() {
        for (place, point) in stroke.iter().enumerate() {
            let (x, y) = (
                x + f32::from(point.0) * scale,
                y + f32::from(point.1) * scale,
            );
            match place {
                0 => path.move_to(x, y),
                _ => path.line_to(x, y),
            }
        }
    }
    path.finish()
}
