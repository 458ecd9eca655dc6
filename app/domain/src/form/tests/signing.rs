use super::*;
use crate::account::{Language, Signature};
use crate::key::Link;
use crate::text::Digest;

const SHOWN: &str = "Lo que le hemos prometido\nPagará 89,00 €";

fn typed<'a>(
    matter: &'a str,
    digest: &'a str,
    more: &[(&'a str, &'a str)],
) -> Vec<(&'a str, &'a str)> {
    let mut all = vec![
        ("matter", matter),
        ("seen", "7"),
        ("language", "en"),
        ("shown", SHOWN),
        ("digest", digest),
    ];
    all.extend(more);
    all
}

#[test]
fn what_is_signed_is_what_was_on_the_screen() {
    let matter = Uuid::from_u128(9).to_string();
    let digest = Digest::of(&[SHOWN.as_bytes()]).to_string();
    let name = ("name", "Ana Ibáñez");
    let drawn = typed(&matter, &digest, &[name, ("strokes", "M0 0L90 90")]);
    let AccountCommand::SignPromise {
        shown,
        language,
        by,
        signature,
        link,
        ..
    } = read("sign", &drawn).unwrap().command
    else {
        panic!("a signature");
    };
    assert_eq!((shown.body.as_str(), language), (SHOWN, Language::En));
    assert_eq!(by.body, "Ana Ibáñez");
    assert!(matches!(signature, Signature::Drawn(strokes) if strokes.body == "M0 0L90 90"));
    let minted = Link::of_promise(&Salt([0xab; 32]));
    assert_eq!(Link::read(&link.body), Some(minted));
    assert_ne!(
        minted,
        Link::minted(&Salt([0xab; 32])),
        "apart from a claim's"
    );
    let ticked = typed(&matter, &digest, &[name, ("strokes", ""), ("read", "yes")]);
    let ticked = read("sign", &ticked).unwrap().command;
    assert!(matches!(
        ticked,
        AccountCommand::SignPromise {
            signature: Signature::Typed,
            ..
        }
    ));
    let other = "0".repeat(64);
    let changed = typed(&matter, &other, &[name, ("read", "yes")]);
    assert_eq!(
        refused("sign", &changed),
        [("shown".into(), Why::ReadAgain)]
    );
    let nobody = typed(&matter, &digest, &[("strokes", "")]);
    assert_eq!(
        refused("sign", &nobody),
        [
            ("name".into(), Why::Missing),
            ("strokes".into(), Why::NoSignature)
        ]
    );
    let markup = typed(&matter, &digest, &[name, ("strokes", "<script>")]);
    assert_eq!(
        refused("sign", &markup),
        [("strokes".into(), Why::BrokenForm)]
    );
    let blind: Vec<_> = drawn
        .into_iter()
        .filter(|(name, _)| *name != "seen")
        .collect();
    assert_eq!(refused("sign", &blind), [(String::new(), Why::BrokenForm)]);
}
