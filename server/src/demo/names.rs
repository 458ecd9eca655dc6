//! Ordinary customers of the demo: who they are and what they buy. Placeholders, all of them.

/// A customer of the demo.
#[derive(Debug, Clone, Copy)]
pub(super) struct Customer {
    pub(super) name: &'static str,
    pub(super) contact: &'static str,
    pub(super) kind: &'static str,
    pub(super) quantity: &'static str,
    pub(super) buys: &'static str,
}

/// All of them, in their order.
pub(super) fn customers() -> impl Iterator<Item = Customer> {
    TABLE.lines().filter_map(|line| {
        let mut cells = line.split('|').map(str::trim);
        Some(Customer {
            name: cells.next()?,
            contact: cells.next()?,
            kind: cells.next()?,
            quantity: cells.next()?,
            buys: cells.next()?,
        })
    })
}

const TABLE: &str = "\
Ferretería Ibáñez | Begoña Ibáñez | business | 120 | Bisagras
Clínica Dental Arce | Raúl Arce | business | 1 | Mobiliario de recepción
Inés Cabrera Luján | Inés Cabrera Luján | consumer | 1 | Sofá de tres plazas
Academia Norte | Olga Peñalver | business | 30 | Pupitres
Tomás Ruipérez | Tomás Ruipérez | consumer | 1 | Armario de dos cuerpos
Panadería El Sol | Julián Sanchís | business | 1 | Vitrina refrigerada
Residencia Los Álamos | Mercedes Otero | business | 12 | Camas articuladas
Aitana Ferreiro | Aitana Ferreiro | consumer | 1 | Mesa de comedor extensible
Gestoría Bermúdez | Luis Bermúdez | business | 7 | Estanterías de archivo
Ramón Echevarría | Ramón Echevarría | consumer | 1 | Caldera de condensación
Bar La Esquina | Concha Mateo | business | 8 | Taburetes altos
Colegio San Telmo | Ignacio Lara | business | 14 | Cortinas ignífugas
Noelia Castaño | Noelia Castaño | consumer | 1 | Colchón de 150
Óptica Miralles | Dolors Miralles | business | 1 | Mostrador a medida
Félix Arroyo Díez | Félix Arroyo Díez | consumer | 60 | Metros de suelo laminado
Autoescuela Vía Libre | Esther Bravo | business | 6 | Mesas de aula
Farmacia Plaza Nueva | Gonzalo Rey | business | 2 | Cajoneras de farmacia
Lourdes Iglesias | Lourdes Iglesias | consumer | 1 | Lavadora integrable
Peluquería Andrea | Andrea Soto | business | 4 | Sillones de lavado
Hassan Benali | Hassan Benali | consumer | 1 | Puerta de entrada blindada
Talleres Hermanos Gil | Vicente Gil | business | 3 | Bancos de trabajo
Librería Altamira | Elvira Nadal | business | 4 | Estanterías de roble
Cristina Pujol Vall | Cristina Pujol Vall | consumer | 1 | Encimera de cuarzo
Hotel Mirador | Santiago Cobos | business | 40 | Lámparas de noche
Manuel Ortuño | Manuel Ortuño | consumer | 1 | Toldo con motor
Veterinaria Can i Gat | Marta Roura | business | 1 | Mesa de exploración
Estudio Lienzo | Pablo Vergara | business | 5 | Mesas de dibujo
Virginia Salcedo | Virginia Salcedo | consumer | 1 | Muebles de baño
Cooperativa La Vega | Eusebio Carmona | business | 1 | Vestuario y taquillas
Sergio Nájera | Sergio Nájera | consumer | 5 | Ventanas con rotura de puente térmico
Imprenta Duero | Adela Prado | business | 6 | Archivadores metálicos
Guardería Pasitos | Irene Cuesta | business | 9 | Cunas apilables
Rosario Benítez | Rosario Benítez | consumer | 1 | Butaca levantapersonas
Restaurante Casa Nieves | Nieves Alcaraz | business | 1 | Campana extractora
Daniel Wu | Daniel Wu | consumer | 1 | Escritorio elevable
Gimnasio Pulso | Óscar Medina | business | 24 | Taquillas con llave
Floristería Azahar | Remedios Crespo | business | 1 | Cámara de flor
Paula Gorostiza | Paula Gorostiza | consumer | 1 | Cama nido
Notaría Valcárcel | Beatriz Valcárcel | business | 16 | Sillas de espera
Jordi Masdeu | Jordi Masdeu | consumer | 1 | Aire acondicionado por conductos";
