//! In Basque. A day stands by itself, as the year comes first there and a number takes the ending of its word.

use super::{Answering, Date, Letter, Money, RemedyKind, Resolution, Writing, weekday, with_sum};

pub(super) struct Basque;

const DAYS: [&str; 7] = [
    "astelehena",
    "asteartea",
    "asteazkena",
    "osteguna",
    "ostirala",
    "larunbata",
    "igandea",
];

fn plain(date: Date) -> String {
    date.format("%Y/%m/%d").to_string()
}

fn full(date: Date) -> String {
    let day = weekday(DAYS, date);
    format!("{} ({day})", plain(date))
}

impl Answering for Basque {
    fn erased(&self) -> &'static str {
        "(testua ezabatuta)"
    }

    fn title(&self) -> &'static str {
        "Zure erreklamazioaren erantzuna"
    }

    fn opening(&self, received_on: Date) -> String {
        let day = plain(received_on);
        format!(
            "Erreklamazioa egin zenigun egun honetan: {day}. Hona gure erantzuna, puntuz puntu."
        )
    }

    fn came_to(&self, resolution: Resolution) -> &'static str {
        match resolution {
            Resolution::Accepted => "Arrazoi duzu: onartzen dugu.",
            Resolution::Denied => "Puntu honetan ezin dizugu arrazoirik eman.",
        }
    }

    fn recourse(&self) -> &'static str {
        "Ados ez bazaude, hona jo dezakezu:"
    }

    fn defensor(&self, name: &str) -> String {
        format!(
            "Etxe honetako bezeroaren defendatzailea ({name}): zure alde erabakitzen duenak lotzen gaitu"
        )
    }
}

impl Writing for Basque {
    fn hello(&self, name: Option<&str>) -> String {
        name.map_or_else(|| "Kaixo:".to_owned(), |name| format!("Kaixo, {name}:"))
    }

    fn subject(&self, letter: Letter) -> &'static str {
        match letter {
            Letter::Receipt => "Zure erreklamazioa jaso dugu",
            Letter::Answer => "Zure erreklamazioaren erantzuna",
            Letter::Honoured => "Hitz emandakoa bete egiten dugu",
            Letter::Apology => "Barkamena eskatzen dizugu",
        }
    }

    fn taken_in(&self, on: Date, time: &str) -> String {
        format!(
            "Zure erreklamazioa jaso dugu. Eguna: {}; ordua: {time}.",
            full(on)
        )
    }

    fn you_said(&self) -> &'static str {
        "Hau da esan diguzuna:"
    }

    fn you_ask(&self) -> &'static str {
        "Eskatzen duzuna:"
    }

    fn next_news(&self, by: Date) -> String {
        format!(
            "Gure berri izango duzu berriro, beranduenez egun honetan: {}.",
            full(by)
        )
    }

    fn not_kept(&self) -> &'static str {
        "Hitz emandakoa ez genuen behar bezala bete."
    }

    fn stands(&self) -> &'static str {
        "Emandako hitzari eusten diogu: esandakoa egiten da."
    }

    fn pay_now(&self, sum: Money) -> String {
        format!("Orain ordaindu beharrekoa: {}.", sum.format_es())
    }

    fn on_hold(&self, sum: Money) -> String {
        format!(
            "Etenda geratzen dena: {}; inork ez dizu eskatuko.",
            sum.format_es()
        )
    }

    fn to_make_good(&self) -> &'static str {
        "Konpontzeko:"
    }

    fn remedy(&self, kind: RemedyKind, amount: Option<Money>, by: Date) -> String {
        let what = match kind {
            RemedyKind::InvoiceCorrection => "Faktura zuzentzea",
            RemedyKind::Credit => "Abonu bat",
            RemedyKind::Delivery => "Entrega",
            RemedyKind::Service => "Zerbitzu bat",
            RemedyKind::Worth => "Haren balioa",
        };
        let what = with_sum(what, amount.map(|sum| sum.format_es()));
        format!("{what}, beranduenez egun honetan: {}", full(by))
    }
}
