//! A page of rows, of which one more than asked for was read to know whether others follow.
//! It refuses to know what a row is: whoever lists says where one stands.

/// At most so many of them, and the place of the last where others follow.
pub(crate) fn cut<R, P>(
    mut found: Vec<R>,
    rows: u32,
    place: impl FnOnce(&R) -> P,
) -> (Vec<R>, Option<P>) {
    let wanted = usize::try_from(rows).unwrap_or(usize::MAX);
    let is_more = found.len() > wanted;
    found.truncate(wanted);
    let last = found.last().filter(|_| is_more).map(place);
    (found, last)
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn a_page_leads_on_where_more_was_read_than_asked_for() {
        let all = vec![1, 2, 3];
        assert_eq!(cut(all.clone(), 2, |last| *last), (vec![1, 2], Some(2)));
        assert_eq!(cut(all.clone(), 3, |last| *last), (all.clone(), None));
        assert_eq!(
            cut(all, 0, |last| *last),
            (vec![], None),
            "nowhere to go on from"
        );
    }
}
