//! Listening and stopping.

use std::future::ready;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::os::fd::OwnedFd;
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use actix_http::error::DispatchError;
use actix_http::{HttpService, KeepAlive, Protocol};
use actix_server::{GracefulShutdownSignal, Server};
use actix_service::{IntoServiceFactory, ServiceFactory, ServiceFactoryExt, fn_service, map_config};
use actix_web::Error;
use actix_web::dev::AppConfig;
use actix_web::rt;
use actix_web::rt::net::TcpStream;
use actix_web::rt::signal::unix::{SignalKind, signal};
use actix_web::web::Data;
use tokio::net::TcpSocket;

use super::connection::{Connection, LINGER};
use super::instance::Instance;
use super::{app, metrics, prepare};

/// Connections above the limit that are still taken, so that probes are answered and others hear that there are too many.
const SPARE_CONNECTIONS: usize = 256;

/// Connections that wait to be accepted; the system may hold it lower (`net.core.somaxconn`).
const QUEUED_CONNECTIONS: u32 = 4096;

/// What the log gets to write its last lines in, where the process ends at once: they gather for a moment.
const LAST_LINES: Duration = Duration::from_millis(50);

/// How often what is kept for metrics and rates is tidied up.
const UPKEEP: Duration = Duration::from_secs(5);

/// Serves on `listener` with that many workers until SIGTERM or SIGINT; requests in flight are finished.
///
/// A second signal stops at once.
///
/// # Errors
/// What the system says when the listener or a signal handler cannot be used.
pub fn serve(listener: TcpListener, workers: usize, instance: Instance) -> io::Result<()> {
    rt::System::new().block_on(async move {
        prepare();
        let address = listener.local_addr()?;
        let listener = with_a_queue(listener)?;
        let instance = Arc::new(instance);
        let most = instance
            .limits
            .max_connections
            .get()
            .saturating_add(SPARE_CONNECTIONS);
        let stop_timeout = instance.limits.stop_timeout.duration();
        let server = Server::build()
            .workers(workers)
            .max_concurrent_connections(most.div_ceil(workers))
            .shutdown_timeout(stop_timeout.as_secs() + u64::from(stop_timeout.subsec_nanos() > 0))
            .disable_signals();
        let stopping = server.graceful_shutdown_signal();
        let for_workers = Arc::clone(&instance);
        let server = server
            .listen("http", listener, move || http(&for_workers, address, &stopping))?
            .run();
        let handle = server.handle();
        instance.admission.announce();
        let for_upkeep = Arc::clone(&instance);
        rt::spawn(async move {
            loop {
                rt::time::sleep(UPKEEP).await;
                metrics::upkeep();
                for_upkeep.admission.forget();
            }
        });
        let mut hang_up = signal(SignalKind::hangup())?;
        let for_keys = Arc::clone(&instance);
        rt::spawn(async move {
            while hang_up.recv().await.is_some() {
                for_keys.admission.read_keys_again();
            }
        });
        let mut stop = StopSignal::new()?;
        rt::spawn(async move {
            stop.received().await;
            tracing::info!("stopping: requests in flight are finished");
            instance.stop();
            let drained = rt::spawn(rt::time::sleep(instance.limits.drain_time.duration()));
            rt::spawn(async move {
                stop.received().await;
                tracing::warn!("stopping at once");
                rt::time::sleep(LAST_LINES).await;
                std::process::exit(1);
            });
            let _ = drained.await;
            handle.stop(true).await;
        });
        server.await
    })
}

/// What a worker does with a socket: HTTP/1.1 under our deadlines in place of actix's own.
fn http(
    instance: &Arc<Instance>,
    address: SocketAddr,
    stopping: &GracefulShutdownSignal,
) -> impl ServiceFactory<TcpStream, Config = (), Response = (), Error = DispatchError, InitError = ()> + use<>
{
    let stopping = stopping.clone();
    let routes = app(Data::from(Arc::clone(instance)))
        .into_factory()
        .map_err(|error: Error| error.error_response());
    let http = HttpService::build()
        .graceful_shutdown_signal(move || {
            let stopping = stopping.clone();
            async move { stopping.notified().await }
        })
        .keep_alive(KeepAlive::Os)
        .client_request_timeout(Duration::ZERO)
        .client_disconnect_timeout(LINGER)
        .local_addr(address)
        .on_connect_ext(|connection: &Connection, extensions| {
            extensions.insert(connection.exchange());
        })
        .finish(map_config(routes, |()| AppConfig::default()));
    let instance = Arc::clone(instance);
    fn_service(move |socket: TcpStream| {
        let _ = socket.set_nodelay(true);
        let peer = socket.peer_addr().ok();
        let connection = Connection::new(socket, Arc::clone(&instance));
        ready(Ok((connection, Protocol::Http1, peer)))
    })
    .and_then(http)
}

/// A listener on that address; port 0 takes a free one.
///
/// # Errors
/// What the system says when the address cannot be used.
pub fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    TcpListener::bind(address)
}

/// The same listener with room for many connections that come at once: in Rust's own queue of 128 the next one is lost, and its
/// client tries again a second later.
fn with_a_queue(listener: TcpListener) -> io::Result<TcpListener> {
    let socket = TcpSocket::from_std_stream(OwnedFd::from(listener).into());
    socket.listen(QUEUED_CONNECTIONS)?.into_std()
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
