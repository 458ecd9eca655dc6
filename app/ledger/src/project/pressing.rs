//! What an account's own row says of all its open matters, kept up by what each change adds and takes away: what a
//! submit costs does not grow with how many are open. It refuses to read them all.

use domain::account::Matter;

use crate::column::day;

/// After every account that has a date.
const NOT_PRESSING: i64 = i64::MAX;

/// What the account's row says of all its open matters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Pressing {
    pub(crate) next_news: Option<i64>,
    pub(crate) silent_since: Option<i64>,
    pub(crate) open_matters: i64,
    pub(crate) open_claims: i64,
}

/// What an open matter adds to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Share {
    claims: i64,
    next_news: Option<i64>,
    silent_since: Option<i64>,
}

impl Share {
    /// A closed matter has none.
    pub(super) fn of(matter: &Matter) -> Option<Self> {
        matter.is_open().then(|| Self {
            claims: i64::from(matter.code() == "claim"),
            next_news: matter.owes.next_news.map(day),
            silent_since: matter.silent_since().map(day),
        })
    }
}

/// Whether the earliest dates are still known after a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Earliest {
    Known,
    /// A matter that had the earliest one has it no more; who is next, the table knows.
    Gone,
}

impl Pressing {
    /// From all open matters.
    pub(super) fn of(open: impl IntoIterator<Item = Share>) -> Self {
        let mut pressing = Self::default();
        for share in open {
            pressing.change(None, Some(&share));
        }
        pressing
    }

    /// A matter that stood so stands otherwise now.
    pub(super) fn change(&mut self, was: Option<&Share>, is: Option<&Share>) -> Earliest {
        self.open_matters += i64::from(is.is_some()) - i64::from(was.is_some());
        let claims = |share: Option<&Share>| share.map_or(0, |share| share.claims);
        self.open_claims += claims(is) - claims(was);
        let dates = |share: Option<&Share>| {
            share.map_or((None, None), |share| (share.next_news, share.silent_since))
        };
        let ((news, silent), (news_now, silent_now)) = (dates(was), dates(is));
        let of_news = earliest(&mut self.next_news, news, news_now);
        let of_silence = earliest(&mut self.silent_since, silent, silent_now);
        match (of_news, of_silence) {
            (Earliest::Known, Earliest::Known) => Earliest::Known,
            _ => Earliest::Gone,
        }
    }

    /// Its place in the list: by next news, those without one last.
    pub(crate) fn place(&self) -> i64 {
        self.next_news.unwrap_or(NOT_PRESSING)
    }
}

fn earliest(kept: &mut Option<i64>, was: Option<i64>, is: Option<i64>) -> Earliest {
    let is_earlier = |is: i64| kept.is_none_or(|kept| is <= kept);
    if is.is_some_and(is_earlier) {
        *kept = is;
        return Earliest::Known;
    }
    match was.is_some() && was == *kept {
        true => Earliest::Gone,
        false => Earliest::Known,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(next_news: Option<i64>) -> Share {
        Share {
            claims: 0,
            next_news,
            silent_since: None,
        }
    }

    #[test]
    fn what_is_added_and_taken_away_is_what_is_left() {
        let mut pressing = Pressing::of([share(Some(3)), share(Some(5)), share(None)]);
        assert_eq!((pressing.next_news, pressing.open_matters), (Some(3), 3));
        let later = pressing.change(Some(&share(Some(5))), None);
        assert_eq!((later, pressing.open_matters), (Earliest::Known, 2));
        let earlier = pressing.change(Some(&share(None)), Some(&share(Some(1))));
        assert_eq!((earlier, pressing.next_news), (Earliest::Known, Some(1)));
        let gone = pressing.change(Some(&share(Some(1))), Some(&share(Some(9))));
        assert_eq!(gone, Earliest::Gone);
    }

    #[test]
    fn one_without_a_date_does_not_hide_the_earliest() {
        let mut pressing = Pressing::of([share(Some(3)), share(None)]);
        let closed = pressing.change(Some(&share(None)), None);
        assert_eq!((closed, pressing.next_news), (Earliest::Known, Some(3)));
    }
}
