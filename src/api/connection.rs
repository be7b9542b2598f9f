//! Connections with deadlines: a TCP stream that ends where its client takes too long over a head, over reading an
//! answer, or over nothing at all.
//!
//! actix-http has a deadline for a connection's first head alone. This stream stands between it and the socket, learns
//! from the envelope when a request is being answered, and gives problem documents to what is malformed: actix answers
//! that before any of our code is asked. It also gives actix one request at a time: `ahead.rs`.

mod ahead;
mod exchange;
mod linger;

use std::io;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::task::{Context, Poll, ready};
use std::time::Instant;

use actix_web::rt::net::TcpStream;
use actix_web::rt::time::{Sleep, sleep_until};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use self::ahead::Ahead;
pub(super) use self::exchange::{Answering, Exchange};
pub(super) use self::linger::LINGER;
use super::instance::Instance;
use super::refusal;

/// A client's connection.
pub(super) struct Connection {
    socket: TcpStream,
    exchange: Rc<Exchange>,
    instance: Arc<Instance>,
    timer: Option<Pin<Box<Sleep>>>,
    /// The client's reading, from where it first fell behind until it has caught up.
    behind: Option<Behind>,
    /// Whether reading waits until an answer is written.
    waits: bool,
    /// Whether as much was read as may be at once.
    sated: bool,
    ahead: Ahead,
    /// No more is read, and nothing more is written.
    ended: bool,
    /// Since when a refusal is written, and only the end of what the client sends is waited for.
    refused: Option<Instant>,
}

/// How fast a client reads that cannot keep up.
struct Behind {
    since: Instant,
    bytes: u64,
}

/// Which deadline has passed.
enum Expired {
    Head,
    Idle,
    Write,
}

impl Connection {
    /// Takes a connection into the instance's count.
    pub(super) fn new(socket: TcpStream, instance: Arc<Instance>) -> Self {
        let others = instance.connections.fetch_add(1, Ordering::Relaxed);
        let exchange = Rc::new(Exchange::new(others >= instance.limits.max_connections.get()));
        Self {
            socket,
            exchange,
            instance,
            timer: None,
            behind: None,
            waits: false,
            sated: false,
            ahead: Ahead::default(),
            ended: false,
            refused: None,
        }
    }

    /// What the envelope needs of it.
    pub(super) fn exchange(&self) -> Rc<Exchange> {
        Rc::clone(&self.exchange)
    }

    /// When the client has to have done what it is about, if that has an end.
    fn deadline(&self) -> Option<(Instant, Expired)> {
        let limits = &self.instance.limits;
        if let Some(refused) = self.refused {
            return Some((refused + LINGER, Expired::Idle));
        }
        if let Some(behind) = &self.behind {
            let since = behind.since.max(self.exchange.held_up_until.get());
            return Some((since + limits.write_timeout.duration(), Expired::Write));
        }
        if self.exchange.answering.get() > 0 {
            return None;
        }
        let head = limits.head_timeout.duration();
        Some(match self.exchange.head_began.get() {
            _ if self.exchange.given_up.get() => (self.exchange.last_heard.get() + LINGER, Expired::Idle),
            Some(began) => (began + head, Expired::Head),
            None if self.exchange.crowded => (self.exchange.last_heard.get() + head, Expired::Idle),
            None => (
                self.exchange.last_heard.get() + limits.idle_timeout.duration(),
                Expired::Idle,
            ),
        })
    }

    /// Says which deadline has passed; where none has, sees to it that the task wakes up for the next one.
    fn poll_expired(&mut self, context: &mut Context<'_>) -> Poll<Expired> {
        loop {
            let Some((deadline, expired)) = self.deadline() else {
                return Poll::Pending;
            };
            if deadline <= Instant::now() {
                if matches!(expired, Expired::Write) && self.keeps_up() {
                    continue;
                }
                return Poll::Ready(expired);
            }
            // A timer that rings too early is cheaper than one that is set anew with each request.
            match &mut self.timer {
                Some(timer) if timer.deadline().into_std() <= deadline && !timer.is_elapsed() => {
                    ready!(timer.as_mut().poll(context));
                }
                Some(timer) => {
                    timer.as_mut().reset(deadline.into());
                    ready!(timer.as_mut().poll(context));
                }
                None => {
                    let timer = self.timer.insert(Box::pin(sleep_until(deadline.into())));
                    ready!(timer.as_mut().poll(context));
                }
            }
        }
    }

    /// Whether the client read fast enough over the time that has just ended; then the next one begins.
    fn keeps_up(&mut self) -> bool {
        let limits = &self.instance.limits;
        let due = limits.write_timeout.duration().as_secs_f64() * f64::from(limits.write_rate.get());
        let Some(behind) = &mut self.behind else {
            return true;
        };
        #[expect(clippy::cast_precision_loss, reason = "exact up to 8 PB")]
        let enough = behind.bytes as f64 >= due;
        *behind = Behind {
            since: Instant::now(),
            bytes: 0,
        };
        enough
    }

