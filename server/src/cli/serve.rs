//! `palabra serve`: opens the ledger, begins the house where there is none, listens, and closes in order when stopped.
//! It refuses to make a database: `palabra migrate` does.

use std::process::ExitCode;

use ledger::Ledger;
use leptos::config::LeptosOptions;
use tokio::net::TcpListener;
use tokio::sync::watch;

use super::Failure;
use crate::auth::house;
use crate::auth::links::{self, Purpose};
use crate::auth::password::Hashing;
use crate::clock::Clock;
use crate::config::{Config, Entry, Limits};
use crate::listen::sockets;
use crate::state::{App, Parts};
use crate::{jobs, listen, metrics, router, site};

/// It cannot be listened there.
#[derive(Debug, thiserror::Error)]
#[error("{addr} cannot be listened on (PALABRA_ADDR)")]
struct ListenError {
    addr: std::net::SocketAddr,
    #[source]
    source: std::io::Error,
}

pub(super) async fn run(
    url: &str,
    replica: Option<&str>,
    config: Config,
) -> Result<ExitCode, Failure> {
    let leptos = site::options(config.addr);
    site::check(&leptos)?;
    if let Some(doubt) = config.doubt() {
        tracing::warn!("{doubt}");
    }
    let clock = Clock::machine();
    if config.entry == Entry::Demo {
        super::demo::lay_where_empty(url, clock.now()).await?;
    }
    let ledger = match replica {
        Some(replica) => Ledger::open_with_replica(url, replica).await?,
        None => Ledger::open(url).await?,
    };
    let _alone = ledger.hold()?;
    house::found(&ledger, &config.founding, clock.now()).await?;
    let addr = config.addr;
    let listener = sockets::listen(addr, config.limits.connections)
        .map_err(|source| ListenError { addr, source })?;
    let origin = config.public.origin().to_owned();
    if !ledger.has_credentials().await? {
        let link = links::give(&ledger, Purpose::First, &origin, clock.now()).await?;
        println!(
            "Nobody can sign in yet. This link makes the first administrator, once, within a day:\n{link}"
        );
    }
    // Whoever reads that it answers may stop it at once.
    let asked = asked_to_stop()?;
    println!("Palabra answers at {origin} from {}", ledger.shown());
    serve(listener, ledger, config, leptos, clock, asked).await?;
    Ok(ExitCode::SUCCESS)
}

async fn serve(
    listener: TcpListener,
    ledger: Ledger,
    config: Config,
    leptos: LeptosOptions,
    clock: Clock,
    asked: impl Future<Output = ()> + Send + 'static,
) -> Result<(), Failure> {
    let (close, closing) = watch::channel(false);
    if let Some(addr) = config.metrics {
        metrics::serve(addr, closing.clone()).await?;
    }
    let limits = Limits {
        connections: sockets::for_connections(config.limits.connections),
        ..config.limits
    };
    let app = App::new(Parts {
        leptos,
        ledger: ledger.clone(),
        config,
        clock,
        hashing: Hashing::default(),
        closing: closing.clone(),
    });
    let routes = router::build(&app)?;
    let working = tokio::spawn(jobs::run(app, closing));
    let stopped = async move {
        asked.await;
        tracing::info!("stopping");
        // Live streams end by themselves only when they hear of it.
        let _ = close.send(true);
    };
    listen::serve(listener, routes.router, limits, stopped).await;
    if tokio::time::timeout(limits.farewell, working)
        .await
        .is_err()
    {
        tracing::warn!("a job did not finish in time and is cut");
    }
    ledger.close().await;
    Ok(())
}

/// Once it is asked to stop; heard from this call on, before anybody waits for it.
#[cfg(unix)]
fn asked_to_stop() -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminated = signal(SignalKind::terminate())?;
    let mut interrupted = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminated.recv() => {}
            _ = interrupted.recv() => {}
        }
    })
}

/// Once it is asked to stop; heard from this call on, before anybody waits for it.
#[cfg(windows)]
fn asked_to_stop() -> std::io::Result<impl Future<Output = ()>> {
    let mut interrupted = tokio::signal::windows::ctrl_c()?;
    Ok(async move {
        interrupted.recv().await;
    })
}
