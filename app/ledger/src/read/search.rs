//! Search as one types: every word typed must begin a term of the account. A word that few terms begin with drives;
//! where every word is common, the list is walked until a page is full, so many accounts at most at once.
//! It refuses to fold a letter itself: the domain's one normaliser does.

use domain::ids::AccountId;
use domain::search::Query;
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::list::{self, AccountList, Columns, Facets, ListPlace};
use crate::project::ACCOUNTS;
use crate::replica::listed;
use crate::sql::list as sql;
use crate::tx::{Tx, all, on, optional};
use crate::{Ledger, LedgerError};

/// Above every character: what begins with a word lies between it and it with this.
const LAST: char = char::MAX;

/// A walk that found too little after so many steps says where to go on.
const STEPS_MAX: usize = 10;

impl Ledger {
    /// The accounts that what was typed finds, in the order of the list; all of them where nothing was typed. Where
    /// much is alike, a page may hold fewer rows than asked for, even none, and still name a place to go on from.
    ///
    /// # Errors
    /// `Statement`, `Stored`.
    pub async fn search(
        &self,
        typed: &Query,
        facets: impl Into<Facets> + Send,
        place: Option<ListPlace>,
        rows: u32,
    ) -> Result<AccountList, LedgerError> {
        let facets = facets.into();
        if typed.is_empty() {
            return self.accounts(facets, place, rows).await;
        }
        let mut words: Vec<&str> = typed.terms.iter().map(String::as_str).collect();
        words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
        words.truncate(sql::WORDS_MAX);
        listed!(self.snapshot, tx => found(&mut tx, &mut words, facets, place, rows))
    }
}

async fn found(
    tx: &mut Tx,
    words: &mut [&str],
    facets: Facets,
    place: Option<ListPlace>,
    rows: u32,
) -> Result<AccountList, LedgerError> {
    let hits_max = match words.len() {
        1 => sql::HITS_MAX,
        _ => sql::HITS_OF_SEVERAL_MAX,
    };
    if rarest_first(tx, words).await? < hits_max {
        let text = sql::found(facets.order(), words.len());
        let limit = i64::from(rows) + 1;
        let found = with_words(tx, text, words, facets, place, limit).await?;
        return list::list(found, rows);
    }
    walked(tx, words, facets, place, rows).await
}

/// Puts the word that begins the fewest terms first; how many those are.
async fn rarest_first(tx: &mut Tx, words: &mut [&str]) -> Result<i64, LedgerError> {
    let mut rarest = (i64::MAX, 0);
    for (place, word) in words.iter().enumerate() {
        let end = end_of(word);
        let counted = optional!(tx, (i64,), sql::HITS, ACCOUNTS, *word, end.as_str())?;
        let hits = counted.map_or(0, |(hits,)| hits);
        rarest = rarest.min((hits, place));
    }
    words.swap(0, rarest.1);
    Ok(rarest.0)
}

async fn walked(
    tx: &mut Tx,
    words: &[&str],
    facets: Facets,
    place: Option<ListPlace>,
    rows: u32,
) -> Result<AccountList, LedgerError> {
    let wanted = usize::try_from(rows)
        .unwrap_or(usize::MAX)
        .saturating_add(1);
    let (mut found, mut from) = (Vec::new(), place);
    for _ in 0..STEPS_MAX {
        let text = sql::stepped(facets.order(), words.len());
        let limit = i64::try_from(wanted - found.len()).unwrap_or(i64::MAX);
        found.extend(with_words(tx, text, words, facets, from, limit).await?);
        if found.len() >= wanted {
            return list::list(found, rows);
        }
        from = step_end(tx, facets, from).await?;
        if from.is_none() {
            return list::list(found, rows);
        }
    }
    Ok(AccountList {
        more: from,
        ..list::list(found, rows)?
    })
}

async fn step_end(
    tx: &mut Tx,
    facets: Facets,
    place: Option<ListPlace>,
) -> Result<Option<ListPlace>, LedgerError> {
    let text = AssertSqlSafe(sql::step_end(facets.order()));
    let (at, after) = list::start(place);
    let end = on!(tx, conn => {
        let mut query = sqlx::query_as::<_, (i64, Uuid)>(text)
            .bind(at)
            .bind(after)
            .bind(sql::STEP - 1);
        for id in facets.ids() {
            query = query.bind(id);
        }
        query.fetch_all(conn).await
    })?;
    Ok(end.first().map(|(at, account)| ListPlace {
        at: *at,
        account: AccountId::from_uuid(*account),
    }))
}

/// Runs a statement made of nothing but an order and the number of words.
async fn with_words(
    tx: &mut Tx,
    text: String,
    words: &[&str],
    facets: Facets,
    place: Option<ListPlace>,
    limit: i64,
) -> Result<Vec<Columns>, LedgerError> {
    let (at, after) = list::start(place);
    let text = AssertSqlSafe(text);
    Ok(on!(tx, conn => {
        let mut query = sqlx::query_as::<_, Columns>(text)
            .bind(at)
            .bind(after)
            .bind(limit);
        for id in facets.ids() {
            query = query.bind(id);
        }
        query = query.bind(ACCOUNTS);
        for word in words {
            query = query.bind(*word).bind(end_of(word));
        }
        query.fetch_all(conn).await
    })?)
}

fn end_of(word: &str) -> String {
    format!("{word}{LAST}")
}
