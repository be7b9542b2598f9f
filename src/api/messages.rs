//! The words: messages rendered from the facts, and what can be rendered at all.

use std::sync::LazyLock;

use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse, get, post};

use super::answer;
use super::body::JsonBody;
use super::clock::now;
use super::problem::Problem;
use super::query::{Query, expect_none};
use crate::facts::{Channel, Checked, InterviewSubmission, PersonRef, Purpose, read_facts};
use crate::messages::{self, Catalogue, Form, Rendered, Selection};
use crate::planning;

/// Which messages are wanted.
#[derive(utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(
    dead_code,
    reason = "it documents the query that is read by hand, so that all faults are reported at once"
)]
pub(super) struct SelectionQuery {
    /// What the message is for. Default: the next step. A purpose that the plan has no use for now is rendered all the
    /// same, with a warning.
    purpose: Option<Purpose>,
    /// By what means it goes. Default: the one that the plan advises.
    channel: Option<Channel>,
    /// In what form. Default: the channel's own; by phone call script, voicemail and what to leave with a colleague.
    form: Option<Form>,
    /// To whom: an interviewer's index, from 0 on, or `contact`. Default: everybody whom the step is for.
    recipient: Option<String>,
}

static CATALOGUE: LazyLock<Bytes> = LazyLock::new(|| {
    serde_json::to_vec(&messages::catalogue())
        .unwrap_or_default()
        .into()
});

/// Write the messages
///
/// Without a query those of the next step, one for each recipient; the parameters ask for others. A message that should
/// not be sent now comes with a warning that says why; a form that does not exist for a purpose, such as a thank-you by
/// phone, is refused.
#[utoipa::path(
    tag = "follow-up",
    params(SelectionQuery),
    request_body(content = InterviewSubmission, description = "The facts of the interview."),
    responses((status = 200, description = "The messages.", body = Rendered)),
)]
#[post("/v1/messages")]
pub(super) async fn create_messages(body: JsonBody, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let mut query = Query::read(&request, &["purpose", "channel", "form", "recipient"]);
    let selection = Selection {
        purpose: query.one_of("purpose", &Purpose::ALL, Purpose::as_str),
        channel: query.one_of("channel", &Channel::ALL, Channel::as_str),
        form: query.one_of("form", &Form::ALL, Form::as_str),
        recipient: recipient(&mut query),
    };
    query.finish()?;
    Ok(answer::by_the_rules(&rendered(&body.0, &selection)?))
}

/// List what can be rendered
///
/// Purposes and forms, in every locale and tone, and for each the facts that its phrasings use where they are given.
#[utoipa::path(
    tag = "knowledge",
    responses((status = 200, description = "Every kind of message.", body = Catalogue)),
)]
#[get("/v1/templates")]
pub(super) async fn list_templates(request: HttpRequest) -> Result<HttpResponse, Problem> {
    expect_none(&request)?;
    let mut response = answer::prepared("application/json", CATALOGUE.clone());
    response
        .headers_mut()
        .insert(answer::GUIDANCE_VERSION, answer::edition());
    Ok(response)
}

/// The messages asked for, from facts as they are sent.
pub(super) fn rendered(body: &[u8], selection: &Selection) -> Result<Rendered, Problem> {
    let Checked { interview, as_of } = read_facts(body, now())?;
    let plan = planning::plan(&interview, as_of);
    Ok(messages::select(&interview, &plan, selection)?)
}

/// Writes the catalogue ahead of the first request.
pub(super) fn prepare() {
    LazyLock::force(&CATALOGUE);
}

fn recipient(query: &mut Query<'_>) -> Option<PersonRef> {
    match query.text("recipient")? {
        "contact" => Some(PersonRef::Contact),
        _ => query
            .parsed("recipient", "an interviewer's index, from 0 on, or contact")
            .map(PersonRef::Interviewer),
    }
}
