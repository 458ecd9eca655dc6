//! Settings and people: what cannot be right stops with one sentence before anything is opened.

use std::collections::BTreeMap;

use domain::time::Timestamp;
use ledger::{Engine, NewInvitation};

use crate::program::Place;

on_both_engines![people_are_added_listed_and_locked];

/// A database as it stands when its program is killed: whoever opens it writes the log beside it into the file.
async fn left_open() -> Place {
    let (whole, place) = (Place::with_a_house(), Place::new());
    let ledger = whole.ledger().await;
    let link = NewInvitation {
        token: [1; 32],
        purpose: "none".to_owned(),
        person: None,
        expires_at: Timestamp::from_micros(2),
    };
    let kept = ledger.invite(link, Timestamp::from_micros(1)).await;
    kept.expect("written");
    for file in ["palabra.db", "palabra.db-wal"] {
        std::fs::copy(whole.file(file), place.file(file)).expect("a copy");
    }
    ledger.close().await;
    std::fs::create_dir_all(place.file("site/pkg")).expect("a site");
    place
}

/// Every file of the place, by its name.
fn files(place: &Place) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(place.dir.path()).expect("the folder");
    let files = entries.map(|entry| entry.expect("an entry").path());
    let name = |path: &std::path::Path| path.display().to_string();
    files
        .filter(|path| path.is_file())
        .map(|path| (name(&path), std::fs::read(&path).expect("a file")))
        .collect()
}

#[tokio::test]
async fn whoever_opens_the_database_leaves_a_trace_for_these_tests() {
    let place = left_open().await;
    let before = files(&place);
    assert_eq!(before.len(), 2);
    assert_eq!(place.run(&["user", "list"]).code, 0);
    assert_ne!(files(&place), before);
}

