//! Ordinary customers of the demo: who they are and what they buy. Placeholders, all of them.

/// A customer of the demo.
#[derive(Debug, Clone, Copy)]
pub(super) struct Customer {
    pub(super) name: &'static str,
    pub(super) contact: &'static str,
    pub(super) kind: &'static str,
    pub(super) buys: &'static str,
}

const fn business(name: &'static str, contact: &'static str, buys: &'static str) -> Customer {
    Customer {
        name,
        contact,
        kind: "business",
        buys,
    }
}

const fn consumer(name: &'static str, buys: &'static str) -> Customer {
    Customer {
        name,
        contact: name,
        kind: "consumer",
        buys,
    }
}

pub(super) const CUSTOMERS: [Customer; 40] = [
    business("Ferretería Ibáñez", "Begoña Ibáñez", "Herrajes y bisagras"),
    business(
        "Clínica Dental Arce",
        "Raúl Arce",
        "Mobiliario de recepción",
    ),
    consumer("Inés Cabrera Luján", "Sofá de tres plazas"),
    business("Academia Norte", "Olga Peñalver", "Treinta pupitres"),
    consumer("Tomás Ruipérez", "Armario de dos cuerpos"),
    business("Panadería El Sol", "Julián Sanchís", "Vitrina refrigerada"),
    business(
        "Residencia Los Álamos",
        "Mercedes Otero",
        "Doce camas articuladas",
    ),
    consumer("Aitana Ferreiro", "Mesa de comedor extensible"),
    business(
        "Gestoría Bermúdez",
        "Luis Bermúdez",
        "Estanterías de archivo",
    ),
    consumer("Ramón Echevarría", "Caldera de condensación"),
    business("Bar La Esquina", "Concha Mateo", "Ocho taburetes altos"),
    business("Colegio San Telmo", "Ignacio Lara", "Cortinas ignífugas"),
    consumer("Noelia Castaño", "Colchón de 150"),
    business("Óptica Miralles", "Dolors Miralles", "Mostrador a medida"),
    consumer("Félix Arroyo Díez", "Suelo laminado, 60 m²"),
    business(
        "Autoescuela Vía Libre",
        "Esther Bravo",
        "Seis mesas de aula",
    ),
    business(
        "Farmacia Plaza Nueva",
        "Gonzalo Rey",
        "Cajoneras de farmacia",
    ),
    consumer("Lourdes Iglesias", "Lavadora integrable"),
    business(
        "Peluquería Andrea",
        "Andrea Soto",
        "Cuatro sillones de lavado",
    ),
    consumer("Hassan Benali", "Puerta de entrada blindada"),
    business("Talleres Hermanos Gil", "Vicente Gil", "Bancos de trabajo"),
    business("Librería Altamira", "Elvira Nadal", "Estanterías de roble"),
    consumer("Cristina Pujol Vall", "Encimera de cuarzo"),
    business(
        "Hotel Mirador",
        "Santiago Cobos",
        "Cuarenta lámparas de noche",
    ),
    consumer("Manuel Ortuño", "Toldo con motor"),
    business(
        "Veterinaria Can i Gat",
        "Marta Roura",
        "Mesa de exploración",
    ),
    business("Estudio Lienzo", "Pablo Vergara", "Mesas de dibujo"),
    consumer("Virginia Salcedo", "Muebles de baño"),
    business(
        "Cooperativa La Vega",
        "Eusebio Carmona",
        "Vestuario y taquillas",
    ),
    consumer("Sergio Nájera", "Ventanas con rotura de puente térmico"),
    business("Imprenta Duero", "Adela Prado", "Archivadores metálicos"),
    business("Guardería Pasitos", "Irene Cuesta", "Cunas apilables"),
    consumer("Rosario Benítez", "Butaca levantapersonas"),
    business(
        "Restaurante Casa Nieves",
        "Nieves Alcaraz",
        "Campana extractora",
    ),
    consumer("Daniel Wu", "Escritorio elevable"),
    business("Gimnasio Pulso", "Óscar Medina", "Taquillas con llave"),
    business("Floristería Azahar", "Remedios Crespo", "Cámara de flor"),
    consumer("Paula Gorostiza", "Cama nido"),
    business(
        "Notaría Valcárcel",
        "Beatriz Valcárcel",
        "Sillería de espera",
    ),
    consumer("Jordi Masdeu", "Aire acondicionado por conductos"),
];
