use domain::account::{Essential, Every, Reduction, Span, Terms};
use domain::money::{EUR, Money, Rate, TaxBasis};
use domain::time::Date;

use crate::words::Tongue::{self, En, Es};
use crate::words::read_back::{ReadBack, parted, shown};

fn on(text: &str) -> Date {
    text.parse().unwrap()
}

fn price(tax: TaxBasis) -> Terms {
    Terms::Price {
        amount: Money::new(8_900, EUR),
        tax,
        every: Every::Month,
    }
}

fn read_back() -> ReadBack<'static> {
    ReadBack {
        house: "La casa",
        store: "Tienda",
        customer: Some("Ana Ibáñez"),
        to: Some("Ana Ibáñez"),
        by: Some("Marta Gil"),
        owner: Some("Pedro Gil"),
        made_on: on("2026-06-08"),
        terms: price(TaxBasis::Included(Rate(2100))),
        what: None,
        span: Span::Standing { until: None },
    }
}

fn says(t: Tongue, of: &ReadBack<'_>, expected: &str) {
    let said = shown(t, of);
    assert!(said.lines().any(|line| line == expected), "{said}");
}

#[test]
fn a_price_is_read_back_whole() {
    assert_eq!(
        shown(Es, &read_back()),
        "Lo que le hemos prometido\n\
         La casa, en Tienda, le dio su palabra el lunes, 8 de junio de 2026. Se la dio Marta Gil, y es para Ana Ibáñez.\n\
         Pagará 89,00 € al mes en total: 73,55 € de base y 15,45 € de IVA, al 21 %.\n\
         Vale cada vez, sin fecha de fin.\n\
         Responde de que se cumpla Pedro Gil.\n\
         Si no se cumple, dígaselo a cualquiera de la casa, como prefiera: se le cree y se le responde en el acto, y después se averigua qué falló. Recibirá una clave y un recibo; si la respuesta no le conforma, puede acudir al defensor del cliente.\n\
         Nada de esto cambia sin su consentimiento, y de cada cambio queda constancia."
    );
    let (title, lines) = parted("uno\ndos\ntres");
    assert_eq!(
        (title, lines.collect::<Vec<_>>()),
        ("uno", vec!["dos", "tres"])
    );
}

#[test]
fn tax_is_never_silent() {
    let with = |tax| ReadBack {
        terms: price(tax),
        ..read_back()
    };
    let excluded = with(TaxBasis::Excluded(Rate(2100)));
    says(
        Es,
        &excluded,
        "Pagará 107,69 € al mes en total: 89,00 € de base y 18,69 € de IVA, al 21 %.",
    );
    says(
        En,
        &excluded,
        "You will pay €107.69 a month in total: €89.00 before tax and €18.69 of VAT, at 21%.",
    );
    says(
        Es,
        &with(TaxBasis::Exempt),
        "Pagará 89,00 € al mes en total, sin IVA: está exento.",
    );
}

#[test]
fn every_kind_says_what_when_and_until_when() {
    let delivery = Terms::Delivery {
        date: on("2026-09-01"),
        essential: Essential::Yes,
    };
    let of = |terms, what, span| ReadBack {
        terms,
        what,
        span,
        ..read_back()
    };
    let said = shown(Es, &of(delivery, None, Span::Single));
    assert!(said.contains(
        "\nLo tendrá el martes, 1 de septiembre de 2026, a más tardar. Esa fecha es esencial para usted: después ya no le sirve.\nResponde"
    ), "{said}");
    let discount = Terms::Discount {
        reduction: Reduction::Percent(Rate(1300)),
    };
    let until = Span::Standing {
        until: Some(on("2026-12-31")),
    };
    let said = shown(
        Es,
        &of(discount, Some("En \t todas\n\nlas \u{0}facturas"), until),
    );
    assert!(
        said.contains("\nLe prometemos un descuento del 13 %.\n"),
        "{said}"
    );
    assert!(said.contains(
        "\nVale cada vez, hasta el jueves, 31 de diciembre de 2026, ese día incluido.\nSe dijo así: «En todas las facturas».\n"
    ), "{said}");
    for (t, days, line) in [
        (
            Es,
            60,
            "Podrá pagar a los 60 días de la fecha de la factura.",
        ),
        (En, 60, "You may pay 60 days after the date of the invoice."),
        (En, 1, "You may pay 1 day after the date of the invoice."),
    ] {
        says(t, &of(Terms::Payment { days }, None, until), line);
    }
    let said = shown(En, &of(Terms::Other, Some("Free fitting"), Span::Single));
    assert!(said.contains(
        "\nWe promise you what follows, in these words:\nIt holds once.\nIt was said so: “Free fitting”.\n"
    ), "{said}");
}

#[test]
fn whom_it_is_for_and_who_gave_it_is_told_as_far_as_it_is_known() {
    let unknown = ReadBack {
        by: None,
        to: Some("Luis Mora"),
        ..read_back()
    };
    says(
        Es,
        &unknown,
        "La casa, en Tienda, le dio su palabra el lunes, 8 de junio de 2026. No consta quién se la dio, y vale igual; es para Luis Mora, de Ana Ibáñez.",
    );
    let erased = ReadBack {
        customer: None,
        to: None,
        ..read_back()
    };
    says(
        En,
        &erased,
        "La casa, at Tienda, gave you its word on Monday, 8 June 2026. Marta Gil gave it, and it is for (text erased).",
    );
}
