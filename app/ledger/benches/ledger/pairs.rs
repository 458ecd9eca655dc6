//! Two things measured in turn, first one, then the other, and so on: what a busy machine does to one it does to the
//! other, and the median of the ratios is what counts. It refuses to know what they are.

use std::time::{Duration, Instant};

/// Medians over all rounds.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pair {
    /// Of each round's first figure by its second.
    pub(crate) ratio: f64,
    pub(crate) first: f64,
    pub(crate) second: f64,
}

/// So many rounds, of which every other begins with the second.
pub(crate) async fn interleaved(
    rounds: usize,
    mut first: impl AsyncFnMut() -> f64,
    mut second: impl AsyncFnMut() -> f64,
) -> Pair {
    let (mut ratios, mut firsts, mut seconds) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..rounds {
        let (one, other) = match round % 2 {
            0 => {
                let one = first().await;
                (one, second().await)
            }
            _ => {
                let other = second().await;
                (first().await, other)
            }
        };
        ratios.push(one / other);
        firsts.push(one);
        seconds.push(other);
    }
    Pair {
        ratio: median(ratios),
        first: median(firsts),
        second: median(seconds),
    }
}

pub(crate) fn median(figures: Vec<f64>) -> f64 {
    at(figures, 0.5)
}

/// The figure that this part of them are not above.
pub(crate) fn at(mut figures: Vec<f64>, part: f64) -> f64 {
    figures.sort_by(f64::total_cmp);
    let last = figures.len() - 1;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a place in a list"
    )]
    let place = (part * last as f64).round() as usize;
    figures[place]
}

/// How many a second.
pub(crate) fn rate(count: usize, took: Duration) -> f64 {
    float(count) / took.as_secs_f64()
}

pub(crate) fn float(count: usize) -> f64 {
    f64::from(u32::try_from(count).expect("not so many"))
}

pub(crate) async fn timed<T>(work: impl Future<Output = T>) -> (T, Duration) {
    let began = Instant::now();
    let done = work.await;
    (done, began.elapsed())
}
