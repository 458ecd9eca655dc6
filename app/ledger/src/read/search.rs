//! Search as one types: every word typed must begin a term of the account; the longest word drives, as it finds least.
//! It refuses to fold a letter itself: the domain's one normaliser does.

use domain::search::Query;
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::list::{self, AccountList, Columns, ListPlace, Whose};
use crate::project::ACCOUNTS;
use crate::sql::list as sql;
use crate::tx::{Tx, on};
use crate::{Ledger, LedgerError};

/// Above every character: what begins with a word lies between it and it with this.
const LAST: char = char::MAX;

impl Ledger {
    /// The accounts that what was typed finds, the most pressing first; all of them where nothing was typed.
    ///
    /// # Errors
    /// `Statement`, `Stored`.
    pub async fn search(
        &self,
        typed: &Query,
        whose: Whose,
        place: Option<ListPlace>,
        rows: u32,
    ) -> Result<AccountList, LedgerError> {
        if typed.is_empty() {
            return self.accounts(whose, place, rows).await;
        }
        let mut words: Vec<&str> = typed.terms.iter().map(String::as_str).collect();
        words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
        words.truncate(sql::WORDS_MAX);
        let mut tx = self.snapshot().await?;
        let found = found(&mut tx, &words, whose, place, i64::from(rows) + 1).await?;
        list::list(found, rows)
    }
}

async fn found(
    tx: &mut Tx,
    words: &[&str],
    whose: Whose,
    place: Option<ListPlace>,
    limit: i64,
) -> Result<Vec<Columns>, LedgerError> {
    let owner: Option<Uuid> = match whose {
        Whose::Anyones => None,
        Whose::Of(person) => Some(person.uuid()),
    };
    let (pressing, after) = list::start(place);
    // The text is made of nothing but the number of words.
    let sql = AssertSqlSafe(sql::search(words.len()));
    Ok(on!(tx, conn => {
        let mut query = sqlx::query_as::<_, Columns>(sql)
            .bind(pressing)
            .bind(after)
            .bind(limit)
            .bind(owner)
            .bind(ACCOUNTS);
        for word in words {
            query = query.bind(*word).bind(format!("{word}{LAST}"));
        }
        query.fetch_all(conn).await
    })?)
}
