//! In Galician.

use chrono::Datelike as _;

use super::{
    Answering, Date, Letter, Money, RemedyKind, Resolution, Writing, month, weekday, with_sum,
};

pub(super) struct Galician;

const DAYS: [&str; 7] = [
    "luns",
    "martes",
    "mércores",
    "xoves",
    "venres",
    "sábado",
    "domingo",
];

const MONTHS: [&str; 12] = [
    "xaneiro", "febreiro", "marzo", "abril", "maio", "xuño", "xullo", "agosto", "setembro",
    "outubro", "novembro", "decembro",
];

fn plain(date: Date) -> String {
    let month = month(MONTHS, date);
    format!("{} de {} de {}", date.day(), month, date.year())
}

fn full(date: Date) -> String {
    let day = weekday(DAYS, date);
    format!("{day}, {}", plain(date))
}

fn by(date: Date) -> String {
    format!("como moi tarde, o {}", full(date))
}

impl Answering for Galician {
    fn erased(&self) -> &'static str {
        "(texto eliminado)"
    }

    fn title(&self) -> &'static str {
        "Resposta á súa reclamación"
    }

    fn opening(&self, received_on: Date) -> String {
        let day = plain(received_on);
        format!("Vostede reclamounos o {day}. Isto é o que respondemos, punto por punto.")
    }

    fn came_to(&self, resolution: Resolution) -> &'static str {
        match resolution {
            Resolution::Accepted => "Ten vostede razón: aceptámolo.",
            Resolution::Denied => "Neste punto non lle podemos dar a razón.",
        }
    }

    fn recourse(&self) -> &'static str {
        "Se non está conforme, pode acudir a:"
    }

    fn defensor(&self, name: &str) -> String {
        format!("O defensor do cliente desta casa ({name}): o que decida ao seu favor obríganos")
    }
}

impl Writing for Galician {
    fn hello(&self, name: Option<&str>) -> String {
        name.map_or_else(|| "Ola:".to_owned(), |name| format!("Ola, {name}:"))
    }

    fn subject(&self, letter: Letter) -> &'static str {
        match letter {
            Letter::Receipt => "Recollemos a súa reclamación",
            Letter::Answer => "A resposta á súa reclamación",
            Letter::Honoured => "O que lle prometemos cúmprese",
            Letter::Apology => "As nosas desculpas",
        }
    }

    fn taken_in(&self, on: Date, time: &str) -> String {
        format!("Recollemos a súa reclamación o {}, ás {time}.", full(on))
    }

    fn you_said(&self) -> &'static str {
        "Isto é o que nos dixo:"
    }

    fn you_ask(&self) -> &'static str {
        "Pide:"
    }

    fn next_news(&self, date: Date) -> String {
        format!("Volverá ter noticias nosas, {}.", by(date))
    }

    fn not_kept(&self) -> &'static str {
        "O que lle prometemos non se cumpriu como debía."
    }

    fn stands(&self) -> &'static str {
        "A palabra mantense: faise o que se dixo."
    }

    fn pay_now(&self, sum: Money) -> String {
        format!("Agora paga {}.", sum.format_es())
    }

    fn on_hold(&self, sum: Money) -> String {
        format!(
            "Quedan {} en suspenso: ninguén llos reclamará.",
            sum.format_es()
        )
    }

    fn to_make_good(&self) -> &'static str {
        "Para reparalo:"
    }

    fn remedy(&self, kind: RemedyKind, amount: Option<Money>, date: Date) -> String {
        let what = match kind {
            RemedyKind::InvoiceCorrection => "Corrixir a factura",
            RemedyKind::Credit => "Un abono",
            RemedyKind::Delivery => "A entrega",
            RemedyKind::Service => "Un servizo",
            RemedyKind::Worth => "O seu valor",
        };
        format!(
            "{}, {}",
            with_sum(what, amount.map(|sum| sum.format_es())),
            by(date)
        )
    }
}
