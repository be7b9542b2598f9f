//! Answers: JSON, written once.

use actix_web::HttpResponse;
use actix_web::http::header::HeaderName;
use serde::Serialize;

use crate::guidance;
use crate::json::WriteJson;

/// The edition of the rules behind an answer.
pub(super) const GUIDANCE_VERSION: HeaderName = HeaderName::from_static("guidance-version");

/// What most plans have room in.
const USUAL_BYTES: usize = 24 * 1024;

/// A value as a JSON answer.
pub(super) fn json(value: &impl Serialize) -> HttpResponse {
    match serde_json::to_vec(value) {
        Ok(bytes) => HttpResponse::Ok().content_type("application/json").body(bytes),
        Err(_) => HttpResponse::InternalServerError().finish(),
    }
}

/// A value as a JSON answer that was made by the rules of this edition.
pub(super) fn by_the_rules(value: &impl Serialize) -> HttpResponse {
    let mut response = json(value);
    response.headers_mut().insert(GUIDANCE_VERSION, edition());
    response
}

/// A plan, or a part of one, as a JSON answer.
pub(super) fn planned(plan: &impl WriteJson) -> HttpResponse {
    let mut bytes = Vec::with_capacity(USUAL_BYTES);
    plan.write_json(&mut bytes);
    HttpResponse::Ok()
        .content_type("application/json")
        .insert_header((GUIDANCE_VERSION, edition()))
        .body(bytes)
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
