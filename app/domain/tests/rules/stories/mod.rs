//! The seven stories (`stories.md`). Later work extends the same files.

mod s1_el_iva_incluido;
mod s1_la_factura;
mod s1_la_reunion;
mod s2_la_agenda_de_pedidos;
mod s3_el_pedido_de_septiembre;
mod s5_el_defensor;
mod s6_era_verdad;
mod s6_no_era_verdad;
