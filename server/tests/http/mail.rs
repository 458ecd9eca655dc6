//! Letters to customers, from the form that causes them to the mail server: delivered, put off, given up, unknown.

use domain::context::Role;
use domain::mail::{Hitch, MailState};
use domain::time::Timestamp;
use http::StatusCode;
use ledger::{Engine, MailRow};
use server::config::MailArgs;
use server::jobs::mail::{LEASE, round};
use tokio::sync::watch;
use uuid::Uuid;

use crate::smtp::{Does, Smtp, body, header};
use crate::support::{Browser, Fresh, NOW, Setup, fresh_with, location, text};
use crate::writes::{open_account, typed};

on_both_engines![
    a_claim_is_receipted_by_mail_and_its_answer_too,
    what_is_honoured_and_an_apology_are_told_in_their_language,
    what_the_house_writes_stands_around_what_is_told_in_that_language_alone,
    what_the_mail_server_puts_off_is_tried_again_and_taken,
    what_it_refuses_for_good_is_given_up_and_says_why,
    a_server_that_dies_amid_a_letter_leaves_it_for_a_person,
    a_mail_server_that_goes_without_a_word_is_not_asked_again,
    without_a_mail_server_letters_wait_in_sight,
    whoever_was_erased_gets_none,
    what_waited_for_long_is_not_sent_by_itself,
];

const MINUTE: i64 = 60_000_000;

