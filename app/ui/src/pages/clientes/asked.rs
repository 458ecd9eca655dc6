//! What is asked of the list, as the address says it: `?q=&mios=si&tienda=&silencio=si&desde=`. Pure.

use leptos_router::params::ParamsMap;

use crate::read::ClientesAsked;

const YES: &str = "si";

/// As the address says; what is not understood asks nothing.
pub(super) fn asked(query: &ParamsMap) -> ClientesAsked {
    let is_said = |name: &str| query.get(name).is_some_and(|said| !said.is_empty());
    ClientesAsked {
        words: query.get("q").unwrap_or_default(),
        mine: is_said("mios"),
        store: query.get("tienda").and_then(|store| store.parse().ok()),
        silent: is_said("silencio"),
        after: query.get("desde"),
    }
}

/// The address that asks it.
pub(super) fn address(asked: &ClientesAsked) -> String {
    let mut query = ParamsMap::new();
    for (name, text) in said(asked) {
        if !text.trim().is_empty() {
            query.insert(name, text);
        }
    }
    if let Some(after) = &asked.after {
        query.insert("desde", after.clone());
    }
    format!("/clientes{}", query.to_query_string())
}

/// Each field of the form and what stands in it; nothing in one that is not ticked.
pub(super) fn said(asked: &ClientesAsked) -> [(&'static str, String); 4] {
    let ticked = |is_so: bool| if is_so { YES.to_owned() } else { String::new() };
    let store = asked.store.map(|store| store.to_string());
    [
        ("q", asked.words.clone()),
        ("mios", ticked(asked.mine)),
        ("tienda", store.unwrap_or_default()),
        ("silencio", ticked(asked.silent)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(address: &str) -> ParamsMap {
        let pairs = address
            .trim_start_matches("/clientes")
            .trim_start_matches('?');
        let pairs = pairs.split('&').filter_map(|pair| pair.split_once('='));
        pairs
            .map(|(name, text)| (name.to_owned(), text.to_owned()))
            .collect()
    }

    #[test]
    fn an_address_says_what_is_asked_and_nothing_else() {
        let store = "0190a0a0-0000-7000-8000-000000000001";
        for (given, expected) in [
            ("/clientes".to_owned(), "/clientes"),
            (
                "/clientes?mios=si&otra=x&q=ana".to_owned(),
                "/clientes?q=ana&mios=si",
            ),
            (
                format!("/clientes?tienda={store}&silencio=si&desde=7"),
                "/clientes?tienda=0190a0a0%2D0000%2D7000%2D8000%2D000000000001&silencio=si&desde=7",
            ),
        ] {
            assert_eq!(address(&asked(&query(&given))), expected);
        }
    }

    #[test]
    fn what_is_not_understood_asks_nothing() {
        let asked = asked(&query("/clientes?tienda=otra&mios=&silencio="));
        assert_eq!(asked, ClientesAsked::default());
    }
}
