//! Every fact of the house, and every choice within it, at least once.

use domain::calendar::{Saturday, Shifts, WorkCalendar};
use domain::context::Role;
use domain::house::{HouseFact, Pack, Settings, Store};
use domain::money::{COP, EUR, Rate};

use crate::support::{DIRECTOR, MANAGER, SALES, STAFF, STORE, calendar, date, madrid, stated};

pub(super) fn every() -> Vec<HouseFact> {
    let settings = Settings {
        lead_working_days: 3,
        large: true,
        basic_service: false,
        tax_rate: Rate(2100),
    };
    let founded = |pack, currency| HouseFact::HouseFounded {
        name: "La Casa".into(),
        currency,
        pack,
        settings,
    };
    vec![
        founded(Pack::Es, EUR),
        founded(Pack::Co, COP),
        HouseFact::SettingsChanged {
            settings: Settings {
                large: false,
                ..settings
            },
        },
        HouseFact::StoreOpened {
            store: STORE,
            opened: Store {
                name: "Mayor".into(),
                zone: madrid(),
                calendar: calendar(&[("2026-06-12", "San Juan de Sahagún")]),
                shifts: Shifts::usual(),
            },
        },
        HouseFact::CalendarChanged {
            store: STORE,
            calendar: WorkCalendar {
                saturday: Saturday::Rests,
                ..calendar(&[])
            },
        },
        HouseFact::PersonAdded {
            person: MANAGER,
            name: stated("Marta").reference(),
            store: Some(STORE),
            roles: Role::ALL.to_vec(),
        },
        HouseFact::RolesSet {
            person: MANAGER,
            roles: vec![Role::StoreStaff],
        },
        HouseFact::PersonLocked { person: STAFF },
        HouseFact::DefensorProposed {
            person: STAFF,
            until: date("2029-06-01"),
            by: DIRECTOR,
        },
        HouseFact::DefensorAppointed {
            person: STAFF,
            until: date("2029-06-01"),
            by: [DIRECTOR, SALES],
        },
    ]
}
