//! How thorough the cases are, and what they measured on the way: a sample and nothing by themselves, all of it and a
//! file for the bench, by settings. It refuses to judge a figure: the bench knows its goals.

use std::io::Write as _;

/// How often the server is killed; the bench asks for more.
pub(crate) fn kill_rounds() -> usize {
    let asked = std::env::var("PALABRA_KILL_ROUNDS").ok();
    asked.map_or(3, |rounds| rounds.parse().expect("a number of rounds"))
}

/// How often a page is asked whose time is told: a figure needs many.
pub(crate) fn asked() -> usize {
    match std::env::var_os("PALABRA_FAULT_FIGURES") {
        Some(_) => 400,
        None => 30,
    }
}

/// Printed, and a line of JSON in the file that `PALABRA_FAULT_FIGURES` names.
pub(crate) fn tell(name: &str, value: f64, unit: &str) {
    println!("{name}: {value:.3} {unit}");
    let Ok(file) = std::env::var("PALABRA_FAULT_FIGURES") else {
        return;
    };
    let opened = std::fs::File::options()
        .create(true)
        .append(true)
        .open(file);
    let mut file = opened.expect("the file of PALABRA_FAULT_FIGURES");
    let line = format!("{{\"name\":\"{name}\",\"value\":{value:.4},\"unit\":\"{unit}\"}}\n");
    file.write_all(line.as_bytes()).expect("written");
}
