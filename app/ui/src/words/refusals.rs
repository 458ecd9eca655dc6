//! Why something may not be, and what to do: one sentence each.

use domain::refusal::Why;

use super::{Tongue, dates, list, roles};

/// The reason, told to whoever asked.
#[must_use]
pub fn sentence(tongue: Tongue, why: &Why) -> String {
    match why {
        Why::TooLong(bytes) => format!("Es demasiado largo: caben {bytes} letras. Acórtelo."),
        Why::LaterThanTheLaw(day) => format!(
            "La ley pone {}: no puede moverse más allá. Elija un día anterior.",
            dates::said(tongue, *day)
        ),
        Why::NotYours(may) if may.is_empty() => {
            "Esto solo lo hace una importación. Use «palabra import».".to_owned()
        }
        Why::NotYours(may) => {
            let names: Vec<String> = may
                .iter()
                .map(|role| roles::name(tongue, *role).to_owned())
                .collect();
            format!("Lo hace solo: {}. Pídaselo a esa persona.", list(&names))
        }
        plain => said(plain).to_owned(),
    }
}

const fn said(why: &Why) -> &'static str {
    match why {
        Why::Missing => "Falta este dato. Escríbalo para poder guardar.",
        Why::NotADate => "No es una fecha. Escriba día, mes y año, como 15/06/2026.",
        Why::NotAnAmount => "No se entiende el importe. Escríbalo como 1.234,50.",
        Why::NotPositive => "Tiene que ser más que cero. Repase la cantidad.",
        Why::NotARate => "No es un porcentaje entre 0 y 100. Escríbalo como 21 o 10,5.",
        Why::NotANumber => "Tiene que ser un número entero. Escríbalo sin letras.",
        Why::NotAChoice => "No es ninguna de las opciones. Elija una de la lista.",
        Why::NotAPhone => "No parece un teléfono. Escríbalo con sus cifras, como 600 112 233.",
        Why::NotAnEmail => "No parece un correo. Escríbalo como nombre@casa.es.",
        Why::BrokenForm => "El formulario llegó incompleto. Cargue la página otra vez y repítalo.",
        Why::TaxNotSaid => {
            "Diga si el IVA está incluido, va aparte o está exento: un precio nunca lo calla."
        }
        Why::TaxExcludedToConsumer => {
            "A un particular el precio se le dice con el IVA incluido. Escriba el precio final."
        }
        Why::InThePast => "Ese día ya pasó. Elija hoy o un día que venga.",
        Why::InTheFuture => "Ese momento aún no ha llegado. Ponga cuándo ocurrió de verdad.",
        Why::EndsBeforeItBegins => "Termina antes de empezar. Ponga un final posterior a hoy.",
        Why::BeforeTheOrder => "Es anterior al propio pedido. Repase las dos fechas.",
        Why::NoPoint => {
            "Escriba al menos una cosa que el cliente dice: cada punto tendrá su respuesta."
        }
        Why::PointNotAnswered => "Este punto no tiene respuesta. Conteste todos los puntos.",
        Why::DenialWithoutReasons => {
            "Lo que se deniega lleva sus razones. Escríbalas para el cliente."
        }
        Why::NoReason => "Ninguna fecha se mueve sin su razón. Escriba por qué.",
        Why::NoEvidence => "Diga cómo se sabe: un número, un documento o quién lo vio.",
        Why::HouseCannotWithdraw => {
            "La casa no puede retirar su palabra: solo el cliente libera de ella. Escriba lo que dijo."
        }
        Why::LowersWhatWasShown => {
            "Lo que el cliente vio no puede rebajarse. Cámbielo con su acuerdo, y escriba sus palabras."
        }
        Why::NoSuchAccount => "No hay tal cliente. Búsquelo en la lista.",
        Why::AccountExists => "Ese cliente ya existe. Ábralo desde la lista.",
        Why::NoSuchContact => "Esa persona no es de este cliente. Elija una de sus personas.",
        Why::ContactExists => "Esa persona ya está en la cuenta. Elíjala de la lista.",
        Why::NoSuchMatter => "Ese asunto no es de este cliente. Elija uno de los suyos.",
        Why::MatterExists => "Ese asunto ya existe con otra forma. Repase el origen del dato.",
        Why::MatterClosed => {
            "Ese asunto ya está cerrado. Si hay algo nuevo, apunte una reclamación."
        }
        Why::NotInThisState => "Tal como está el asunto, eso no corresponde. Mire su última línea.",
        Why::NoSuchLine => "El pedido no tiene esa línea. Elija una de las suyas.",
        Why::AlreadyDelivered => "Esa línea ya llegó. Elija una que falte.",
        Why::NoSuchDue => "Eso ya no está pendiente. Mire lo que queda en la lista.",
        Why::NoSuchFact => "No hay tal línea en la historia. Elija una de las que se ven.",
        Why::NoSuchRemedy => "Esa reparación no está pendiente. Mire lo que queda en la lista.",
        Why::NoSuchPerson => "Esa persona no trabaja aquí o no atiende a clientes. Elija otra.",
        Why::NoSuchStore => "No hay tal tienda. Elija una de la casa.",
        Why::HouseExists => "La casa ya está fundada. Cambie sus ajustes.",
        Why::NoHouse => "Aún no hay casa. Abra el enlace que imprimió el servidor al arrancar.",
        Why::PersonExists => "Esa persona ya está en la casa. Cambie sus funciones.",
        Why::StoreExists => "Esa tienda ya existe. Cambie su calendario.",
        Why::DefensorByTwoDirectors => {
            "Al defensor lo nombran y lo cesan dos directores juntos. Que lo propongan los dos."
        }
        Why::LastAdministrator => {
            "Es la última persona que administra la casa. Nombre antes a otra."
        }
        Why::Changed => "Alguien lo cambió mientras tanto. Mire cómo está y repítalo.",
        Why::IdReused => {
            "Ese envío ya se usó para otra cosa. Cargue la página otra vez y repítalo."
        }
        Why::TooLong(_) | Why::LaterThanTheLaw(_) | Why::NotYours(_) => "",
    }
}
