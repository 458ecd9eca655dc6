//! Why something could not be, and what to do about it: every refusal offers the way on.
//! It refuses to know at which field it stands.

use domain::context::Role;
use domain::money::Money;
use domain::refusal::Why;
use domain::time::Date;

use super::{Tongue, dates, either, money, roles};

/// Why, and what to do.
#[must_use]
pub fn sentence(t: Tongue, why: &Why) -> String {
    let (es, en) = match why {
        Why::TooLong(bytes) => return too_long(t, *bytes),
        Why::LaterThanTheLaw(date)
        | Why::LaterThanPromised(date)
        | Why::LaterThanTold(date)
        | Why::CompletionTooEarly(date)
        | Why::LapsesAfter(date)
        | Why::BeforeTheAnswer(date)
        | Why::DayHasPassed(date) => return past_its_day(t, why, *date),
        Why::TooMany(most) => return too_many(t, *most),
        Why::NotYours(may) => return not_yours(t, may),
        Why::AboveTheGestures(most) => return above_the_gestures(t, *most),
        Why::Missing => (
            "Falta este dato: escríbelo y vuelve a guardar.",
            "This is missing: fill it in and save again.",
        ),
        Why::NotADate => (
            "No es una fecha: escríbela como 15/6/2026.",
            "This is not a date: write it as 15/6/2026.",
        ),
        Why::NotAnAmount => (
            "No se entiende el importe: escríbelo como 1.234,50.",
            "The amount is not clear: write it as 1.234,50.",
        ),
        Why::NotPositive => (
            "Tiene que ser más que cero: escribe la cifra que corresponde.",
            "It must be more than zero: write the right figure.",
        ),
        Why::NotARate => (
            "No es un porcentaje: escribe un número entre 0 y 100, como 21 o 10,5.",
            "This is not a percentage: write a number between 0 and 100, such as 21 or 10.5.",
        ),
        Why::NotANumber => (
            "No es un número entero: escríbelo solo con cifras, como 3.",
            "This is not a whole number: write it in digits only, such as 3.",
        ),
        Why::NotAChoice => (
            "No es una de las opciones: elige una de la lista.",
            "This is not one of the choices: pick one from the list.",
        ),
        Why::NotAPhone => (
            "No parece un teléfono: escribe entre 6 y 15 cifras, o déjalo vacío.",
            "This does not look like a phone number: write 6 to 15 digits, or leave it empty.",
        ),
        Why::NotAnEmail => (
            "No parece un correo: escríbelo como ana@ejemplo.es, o déjalo vacío.",
            "This does not look like an e-mail address: write it as ana@example.com, or leave it empty.",
        ),
        Why::NotAKey => (
            "No parece una clave: son doce letras y números, y uno más al final, como 7K3M-Q0VT-9XWD-5. Cópiala del recibo.",
            "This does not look like a key: twelve letters and digits, and one more at the end, as in 7K3M-Q0VT-9XWD-5. Copy it from the receipt.",
        ),
        Why::MistypedKey => (
            "Alguna letra de la clave no es esa: compárala con la del recibo y escríbela otra vez.",
            "Some letter of the key is another: compare it with the receipt and write it again.",
        ),
        Why::BrokenForm => (
            "Esta página se ha quedado antigua: vuelve a cargarla; lo que has escrito, cópialo antes.",
            "This page has gone stale: copy what you typed, load it again and save.",
        ),
        Why::TaxNotSaid => (
            "Di si el IVA está incluido, va aparte o está exento: un precio nunca lo calla.",
            "Say whether VAT is included, on top or exempt: a price is never silent about it.",
        ),
        Why::TaxExcludedToConsumer => (
            "A un particular se le dice el precio final: escribe el importe con el IVA incluido (LGDCU-60).",
            "A consumer is told the final price: write the amount with VAT included (LGDCU-60).",
        ),
        Why::InThePast => (
            "Ese día ya pasó: elige hoy o un día que venga.",
            "That date has passed: choose today or a later day.",
        ),
        Why::InTheFuture => (
            "Eso todavía no ha ocurrido: elige hoy o un día anterior.",
            "That has not happened yet: choose today or an earlier day.",
        ),
        Why::OutsideTheYear(year) => {
            return match t {
                Tongue::Es => {
                    format!("Ese día no es de {year}: elige uno de {year}, o cambia de año.")
                }
                Tongue::En => {
                    format!("That day is not in {year}: choose one of {year}, or change the year.")
                }
            };
        }
        Why::NoChange => (
            "Si no es cosa de una sola persona, di qué cambia en la casa.",
            "Where it lies with no one person, say what changes in the house.",
        ),
        Why::NoPartInIt => (
            "Aquí ningún vendedor tuvo parte, o aún no se ha concluido: no hay coste ni indicaciones que dar.",
            "No seller had part in this, or it is not concluded yet: there is no cost to place and nobody to instruct.",
        ),
        Why::NeverToPay => (
            "Un coste nunca se descuenta de la nómina: elige un centro de coste, o la retribución variable con su firma.",
            "A cost is never taken from pay: choose a cost centre, or variable pay with their signature.",
        ),
        Why::OnlyAnUntruth => (
            "Solo se investiga antes a quien se concluyó que no dijo la verdad: concluye primero, con su prueba.",
            "Only who was found to have told an untruth is checked first: conclude first, with its evidence.",
        ),
        Why::AnotherSigns => (
            "La segunda firma es de otra persona: la da el defensor.",
            "The second signature is another person's: the defensor gives it.",
        ),
        Why::OwnStatement => (
            "Aquí cada cual da su propia declaración; las demás las toma dirección de servicio.",
            "Here everybody gives their own statement; the service director takes the others.",
        ),
        Why::NoServiceDirector => (
            "Nadie dirige el servicio todavía: da esa función a alguien y vuelve a intentarlo.",
            "Nobody directs service yet: give somebody that role and try again.",
        ),
        Why::NoSuchHoliday => (
            "Ese día no es festivo en esta tienda: mira el calendario y elige otro.",
            "That day is no holiday at this store: look at the calendar and choose another.",
        ),
        Why::EndsBeforeItBegins => (
            "Termina antes de empezar: elige un último día que no haya pasado.",
            "It ends before it begins: choose a last day that has not passed.",
        ),
        Why::BeforeTheOrder => (
            "Es anterior al pedido: revisa cuál de las dos fechas está mal.",
            "It lies before the order: check which of the two dates is wrong.",
        ),
        Why::NoPoint => (
            "Una reclamación dice al menos una cosa: escribe lo que cuenta el cliente, con sus palabras.",
            "A claim says at least one thing: write what the customer says, in their words.",
        ),
        Why::PointNotAnswered => (
            "Queda un punto sin contestar: acéptalo o deniégalo.",
            "A point is left unanswered: accept it or deny it.",
        ),
        Why::DenialWithoutReasons => (
            "Un punto se deniega con sus razones: escríbelas para que el cliente las lea.",
            "A point is denied with reasons: write them for the customer to read.",
        ),
        Why::NothingAskedFor => (
            "A esta reclamación no se le pidió nada: si el cliente cuenta algo más, apúntalo como llamada o como nota.",
            "Nothing was asked for on this claim: if the customer tells more, record it as a call or a note.",
        ),
        Why::NeverWarned => (
            "Una reclamación no caduca porque pase el tiempo: pide antes al cliente lo que falta, con diez días laborables por delante (SAC-13.2).",
            "A claim never lapses because time ran out: first ask the customer for what is missing, with ten working days to come (SAC-13.2).",
        ),
        Why::BeforeTheResolution => (
            "Aún no está resuelta: pregúntale cómo ha quedado cuando tenga su respuesta (SAC-18).",
            "It is not resolved yet: ask how content they are once they have their answer (SAC-18).",
        ),
        Why::RatedAlready => (
            "Ya se le preguntó, y se pregunta una sola vez: si dice algo más, apúntalo como nota.",
            "They were asked already, and are asked once only: if they say more, record it as a note.",
        ),
        Why::NotARating => (
            "No es una nota: elige entre 1, nada contento, y 5, muy contento.",
            "This is not a rating: choose between 1, not content at all, and 5, very content.",
        ),
        Why::WorthIsChosen => (
            "El valor en dinero lo elige el cliente: di qué lo repara y, si resulta imposible, anota después lo que elige.",
            "Its worth in money is the customer's choice: say what makes it good and, if that proves impossible, record what they choose.",
        ),
        Why::NoReason => (
            "Falta el motivo: escribe por qué cambia, como se lo dirías al cliente.",
            "The reason is missing: write why it changes, as you would tell the customer.",
        ),
        Why::NoEvidence => (
            "Falta la prueba: escribe por qué se sabe, como el número de la factura o lo que dijo el cliente.",
            "The evidence is missing: write how it is known, such as the invoice number or what the customer said.",
        ),
        Why::HouseCannotWithdraw => (
            "La casa no retira su palabra: si el cliente la libera de ella, escribe cómo lo dijo.",
            "The house does not take its word back: if the customer lets it off, write how they said so.",
        ),
        Why::LowersWhatWasShown => (
            "Lo prometido no cambia sin el cliente: escribe cómo dio su consentimiento.",
            "What was promised does not change without the customer: write how they consented.",
        ),
        Why::NoFile => (
            "No hay archivo: elige una foto o un PDF que no esté vacío.",
            "There is no file: choose a picture or a PDF that is not empty.",
        ),
        Why::FileTooLarge => (
            "El archivo pasa de 10 MB: envía uno más pequeño, o en partes.",
            "The file is larger than 10 MB: send a smaller one, or in parts.",
        ),
        Why::NotAPictureOrPdf => (
            "Por lo que tiene dentro no es una foto ni un PDF, se llame como se llame: envía JPEG, PNG, WebP o PDF.",
            "By what is in it, it is neither a picture nor a PDF, whatever its name: send JPEG, PNG, WebP or PDF.",
        ),
        Why::HeicPicture => (
            "Es una foto HEIC, que muchos no pueden abrir: en el teléfono elige «el más compatible», o envíala como JPEG.",
            "This is a HEIC picture, which many cannot open: on the phone choose \"most compatible\", or send it as JPEG.",
        ),
        Why::FileUnreadable => (
            "El archivo está dañado o cortado: ábrelo para ver que se lee, y envíalo otra vez.",
            "The file is broken or cut short: open it to see that it can be read, and send it again.",
        ),
        Why::PictureTooWide => (
            "La foto tiene demasiados puntos: hazla más pequeña, hasta 50 millones, y envíala otra vez.",
            "The picture has too many points: make it smaller, up to 50 million, and send it again.",
        ),
        Why::NoSuchAccount => (
            "Este cliente no existe aquí: búscalo por nombre o teléfono, o dalo de alta.",
            "There is no such customer here: search by name or phone, or add them.",
        ),
        Why::AccountExists => (
            "Este cliente ya existe: abre su página y sigue allí.",
            "This customer exists already: open their page and go on there.",
        ),
        Why::NoSuchContact => (
            "Ese contacto no es de este cliente: elige uno de la lista o añádelo.",
            "That contact is not on this account: pick one from the list or add them.",
        ),
        Why::NoSuchMatter => (
            "Ese asunto no es de este cliente: elige uno de su página.",
            "That matter is not on this account: pick one from its page.",
        ),
        Why::MatterExists => (
            "Ese asunto ya está anotado: ábrelo y sigue allí.",
            "That matter is recorded already: open it and go on there.",
        ),
        Why::MatterClosed => (
            "Este asunto está cerrado: si queda algo por resolver, abre una reclamación.",
            "This matter is closed: if something is left to solve, open a claim.",
        ),
        Why::NotInThisState => (
            "Tal como está ahora el asunto, eso no toca: mira su último paso y elige entre lo que ofrece.",
            "As the matter stands now, that does not fit: look at its last step and choose from what it offers.",
        ),
        Why::NoSuchLine => (
            "Esa línea no es de este pedido: marca una de las que tiene.",
            "That line is not on this order: tick one it has.",
        ),
        Why::AlreadyMissed => (
            "Eso ya consta como incumplido: díselo al cliente, dale otra fecha o repáralo.",
            "That is on record as missed already: tell the customer, give another date or make it good.",
        ),
        Why::TellFirst => (
            "El cliente aún no lo sabe: llámale, apunta la llamada y anota después lo que elige.",
            "The customer does not know yet: call them, record the call, then write what they choose.",
        ),
        Why::DateLivesOnItsLine => (
            "La fecha de un pedido va en su línea: dásela a la línea, en el pedido.",
            "The date of an order lives on its line: give it to the line, on the order.",
        ),
        Why::AlreadyDelivered => (
            "Esa línea ya se entregó: marca solo las que faltan.",
            "That line was delivered already: tick only those still to come.",
        ),
        Why::NoSuchDue => (
            "Eso ya no está pendiente en este asunto: vuelve a cargar la página para ver lo que se debe.",
            "That is no longer due on this matter: load the page again to see what is owed.",
        ),
        Why::NoSuchFact => (
            "Esa línea del historial no existe: ábrela desde la página del cliente y corrígela allí.",
            "There is no such line in the history: open it from the customer's page and correct it there.",
        ),
        Why::NoSuchRemedy => (
            "Esa reparación no está pendiente: vuelve a cargar la página para ver las que faltan.",
            "That remedy is not pending: load the page again to see those left.",
        ),
        Why::NoSuchPerson => (
            "Esa persona no atiende clientes en la casa: elige a otra de la lista.",
            "That person does not serve customers here: pick another from the list.",
        ),
        Why::NoSuchStore => (
            "Esa tienda no existe: elige una de la lista.",
            "There is no such store: pick one from the list.",
        ),
        Why::HouseExists => (
            "La casa ya está fundada: cambia sus ajustes en lugar de fundarla otra vez.",
            "The house is founded already: change its settings instead of founding it again.",
        ),
        Why::NoHouse => (
            "Aún no hay casa: abre el enlace que imprimió el servidor al arrancar.",
            "There is no house yet: open the link that the server printed when it started.",
        ),
        Why::PersonExists => (
            "Esa persona ya está: cambia sus funciones en lugar de añadirla otra vez.",
            "That person is here already: change their roles instead of adding them again.",
        ),
        Why::StoreExists => (
            "Esa tienda ya está: cambia su calendario en lugar de abrirla otra vez.",
            "That store is here already: change its calendar instead of opening it again.",
        ),
        Why::DefensorByTwoDirectors => (
            "Al defensor lo nombran dos directores juntos, y no tiene otra función: que lo proponga uno y lo confirme otro.",
            "The advocate is appointed by two directors together, and holds no other role: let one propose and another confirm.",
        ),
        Why::LastAdministrator => (
            "Es la última persona de administración: nombra antes a otra.",
            "This is the last administrator: name another first.",
        ),
        Why::Changed => (
            "Alguien lo ha cambiado mientras tanto: mira cómo está ahora y, si sigue siendo así, guárdalo otra vez.",
            "Somebody changed it meanwhile: look at how it stands now and, if it still holds, save again.",
        ),
        Why::NoSignature => (
            "Falta la firma: firme en el recuadro, o escriba su nombre y marque que lo ha leído.",
            "The signature is missing: sign in the box, or type your name and tick that you have read it.",
        ),
        Why::ReadAgain => (
            "La promesa cambió mientras se leía: léala otra vez, como está ahora, y fírmela solo si es lo que se le prometió.",
            "The promise changed while it was being read: read it again as it stands now, and sign only if it is what you were promised.",
        ),
        Why::SignedAlready => (
            "Ya está firmada tal como está: el recibo se abre desde el cliente.",
            "It is signed already as it stands: the receipt opens from the customer's page.",
        ),
        Why::NothingToCompare => (
            "Con una factura se compara un precio, un descuento o unas condiciones de pago: elige la promesa que lo sea.",
            "An invoice is compared with a price, a discount or payment terms: choose the promise that is one.",
        ),
        Why::BeforeTheInvoice => (
            "Es anterior a la factura: revisa cuál de las dos fechas está mal.",
            "It lies before the invoice: check which of the two dates is wrong.",
        ),
        Why::NoSuchInvoice => (
            "No consta ninguna factura con ese número en esta promesa: mira cuál es, o déjalo vacío.",
            "No invoice of that number is known on this promise: look which one it is, or leave it empty.",
        ),
        Why::BeforeTheWord => (
            "La factura se hizo antes de dar esta palabra: elige la promesa que ya estaba dada, o revisa la fecha de la factura.",
            "The invoice was drawn up before this word was given: choose the promise that stood then, or check the invoice's date.",
        ),
        Why::IdReused => (
            "Ese envío ya se usó para otra cosa: carga la página otra vez y repítelo.",
            "That was sent for something else already: load the page again and repeat it.",
        ),
    };
    t.pick(es, en).to_owned()
}

