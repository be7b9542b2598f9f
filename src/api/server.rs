//! Listening and stopping.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::Poll;
use std::time::Duration;

use actix_web::HttpServer;
use actix_web::rt;
use actix_web::rt::signal::unix::{SignalKind, signal};
use actix_web::web::Data;

use super::{app, prepare};

/// From the order to stop to the last connection taken: a load balancer needs that long to see that we are not ready.
const DRAIN: Duration = Duration::from_secs(1);

/// How long requests in flight may take to finish.
const SHUTDOWN_TIMEOUT_SECONDS: u64 = 10;

/// How long a client may take over the head of its first request.
const HEAD_TIMEOUT: Duration = Duration::from_secs(5);

/// Whether the instance takes requests: from its start until it is told to stop.
#[derive(Debug)]
pub struct Readiness(AtomicBool);

impl Default for Readiness {
    fn default() -> Self {
        Self(AtomicBool::new(true))
    }
}

impl Readiness {
    /// Whether requests should be sent here.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// From now on `/health/ready` answers 503, and connections close after their answer.
    pub fn stop(&self) {
        self.0.store(false, Ordering::Relaxed);
    }
}

/// Serves on `listener` with that many workers until SIGTERM or SIGINT; requests in flight are finished.
///
/// A second signal stops at once.
///
/// # Errors
/// What the system says when the listener or a signal handler cannot be used.
pub fn serve(listener: TcpListener, workers: usize) -> io::Result<()> {
    rt::System::new().block_on(async move {
        prepare();
        let readiness = Arc::new(Readiness::default());
        let for_workers = Data::from(Arc::clone(&readiness));
        let server = HttpServer::new(move || app(for_workers.clone()))
            .workers(workers)
            .client_request_timeout(HEAD_TIMEOUT)
            .shutdown_timeout(SHUTDOWN_TIMEOUT_SECONDS)
            .disable_signals()
            .listen(listener)?
            .run();
        let handle = server.handle();
        let mut stop = StopSignal::new()?;
        rt::spawn(async move {
            stop.received().await;
            tracing::info!("stopping: requests in flight are finished");
            readiness.stop();
            let drained = rt::spawn(rt::time::sleep(DRAIN));
            rt::spawn(async move {
                stop.received().await;
                tracing::warn!("stopping at once");
                std::process::exit(1);
            });
            let _ = drained.await;
            handle.stop(true).await;
        });
        server.await
    })
}

/// A listener on that address; port 0 takes a free one.
///
/// # Errors
/// What the system says when the address cannot be used.
pub fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    TcpListener::bind(address)
}

/// SIGTERM and SIGINT.
struct StopSignal {
    terminate: rt::signal::unix::Signal,
    interrupt: rt::signal::unix::Signal,
}

impl StopSignal {
    fn new() -> io::Result<Self> {
        Ok(Self {
            terminate: signal(SignalKind::terminate())?,
            interrupt: signal(SignalKind::interrupt())?,
        })
    }

    /// Waits for either.
    async fn received(&mut self) {
        std::future::poll_fn(|context| {
            let either = [
                self.terminate.poll_recv(context),
                self.interrupt.poll_recv(context),
            ];
            if either.iter().any(Poll::is_ready) {
                Poll::Ready(())
            } else {
                Poll::Pending
            }
        })
        .await;
    }
}
