//! Blocks that wait to be answered, and how many may.
//!
//! A client that reads its answers while it sends needs no backlog to speak of: where it reads slowly, we read slowly. One that
//! sends everything before it reads anything would then wait for us as we wait for it, for ever. So once nothing has been
//! read for [`PATIENCE`], its lines are kept, unanswered, which is their smallest form, as far as all batches of the
//! process together stay within [`KEPT_BYTES`].

use std::sync::Arc;
use std::time::Duration;

use actix_web::rt::time::timeout;
use futures_util::future::{Either, select};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, SemaphorePermit};

use crate::batch::Line;

/// How much may wait in a batch whose client reads, in bytes of lines.
const OWN_BYTES: u32 = 128 * 1024;

/// How much the process keeps for clients that do not read yet, in bytes of lines: some ten thousand of ordinary length.
const KEPT_BYTES: usize = 8 * 1024 * 1024;

/// How long a client may read nothing before it counts as one that sends first.
pub(super) const PATIENCE: Duration = Duration::from_secs(1);

/// What a line costs beside its text, in bytes.
const LINE_OVERHEAD_BYTES: usize = size_of::<Line>();

static KEPT: Semaphore = Semaphore::const_new(KEPT_BYTES);

/// Where the reader of the body puts blocks.
#[derive(Debug)]
pub(super) struct Sender {
    blocks: UnboundedSender<(Vec<Line>, Room)>,
    own: Arc<Semaphore>,
    stalled: bool,
}

/// Where the blocks come out, in order, each with the room that it takes up until that is dropped.
pub(super) type Receiver = UnboundedReceiver<(Vec<Line>, Room)>;

/// Room that a block takes up, given back when this is dropped.
#[derive(Debug)]
#[expect(dead_code, reason = "permits are there to be dropped")]
pub(super) enum Room {
    Own(OwnedSemaphorePermit),
    Kept(SemaphorePermit<'static>),
}

/// An empty backlog.
pub(super) fn backlog() -> (Sender, Receiver) {
    let (blocks, receiver) = unbounded_channel();
    let own = Arc::new(Semaphore::new(OWN_BYTES as usize));
    let sender = Sender {
        blocks,
        own,
        stalled: false,
    };
    (sender, receiver)
}

impl Sender {
    /// Puts a block in, as soon as there is room. False where nobody takes them out any more.
    pub(super) async fn send(&mut self, block: Vec<Line>) -> bool {
        let text = |line: &Line| line.text.as_ref().map_or(0, Vec::len);
        let bytes: usize = block.iter().map(|line| text(line) + LINE_OVERHEAD_BYTES).sum();
        let bytes = u32::try_from(bytes).unwrap_or(OWN_BYTES).min(OWN_BYTES);
        match self.room(bytes).await {
            Some(room) => self.blocks.send((block, room)).is_ok(),
            None => false,
        }
    }

    /// None only if the semaphores were closed, which they never are.
    async fn room(&mut self, bytes: u32) -> Option<Room> {
        let own = || Arc::clone(&self.own).acquire_many_owned(bytes);
        let patience = if self.stalled { Duration::ZERO } else { PATIENCE };
        if let Ok(room) = timeout(patience, own()).await {
            self.stalled = false;
            return room.ok().map(Room::Own);
        }
        let kept = std::pin::pin!(KEPT.acquire_many(bytes));
        let (room, stalled) = match select(std::pin::pin!(own()), kept).await {
            Either::Left((room, _)) => (room.ok().map(Room::Own), false),
            Either::Right((room, _)) => (room.ok().map(Room::Kept), true),
        };
        self.stalled = stalled;
        room
    }
}
