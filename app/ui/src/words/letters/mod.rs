//! What a customer is written: their claim as it was taken in, the answer to each point, what makes a word good, an
//! apology. In their language (`voices`), and between what the house writes around it.
//! It refuses to make up for what was erased.

use std::collections::BTreeMap;

use domain::account::{Account, Language, MatterState};
use domain::entry::Entry;
use domain::fact::Fact;
use domain::house::House;
use domain::ids::{MatterId, PersonId, TextId};
use domain::mail::{Caused, Letter};
use domain::text::TextRef;
use domain::time::Zone;

use super::voices::{Writing, writing};
use super::{dates, letter};

mod parts;
mod state;
#[cfg(test)]
mod tests;

pub use state::{doing, hitch, letter, state, tone};

/// What a letter is made of.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    /// The house that writes.
    pub house: &'a House,
    /// What it says, and to whom.
    pub caused: Caused,
    /// Of which account, with the matters it speaks of.
    pub account: &'a Account,
    /// The lines of the command that causes it.
    pub entries: &'a [Entry<Fact>],
    /// Whatever words there still are.
    pub words: &'a BTreeMap<TextId, String>,
    /// The names of the house's people.
    pub people: &'a BTreeMap<PersonId, String>,
}

/// A letter, ready to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Whom it is for, if their name is known.
    pub name: Option<String>,
    /// Their address.
    pub email: String,
    /// Its subject.
    pub subject: String,
    /// Its text, in lines.
    pub body: String,
}

/// Writes it; nothing, where there is nobody any more to write to, or nothing left to say.
#[must_use]
pub fn written(told: &Told<'_>) -> Option<Written> {
    let contact = told.caused.to.contact(told.account)?;
    let email = told.words.get(&contact.email?.id)?.clone();
    let name = told.words.get(&contact.name.id).cloned();
    let language = told.language().unwrap_or(contact.language);
    let writer = Writer {
        voice: writing(language),
        told,
        zone: told.zone(),
    };
    let said = match told.caused.letter {
        Letter::Receipt => writer.receipt(),
        Letter::Answer => writer.answer(),
        Letter::Honoured => writer.honoured(),
        Letter::Apology => writer.apology(),
    }?;
    let around = told.house.template(told.caused.letter, language);
    let mut parts = vec![writer.voice.hello(name.as_deref())];
    parts.extend(around.and_then(|around| around.opening.clone()));
    parts.extend(said);
    parts.extend(around.and_then(|around| around.closing.clone()));
    parts.push(told.house.name.clone());
    Some(Written {
        name,
        email,
        subject: writer.voice.subject(told.caused.letter).to_owned(),
        body: parts.join("\n\n") + "\n",
    })
}

impl Told<'_> {
    /// The language of the claim, where the letter is about one.
    fn language(&self) -> Option<Language> {
        let claim = match self.caused.letter {
            Letter::Receipt => self.caused.matter,
            Letter::Answer | Letter::Honoured | Letter::Apology => self.caused.to.claim()?,
        };
        match &self.account.matters.get(&claim)?.state {
            MatterState::Claim(claim) => Some(claim.language),
            _ => None,
        }
    }

    fn zone(&self) -> Zone {
        let head = self.account.head.as_ref();
        head.map_or_else(Zone::utc, |head| self.house.zone(head.store))
    }

    fn entry(&self) -> Option<&Entry<Fact>> {
        self.entries.iter().find(|entry| entry.n == self.caused.n)
    }
}

struct Writer<'a> {
    voice: &'static dyn Writing,
    told: &'a Told<'a>,
    zone: Zone,
}

impl Writer<'_> {
    fn text(&self, text: TextRef) -> Option<&str> {
        self.told.words.get(&text.id).map(String::as_str)
    }

    /// What they said, as it was taken in, with the hour; what was done at once; and when they hear from us.
    fn receipt(&self) -> Option<Vec<String>> {
        let entry = self.told.entry()?;
        let Fact::ClaimReceived { points, sought, .. } = &entry.fact else {
            return None;
        };
        let wall = self.zone.local(entry.happened_at);
        let mut said = vec![self.voice.taken_in(wall.date(), &dates::time(wall))];
        let lines: Vec<String> = (1..)
            .zip(points)
            .filter_map(|(place, point)| Some(format!("{place}. {}", self.text(*point)?)))
            .collect();
        if lines.is_empty() {
            return None;
        }
        said.push(format!("{}\n{}", self.voice.you_said(), lines.join("\n")));
        if let Some(sought) = sought.and_then(|sought| self.text(sought)) {
            said.push(format!("{} {sought}", self.voice.you_ask()));
        }
        said.extend(self.given(entry.matter?.id));
        said.extend(self.next_news());
        Some(said)
    }

    /// The day by which they hear from us again.
    fn next_news(&self) -> Option<String> {
        let matter = self.told.account.matters.get(&self.told.caused.matter)?;
        Some(self.voice.next_news(matter.owes.next_news?))
    }

    /// The answer as it stands for the claim: every point, and where one is denied, where they may go.
    fn answer(&self) -> Option<Vec<String>> {
        let matter = self.told.account.matters.get(&self.told.caused.matter)?;
        let MatterState::Claim(claim) = &matter.state else {
            return None;
        };
        let house = self.told.house;
        let written_on = self.zone.date(self.told.entry()?.happened_at);
        let defensor = house.defensor(written_on);
        let defensor = defensor.and_then(|one| self.told.people.get(&one));
        let bodies = house.dispute_bodies();
        let from = letter::From {
            house: &house.name,
            defensor: defensor.map(String::as_str),
            bodies: &bodies,
        };
        let answer = letter::answer(claim, self.told.words, &from)?;
        let points = (1..).zip(&answer.points).map(|(place, point)| {
            let reasons = point.reasons.iter().map(|reasons| format!(" {reasons}"));
            let reasons: String = reasons.collect();
            format!("{place}. {}\n{}{reasons}", point.said, point.answer)
        });
        let mut said = vec![answer.opening];
        said.extend(points);
        if let Some(recourse) = answer.recourse {
            let to = recourse.to.iter().map(|one| format!("- {one}"));
            let to: Vec<_> = std::iter::once(recourse.opening).chain(to).collect();
            said.push(to.join("\n"));
        }
        Some(said)
    }

    fn honoured(&self) -> Option<Vec<String>> {
        let Fact::Honoured { .. } = &self.told.entry()?.fact else {
            return None;
        };
        let mut said = vec![self.voice.not_kept().to_owned()];
        said.extend(self.given(self.told.caused.matter));
        said.extend(self.next_news());
        Some(said)
    }

    /// A director's own words, and their name under them.
    fn apology(&self) -> Option<Vec<String>> {
        let Fact::ApologyGiven { director, words } = &self.told.entry()?.fact else {
            return None;
        };
        let mut said = vec![self.text(*words)?.to_owned()];
        said.extend(self.told.people.get(director).cloned());
        Some(said)
    }
}
