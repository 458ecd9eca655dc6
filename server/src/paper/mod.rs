//! What a customer takes away, as a PDF that lasts: PDF/A-2a, tagged so that it can be read aloud, its letters within
//! it; with the code that opens its page, and how both are sent.
//! It refuses to know what it says, and to ask the time: the same paper gives the same file, today and in ten years.

pub(crate) mod code;
mod draw;
mod layout;
mod letters;
mod sent;

use std::num::NonZeroU16;

use chrono::{Datelike as _, NaiveDateTime, Timelike as _};
use krilla::Document;
use krilla::SerializeSettings;
use krilla::configure::{Archival, ConfigurationBuilder};
use krilla::error::KrillaError;
use krilla::metadata::{DateTime, Metadata};
use krilla::page::PageSettings;
use krilla::tagging::{Tag, TagGroup, TagKind, TagTree};
use ui::words::Tongue;

pub(crate) use layout::{Block, Kind};
use layout::{HEIGHT, WIDTH, laid_out};
use letters::Letters;
pub(crate) use sent::{file, secret};

/// It could not be written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PdfError {
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

/// A paper before it is laid out.
#[derive(Debug)]
pub(crate) struct Paper<'a> {
    pub(crate) title: &'a str,
    pub(crate) tongue: Tongue,
    /// What no other paper has: the head of the ledger that stands on it.
    pub(crate) id: &'a str,
    /// When what it says was done, on the store's wall.
    pub(crate) wall: NaiveDateTime,
    /// What it says, from top to bottom.
    pub(crate) blocks: Vec<Block>,
}

/// The file.
pub(crate) fn written(paper: &Paper<'_>) -> Result<Vec<u8>, PdfError> {
    let letters = Letters::read().ok_or(PdfError::Letters)?;
    let mut groups: Vec<TagGroup> = paper
        .blocks
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
    for lines in laid_out(&paper.blocks, &letters) {
        let settings = PageSettings::from_wh(WIDTH, HEIGHT).ok_or(PdfError::Page)?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        for line in lines {
            let drawn = draw::line(&mut surface, &line, &letters);
            if let Some(group) = groups.get_mut(line.block) {
                group.push(drawn);
            }
        }
        surface.finish();
        page.finish();
    }
    let language = lang(paper.tongue).to_owned();
    let mut tree = TagTree::new().with_lang(Some(language));
    for group in groups {
        tree.push(group);
    }
    document.set_tag_tree(tree);
    document.set_metadata(metadata(paper));
    document.finish().map_err(PdfError::Unfit)
}

const fn lang(t: Tongue) -> &'static str {
    match t {
        Tongue::Es => "es",
        Tongue::En => "en",
    }
}

fn metadata(paper: &Paper<'_>) -> Metadata {
    let wall = paper.wall;
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    let date = DateTime::new(u16::try_from(wall.year()).unwrap_or_default())
        .month(small(wall.month()))
        .day(small(wall.day()))
        .hour(small(wall.hour()))
        .minute(small(wall.minute()))
        .second(small(wall.second()));
    Metadata::new()
        .title(paper.title.to_owned())
        .language(lang(paper.tongue).to_owned())
        .creator("Palabra".to_owned())
        .document_id(paper.id.to_owned())
        .creation_date(date)
}

fn tag(block: &Block) -> TagKind {
    let heading = |level| {
        let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
        Tag::Hn(level, Some(block.text.clone())).into()
    };
    match &block.kind {
        Kind::Title => heading(1),
        Kind::Heading => heading(2),
        Kind::Text | Kind::Small | Kind::Key => Tag::P.into(),
        Kind::Code(label) | Kind::Drawing(label) => Tag::Figure(Some(label.clone())).into(),
    }
}
