//! Turns the rule packs (`packs/*.toml`) into Rust, so that the browser carries no reader of TOML and a pack that does
//! not read does not compile. What a rule says is told in `src/packs/mod.rs`; it refuses to know what any rule means.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde::Deserialize;

const PACKS: [&str; 3] = ["house", "es", "co"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pack {
    pack: About,
    #[serde(rename = "rule", default)]
    rules: Vec<Rule>,
    #[serde(rename = "holiday", default)]
    holidays: Vec<Holiday>,
    #[serde(rename = "region", default)]
    regions: Vec<Region>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct About {
    code: String,
    es: String,
    en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    id: String,
    step: Option<String>,
    to: Option<String>,
    house: Option<String>,
    #[serde(default)]
    claims: Vec<String>,
    counts: Option<Counts>,
    source: Option<String>,
    verified: Option<String>,
    binding_from: Option<String>,
    es: String,
    en: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Counts {
    NaturalDays(u16),
    LegalDays(u16),
    StoreDays(u16),
    Months(u16),
    Hours(u16),
    Lead,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Holiday {
    name: String,
    on: Option<String>,
    easter: Option<i16>,
    #[serde(default)]
    moves_to_monday: bool,
    since: Option<i32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Region {
    code: String,
    name: String,
    holidays: Vec<Holiday>,
}

#[expect(
    clippy::disallowed_methods,
    reason = "the rules do no IO; what makes them of their packs does"
)]
fn main() {
    println!("cargo::rerun-if-changed=packs");
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo says where"));
    let mut ids = BTreeSet::new();
    let (mut packs, mut consts) = (String::new(), String::new());
    for name in PACKS {
        let pack = read(&Path::new("packs").join(format!("{name}.toml")));
        for rule in &pack.rules {
            assert!(
                ids.insert(rule.id.clone()),
                "{name}: {} stands twice",
                rule.id
            );
            constant(&mut consts, rule);
        }
        written(&mut packs, &pack);
    }
    std::fs::write(out.join("packs.rs"), packs).expect("the packs are written");
    std::fs::write(out.join("ids.rs"), consts).expect("the ids are written");
}

fn read(path: &Path) -> Pack {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    toml::from_str(&text).unwrap_or_else(|error| panic!("{path:?}: {error}"))
}

/// `PAL-at-once` is `PAL_AT_ONCE`.
fn constant(to: &mut String, rule: &Rule) {
    let name = rule.id.to_uppercase().replace(['-', '.'], "_");
    let _ = writeln!(
        to,
        "/// {}.\npub const {name}: RuleId = RuleId(std::borrow::Cow::Borrowed({:?}));",
        rule.en, rule.id
    );
}

fn written(to: &mut String, pack: &Pack) {
    let About { code, es, en } = &pack.pack;
    let _ = writeln!(
        to,
        "/// {en}.\npub static {}: RulePack = RulePack {{\n    code: {code:?},\n    es: {es:?},\n    en: {en:?},\n    rules: &[",
        code.to_uppercase()
    );
    for rule in &pack.rules {
        let _ = writeln!(to, "        {},", of_rule(rule));
    }
    let _ = writeln!(to, "    ],\n    holidays: {},", of_holidays(&pack.holidays));
    to.push_str("    regions: &[\n");
    for Region {
        code,
        name,
        holidays,
    } in &pack.regions
    {
        let holidays = of_holidays(holidays);
        let _ = writeln!(
            to,
            "        Region {{ code: {code:?}, name: {name:?}, holidays: {holidays} }},"
        );
    }
    to.push_str("    ],\n};\n");
}

fn of_rule(rule: &Rule) -> String {
    let some = |of: &str, word: &Option<String>| match word {
        Some(word) => format!("Some({of}::{})", camel(word)),
        None => "None".to_owned(),
    };
    let counts = match rule.counts {
        None => "Counts::Nothing".to_owned(),
        Some(Counts::NaturalDays(days)) => format!("Counts::Natural({days})"),
        Some(Counts::LegalDays(days)) => format!("Counts::Legal({days})"),
        Some(Counts::StoreDays(days)) => format!("Counts::Working({days})"),
        Some(Counts::Months(months)) => format!("Counts::Months({months})"),
        Some(Counts::Hours(hours)) => format!("Counts::Hours({hours})"),
        Some(Counts::Lead) => "Counts::Lead".to_owned(),
    };
    let verified = rule.verified.as_deref().unwrap_or("own");
    assert_eq!(
        rule.source.is_some(),
        rule.verified.is_some(),
        "{}: a source says whether it was verified",
        rule.id
    );
    let claims: Vec<_> = rule
        .claims
        .iter()
        .map(|kind| format!("ClaimKind::{}", camel(kind)))
        .collect();
    format!(
        "Rule {{ id: {:?}, step: {}, to: {}, house: {}, claims: &[{}], counts: {counts}, \
         source: {:?}, verified: Verified::{}, binding_from: {:?}, es: {:?}, en: {:?} }}",
        rule.id,
        some("Step", &rule.step),
        some("AccountKind", &rule.to),
        some("Under", &rule.house),
        claims.join(", "),
        rule.source,
        camel(verified),
        rule.binding_from,
        rule.es,
        rule.en
    )
}

fn of_holidays(holidays: &[Holiday]) -> String {
    let each = holidays.iter().map(|holiday| {
        let day = match (&holiday.on, holiday.easter) {
            (Some(on), None) => {
                let (month, day) = on.split_once('-').expect("a month and a day");
                let number = |text: &str| text.parse::<u32>().expect("a number");
                format!("Day::Fixed({}, {})", number(month), number(day))
            }
            (None, Some(days)) => format!("Day::Easter({days})"),
            _ => panic!("{}: either `on` or `easter`", holiday.name),
        };
        format!(
            "Holiday {{ name: {:?}, day: {day}, moves_to_monday: {}, since: {:?} }}",
            holiday.name, holiday.moves_to_monday, holiday.since
        )
    });
    format!("&[{}]", each.collect::<Vec<_>>().join(", "))
}

/// `very_serious` is `VerySerious`.
fn camel(word: &str) -> String {
    let words = word.split('_').map(|word| {
        let (first, rest) = word.split_at(1);
        first.to_uppercase() + rest
    });
    words.collect()
}
