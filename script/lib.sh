# What the scripts share: where the project is, which versions it wants, how they talk. Sourced, never run.
# It installs nothing and decides nothing.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

cargo_leptos_version=0.3.10
cargo_nextest_version=0.9.143
rust_version=$(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)
# The command must be of the very version that the program is linked with.
wasm_bindgen_version=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"/\1/p;}' Cargo.lock)

# Tools of a version that the person has otherwise stand in .tools, beside theirs and before them.
export PATH="$root/.tools/bin:${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1

say() { printf '%s\n' "$*"; }

stop() {
  printf '\n%s\n' "$*" >&2
  exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

# 42 -> "42 s", 754 -> "12 min 34 s"
duration() {
  if (($1 < 60)); then printf '%d s' "$1"; else printf '%d min %02d s' $(($1 / 60)) $(($1 % 60)); fi
}

# Says what is about to happen, does it, says what it took: timed ABOUT COMMAND… Its status is the command's, also
# where it stands in a condition, in which nothing stops by itself.
timed() {
  local about=$1 began=$SECONDS
  shift
  say "· $about"
  "$@" || return
  say "  done in $(duration $((SECONDS - began)))"
}

as_root() {
  if ((EUID == 0)); then "$@"; else sudo "$@"; fi
}

# The folder of initdb and pg_ctl: Debian keeps them off PATH, one folder a version; the newest is taken.
postgres_bin() {
  local dir
  for dir in $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -rV) "$(pg_config --bindir 2>/dev/null || true)"; do
    if [[ -n $dir && -x $dir/initdb && -x $dir/postgres ]]; then
      say "$dir"
      return 0
    fi
  done
  return 1
}

chromium_path() {
  local name
  if [[ -n ${PALABRA_CHROMIUM:-} ]]; then
    say "$PALABRA_CHROMIUM"
    return 0
  fi
  for name in chromium chromium-browser google-chrome; do
    if has "$name"; then
      command -v "$name"
      return 0
    fi
  done
  return 1
}
