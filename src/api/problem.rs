//! What can go wrong, as RFC 9457 problem documents. Domain errors know no HTTP; they get their status here.

use std::borrow::Cow;
use std::fmt;

use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, ResponseError};
use serde::Serialize;
use utoipa::ToSchema;

use super::envelope::REQUEST_ID;
use super::problem_types::{
    BAD_REQUEST, BODY_TOO_LARGE, INTERNAL, INVALID_FACTS, INVALID_QUERY, METHOD_NOT_ALLOWED, NOT_FOUND,
    NOT_JSON, ProblemType,
};
use crate::batch::Unanswered;
use crate::facts::{Rejected, Violation};
use crate::messages::{Refused, Unavailable};

/// The media type of every error.
pub(super) const MEDIA_TYPE: &str = "application/problem+json";

/// After how many seconds a request that was turned away may be sent again.
const RETRY_AFTER_SECONDS: u32 = 1;

/// Something that went wrong with one request.
#[derive(Clone, Debug)]
pub struct Problem {
    kind: &'static ProblemType,
    detail: Cow<'static, str>,
    errors: Vec<Fault>,
    /// The methods that fit, for a 405.
    allow: Option<&'static str>,
    /// Seconds after which to try again, where that is known.
    retry_after: Option<u32>,
    instance: Option<String>,
}

/// One fault in the facts or in the query.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Fault {
    /// A JSON Pointer (RFC 6901) to the value in the body; absent for a fault in the query.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, max_length = 131_072, example = "/interview/ended_at")]
    pub pointer: Option<String>,
    /// The query parameter; absent for a fault in the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, max_length = 64)]
    pub parameter: Option<String>,
    /// A stable word for programs.
    #[schema(max_length = 64, pattern = "^[a-z0-9_]+$", example = "not_an_instant")]
    pub code: &'static str,
    /// What is wrong and what would be right, in a sentence or two.
    pub detail: String,
}

impl Fault {
    /// A fault of a query parameter.
    pub(super) fn of_parameter(parameter: &str, code: &'static str, detail: impl Into<String>) -> Self {
        Self {
            pointer: None,
            parameter: Some(parameter.to_owned()),
            code,
            detail: detail.into(),
        }
    }
}

/// A problem as it is sent; also its documentation.
/// An error, as RFC 9457 describes it.
#[derive(Serialize, ToSchema)]
#[schema(as = Problem)]
pub(super) struct ProblemAsSent<'a> {
    /// The kind of problem: the address of a short page that explains it.
    #[schema(
        format = "uri-reference",
        max_length = 64,
        example = "/problems/invalid-facts"
    )]
    r#type: String,
    /// The kind of problem in a few words.
    #[schema(max_length = 64)]
    title: &'static str,
    /// The HTTP status, once more.
    #[schema(minimum = 400, maximum = 599)]
    status: u16,
    /// What went wrong this time.
    detail: &'a str,
    /// The request id, as in `X-Request-Id`: name it when you report the problem.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(
        required,
        nullable = false,
        max_length = 64,
        pattern = "^[A-Za-z0-9._-]{1,64}$"
    )]
    instance: Option<&'a str>,
    /// Every fault in the facts or in the query; absent for other problems.
    #[serde(skip_serializing_if = "<[Fault]>::is_empty")]
    #[schema(required = false, max_items = 2000)]
    errors: &'a [Fault],
}

impl Problem {
    /// A problem of that type.
    pub(super) fn of(kind: &'static ProblemType, detail: Cow<'static, str>) -> Self {
        Self {
            kind,
            detail,
            errors: Vec::new(),
            allow: None,
            retry_after: (kind.status == StatusCode::SERVICE_UNAVAILABLE).then_some(RETRY_AFTER_SECONDS),
            instance: None,
        }
    }

    /// A 404 for a path.
    pub(super) fn not_found(detail: impl Into<Cow<'static, str>>) -> Self {
        NOT_FOUND.because(detail)
    }

    /// A 405 with the methods that fit.
    pub(super) fn method_not_allowed(allow: &'static str) -> Self {
        let mut problem = METHOD_NOT_ALLOWED.because(format!("This resource takes {allow}."));
        problem.allow = Some(allow);
        problem
    }

    /// A 422 for the query.
    pub(super) fn invalid_query(errors: Vec<Fault>) -> Self {
        Self {
            errors,
            ..INVALID_QUERY.because("")
        }
        .counted("the query")
    }

    /// A 422 for one query parameter.
    pub(super) fn of_query(parameter: &str, code: &'static str, detail: &str) -> Self {
        Self::invalid_query(vec![Fault::of_parameter(parameter, code, detail)])
    }

