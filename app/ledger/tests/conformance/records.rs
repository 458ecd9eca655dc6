//! Across accounts: the record of whoever gives words, the list of investigations, and who opened the file of one.

use domain::account::{Channel, ClaimKind, Finding, Language, MatterState, Span, Terms};
use domain::command::{About, AccountCommand, ClaimDates};
use domain::context::{Actor, Role, Via};
use domain::entry::Audience;
use domain::house::HouseCommand;
use domain::ids::{AccountId, MatterId, PersonId};
use domain::record::RecordKind;
use ledger::{Engine, Investigated, Ledger, Look};
use uuid::Uuid;

use crate::support::{Fresh, look, meddle};
use crate::world::{
    ANA, LUIS, NOW, STORE, account, ana, applied, found, minutes, open, text, to_account, to_house,
};

on_both_engines![
    a_record_is_counted_and_listed_the_newest_first,
    a_record_goes_on_where_it_stopped,
    investigations_stand_by_their_day_and_the_closed_ones_last,
    an_investigation_is_read_with_what_its_claim_tells_of,
    whoever_opens_a_file_is_noted_once_an_hour,
    a_look_is_never_edited_nor_deleted,
    what_lies_is_found_and_mended,
    what_was_there_before_the_schema_has_its_rows,
    what_an_older_row_says_is_folded_anew,
];

/// Directs service.
const EVA: PersonId = PersonId::from_uuid(Uuid::from_u128(0xE));

fn eva() -> Actor {
    Actor::Person {
        person: EVA,
        via: Via::Desk,
    }
}

async fn house(ledger: &Ledger) {
    found(ledger).await;
    let add = HouseCommand::AddPerson {
        person: EVA,
        name: text(0xF3, "Eva Sanz"),
        store: Some(STORE),
        roles: vec![Role::ServiceDirector],
    };
    applied(ledger.submit(to_house(0xF3, add), Actor::House, NOW).await);
}

fn claim(n: u128, about: About) -> AccountCommand {
    AccountCommand::MakeClaim {
        about,
        claim_kind: ClaimKind::BrokenPromise,
        contact: None,
        channel: Channel::Counter,
        points: vec![text(n + 1, "Me lo cobraron")],
        sought: None,
        language: Language::Es,
        invoiced: None,
        dates: ClaimDates::default(),
        handed: None,
    }
}

fn unrecorded(n: u128, by: Option<PersonId>) -> About {
    About::Unrecorded {
        terms: Terms::Other,
        what: Some(text(n, "Montaje gratis")),
        span: Span::Single,
        by,
    }
}

async fn told(ledger: &Ledger, n: u128, id: AccountId, actor: Actor, command: AccountCommand) {
    applied(
        ledger
            .submit(to_account(n, id, command), actor, minutes(1))
            .await,
    );
}

/// The open investigation of that account.
async fn file(ledger: &Ledger, id: AccountId) -> MatterId {
    let known = ledger.account(id, &[]).await.expect("read").expect("there");
    let is_file = |state: &MatterState| matches!(state, MatterState::Investigation(_));
    let file = known.matters.values().find(|one| is_file(&one.state));
    file.expect("an investigation").reference.id
}

fn concluded(n: u128, matter: MatterId, finding: Finding) -> AccountCommand {
    AccountCommand::Conclude {
        matter,
        finding,
        evidence: text(n, "Consta en el correo"),
        changes: Some(text(n + 1, "Se imprime lo que se dice")),
    }
}

/// A claim on account `n` of a word that Ana is said to have given: its investigation.
async fn claimed(ledger: &Ledger, n: u128) -> (AccountId, MatterId) {
    let id = open(ledger, n, &format!("Cliente {n}")).await;
    let ids = n << 12;
    let asked = claim(ids, unrecorded(ids + 2, Some(ANA)));
    told(ledger, ids, id, ana(), asked).await;
    (id, file(ledger, id).await)
}

/// The same, found to be so; Ana is told how to do better.
async fn found_so(ledger: &Ledger, n: u128) -> (AccountId, MatterId) {
    let (id, matter) = claimed(ledger, n).await;
    let ids = n << 12;
    let found = concluded(ids + 0x10, matter, Finding::Seller);
    told(ledger, ids + 1, id, eva(), found).await;
    let instruct = AccountCommand::InstructSeller {
        matter,
        words: text(ids + 0x20, "Se apunta en el acto"),
    };
    told(ledger, ids + 2, id, eva(), instruct).await;
    (id, matter)
}

async fn counts(ledger: &Ledger, person: PersonId) -> Vec<(&'static str, u64)> {
    let counts = ledger.record_counts(person).await.expect("read");
    let mut counts: Vec<_> = counts
        .into_iter()
        .map(|(kind, count)| (kind.code(), count))
        .collect();
    counts.sort_unstable();
    counts
}

