//! The receipt of a claim as a PDF: the words of its page.
//! It refuses to know how a paper is laid out and written.

use ui::read::Recibo;
use ui::words::receipts;

use crate::paper::{self, Block, Kind, Paper, PdfError};

/// The file.
pub(super) fn written(recibo: &Recibo) -> Result<Vec<u8>, PdfError> {
    let tongue = recibo.tongue();
    paper::written(&Paper {
        title: receipts::title(tongue),
        tongue,
        id: &recibo.head,
        wall: recibo.wall,
        blocks: blocks(recibo),
    })
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
        Kind::Code(receipts::code(t).to_owned()),
        recibo.link.clone(),
    ));
    blocks.push(Block::of(Kind::Small, recibo.link.clone()));
    blocks.push(Block::of(Kind::Heading, receipts::head(t, recibo.version)));
    blocks.push(Block::of(Kind::Small, recibo.head.clone()));
    blocks
}

#[cfg(test)]
#[path = "pdf_tests.rs"]
mod tests;
