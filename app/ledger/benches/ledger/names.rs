//! Names of customers, some common and most less so, as they are: and what is typed to find them.

use domain::search::Query;

const FIRST: [&str; 40] = [
    "María",
    "Carmen",
    "Ana",
    "Laura",
    "Isabel",
    "Cristina",
    "Marta",
    "Lucía",
    "Elena",
    "Raquel",
    "Pilar",
    "Sara",
    "Nuria",
    "Beatriz",
    "Rocío",
    "Inés",
    "Olga",
    "Alba",
    "Irene",
    "Silvia",
    "Antonio",
    "José",
    "Manuel",
    "Francisco",
    "David",
    "Juan",
    "Javier",
    "Daniel",
    "Carlos",
    "Jesús",
    "Alejandro",
    "Miguel",
    "Pablo",
    "Sergio",
    "Alberto",
    "Luis",
    "Álvaro",
    "Óscar",
    "Adrián",
    "Rubén",
];
const LAST: [&str; 60] = [
    "García",
    "Rodríguez",
    "González",
    "Fernández",
    "López",
    "Martínez",
    "Sánchez",
    "Pérez",
    "Gómez",
    "Martín",
    "Jiménez",
    "Ruiz",
    "Hernández",
    "Díaz",
    "Moreno",
    "Muñoz",
    "Álvarez",
    "Romero",
    "Alonso",
    "Gutiérrez",
    "Navarro",
    "Torres",
    "Domínguez",
    "Vázquez",
    "Ramos",
    "Gil",
    "Ramírez",
    "Serrano",
    "Blanco",
    "Molina",
    "Morales",
    "Suárez",
    "Ortega",
    "Delgado",
    "Castro",
    "Ortiz",
    "Rubio",
    "Marín",
    "Sanz",
    "Núñez",
    "Iglesias",
    "Medina",
    "Garrido",
    "Cortés",
    "Castillo",
    "Santos",
    "Lozano",
    "Guerrero",
    "Cano",
    "Prieto",
    "Méndez",
    "Cruz",
    "Calvo",
    "Gallego",
    "Vidal",
    "León",
    "Márquez",
    "Herrera",
    "Peña",
    "Ibáñez",
];

/// The same for the same number; the ones before are the commoner.
pub(crate) fn name(nth: usize) -> String {
    let mut dice = Dice(nth as u64);
    let first = FIRST[dice.throw(FIRST.len()).min(dice.throw(FIRST.len()))];
    let mut last = || LAST[dice.throw(LAST.len()).min(dice.throw(LAST.len()))];
    format!("{first} {} {}", last(), last())
}

/// What is on the screen after each key, until the whole name is typed.
pub(crate) fn typed(name: &str) -> impl Iterator<Item = Query> {
    let ends = name
        .char_indices()
        .map(|(at, letter)| at + letter.len_utf8());
    ends.map(|end| Query::parse(&name[..end]))
}

/// Numbers by chance, the same each time.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Below that many.
    pub(crate) fn throw(&mut self, sides: usize) -> usize {
        let sides = u64::try_from(sides).expect("few");
        usize::try_from(self.next() % sides).expect("fewer")
    }

    pub(crate) fn shuffle<T>(&mut self, all: &mut [T]) {
        for at in (1..all.len()).rev() {
            all.swap(at, self.throw(at + 1));
        }
    }
}
