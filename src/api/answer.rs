//! Answers: JSON, written once.

use actix_web::HttpResponse;
use actix_web::http::header::HeaderName;
use serde::Serialize;

use crate::{guidance, json};

/// The edition of the rules behind an answer.
pub(super) const GUIDANCE_VERSION: HeaderName = HeaderName::from_static("guidance-version");

/// What most answers have room in.
const USUAL_BYTES: usize = 16 * 1024;

/// A value as a JSON answer.
pub(super) fn json(value: &impl Serialize) -> HttpResponse {
    let mut bytes = Vec::with_capacity(USUAL_BYTES);
    match json::write(value, &mut bytes) {
        Ok(()) => HttpResponse::Ok().content_type("application/json").body(bytes),
        Err(_) => HttpResponse::InternalServerError().finish(),
    }
}

/// A value as a JSON answer that was made by the rules of this edition.
pub(super) fn by_the_rules(value: &impl Serialize) -> HttpResponse {
    let mut response = json(value);
    response.headers_mut().insert(GUIDANCE_VERSION, edition());
    response
}

/// A text of that media type that was made by the rules of this edition.
pub(super) fn written_by_the_rules(content_type: &'static str, text: String) -> HttpResponse {
    HttpResponse::Ok()
        .content_type(content_type)
        .insert_header((GUIDANCE_VERSION, edition()))
        .body(text)
}

/// The edition as a header's value.
pub(super) fn edition() -> actix_web::http::header::HeaderValue {
    actix_web::http::header::HeaderValue::from_static(guidance::VERSION)
}
