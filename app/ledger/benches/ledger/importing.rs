//! The import of orders as the program does it, from a file: against the rows that it leaves, written barely; and the
//! memory it takes, by how long the file is.

use std::path::Path;
use std::time::{Duration, Instant};

use domain::ids::StreamId;
use ledger::Engine;
use tokio::process::Command;

use crate::hands::Hands;
use crate::names::Dice;
use crate::orders;
use crate::pairs::{float, interleaved, rate, timed};
use crate::processors::Processors;
use crate::rows::{Goal, Row, grouped, on, say};
use crate::sizes::Sizes;
use crate::support;
use crate::tables::{self, Cells, ROWS_AT_ONCE, Table};

const ROWS_A_TRANSACTION: usize = 500;
const LOOKED_EVERY: Duration = Duration::from_millis(5);

pub(crate) async fn measure(engine: Engine, sizes: &Sizes) {
    say(&format!("imports {}", on(engine)));
    let dir = tempfile::tempdir().expect("a folder");
    barely(engine, sizes, dir.path()).await;
    memory(engine, sizes, dir.path()).await;
}

async fn barely(engine: Engine, sizes: &Sizes, dir: &Path) {
    let rows = sizes.imported;
    let file = dir.join("orders.csv");
    orders::write(&file, rows);
    let left = Left::by_an_import(engine, &file, rows).await;
    let processors = Processors::now();
    let pair = interleaved(
        sizes.imports,
        async || {
            let (url, _dir) = begun(engine).await;
            let ((), took) = timed(import(&url, &file)).await;
            rate(rows, took)
        },
        async || {
            let (url, _dir) = begun(engine).await;
            rate(rows, left.load(&url).await)
        },
    )
    .await;
    let (rows, on) = (grouped(rows), on(engine));
    let name = format!(
        "Import of {rows} orders against a raw load of the rows it leaves, those of 500 orders a transaction, {on}"
    );
    Row::ratio(name, pair.ratio, Goal::AtLeast(0.3))
        .because(processors.told())
        .tell();
    let name = format!("Import of {rows} orders {on}");
    Row::figure(name, pair.first, "rows a second").tell();
}

/// A database with a house in which somebody answers for accounts.
async fn begun(engine: Engine) -> (String, tempfile::TempDir) {
    let (url, dir) = support::nowhere(engine).await;
    for args in [
        "migrate",
        "user add ana@casa.example --name Ana --role account_manager",
    ] {
        let done = palabra(&url).args(args.split(' ')).output().await;
        assert!(done.expect("the program runs").status.success(), "{args}");
    }
    (url, dir)
}

fn palabra(url: &str) -> Command {
    let program = std::env::var_os("PALABRA_BIN");
    let program =
        program.expect("PALABRA_BIN is not set: run script/bench, or name a release palabra");
    let mut command = Command::new(program);
    command.env("DATABASE_URL", url).env("PALABRA_LOG", "warn");
    command
}

fn importing(url: &str, file: &Path) -> Command {
    let mut command = palabra(url);
    command
        .args(["import", "orders"])
        .arg(file)
        .args(["--source", "erp", "--key", orders::KEY])
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null());
    command
}

async fn import(url: &str, file: &Path) {
    let done = importing(url, file).status().await;
    assert!(done.expect("the program runs").success());
}

/// What an import left: of each table its rows, by chance, as the ids of a file's customers come.
struct Left {
    tables: Vec<(Table, Vec<Cells>)>,
    transactions: usize,
}

impl Left {
    async fn by_an_import(engine: Engine, file: &Path, rows: usize) -> Self {
        let (url, _dir) = begun(engine).await;
        import(&url, file).await;
        let mut hands = Hands::as_the_writer(&url).await;
        let mut tables = Vec::new();
        let mut dice = Dice(3);
        for table in tables::all(&mut hands).await {
            let house = Some(StreamId::HOUSE.uuid());
            let mut rows = table.read(&mut hands, "WHERE stream_id <> $1", house).await;
            dice.shuffle(&mut rows);
            tables.push((table, rows));
        }
        hands.close().await;
        Self {
            tables,
            transactions: rows.div_ceil(ROWS_A_TRANSACTION),
        }
    }

    /// Of every table as large a part in each transaction.
    async fn load(&self, url: &str) -> Duration {
        let mut hands = Hands::as_the_writer(url).await;
        let began = Instant::now();
        for nth in 0..self.transactions {
            hands.begin().await;
            for (table, rows) in &self.tables {
                let part = |nth: usize| rows.len() * nth / self.transactions;
                let some = &rows[part(nth)..part(nth + 1)];
                table.write(&mut hands, some, ROWS_AT_ONCE).await;
            }
            hands.commit().await;
        }
        let took = began.elapsed();
        hands.close().await;
        took
    }
}

async fn memory(engine: Engine, sizes: &Sizes, dir: &Path) {
    let mut peaks = Vec::new();
    for rows in [sizes.long_file, sizes.short_file] {
        let file = dir.join(format!("{rows}.csv"));
        orders::write(&file, rows);
        let (url, _dir) = begun(engine).await;
        peaks.push(peak(importing(&url, &file)).await);
    }
    let (long, short, on) = (
        grouped(sizes.long_file),
        grouped(sizes.short_file),
        on(engine),
    );
    let name = format!("Peak memory of importing {long} orders against {short}, {on}");
    Row::ratio(name, peaks[0] / peaks[1], Goal::AtMost(1.2))
        .because(format!("{:.1} MB against {:.1} MB", peaks[0], peaks[1]))
        .tell();
    let name = format!("Peak memory of importing {long} orders {on}");
    Row::figure(name, peaks[0], "MB").tell();
}

/// The most that a program held at once, in MB: the system keeps count until it ends.
async fn peak(mut command: Command) -> f64 {
    let mut running = command.spawn().expect("the program runs");
    let status = format!("/proc/{}/status", running.id().expect("it runs"));
    let mut again = tokio::time::interval(LOOKED_EVERY);
    let mut peak = 0;
    loop {
        tokio::select! {
            done = running.wait() => {
                assert!(done.expect("it ends").success());
                assert!(peak > 0, "it was never seen");
                return float(peak) / 1024.0;
            }
            _ = again.tick() => {
                let told = std::fs::read_to_string(&status).unwrap_or_default();
                let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:"));
                let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
                peak = peak.max(kilobytes.unwrap_or(0));
            }
        }
    }
}
