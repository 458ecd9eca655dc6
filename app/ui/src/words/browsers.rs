//! A browser as a person knows it: by its name and the machine's, not by what it says of itself.
//! It refuses to be exact: it helps somebody tell their own sessions apart, nothing more.

use super::Tongue;

/// The first that is found names it; those that call themselves another come first.
const BROWSERS: [(&str, &str); 6] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
];

const MACHINES: [(&str, &str); 7] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
];

/// «Chrome en Linux».
#[must_use]
pub fn said(t: Tongue, agent: &str) -> String {
    let find = |known: &[(&str, &'static str)]| {
        let found = known.iter().find(|(sign, _)| agent.contains(sign));
        found.map(|(_, name)| *name)
    };
    let on = t.pick("en", "on");
    match (find(&BROWSERS), find(&MACHINES)) {
        (Some(browser), Some(machine)) => format!("{browser} {on} {machine}"),
        (Some(browser), None) => browser.to_owned(),
        (None, Some(machine)) => format!("{} {on} {machine}", t.pick("Un programa", "A program")),
        (None, None) => t
            .pick("Un navegador sin nombre", "An unnamed browser")
            .to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_called_as_people_call_it() {
        let cases = [
            (
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0 Safari/537.36",
                "Chrome en Linux",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/156.0 Safari/537.36 Edg/156.0",
                "Edge en Windows",
            ),
            (
                "Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) Version/18.0 Safari/604.1",
                "Safari en iPad",
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:145.0) Gecko/20100101 Firefox/145.0",
                "Firefox en Mac",
            ),
            ("curl/8.0", "Un navegador sin nombre"),
            ("", "Un navegador sin nombre"),
        ];
        for (agent, expected) in cases {
            assert_eq!(said(Tongue::Es, agent), expected, "{agent}");
        }
    }
}
