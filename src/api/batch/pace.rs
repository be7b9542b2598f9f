//! How fast a batch may go: a line counts as a request of its caller, and waits where that one has none left.

use std::rc::Rc;
use std::time::Instant;

use actix_web::rt::time::sleep;
use actix_web::web::Data;
use actix_web::{HttpMessage, HttpRequest};

use super::super::admission::Caller;
use super::super::connection::Exchange;
use super::super::instance::Instance;

/// Lets lines through as fast as their caller may ask.
pub(super) struct Pace {
    instance: Data<Instance>,
    caller: Caller,
    exchange: Option<Rc<Exchange>>,
}

impl Pace {
    /// The pace of the request's caller; none where nobody is limited.
    pub(super) fn of(request: &HttpRequest) -> Option<Self> {
        let caller = *request.extensions().get::<Caller>()?;
        Some(Self {
            instance: request.app_data::<Data<Instance>>()?.clone(),
            caller,
            exchange: request.conn_data::<Rc<Exchange>>().cloned(),
        })
    }

    /// How many of so many lines may be answered now: at least one, as soon as that may be.
    pub(super) async fn take(&self, lines: usize) -> usize {
        loop {
            match self.instance.admission.take(self.caller, lines) {
                Ok(taken) => return taken,
                Err(wait) => {
                    if let Some(exchange) = &self.exchange {
                        exchange.held_up_until(Instant::now() + wait);
                    }
                    sleep(wait).await;
                }
            }
        }
    }
}
