//! The words of a promise as its customer reads them back, made from the ledger: for the screen, and again when the
//! form comes, so that what is sealed is what the house says and not what a browser sent.
//! It refuses to know who asks.

use std::borrow::Cow;

use domain::account::{Account, Contact, Language, Matter, MatterState, Promise};
use domain::house::House;
use domain::ids::{AccountId, MatterId, PersonId};
use domain::text::{Digest, TextRef};
use ledger::{LedgerError, Words};
use ui::read::{Draft, Firma, Signing};
use ui::words::Tongue;
use ui::words::read_back::{ReadBack, shown};
use ui::words::receipts::tongue;

use crate::state::App;
use crate::typed::{Typed, field};

/// A promise, to be read back.
struct Held {
    account: Account,
    words: Words,
    house_words: std::sync::Arc<Words>,
}

/// As the screen shows it; the language is the customer's own, where none is asked for.
pub(super) async fn firma(
    app: &App,
    house: &House,
    (account, matter): (AccountId, MatterId),
    language: Option<Language>,
    draft: Draft,
) -> Result<Option<Firma>, LedgerError> {
    let Some(held) = held(app, house, account, matter).await? else {
        return Ok(None);
    };
    let Some((known, promise)) = held.promise(matter) else {
        return Ok(None);
    };
    let contact = held.contact(promise);
    let own = contact.map(|contact| contact.language).unwrap_or_default();
    let language = match tongue(language.unwrap_or(own)) {
        Tongue::Es => Language::Es,
        Tongue::En => Language::En,
    };
    let shown = held.shown(house, known, promise, language);
    let name = contact.and_then(|contact| held.said(contact.name));
    let signing = match promise.signed {
        Some(signed) if promise.is_signed() => Signing::Signed(signed.version),
        _ if promise.may_be_signed() => Signing::Open,
        _ => Signing::Over,
    };
    Ok(Some(Firma {
        account,
        matter,
        version: known.version,
        language,
        digest: Digest::of(&[shown.as_bytes()]).to_string(),
        shown,
        name: name.unwrap_or_default().to_owned(),
        signing,
        draft,
    }))
}

/// A form that signs, with the words as they are now in place of any that came with it; every other form as it is.
pub(crate) async fn with_what_is_shown<'f>(
    app: &App,
    house: &House,
    account: Option<AccountId>,
    fields: &'f Typed,
) -> Result<Cow<'f, Typed>, LedgerError> {
    let (Some(account), "sign") = (account, field(fields, "kind")) else {
        return Ok(Cow::Borrowed(fields));
    };
    let mut fields = fields.clone();
    fields.retain(|(name, _)| name != "shown" && name != "seen");
    if let Ok(matter) = field(&fields, "matter").parse() {
        let language = language(field(&fields, "language"));
        let firma = firma(app, house, (account, matter), language, Draft::default()).await?;
        // The words are of this version: what changed since the screen was shown without changing them is no matter.
        let shown = firma.as_ref().map(|firma| firma.shown.clone());
        fields.extend(firma.map(|firma| ("seen".to_owned(), firma.version.to_string())));
        fields.extend(shown.map(|shown| ("shown".to_owned(), shown)));
    }
    Ok(Cow::Owned(fields))
}

/// As an address or a form says it.
pub(super) fn language(written: &str) -> Option<Language> {
    match written {
        "es" => Some(Language::Es),
        "en" => Some(Language::En),
        _ => None,
    }
}

async fn held(
    app: &App,
    house: &House,
    account: AccountId,
    matter: MatterId,
) -> Result<Option<Held>, LedgerError> {
    let found = app.ledger.account_with(account, &[matter]).await?;
    let Some((account, words)) = found else {
        return Ok(None);
    };
    Ok(Some(Held {
        account,
        words,
        house_words: app.ledger.house_words(house).await?,
    }))
}

impl Held {
    fn promise(&self, matter: MatterId) -> Option<(&Matter, &Promise)> {
        let known = self.account.matters.get(&matter)?;
        match &known.state {
            MatterState::Promise(promise) => Some((known, promise)),
            _ => None,
        }
    }

    /// Whoever it was given to; where that is not known, the only one there is.
    fn contact(&self, promise: &Promise) -> Option<&Contact> {
        let contacts = &self.account.head.as_ref()?.contacts;
        match promise.to {
            Some(to) => contacts.get(&to),
            None if contacts.len() == 1 => contacts.values().next(),
            None => None,
        }
    }

    fn said(&self, text: TextRef) -> Option<&str> {
        self.words.get(&text.id).map(String::as_str)
    }

    fn shown(
        &self,
        house: &House,
        known: &Matter,
        promise: &Promise,
        language: Language,
    ) -> String {
        let head = self.account.head.as_ref();
        let store = head.and_then(|head| house.stores.get(&head.store));
        let person = |id: PersonId| {
            let person = house.people.get(&id)?;
            self.house_words.get(&person.name.id).map(String::as_str)
        };
        let to = promise.to.and_then(|_| self.contact(promise));
        let read_back = ReadBack {
            house: &house.name,
            store: store.map_or("", |store| store.name.as_str()),
            customer: head.and_then(|head| self.said(head.name)),
            to: to.and_then(|to| self.said(to.name)),
            by: promise.by.and_then(person),
            owner: person(known.owner),
            made_on: known.opened_on,
            terms: promise.terms,
            what: promise.what.and_then(|what| self.said(what)),
            span: promise.span,
        };
        shown(tongue(language), &read_back)
    }
}
