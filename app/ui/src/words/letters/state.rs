//! Letters as the house looks at them: what each says, how it stands, and what is in its way and what to do about it.

use domain::mail::{Hitch, Letter, MailState};

use crate::words::{Tone, Tongue};

/// What it says, in a word or two.
#[must_use]
pub const fn letter(t: Tongue, letter: Letter) -> &'static str {
    match letter {
        Letter::Receipt => t.pick("Recibo de la reclamación", "Receipt of the claim"),
        Letter::Answer => t.pick("Respuesta a la reclamación", "Answer to the claim"),
        Letter::Honoured => t.pick("Respaldo de lo prometido", "What was promised, honoured"),
        Letter::Apology => t.pick("Disculpas", "Apology"),
    }
}

/// How letters stand, as the name of a list.
#[must_use]
pub const fn state(t: Tongue, state: MailState) -> &'static str {
    match state {
        MailState::Waiting => t.pick("En espera", "Waiting"),
        MailState::Handing => t.pick("Entregándose", "Being handed over"),
        MailState::Sent => t.pick("Enviados", "Sent"),
        MailState::Failed => t.pick("No enviados", "Not sent"),
        MailState::Unknown => t.pick("No se sabe", "Not known"),
    }
}

/// Its colour.
#[must_use]
pub const fn tone(state: MailState) -> Tone {
    match state {
        MailState::Waiting | MailState::Handing => Tone::Plain,
        MailState::Sent => Tone::Kept,
        MailState::Failed => Tone::Broken,
        MailState::Unknown => Tone::Risk,
    }
}

/// What is to be done with letters that stand so.
#[must_use]
pub const fn doing(t: Tongue, state: MailState) -> &'static str {
    match state {
        MailState::Waiting => t.pick(
            "Salen solos, el que antes toca primero.",
            "They go out by themselves, the one due first before the others.",
        ),
        MailState::Handing => t.pick(
            "Un servidor los está entregando ahora mismo.",
            "A server is handing them over right now.",
        ),
        MailState::Sent => t.pick(
            "El servidor de correo se hizo cargo de ellos.",
            "The mail server took charge of them.",
        ),
        MailState::Failed => t.pick(
            "No salen solos: arregla lo que impide cada uno y vuelve a enviarlo, o díselo al cliente de otra manera.",
            "They do not go out by themselves: mend what is in the way and send each again, or tell the customer in another way.",
        ),
        MailState::Unknown => t.pick(
            "Puede que llegaran: pregunta al cliente o mira el registro del servidor de correo antes de enviarlos otra vez.",
            "They may have arrived: ask the customer, or look in the mail server's log, before sending them again.",
        ),
    }
}

/// What is in the way, and what to do.
#[must_use]
pub fn hitch(t: Tongue, hitch: Hitch) -> String {
    let (es, en) = match hitch {
        Hitch::Answered(code) => {
            return match t {
                Tongue::Es => format!(
                    "El servidor de correo contestó {code}: revisa la dirección del contacto y pregunta a quien lleva ese servidor."
                ),
                Tongue::En => format!(
                    "The mail server answered {code}: check the contact's address, and ask whoever keeps that server."
                ),
            };
        }
        Hitch::NoAddress => (
            "Ya no hay dirección a la que escribir: añade el correo del contacto y envíalo otra vez.",
            "There is no address to write to any more: add the contact's e-mail and send it again.",
        ),
        Hitch::TooOld => (
            "Esperó más de una semana y puede que ya no diga lo que es: léelo en el cliente antes de enviarlo.",
            "It waited for more than a week and may no longer hold: read it on the account before sending it.",
        ),
        Hitch::Unreachable => (
            "El servidor de correo no responde: revisa PALABRA_SMTP_URL y la red.",
            "The mail server does not answer: check PALABRA_SMTP_URL and the network.",
        ),
        Hitch::NotPrivate => (
            "El servidor de correo no ofrece una conexión cifrada: pide smtps:// o STARTTLS a quien lo lleva.",
            "The mail server offers no encrypted connection: ask whoever keeps it for smtps:// or STARTTLS.",
        ),
        Hitch::SignIn => (
            "El servidor de correo no acepta el usuario o la contraseña: corrígelos en PALABRA_SMTP_URL.",
            "The mail server does not accept the user or the password: correct them in PALABRA_SMTP_URL.",
        ),
        Hitch::Silent => (
            "El servidor de correo lo recibió entero y no dijo nada.",
            "The mail server was given all of it and said nothing.",
        ),
        Hitch::Lost => (
            "El servidor de Palabra que lo entregaba se paró a mitad.",
            "The Palabra server that was handing it over stopped halfway.",
        ),
        Hitch::Unread => (
            "Palabra no pudo leer lo que dice: mira el registro del servidor.",
            "Palabra could not read what it says: look in the server's log.",
        ),
        Hitch::Restored => (
            "Estaba en una copia de seguridad: pudo salir después de hacerla.",
            "It stood in a backup: it may have gone out after that was made.",
        ),
    };
    t.pick(es, en).to_owned()
}
