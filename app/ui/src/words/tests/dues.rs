//! «Por qué esta fecha», for each way a date is counted or said; and who owes it.

use std::collections::BTreeMap;

use domain::calendar::{Holidays, Saturday, WorkCalendar};
use domain::context::Role;
use domain::deadline::{Bearer, Deadline, Due, DueKind, Origin, RuleId};
use domain::ids::PersonId;
use domain::owed::Reason;
use domain::rules;
use domain::time::Timestamp;
use uuid::Uuid;

use super::on;
use crate::words::Tongue::{En, Es};
use crate::words::*;

fn salamanca() -> WorkCalendar {
    let holiday = (on("2026-06-12"), "San Juan de Sahagún".to_owned());
    WorkCalendar {
        saturday: Saturday::Rests,
        holidays: Holidays::from_iter([holiday]),
    }
}

fn due(kind: DueKind, day: &str, from: &str, rule: RuleId) -> Due {
    Due {
        kind,
        bearer: Bearer::Role(Role::Logistics),
        deadline: Deadline {
            on: on(day),
            at: Timestamp::from_micros(0),
            rule,
            from: on(from),
            house_version: 1,
        },
        origin: Origin::Live,
    }
}

fn why(t: Tongue, due: &Due, working: Option<domain::calendar::Working<'_>>) -> WhyDate {
    let rule = due.deadline.rule.clone();
    let reason = Reason {
        rule,
        working: working.map(domain::calendar::Working::into_owned),
        until: None,
        later: Vec::new(),
    };
    dues::why(t, &reason, due)
}

#[test]
fn why_the_check_of_order_p1_falls_on_tuesday_the_9th() {
    let check = due(DueKind::Check, "2026-06-09", "2026-06-15", rules::PAL_CHECK);
    let stated = salamanca();
    let working = stated.days().back(on("2026-06-15"), 3);
    let said = why(Es, &check, Some(working.clone()));
    insta::assert_snapshot!(said.rule, @"Antes de la fecha prometida se comprueba que se va a cumplir (PAL-check)");
    assert_eq!(
        said.sentence,
        "Tres días laborables antes del lunes 15 de junio: no cuentan el domingo 14 (fin de semana), \
         el sábado 13 (fin de semana) ni el viernes 12 (San Juan de Sahagún)."
    );
    insta::assert_snapshot!(why(En, &check, Some(working)).sentence, @"Three working days before Monday 15 June: Sunday the 14th (weekend), Saturday the 13th (weekend) and Friday the 12th (San Juan de Sahagún) do not count.");
}

