//! What people do in the house, by name.

use domain::context::Role;

use super::Tongue;

/// A role, within a sentence.
#[must_use]
pub const fn name(t: Tongue, role: Role) -> &'static str {
    let (es, en) = match role {
        Role::AccountManager => ("gestión de clientes", "account management"),
        Role::StoreStaff => ("tienda", "store staff"),
        Role::Logistics => ("logística y facturación", "logistics and billing"),
        Role::SalesDirector => ("dirección de ventas", "sales direction"),
        Role::ServiceDirector => ("dirección de servicio", "service direction"),
        Role::Defensor => ("defensor del cliente", "customers' advocate"),
        Role::Administrator => ("administración", "administration"),
    };
    t.pick(es, en)
}
