//! Reading on after the last answer: to close upon what was not read would take the answer away again.

use std::io::ErrorKind;
use std::net::{self, Shutdown};
use std::os::fd::AsFd;
use std::time::Duration;

use actix_web::rt::net::TcpStream;
use actix_web::rt::time::timeout;
use tokio::runtime::Handle;

/// How long actix, and we in its place, read on after an answer that came before the body's end.
pub(in crate::api) const LINGER: Duration = Duration::from_secs(1);

/// Lets the client have what was written, in a task of its own: actix drops a connection whose body it cannot read.
pub(super) fn read_on(socket: &TcpStream) {
    let (Ok(socket), Ok(runtime)) = (socket.as_fd().try_clone_to_owned(), Handle::try_current()) else {
        return;
    };
    let socket = net::TcpStream::from(socket);
    let _ = socket.shutdown(Shutdown::Write);
    if let Ok(socket) = TcpStream::from_std(socket) {
        runtime.spawn(timeout(LINGER, read_to_the_end(socket)));
    }
}

async fn read_to_the_end(socket: TcpStream) {
    let mut room = [0; 4096];
    while socket.readable().await.is_ok() {
        match socket.try_read(&mut room) {
            Ok(1..) => {}
            Err(error) if error.kind() == ErrorKind::WouldBlock => {}
            Ok(0) | Err(_) => return,
        }
    }
}