#[test]
fn why_any_date() {
    let stated = salamanca();
    let calendar = stated.days();
    let tell = |working| {
        why(
            Es,
            &due(DueKind::Tell, "2026-06-15", "2026-06-13", rules::PAL_TELL),
            Some(working),
        )
    };
    let answer = due(
        DueKind::Answer,
        "2026-05-05",
        "2026-04-20",
        rules::LGDCU_21_3,
    );
    let far = due(
        DueKind::Answer,
        "2027-01-04",
        "2026-12-20",
        rules::PAL_ANSWER,
    );
    let said = [
        tell(calendar.forward(on("2026-06-15"), 0)).sentence,
        tell(calendar.forward(on("2026-06-12"), 0)).sentence,
        tell(calendar.forward(on("2026-06-13"), 0)).sentence,
        why(Es, &answer, Some(calendar.natural(on("2026-04-20"), 15))).sentence,
        why(Es, &far, Some(calendar.natural(on("2026-12-20"), 15))).sentence,
        why(
            Es,
            &due(DueKind::Ask, "2026-06-15", "2026-06-15", rules::PAL_UNTIL),
            None,
        )
        .sentence,
        why(
            Es,
            &due(DueKind::Ask, "2026-06-15", "2026-06-10", rules::PAL_MOVED),
            None,
        )
        .sentence,
        why(
            Es,
            &due(
                DueKind::Check,
                "2026-06-15",
                "2026-06-02",
                rules::PAL_AT_ONCE,
            ),
            None,
        )
        .sentence,
    ];
    insta::assert_snapshot!(said.join("\n"), @r"
    El mismo lunes 15 de junio, que es laborable.
    El primer día laborable a partir del viernes 12 de junio: no cuentan el sábado 13 (fin de semana) ni el domingo 14 (fin de semana).
    El primer día laborable a partir del sábado 13 de junio: no cuenta el domingo 14 (fin de semana).
    Quince días naturales después del lunes 20 de abril: cuentan todos.
    Quince días naturales después del domingo 20 de diciembre de 2026: cuentan todos.
    La promesa vale hasta el lunes, 15 de junio de 2026.
    Se cambió al lunes, 15 de junio de 2026; el motivo está en el historial.
    Contada desde el martes, 2 de junio de 2026, la fecha ya había pasado: el primer día laborable es el lunes, 15 de junio de 2026.
    ");
}

#[test]
fn months_hours_saturdays_and_other_clocks_are_told() {
    let stated = WorkCalendar {
        saturday: Saturday::Works,
        ..salamanca()
    };
    let answer = due(
        DueKind::Answer,
        "2026-06-19",
        "2026-06-04",
        rules::LGDCU_21_3,
    );
    let reason = |working: domain::calendar::Working<'_>, until: Option<&str>| Reason {
        rule: rules::LGDCU_21_3,
        working: Some(working.into_owned()),
        until: until.map(|until| until.parse().expect("a time")),
        later: vec![(rules::SAC_17_1, on("2026-06-23"))],
    };
    let days = stated.days();
    let start = on("2026-06-04");
    let told = [
        reason(days.months(start, 1), None),
        reason(days.hours(start, 2, start), Some("2026-06-04T12:35:00")),
        reason(days.forward(start, 15), None),
    ]
    .map(|reason| dues::why(Es, &reason, &answer));
    insta::assert_snapshot!(told[0].rule, @"Toda reclamación de un consumidor se contesta en quince días naturales (LGDCU-21.3, sin verificar)");
    let said: Vec<_> = told.iter().map(|why| why.sentence.as_str()).collect();
    insta::assert_snapshot!(said.join("\n"), @r"
    Un mes después del jueves 4 de junio: de fecha a fecha.
    Dos horas después del jueves 4 de junio, de día y de noche: hasta las 12:35.
    Quince días laborables después del jueves 4 de junio: no cuentan el domingo 7 (fin de semana), el viernes 12 (San Juan de Sahagún), el domingo 14 (fin de semana) ni el domingo 21 (fin de semana). El sábado cuenta: la ley no lo aclara, y así la fecha es la más temprana.
    ");
    insta::assert_snapshot!(told[0].later.as_deref().unwrap_or_default(), @"Rige la primera de las que corren; también SAC-17.1: el martes 23.");
}

#[test]
fn a_rule_of_a_newer_catalogue_shows_as_its_id() {
    let newer = due(
        DueKind::Ask,
        "2026-06-15",
        "2026-06-15",
        RuleId("PAL-new".into()),
    );
    assert_eq!(why(Es, &newer, None).rule, "PAL-new");
}

#[test]
fn who_owes_it_has_a_name() {
    let (marta, luis) = (
        PersonId::from_uuid(Uuid::from_u128(1)),
        PersonId::from_uuid(Uuid::from_u128(2)),
    );
    let names = Names {
        people: BTreeMap::from([(marta, "Marta".to_owned()), (luis, "Luis".to_owned())]),
        viewer: Some(luis),
        ..Names::default()
    };
    let bearers = [
        Bearer::Owner,
        Bearer::Person(luis),
        Bearer::Role(Role::Logistics),
    ];
    let said = bearers.map(|bearer| dues::bearer(Es, bearer, marta, &names));
    assert_eq!(said, ["Marta", "Tú", "Logística y facturación"]);
}
