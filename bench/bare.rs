//! What a request costs that is hardly more than HTTP: the facts are parsed into the same types and thrown away, and the answer is
//! as many bytes as were asked for. `bench/ratio.py` measures the service against it.
//!
//! `POST /{size}`; it prints its address and serves with one worker until it is killed.

use std::io::{self, Write};
use std::net::TcpListener;

use actix_web::web::{Bytes, Path};
use actix_web::{App, HttpResponse, HttpServer, post, rt};
use followup::facts::InterviewSubmission;

/// More than any answer has.
static BODY: [u8; 1 << 20] = [b' '; 1 << 20];

#[post("/{size}")]
async fn bare(size: Path<usize>, facts: Bytes) -> HttpResponse {
    match (
        serde_json::from_slice::<InterviewSubmission>(&facts),
        BODY.get(..*size),
    ) {
        (Ok(_), Some(body)) => HttpResponse::Ok()
            .content_type("application/json")
            .body(Bytes::from_static(body)),
        _ => HttpResponse::BadRequest().finish(),
    }
}

fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    writeln!(io::stdout(), "Listening on http://{}", listener.local_addr()?)?;
    let server = HttpServer::new(|| App::new().service(bare))
        .workers(1)
        .listen(listener)?;
    rt::System::new().block_on(server.run())
}
