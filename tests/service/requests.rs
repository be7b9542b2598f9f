//! Sending requests to the production routes in this process.

use actix_web::body::to_bytes;
use actix_web::http::header::HeaderMap;
use actix_web::http::{Method, StatusCode};
use actix_web::test as http;
use actix_web::web::{self, Data};
use followup::api::{Instance, app};
use serde_json::Value;

/// A request as a test writes it.
#[derive(Clone, Debug, Default)]
pub struct Request {
    pub method: &'static str,
    pub path: String,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
}

/// An answer as a test reads it.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Request {
    pub fn get(path: impl Into<String>) -> Self {
        Self {
            method: "GET",
            path: path.into(),
            ..Self::default()
        }
    }

    pub fn post(path: impl Into<String>, body: impl Into<Vec<u8>>) -> Self {
        Self {
            method: "POST",
            path: path.into(),
            body: body.into(),
            ..Self::default()
        }
        .with("Content-Type", "application/json")
    }

    pub fn by(self, method: &'static str) -> Self {
        Self { method, ..self }
    }

    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    pub fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(given, _)| *given != name);
        self
    }
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }
}

/// Sends a request to the production routes; `/panic` beside them panics.
pub async fn send(request: Request) -> Answer {
    send_while(request, Data::new(Instance::default())).await
}

/// The same, while the instance is as ready as `instance` says.
pub async fn send_while(request: Request, instance: Data<Instance>) -> Answer {
    sender(instance).await(request).await
}

/// The production routes, built once for many requests.
pub async fn sender(instance: Data<Instance>) -> impl AsyncFn(Request) -> Answer {
    async fn panics() -> &'static str {
        panic!("Dana Reyes, dana@example.com")
    }
    let service = http::init_service(app(instance).route("/panic", web::get().to(panics))).await;
    async move |request: Request| {
        let mut sent = http::TestRequest::with_uri(&request.path)
            .method(Method::from_bytes(request.method.as_bytes()).unwrap())
            .set_payload(request.body);
        for (name, value) in request.headers {
            sent = sent.append_header((name, value));
        }
        let response = match http::try_call_service(&service, sent.to_request()).await {
            Ok(response) => response.into_parts().1,
            Err(error) => error.error_response(),
        };
        let (status, headers) = (response.status(), response.headers().clone());
        let body = to_bytes(response.into_body())
            .await
            .unwrap_or_else(|_| panic!("the body broke off"));
        Answer {
            status,
            headers,
            body: body.to_vec(),
        }
    }
}
