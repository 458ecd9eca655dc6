//! `palabra import`: files as houses have them, said once, again, changed, and changed back.

use domain::search::Query;
use ledger::{Engine, Whose};

use crate::program::{Place, Said};

on_both_engines![
    a_file_becomes_customers_orders_deliveries_and_delays_in_the_order_they_happened,
    the_same_file_writes_nothing_and_a_change_writes_what_changed_also_back,
    a_refused_row_stops_nothing_and_is_written_down,
    a_dry_run_says_the_same_and_writes_nothing,
    a_dry_run_knows_what_was_written_before,
    customers_come_from_a_file_of_their_own_and_orders_leave_them_as_they_are,
    a_customer_is_told_once_however_long_the_file,
    a_key_that_no_index_takes_is_refused,
];

/// Three orders as an office program in Spain writes them: semicolons, Windows-1252, days first.
pub(crate) const ORDERS: &str = "Nº Pedido;Cliente;Fecha pedido;Artículo;Cantidad;Fecha prometida;Fecha entrega\r\n\
    77;Ferretería Ibáñez;01/06/2026;Bisagras;10;15/06/2026;15/06/2026\r\n\
    78;Ferretería Ibáñez;02/06/2026;Cerrojos;2;16/06/2026;20/06/2026\r\n\
    79;Peña e Hijos;03/06/2026;Pomos;4;10/06/2026;\r\n";

fn windows(text: &str) -> Vec<u8> {
    text.chars()
        .map(|letter| u8::try_from(u32::from(letter)).expect("a letter of Windows-1252"))
        .collect()
}

pub(crate) fn import(place: &Place, text: &str, more: &[&str]) -> Said {
    let file = place.write("pedidos.csv", &windows(text));
    import_of(place, &file, more)
}

/// The same, of a file that is there.
pub(crate) fn import_of(place: &Place, file: &str, more: &[&str]) -> Said {
    let args = [
        "import",
        "orders",
        file,
        "--source",
        "erp",
        "--key",
        "Nº Pedido",
    ];
    place.run(&[&args, more].concat())
}

/// The codes of the facts of the one account that a search finds, in the order they happened.
pub(crate) async fn story(place: &Place, typed: &str) -> Vec<String> {
    let ledger = place.ledger().await;
    let found = ledger
        .search(&Query::parse(typed), Whose::Anyones, None, 2)
        .await
        .expect("a search");
    assert_eq!(found.rows.len(), 1, "{typed}");
    let everyone = [
        domain::entry::Audience::Service,
        domain::entry::Audience::Customer,
    ];
    let page = ledger
        .account_page(found.rows[0].account, &everyone, None, 100)
        .await
        .expect("a page")
        .expect("an account");
    ledger.close().await;
    page.timeline
        .rows
        .iter()
        .rev()
        .map(|row| row.fact.code().to_owned())
        .collect()
}

