//! The plan and its views: the whole of it, the schedule alone, advice on the channel.

use actix_web::http::header::{CONTENT_DISPOSITION, HeaderValue, VARY};
use actix_web::{HttpRequest, HttpResponse, post};

use super::body::JsonBody;
use super::clock::now;
use super::envelope::not_acceptable;
use super::metrics;
use super::problem::Problem;
use super::query::{Query, expect_none};
use super::{accept, answer};
use crate::export::{ics, timeline};
use crate::facts::{Checked, InterviewSubmission, Purpose, Rejected, Violation, read_facts};
use crate::messages::{self, FollowUp};
use crate::planning::{self, ChannelAdvice, Course, Plan, Schedule};

/// Which message the advice is for.
#[derive(utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(
    dead_code,
    reason = "it documents the query that is read by hand, so that all faults are reported at once"
)]
pub(super) struct PurposeQuery {
    /// What the message is for. Default: the next step that sends one.
    purpose: Option<Purpose>,
}

/// Plan the follow-up
///
/// From the facts of one interview: where the follow-up stands, every step with its window and the best moment, advice on
/// the channel, a message for each step that needs one, and the reasons. Only the time of the interview is
/// required.
#[utoipa::path(
    tag = "follow-up",
    request_body(content = InterviewSubmission, description = "The facts of the interview."),
    responses((status = 200, description = "The whole plan.", body = FollowUp)),
)]
#[post("/v1/plans")]
pub(super) async fn create_plan(body: JsonBody, request: HttpRequest) -> Result<HttpResponse, Problem> {
    expect_none(&request)?;
    let plan = plan(&body.0)?;
    metrics::planned(plan.schedule.state.as_str());
    Ok(answer::planned(&plan))
}

/// The formats in which a schedule is answered, the usual one first.
const FORMATS: [&str; 3] = ["application/json", ICS, SVG];
/// A calendar.
pub(super) const ICS: &str = "text/calendar";
/// The same with its parameters: the method stands in the file as well (RFC 5545, 8.1).
const ICS_PUBLISHED: &str = "text/calendar; charset=utf-8; method=PUBLISH";
/// The file's name says nothing of the facts.
const ICS_ATTACHED: &str = "attachment; filename=\"follow-up.ics\"";
/// A picture.
pub(super) const SVG: &str = "image/svg+xml";

/// Plan the steps alone
///
/// State and steps of the plan, without words: for calendars and overviews, or where you write the messages yourself.
///
/// **A calendar.** With `Accept: text/calendar` the answer is a file that calendar programs open: an entry with an alarm for
/// each step that is still to be done, half an hour from its `act_at` on, in UTC, marked as private and as time that stays
/// free. An entry's `UID` is made of the step's id and stays the same from call to call; `SEQUENCE` grows with `as_of`, so
/// that a later file takes the place of an earlier one. Give a `reference` where the facts that name the interview may change,
/// and take a step's entry away when the next file has it no longer. Where nothing is left to do there is no calendar:
/// 422 with the code `nothing_to_do`.
///
/// **A picture.** With `Accept: image/svg+xml` the answer is the plan as a timeline: the interview, working days and days off,
/// each step's window with its best moment, what is done and due, the day that they named. It is an SVG of less than
/// 20 KB, light or dark as the reader prefers, with all of it in words for those who don't see it.
#[utoipa::path(
    tag = "follow-up",
    request_body(content = InterviewSubmission, description = "The facts of the interview."),
    responses((
        status = 200,
        description = "State and steps; or the steps still to be done, as a calendar; or a picture of them all.",
        content((Schedule = "application/json"), (String = "text/calendar"), (String = "image/svg+xml")),
    )),
)]
#[post("/v1/schedules")]
pub(super) async fn create_schedule(body: JsonBody, request: HttpRequest) -> Result<HttpResponse, Problem> {
    expect_none(&request)?;
    let mut response = match accept::preferred(request.headers(), &FORMATS) {
        Some(ICS) => {
            let (schedule, calendar) = calendar(&body.0)?;
            metrics::planned(schedule.state.as_str());
            let mut response = answer::written_by_the_rules(ICS_PUBLISHED, calendar);
            let name = HeaderValue::from_static(ICS_ATTACHED);
            response.headers_mut().insert(CONTENT_DISPOSITION, name);
            response
        }
        Some(SVG) => {
            let (plan, picture) = picture(&body.0)?;
            metrics::planned(plan.schedule.state.as_str());
            answer::written_by_the_rules(SVG, picture)
        }
        Some(_) => {
            let schedule = schedule(&body.0)?;
            metrics::planned(schedule.state.as_str());
            answer::planned(&schedule)
        }
        None => return Err(not_acceptable(&FORMATS)),
    };
    response
        .headers_mut()
        .append(VARY, HeaderValue::from_static("accept"));
    Ok(response)
}

