//! Every letter, state and hitch is said in both languages, and a hitch says what to do.

use domain::mail::{Hitch, Letter, MailState};

use crate::words::Tongue::{En, Es};
use crate::words::letters::{doing, hitch, letter, state};

#[test]
fn every_letter_and_state_is_said_in_both_languages() {
    for one in Letter::ALL {
        assert_ne!(letter(Es, one), letter(En, one), "{one:?}");
    }
    for one in MailState::ALL {
        assert_ne!(state(Es, one), state(En, one), "{one:?}");
        assert_ne!(doing(Es, one), doing(En, one), "{one:?}");
        assert!(doing(Es, one).ends_with('.'), "{one:?}");
    }
}

#[test]
fn every_hitch_is_a_sentence() {
    for one in [
        Hitch::NoAddress,
        Hitch::TooOld,
        Hitch::Unreachable,
        Hitch::NotPrivate,
        Hitch::SignIn,
        Hitch::Answered(550),
        Hitch::Silent,
        Hitch::Lost,
        Hitch::Unread,
        Hitch::Restored,
    ] {
        let (es, en) = (hitch(Es, one), hitch(En, one));
        assert!(
            es.ends_with('.') && en.ends_with('.') && es != en,
            "{es} {en}"
        );
    }
}
