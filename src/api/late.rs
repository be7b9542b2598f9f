//! What is put together when it is first asked for. An instance that only plans never holds it.

use std::sync::LazyLock;

use actix_web::web;

use super::problem::Problem;

/// The value, put together off the event loop where nobody has asked for it before.
pub(super) async fn ready<T: Send + Sync>(value: &'static LazyLock<T>) -> Result<&'static T, Problem> {
    match LazyLock::get(value) {
        Some(value) => Ok(value),
        None => web::block(|| LazyLock::force(value))
            .await
            .map_err(|_| Problem::internal()),
    }
}
