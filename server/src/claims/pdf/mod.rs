//! A receipt as a PDF that lasts: PDF/A-2a, tagged so that it can be read aloud, its letters within it. The words are
//! those of the receipt's page.
//! It refuses to ask the time: the same receipt gives the same file, today and in ten years.

mod layout;
mod letters;

use std::num::NonZeroU16;

use chrono::{Datelike, Timelike};
use krilla::Document;
use krilla::SerializeSettings;
use krilla::configure::{Archival, ConfigurationBuilder};
use krilla::error::KrillaError;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{ContentTag, Identifier, SpanTag, Tag, TagGroup, TagKind, TagTree};
use krilla::text::TextDirection;
use ui::read::Recibo;
use ui::words::{Tongue, receipts};

use layout::{Block, HEIGHT, Kind, Line, WIDTH, laid_out};
use letters::Letters;

use super::code;

/// It could not be written.
#[derive(Debug, thiserror::Error)]
pub(super) enum PdfError {
    /// The letters that came with the program cannot be read.
    #[error("the letters of the receipt cannot be read")]
    Letters,
    /// A page of no size.
    #[error("the receipt's page has no size")]
    Page,
    /// It would not be what it says it is.
    #[error("the receipt is no PDF/A: {0:?}")]
    Unfit(KrillaError),
}

/// The file.
pub(super) fn written(recibo: &Recibo) -> Result<Vec<u8>, PdfError> {
    let letters = Letters::read().ok_or(PdfError::Letters)?;
    let blocks = blocks(recibo);
    let mut groups: Vec<TagGroup> = blocks
        .iter()
        .map(|block| TagGroup::new(tag(block)))
        .collect();
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .finish()
        .map_err(|_| PdfError::Page)?;
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    });
    for lines in laid_out(&blocks, &letters) {
        let settings = PageSettings::from_wh(WIDTH, HEIGHT).ok_or(PdfError::Page)?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        for line in lines {
            let drawn = draw(&mut surface, &line, &letters);
            if let Some(group) = groups.get_mut(line.block) {
                group.push(drawn);
            }
        }
        surface.finish();
        page.finish();
    }
    let language = lang(recibo.tongue()).to_owned();
    let mut tree = TagTree::new().with_lang(Some(language));
    for group in groups {
        tree.push(group);
    }
    document.set_tag_tree(tree);
    document.set_metadata(metadata(recibo));
    document.finish().map_err(PdfError::Unfit)
}

const fn lang(t: Tongue) -> &'static str {
    match t {
        Tongue::Es => "es",
        Tongue::En => "en",
    }
}

fn metadata(recibo: &Recibo) -> Metadata {
    let wall = recibo.wall;
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    let date = DateTime::new(u16::try_from(wall.year()).unwrap_or_default())
        .month(small(wall.month()))
        .day(small(wall.day()))
        .hour(small(wall.hour()))
        .minute(small(wall.minute()))
        .second(small(wall.second()));
    Metadata::new()
        .title(receipts::title(recibo.tongue()).to_owned())
        .language(lang(recibo.tongue()).to_owned())
        .creator("Palabra".to_owned())
        .document_id(recibo.head.clone())
        .creation_date(date)
}

/// What it says, from top to bottom.
fn blocks(recibo: &Recibo) -> Vec<Block> {
    let (t, names) = (recibo.tongue(), recibo.names());
    let mut blocks = vec![
        Block::of(Kind::Title, receipts::title(t)),
        Block::of(
            Kind::Text,
            format!("{} · {}", recibo.house, receipts::received(t, recibo.wall)),
        ),
    ];
    if let Some(handed) = &recibo.receipt.handed {
        let (label, about) = receipts::key(t);
        blocks.push(Block::of(Kind::Heading, label));
        blocks.push(Block::of(Kind::Key, handed.key.clone()));
        blocks.push(Block::of(Kind::Small, about));
    }
    let about = recibo.about.as_deref();
    for part in receipts::parts(t, &recibo.receipt, about, recibo.owner, &names) {
        blocks.push(Block::of(Kind::Heading, part.title));
        let lines = part.lines.into_iter();
        blocks.extend(lines.map(|line| Block::of(Kind::Text, line)));
    }
    blocks.push(Block::of(
        Kind::Code(receipts::code(t)),
        recibo.link.clone(),
    ));
    blocks.push(Block::of(Kind::Small, recibo.link.clone()));
    blocks.push(Block::of(Kind::Heading, receipts::head(t, recibo.version)));
    blocks.push(Block::of(Kind::Small, recibo.head.clone()));
    blocks
}

fn tag(block: &Block) -> TagKind {
    let heading = |level| {
        let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
        Tag::Hn(level, Some(block.text.clone())).into()
    };
    match block.kind {
        Kind::Title => heading(1),
        Kind::Heading => heading(2),
        Kind::Text | Kind::Small | Kind::Key => Tag::P.into(),
        Kind::Code(label) => Tag::Figure(Some(label.to_owned())).into(),
    }
}

fn draw(surface: &mut Surface<'_>, line: &Line, letters: &Letters) -> Identifier {
    if let Some(side) = line.code_side {
        let drawn = surface.start_tagged(ContentTag::Other);
        if let Some(squares) = squares(&line.text, line.x, line.y, side) {
            surface.draw_path(&squares);
        }
        surface.end_tagged();
        return drawn;
    }
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

#[cfg(test)]
mod tests;
