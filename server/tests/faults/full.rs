//! A disk without room, of eight megabytes: what is asked is refused in a sentence, what stands is read, and once
//! there is room the ledger writes again by itself.

use std::process::Command;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::program::Place;
use crate::running::kept::{self, Kept};
use crate::running::serving::Serving;
use crate::running::{account, note};

/// Where the small disk is, for the case that runs on it.
const DISK: &str = "PALABRA_TEST_DISK";
const BALLAST: usize = 3 * 1024 * 1024;
/// A note as long as one may be.
const LONG: usize = 19_000;

/// Mounts of its own that are gone with the process: as root, or as anybody in a namespace of users.
#[test]
fn a_full_disk_refuses_is_read_and_heals() {
    let disk = tempfile::tempdir().expect("a folder");
    let mounted = |namespaces: &str, command: &[&str]| {
        let mut unshare = Command::new("unshare");
        unshare
            .args([namespaces, "--", "sh", "-c"])
            .arg("mount -t tmpfs -o size=8m tmpfs \"$PALABRA_TEST_DISK\" && exec \"$@\"")
            .arg("sh")
            .args(command)
            .env(DISK, disk.path());
        unshare.output().expect("unshare, of util-linux")
    };
    let how = ["-m", "-rm"]
        .into_iter()
        .find(|how| mounted(how, &["true"]).status.success())
        .expect(
            "a small disk can be mounted: as root of a machine or of a container with CAP_SYS_ADMIN, \
             or where the system lets users have namespaces of their own",
        );
    let this = std::env::current_exe().expect("this program");
    let this = this.to_str().expect("a path in text");
    let done = mounted(
        how,
        &[this, "--exact", "full::on_the_small_disk", "--nocapture"],
    );
    let said = String::from_utf8_lossy(&done.stdout);
    let said = format!("{said}{}", String::from_utf8_lossy(&done.stderr));
    print!("{said}");
    assert!(
        done.status.success() && said.contains("healed after"),
        "{said}"
    );
}

/// Nothing without its setting.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_the_small_disk() {
    let Some(disk) = std::env::var_os(DISK) else {
        return;
    };
    let dir = TempDir::new_in(disk).expect("a folder on the disk");
    let url = format!("sqlite:{}", dir.path().join("palabra.db").display());
    let place = Place { dir, url };
    place.found();
    let ballast = place.file("ballast");
    std::fs::write(&ballast, vec![b'x'; BALLAST]).expect("ballast");
    let serving = Serving::of(&place).await;
    let ana = serving.ana(&place).await;
    let path = account(&place, &ana).await;
    let before = kept::sound(&place);

    let long = "x".repeat(LONG);
    let mut kept = Vec::new();
    let refused = loop {
        let form = note(&path, &long);
        let answer = ana.post_json(&form).await.expect("an answer");
        match Kept::by(&form, &answer) {
            Some(one) => kept.push(one),
            None => break form,
        }
        assert!(kept.len() < 1000, "eight megabytes are full by now");
    };
    assert!(kept.len() > 10, "{} were kept", kept.len());
    for _ in 0..20 {
        for form in [&refused, &note(&path, &long)] {
            let answer = ana.post(form).await.expect("an answer");
            assert_eq!(answer.status, 507, "{answer:?}");
            assert!(
                answer.body.contains("No hay sitio para guardar más"),
                "{answer:?}"
            );
            assert!(answer.header("retry-after").is_some(), "{answer:?}");
        }
        for read in [path.as_str(), "/clientes", "/sesiones"] {
            let answer = ana.get(read).await.expect("an answer");
            assert_eq!(answer.status, 200, "{read}: {answer:?}");
        }
    }

    std::fs::remove_file(&ballast).expect("room again");
    let freed = Instant::now();
    let healed = loop {
        let answer = ana.post_json(&refused).await.expect("an answer");
        if let Some(one) = Kept::by(&refused, &answer) {
            break one;
        }
        assert_eq!(answer.status, 507, "{answer:?}");
    };
    let after = freed.elapsed();
    assert!(after < Duration::from_secs(1), "{after:?}");
    kept.push(healed);
    kept::stand(&ana, &kept).await;
    serving.stop().await;
    assert_eq!(kept::sound(&place), before + kept.len() as u64);
    println!("healed after {after:?}");
}
