//! `palabra import` and the file itself: what cannot be read to its end, old line ends, refused rows mended, exit codes.

use domain::search::Query;
use ledger::Whose;

use crate::import::{ORDERS, import, import_of, story};
use crate::program::Place;

#[tokio::test]
async fn a_file_that_cannot_be_read_to_its_end_writes_nothing() {
    let place = Place::with_a_house();
    let open_quote = format!("{ORDERS}80;\"Otra;01/06/2026;Pomos;1;;\r\n81;Otra;;;;;\r\n");
    let both = format!("{ORDERS}80;Otra;06/25/2026;Pomos;1;;\r\n");
    for (text, says) in [
        (open_quote, "the quote opened on line 5 is never closed"),
        (
            both,
            "line 2 says 15/06/2026 and line 5 says 06/25/2026: day and month stand both ways round; say --date-format",
        ),
    ] {
        let said = import(&place, &text, &[]);
        assert!(said.code == 1 && said.err.contains(says), "{said:?}");
    }
    let mut bytes = ORDERS.as_bytes().to_vec();
    bytes.extend(b"80;Ib\xE1\xF1ez;01/06/2026;Pomos;1;;\n");
    let file = place.write("pedidos.csv", &bytes);
    let said = import_of(&place, &file, &[]);
    assert!(
        said.code == 1
            && said
                .err
                .contains("line 5 is not UTF-8 and most of the file is"),
        "{said:?}"
    );
    let ledger = place.ledger().await;
    let found = ledger
        .search(&Query::default(), Whose::Anyones, None, 10)
        .await
        .expect("a search");
    assert!(found.rows.is_empty());
    ledger.close().await;
}

#[tokio::test]
async fn a_file_of_an_old_mac_with_months_by_name_is_read() {
    let place = Place::with_a_house();
    let text = "ID,Country,Sent,Scheduled Delivery Date,Delivered to Client Date,Line Item Quantity\r\
        1,Vietnam,Date Not Captured,2-Jun-06,5-Jun-06,19\r\
        3,Vietnam,\"N/A - From\rRDC\",14-Nov-06,14-Nov-06,1.000\r\
        4,Côte d'Ivoire,1-Oct-06,14-Nov-06,luego,3\r\
        5,Vietnam,Date Not Captured,,,3\r";
    let file = place.write("scms.csv", text.as_bytes());
    let said = place.run(&[
        "import",
        "orders",
        &file,
        "--source",
        "scms",
        "--key",
        "ID",
        "--map",
        "customer=Country",
        "--map",
        "placed=Sent",
        "--map",
        "actual=Delivered to Client Date",
        "--map",
        "quantity=Line Item Quantity",
        "--empty",
        "Date Not Captured",
        "--empty",
        "n/a - from\rrdc",
        "--earliest",
    ]);
    assert_eq!(said.code, 2, "{said:?}");
    for says in [
        "4 read, 1 written (1 customers",
        "line 3: quantity: 1.000 may be 1000, or 1 and a fraction: write it without the separator",
        "line 5: actual: luego is not a date",
        "line 6: placed: the row says no day at all",
    ] {
        assert!(said.out.contains(says), "{said:?}");
    }
    assert_eq!(
        story(&place, "vietnam").await,
        [
            "account_opened",
            "order_placed",
            "lines_missed",
            "lines_delivered"
        ]
    );
}

#[test]
fn refused_rows_once_mended_are_imported_as_the_rows_they_were() {
    let place = Place::with_a_house();
    let text = format!("{ORDERS}80;-Ibáñez+;mañana;=1+1;1;;\r\n81;'=Peña;mañana;@casa;1;;\r\n");
    assert_eq!(import(&place, &text, &[]).code, 2);
    let refused = place.file("pedidos.csv.refused.csv");
    let mended = std::fs::read_to_string(&refused)
        .expect("the refused rows")
        .replace(";mañana;", ";04/06/2026;");
    let file = place.write("mended.csv", mended.as_bytes());
    let said = import_of(&place, &file, &[]);
    assert!(said.out.contains("2 read, 2 written"), "{said:?}");
    let whole = import(&place, &text.replace("mañana", "04/06/2026"), &[]);
    assert!(
        whole
            .out
            .contains("0 written (0 customers new or told anew), 5 unchanged"),
        "{whole:?}"
    );
}

#[test]
fn what_was_written_is_told_even_where_the_refused_rows_cannot_be() {
    let place = Place::with_a_house();
    std::fs::create_dir(place.file("pedidos.csv.refused.csv")).expect("in the way");
    let said = import(&place, &format!("{ORDERS}80;Otra;mañana;;1;;\r\n"), &[]);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(
        said.out.contains("4 read, 3 written") && said.out.contains("line 5: placed: mañana"),
        "{said:?}"
    );
    assert!(
        said.err
            .contains("pedidos.csv.refused.csv cannot be written"),
        "{said:?}"
    );
    let left = std::fs::read_dir(place.dir.path()).expect("the folder");
    let names: Vec<_> = left.map(|file| file.expect("a file").file_name()).collect();
    assert!(
        !names
            .iter()
            .any(|name| name.to_string_lossy().starts_with(".palabra")),
        "{names:?}"
    );
}

#[test]
fn a_wrong_question_is_told_apart_from_refused_rows_by_its_exit_code() {
    let place = Place::with_a_house();
    assert_eq!(place.run(&["import", "orders"]).code, 64);
    assert_eq!(place.run(&["import", "--help"]).code, 0);
    assert_eq!(import(&place, ORDERS, &["--what"]).code, 64);
    assert!(place.run(&["--help"]).out.contains("Exit codes: 0 done"));
    let twice = "order,customer,placed,placed\n1,C1,2026-06-01,2026-06-02\n";
    let file = place.write("twice.csv", twice.as_bytes());
    let said = place.run(&[
        "import", "orders", &file, "--source", "erp", "--key", "order",
    ]);
    assert!(
        said.code == 1
            && said
                .err
                .contains("columns 3 and 4 are both named placed: say --map placed=COLUMN"),
        "{said:?}"
    );
}
