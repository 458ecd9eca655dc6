//! In Spanish.

use super::{Answering, Date, Letter, Money, RemedyKind, Resolution, Writing, with_sum};
use crate::words::{Tongue, dates, labels, sentences::ERASED};

pub(super) struct Spanish;

const ES: Tongue = Tongue::Es;

fn by(date: Date) -> String {
    format!("a más tardar, el {}", dates::full(ES, date))
}

impl Answering for Spanish {
    fn erased(&self) -> &'static str {
        ERASED.0
    }

    fn title(&self) -> &'static str {
        "Respuesta a su reclamación"
    }

    fn opening(&self, received_on: Date) -> String {
        let day = dates::plain(ES, received_on);
        format!("Usted nos reclamó el {day}. Esto es lo que respondemos, punto por punto.")
    }

    fn came_to(&self, resolution: Resolution) -> &'static str {
        match resolution {
            Resolution::Accepted => "Tiene usted razón: lo aceptamos.",
            Resolution::Denied => "En este punto no podemos darle la razón.",
        }
    }

    fn recourse(&self) -> &'static str {
        "Si no está conforme, puede acudir a:"
    }

    fn defensor(&self, name: &str) -> String {
        format!(
            "El defensor del cliente de esta casa ({name}): lo que decida a su favor nos obliga"
        )
    }
}

impl Writing for Spanish {
    fn hello(&self, name: Option<&str>) -> String {
        name.map_or_else(|| "Hola:".to_owned(), |name| format!("Hola, {name}:"))
    }

    fn subject(&self, letter: Letter) -> &'static str {
        match letter {
            Letter::Receipt => "Hemos recogido su reclamación",
            Letter::Answer => "La respuesta a su reclamación",
            Letter::Honoured => "Lo que le prometimos, respaldado",
            Letter::Apology => "Nuestras disculpas",
        }
    }

    fn taken_in(&self, on: Date, time: &str) -> String {
        let day = dates::full(ES, on);
        format!("Hemos recogido su reclamación el {day}, a las {time}.")
    }

    fn you_said(&self) -> &'static str {
        "Esto es lo que nos ha dicho:"
    }

    fn you_ask(&self) -> &'static str {
        "Pide:"
    }

    fn next_news(&self, date: Date) -> String {
        format!("Volverá a tener noticias nuestras, {}.", by(date))
    }

    fn not_kept(&self) -> &'static str {
        "Lo que le prometimos no se cumplió como debía."
    }

    fn stands(&self) -> &'static str {
        "Queda respaldado: se hace lo que se dijo."
    }

    fn pay_now(&self, sum: Money) -> String {
        format!("Ahora paga {}.", sum.format_es())
    }

    fn on_hold(&self, sum: Money) -> String {
        format!(
            "Quedan {} en suspenso: nadie se los reclamará.",
            sum.format_es()
        )
    }

    fn to_make_good(&self) -> &'static str {
        "Para repararlo:"
    }

    fn remedy(&self, kind: RemedyKind, amount: Option<Money>, date: Date) -> String {
        let what = with_sum(
            labels::remedy_kind(ES, kind),
            amount.map(|sum| sum.format_es()),
        );
        format!("{what}, {}", by(date))
    }
}
