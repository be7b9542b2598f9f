//! The kinds of problem: name, status, title, and the page that explains each.

use std::borrow::Cow;

use actix_web::http::StatusCode;

use super::problem::Problem;

/// A kind of problem: its name, its status, and the page that explains it at `/problems/{slug}`.
#[derive(Debug)]
pub struct ProblemType {
    /// The last part of the `type`.
    pub slug: &'static str,
    /// The HTTP status.
    pub status: StatusCode,
    /// The `title`: the same for every problem of this type.
    pub title: &'static str,
    /// What it means and what to do about it, as Markdown without the heading.
    pub page: &'static str,
}

/// The body is no JSON.
pub static NOT_JSON: ProblemType = ProblemType {
    slug: "not-json",
    status: StatusCode::BAD_REQUEST,
    title: "The body is not JSON",
    page: "The body of the request could not be read as JSON. `detail` names the line \
           and the column of the first mistake. Mend the syntax and send it again.",
};

/// The request is malformed in some way that no other type names.
pub static BAD_REQUEST: ProblemType = ProblemType {
    slug: "bad-request",
    status: StatusCode::BAD_REQUEST,
    title: "The request cannot be read",
    page: "The request breaks a rule of HTTP itself, a header has more than is read of it here, or the body breaks off, so that \
           nobody could say what it asks for. A client library seldom sends one like it; look for a hand-made header, or a \
           proxy between the two.",
};

/// No key, or a wrong one.
pub static UNAUTHORIZED: ProblemType = ProblemType {
    slug: "unauthorized",
    status: StatusCode::UNAUTHORIZED,
    title: "A key is needed",
    page: "This instance asks for an API key, and the request has none, or one that is not known. Send the key that the \
           operator gave you as `Authorization: Bearer …` or as `X-Api-Key: …`.",
};

/// A browser's page of an origin that may not ask.
pub static ORIGIN_NOT_ALLOWED: ProblemType = ProblemType {
    slug: "origin-not-allowed",
    status: StatusCode::FORBIDDEN,
    title: "Pages of this origin may not ask",
    page: "The request comes from a page in a browser, and `/mcp` is asked by pages of those origins alone that the operator lets \
           in (`FOLLOWUP_CORS_ORIGINS`). Ask from a program, or have the origin let in.",
};

/// No such path.
pub static NOT_FOUND: ProblemType = ProblemType {
    slug: "not-found",
    status: StatusCode::NOT_FOUND,
    title: "There is nothing here",
    page: "No resource has this address. Every path is listed at `/docs/` and in `/openapi.json`; none of them ends in a \
           slash but `/docs/`. A country, subdivision or year of which no calendar is known answers this, too.",
};

/// The path is known, the method is not.
pub static METHOD_NOT_ALLOWED: ProblemType = ProblemType {
    slug: "method-not-allowed",
    status: StatusCode::METHOD_NOT_ALLOWED,
    title: "The method does not fit",
    page: "The address is right, the method is not. The `Allow` header of the answer lists the methods that fit. What \
           computes takes `POST`, what only shows takes `GET`.",
};

/// None of the media types asked for can be served.
pub static NOT_ACCEPTABLE: ProblemType = ProblemType {
    slug: "not-acceptable",
    status: StatusCode::NOT_ACCEPTABLE,
    title: "None of the formats asked for is available",
    page: "The `Accept` header rules out every format in which this resource exists. Leave the header away, or accept \
           one of the formats that `detail` names.",
};

/// The request did not arrive in time.
pub static REQUEST_TIMEOUT: ProblemType = ProblemType {
    slug: "request-timeout",
    status: StatusCode::REQUEST_TIMEOUT,
    title: "The request took too long to arrive",
    page: "The head or the body of the request was not complete within the time that the operator allows, which is some \
           seconds. The connection is closed. Send the whole request at once, over a new connection.",
};

/// The body is larger than is read.
pub static BODY_TOO_LARGE: ProblemType = ProblemType {
    slug: "body-too-large",
    status: StatusCode::PAYLOAD_TOO_LARGE,
    title: "The body is too large",
    page: "A body may have 64 KiB (65,536 bytes). The facts of one interview take one to three; cut long free text, or \
           leave out what belongs to other interviews. In a batch this holds for each line.",
};

/// The body's media type is not JSON.
pub static UNSUPPORTED_MEDIA_TYPE: ProblemType = ProblemType {
    slug: "unsupported-media-type",
    status: StatusCode::UNSUPPORTED_MEDIA_TYPE,
    title: "The body's format is not supported",
    page: "Bodies are JSON, not compressed. Send them with `Content-Type: application/json` (a type that ends in `+json` \
           will do) and without `Content-Encoding`. A request without a `Content-Type` is refused as well.",
};

