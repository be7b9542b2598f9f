//! What browsers are told: which pages may ask, and what a page of ours may do.

use actix_web::dev::ServiceRequest;
use actix_web::http::Method;
use actix_web::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, ACCESS_CONTROL_REQUEST_METHOD,
    CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, HeaderMap, HeaderValue, ORIGIN, REFERRER_POLICY, VARY,
    X_CONTENT_TYPE_OPTIONS,
};
use actix_web::{HttpResponse, http};

use super::plans::SVG;

/// Nothing but what Swagger UI is made of, all of it ours; it sets styles in the page and carries its icons as data.
const DOCS_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
                           connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// A picture brings its own style, and nothing else.
const PICTURE_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/// No other answer is a page.
const POLICY: &str = "default-src 'none'; frame-ancestors 'none'";

/// What a page of an origin that may ask can send and see beyond the basics.
const MAY_SEND: &str = "authorization, content-type, if-none-match, mcp-method, mcp-name, mcp-protocol-version, x-api-key, \
                         x-request-id, traceparent";
const MAY_SEE: &str = "etag, guidance-version, ratelimit, ratelimit-policy, retry-after, x-request-id";

/// How long a browser may remember that, in seconds.
const REMEMBER_FOR: &str = "600";

/// The origins whose pages may ask.
#[derive(Debug, Default)]
pub(super) enum Origins {
    /// None: browsers refuse every page of another origin.
    #[default]
    None,
    /// All.
    All,
    /// These.
    Those(Vec<HeaderValue>),
}

impl Origins {
    /// Origins as the setting names them.
    ///
    /// # Errors
    /// A sentence that names the variable.
    pub(super) fn read(setting: Option<&str>) -> Result<Self, String> {
        let Some(setting) = setting else {
            return Ok(Self::None);
        };
        if setting.trim() == "*" {
            return Ok(Self::All);
        }
        let origins = setting.split(',').map(|origin| {
            let origin = origin.trim();
            let is_origin = origin.parse::<http::Uri>().is_ok_and(|uri| {
                uri.authority().is_some_and(|authority| !authority.as_str().contains('@'))
                    && uri
                        .scheme_str()
                        .is_some_and(|scheme| ["http", "https"].contains(&scheme))
            }) && origin.matches('/').count() == 2
                && !origin.contains(['?', '*'])
                && !origin.contains(|c: char| c.is_ascii_uppercase());
            let value = HeaderValue::try_from(origin).ok().filter(|_| is_origin);
            value.ok_or_else(|| {
                format!("FOLLOWUP_CORS_ORIGINS: {origin:?} is no origin, as https://jobs.example or http://localhost:3000")
            })
        });
        origins.collect::<Result<_, _>>().map(Self::Those)
    }

    /// What the origin of a request is told, if its pages may ask.
    pub(super) fn welcome(&self, headers: &HeaderMap) -> Option<HeaderValue> {
        let origin = headers.get(ORIGIN)?;
        match self {
            Self::None => None,
            Self::All => Some(HeaderValue::from_static("*")),
            Self::Those(origins) => origins.contains(origin).then(|| origin.clone()),
        }
    }

    /// Whether a page, if one asks, may ask at all: one of an origin that is welcome, or of this machine itself. Elsewhere
    /// the browser judges by our answer; where it is fooled about whom it talks to (DNS rebinding), only this helps.
    pub(super) fn may_call(&self, headers: &HeaderMap) -> bool {
        headers
            .get(ORIGIN)
            .is_none_or(|origin| self.welcome(headers).is_some() || is_own_page(origin, headers.get(HOST)))
    }
}

/// Whether an origin is that of the host asked, and that host this machine by a name that nobody else can take.
fn is_own_page(origin: &HeaderValue, host: Option<&HeaderValue>) -> bool {
    let asked = host.and_then(|host| host.to_str().ok()).unwrap_or_default();
    let is_same = origin
        .to_str()
        .is_ok_and(|origin| origin.strip_prefix("http://") == Some(asked));
    let names_us = |name: &str| {
        asked
            .strip_prefix(name)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
    };
    is_same
        && ["localhost", "127.0.0.1", "[::1]"]
            .iter()
            .any(|name| names_us(name))
}

/// The answer to a browser that asks ahead whether a page may ask; none for any other request.
pub(super) fn preflight(request: &ServiceRequest, welcome: Option<&HeaderValue>) -> Option<HttpResponse> {
    let asks = request.method() == Method::OPTIONS
        && request.headers().contains_key(ACCESS_CONTROL_REQUEST_METHOD)
        && welcome.is_some();
    asks.then(|| {
        HttpResponse::NoContent()
            .insert_header((ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST"))
            .insert_header((ACCESS_CONTROL_ALLOW_HEADERS, MAY_SEND))
            .insert_header((ACCESS_CONTROL_MAX_AGE, REMEMBER_FOR))
            .finish()
    })
}

/// Adds to an answer what browsers are to be told; `docs` says that it is a part of Swagger UI.
pub(super) fn tell(headers: &mut HeaderMap, docs: bool, origins: &Origins, welcome: Option<HeaderValue>) {
    let is_picture = headers
        .get(CONTENT_TYPE)
        .is_some_and(|media_type| media_type == SVG);
    let policy = match (docs, is_picture) {
        (true, _) => DOCS_POLICY,
        (false, true) => PICTURE_POLICY,
        (false, false) => POLICY,
    };
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if matches!(origins, Origins::Those(_)) {
        headers.append(VARY, HeaderValue::from_static("origin"));
    }
    if let Some(origin) = welcome {
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static(MAY_SEE));
    }
}