async fn a_file_becomes_customers_orders_deliveries_and_delays_in_the_order_they_happened(
    on: Engine,
) {
    let place = Place::on(on);
    place.found();
    let said = import(&place, ORDERS, &[]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(
        said.out
            .contains("3 read, 3 written (2 customers new or told anew), 0 unchanged, 0 refused"),
        "{said:?}"
    );
    assert_eq!(
        story(&place, "ibanez").await,
        [
            "account_opened",
            "order_placed",
            "order_placed",
            "lines_delivered",
            "lines_missed",
            "lines_delivered"
        ]
    );
    assert_eq!(
        story(&place, "peña").await,
        ["account_opened", "order_placed", "lines_missed"]
    );
    assert_eq!(place.run(&["rebuild", "--check"]).code, 0);
}

async fn the_same_file_writes_nothing_and_a_change_writes_what_changed_also_back(on: Engine) {
    let place = Place::on(on);
    place.found();
    import(&place, ORDERS, &[]);
    let before = story(&place, "peña").await;
    let again = import(&place, ORDERS, &["--json"]);
    assert!(
        again.out.contains("\"written\":0") && again.out.contains("\"unchanged\":3"),
        "{again:?}"
    );
    assert_eq!(story(&place, "peña").await, before);
    let arrived = ORDERS.replace("10/06/2026;\r\n", "10/06/2026;30/06/2026\r\n");
    for (text, written) in [(arrived.as_str(), 4), (ORDERS, 5), (arrived.as_str(), 6)] {
        let said = import(&place, text, &["--json"]);
        assert!(
            said.out.contains("\"written\":1") && said.out.contains("\"unchanged\":2"),
            "{said:?}"
        );
        assert_eq!(story(&place, "peña").await.len(), written);
    }
}

async fn a_refused_row_stops_nothing_and_is_written_down(on: Engine) {
    let place = Place::on(on);
    place.found();
    let text = format!(
        "{ORDERS}80;Peña e Hijos;mañana;Pomos;4;10/06/2026;\r\n\
         77;Otra;01/06/2026;Repetida;1;;\r\n\
         81;;01/06/2026;=1+1;1;;\r\n\
         82;Peña e Hijos;05/06/2026;Antes de pedirse;1;;01/06/2026\r\n\
         83;corta\r\n\
         85;\"Otra;01/06/2026;Pomos;1;;\r\n\
         86;\"Otra\";01/06/2026;Pomos;1;;\r\n\
         84;Peña e Hijos;06/06/2026;Buena;1;20/06/2026;\r\n"
    );
    let said = import(&place, &text, &[]);
    assert_eq!(said.code, 2, "{said:?}");
    assert!(
        said.out.contains("10 read, 4 written") && said.out.contains("6 refused"),
        "{said:?}"
    );
    let refused =
        std::fs::read_to_string(place.file("pedidos.csv.refused.csv")).expect("the refused rows");
    let reasons: Vec<_> = csv::ReaderBuilder::new()
        .delimiter(b';')
        .flexible(true)
        .from_reader(refused.as_bytes())
        .into_records()
        .map(|row| {
            row.expect("a row")
                .iter()
                .take(2)
                .collect::<Vec<_>>()
                .join(";")
        })
        .collect();
    assert_eq!(
        reasons,
        [
            "5;placed: mañana is not a date",
            "6;another row above has the key 77",
            "7;its customer is empty",
            "8;actual: It lies before the order: check which of the two dates is wrong.",
            "9;it has 2 cells and the first line has 7",
            "10;the quote opened on line 10 closes in the middle of a cell: is one missing before it?",
        ]
    );
    assert!(
        refused.starts_with("line;reason;Nº Pedido;Cliente") && refused.contains(";'=1+1;"),
        "{refused}"
    );
    assert_eq!(import(&place, ORDERS, &[]).code, 0);
    assert!(
        !place.file("pedidos.csv.refused.csv").exists(),
        "an old one would mislead"
    );
}

async fn a_dry_run_says_the_same_and_writes_nothing(on: Engine) {
    let place = Place::on(on);
    place.found();
    let bad = format!("{ORDERS}82;Peña e Hijos;05/06/2026;Antes;1;;01/06/2026\r\n");
    let dry = import(&place, &bad, &["--dry-run"]);
    assert_eq!(dry.code, 2, "{dry:?}");
    assert!(
        dry.out.contains("4 read, 3 would be written (2 customers"),
        "{dry:?}"
    );
    assert!(!place.file("pedidos.csv.refused.csv").exists());
    let ledger = place.ledger().await;
    let found = ledger
        .search(&Query::default(), Whose::Anyones, None, 10)
        .await
        .expect("a search");
    assert!(found.rows.is_empty());
    assert_eq!(ledger.known_secret("import").await.expect("read"), None);
    ledger.close().await;
    assert!(
        import(&place, &bad, &[])
            .out
            .contains("4 read, 3 written (2 customers")
    );
}

async fn customers_come_from_a_file_of_their_own_and_orders_leave_them_as_they_are(on: Engine) {
    let place = Place::on(on);
    place.found();
    let text = "code,name,vat,phone,email\nC1,\"Ibáñez, S.L.\",B123,911 200 300,hola@ibanez.example\nC2,Peña,,,\nC3,,,,\n";
    let file = place.write("customers.csv", text.as_bytes());
    let said = place.run(&[
        "import", "accounts", &file, "--source", "erp", "--key", "code",
    ]);
    assert_eq!(said.code, 2, "{said:?}");
    assert!(
        said.out.contains("3 read, 2 written") && said.out.contains("line 4: its name is empty"),
        "{said:?}"
    );
    let orders = "order,customer,placed,promised\n1,C1,2026-06-01,2026-06-15\n";
    let file = place.write("orders.csv", orders.as_bytes());
    let said = place.run(&[
        "import", "orders", &file, "--source", "erp", "--key", "order",
    ]);
    assert!(
        said.out
            .contains("1 written (0 customers new or told anew)"),
        "{said:?}"
    );
    let facts = story(&place, "911200300").await;
    assert!(
        facts.contains(&"order_placed".to_owned())
            && !facts.contains(&"account_restated".to_owned()),
        "{facts:?}"
    );
    assert_eq!(story(&place, "b123").await, facts);
}

#[test]
fn what_cannot_be_done_with_a_file_is_said_before_anything_is_written() {
    let place = Place::with_a_house();
    for (more, says) in [
        (["--map", "when=Cliente"], "--map names no field when"),
        (["--map", "placed="], "no column of the file says placed"),
        (["--map", "placed=Día"], "there is no column Día"),
        (
            ["--owner", "nadie@casa.example"],
            "--owner nadie@casa.example is nobody",
        ),
        (["--time-zone", "Marte"], "Marte is not a time zone"),
        (["--date-format", "dd/mm"], "is not a format of dates"),
    ] {
        let said = import(&place, ORDERS, &more);
        assert!(said.code == 1 && said.err.contains(says), "{said:?}");
    }
    let empty = place.write("vacio.csv", b"a;cliente;fecha\n");
    let said = place.run(&["import", "orders", &empty, "--source", "erp", "--key", "a"]);
    assert!(said.err.contains("has no rows"), "{said:?}");
    place.run(&[
        "user",
        "add",
        "eva@casa.example",
        "--name",
        "Eva",
        "--role",
        "store_staff",
    ]);
    assert!(
        import(&place, ORDERS, &[])
            .err
            .contains("--owner is missing")
    );
    assert_eq!(
        import(&place, ORDERS, &["--owner", "eva@casa.example"]).code,
        0
    );
}

async fn a_dry_run_knows_what_was_written_before(on: Engine) {
    let place = Place::on(on);
    place.found();
    import(&place, ORDERS, &[]);
    // Told again before its order, delivered, unchanged, and one of somebody new.
    let text = ORDERS
        .replace(";15/06/2026\r\n", ";01/05/2026\r\n")
        .replace("10/06/2026;\r\n", "10/06/2026;30/06/2026\r\n")
        + "80;Nueva;01/06/2026;Pomos;4;10/06/2026;\r\n80;Nueva;;;;;\r\n";
    let dry = import(&place, &text, &["--dry-run", "--json"]);
    let real = import(&place, &text, &["--json"]);
    assert_eq!(dry.code, 2, "{dry:?}");
    assert!(
        dry.out.contains("\"written\":2") && dry.out.contains("\"unchanged\":1"),
        "{dry:?}"
    );
    let rows = ",\"refused_rows\":[{\"line\":2,\"reason\":\"actual: It lies before the order: check which of the two \
        dates is wrong.\"},{\"line\":6,\"reason\":\"another row above has the key 80\"}]}\n";
    let shared = |said: &Said| {
        said.out
            .replace(place.dir.path().to_str().expect("a path"), "")
    };
    assert!(shared(&dry).ends_with(rows), "{dry:?}");
    assert_eq!(
        shared(&real).replace("\"/pedidos.csv.refused.csv\"", "null"),
        shared(&dry)
    );
}

async fn a_customer_is_told_once_however_long_the_file(on: Engine) {
    let place = Place::on(on);
    place.found();
    let mut text = "order,customer,customer_name,placed,promised,phone\n".to_owned();
    for row in 0..600 {
        // The first row has the latest day, and a later one tells them otherwise.
        let (day, phone) = (28 - row % 28, 911_200_300 + row / 300);
        text += &format!("{row},C1,Ibáñez,2026-06-{day:02},2026-07-30,{phone}\n");
    }
    let file = place.write("orders.csv", text.as_bytes());
    let args = [
        "import", "orders", &file, "--source", "erp", "--key", "order",
    ];
    let said = place.run(&args);
    assert!(
        said.out
            .contains("600 read, 600 written (1 customers new or told anew)"),
        "{said:?}"
    );
    let again = place.run(&args);
    assert!(
        again
            .out
            .contains("0 written (0 customers new or told anew), 600 unchanged"),
        "{again:?}"
    );
    let facts = story(&place, "911200300").await;
    assert!(!facts.contains(&"account_restated".to_owned()), "{facts:?}");
    let ledger = place.ledger().await;
    let found = ledger
        .search(&Query::parse("ibanez"), Whose::Anyones, None, 2)
        .await
        .expect("a search");
    let service = [domain::entry::Audience::Service];
    let page = ledger
        .account_page(found.rows[0].account, &service, None, 10)
        .await
        .expect("a page");
    let timeline = page.expect("an account").timeline;
    let opened = timeline.rows.last().expect("a fact");
    assert_eq!(
        (opened.fact.code(), opened.happened_at.to_string().as_str()),
        ("account_opened", "2026-05-31T22:00:00Z"),
        "their first order's day begins then in Madrid"
    );
    ledger.close().await;
}

async fn a_key_that_no_index_takes_is_refused(on: Engine) {
    let place = Place::on(on);
    place.found();
    let long = "ñ".repeat(2_000);
    let text = format!(
        "order,customer,placed\n{long},C1,2026-06-01\n2,{long},2026-06-01\n3,C1,2026-06-01\n"
    );
    let file = place.write("orders.csv", text.as_bytes());
    let said = place.run(&[
        "import", "orders", &file, "--source", "erp", "--key", "order",
    ]);
    assert_eq!(said.code, 2, "{said:?}");
    assert!(said.out.contains("3 read, 1 written"), "{said:?}");
    let quoted = "ñ".repeat(80);
    for what in [
        format!("line 2: its key is longer than 200 bytes: {quoted}…\n"),
        format!("line 3: its customer is longer than 200 bytes: {quoted}…\n"),
    ] {
        assert!(said.out.contains(&what), "{said:?}");
    }
}