/// The facts contradict themselves or the schema.
pub static INVALID_FACTS: ProblemType = ProblemType {
    slug: "invalid-facts",
    status: StatusCode::UNPROCESSABLE_ENTITY,
    title: "These facts cannot be",
    page: "The body is JSON, but something in it cannot be true or is not known here: a missing or unknown property, a \
           value of the wrong type, dates that contradict each other; or nothing is left to do, and so nothing for the format asked for to hold \
           (`nothing_to_do`). `errors` lists every fault at once, each with a JSON Pointer (RFC 6901) to its place, a \
           `code` for programs and a sentence for people.",
};

/// The query is not understood.
pub static INVALID_QUERY: ProblemType = ProblemType {
    slug: "invalid-query",
    status: StatusCode::UNPROCESSABLE_ENTITY,
    title: "The query cannot be understood",
    page: "A query parameter is unknown, missing, repeated, or has a value that does not fit. `errors` lists every fault \
           at once, each with the `parameter`, a `code` for programs and a sentence for people.",
};

/// More requests than the caller may send.
pub static TOO_MANY_REQUESTS: ProblemType = ProblemType {
    slug: "too-many-requests",
    status: StatusCode::TOO_MANY_REQUESTS,
    title: "Too many requests",
    page: "Your key, or without keys your address, has sent more requests than the operator allows. Send the request \
           again after the time that `Retry-After` names. `RateLimit` says how many are left and when there are more, \
           `RateLimit-Policy` how many there are at most.",
};

/// The head is larger than is read.
pub static HEAD_TOO_LARGE: ProblemType = ProblemType {
    slug: "head-too-large",
    status: StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
    title: "The head is too large",
    page: "The address and the headers of a request may have 128 KiB together, and there may be 96 headers. Facts belong in the body; look for a \
           header or a cookie that grows.",
};

/// The service failed.
pub static INTERNAL: ProblemType = ProblemType {
    slug: "internal",
    status: StatusCode::INTERNAL_SERVER_ERROR,
    title: "The service failed",
    page: "The fault is ours, not yours. The operator finds it in the log under the request id, which `instance` and the \
           `X-Request-Id` header repeat. The same request will most likely fail again.",
};

/// There is more to do than the service takes on.
pub static OVERLOADED: ProblemType = ProblemType {
    slug: "overloaded",
    status: StatusCode::SERVICE_UNAVAILABLE,
    title: "The service is busy",
    page: "So many requests or connections are open that this one was turned away before any work was done on it. Send \
           it again after the time that `Retry-After` names, and wait longer each time that it is turned away again.",
};

/// The service is about to stop.
pub static UNAVAILABLE: ProblemType = ProblemType {
    slug: "unavailable",
    status: StatusCode::SERVICE_UNAVAILABLE,
    title: "The service takes no requests now",
    page: "This instance is about to stop and should get no new requests. Send the request again after the time that \
           `Retry-After` names; another instance, or the next one here, will answer it.",
};

/// Every type, in the order of the statuses.
pub static ALL: [&ProblemType; 17] = [
    &NOT_JSON,
    &BAD_REQUEST,
    &UNAUTHORIZED,
    &ORIGIN_NOT_ALLOWED,
    &NOT_FOUND,
    &METHOD_NOT_ALLOWED,
    &NOT_ACCEPTABLE,
    &REQUEST_TIMEOUT,
    &BODY_TOO_LARGE,
    &UNSUPPORTED_MEDIA_TYPE,
    &INVALID_FACTS,
    &INVALID_QUERY,
    &TOO_MANY_REQUESTS,
    &HEAD_TOO_LARGE,
    &INTERNAL,
    &OVERLOADED,
    &UNAVAILABLE,
];

impl ProblemType {
    /// The `type`: a path on this service.
    #[must_use]
    pub fn uri(&self) -> String {
        format!("/problems/{}", self.slug)
    }

    /// The page at that path.
    pub(super) fn markdown(&self) -> String {
        format!(
            "# {}\n\nStatus {}. {}\n",
            self.title,
            self.status.as_u16(),
            self.page
        )
    }

    /// A problem of this type.
    pub(super) fn because(&'static self, detail: impl Into<Cow<'static, str>>) -> Problem {
        Problem::of(self, detail.into())
    }
}
