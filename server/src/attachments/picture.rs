//! A picture, read and written anew: turned as its camera said, no larger than a screen needs, and without a word of where
//! and by whom it was taken. It refuses one that would take more memory than a picture may.

use std::io::Cursor;

use domain::attachment::{self, Media};
use domain::refusal::Why;
use image::codecs::jpeg::JpegEncoder;
use image::error::ImageError;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits};

use super::Judged;

/// Points there may be: more than telephones take by default.
const POINTS_MAX: u64 = 50_000_000;
/// Of one side.
const SIDE_READ_MAX: u32 = 20_000;
/// What reading one may take.
const MEMORY_MAX: u64 = 512 * 1024 * 1024;
/// A side that is longer is made so long.
const SIDE_KEPT_MAX: u32 = 4_096;
const JPEG_QUALITY: u8 = 85;

/// Reads it and writes it anew.
///
/// # Errors
/// `FileUnreadable`, `PictureTooWide`, `FileTooLarge`.
pub(super) fn anew(bytes: &[u8], format: ImageFormat) -> Result<Judged, Why> {
    let picture = read(bytes, format)?;
    let picture = match picture.width().max(picture.height()) > SIDE_KEPT_MAX {
        true => picture.resize(SIDE_KEPT_MAX, SIDE_KEPT_MAX, FilterType::Triangle),
        false => picture,
    };
    let is_drawn = format == ImageFormat::Png || picture.color().has_alpha();
    if is_drawn {
        let drawn = png(&picture)?;
        if drawn.bytes.len() <= attachment::BYTES_MAX {
            return Ok(drawn);
        }
    }
    let shown = jpeg(&picture)?;
    match shown.bytes.len() <= attachment::BYTES_MAX {
        true => Ok(shown),
        false => Err(Why::FileTooLarge),
    }
}

fn read(bytes: &[u8], format: ImageFormat) -> Result<DynamicImage, Why> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE_READ_MAX);
    limits.max_image_height = Some(SIDE_READ_MAX);
    limits.max_alloc = Some(MEMORY_MAX);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| why(&error))?;
    // Before a point of it is read: some files unfold to a thousand times their length.
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > POINTS_MAX {
        return Err(Why::PictureTooWide);
    }
    let turned = decoder.orientation();
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|error| why(&error))?;
    // What says how it is turned is no part of the picture; broken, it says nothing.
    if let Ok(turned) = turned {
        picture.apply_orientation(turned);
    }
    Ok(picture)
}

fn why(error: &ImageError) -> Why {
    match error {
        ImageError::Limits(_) => Why::PictureTooWide,
        _ => Why::FileUnreadable,
    }
}

fn png(picture: &DynamicImage) -> Result<Judged, Why> {
    let picture = match picture.color().has_alpha() {
        true => DynamicImage::from(picture.to_rgba8()),
        false => DynamicImage::from(picture.to_rgb8()),
    };
    let mut bytes = Vec::new();
    let written = picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png);
    written.map_err(|error| why(&error))?;
    Ok(Judged {
        media: Media::Png,
        bytes,
    })
}

fn jpeg(picture: &DynamicImage) -> Result<Judged, Why> {
    let mut bytes = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY);
    let written = picture.to_rgb8().write_with_encoder(encoder);
    written.map_err(|error| why(&error))?;
    Ok(Judged {
        media: Media::Jpeg,
        bytes,
    })
}

#[cfg(test)]
mod tests {
    use image::{Rgb, RgbImage, Rgba, RgbaImage};

    use super::*;

    fn written(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Vec::new();
        let done = picture.write_to(&mut Cursor::new(&mut bytes), format);
        done.expect("written");
        bytes
    }

    fn photo(width: u32, height: u32) -> DynamicImage {
        let point = |x: u32, y: u32| Rgb([(x % 256) as u8, (y % 256) as u8, 90]);
        RgbImage::from_fn(width, height, point).into()
    }

    /// A JPEG whose camera lay on its side, and knew where it was.
    fn telltale() -> Vec<u8> {
        let mut bytes = written(&photo(40, 20), ImageFormat::Jpeg);
        let mut told =
            b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec();
        told.extend_from_slice(b"GPS 40.4168 -3.7038 Ana");
        let length = u16::try_from(told.len() + 2).expect("short").to_be_bytes();
        let segment = [&[0xff, 0xe1], &length[..], &told].concat();
        bytes.splice(2..2, segment);
        bytes
    }

    #[test]
    fn a_picture_is_turned_upright_and_tells_nothing_more() {
        let before = telltale();
        assert!(before.windows(3).any(|some| some == b"GPS"));
        let kept = anew(&before, ImageFormat::Jpeg).expect("a picture");
        assert_eq!(kept.media, Media::Jpeg);
        for word in [&b"GPS"[..], b"Exif", b"Ana"] {
            assert!(!kept.bytes.windows(word.len()).any(|some| some == word));
        }
        let read = read(&kept.bytes, ImageFormat::Jpeg).expect("a picture");
        assert_eq!((read.width(), read.height()), (20, 40));
    }

    #[test]
    fn each_kind_is_kept_as_one_that_all_can_read() {
        let clear: DynamicImage = RgbaImage::from_pixel(8, 8, Rgba([1, 2, 3, 0])).into();
        for (picture, from, media) in [
            (photo(30, 30), ImageFormat::Jpeg, Media::Jpeg),
            (photo(30, 30), ImageFormat::Png, Media::Png),
            (photo(30, 30), ImageFormat::WebP, Media::Jpeg),
            (clear, ImageFormat::WebP, Media::Png),
        ] {
            let kept = anew(&written(&picture, from), from).expect("a picture");
            assert_eq!(kept.media, media, "{from:?}");
        }
    }

    #[test]
    fn a_large_one_is_made_as_large_as_a_screen() {
        let kept = anew(
            &written(&photo(5_000, 10), ImageFormat::Png),
            ImageFormat::Png,
        );
        let kept = kept.expect("a picture");
        let read = read(&kept.bytes, ImageFormat::Png).expect("a picture");
        assert_eq!(read.width(), SIDE_KEPT_MAX);
    }

    #[test]
    fn what_unfolds_to_more_than_a_picture_may_is_refused_before_it_does() {
        // A header that speaks of 19 000 × 19 000 points, with nothing behind it.
        let mut bytes = written(&photo(1, 1), ImageFormat::Png);
        let side = 19_000_u32.to_be_bytes();
        bytes.splice(16..20, side);
        bytes.splice(20..24, side);
        let checked = crc(&bytes[12..29]).to_be_bytes();
        bytes.splice(29..33, checked);
        assert_eq!(anew(&bytes, ImageFormat::Png), Err(Why::PictureTooWide));
    }

    #[test]
    fn a_picture_cut_short_is_refused() {
        let bytes = written(&photo(300, 300), ImageFormat::Png);
        let half = &bytes[..bytes.len() / 2];
        assert_eq!(anew(half, ImageFormat::Png), Err(Why::FileUnreadable));
    }

    /// As PNG checks its parts (ISO/IEC 15948, annex D).
    fn crc(bytes: &[u8]) -> u32 {
        let step = |crc: u32, byte: &u8| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| match crc & 1 {
                1 => 0xedb8_8320 ^ (crc >> 1),
                _ => crc >> 1,
            })
        };
        !bytes.iter().fold(u32::MAX, step)
    }
}
