//! The words: messages rendered from the facts, and what can be rendered at all.

use std::collections::HashMap;
use std::sync::LazyLock;

use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::{HttpRequest, HttpResponse, get, post};

use chrono::{DateTime, FixedOffset};
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::body::JsonBody;
use super::clock::now;
use super::envelope::not_acceptable;
use super::fixed::Fixed;
use super::problem::Problem;
use super::query::{Query, expect_none};
use super::{accept, answer};
use crate::export::{Sender, eml, eml_name};
use crate::facts::{
    Channel, Checked, InterviewSubmission, PersonRef, Purpose, Rejected, read_around_facts, read_facts,
    without_mark,
};
use crate::messages::{
    self, Catalogue, Form, Rendered, Selection, TemplateSubmission, WordedSubmission, Wording,
};
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
    #[param(max_length = 7, pattern = "^(contact|[0-9]{1,2})$")]
    recipient: Option<String>,
}

/// Digits of an interviewer's index: there are twenty at most.
const INDEX_DIGITS: usize = 2;

static CATALOGUE: LazyLock<Fixed> = LazyLock::new(|| Fixed::json(&messages::catalogue()).by_the_rules());

/// The body of a request for messages: facts alone, or facts with wording of your own.
#[derive(serde::Deserialize, utoipa::ToSchema)]
#[serde(untagged)]
#[expect(
    dead_code,
    reason = "it documents the body; which of the two was sent is told by its properties, for better errors"
)]
pub(super) enum MessagesBody {
    /// The facts of the interview.
    Facts(InterviewSubmission),
    /// The facts, and the words in which to write.
    Worded(WordedSubmission),
}

/// The formats in which messages are answered, the usual one first.
const FORMATS: [&str; 2] = ["application/json", EML];
/// A draft for a mail program.
pub(super) const EML: &str = "message/rfc822";

/// Write the messages
///
/// Without a query those of the next step, one for each recipient; the parameters ask for others. A message that should
/// not be sent now comes with a warning that says why; a form that does not exist for a purpose, such as a thank-you by
/// phone, is refused.
///
/// **Your own wording.** Send `{"facts": …, "template": {"subject": …, "body": …}}`: the template then takes the place of
/// our texts in every message that the query leaves. It is written in a small part of the minijinja language:
/// `{{ topic }}` puts a word in, `{{ part.greeting }}` a part of ours, `{% if topic %}…{% endif %}` keeps a sentence for
/// when something is known, `{{ topic | default("our talk") }}` puts something in its place. Words are `dear`, `hello`, `whom`,
/// `me`, `email`, `phone`, `position`, `role`, `company`, `for_your_time`, `date`, `topic`, `strength`, `appeal`, `stated`
/// and others; `GET /v1/templates` lists them, and the parts that each purpose has. A fact that is used and not known
/// leaves a blank in brackets, and `missing` names it. A name that does not exist is refused, with its line and column.
/// Lengths are not enforced; the reason `message.length` says what would be right.
///
/// **A draft for the mail program.** With `Accept: message/rfc822`, and a query that leaves exactly one e-mail
/// (`recipient=0`, for instance), the answer is a file that mail programs open as something to be sent.
#[utoipa::path(
    tag = "follow-up",
    params(SelectionQuery),
    request_body(
        content = MessagesBody,
        description = "The facts of the interview, or the facts with wording of your own."
    ),
    responses((
        status = 200,
        description = "The messages; or the one e-mail that is left, as a draft.",
        content((Rendered = "application/json"), (String = "message/rfc822")),
    )),
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
    match accept::preferred(request.headers(), &FORMATS) {
        Some(EML) => Ok(draft(&body.0, &selection)?.into_response()),
        Some(_) => Ok(answer::planned(&rendered(&body.0, &selection)?)),
        None => Err(not_acceptable(&FORMATS)),
    }
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
    CATALOGUE.answer(&request)
}

/// The messages asked for, from a body as it is sent.
pub(super) fn rendered(body: &[u8], selection: &Selection) -> Result<Rendered, Problem> {
    Ok(answered(body, selection)?.0)
}

/// An e-mail as a file.
pub(super) struct Draft {
    name: String,
    pub(super) bytes: Vec<u8>,
}

