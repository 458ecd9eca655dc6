//! Pictures and documents: on a matter or the account, seen by whoever serves, and never too much of one.

use domain::account::ClaimKind;
use domain::attachment::{self, Media, NewAttachment};
use domain::command::{About, AccountCommand as Ask};
use domain::context::Role;
use domain::entry::Audience;
use domain::fact::Fact;
use domain::ids::{AttachmentId, MatterId};
use domain::refusal::Why;
use domain::text::Salt;
use uuid::Uuid;

use crate::support::*;

fn attach(world: &World, matter: Option<MatterId>, bytes: u64) -> Ask {
    let salt = Salt([3; 32]);
    Ask::AddAttachment {
        matter,
        file: NewAttachment {
            attachment: AttachmentId::from_uuid(Uuid::from_u128(0xadd)),
            digest: attachment::digest(&salt, b"bytes"),
            salt,
            media: Media::Jpeg,
            bytes,
            name: world.text("La silla rota"),
        },
    }
}

#[test]
fn an_attachment_stands_on_its_matter_and_moves_nothing_on_it() {
    let mut world = World::with_ana();
    let order = world.placed(&[Some("2026-06-15")]);
    let before = world.matter(order).clone();
    let asked = attach(&world, Some(order), 5);
    let facts = world.asks("2026-06-08T10:00", asked);
    assert_eq!(codes(&facts), ["attachment_added"]);
    let Fact::AttachmentAdded { digest, media, .. } = facts[0] else {
        panic!("{facts:?}");
    };
    assert_eq!(digest, attachment::digest(&Salt([3; 32]), b"bytes"));
    assert_eq!(media, Media::Jpeg);
    let after = world.matter(order);
    assert_eq!((&after.state, &after.owes), (&before.state, &before.owes));
    let entry = world.entries.last().expect("it");
    assert_eq!(entry.audience, Audience::Service);
    assert_eq!(entry.matter.map(|matter| matter.id), Some(order));
}

#[test]
fn evidence_of_an_investigation_is_for_those_who_see_its_file() {
    let mut world = World::with_ana();
    let claim = world.claim(About::Nothing, ClaimKind::BrokenPromise);
    world.asks("2026-06-08T09:00", claim);
    let file = world.newest("investigation");
    let before = world.matter(file).state.clone();
    let asked = || attach(&World::with_ana(), Some(file), 5);
    for outsider in [MANAGER, STAFF, SALES] {
        let refused = world.ask_try(&person(outsider), "2026-06-08T10:00", asked());
        let why = &refused.expect_err("its director alone adds it")[0].why;
        assert_eq!(*why, Why::NotYours(vec![Role::ServiceDirector]));
    }
    world.ask(&person(DIRECTOR), "2026-06-08T10:00", asked());
    let entry = world.entries.last().expect("it");
    assert_eq!(entry.audience, Audience::Investigation);
    assert_eq!(
        world.matter(file).state,
        before,
        "and it finds nothing by itself"
    );
}

#[test]
fn it_may_stand_on_the_account_alone() {
    let mut world = World::with_ana();
    let asked = attach(&world, None, 5);
    world.asks("2026-06-08T10:00", asked);
    assert_eq!(world.entries.last().expect("it").matter, None);
}

#[test]
fn nothing_too_much_and_what_is_nowhere_are_refused() {
    let mut world = World::with_ana();
    let too_much = attachment::BYTES_MAX as u64 + 1;
    let nowhere = MatterId::from_uuid(Uuid::from_u128(0xbad));
    for (matter, bytes, field, why) in [
        (None, 0, "file", Why::NoFile),
        (None, too_much, "file", Why::FileTooLarge),
        (Some(nowhere), 5, "matter", Why::NoSuchMatter),
    ] {
        let asked = attach(&world, matter, bytes);
        let refused = world.refused("2026-06-08T10:00", asked);
        assert_eq!(refused, (field.to_owned(), why));
    }
}
