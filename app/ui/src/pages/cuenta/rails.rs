//! The rails of the threads that are shown: each runs from its first row to its last, in a lane of its own, past
//! whatever stands between. Pure; it refuses to know how a rail looks.

use std::collections::HashMap;

use domain::ids::MatterId;

use crate::parts::{LANES_MAX, Rail, Reach};

/// One rail a row, for rows of those threads, the newest first.
pub(super) fn rails(threads: &[Option<MatterId>]) -> Vec<Rail> {
    let mut ends: HashMap<MatterId, usize> = HashMap::new();
    for (at, thread) in threads.iter().enumerate() {
        if let Some(thread) = thread {
            ends.insert(*thread, at);
        }
    }
    let mut lanes: [Option<MatterId>; LANES_MAX] = [None; LANES_MAX];
    let mut rails: Vec<Rail> = Vec::with_capacity(threads.len());
    for (at, thread) in threads.iter().enumerate() {
        let goes_on = thread.is_some_and(|thread| ends.get(&thread) > Some(&at));
        let known = thread.and_then(|thread| lanes.iter().position(|lane| *lane == Some(thread)));
        let free = || lanes.iter().position(Option::is_none);
        let own = known.or_else(free);
        let mut rail = Rail {
            dot: own.unwrap_or(LANES_MAX - 1),
            is_first: thread.is_some() && known.is_none(),
            ..Rail::default()
        };
        for (lane, passing) in lanes.iter().enumerate() {
            rail.lanes[lane] = match passing {
                None => Reach::Nowhere,
                Some(_) if Some(lane) != known => Reach::Through,
                Some(_) if goes_on => Reach::Through,
                Some(_) => Reach::FromAbove,
            };
        }
        if let (Some(lane), Some(thread)) = (own, thread) {
            if known.is_none() && goes_on {
                rail.lanes[lane] = Reach::ToBelow;
            }
            lanes[lane] = goes_on.then_some(*thread);
        }
        rails.push(rail);
    }
    let wide = rails.iter().map(Rail::lanes_used).max().unwrap_or(1);
    for rail in &mut rails {
        rail.wide = wide;
    }
    rails
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each row as its lanes are drawn: `o` the dot, `|` a rail past it, its ends in capitals.
    fn drawn(threads: &str) -> Vec<String> {
        let thread = |letter: char| {
            let id = uuid::Uuid::from_u128(u128::from(u32::from(letter)));
            (letter != '-').then(|| MatterId::from_uuid(id))
        };
        let threads: Vec<_> = threads.chars().map(thread).collect();
        let lane = |rail: &Rail, lane: usize| match (rail.lanes[lane], rail.dot == lane) {
            (Reach::Nowhere, true) => 'o',
            (Reach::Nowhere, false) => ' ',
            (Reach::Through, true) => '+',
            (Reach::Through, false) => '|',
            (Reach::ToBelow, _) => 'v',
            (Reach::FromAbove, _) => '^',
        };
        let row = |rail: &Rail| (0..rail.wide).map(|at| lane(rail, at)).collect();
        rails(&threads).iter().map(row).collect()
    }

    #[test]
    fn a_thread_runs_from_its_first_row_to_its_last() {
        assert_eq!(drawn("aaa"), ["v", "+", "^"]);
        assert_eq!(drawn("a-b"), ["o", "o", "o"], "one row is no rail");
    }

    #[test]
    fn what_stands_between_does_not_cut_it() {
        assert_eq!(drawn("a-a"), ["v ", "|o", "^ "]);
        assert_eq!(drawn("abab"), ["v ", "|v", "^|", " ^"]);
    }

    #[test]
    fn only_its_first_row_names_a_thread() {
        let a = MatterId::from_uuid(uuid::Uuid::from_u128(1));
        let firsts: Vec<_> = rails(&[Some(a), None, Some(a)])
            .iter()
            .map(|one| one.is_first)
            .collect();
        assert_eq!(firsts, [true, false, false]);
    }

    #[test]
    fn more_threads_than_lanes_still_stand_each_in_its_place() {
        let rows = drawn("abcdabcd");
        assert_eq!(rows[3], "||+", "the fourth has no lane left: {rows:?}");
        assert_eq!(rows.len(), 8);
    }
}
