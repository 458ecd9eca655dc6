//! The story of the broken price and of an order, fact by fact, as a person reads them; and what is erased.

use domain::timeline::Row;

use super::*;
use Tongue::{En, Es};

mod course;
mod facts;

use facts::{LUIS, MARTA, facts, marta, names, row, text};

fn told(t: Tongue, actor: &Actor, facts: Vec<Fact>) -> String {
    told_to(None, t, actor, facts)
}

fn told_to(viewer: Option<PersonId>, t: Tongue, actor: &Actor, facts: Vec<Fact>) -> String {
    let names = Names { viewer, ..names() };
    let said = facts.into_iter().map(|fact| {
        let said = of(t, &row(actor.clone(), fact), &names);
        format!("{} {}", said.who, said.did)
    });
    said.collect::<Vec<_>>().join("\n")
}

#[test]
fn every_fact_in_spanish() {
    insta::assert_snapshot!(told(Es, &marta(), facts()), @r"
    Marta dio de alta a Clara Ruiz (particular); responde Luis
    Marta cambió los datos: el cliente se llama Clara Ruiz, con NIF (texto borrado)
    Marta cambió los datos: el cliente se llama Clara Ruiz (empresa)
    Marta anotó el contacto Clara Ruiz, 600 111 222; prefiere que le llamen, en catalán
    Marta pasó el cliente: ahora responde Luis
    Marta se hizo cargo del asunto
    Marta llamó a Clara
    Marta llamó al cliente, y quedó recado
    El cliente vino al mostrador (20 minutos de espera, 1 viaje y 2 veces de mano en mano); atendió Marta
    Clara llamó (20 minutos de espera, 1 viaje y 2 veces de mano en mano), y nadie pudo atender
    Marta escribió una nota
    Marta adjuntó una foto
    Marta adjuntó un documento
    Marta corrigió la línea 12, que sigue donde está
    Marta cambió la fecha de «Preguntar a la casa si se cumplirá» del martes 9 al miércoles 1 de julio
    Marta prometió a Clara 89.000 COP al mes, IVA del 16 % incluido, sin fecha de fin, en el mostrador
    Marta anotó lo que prometió Luis a Clara: un descuento del 13 %, hasta el jueves 10 de junio de 2027, en el mostrador
    Marta anotó lo que se prometió, como lo cuenta el cliente: la entrega para el lunes 15 (fecha esencial), en el mostrador
    Marta dio su palabra a Clara, en el mostrador
    Marta confirmó la promesa con el cliente
    Clara Ruiz leyó y firmó la promesa: 89.000 COP al mes, IVA del 16 % incluido
    Marta acordó otra cosa con el cliente: ahora, la entrega para el lunes 15 (fecha esencial)
    Marta dio la promesa por cumplida
    Marta dio la promesa por incumplida, como dice el cliente
    Marta anotó que la promesa no se va a cumplir
    Marta anotó que el cliente nos libera de la promesa
    Marta respaldó la promesa: se pagan 89.000 COP ahora y quedan 14.240 COP en suspenso
    Marta respaldó la promesa
    Marta se comprometió a abonar 14.240 COP para el miércoles 17; lo hace logística y facturación
    Marta se comprometió a abonar lo cobrado de más para el miércoles 17; lo hace quien responde del asunto
    Marta dio por hecha la reparación
    Marta pidió disculpas al cliente
    Marta anotó el pedido P-1, del lunes 1: 2 × Silla de roble, para el lunes 15, lo pedía para el viernes 12; 2 × Silla de roble, sin fecha prometida
    Marta dio nueva fecha a las líneas 1 y 2: el miércoles 24
    Marta anotó la entrega de la línea 1, el miércoles 10
    Marta anotó que no llegó lo prometido para el lunes 8: la línea 1
    Marta anotó que no va a llegar lo prometido para el lunes 15: la línea 1
    Marta anotó que no llegó lo pedido, sin fecha prometida: la línea 2, como dice el cliente
    Marta corrigió la línea 1: 2 × Silla de roble, para el lunes 15
    Marta corrigió los datos: es el pedido P-2, del martes 2
    Marta anotó que el cliente anula el pedido
    Marta recogió la reclamación de Clara, en el mostrador: promesa incumplida, 2 puntos; la factura dice 103.240 COP; se contesta en catalán
    Marta contestó la reclamación: 1 punto aceptado y 1 punto denegado
    Marta contestó la reclamación: aceptada
    ");
}

#[test]
fn every_fact_told_to_who_did_it() {
    insta::assert_snapshot!(told_to(Some(MARTA), Es, &marta(), facts()), @r"
    Tú diste de alta a Clara Ruiz (particular); responde Luis
    Tú cambiaste los datos: el cliente se llama Clara Ruiz, con NIF (texto borrado)
    Tú cambiaste los datos: el cliente se llama Clara Ruiz (empresa)
    Tú anotaste el contacto Clara Ruiz, 600 111 222; prefiere que le llamen, en catalán
    Tú pasaste el cliente: ahora responde Luis
    Tú te hiciste cargo del asunto
    Tú llamaste a Clara
    Tú llamaste al cliente, y quedó recado
    El cliente vino al mostrador (20 minutos de espera, 1 viaje y 2 veces de mano en mano); atendiste tú
    Clara llamó (20 minutos de espera, 1 viaje y 2 veces de mano en mano), y nadie pudo atender
    Tú escribiste una nota
    Tú adjuntaste una foto
    Tú adjuntaste un documento
    Tú corregiste la línea 12, que sigue donde está
    Tú cambiaste la fecha de «Preguntar a la casa si se cumplirá» del martes 9 al miércoles 1 de julio
    Tú prometiste a Clara 89.000 COP al mes, IVA del 16 % incluido, sin fecha de fin, en el mostrador
    Tú anotaste lo que prometió Luis a Clara: un descuento del 13 %, hasta el jueves 10 de junio de 2027, en el mostrador
    Tú anotaste lo que se prometió, como lo cuenta el cliente: la entrega para el lunes 15 (fecha esencial), en el mostrador
    Tú diste tu palabra a Clara, en el mostrador
    Tú confirmaste la promesa con el cliente
    Clara Ruiz leyó y firmó la promesa: 89.000 COP al mes, IVA del 16 % incluido
    Tú acordaste otra cosa con el cliente: ahora, la entrega para el lunes 15 (fecha esencial)
    Tú diste la promesa por cumplida
    Tú diste la promesa por incumplida, como dice el cliente
    Tú anotaste que la promesa no se va a cumplir
    Tú anotaste que el cliente nos libera de la promesa
    Tú respaldaste la promesa: se pagan 89.000 COP ahora y quedan 14.240 COP en suspenso
    Tú respaldaste la promesa
    Tú te comprometiste a abonar 14.240 COP para el miércoles 17; lo hace logística y facturación
    Tú te comprometiste a abonar lo cobrado de más para el miércoles 17; lo hace quien responde del asunto
    Tú diste por hecha la reparación
    Tú pediste disculpas al cliente
    Tú anotaste el pedido P-1, del lunes 1: 2 × Silla de roble, para el lunes 15, lo pedía para el viernes 12; 2 × Silla de roble, sin fecha prometida
    Tú diste nueva fecha a las líneas 1 y 2: el miércoles 24
    Tú anotaste la entrega de la línea 1, el miércoles 10
    Tú anotaste que no llegó lo prometido para el lunes 8: la línea 1
    Tú anotaste que no va a llegar lo prometido para el lunes 15: la línea 1
    Tú anotaste que no llegó lo pedido, sin fecha prometida: la línea 2, como dice el cliente
    Tú corregiste la línea 1: 2 × Silla de roble, para el lunes 15
    Tú corregiste los datos: es el pedido P-2, del martes 2
    Tú anotaste que el cliente anula el pedido
    Tú recogiste la reclamación de Clara, en el mostrador: promesa incumplida, 2 puntos; la factura dice 103.240 COP; se contesta en catalán
    Tú contestaste la reclamación: 1 punto aceptado y 1 punto denegado
    Tú contestaste la reclamación: aceptada
    ");
}

#[test]
fn some_facts_told_to_whom_they_name() {
    let named = facts().into_iter().filter(|fact| {
        matches!(
            fact,
            Fact::AccountOpened { .. } | Fact::OwnerAssigned { .. } | Fact::PromiseMade { .. }
        )
    });
    let named: Vec<Fact> = named.collect();
    insta::assert_snapshot!(told_to(Some(LUIS), Es, &marta(), named.clone()), @r"
    Marta dio de alta a Clara Ruiz (particular); respondes tú
    Marta pasó el cliente: ahora respondes tú
    Marta prometió a Clara 89.000 COP al mes, IVA del 16 % incluido, sin fecha de fin, en el mostrador
    Marta anotó lo que prometiste tú a Clara: un descuento del 13 %, hasta el jueves 10 de junio de 2027, en el mostrador
    Marta anotó lo que se prometió, como lo cuenta el cliente: la entrega para el lunes 15 (fecha esencial), en el mostrador
    Marta dio su palabra a Clara, en el mostrador
    ");
    insta::assert_snapshot!(told_to(Some(LUIS), En, &marta(), named), @r"
    Marta added Clara Ruiz (consumer), in your care
    Marta put the customer in your care
    Marta promised Clara COP 89,000 a month, 16% VAT included, with no end date, at the counter
    Marta recorded that you promised Clara a discount of 13%, until Thursday 10 June 2027, at the counter
    Marta recorded what was promised, as the customer tells it: delivery by Monday the 15th (an essential date), at the counter
    Marta made a promise to Clara, at the counter
    ");
}

#[test]
fn every_fact_in_english() {
    insta::assert_snapshot!(told(En, &marta(), facts()), @r"
    Marta added Clara Ruiz (consumer), in the care of Luis
    Marta changed the details: the customer is Clara Ruiz, tax id (text erased)
    Marta changed the details: the customer is Clara Ruiz (business)
    Marta added the contact Clara Ruiz, 600 111 222; prefers a call, in Catalan
    Marta put the customer in the care of Luis
    Marta took over the matter
    Marta called Clara
    Marta called the customer, and left word
    The customer came to the counter (20 minutes of waiting, 1 trip and 2 transfers); Marta answered
    Clara called us (20 minutes of waiting, 1 trip and 2 transfers), and nobody could answer
    Marta wrote a note
    Marta attached a picture
    Marta attached a document
    Marta corrected line 12 of the history
    Marta moved “Ask the house whether it will be kept” from Tuesday the 9th to Wednesday 1 July
    Marta promised Clara COP 89,000 a month, 16% VAT included, with no end date, at the counter
    Marta recorded that Luis promised Clara a discount of 13%, until Thursday 10 June 2027, at the counter
    Marta recorded what was promised, as the customer tells it: delivery by Monday the 15th (an essential date), at the counter
    Marta made a promise to Clara, at the counter
    Marta confirmed the promise with the customer
    Clara Ruiz read and signed the promise: COP 89,000 a month, 16% VAT included
    Marta changed the promise with the customer's consent: now delivery by Monday the 15th (an essential date)
    Marta recorded the promise as kept
    Marta recorded the promise as broken, as the customer says
    Marta recorded that the promise will not be kept
    Marta recorded that the customer lets us off the promise
    Marta honoured the promise: COP 89,000 to pay now, COP 14,240 on hold
    Marta honoured the promise
    Marta committed to a credit of COP 14,240 by Wednesday the 17th, done by logistics and billing
    Marta committed to a credit by Wednesday the 17th, done by whoever answers for the matter
    Marta recorded the remedy as done
    Marta apologised to the customer
    Marta recorded order P-1 of Monday the 1st: 2 × Silla de roble, for Monday the 15th, asked for by Friday the 12th; 2 × Silla de roble, no date promised
    Marta gave a new date for lines 1 and 2: Wednesday the 24th
    Marta recorded the delivery of line 1 on Wednesday the 10th
    Marta recorded that what was promised for Monday the 8th did not come (line 1)
    Marta recorded that what was promised for Monday the 15th will not come (line 1)
    Marta recorded that what was ordered, with no date promised, did not come (line 2), as the customer says
    Marta corrected line 1: 2 × Silla de roble, for Monday the 15th
    Marta changed the details: it is order P-2 of Tuesday the 2nd
    Marta recorded that the customer calls the order off
    Marta took a claim from Clara at the counter: broken promise, 2 points; the invoice says COP 103,240; to be answered in Catalan
    Marta answered the claim: 1 point accepted and 1 point denied
    Marta answered the claim: accepted
    ");
}

#[test]
fn an_import_states_and_does_nothing() {
    let actor = Actor::Import {
        source: "pedidos.csv".to_owned(),
    };
    let stated = facts().into_iter().filter(|fact| {
        matches!(
            fact,
            Fact::AccountOpened { .. }
                | Fact::AccountRestated { .. }
                | Fact::ContactAdded { .. }
                | Fact::OrderPlaced { .. }
                | Fact::LinesRepromised { .. }
                | Fact::LinesDelivered { .. }
                | Fact::LinesMissed { .. }
                | Fact::LineRestated { .. }
                | Fact::OrderRestated { .. }
        )
    });
    let stated: Vec<Fact> = stated.collect();
    insta::assert_snapshot!(told(Es, &actor, stated.clone()), @r"
    Importado de pedidos.csv: cliente nuevo, Clara Ruiz (particular); responde Luis
    Importado de pedidos.csv: el cliente se llama Clara Ruiz, con NIF (texto borrado)
    Importado de pedidos.csv: el cliente se llama Clara Ruiz (empresa)
    Importado de pedidos.csv: el contacto Clara Ruiz, 600 111 222; prefiere que le llamen, en catalán
    Importado de pedidos.csv: el pedido P-1, del lunes 1: 2 × Silla de roble, para el lunes 15, lo pedía para el viernes 12; 2 × Silla de roble, sin fecha prometida
    Importado de pedidos.csv: nueva fecha para las líneas 1 y 2: el miércoles 24
    Importado de pedidos.csv: entrega de la línea 1, el miércoles 10
    Importado de pedidos.csv: no llegó lo prometido para el lunes 8: la línea 1
    Importado de pedidos.csv: no va a llegar lo prometido para el lunes 15: la línea 1
    Importado de pedidos.csv: no llegó lo pedido, sin fecha prometida: la línea 2, como dice el cliente
    Importado de pedidos.csv: cambia la línea 1: 2 × Silla de roble, para el lunes 15
    Importado de pedidos.csv: es el pedido P-2, del martes 2
    ");
    insta::assert_snapshot!(told(En, &actor, stated), @r"
    Imported from pedidos.csv: new customer, Clara Ruiz (consumer), in the care of Luis
    Imported from pedidos.csv: the customer is Clara Ruiz, tax id (text erased)
    Imported from pedidos.csv: the customer is Clara Ruiz (business)
    Imported from pedidos.csv: contact Clara Ruiz, 600 111 222; prefers a call, in Catalan
    Imported from pedidos.csv: order P-1 of Monday the 1st: 2 × Silla de roble, for Monday the 15th, asked for by Friday the 12th; 2 × Silla de roble, no date promised
    Imported from pedidos.csv: a new date for lines 1 and 2: Wednesday the 24th
    Imported from pedidos.csv: delivery of line 1 on Wednesday the 10th
    Imported from pedidos.csv: what was promised for Monday the 8th did not come (line 1)
    Imported from pedidos.csv: what was promised for Monday the 15th will not come (line 1)
    Imported from pedidos.csv: what was ordered, with no date promised, did not come (line 2), as the customer says
    Imported from pedidos.csv: change to line 1: 2 × Silla de roble, for Monday the 15th
    Imported from pedidos.csv: it is order P-2 of Tuesday the 2nd
    ");
}

#[test]
fn who_reads_is_told_as_you() {
    let names = Names {
        viewer: Some(MARTA),
        ..names()
    };
    let said = of(
        Es,
        &row(marta(), Fact::OwnerAssigned { owner: MARTA }),
        &names,
    );
    assert_eq!(
        (said.who.as_str(), said.did.as_str()),
        ("Tú", "te hiciste cargo del cliente")
    );
    let said = of(
        En,
        &row(marta(), Fact::OwnerAssigned { owner: LUIS }),
        &names,
    );
    assert_eq!(said.who, "You");
}

#[test]
fn what_people_typed_is_quoted_and_what_was_erased_says_so() {
    let claim = facts()
        .into_iter()
        .find(|fact| matches!(fact, Fact::ClaimReceived { .. }))
        .unwrap();
    let said = of(Es, &row(marta(), claim), &names());
    assert_eq!(
        said.quote.as_deref(),
        Some("La factura dice 103.240\nLa mesa llegó rota\nPide: Banda ancha, con el IVA")
    );
    assert_eq!(said.tone, Tone::Risk);
    let said = of(
        Es,
        &row(marta(), Fact::NoteAdded { note: text(99) }),
        &names(),
    );
    assert_eq!(said.quote.as_deref(), Some("(texto borrado)"));
    let said = of(
        En,
        &row(Actor::House, Fact::PromiseConfirmed { note: None }),
        &names(),
    );
    assert_eq!((said.who.as_str(), said.quote), ("La Casa", None));
}

#[test]
fn what_was_said_of_missed_lines_is_quoted() {
    let missed = facts()
        .into_iter()
        .filter(|fact| matches!(fact, Fact::LinesMissed { note: Some(_), .. }));
    for fact in missed {
        let said = of(Es, &row(marta(), fact), &names());
        assert_eq!(said.quote.as_deref(), Some("La factura dice 103.240"));
        assert_eq!(said.tone, Tone::Broken);
    }
}

#[test]
fn a_clock_that_strayed_is_told_with_what_it_wrote() {
    let minute = 60_000_000;
    let told = |t, sent: i64| {
        let note = Fact::NoteAdded { note: text(3) };
        let mut row = row(marta(), note);
        row.sent_at = Some(row.recorded_at.plus_micros(sent * minute));
        of(t, &row, &names()).did
    };
    insta::assert_snapshot!(told(Es, 2), @"escribió una nota");
    insta::assert_snapshot!(told(Es, 7), @"escribió una nota (el reloj del aparato iba 7 minutos por delante)");
    insta::assert_snapshot!(told(En, -90), @"wrote a note (the device's clock was 90 minutes behind)");
}

/// Nothing that a page reads may need more than what was written before it: postcard has no names to look for.
#[test]
fn every_fact_comes_back_as_it_was_packed() {
    for fact in facts().into_iter().chain(course::facts()) {
        let row = row(marta(), fact);
        let packed = crate::read::wire::packed(&row);
        assert_eq!(crate::read::wire::unpacked(&packed), Some(row));
    }
    assert_eq!(crate::read::wire::unpacked::<Row>(b"<html>"), None);
}
