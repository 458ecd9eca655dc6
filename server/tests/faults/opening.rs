//! Databases that cannot be served: missing, older, newer, read-only, another's, none at all. Every command says which
//! in one line, ends with a code that is not 0, and leaves every byte as it was.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use ledger::Engine;

use crate::program::{Place, Said};

/// As an earlier Palabra left it, before the first step of its schema; and as a later one will, after the 99th.
const OLDER: &[u8] = include_bytes!("databases/older.db");
const NEWER: &[u8] = include_bytes!("databases/newer.db");
const LETTER: &[u8] = b"Dear customer, this is not a database, however long it may be.";

const COMMANDS: [&[&str]; 7] = [
    &["serve"],
    &["verify"],
    &["rebuild"],
    &["rebuild", "--check"],
    &["backup", "copy.db"],
    &["user", "list"],
    &[
        "import",
        "orders",
        "orders.csv",
        "--source",
        "erp",
        "--key",
        "order",
    ],
];

/// Every file of the folder, with its bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).expect("the folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let file =
        |path: std::path::PathBuf| (path.display().to_string(), fs::read(&path).expect("a file"));
    paths.filter(|path| path.is_file()).map(file).collect()
}

fn place_with(database: Option<&[u8]>) -> Place {
    let place = Place::new();
    fs::create_dir_all(place.file("site/pkg")).expect("a site");
    place.write(
        "orders.csv",
        b"order,customer,placed,promised\n1,C1,2026-06-01,2026-06-15\n",
    );
    if let Some(bytes) = database {
        place.write("palabra.db", bytes);
    }
    place
}

fn is_one_line(said: &Said, sentence: &str) -> bool {
    let is_line = said.err.starts_with("palabra: ") && said.err.trim_end().lines().count() == 1;
    is_line && said.err.contains(sentence) && said.out.is_empty()
}

/// Each command in turn, with the migration where that is no answer either.
fn every_command_says(place: &Place, sentence: &str, migrates: &[&[&str]]) {
    let before = files(place.dir.path());
    for args in COMMANDS.iter().chain(migrates) {
        let said = place.run_with(args, &[("LEPTOS_SITE_ROOT", "site")]);
        assert_eq!(said.code, 1, "{args:?}: {said:?}");
        assert!(is_one_line(&said, sentence), "{args:?}: {said:?}");
        assert!(files(place.dir.path()) == before, "{args:?} changed a file");
    }
}

const MIGRATE: &[&[&str]] = &[&["migrate"]];

#[test]
fn a_missing_file_is_said_and_not_made() {
    every_command_says(&place_with(None), "palabra migrate makes it", &[]);
}

#[test]
fn an_older_database_says_how_it_is_brought_on() {
    let place = place_with(Some(OLDER));
    every_command_says(&place, "is at schema 0 and this Palabra needs", &[]);
    every_command_says(&place, "run palabra migrate", &[]);
    assert_eq!(place.run(&["migrate"]).code, 0);
    assert_eq!(place.run(&["verify"]).code, 0);
}

#[test]
fn a_newer_database_is_left_to_the_later_program() {
    let sentence = "is at schema 99, made by a later Palabra";
    every_command_says(&place_with(Some(NEWER)), sentence, MIGRATE);
}

#[test]
fn a_file_that_is_no_database_is_left_as_it_was() {
    every_command_says(&place_with(Some(LETTER)), "cannot be opened", MIGRATE);
}

#[test]
fn a_file_or_a_folder_that_may_only_be_read_says_so() {
    for of_folder in [false, true] {
        let place = Place::with_a_house();
        fs::create_dir_all(place.file("site/pkg")).expect("a site");
        place.write(
            "orders.csv",
            b"order,customer,placed,promised\n1,C1,2026-06-01,2026-06-15\n",
        );
        let closed = match of_folder {
            true => place.dir.path().to_owned(),
            false => place.file("palabra.db"),
        };
        let before = fs::metadata(&closed).expect("there").permissions();
        let mut read_only = before.clone();
        read_only.set_readonly(true);
        fs::set_permissions(&closed, read_only).expect("read-only");
        every_command_says(&place, "its file or its folder is read-only", &[]);
        fs::set_permissions(&closed, before).expect("as it was");
        assert_eq!(place.run(&["verify"]).code, 0);
    }
}

#[test]
fn a_database_of_postgres_that_is_not_there_is_said() {
    let url = Place::on(Engine::Postgres).url();
    for (url, sentence) in [
        (url.clone(), "is at schema 0 and this Palabra needs"),
        (format!("{url}_none"), "cannot be opened"),
    ] {
        let place = Place {
            url,
            ..place_with(None)
        };
        every_command_says(&place, sentence, &[]);
    }
}

#[test]
fn a_postgres_that_is_not_there_is_said_without_the_password() {
    let place = Place {
        url: "postgres://palabra:s3cret@127.0.0.1:9/none".to_owned(),
        ..place_with(None)
    };
    for args in [&["serve"][..], &["verify"], &["migrate"]] {
        let said = place.run_with(args, &[("LEPTOS_SITE_ROOT", "site")]);
        assert_eq!(said.code, 1, "{args:?}: {said:?}");
        assert!(is_one_line(&said, "cannot be opened"), "{args:?}: {said:?}");
        assert!(!said.err.contains("s3cret"), "{said:?}");
    }
}
