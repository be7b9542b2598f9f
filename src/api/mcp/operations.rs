//! The operations behind the door, asked from within: the handlers that answer them from outside, with the same bytes.

use std::pin::Pin;

use actix_service::boxed::{RcService, rc_service};
use actix_service::{IntoServiceFactory, Service, ServiceFactory};
use actix_web::body::to_bytes;
use actix_web::dev::{AppConfig, Payload, ServiceResponse};
use actix_web::error::PayloadError;
use actix_web::http::header::{CONTENT_TYPE, HeaderValue};
use actix_web::http::{Method, Uri};
use actix_web::web::Bytes;
use actix_web::{App, Error};
use futures_util::stream;
use tokio::sync::OnceCell;

use super::MEDIA_TYPE;
use crate::api::problem::Problem;
use crate::api::problem_types::BAD_REQUEST;
use crate::api::routes;

/// The routes of one worker without the door, made when they are first asked.
#[derive(Default)]
pub(in crate::api) struct Operations(OnceCell<RcService<actix_http::Request, ServiceResponse, Error>>);

/// A request as it would come from outside.
#[derive(Debug)]
pub(super) struct Call {
    /// Path and query.
    pub(super) address: String,
    /// JSON, for an operation that takes a body.
    pub(super) body: Option<String>,
}

impl Operations {
    /// The JSON that the operation answers.
    ///
    /// # Errors
    /// The problem that it answers.
    pub(super) async fn answer(&self, call: Call) -> Result<Vec<u8>, Problem> {
        let service = self.0.get_or_try_init(begin).await?;
        let too_long = |_| BAD_REQUEST.because("The parameters are longer than an address may be.");
        let address: Uri = call.address.parse().map_err(too_long)?;
        let answer = service
            .call(request(address, call.body))
            .await
            .map_err(|error| problem(&error))?;
        let response = answer.into_parts().1;
        if let Some(error) = response.error() {
            return Err(problem(error));
        }
        if !response.status().is_success() {
            return Err(Problem::of_status(response.status()));
        }
        let bytes = to_bytes(response.into_body()).await;
        bytes.map(|bytes| bytes.to_vec()).map_err(|_| Problem::internal())
    }
}

async fn begin() -> Result<RcService<actix_http::Request, ServiceResponse, Error>, Problem> {
    let app = App::new().configure(routes);
    let service = app.into_factory().new_service(AppConfig::default()).await;
    service.map(rc_service).map_err(|()| Problem::internal())
}

fn request(address: Uri, body: Option<String>) -> actix_http::Request {
    let method = if body.is_some() { Method::POST } else { Method::GET };
    let bytes = body.map(|body| Ok::<_, PayloadError>(Bytes::from(body)));
    let payload: Pin<Box<dyn stream::Stream<Item = _>>> = Box::pin(stream::iter(bytes));
    let mut request = actix_http::Request::with_payload(Payload::from(payload));
    let head = request.head_mut();
    head.method = method;
    head.uri = address;
    head.headers
        .insert(CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
    request
}

fn problem(error: &Error) -> Problem {
    let ours = error.as_error::<Problem>().cloned();
    ours.unwrap_or_else(|| Problem::of_status(error.as_response_error().status_code()))
}
