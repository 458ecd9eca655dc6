//! nginx with the file that Palabra ships, on a case's own ports and with its own folders; gone with the case.
//! It refuses to change anything else of it.

use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};

use rustix::process::getuid;
use tempfile::TempDir;
use tokio::net::TcpStream;

use crate::running::until;

const SHIPPED: &str = include_str!("../../../docs/proxy/nginx.conf");

pub(crate) struct Nginx {
    child: Child,
    _dir: TempDir,
}

impl Nginx {
    /// Before these two, listening there.
    pub(crate) async fn before(servers: [SocketAddr; 2], addr: SocketAddr) -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        let mut shipped = SHIPPED.to_owned();
        let places = ["127.0.0.1:3000", "127.0.0.1:3001", "127.0.0.1:3002"];
        for (place, ours) in places.iter().zip([addr, servers[0], servers[1]]) {
            assert_eq!(shipped.matches(place).count(), 1, "{place}");
            shipped = shipped.replace(place, &ours.to_string());
        }
        let write = |name: &str, text: &str| {
            std::fs::write(dir.path().join(name), text).expect("a file");
        };
        write("palabra.conf", &shipped);
        write("nginx.conf", &around(getuid().is_root()));
        let child = Command::new(program())
            .arg("-p")
            .arg(dir.path())
            .args(["-c", "nginx.conf", "-e", "stderr"])
            .stdout(Stdio::null())
            .spawn()
            .expect("nginx starts");
        let mut nginx = Self { child, _dir: dir };
        until("nginx answers", async || {
            let ended = nginx.child.try_wait().expect("a child");
            assert!(ended.is_none(), "nginx ended: {ended:?}");
            TcpStream::connect(addr).await.is_ok()
        })
        .await;
        nginx
    }
}

/// What Debian's own nginx.conf is around a file of conf.d.
fn around(is_root: bool) -> String {
    let user = if is_root { "user root;" } else { "" };
    let kinds = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    let folders = kinds.map(|kind| format!("{kind}_temp_path {kind};"));
    let folders = folders.join("\n");
    format!(
        "{user} daemon off; master_process off; pid nginx.pid; error_log stderr crit;
         events {{ worker_connections 1024; }}
         http {{ access_log off; {folders} include palabra.conf; }}"
    )
}

/// Debian keeps it off the PATH of those who are not root.
fn program() -> std::path::PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&path).chain(["/usr/sbin".into()]);
    let mut files = folders.map(|folder| folder.join("nginx"));
    let found = files.find(|file| file.is_file());
    found.expect("nginx is missing: script/setup --test installs it")
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
