//! What was signed as a PDF: the words as they were read, the signature as it was drawn, and what proves both.
//! It refuses to know how a paper is laid out and written, and how the promise stands since: paper does not change.

use domain::account::Signature;
use ui::read::Firmada;
use ui::words::read_back::parted;
use ui::words::{receipts, signed};

use crate::paper::{self, Block, Kind, Paper, PdfError};

/// The file.
pub(super) fn written(firmada: &Firmada) -> Result<Vec<u8>, PdfError> {
    let tongue = firmada.tongue();
    paper::written(&Paper {
        title: signed::title(tongue),
        tongue,
        id: &firmada.head,
        wall: firmada.wall,
        blocks: blocks(firmada),
    })
}

fn blocks(firmada: &Firmada) -> Vec<Block> {
    let t = firmada.tongue();
    let erased = signed::erased(t);
    let (said, lines) = parted(firmada.shown.as_deref().unwrap_or(erased));
    let by = firmada.by.as_deref();
    let mut blocks = vec![
        Block::of(Kind::Title, signed::title(t)),
        Block::of(Kind::Heading, said),
    ];
    blocks.extend(lines.map(|line| Block::of(Kind::Text, line)));
    blocks.push(Block::of(Kind::Heading, signed::signature(t)));
    blocks.push(match &firmada.signature {
        Signature::Typed => Block::of(Kind::Text, signed::typed(t)),
        Signature::Drawn(Some(strokes)) => {
            Block::of(Kind::Drawing(signed::drawing(t, by)), strokes.clone())
        }
        Signature::Drawn(None) => Block::of(Kind::Text, erased),
    });
    blocks.push(Block::of(Kind::Text, signed::signed(t, by, firmada.wall)));
    blocks.push(Block::of(
        Kind::Code(signed::code(t).to_owned()),
        firmada.link.clone(),
    ));
    blocks.push(Block::of(Kind::Small, signed::link(t)));
    blocks.push(Block::of(Kind::Small, firmada.link.clone()));
    blocks.push(Block::of(Kind::Heading, signed::digest(t)));
    blocks.push(Block::of(Kind::Small, firmada.digest.clone()));
    blocks.push(Block::of(Kind::Heading, receipts::head(t, firmada.version)));
    blocks.push(Block::of(Kind::Small, firmada.head.clone()));
    blocks
}

#[cfg(test)]
#[path = "pdf_tests.rs"]
mod tests;
