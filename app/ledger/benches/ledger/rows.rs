//! The rows: one line of JSON each, in the file that `script/bench` names, or on the screen.
//! It refuses to know how a figure came about.

use std::fs::OpenOptions;
use std::io::Write as _;

use ledger::Engine;
use serde_json::json;

/// What a figure is to be.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Goal {
    AtLeast(f64),
    AtMost(f64),
    /// It is told, and that is all.
    Told,
}

/// A row of the table.
#[derive(Debug)]
pub(crate) struct Row {
    /// What is compared, in plain words.
    pub(crate) name: String,
    pub(crate) value: f64,
    pub(crate) unit: &'static str,
    pub(crate) goal: Goal,
    /// What was measured to limit it, told where the goal is missed.
    pub(crate) cause: Option<String>,
}

impl Goal {
    fn is_met(self, value: f64) -> Option<bool> {
        match self {
            Self::AtLeast(goal) => Some(value >= goal),
            Self::AtMost(goal) => Some(value <= goal),
            Self::Told => None,
        }
    }

    fn told(self, unit: &str) -> Option<String> {
        match self {
            Self::AtLeast(goal) => Some(format!("≥ {goal} {unit}")),
            Self::AtMost(goal) => Some(format!("≤ {goal} {unit}")),
            Self::Told => None,
        }
    }
}

impl Row {
    pub(crate) fn ratio(name: String, value: f64, goal: Goal) -> Self {
        Self {
            name,
            value,
            unit: "×",
            goal,
            cause: None,
        }
    }

    pub(crate) fn figure(name: String, value: f64, unit: &'static str) -> Self {
        Self {
            name,
            value,
            unit,
            goal: Goal::Told,
            cause: None,
        }
    }

    pub(crate) fn because(self, cause: String) -> Self {
        Self {
            cause: Some(cause),
            ..self
        }
    }

    pub(crate) fn tell(self) {
        let met = self.goal.is_met(self.value);
        let line = json!({
            "name": self.name,
            "value": short(self.value),
            "unit": self.unit,
            "goal": self.goal.told(self.unit),
            "met": met,
            "cause": self.cause.filter(|_| met == Some(false)),
        });
        match std::env::var_os("PALABRA_BENCH_ROWS") {
            None => println!("{line}"),
            Some(file) => {
                let rows = OpenOptions::new().create(true).append(true).open(file);
                let mut rows = rows.expect("the file of rows");
                writeln!(rows, "{line}").expect("a row");
            }
        }
    }
}

/// Three figures that count.
fn short(value: f64) -> f64 {
    let digits = match value.abs() {
        100.0.. => 1.0,
        10.0.. => 10.0,
        0.1.. => 100.0,
        _ => 10_000.0,
    };
    (value * digits).round() / digits
}

pub(crate) fn on(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "on SQLite",
        Engine::Postgres => "on PostgreSQL",
    }
}

/// 20000000 → "20 000 000".
pub(crate) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut told = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            told.push(' ');
        }
        told.push(digit);
    }
    told
}

/// What goes on, for whoever waits.
pub(crate) fn say(words: &str) {
    eprintln!("  {words}");
}
