//! What a file is, by what is in it: a picture is read and written anew, so that nothing of it stays but its points; a PDF
//! is kept as it is. It refuses to look at a name, and to read many pictures at once: each takes much memory.

use std::sync::Arc;

use domain::attachment::{self, Media};
use domain::refusal::Why;
use tokio::sync::Semaphore;

use super::picture;

const AT_ONCE: usize = 2;
/// A PDF says at its end where its parts are; some programs write a little behind it.
const END_WITHIN: usize = 2048;

/// A file that was found to be what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// What it is.
    pub media: Media,
    /// As it is kept.
    pub bytes: Vec<u8>,
}

/// Who reads pictures waits here for a turn.
#[derive(Debug, Clone)]
pub struct Judging(Arc<Semaphore>);

impl Default for Judging {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(AT_ONCE)))
    }
}

impl Judging {
    /// Judges a file, beside the runtime.
    ///
    /// # Errors
    /// Why it is not taken.
    pub async fn judge(&self, bytes: Vec<u8>) -> Result<Judged, Why> {
        let Ok(_turn) = self.0.acquire().await else {
            return Err(Why::FileUnreadable);
        };
        let judged = tokio::task::spawn_blocking(move || judge(bytes)).await;
        // A picture that makes its reader panic cannot be read.
        judged.unwrap_or(Err(Why::FileUnreadable))
    }
}

/// Judges a file.
///
/// # Errors
/// Why it is not taken.
pub fn judge(bytes: Vec<u8>) -> Result<Judged, Why> {
    if bytes.is_empty() {
        return Err(Why::NoFile);
    }
    if bytes.len() > attachment::BYTES_MAX {
        return Err(Why::FileTooLarge);
    }
    match kind(&bytes) {
        Kind::Picture(format) => picture::anew(&bytes, format),
        Kind::Pdf if is_whole(&bytes) => Ok(Judged {
            media: Media::Pdf,
            bytes,
        }),
        Kind::Pdf => Err(Why::FileUnreadable),
        Kind::Heic => Err(Why::HeicPicture),
        Kind::Other => Err(Why::NotAPictureOrPdf),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Picture(image::ImageFormat),
    Pdf,
    Heic,
    Other,
}

/// By its first bytes.
fn kind(bytes: &[u8]) -> Kind {
    let at = |from: usize, some: &[u8]| bytes.get(from..from + some.len()) == Some(some);
    if at(0, b"\xff\xd8\xff") {
        return Kind::Picture(image::ImageFormat::Jpeg);
    }
    if at(0, b"\x89PNG\r\n\x1a\n") {
        return Kind::Picture(image::ImageFormat::Png);
    }
    if at(0, b"RIFF") && at(8, b"WEBP") {
        return Kind::Picture(image::ImageFormat::WebP);
    }
    if at(0, b"%PDF-") {
        return Kind::Pdf;
    }
    const HEIC: [&[u8]; 8] = [
        b"heic", b"heix", b"heim", b"heis", b"hevc", b"heif", b"mif1", b"msf1",
    ];
    if at(4, b"ftyp") && HEIC.iter().any(|brand| at(8, brand)) {
        return Kind::Heic;
    }
    Kind::Other
}

fn is_whole(pdf: &[u8]) -> bool {
    let end = &pdf[pdf.len().saturating_sub(END_WITHIN)..];
    end.windows(5).any(|some| some == b"%%EOF")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_file_is_stands_in_it() {
        let cases: [(&[u8], Why); 7] = [
            (b"", Why::NoFile),
            (b"<!DOCTYPE html><script>", Why::NotAPictureOrPdf),
            (b"GIF89a", Why::NotAPictureOrPdf),
            (b"\x00\x00\x00\x18ftypheic\x00", Why::HeicPicture),
            (b"%PDF-1.7\ncut short", Why::FileUnreadable),
            (b"\x89PNG\r\n\x1a\ncut short", Why::FileUnreadable),
            (b"\xff\xd8\xff\xe0", Why::FileUnreadable),
        ];
        for (bytes, why) in cases {
            assert_eq!(judge(bytes.to_vec()), Err(why), "{bytes:?}");
        }
        let large = vec![0; attachment::BYTES_MAX + 1];
        assert_eq!(judge(large), Err(Why::FileTooLarge));
    }

    #[test]
    fn a_pdf_is_kept_as_it_is() {
        let bytes = b"%PDF-1.7\n1 0 obj\n%%EOF\n".to_vec();
        let judged = judge(bytes.clone()).expect("a PDF");
        assert_eq!((judged.media, judged.bytes), (Media::Pdf, bytes));
    }
}
