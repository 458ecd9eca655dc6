//! Papers as whoever holds them reads them: the file, its words, its code.
//! It refuses to know what they say.

use std::process::Command;

use http::header;
use http_body_util::BodyExt as _;

use crate::support::Browser;

pub(crate) async fn pdf(browser: &mut Browser, at: &str) -> Vec<u8> {
    let response = browser.get(at).await;
    assert_eq!(response.headers()[header::CONTENT_TYPE], "application/pdf");
    let body = response.into_body().collect().await.expect("a body");
    body.to_bytes().to_vec()
}

/// What a program says of these bytes; `IN` is the file they are in.
pub(crate) fn read_back(bytes: &[u8], program: &str, arguments: &[&str]) -> String {
    let dir = tempfile::tempdir().expect("a folder");
    let file = dir.path().join("in");
    std::fs::write(&file, bytes).expect("written");
    let file = file.to_str().expect("a path");
    let arguments = arguments
        .iter()
        .map(|one| if *one == "IN" { file } else { one });
    let output = Command::new(program).args(arguments).output();
    let output = output
        .unwrap_or_else(|error| panic!("{program} (script/setup --test installs it): {error}"));
    assert!(output.status.success(), "{program}: {output:?}");
    String::from_utf8(output.stdout).expect("text")
}

/// The code of the first page, as a camera reads it.
pub(crate) fn decoded(pdf: &[u8]) -> String {
    let dir = tempfile::tempdir().expect("a folder");
    let picture = dir.path().join("page");
    let to = picture.to_str().expect("a path");
    read_back(
        pdf,
        "pdftoppm",
        &["-png", "-r", "150", "-singlefile", "IN", to],
    );
    let bytes = std::fs::read(dir.path().join("page.png")).expect("a picture");
    read_back(&bytes, "zbarimg", &["--quiet", "--raw", "IN"])
}
