use chrono::NaiveDate;
use domain::account::{Language, PromiseStage};
use domain::strokes::Strokes;

use super::*;
use crate::paper::code;

fn firmada(signature: Signature<Option<String>>) -> Firmada {
    let on = NaiveDate::from_ymd_opt(2026, 6, 8).unwrap();
    let link = "https://palabra.example/p/abc".to_owned();
    Firmada {
        language: Language::Es,
        shown: Some("Lo que le hemos prometido\nPagará 89,00 € al mes en total.".to_owned()),
        by: Some("Ana Ibáñez".to_owned()),
        signature,
        wall: on.and_hms_opt(10, 0, 0).unwrap(),
        digest: "cd".repeat(32),
        head: "ab".repeat(32),
        version: 7,
        stage: PromiseStage::Confirmed,
        amended: None,
        today: on,
        code: code::code(&link).unwrap(),
        link,
        pdf: String::new(),
        back: None,
    }
}

fn long() -> String {
    let mut drawing = Strokes::default();
    for stroke in 0..150_u16 {
        drawing.begin((stroke * 4, 0));
        (1..16).for_each(|step| drawing.go((stroke * 4, step * 13)));
    }
    drawing.to_string()
}

#[test]
fn the_same_signature_gives_the_same_file_and_its_drawing_is_in_it() {
    let drawn = |path: &str| written(&firmada(Signature::Drawn(Some(path.to_owned())))).unwrap();
    let one = drawn("M10 10L90 40 120 60");
    assert_eq!(one, drawn("M10 10L90 40 120 60"));
    assert_ne!(one, drawn("M10 10L90 40 120 61"));
    let said = String::from_utf8_lossy(&one);
    assert!(said.contains("<pdfaid:conformance>A</pdfaid:conformance>"));
    assert!(said.contains("/StructTreeRoot") && said.contains("/Figure"));
    assert!(drawn(&long()).len() > one.len());
}

#[test]
fn whatever_was_erased_or_stands_now_the_paper_can_be_written() {
    let erased = Firmada {
        shown: None,
        by: None,
        ..firmada(Signature::Drawn(None))
    };
    assert!(written(&erased).unwrap().len() > 1_000);
    let typed = firmada(Signature::Typed);
    let kept = Firmada {
        stage: PromiseStage::Kept,
        ..typed.clone()
    };
    assert_eq!(written(&typed).unwrap(), written(&kept).unwrap());
}
