//! What stands around a promise that is read back and signed: whoever reads it is the customer.
//! It refuses to say what was promised: that is the read-back's, and nothing else is sealed.

use super::Tongue;

/// How the name is asked for.
#[must_use]
pub const fn name(t: Tongue) -> &'static str {
    t.pick("Su nombre y apellidos", "Your full name")
}

/// What is drawn on, and how.
#[must_use]
pub const fn pad(t: Tongue) -> (&'static str, &'static str) {
    (
        t.pick("Firme aquí", "Sign here"),
        t.pick(
            "Con el dedo o con un lápiz. Si prefiere no dibujar, marque abajo que lo ha leído.",
            "With a finger or a pen. If you would rather not draw, tick below that you have read it.",
        ),
    )
}

/// What the drawing is called, to whoever does not see it.
#[must_use]
pub const fn drawing(t: Tongue) -> &'static str {
    t.pick("Recuadro para firmar", "Box to sign in")
}

/// The ways back from what was drawn: the last stroke, and all of it.
#[must_use]
pub const fn undo(t: Tongue) -> (&'static str, &'static str) {
    (
        t.pick("Deshacer el último trazo", "Undo the last stroke"),
        t.pick("Borrar la firma", "Clear the signature"),
    )
}

/// What whoever signs without drawing says.
#[must_use]
pub const fn typed(t: Tongue) -> &'static str {
    t.pick(
        "Lo he leído, y firmo con mi nombre escrito arriba",
        "I have read it, and sign with my name as written above",
    )
}

/// What signing is called.
#[must_use]
pub const fn sign(t: Tongue) -> &'static str {
    t.pick("Firmar", "Sign")
}

/// What signing does, beside the button.
#[must_use]
pub const fn takes(t: Tongue) -> &'static str {
    t.pick(
        "Firma lo que acaba de leer, palabra por palabra, y se lleva un recibo. No firmar no le quita nada: la promesa vale igual.",
        "You sign what you have just read, word for word, and take a receipt with you. Not signing takes nothing from you: the promise holds all the same.",
    )
}

/// The same words in the other language.
#[must_use]
pub const fn other(t: Tongue) -> &'static str {
    t.pick("Read it in English", "Leerla en español")
}

/// That nobody need sign it again, and where what was signed is.
#[must_use]
pub const fn is_signed(t: Tongue) -> (&'static str, &'static str) {
    (
        t.pick("Está firmada tal como está.", "It is signed as it stands."),
        t.pick("Ver lo que se firmó", "See what was signed"),
    )
}

/// That there is nothing to sign any more.
#[must_use]
pub const fn is_over(t: Tongue) -> &'static str {
    t.pick(
        "Ya no hay nada que firmar: la promesa no está pendiente de cumplirse.",
        "There is nothing left to sign: the promise is not waiting to be kept.",
    )
}

/// The way to the customer's account, for whoever serves them.
#[must_use]
pub const fn back(t: Tongue) -> &'static str {
    t.pick("Volver al cliente", "Back to the customer")
}
