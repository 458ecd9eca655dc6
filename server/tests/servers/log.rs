//! What a server writes of itself in JSON: an object a line, each request by its reference, nothing that was typed.

use serde_json::Value;

use crate::program::Place;
use crate::running::serving::{Serving, free_addr};
use crate::running::visitor::PASSWORD;
use crate::running::{account, note, until};

#[tokio::test]
async fn each_line_is_an_object_and_each_answer_a_line() {
    let house = Place::with_a_house();
    let json = [("PALABRA_LOG_FORMAT", "json"), ("PALABRA_LOG", "debug")];
    let serving = Serving::with(&house, free_addr(), &json).await;
    let ana = serving.ana(&house).await;
    let account = account(&house, &ana).await;
    let saved = ana
        .post(&note(&account, "Llamará el lunes"))
        .await
        .expect("an answer");
    assert_eq!(saved.status, 303);
    let reference = saved.header("x-request-id").expect("a reference");
    let reference = reference.to_uppercase();
    let file = ana.get("/pkg/nothing.css").await.expect("an answer");
    assert_eq!(file.status, 404);
    let elsewhere = ana.get("/nowhere-to-be-found").await.expect("an answer");
    assert_eq!(elsewhere.status, 404);
    let mut line = Value::Null;
    until("its line is written", async || {
        let log = serving.log();
        let of_it = |line: &&str| line.contains(&reference) && line.contains("answered");
        let of_it = log.lines().find(of_it);
        line = of_it.map_or(Value::Null, |line| serde_json::from_str(line).expect(line));
        !line.is_null()
    })
    .await;
    assert_eq!(line["level"], "INFO");
    assert_eq!(line["fields"]["message"], "answered");
    assert_eq!(line["fields"]["status"], 303);
    assert!(line["fields"]["milliseconds"].is_number(), "{line}");
    assert_eq!(line["span"]["method"], "POST");
    assert_eq!(line["span"]["path"], "/clientes/{id}");
    assert_eq!(line["span"]["reference"], reference.as_str());
    let log = serving.stop().await;
    for (level, path) in [
        ("DEBUG", "/pkg"),
        ("DEBUG", "/readyz"),
        ("INFO", "(elsewhere)"),
    ] {
        let mut lines = log.lines().filter(|line| line.contains("answered"));
        let path = format!("\"path\":\"{path}\"");
        let line = lines.find(|line| line.contains(&path));
        let line = line.unwrap_or_else(|| panic!("no {path}: {log}"));
        assert!(line.contains(level), "{line}");
    }
    for line in log.lines() {
        let read: Value = serde_json::from_str(line).unwrap_or_else(|_| panic!("{line}"));
        assert!(read["timestamp"].is_string() && read["level"].is_string());
    }
    let (_, token) = ana.cookie.split_once('=').expect("a pair");
    let (_, id) = account.rsplit_once('/').expect("an id");
    for secret in [PASSWORD, "lunes", token, id, "nowhere-to-be-found"] {
        assert!(!log.contains(secret), "{secret}: {log}");
    }
}