/// Advise on the channel
///
/// The four channels, best first, for the next message or for the purpose asked: hours, preparation, what speaks for and
/// against each, and what would change the order.
#[utoipa::path(
    tag = "follow-up",
    params(PurposeQuery),
    request_body(content = InterviewSubmission, description = "The facts of the interview."),
    responses((status = 200, description = "The channels, ranked.", body = ChannelAdvice)),
)]
#[post("/v1/channel-advice")]
pub(super) async fn create_channel_advice(
    body: JsonBody,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let mut query = Query::read(&request, &["purpose"]);
    let purpose = query.one_of("purpose", &Purpose::ALL, Purpose::as_str);
    query.finish()?;
    Ok(answer::planned(&channel_advice(&body.0, purpose)?))
}

/// The whole plan of facts as they are sent.
pub(super) fn plan(body: &[u8]) -> Result<FollowUp, Problem> {
    let Checked { interview, as_of } = read_facts(body, now())?;
    Ok(messages::follow_up(&interview, planning::plan(&interview, as_of)))
}

/// State and steps alone.
pub(super) fn schedule(body: &[u8]) -> Result<Schedule, Problem> {
    let Checked { interview, as_of } = read_facts(body, now())?;
    Ok(planning::schedule(&interview, as_of))
}

/// The schedule, and a calendar of the steps still to be done.
pub(super) fn calendar(body: &[u8]) -> Result<(Schedule, String), Problem> {
    let Checked { interview, as_of } = read_facts(body, now())?;
    let schedule = planning::schedule(&interview, as_of);
    let calendar = ics(&interview, &schedule).ok_or_else(|| {
        Rejected::Impossible(vec![Violation {
            pointer: String::new(),
            code: "nothing_to_do",
            detail: "Nothing is left to do, and a calendar holds one entry at least; accept application/json for the \
                     schedule as it stands."
                .to_owned(),
        }])
    })?;
    Ok((schedule, calendar))
}

/// The plan, and a picture of its steps.
pub(super) fn picture(body: &[u8]) -> Result<(Plan, String), Problem> {
    let Checked { interview, as_of } = read_facts(body, now())?;
    let plan = planning::plan(&interview, as_of);
    let picture = timeline(Course::new(&interview, &plan));
    Ok((plan, picture))
}

/// Advice for one purpose; where none is named, for the next message.
pub(super) fn channel_advice(body: &[u8], purpose: Option<Purpose>) -> Result<ChannelAdvice, Problem> {
    let Checked { interview, as_of } = read_facts(body, now())?;
    let (advice, code, detail) = match purpose {
        Some(purpose) => (
            planning::channel_advice(&interview, as_of, purpose),
            "nothing_is_sent",
            "Nothing is sent in this step, so it has no channel.",
        ),
        None => (
            planning::plan(&interview, as_of).channel_advice,
            "missing",
            "No message is pending; name the purpose that the advice is for.",
        ),
    };
    advice.ok_or_else(|| Problem::of_query("purpose", code, detail))
}
