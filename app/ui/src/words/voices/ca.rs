//! In Catalan, as it is written in Catalonia and the Balearics; in the Valencian Country it is read as well.

use chrono::Datelike as _;

use super::{
    Answering, Date, Letter, Money, RemedyKind, Resolution, Writing, month, weekday, with_sum,
};

pub(super) struct Catalan;

const DAYS: [&str; 7] = [
    "dilluns",
    "dimarts",
    "dimecres",
    "dijous",
    "divendres",
    "dissabte",
    "diumenge",
];

/// With what joins them to their day.
const MONTHS: [&str; 12] = [
    "de gener",
    "de febrer",
    "de març",
    "d’abril",
    "de maig",
    "de juny",
    "de juliol",
    "d’agost",
    "de setembre",
    "d’octubre",
    "de novembre",
    "de desembre",
];

fn plain(date: Date) -> String {
    let month = month(MONTHS, date);
    format!("{} {} de {}", date.day(), month, date.year())
}

fn full(date: Date) -> String {
    let day = weekday(DAYS, date);
    format!("{day}, {}", plain(date))
}

fn by(date: Date) -> String {
    format!("com a molt tard, {}", full(date))
}

impl Answering for Catalan {
    fn erased(&self) -> &'static str {
        "(text esborrat)"
    }

    fn title(&self) -> &'static str {
        "Resposta a la seva reclamació"
    }

    fn opening(&self, received_on: Date) -> String {
        let article = match received_on.day() {
            1 | 11 => "l’",
            _ => "el ",
        };
        let day = plain(received_on);
        format!("Vostè ens va reclamar {article}{day}. Això és el que responem, punt per punt.")
    }

    fn came_to(&self, resolution: Resolution) -> &'static str {
        match resolution {
            Resolution::Accepted => "Té raó: ho acceptem.",
            Resolution::Denied => "En aquest punt no li podem donar la raó.",
        }
    }

    fn recourse(&self) -> &'static str {
        "Si no hi està d’acord, pot acudir a:"
    }

    fn defensor(&self, name: &str) -> String {
        format!(
            "El defensor del client d’aquesta casa ({name}): el que decideixi a favor seu ens obliga"
        )
    }
}

impl Writing for Catalan {
    fn hello(&self, name: Option<&str>) -> String {
        name.map_or_else(|| "Hola:".to_owned(), |name| format!("Hola, {name}:"))
    }

    fn subject(&self, letter: Letter) -> &'static str {
        match letter {
            Letter::Receipt => "Hem recollit la seva reclamació",
            Letter::Answer => "La resposta a la seva reclamació",
            Letter::Honoured => "El que li vam prometre es compleix",
            Letter::Apology => "Les nostres disculpes",
        }
    }

    fn taken_in(&self, on: Date, time: &str) -> String {
        format!(
            "Hem recollit la seva reclamació {}, a les {time}.",
            full(on)
        )
    }

    fn you_said(&self) -> &'static str {
        "Això és el que ens ha dit:"
    }

    fn you_ask(&self) -> &'static str {
        "Demana:"
    }

    fn next_news(&self, date: Date) -> String {
        format!("Tornarà a tenir notícies nostres, {}.", by(date))
    }

    fn not_kept(&self) -> &'static str {
        "El que li vam prometre no es va complir com calia."
    }

    fn stands(&self) -> &'static str {
        "La paraula es manté: es fa el que es va dir."
    }

    fn pay_now(&self, sum: Money) -> String {
        format!("Ara paga {}.", sum.format_es())
    }

    fn on_hold(&self, sum: Money) -> String {
        format!(
            "Queden {} en suspens: ningú no els hi reclamarà.",
            sum.format_es()
        )
    }

    fn to_make_good(&self) -> &'static str {
        "Per reparar-ho:"
    }

    fn remedy(&self, kind: RemedyKind, amount: Option<Money>, date: Date) -> String {
        let what = match kind {
            RemedyKind::InvoiceCorrection => "Corregir la factura",
            RemedyKind::Credit => "Un abonament",
            RemedyKind::Delivery => "El lliurament",
            RemedyKind::Service => "Un servei",
            RemedyKind::Worth => "El seu valor",
        };
        format!(
            "{}, {}",
            with_sum(what, amount.map(|sum| sum.format_es())),
            by(date)
        )
    }
}