fn by(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

/// A house whose letters go there.
async fn fresh_writing_to(on: Engine, smtp: Option<&Smtp>) -> Fresh {
    let mail = smtp.map(|smtp| {
        let args = MailArgs {
            smtp_url: Some(format!("smtp://{}", smtp.addr)),
            mail_from: Some("La Casa <hola@casa.example>".to_owned()),
        };
        args.check().expect("settings").expect("a mail server")
    });
    fresh_with(Setup {
        engine: on,
        mail,
        ..Setup::default()
    })
    .await
}

/// An account with Eva, who has an address; its page, and whoever serves it.
async fn eva(fresh: &Fresh) -> (Browser, String, String) {
    let (mut browser, account) = open_account(fresh).await;
    let path = format!("/clientes/{account}");
    let fields = [
        ("contact_name", "Eva Sanz"),
        ("email", "eva@ejemplo.es"),
        ("language", "es"),
    ];
    let added = browser.post(&path, &typed("contact", &fields)).await;
    assert_eq!(added.status(), StatusCode::SEE_OTHER);
    let known = account.parse().expect("an id");
    let known = fresh.app.ledger.account(known, &[]).await.expect("read");
    let head = known.expect("an account").head.expect("a customer");
    let contact = head.contacts.keys().next().expect("Eva").to_string();
    (browser, path, contact)
}

async fn claim(browser: &mut Browser, path: &str, contact: &str, point: &str) {
    let fields = [
        ("claim_kind", "treatment"),
        ("contact", contact),
        ("point.0", point),
        ("sought", "Que me llamen"),
    ];
    let taken = browser.post(path, &typed("claim", &fields)).await;
    assert_eq!(
        taken.status(),
        StatusCode::SEE_OTHER,
        "{}",
        text(taken).await
    );
}

async fn sent(fresh: &Fresh, by: Uuid) -> u32 {
    let (_open, closing) = watch::channel(false);
    round(&fresh.app, by, &closing).await.expect("a round")
}

async fn rows(fresh: &Fresh, state: MailState) -> Vec<MailRow> {
    let list = fresh.app.ledger.letters(state, None, 50).await;
    list.expect("a list").rows
}

fn later(fresh: &Fresh, minutes: i64) {
    let at = Timestamp::from_micros(NOW + minutes * MINUTE);
    fresh.app.clock.turn_to(at);
}

async fn a_claim_is_receipted_by_mail_and_its_answer_too(on: Engine) {
    let smtp = Smtp::that(&[]).await;
    let fresh = fresh_writing_to(on, Some(&smtp)).await;
    let (mut browser, path, contact) = eva(&fresh).await;
    claim(&mut browser, &path, &contact, "Nadie me atendió").await;
    assert_eq!(sent(&fresh, by(1)).await, 1);
    let given = smtp.given();
    assert_eq!(header(&given[0], "From"), "\"La Casa\" <hola@casa.example>");
    assert_eq!(header(&given[0], "To"), "\"Eva Sanz\" <eva@ejemplo.es>");
    assert_eq!(header(&given[0], "Auto-Submitted"), "auto-generated");
    let id = header(&given[0], "Message-ID").to_owned();
    assert!(id.ends_with("@casa.example>"), "{id}");
    insta::assert_snapshot!(body(&given[0]), @r"
    Hola, Eva Sanz:

    Hemos recogido su reclamación el lunes, 8 de junio de 2026, a las 10:00.

    Esto es lo que nos ha dicho:
    1. Nadie me atendió

    Pide: Que me llamen

    Volverá a tener noticias nuestras, a más tardar, el martes, 23 de junio de 2026.

    La casa
    ");

    let account = path
        .trim_start_matches("/clientes/")
        .parse()
        .expect("an id");
    let known = fresh.app.ledger.account(account, &[]).await.expect("read");
    let known = known.expect("an account");
    let matter = known.matters.values().next().expect("a claim");
    let (matter, seen) = (matter.reference.id.to_string(), matter.version.to_string());
    let fields = [
        ("matter", matter.as_str()),
        ("seen", seen.as_str()),
        ("answer.0.resolution", "denied"),
        ("answer.0.reasons", "Se le atendió a las once."),
    ];
    let answered = browser.post(&path, &typed("answer", &fields)).await;
    assert_eq!(answered.status(), StatusCode::SEE_OTHER);
    assert_eq!(sent(&fresh, by(1)).await, 1);
    let given = smtp.given();
    insta::assert_snapshot!(body(&given[1]), @r"
    Hola, Eva Sanz:

    Usted nos reclamó el 8 de junio de 2026. Esto es lo que respondemos, punto por punto.

    1. Nadie me atendió
    En este punto no podemos darle la razón. Se le atendió a las once.

    Si no está conforme, puede acudir a:
    - Junta Arbitral de Consumo de su municipio o comunidad autónoma: Oficina Municipal de Información al Consumidor (OMIC) de su ayuntamiento
    - Centro Europeo del Consumidor en España, si vive en otro país de la Unión: www.cec-spain.es

    La casa
    ");
    assert_ne!(header(&given[1], "Message-ID"), id);
    assert_eq!(rows(&fresh, MailState::Sent).await.len(), 2);
    assert_eq!(sent(&fresh, by(1)).await, 0, "once");
}

async fn what_is_honoured_and_an_apology_are_told_in_their_language(on: Engine) {
    let smtp = Smtp::that(&[]).await;
    let fresh = fresh_writing_to(on, Some(&smtp)).await;
    let (mut browser, path, contact) = eva(&fresh).await;
    let fields = [
        ("claim_kind", "broken_promise"),
        ("contact", contact.as_str()),
        ("language", "en"),
        ("point.0", "I was told 100"),
        ("terms", "price"),
        ("amount", "100"),
        ("tax", "included"),
        ("rate", "21"),
        ("invoiced", "121"),
    ];
    let taken = browser.post(&path, &typed("claim", &fields)).await;
    assert_eq!(
        taken.status(),
        StatusCode::SEE_OTHER,
        "{}",
        text(taken).await
    );
    assert_eq!(sent(&fresh, by(1)).await, 1, "one letter tells both");
    insta::assert_snapshot!(body(&smtp.given()[0]), @r"
    Dear Eva Sanz,

    We took in your claim on Monday, 8 June 2026, at 10:00.

    This is what you told us:
    1. I was told 100

    It stands: what was said is done. You pay €100.00 now. €21.00 is on hold: nobody will ask you for it.

    To make it good:
    - A credit, €21.00, by Monday, 15 June 2026

    You will hear from us again by Tuesday, 23 June 2026.

    La casa
    ");

    let account = path
        .trim_start_matches("/clientes/")
        .parse()
        .expect("an id");
    let known = fresh.app.ledger.account(account, &[]).await.expect("read");
    let known = known.expect("an account");
    let promise = known.matters.values().find(|one| one.code() == "promise");
    let promise = promise.expect("a promise").reference.id.to_string();
    let mut director = fresh.signed_in(&[Role::ServiceDirector]).await;
    let fields = [
        ("matter", promise.as_str()),
        ("words", "I am sorry: it should not have happened."),
    ];
    let given = director.post(&path, &typed("apology", &fields)).await;
    assert_eq!(
        given.status(),
        StatusCode::SEE_OTHER,
        "{}",
        text(given).await
    );
    assert_eq!(sent(&fresh, by(1)).await, 1);
    insta::assert_snapshot!(body(&smtp.given()[1]), @r"
    Dear Eva Sanz,

    I am sorry: it should not have happened.

    service_director@casa.example

    La casa
    ");
}

async fn what_the_house_writes_stands_around_what_is_told_in_that_language_alone(on: Engine) {
    let smtp = Smtp::that(&[]).await;
    let fresh = fresh_writing_to(on, Some(&smtp)).await;
    let (mut browser, path, contact) = eva(&fresh).await;
    let mut administrator = fresh.signed_in(&[Role::Administrator]).await;
    let version = fresh.app.ledger.house().await.expect("a house").version;
    let version = version.to_string();
    let fields = [
        ("version", version.as_str()),
        ("letter", "receipt"),
        ("language", "ca"),
        ("opening", "Gràcies per dir-nos-ho."),
        ("closing", "Ens trobarà al carrer Major, 1."),
    ];
    let set = administrator
        .post("/ajustes", &typed("template", &fields))
        .await;
    assert_eq!(set.status(), StatusCode::SEE_OTHER, "{}", text(set).await);
    for language in ["ca", "gl"] {
        let fields = [
            ("claim_kind", "treatment"),
            ("contact", contact.as_str()),
            ("language", language),
            ("point.0", "Ningú no em va atendre"),
        ];
        let taken = browser.post(&path, &typed("claim", &fields)).await;
        assert_eq!(taken.status(), StatusCode::SEE_OTHER);
        assert_eq!(sent(&fresh, by(1)).await, 1);
    }
    let given = smtp.given();
    insta::assert_snapshot!(body(&given[0]), @r"
    Hola, Eva Sanz:

    Gràcies per dir-nos-ho.

    Hem recollit la seva reclamació dilluns, 8 de juny de 2026, a les 10:00.

    Això és el que ens ha dit:
    1. Ningú no em va atendre

    Tornarà a tenir notícies nostres, com a molt tard, dimarts, 23 de juny de 2026.

    Ens trobarà al carrer Major, 1.

    La casa
    ");
    insta::assert_snapshot!(body(&given[1]), @r"
    Ola, Eva Sanz:

    Recollemos a súa reclamación o luns, 8 de xuño de 2026, ás 10:00.

    Isto é o que nos dixo:
    1. Ningú no em va atendre

    Volverá ter noticias nosas, como moi tarde, o martes, 23 de xuño de 2026.

    La casa
    ");
}

async fn what_the_mail_server_puts_off_is_tried_again_and_taken(on: Engine) {
    let smtp = Smtp::that(&[Does::NotNow, Does::NotNow]).await;
    let fresh = fresh_writing_to(on, Some(&smtp)).await;
    let (mut browser, path, contact) = eva(&fresh).await;
    claim(&mut browser, &path, &contact, "Nadie me atendió").await;
    assert_eq!(sent(&fresh, by(1)).await, 1);
    let waits = rows(&fresh, MailState::Waiting).await;
    assert_eq!(waits[0].hitch, Some(Hitch::Answered(451)));
    assert_eq!(sent(&fresh, by(1)).await, 0, "not at once");
    later(&fresh, 1);
    assert_eq!(sent(&fresh, by(2)).await, 1);
    later(&fresh, 2);
    assert_eq!(sent(&fresh, by(1)).await, 0, "longer than the first time");
    later(&fresh, 6);
    assert_eq!(sent(&fresh, by(1)).await, 1);
    assert_eq!((smtp.begun(), smtp.given().len()), (3, 1));
    let sent = rows(&fresh, MailState::Sent).await;
    assert_eq!((sent[0].attempts, sent[0].hitch), (3, None));
}

async fn what_it_refuses_for_good_is_given_up_and_says_why(on: Engine) {
    let smtp = Smtp::that(&[Does::Never]).await;
    let fresh = fresh_writing_to(on, Some(&smtp)).await;
    let (mut browser, path, contact) = eva(&fresh).await;
    claim(&mut browser, &path, &contact, "Nadie me atendió").await;
    assert_eq!(sent(&fresh, by(1)).await, 1);
    later(&fresh, 10_000);
    assert_eq!(sent(&fresh, by(1)).await, 0, "not again by itself");
    let failed = rows(&fresh, MailState::Failed).await;
    assert_eq!(failed[0].hitch, Some(Hitch::Answered(550)));

    let mut director = fresh.signed_in(&[Role::ServiceDirector]).await;
    let page = text(director.get("/correo").await).await;
    for words in ["contestó 550", "Ferretería Ibáñez", "Enviar otra vez"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let mut administrator = fresh.signed_in(&[Role::Administrator]).await;
    let page = text(administrator.get("/correo").await).await;
    assert!(page.contains("contestó 550") && !page.contains("Ibáñez"));
    let key = failed[0].key;
    let n = key.n.to_string();
    let (account, command) = (key.stream.to_string(), key.command.to_string());
    let fields = [
        ("account", account.as_str()),
        ("command", command.as_str()),
        ("n", n.as_str()),
    ];
    let again = administrator.post("/correo", &fields).await;
    assert_eq!(again.status(), StatusCode::SEE_OTHER);
    assert_eq!(location(&again), "/correo?estado=waiting");
    assert_eq!(sent(&fresh, by(1)).await, 1);
    assert_eq!(smtp.given().len(), 1);
    let broken = director.post("/correo", &fields[..1]).await;
    assert_eq!(broken.status(), StatusCode::BAD_REQUEST);
}

async fn a_server_that_dies_amid_a_letter_leaves_it_for_a_person(on: Engine) {
    let smtp = Smtp::that(&[Does::Hangs]).await;
    let fresh = fresh_writing_to(on, Some(&smtp)).await;
    let (mut browser, path, contact) = eva(&fresh).await;
    claim(&mut browser, &path, &contact, "Nadie me atendió").await;
    {
        let dying = sent(&fresh, by(1));
        tokio::pin!(dying);
        let mut again = tokio::time::interval(std::time::Duration::from_millis(5));
        while smtp.given().is_empty() {
            tokio::select! {
                _ = &mut dying => panic!("it hangs"),
                _ = again.tick() => {}
            }
        }
    }
    let lease = i64::try_from(LEASE.as_secs()).expect("minutes") / 60;
    later(&fresh, lease);
    assert_eq!(sent(&fresh, by(2)).await, 0, "not again by itself");
    let unknown = rows(&fresh, MailState::Unknown).await;
    assert_eq!(unknown[0].hitch, Some(Hitch::Lost));
    let mut director = fresh.signed_in(&[Role::SalesDirector]).await;
    let page = text(director.get("/correo").await).await;
    assert!(page.contains("se paró a mitad"), "{page}");
    assert_eq!(smtp.begun(), 1);
}

async fn a_mail_server_that_goes_without_a_word_is_not_asked_again(on: Engine) {
    let smtp = Smtp::that(&[Does::Drops]).await;
    let fresh = fresh_writing_to(on, Some(&smtp)).await;
    let (mut browser, path, contact) = eva(&fresh).await;
    claim(&mut browser, &path, &contact, "Nadie me atendió").await;
    assert_eq!(sent(&fresh, by(1)).await, 1);
    later(&fresh, 10_000);
    assert_eq!(sent(&fresh, by(1)).await, 0);
    let unknown = rows(&fresh, MailState::Unknown).await;
    assert_eq!(unknown[0].hitch, Some(Hitch::Silent));
}

async fn without_a_mail_server_letters_wait_in_sight(on: Engine) {
    let fresh = fresh_writing_to(on, None).await;
    let (mut browser, path, contact) = eva(&fresh).await;
    claim(&mut browser, &path, &contact, "Nadie me atendió").await;
    assert_eq!(sent(&fresh, by(1)).await, 0);
    let mut director = fresh.signed_in(&[Role::ServiceDirector]).await;
    let page = text(director.get("/correo").await).await;
    for words in [
        "No hay servidor de correo",
        "PALABRA_SMTP_URL",
        "En espera (1)",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let sold = text(browser.get("/clientes").await).await;
    assert!(
        !sold.contains("href=\"/correo\""),
        "no way for whoever may not"
    );
    let directed = text(director.get("/clientes").await).await;
    assert!(directed.contains("href=\"/correo\""));
}

async fn whoever_was_erased_gets_none(on: Engine) {
    let smtp = Smtp::that(&[]).await;
    let fresh = fresh_writing_to(on, Some(&smtp)).await;
    let (mut browser, path, contact) = eva(&fresh).await;
    claim(&mut browser, &path, &contact, "Nadie me atendió").await;
    // As long as nothing erases by itself: the contact told anew, without an address.
    let fields = [("contact", contact.as_str()), ("contact_name", "Eva Sanz")];
    let told = browser.post(&path, &typed("contact", &fields)).await;
    assert_eq!(told.status(), StatusCode::SEE_OTHER);
    assert_eq!(sent(&fresh, by(1)).await, 1);
    assert_eq!(smtp.begun(), 0);
    let failed = rows(&fresh, MailState::Failed).await;
    assert_eq!(failed[0].hitch, Some(Hitch::NoAddress));
}

async fn what_waited_for_long_is_not_sent_by_itself(on: Engine) {
    let smtp = Smtp::that(&[]).await;
    let fresh = fresh_writing_to(on, Some(&smtp)).await;
    let (mut browser, path, contact) = eva(&fresh).await;
    claim(&mut browser, &path, &contact, "Nadie me atendió").await;
    later(&fresh, 8 * 24 * 60);
    assert_eq!(sent(&fresh, by(1)).await, 1);
    assert_eq!(smtp.begun(), 0);
    let failed = rows(&fresh, MailState::Failed).await;
    assert_eq!(failed[0].hitch, Some(Hitch::TooOld));
}
