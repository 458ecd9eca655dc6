//! The counts of a record: each is called otherwise than all others, in both languages.

use std::collections::BTreeSet;

use domain::record::RecordKind;

use crate::words::{Tongue, records};

#[test]
fn every_count_of_a_record_is_said_and_none_as_another() {
    for t in Tongue::ALL {
        let said: BTreeSet<_> = RecordKind::ALL
            .iter()
            .map(|kind| records::count(t, *kind))
            .collect();
        assert_eq!(said.len(), RecordKind::ALL.len(), "{t:?}: {said:?}");
        for kind in RecordKind::ALL {
            assert!(!records::on(t, kind).is_empty());
            assert!(records::none(t, kind).ends_with('.'), "{t:?} {kind:?}");
        }
    }
}
