//! The operations as tools for agents: the Model Context Protocol over HTTP, one message a request, one answer, nothing kept.
//!
//! The tools are read out of the document (`tools.rs`), and a call is answered by the handler of its operation, which is
//! asked from within (`operations.rs`): what is documented under one of their tags is a tool, without a line here.

mod examples;
mod message;
mod operations;
mod results;
mod revision;
mod tools;

use std::rc::Rc;

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, post};
use serde_json::value::RawValue;

pub(super) use self::examples::{all as examples, no_message};
use self::message::{
    INVALID_PARAMS, METHOD_NOT_FOUND, McpMessage, McpReply, Message, NOT_JSON, Params, Refusal,
};
pub(super) use self::operations::Operations;
use self::revision::Revision;
use self::tools::tools;
use super::body::JsonBody;
use super::instance::Instance;
use super::problem::Problem;
use super::problem_types::{self, ORIGIN_NOT_ALLOWED};
use super::query::{expect_none, nearest};

/// Where agents ask.
pub(super) const PATH: &str = "/mcp";

/// The media type of every message.
pub(super) const MEDIA_TYPE: &str = "application/json";

/// Ask as an agent
///
/// The operations that plan, explain and count, as tools of the Model Context Protocol (MCP): one message (JSON-RPC 2.0) a
/// request, one answer, no session and no stream. `tools/list` lists the tools: each is an operation of this document, by its
/// `operationId`. `tools/call` is answered by the same code; what that refuses comes as a result with `isError`, and the
/// problem document as its text. Spoken are the revisions 2024-11-05, 2025-03-26, 2025-06-18 and 2025-11-25, which begin
/// with `initialize`, and 2026-07-28, which each request names (`MCP-Protocol-Version`, `Mcp-Method`, `Mcp-Name`).
/// Point an MCP client at this address; there is no need to call it by hand.
#[utoipa::path(
    tag = "agents",
    request_body(content = McpMessage, description = "A request; or a notification, which has no `id`."),
    responses(
        (status = 200, description = "The answer: a result, or an error of the protocol.", body = McpReply),
        (status = 202, description = "The notification was taken; it has no answer."),
        (status = 404, description = "Revision 2026-07-28: there is no such method.", body = McpReply),
    ),
)]
#[post("/mcp")]
pub(super) async fn send_mcp_message(
    body: Result<JsonBody, Problem>,
    request: HttpRequest,
    instance: Data<Instance>,
) -> Result<HttpResponse, Problem> {
    expect_none(&request)?;
    if !instance.origins.may_call(request.headers()) {
        return Err(origin_not_allowed());
    }
    let body = match body {
        Ok(JsonBody(body)) => body,
        Err(problem) if problem.kind().slug == problem_types::NOT_JSON.slug => {
            return Ok(Refusal::new(NOT_JSON, "The body is empty.").answer(None, Revision::Earlier));
        }
        Err(problem) => return Err(problem),
    };
    let message = match Message::read(&body) {
        Ok(message) => message,
        Err(refusal) => return Ok(refusal.answer(None, Revision::Earlier)),
    };
    let revision = match revision::of(request.headers(), &message) {
        Ok(revision) => revision,
        Err(refusal) => return Ok(refusal.answer(message.id, Revision::Current)),
    };
    let Some(id) = message.id else {
        return Ok(HttpResponse::Accepted().finish());
    };
    Ok(match result(&message, revision, &request).await {
        Ok(result) => message::answer(id, &result),
        Err(refusal) => refusal.answer(Some(id), revision),
    })
}

/// The refusal of a browser's page that nobody let in.
pub(super) fn origin_not_allowed() -> Problem {
    ORIGIN_NOT_ALLOWED.because("Pages of this origin may not ask here.")
}

/// The result of a request.
async fn result(
    message: &Message<'_>,
    revision: Revision,
    request: &HttpRequest,
) -> Result<Box<RawValue>, Refusal> {
    match (revision, &*message.method) {
        (Revision::Earlier, "initialize") => {
            let wanted = Params::text("protocolVersion", message.params.protocol_version)?;
            results::initialized(revision::agreed(&wanted))
        }
        (Revision::Earlier, "ping") => results::nothing(),
        (Revision::Current, "server/discover") => results::discovered(),
        (_, "tools/list") => results::listed(tools().await?.listed(), revision),
        (_, "tools/call") => {
            let answered = called(message, request).await?;
            results::called(&answered, revision)
        }
        _ => Err(Refusal::new(METHOD_NOT_FOUND, "There is no such method here.")),
    }
}

/// The answer of the operation behind a tool, or the problem document.
async fn called(message: &Message<'_>, request: &HttpRequest) -> Result<Result<Vec<u8>, Vec<u8>>, Refusal> {
    let name = Params::text("name", message.params.name)?;
    let tools = tools().await?;
    let Some(tool) = tools.named(&name) else {
        let near = nearest(&name, &tools.names());
        let hint = near.map_or_else(String::new, |near| format!(" Did you mean {near}?"));
        return Err(Refusal::new(
            INVALID_PARAMS,
            format!("There is no such tool.{hint}"),
        ));
    };
    let call = tool.call(message.params.arguments()?);
    let operations = request.app_data::<Rc<Operations>>();
    let answered = match (call, operations) {
        (Ok(call), Some(operations)) => operations.answer(call).await,
        (Err(problem), _) => Err(problem),
        (Ok(_), None) => Err(Problem::internal()),
    };
    Ok(answered.map_err(|problem| problem.to_json()))
}