impl Draft {
    fn into_response(self) -> HttpResponse {
        HttpResponse::Ok()
            .content_type(EML)
            .insert_header((
                CONTENT_DISPOSITION,
                format!("attachment; filename=\"{}\"", self.name),
            ))
            .insert_header((answer::GUIDANCE_VERSION, answer::edition()))
            .body(self.bytes)
    }
}

/// The one e-mail that the query leaves, from a body as it is sent.
pub(super) fn draft(body: &[u8], selection: &Selection) -> Result<Draft, Problem> {
    let (rendered, checked) = answered(body, selection)?;
    let emails: Vec<_> = rendered
        .messages
        .iter()
        .filter(|message| message.form == Form::Email)
        .collect();
    let [email] = emails[..] else {
        let (parameter, detail) = match emails.len() {
            0 => (
                "form",
                "The query leaves no e-mail, and a file holds one; form=email asks for e-mails.".to_owned(),
            ),
            left => {
                let detail = format!(
                    "The query leaves {left} e-mails, and a file holds one; name a recipient, as recipient=0."
                );
                ("recipient", detail)
            }
        };
        return Err(Problem::of_query(parameter, "not_one_email", &detail));
    };
    let candidate = &checked.interview.candidate;
    let from = Sender {
        name: candidate.name.as_deref(),
        email: candidate.email.as_deref(),
    };
    Ok(Draft {
        name: eml_name(email),
        bytes: eml(email, from, checked.as_of),
    })
}

fn answered(body: &[u8], selection: &Selection) -> Result<(Rendered, Checked), Problem> {
    let now = now();
    let (checked, wording) = if is_worded(body) {
        let (checked, wording) = worded(body, now)?;
        (checked, Some(wording))
    } else {
        (read_facts(body, now)?, None)
    };
    let plan = planning::plan(&checked.interview, checked.as_of);
    let rendered = match wording {
        Some(wording) => messages::select_worded(&checked.interview, &plan, selection, &wording)?,
        None => messages::select(&checked.interview, &plan, selection)?,
    };
    Ok((rendered, checked))
}

/// Whether a body has wording: facts alone have neither of these properties.
#[expect(clippy::zero_sized_map_values, reason = "serde takes a JSON object for a map")]
fn is_worded(body: &[u8]) -> bool {
    let properties: Result<HashMap<String, IgnoredAny>, _> = serde_json::from_slice(without_mark(body));
    properties.is_ok_and(|properties| {
        ["facts", "template"]
            .iter()
            .any(|name| properties.contains_key(*name))
    })
}

/// Facts and wording, or all that is wrong with either.
fn worded(body: &[u8], now: DateTime<FixedOffset>) -> Result<(Checked, Wording), Rejected> {
    let take = |document: &mut WordedSubmission| std::mem::take(&mut document.facts);
    match read_around_facts(body, "/facts", take, now) {
        Ok((document, checked)) => {
            let wording = Wording::read(&document.template).map_err(Rejected::Impossible)?;
            Ok((checked, wording))
        }
        Err(Rejected::Impossible(mut violations)) => {
            // What is wrong with the template is said at once, too, if it has the right form.
            let template = serde_json::from_slice(without_mark(body)).map(|Templated { template }| template);
            violations.extend(
                template
                    .ok()
                    .and_then(|template| Wording::read(&template).err())
                    .unwrap_or_default(),
            );
            Err(Rejected::Impossible(violations))
        }
        Err(rejected) => Err(rejected),
    }
}

/// The template of a body, whatever else is in it.
#[derive(Deserialize)]
struct Templated {
    template: TemplateSubmission,
}

/// Writes the catalogue ahead of the first request.
pub(super) fn prepare() {
    LazyLock::force(&CATALOGUE);
}

fn recipient(query: &mut Query<'_>) -> Option<PersonRef> {
    match query.text("recipient")? {
        "contact" => Some(PersonRef::Contact),
        index => {
            let read = index.len() <= INDEX_DIGITS && index.bytes().all(|digit| digit.is_ascii_digit());
            let read = read.then(|| index.parse().ok()).flatten();
            if read.is_none() {
                let detail = "recipient must be an interviewer's index, from 0 on, or contact.";
                query.fault("recipient", "malformed", detail);
            }
            read.map(PersonRef::Interviewer)
        }
    }
}