fn too_long(t: Tongue, bytes: usize) -> String {
    match t {
        Tongue::Es => format!(
            "Es demasiado largo: acórtalo hasta unas {bytes} letras, o repártelo en varias notas."
        ),
        Tongue::En => format!(
            "This is too long: shorten it to some {bytes} letters, or spread it over several notes."
        ),
    }
}

fn too_many(t: Tongue, most: usize) -> String {
    match t {
        Tongue::Es => format!("Son demasiados de una vez: deja {most} y guarda el resto aparte."),
        Tongue::En => format!("These are too many at once: keep {most} and save the rest apart."),
    }
}

/// A day beyond which something may not go.
fn past_its_day(t: Tongue, why: &Why, date: Date) -> String {
    let day = dates::plain(t, date);
    let (es, en) = match why {
        Why::LaterThanPromised(_) => (
            format!(
                "Lo prometido es para el {day}: compruébalo ese día o antes; si no va a llegar, anótalo y avisa al cliente."
            ),
            format!(
                "What was promised is for {day}: check by then; if it will not come, record that and tell the customer."
            ),
        ),
        Why::LaterThanTold(_) => (
            format!("Al cliente se le dijo el {day}: elige ese día o uno anterior."),
            format!("The customer was told {day}: choose that day or an earlier one."),
        ),
        Why::CompletionTooEarly(_) => (
            format!(
                "El cliente tiene al menos diez días laborables para completarla: elige el {day} o un día posterior (SAC-13.3)."
            ),
            format!(
                "The customer has at least ten working days to complete it: choose {day} or a later day (SAC-13.3)."
            ),
        ),
        Why::LapsesAfter(_) => (
            format!(
                "El cliente puede completarla hasta el {day}: espera a que pase, o contéstala ya con lo que hay."
            ),
            format!(
                "The customer may complete it until {day}: wait until then, or answer it now with what there is."
            ),
        ),
        Why::BeforeTheAnswer(_) => (
            format!("La respuesta se escribió el {day}: elige ese día o uno posterior."),
            format!("The answer was written on {day}: choose that day or a later one."),
        ),
        Why::DayHasPassed(_) => (
            format!(
                "La palabra era para el {day}, que ya pasó: si se cumplió a tiempo, di cuándo; si no, anótala como incumplida y avisa al cliente."
            ),
            format!(
                "The word was for {day}, which has passed: if it was kept in time, say when; if not, record it as broken and tell the customer."
            ),
        ),
        _ => (
            format!("La ley no deja pasar del {day}: elige ese día o uno anterior."),
            format!(
                "The law does not let this go beyond {day}: choose that day or an earlier one."
            ),
        ),
    };
    match t {
        Tongue::Es => es,
        Tongue::En => en,
    }
}

