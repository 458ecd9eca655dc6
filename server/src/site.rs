//! The site's files: wasm, stylesheet, pictures; those named by their content are kept for ever by browsers.
//! It refuses to serve anything outside its folder.

use std::path::{Path, PathBuf};

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderValue, header};
use leptos::config::{Env, LeptosOptions};
use tower_http::services::ServeDir;

/// What cargo-leptos writes beside the binary: the names of the hashed files.
const HASH_FILE: &str = "hash.txt";

/// The options as cargo-leptos builds the site (`Cargo.toml`, workspace.metadata.leptos).
#[must_use]
pub fn options(addr: std::net::SocketAddr) -> LeptosOptions {
    let beside = beside_the_binary(HASH_FILE).filter(|file| file.is_file());
    let env = if std::env::var_os("LEPTOS_WATCH").is_some() {
        Env::DEV
    } else {
        Env::PROD
    };
    LeptosOptions::builder()
        .output_name("palabra")
        .site_root(root().display().to_string())
        .site_pkg_dir("pkg")
        .env(env)
        .site_addr(addr)
        .hash_files(beside.is_some())
        .hash_file(HASH_FILE.into())
        .build()
}

/// Where the files are not.
#[derive(Debug, thiserror::Error)]
#[error(
    "the site's files are missing: there is no folder {0}; cargo leptos build --release --precompress makes it, or LEPTOS_SITE_ROOT says where the site is"
)]
pub struct MissingSite(String);

/// Whether there is anything to serve to browsers.
///
/// # Errors
/// When there is not.
pub fn check(options: &LeptosOptions) -> Result<(), MissingSite> {
    let folder = package_folder(options);
    match folder.is_dir() {
        true => Ok(()),
        false => Err(MissingSite(folder.display().to_string())),
    }
}

fn beside_the_binary(name: &str) -> Option<PathBuf> {
    let binary = std::env::current_exe().ok()?;
    Some(binary.parent()?.join(name))
}

/// `site` beside the binary where it was installed so; where cargo-leptos builds it, seen from the binary it builds
/// (`target/server/release/palabra`), or from the project's folder.
fn root() -> PathBuf {
    let named = std::env::var_os("LEPTOS_SITE_ROOT").map(PathBuf::from);
    let from_the_binary = ["site", "../../site"].into_iter();
    let mut found = from_the_binary
        .filter_map(beside_the_binary)
        .filter(|folder| folder.is_dir());
    named
        .or_else(|| found.next())
        .unwrap_or_else(|| PathBuf::from("target/site"))
}

fn package_folder(options: &LeptosOptions) -> PathBuf {
    Path::new(options.site_root.as_ref()).join(options.site_pkg_dir.as_ref())
}

/// The files of `/pkg`.
#[must_use]
pub fn package(options: &LeptosOptions) -> ServeDir {
    ServeDir::new(package_folder(options))
        .precompressed_br()
        .precompressed_gzip()
}

/// The few files that stand at the root, such as `/favicon.svg`; `None` where there is no such file.
#[must_use]
pub fn at_the_root(options: &LeptosOptions, path: &str) -> Option<PathBuf> {
    let name = path.strip_prefix('/')?;
    let is_plain = !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte));
    let is_file_name = is_plain && !name.starts_with('.') && name.contains('.');
    let file = Path::new(options.site_root.as_ref()).join(name);
    (is_file_name && file.is_file()).then_some(file)
}

/// A name with a hash in it never means anything else.
pub async fn keep(request: Request, next: Next) -> Response {
    let is_hashed = is_hashed(request.uri().path());
    let mut response = next.run(request).await;
    if response.status().is_success() {
        let keep = if is_hashed {
            "public, max-age=31536000, immutable"
        } else {
            "public, no-cache"
        };
        response
            .headers_mut()
            .insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    }
    response
}

/// `palabra.kR3…9.wasm`: a hash between the name and the ending.
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.split('.')
        .rev()
        .nth(1)
        .is_some_and(|hash| hash.len() >= 16)
        && name.matches('.').count() >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hashed_names_are_kept_for_ever() {
        assert!(is_hashed("/pkg/palabra.RqKjCxHJb9dFT0rrlzLaIg.wasm"));
        assert!(!is_hashed("/pkg/palabra.css"));
        assert!(!is_hashed("/favicon.svg"));
    }

    #[test]
    fn nothing_outside_the_folder_is_a_file_of_the_site() {
        let dir = tempfile::tempdir().expect("a folder");
        let site = dir.path().join("site");
        std::fs::create_dir_all(site.join("pkg")).expect("a site");
        for file in [
            "outside.txt",
            "site/robots.txt",
            "site/.env",
            "site/pkg/x.js",
        ] {
            std::fs::write(dir.path().join(file), "a file").expect("a file");
        }
        let options = LeptosOptions::builder()
            .output_name("palabra")
            .site_root(site.display().to_string())
            .site_pkg_dir("pkg")
            .build();
        let robots = at_the_root(&options, "/robots.txt");
        assert_eq!(robots, Some(site.join("robots.txt")));
        for path in [
            "/../outside.txt",
            "/..%2foutside.txt",
            "/.env",
            "/",
            "/pkg",
            "/pkg/x.js",
            "/nothing.txt",
        ] {
            assert_eq!(at_the_root(&options, path), None, "{path}");
        }
    }

    #[test]
    fn a_site_that_is_not_built_is_a_sentence() {
        let dir = tempfile::tempdir().expect("a folder");
        let options = LeptosOptions::builder()
            .output_name("palabra")
            .site_root(dir.path().display().to_string())
            .site_pkg_dir("pkg")
            .build();
        let missing = check(&options).expect_err("no pkg").to_string();
        assert!(missing.contains("there is no folder") && missing.contains("/pkg"));
        std::fs::create_dir(dir.path().join("pkg")).expect("a folder");
        assert!(check(&options).is_ok());
    }
}