async fn a_record_is_counted_and_listed_the_newest_first(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    house(ledger).await;
    let (id, _) = claimed(ledger, 1).await;
    assert_eq!(
        counts(ledger, ANA).await,
        [],
        "a claim alone holds nothing against anybody"
    );
    let other = open(ledger, 2, "Lucía Mas").await;
    let promise = AccountCommand::MakePromise {
        terms: Terms::Other,
        what: Some(text(0x77, "Guardar la tela")),
        span: Span::Single,
        by: None,
        to: None,
        channel: Channel::Counter,
        order: None,
    };
    told(ledger, 0x9_0001, other, ana(), promise).await;
    let known = ledger
        .account(other, &[])
        .await
        .expect("read")
        .expect("there");
    let matter = *known.matters.keys().next().expect("a promise");
    let kept = AccountCommand::KeepPromise {
        matter,
        evidence: text(0x78, "Se la llevó"),
    };
    told(ledger, 0x9_0002, other, ana(), kept).await;
    found_so(ledger, 3).await;
    let expected = [
        ("found_seller", 1),
        ("instructed", 1),
        ("kept", 1),
        ("made", 1),
        ("unrecorded", 1),
    ];
    assert_eq!(counts(ledger, ANA).await, expected);
    assert_eq!(counts(ledger, LUIS).await, []);
    for (kind, of, words) in [
        (RecordKind::Made, other, "Guardar la tela"),
        (RecordKind::Kept, other, "Guardar la tela"),
        (RecordKind::Unrecorded, account(3), "Montaje gratis"),
        (RecordKind::Instructed, account(3), "Se apunta en el acto"),
    ] {
        let list = ledger.record(ANA, kind, None, 10).await.expect("read");
        assert_eq!((list.rows.len(), list.more), (1, None), "{kind:?}");
        let row = &list.rows[0];
        assert_eq!(row.account, of, "{kind:?}");
        assert!(
            row.words.values().any(|said| said == words),
            "{kind:?}: {row:?}"
        );
        assert_eq!(row.said.is_some(), kind == RecordKind::Instructed);
    }
    let none = ledger.record(ANA, RecordKind::Broken, None, 10).await;
    assert_eq!(none.expect("read").rows, []);
    assert_ne!(id, other);
}

async fn a_record_goes_on_where_it_stopped(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    house(ledger).await;
    for n in 1..=5 {
        found_so(ledger, n).await;
    }
    let kind = RecordKind::Found(Finding::Seller);
    let whole = ledger.record(ANA, kind, None, 50).await.expect("read");
    assert_eq!(whole.rows.len(), 5);
    for rows in [1, 2, 5] {
        let (mut seen, mut place) = (Vec::new(), None);
        loop {
            let list = ledger.record(ANA, kind, place, rows).await.expect("read");
            assert!(list.rows.len() <= rows as usize);
            seen.extend(list.rows);
            place = list.more;
            if place.is_none() {
                break;
            }
        }
        assert_eq!(seen, whole.rows, "{rows} at a time");
    }
}

async fn listed(ledger: &Ledger, which: Investigated) -> Vec<AccountId> {
    let list = ledger.investigations(which, None, 50).await.expect("read");
    assert_eq!(list.more, None);
    list.rows.iter().map(|row| row.account).collect()
}

async fn investigations_stand_by_their_day_and_the_closed_ones_last(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    house(ledger).await;
    for n in 1..=3 {
        claimed(ledger, n).await;
    }
    let (one, matter) = (account(1), file(ledger, account(1)).await);
    told(
        ledger,
        0x70,
        one,
        eva(),
        concluded(0x700, matter, Finding::Unproven),
    )
    .await;
    let tell = AccountCommand::TellFinding {
        matter,
        outcome: text(0x710, "No hemos podido saberlo"),
        channel: Channel::Call,
    };
    told(ledger, 0x71, one, eva(), tell).await;
    let all = listed(ledger, Investigated::All).await;
    assert_eq!(
        all,
        [account(2), account(3), account(1)],
        "what is told stands last"
    );
    // A claim of a word that nobody is said to have given is nobody's.
    let four = open(ledger, 4, "Cliente 4").await;
    let asked = claim(0x4000, unrecorded(0x4002, None));
    told(ledger, 0x4000, four, eva(), asked).await;
    let theirs = listed(ledger, Investigated::Of(ANA)).await;
    assert_eq!(theirs, [account(2), account(3), account(1)]);
    assert_eq!(listed(ledger, Investigated::All).await.len(), 4);
    assert_eq!(listed(ledger, Investigated::Of(LUIS)).await, []);
    let (mut seen, mut place) = (Vec::new(), None);
    loop {
        let which = Investigated::Of(ANA);
        let list = ledger.investigations(which, place, 1).await.expect("read");
        seen.extend(list.rows.iter().map(|row| row.account));
        place = list.more;
        if place.is_none() {
            break;
        }
    }
    assert_eq!(seen, theirs, "one at a time");
}

async fn an_investigation_is_read_with_what_its_claim_tells_of(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    house(ledger).await;
    let (id, matter) = claimed(ledger, 1).await;
    let known = ledger.account_of(id, matter).await.expect("read");
    let known = known.expect("there");
    let word = known.word(matter).expect("what was claimed");
    assert!(matches!(word.state, MatterState::Promise(_)));
    let unknown = ledger.account_of(account(9), matter).await.expect("read");
    assert_eq!(unknown, None);
    let nothing = ledger
        .attachments(id, matter, Audience::Investigation)
        .await;
    assert_eq!(nothing.expect("read"), []);
}

