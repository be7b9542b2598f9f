//! Answers that stay the same for as long as the program does: they have a tag by which a client asks whether its copy is
//! still good, and may be kept.

use actix_web::http::header::{
    CACHE_CONTROL, ETAG, EntityTag, Header, HeaderValue, IF_NONE_MATCH, IfNoneMatch,
};
use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::instance::Instance;
use super::problem::Problem;
use super::problem_types::BAD_REQUEST;
use super::{accept, answer};

/// How long a copy is good without asking: an hour, in seconds.
const ANYBODY_KEEPS: &str = "public, max-age=3600";
/// Where a key is asked for, what lies between must not keep a copy: it would give it to those without one.
const THE_CLIENT_KEEPS: &str = "private, max-age=3600";

/// So many bytes hold over two hundred of our tags; more are refused, not searched.
pub(super) const LONGEST_LIST_OF_TAGS: usize = 8192;

/// The body of an answer, and its tag.
pub(super) struct Fixed {
    content_type: &'static str,
    bytes: Bytes,
    tag: EntityTag,
    by_the_rules: bool,
}

impl Fixed {
    pub(super) fn new(content_type: &'static str, bytes: impl Into<Bytes>) -> Self {
        let bytes = bytes.into();
        let digest: [u8; 32] = Sha256::digest(&bytes).into();
        let start = digest.first_chunk().copied().unwrap_or_default();
        let tag = format!("{:032x}", u128::from_be_bytes(start));
        Self {
            content_type,
            bytes,
            tag: EntityTag::new_strong(tag),
            by_the_rules: false,
        }
    }

    /// A value as JSON. What cannot be written is empty; a test finds it.
    pub(super) fn json(value: &impl Serialize) -> Self {
        Self::new("application/json", serde_json::to_vec(value).unwrap_or_default())
    }

    /// The same, made by the rules of this edition.
    pub(super) fn by_the_rules(self) -> Self {
        Self {
            by_the_rules: true,
            ..self
        }
    }

    /// The answer to a request: 304 without a body where the client has just this.
    ///
    /// # Errors
    /// A list of tags that is too long.
    pub(super) fn answer(&self, request: &HttpRequest) -> Result<HttpResponse, Problem> {
        let tags = request.headers().get_all(IF_NONE_MATCH);
        if tags.map(HeaderValue::len).sum::<usize>() > LONGEST_LIST_OF_TAGS {
            return Err(BAD_REQUEST.because("If-None-Match has more than 8,192 bytes."));
        }
        // A format that is not welcome is refused before anything else is asked.
        let welcome = accept::preferred(request.headers(), &[self.content_type]).is_some();
        let mut response = if welcome && self.is_at(request) {
            HttpResponse::NotModified().finish()
        } else {
            HttpResponse::Ok()
                .content_type(self.content_type)
                .body(self.bytes.clone())
        };
        let instance = request.app_data::<Data<Instance>>();
        let guarded =
            instance.is_none_or(|instance| instance.admission.guards(request.match_info().as_str()));
        let keep = if guarded { THE_CLIENT_KEEPS } else { ANYBODY_KEEPS };
        let headers = response.headers_mut();
        headers.insert(CACHE_CONTROL, HeaderValue::from_static(keep));
        if let Ok(tag) = HeaderValue::try_from(self.tag.to_string()) {
            headers.insert(ETAG, tag);
        }
        if self.by_the_rules {
            headers.insert(answer::GUIDANCE_VERSION, answer::edition());
        }
        Ok(response)
    }

    /// Whether the client has this already. What is no list of tags says nothing.
    fn is_at(&self, request: &HttpRequest) -> bool {
        match IfNoneMatch::parse(request) {
            Ok(IfNoneMatch::Any) => true,
            // What lies between may have weakened the tag, by compressing.
            Ok(IfNoneMatch::Items(tags)) => tags.iter().any(|tag| tag.weak_eq(&self.tag)),
            Err(_) => false,
        }
    }
}

/// A value that follows from the request alone, as JSON.
///
/// # Errors
/// A value that cannot be written as JSON; a list of tags that is too long.
pub(super) fn json_of(request: &HttpRequest, value: &impl Serialize) -> Result<HttpResponse, Problem> {
    let bytes = serde_json::to_vec(value).map_err(|_| Problem::internal())?;
    Fixed::new("application/json", bytes).answer(request)
}