    /// Writes the refusal, then reads on for a while: to close upon what was not read would take the refusal away again.
    fn poll_refuse(&mut self, refusal: &[u8], context: &mut Context<'_>) -> Poll<()> {
        if self.refused.is_none() {
            self.refused = Some(Instant::now());
            // A few hundred bytes into a buffer that is empty, unless the client was behind; then it is out of luck.
            let _ = self.socket.try_write(refusal);
            let _ = Pin::new(&mut self.socket).poll_shutdown(context);
        }
        let mut room = [0; 4096];
        loop {
            let mut unread = ReadBuf::new(&mut room);
            match Pin::new(&mut self.socket).poll_read(context, &mut unread) {
                Poll::Ready(Ok(())) if !unread.filled().is_empty() => {}
                Poll::Ready(_) => break,
                Poll::Pending => {
                    ready!(self.poll_expired(context));
                    break;
                }
            }
        }
        self.ended = true;
        Poll::Ready(())
    }

    /// Ends the connection; what the socket still holds is thrown away with it.
    fn cut(&mut self) -> io::Error {
        self.ended = true;
        let _ = self.socket.set_zero_linger();
        io::ErrorKind::TimedOut.into()
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.instance.connections.fetch_sub(1, Ordering::Relaxed);
        if self.exchange.given_up.get() && !self.ended {
            linger::read_on(&self.socket);
        }
    }
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if self.ended {
            return Poll::Ready(Ok(()));
        }
        if self.refused.is_some() {
            ready!(self.poll_refuse(&[], context));
            return Poll::Ready(Ok(()));
        }
        // actix makes requests of all that it has read, at some kilobytes each: it gets the next ones in their turn.
        if std::mem::take(&mut self.sated) {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        self.waits = self.exchange.is_busy();
        let is_head = self.exchange.answering.get() == 0;
        let read = if self.waits {
            Poll::Pending
        } else if self.ahead.is_empty() {
            let read = Pin::new(&mut self.socket).poll_read(context, buffer);
            self.ahead.hold_back(buffer, is_head);
            read
        } else {
            self.ahead.take(buffer, is_head);
            Poll::Ready(Ok(()))
        };
        if let Poll::Ready(read) = read {
            self.sated = buffer.filled().len() >= AT_ONCE_BYTES || !self.ahead.is_empty();
            if !buffer.filled().is_empty() {
                let now = Instant::now();
                self.exchange.heard(now);
                // A client may well send all it has before it reads.
                if self.exchange.answering.get() > 0
                    && let Some(behind) = &mut self.behind
                {
                    behind.since = now;
                }
            }
            return Poll::Ready(read);
        }
        match ready!(self.poll_expired(context)) {
            Expired::Write => Poll::Ready(Err(self.cut())),
            Expired::Head => {
                ready!(self.poll_refuse(&refusal::too_slow(), context));
                Poll::Ready(Ok(()))
            }
            Expired::Idle => {
                self.ended = true;
                Poll::Ready(Ok(()))
            }
        }
    }
}

impl AsyncWrite for Connection {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        if self.ended {
            return Poll::Ready(Ok(bytes.len()));
        }
        if self.refused.is_some() {
            ready!(self.poll_refuse(&[], context));
            return Poll::Ready(Ok(bytes.len()));
        }
        let bytes = match refusal::find_bare(bytes) {
            Some(0) => {
                ready!(self.poll_refuse(&refusal::in_place_of(bytes), context));
                return Poll::Ready(Ok(bytes.len()));
            }
            Some(at) => &bytes[..at],
            None => bytes,
        };
        if let Poll::Ready(written) = Pin::new(&mut self.socket).poll_write(context, bytes) {
            if let (Some(behind), Ok(written)) = (&mut self.behind, &written) {
                behind.bytes += *written as u64;
            }
            return Poll::Ready(written);
        }
        if self.behind.is_none() {
            self.behind = Some(Behind {
                since: Instant::now(),
                bytes: 0,
            });
        }
        match ready!(self.poll_expired(context)) {
            Expired::Write => Poll::Ready(Err(self.cut())),
            Expired::Head | Expired::Idle => Poll::Pending,
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        // All that there was to write is written.
        self.behind = None;
        self.exchange.all_is_written();
        if self.waits && !self.exchange.is_busy() {
            context.waker().wake_by_ref();
        }
        // It may be the last that is heard of this connection: the timer must run from here.
        if !self.ended && self.refused.is_none() && self.poll_expired(context).is_ready() {
            context.waker().wake_by_ref();
        }
        Pin::new(&mut self.socket).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.socket).poll_shutdown(context)
    }
}

/// How much is read before actix looks at it; most requests are shorter.
const AT_ONCE_BYTES: usize = 4096;
