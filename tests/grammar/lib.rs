//! Nothing but tests: they are in `tests`.