/// What anyone gives, and whom to ask for more.
fn above_the_gestures(t: Tongue, most: Money) -> String {
    let directors = [Role::SalesDirector, Role::ServiceDirector];
    let directors = directors.map(|role| roles::name(t, role).to_owned());
    let (most, who) = (money(t, most), either(t, &directors));
    match t {
        Tongue::Es => format!(
            "Hasta {most} lo da cualquiera sin pedir permiso; más lo decide {who}: pídeselo."
        ),
        Tongue::En => {
            format!("Anyone gives up to {most} without asking; more is decided by {who}: ask them.")
        }
    }
}

/// Names who may, so that the way on is a person.
fn not_yours(t: Tongue, may: &[Role]) -> String {
    let may: Vec<String> = may
        .iter()
        .map(|role| roles::name(t, *role).to_owned())
        .collect();
    match (t, may.is_empty()) {
        (Tongue::Es, true) => "Esto solo lo hace una importación: usa «palabra import».".to_owned(),
        (Tongue::En, true) => "Only an import does this: use “palabra import”.".to_owned(),
        (Tongue::Es, false) => format!(
            "Esto no lo puedes hacer con tus funciones: pídelo a {}.",
            either(t, &may)
        ),
        (Tongue::En, false) => format!("Your roles do not cover this: ask {}.", either(t, &may)),
    }
}