async fn whoever_opens_a_file_is_noted_once_an_hour(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    house(ledger).await;
    let (id, matter) = claimed(ledger, 1).await;
    for (person, at) in [(EVA, 0), (EVA, 59), (LUIS, 59), (EVA, 60)] {
        let noted = ledger.note_look(id, matter, person, minutes(at)).await;
        assert!(noted.expect("noted"));
    }
    let expected = [(EVA, 60), (LUIS, 59), (EVA, 0)];
    let expected = expected.map(|(person, at)| Look {
        person,
        at: minutes(at),
    });
    assert_eq!(ledger.looks(id, matter, 10).await.expect("read"), expected);
    let latest = ledger.looks(id, matter, 1).await.expect("read");
    assert_eq!(latest, expected[..1]);
    let nothing = ledger
        .note_look(id, MatterId::from_uuid(Uuid::nil()), EVA, NOW)
        .await;
    assert!(
        !nothing.expect("answered"),
        "of what is no file nothing is noted"
    );
    let rows = "SELECT CAST(COUNT(*) AS TEXT) FROM looks";
    assert_eq!(look(&fresh.url, rows).await, [["3"]]);
}

async fn a_look_is_never_edited_nor_deleted(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    house(ledger).await;
    let (id, matter) = claimed(ledger, 1).await;
    let noted = ledger.note_look(id, matter, EVA, NOW).await;
    assert!(noted.expect("noted"));
    let of_engine = match ledger.engine() {
        Engine::Sqlite => "INSERT OR REPLACE INTO looks SELECT * FROM looks",
        Engine::Postgres => "TRUNCATE looks",
    };
    for sql in ["UPDATE looks SET at = 0", "DELETE FROM looks", of_engine] {
        let said = meddle(&fresh.url, sql).await.expect_err(sql).to_string();
        assert!(said.contains("never"), "{sql}: {said}");
    }
    assert_eq!(ledger.looks(id, matter, 10).await.expect("read").len(), 1);
}

async fn what_lies_is_found_and_mended(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    house(ledger).await;
    found_so(ledger, 1).await;
    let before = counts(ledger, ANA).await;
    assert_eq!(ledger.check().await.expect("read").differences, []);
    for (lie, table) in [
        (
            "UPDATE records SET kind = 'kept' WHERE kind = 'instructed'",
            "records",
        ),
        ("DELETE FROM records", "records"),
        ("UPDATE investigations SET place = 1", "investigations"),
        ("DELETE FROM investigations", "investigations"),
    ] {
        meddle(&fresh.url, lie).await.expect("tampered");
        let told = ledger.check().await.expect("read").differences;
        let tables: Vec<_> = told.into_iter().map(|one| one.table).collect();
        assert_eq!(tables, [table], "{lie}");
        ledger.rebuild().await.expect("written");
        assert_eq!(ledger.check().await.expect("read").differences, []);
        assert_eq!(counts(ledger, ANA).await, before, "{lie}");
    }
}

async fn what_was_there_before_the_schema_has_its_rows(fresh: &Fresh) {
    house(&fresh.ledger).await;
    found_so(&fresh.ledger, 1).await;
    claimed(&fresh.ledger, 2).await;
    let before = counts(&fresh.ledger, ANA).await;
    fresh.ledger.close().await;
    let earlier = "DROP TABLE records; DROP TABLE investigations; DROP TABLE looks;
        DELETE FROM schema_steps WHERE name = '0007_records.sql'";
    meddle(&fresh.url, earlier).await.expect("as it was");
    assert_eq!(Ledger::migrate(&fresh.url).await.expect("migrated"), 1);
    let ledger = Ledger::open(&fresh.url).await.expect("opened");
    assert_eq!(counts(&ledger, ANA).await, before);
    assert_eq!(listed(&ledger, Investigated::All).await.len(), 2);
    assert_eq!(ledger.check().await.expect("read").differences, []);
    ledger.close().await;
}

async fn what_an_older_row_says_is_folded_anew(fresh: &Fresh) {
    let ledger = &fresh.ledger;
    house(ledger).await;
    found_so(ledger, 1).await;
    let kind = RecordKind::Unrecorded;
    let before = ledger.record(ANA, kind, None, 10).await.expect("read");
    let which = Investigated::All;
    let files = ledger.investigations(which, None, 10).await.expect("read");
    for table in ["accounts", "matters"] {
        let form = domain::account::STATE_FORMAT - 1;
        let older = format!("UPDATE {table} SET state_format = {form}, state = '{{}}'");
        meddle(&fresh.url, &older).await.expect("older");
    }
    let after = ledger.record(ANA, kind, None, 10).await.expect("read");
    assert_eq!(after, before);
    let after = ledger.investigations(which, None, 10).await.expect("read");
    assert_eq!(after, files);
}
