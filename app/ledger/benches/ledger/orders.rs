//! A file of orders as an office program writes it: some customers order often, most are told the truth about the day.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;

use chrono::Days;
use domain::time::Date;

use crate::names::{Dice, name};

/// The column that tells rows apart.
pub(crate) const KEY: &str = "Nº Pedido";
const ORDERS_EACH: usize = 5;
const WHAT: [&str; 8] = [
    "Cama nido 90 cm",
    "Colchón viscoelástico 135x190",
    "Armario dos puertas",
    "Bisagra cazoleta 35 mm",
    "Sofá tres plazas gris",
    "Mesa extensible roble",
    "Cerrojo de seguridad",
    "Lámpara de pie",
];

pub(crate) fn write(file: &Path, rows: usize) {
    let mut to = BufWriter::new(File::create(file).expect("a file"));
    let mut dice = Dice(5);
    let head =
        "Cliente;Nombre cliente;Fecha pedido;Artículo;Cantidad;Fecha prometida;Fecha entrega";
    writeln!(to, "{KEY};{head}").expect("written");
    let customers = rows.div_ceil(ORDERS_EACH);
    for nth in 0..rows {
        let customer = dice.throw(customers);
        let placed = day(nth * 300 / rows);
        let promised = placed + Days::new(7 + dice.throw(30) as u64);
        let actual = match dice.throw(20) {
            0 => String::new(),
            1..=3 => (promised + Days::new(1 + dice.throw(9) as u64))
                .format("%d/%m/%Y")
                .to_string(),
            _ => promised.format("%d/%m/%Y").to_string(),
        };
        let (what, quantity) = (WHAT[dice.throw(WHAT.len())], 1 + dice.throw(12));
        let (placed, promised) = (placed.format("%d/%m/%Y"), promised.format("%d/%m/%Y"));
        let name = name(customer);
        writeln!(
            to,
            "P-{nth:07};C-{customer:06};{name};{placed};{what};{quantity};{promised};{actual}"
        )
        .expect("written");
    }
    to.flush().expect("written");
}

fn day(nth: usize) -> Date {
    let first = Date::from_ymd_opt(2025, 1, 2).expect("a day there was");
    first + Days::new(nth as u64)
}
