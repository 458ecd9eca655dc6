//! The names of the roles.

use domain::context::Role;

use super::Tongue;

/// What somebody is in the house.
#[must_use]
pub const fn name(tongue: Tongue, role: Role) -> &'static str {
    let Tongue::Es = tongue;
    match role {
        Role::AccountManager => "gestión de clientes",
        Role::StoreStaff => "tienda",
        Role::Logistics => "logística y facturación",
        Role::SalesDirector => "dirección de ventas",
        Role::ServiceDirector => "dirección de servicio",
        Role::Defensor => "defensor del cliente",
        Role::Administrator => "administración",
    }
}
