//! Settings and people: what cannot be right stops with one sentence before anything is opened.

use crate::program::Place;

#[test]
fn a_bad_setting_stops_with_one_sentence_and_opens_nothing() {
    type Case<'a> = (&'a [&'a str], &'a [(&'a str, &'a str)], &'a str);
    let cases: [Case<'_>; 8] = [
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
        (&["serve"], &[], "palabra migrate makes it"),
    ];
    for (args, settings, says) in cases {
        let place = Place::new();
        let said = place.run_with(args, settings);
        let is_of_the_database = says.contains("DATABASE_URL") || says.contains("migrate");
        let code = if is_of_the_database { 1 } else { 64 };
        assert_eq!(said.code, code, "{args:?}: {said:?}");
        assert!(said.err.contains(says), "{said:?}");
        assert_eq!(said.err.trim_end().lines().count(), 1, "{said:?}");
        assert!(
            !place.file("palabra.db").exists(),
            "{args:?} opened the database"
        );
    }
}

#[test]
fn people_are_added_listed_and_locked() {
    let place = Place::with_a_house();
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