#[tokio::test]
async fn a_bad_setting_stops_with_one_sentence_and_opens_nothing() {
    type Case<'a> = (&'a [&'a str], &'a [(&'a str, &'a str)], &'a str);
    let cases: [Case<'_>; 17] = [
        (
            &["serve"],
            &[("PALABRA_SMTP_URL", "smtp.example")],
            "PALABRA_MAIL_FROM must say whom",
        ),
        (
            &["serve"],
            &[("PALABRA_MAIL_FROM", "hola@casa.example")],
            "set PALABRA_SMTP_URL too",
        ),
        (
            &["serve"],
            &[
                ("PALABRA_SMTP_URL", "smtp://ana:s3cret@"),
                ("PALABRA_MAIL_FROM", "hola@casa.example"),
            ],
            "PALABRA_SMTP_URL is not a mail server",
        ),
        (
            &["serve"],
            &[
                ("PALABRA_SMTP_URL", "smtp://localhost"),
                ("PALABRA_MAIL_FROM", "La Casa"),
            ],
            "PALABRA_MAIL_FROM is not an address",
        ),
        (
            &["serve"],
            &[("PALABRA_ADDR", "here")],
            "PALABRA_ADDR is not an address",
        ),
        (
            &["serve"],
            &[("PALABRA_ADDR", "0.0.0.0:3000")],
            "PALABRA_PUBLIC_URL must say",
        ),
        (
            &["serve"],
            &[("PALABRA_PUBLIC_URL", "http://palabra.example")],
            "use https",
        ),
        (
            &["serve"],
            &[("PALABRA_LOG", "=,=")],
            "PALABRA_LOG is not a filter",
        ),
        (
            &["serve"],
            &[("PALABRA_LOG_FORMAT", "xml")],
            "PALABRA_LOG_FORMAT is text or json: xml",
        ),
        (
            &["serve"],
            &[("PALABRA_METRICS_ADDR", "9464")],
            "PALABRA_METRICS_ADDR is not an address",
        ),
        (
            &["serve"],
            &[("DATABASE_READ_URL", "postgres://localhost/copy")],
            "DATABASE_READ_URL names a replica",
        ),
        (
            &["serve"],
            &[
                ("DATABASE_URL", "postgres://localhost/palabra"),
                ("DATABASE_READ_URL", "sqlite:palabra.db"),
            ],
            "DATABASE_READ_URL names a replica",
        ),
        (
            &["serve", "--demo"],
            &[
                ("PALABRA_ADDR", "0.0.0.0:3000"),
                ("PALABRA_PUBLIC_URL", "https://p.example"),
            ],
            "--demo lets anybody in",
        ),
        (
            &["migrate"],
            &[("DATABASE_URL", "mysql://localhost/x")],
            "DATABASE_URL is not the address",
        ),
        (
            &["serve"],
            &[("PALABRA_TIME_ZONE", "Marte")],
            "PALABRA_TIME_ZONE is not a time zone",
        ),
        (
            &["serve"],
            &[("PALABRA_PUBLIC_URL", "")],
            "PALABRA_PUBLIC_URL is not a web address",
        ),
        (
            &["serve"],
            &[("LEPTOS_SITE_ROOT", "nowhere")],
            "there is no folder nowhere/pkg",
        ),
    ];
    let place = left_open().await;
    let before = files(&place);
    for (args, settings, says) in cases {
        let mut all = vec![("LEPTOS_SITE_ROOT", "site")];
        all.extend_from_slice(settings);
        let said = place.run_with(args, &all);
        // What was asked wrongly, and what is not there to answer it.
        let is_not_there = says.contains("DATABASE_URL is") || says.contains("no folder");
        let code = if is_not_there { 1 } else { 64 };
        assert_eq!(said.code, code, "{args:?}: {said:?}");
        assert!(said.err.contains(says), "{said:?}");
        assert_eq!(said.err.trim_end().lines().count(), 1, "{said:?}");
        assert_eq!(files(&place), before, "{args:?} opened the database");
    }
}

#[test]
fn a_database_that_is_not_there_is_not_made_by_serving() {
    let place = Place::new();
    std::fs::create_dir_all(place.file("site/pkg")).expect("a site");
    let said = place.run_with(&["serve"], &[("LEPTOS_SITE_ROOT", "site")]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("palabra migrate makes it"), "{said:?}");
    assert!(files(&place).is_empty(), "{said:?}");
}

async fn people_are_added_listed_and_locked(on: Engine) {
    let place = Place::with_a_house_on(on);
    let listed = place.run(&["user", "list"]).out;
    assert!(
        listed.contains("ana@casa.example\tAna\taccount_manager  (no password yet)"),
        "{listed}"
    );
    let again = place.run(&["user", "add", "ana@casa.example"]);
    assert!(
        again.out.contains("http://127.0.0.1:3000/bienvenida/"),
        "{again:?}"
    );
    let elsewhere = [("PALABRA_ADDR", "127.0.0.1:4000")];
    let again = place.run_with(&["user", "add", "ana@casa.example"], &elsewhere);
    assert!(
        again.out.contains("http://127.0.0.1:4000/bienvenida/"),
        "{again:?}"
    );
    for (settings, says) in [
        ([("PALABRA_PUBLIC_URL", "")], "is not a web address"),
        (
            [("PALABRA_ADDR", "0.0.0.0:3000")],
            "PALABRA_PUBLIC_URL must say",
        ),
    ] {
        let said = place.run_with(&["user", "add", "ana@casa.example"], &settings);
        assert!(said.code != 0 && said.err.contains(says), "{said:?}");
    }
    for (option, value) in [("--name", "Ana García"), ("--role", "administrator")] {
        let said = place.run(&["user", "add", "ana@casa.example", option, value]);
        assert!(
            said.code != 0 && said.err.contains("is known already"),
            "{said:?}"
        );
    }
    place.run(&[
        "user",
        "add",
        "eva@casa.example",
        "--name",
        "Eva",
        "--role",
        "administrator",
    ]);
    assert_eq!(place.run(&["user", "lock", "ana@casa.example"]).code, 0);
    assert!(place.run(&["user", "list"]).out.contains("(locked out)"));
    for (args, says) in [
        (
            [
                "user",
                "add",
                "x@casa.example",
                "--name",
                "X",
                "--role",
                "defensor",
            ],
            "two directors together",
        ),
        (
            [
                "user",
                "add",
                "x@casa.example",
                "--name",
                "X",
                "--role",
                "jefe",
            ],
            "is not a role",
        ),
        (
            [
                "user",
                "add",
                "x@casa.example",
                "--name",
                "X\u{7}",
                "--role",
                "administrator",
            ],
            "characters that cannot be seen",
        ),
        (
            [
                "user",
                "add",
                "nobody",
                "--name",
                "X",
                "--role",
                "administrator",
            ],
            "is not an e-mail address",
        ),
    ] {
        let said = place.run(&args);
        assert!(said.code != 0 && said.err.contains(says), "{said:?}");
    }
    let last = place.run(&["user", "lock", "eva@casa.example"]);
    assert_ne!(last.code, 0, "the last administrator stays: {last:?}");
}

#[test]
fn help_says_what_each_command_is_for() {
    let help = Place::new().run(&["--help"]);
    assert!(
        help.out.starts_with("Palabra keeps the promises"),
        "{help:?}"
    );
    let serve = Place::new().run(&["serve", "--help"]);
    assert!(
        serve.out.starts_with("Serve the pages until stopped"),
        "{serve:?}"
    );
    let add = Place::new().run(&["user", "add", "--help"]);
    assert!(add.out.starts_with("Add somebody"), "{add:?}");
    for word in [
        "serve",
        "migrate",
        "demo",
        "import",
        "verify",
        "rebuild",
        "backup",
        "user",
        "A first day",
    ] {
        assert!(help.out.contains(word), "{word}: {}", help.out);
    }
}