    /// A 500; what happened is for the log alone.
    pub(super) fn internal() -> Self {
        INTERNAL
            .because("Something broke while this request was answered. Report the instance to the operator.")
    }

    /// The problem behind a status that the framework chose.
    pub(super) fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => {
                Self::not_found("Nothing has this address. Every path is listed at /docs/.")
            }
            StatusCode::PAYLOAD_TOO_LARGE => Self::body_too_large(),
            status if status.is_client_error() => BAD_REQUEST.because("The request breaks a rule of HTTP."),
            _ => Self::internal(),
        }
    }

    /// A 413.
    pub(super) fn body_too_large() -> Self {
        BODY_TOO_LARGE.because("The body has more than 65,536 bytes.")
    }

    /// The same problem, which is over after that many seconds.
    pub(super) fn after(self, seconds: u32) -> Self {
        Self {
            retry_after: Some(seconds),
            ..self
        }
    }

    /// The same problem under this request id.
    pub(super) fn under(mut self, request_id: &str) -> Self {
        self.instance = Some(request_id.to_owned());
        self
    }

    /// The kind of problem.
    #[must_use]
    pub fn kind(&self) -> &'static ProblemType {
        self.kind
    }

    /// The document itself.
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        serde_json::to_vec(&self.as_sent()).unwrap_or_default()
    }

    fn as_sent(&self) -> ProblemAsSent<'_> {
        ProblemAsSent {
            r#type: self.kind.uri(),
            title: self.kind.title,
            status: self.kind.status.as_u16(),
            detail: &self.detail,
            instance: self.instance.as_deref(),
            errors: &self.errors,
        }
    }

    /// Says in `detail` how many faults there are, and the first of them.
    fn counted(mut self, place: &str) -> Self {
        let first = self.errors.first().map_or("", |fault| &fault.detail);
        self.detail = match self.errors.len() {
            0 | 1 => first.to_owned(),
            faults => format!("There are {faults} faults in {place}; the first: {first}"),
        }
        .into();
        self
    }
}

// The one place where an error of the rooms below gets its status.

impl From<Rejected> for Problem {
    fn from(rejected: Rejected) -> Self {
        match rejected {
            Rejected::NotJson { detail } => NOT_JSON.because(detail),
            Rejected::Impossible(violations) => {
                let errors = violations.into_iter().map(Fault::from).collect();
                Self {
                    errors,
                    ..INVALID_FACTS.because("")
                }
                .counted("the facts")
            }
        }
    }
}

impl From<Unavailable> for Problem {
    fn from(unavailable: Unavailable) -> Self {
        Self::of_query(unavailable.parameter, "unavailable", &unavailable.detail)
    }
}

impl From<Refused> for Problem {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Unavailable(unavailable) => unavailable.into(),
            Refused::Template(violations) => Rejected::Impossible(violations).into(),
        }
    }
}

impl From<Unanswered> for Problem {
    fn from(unanswered: Unanswered) -> Self {
        match unanswered {
            Unanswered::Facts(rejected) => rejected.into(),
            Unanswered::Unavailable(unavailable) => unavailable.into(),
            Unanswered::TooLong => BODY_TOO_LARGE.because("The line has more than 65,536 bytes."),
            Unanswered::Broken => Self::internal(),
        }
    }
}

impl From<Violation> for Fault {
    fn from(violation: Violation) -> Self {
        Self {
            pointer: Some(violation.pointer),
            parameter: None,
            code: violation.code,
            detail: violation.detail,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.kind.title, self.detail)
    }
}

impl std::error::Error for Problem {}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        self.kind.status
    }

    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::build(self.kind.status);
        response.insert_header((header::CONTENT_TYPE, MEDIA_TYPE));
        response.insert_header((header::CACHE_CONTROL, "no-store"));
        response.insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"));
        if let Some(request_id) = &self.instance {
            response.insert_header((REQUEST_ID, request_id.as_str()));
        }
        if let Some(allow) = &self.allow {
            response.insert_header((header::ALLOW, *allow));
        }
        if let Some(seconds) = self.retry_after {
            response.insert_header((header::RETRY_AFTER, seconds));
        }
        // Where the next request would begin is not known.
        if self.kind.slug == BAD_REQUEST.slug || self.kind.status == StatusCode::REQUEST_TIMEOUT {
            response.force_close();
        }
        if self.kind.status == StatusCode::UNAUTHORIZED {
            response.insert_header((header::WWW_AUTHENTICATE, "Bearer realm=\"followup\""));
        }
        response.body(self.to_json())
    }
}
