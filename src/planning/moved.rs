//! What moves a window: their absence, the year-end quiet, late thanks, the candidate's own day.

use chrono::NaiveDate;

use crate::facts::{Channel, Purpose};
use crate::guidance::parameters as figure;

use super::decision::Move;
use super::schedule::Window;
use super::situation::Situation;

/// A window with what moved it.
#[derive(Clone, Debug)]
pub(super) struct Moved {
    pub(super) window: Window,
    /// The window before anything moved it.
    pub(super) by_rule: Window,
    pub(super) moves: Vec<Move>,
}

impl Moved {
    /// A window as its rule gives it.
    pub(super) const fn new(window: Window) -> Self {
        Self {
            window,
            by_rule: window,
            moves: Vec::new(),
        }
    }
}

/// Moves opening and best moment to no earlier than a day, and the closing along.
pub(super) fn not_before(
    situation: &Situation,
    moved: &mut Moved,
    earliest: NaiveDate,
    channel: Option<Channel>,
    why: Move,
) {
    let window = &mut moved.window;
    if window.opens_at.date_naive() < earliest {
        window.opens_at = situation.opening(earliest);
    }
    if window.best_at.date_naive() < earliest {
        window.best_at = situation.best(earliest, channel);
        close_after_best(situation, window);
        moved.moves.push(why);
    }
}

/// Keeps opening and best moment out of the year-end quiet.
pub(super) fn keep_quiet(situation: &Situation, channel: Option<Channel>, moved: &mut Moved) {
    let window = &mut moved.window;
    if let Some(day) = situation.after_quiet(window.opens_at.date_naive()) {
        window.opens_at = situation.opening(day);
    }
    let best = window.best_at.date_naive();
    if let Some(day) = situation.after_quiet(best) {
        window.best_at = situation.best(day, channel);
        close_after_best(situation, window);
        moved.moves.push(Move::Quiet(best));
    }
}

fn close_after_best(situation: &Situation, window: &mut Window) {
    let best = window.best_at.date_naive();
    let closing = situation.closing(situation.wd(best, figure::STATUS_QUESTION_MOVED_CLOSES_AFTER_BEST_WD));
    window.closes_at = window.closes_at.max(closing);
}

/// Puts a step on the candidate's own day.
pub(super) fn pin(situation: &Situation, purpose: Purpose, channel: Option<Channel>, moved: &mut Moved) {
    let Some(pin) = situation.pin(purpose) else { return };
    let closing = situation.closing(situation.wd(pin.on, figure::PIN_CLOSES_WD));
    moved.window = Window {
        opens_at: situation.opening(pin.on),
        best_at: situation.best(pin.on, channel),
        closes_at: moved.window.closes_at.max(closing),
    };
    moved.moves = vec![Move::Pin];
}
