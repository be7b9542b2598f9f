//! The pages for people and the document for programs: `/`, `/docs/`, `/openapi.json`, `/problems/{slug}`.

use std::sync::{Arc, LazyLock};

use actix_web::http::header::LOCATION;
use actix_web::web::{Bytes, Path, Payload};
use actix_web::{HttpRequest, HttpResponse, get};
use utoipa_swagger_ui::{Config, SwaggerUi};

use super::fixed::Fixed;
use super::problem::Problem;
use super::problem_types::ALL;
use super::query::nearest;
use super::{body, late, openapi};

static DOCUMENT: LazyLock<Fixed> =
    LazyLock::new(|| Fixed::new("application/json", openapi::served().as_bytes()));

/// Leads from `/` and `/docs` to `/docs/`; relative, so that a proxy may put a path before it.
pub(super) async fn lead_to_docs() -> HttpResponse {
    HttpResponse::Found().insert_header((LOCATION, "docs/")).finish()
}

/// Where Swagger UI opens: at the story's first call, unless the address leads elsewhere.
const OPENS_ON: &str = "if (!location.hash) history.replaceState(null, \"\", \"#/follow-up/create_plan\");\n";

/// Swagger UI with its own files, and our document.
pub(super) fn swagger_ui() -> SwaggerUi {
    SwaggerUi::new("/docs/{_:.*}").config(config())
}

fn config() -> Config<'static> {
    Config::new(["../openapi.json"])
        .try_it_out_enabled(true)
        .display_request_duration(true)
        .deep_linking(true)
        .doc_expansion("list")
        .default_models_expand_depth(0)
        .validator_url("none")
}

/// The script that starts Swagger UI, with a plugin that shows pictures. It knows no setting for an operation to open on.
pub(super) async fn swagger_initializer() -> HttpResponse {
    static SCRIPT: LazyLock<Bytes> = LazyLock::new(|| {
        let file = utoipa_swagger_ui::serve("swagger-initializer.js", Arc::new(config()));
        let file = file.ok().flatten().map(|file| file.bytes).unwrap_or_default();
        let start = String::from_utf8_lossy(&file);
        let start = start.replace("plugins: [", "plugins: [ShowPictures, ");
        [OPENS_ON, include_str!("pages/pictures.js"), &*start]
            .concat()
            .into()
    });
    HttpResponse::Ok()
        .content_type("text/javascript")
        .body(SCRIPT.clone())
}

/// Show this document
///
/// The description of the service as OpenAPI 3.1: for generating clients, and for reading at `/docs/`.
#[utoipa::path(
    tag = "service",
    responses((status = 200, description = "This document.", body = std::collections::BTreeMap<String, serde_json::Value>)),
)]
#[get("/openapi.json")]
pub(super) async fn get_openapi(request: HttpRequest) -> Result<HttpResponse, Problem> {
    late::ready(&DOCUMENT).await?.answer(&request)
}

/// Explain a kind of problem
///
/// Every error names its kind in `type`; that address answers this: what the kind means and what to do about it.
#[utoipa::path(
    tag = "service",
    params(("slug" = String, Path, description = "The last part of a problem's `type`.", max_length = 64, pattern = "^[a-z0-9-]+$", example = "invalid-facts")),
    responses((status = 200, description = "A short page.", body = String, content_type = "text/markdown")),
)]
#[get("/problems/{slug}")]
pub(super) async fn get_problem_page(
    slug: Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    match ALL.iter().find(|kind| kind.slug == *slug) {
        Some(kind) => Fixed::new("text/markdown; charset=utf-8", kind.markdown()).answer(&request),
        None => Err(Problem::not_found("No problem has this name.")),
    }
}

/// What answers where no route does: 405 where the path is known, else 404 with the nearest path.
pub(super) async fn fallback(request: HttpRequest, body: Payload) -> Result<HttpResponse, Problem> {
    body::read_off(&request, &mut body.into_inner()).await;
    let path = request.path();
    if let Some(allow) = openapi::methods_at(path) {
        return Err(Problem::method_not_allowed(allow));
    }
    let paths: Vec<_> = openapi::paths().collect();
    Err(Problem::not_found(match nearest(path, &paths) {
        Some(near) => {
            format!("Nothing has this address. Did you mean {near}? Every path is listed at /docs/.")
        }
        None => "Nothing has this address. Every path is listed at /docs/.".to_owned(),
    }))
}
