//! Which messages: those of a plan's pending steps, or those that a caller asks for.

use crate::facts::{Channel, ContactPolicy, Interview, Notice, PersonRef, Purpose};
use crate::planning::{self, Addressee, Dates, Plan, Status, Step};

use super::message::{FollowUp, Form, Message, Refused, Rendered, Selection, Unavailable};
use super::phrase::holds_contact_details;
use super::situation::Writing;
use super::wording::Wording;
use super::write::{write, write_worded};

/// The whole plan: the schedule and a message for each recipient of each pending step, in the order of the steps.
#[must_use]
pub fn follow_up(interview: &Interview, plan: Plan) -> FollowUp {
    let mut messages = Vec::new();
    for step in plan
        .schedule
        .steps
        .iter()
        .filter(|step| step.is_pending() && step.purpose.is_message())
    {
        for addressee in &step.addressees {
            let form = usual_form(interview, addressee.person, addressee.channel);
            if form.exists_for(step.purpose) {
                let step = (step.purpose, Some(step));
                let writing = Writing::new(interview, &plan, step, addressee.person, form);
                messages.push(write(&writing, plan.schedule.id));
            }
        }
    }
    let Plan {
        schedule,
        channel_advice,
        expectations,
        ..
    } = plan;
    FollowUp {
        schedule,
        channel_advice,
        messages,
        expectations,
    }
}

/// The messages asked for; with an empty selection those of the next step. By phone all three forms of a message,
/// unless one is asked for.
///
/// # Errors
///
/// [`Unavailable`] for a form that does not exist (a thank-you by phone) and for a recipient who is not in the facts.
/// A message that should not be sent now is no error: it comes with a warning that says why.
pub fn select(interview: &Interview, plan: &Plan, selection: &Selection) -> Result<Rendered, Unavailable> {
    let chosen = choose(interview, plan, selection)?;
    let messages = chosen
        .writings
        .iter()
        .map(|writing| write(writing, plan.schedule.id))
        .collect();
    Ok(chosen.rendered(interview, messages))
}

/// The messages asked for, in the caller's own words. A subject for messages that have none is ignored, with a warning.
///
/// # Errors
/// [`Refused`]: what [`select`] refuses, and a template that names a part which these messages don't have, or that makes
/// more text than a message can hold.
pub fn select_worded(
    interview: &Interview,
    plan: &Plan,
    selection: &Selection,
    wording: &Wording,
) -> Result<Rendered, Refused> {
    let chosen = choose(interview, plan, selection)?;
    if let Some(first) = chosen.writings.first() {
        wording.check_parts(first.purpose).map_err(Refused::Template)?;
    }
    let mut messages = Vec::new();
    for writing in &chosen.writings {
        let message = write_worded(writing, plan.schedule.id, wording)
            .map_err(|violation| Refused::Template(vec![violation]))?;
        messages.push(message);
    }
    let warnings = wording_warnings(&chosen.writings, &messages, wording);
    let mut rendered = chosen.rendered(interview, messages);
    rendered.warnings.extend(warnings);
    Ok(rendered)
}

/// What speaks against the caller's words for these messages.
fn wording_warnings(writings: &[Writing<'_>], messages: &[Message], wording: &Wording) -> Vec<Notice> {
    let mut warnings = Vec::new();
    if wording.has_subject() && messages.iter().any(|message| message.form != Form::Email) {
        warnings.push(Notice::new(
            "subject_ignored",
            "Only e-mails have a subject: yours is left out of the other messages.",
        ));
    }
    let told = |(writing, message): (&Writing<'_>, &Message)| {
        !writing.details_allowed() && holds_contact_details(&message.body)
    };
    if writings.iter().zip(messages).any(told) {
        warnings.push(Notice::new(
            "contact_details",
            "Your words seem to hold an address, a number or a link; the marketplace allows none before the contract.",
        ));
    }
    warnings
}

/// The messages to be written, and what there is to say beside them.
struct Chosen<'a> {
    writings: Vec<Writing<'a>>,
    assumptions: Vec<Notice>,
    warnings: Vec<Notice>,
}

impl Chosen<'_> {
    fn rendered(self, interview: &Interview, messages: Vec<Message>) -> Rendered {
        let mut warnings = self.warnings;
        warnings.extend(channel_warning(interview, &messages));
        Rendered {
            messages,
            assumptions: self.assumptions,
            warnings,
        }
    }
}

fn choose<'a>(
    interview: &'a Interview,
    plan: &'a Plan,
    selection: &Selection,
) -> Result<Chosen<'a>, Unavailable> {
    if let Some(recipient) = selection.recipient
        && interview.person(recipient).is_none()
    {
        return Err(no_such_recipient(interview, recipient));
    }
    let mut chosen = Chosen {
        writings: Vec::new(),
        assumptions: plan.schedule.assumptions.clone(),
        warnings: plan.schedule.warnings.clone(),
    };
    let Some(purpose) = selection
        .purpose
        .or_else(|| plan.schedule.next().map(|step| step.purpose))
    else {
        chosen.warnings.push(Notice::new(
            "nothing_to_send",
            "Nothing is left to send: every step is done or over.",
        ));
        return Ok(chosen);
    };
    if !purpose.is_message() {
        if selection.purpose.is_some() {
            return Err(nothing_is_sent(purpose));
        }
        chosen.warnings.push(Notice::new(
            "nothing_to_send",
            "The next step is for you alone; nothing is sent.",
        ));
        return Ok(chosen);
    }
    let channel = chosen_channel(purpose, selection)?;
    let step = plan.schedule.steps.iter().find(|step| step.purpose == purpose);
    let addressees = addressees(interview, purpose, step, selection.recipient);
    for addressee in addressees {
        let channel = channel.unwrap_or(addressee.channel);
        for form in forms(interview, addressee.person, channel, selection.form) {
            if !form.exists_for(purpose) {
                return Err(no_such_form(purpose, form, selection));
            }
            if interview.platform_only() && form.is_spoken() {
                let detail =
                    "The marketplace allows no call before the contract is signed: write there instead.";
                return Err(Unavailable {
                    parameter: parameter(selection),
                    detail: detail.to_owned(),
                });
            }
            chosen.writings.push(Writing::new(
                interview,
                plan,
                (purpose, step),
                addressee.person,
                form,
            ));
        }
    }
    chosen.warnings.extend(not_now(plan, purpose, step));
    Ok(chosen)
}

/// The form that a channel takes for a person: on LinkedIn an invitation unless they are connected.
fn usual_form(interview: &Interview, person: Option<PersonRef>, channel: Channel) -> Form {
    let connected = person
        .and_then(|person| interview.person(person))
        .is_some_and(|person| person.connected);
    match channel {
        Channel::Email => Form::Email,
        Channel::Linkedin if connected => Form::LinkedinMessage,
        Channel::Linkedin => Form::LinkedinInvitation,
        Channel::Phone => Form::CallScript,
        Channel::Platform => Form::PlatformMessage,
    }
}

fn forms(
    interview: &Interview,
    person: Option<PersonRef>,
    channel: Channel,
    form: Option<Form>,
) -> Vec<Form> {
    match (form, channel) {
        (Some(form), _) => vec![form],
        (None, Channel::Phone) => vec![Form::CallScript, Form::Voicemail, Form::LeftWithColleague],
        (None, channel) => vec![usual_form(interview, person, channel)],
    }
}

/// Whom the message goes to: the step's people, or the one asked for.
fn addressees(
    interview: &Interview,
    purpose: Purpose,
    step: Option<&Step>,
    recipient: Option<PersonRef>,
) -> Vec<Addressee> {
    let mut addressees = step.map(|step| step.addressees.clone()).unwrap_or_default();
    if addressees.is_empty() {
        addressees = planning::addressees(interview, purpose);
    }
    if addressees.is_empty() {
        let channel = if interview.platform_only() {
            Channel::Platform
        } else {
            Channel::Email
        };
        addressees.push(Addressee {
            person: None,
            channel,
        });
    }
    let Some(recipient) = recipient else {
        return addressees;
    };
    let known = addressees
        .iter()
        .find(|addressee| addressee.person == Some(recipient));
    let channel = known
        .or(addressees.first())
        .map_or(Channel::Email, |addressee| addressee.channel);
    vec![Addressee {
        person: Some(recipient),
        channel,
    }]
}

fn chosen_channel(purpose: Purpose, selection: &Selection) -> Result<Option<Channel>, Unavailable> {
    match (selection.channel, selection.form) {
        (Some(channel), Some(form)) if form.channel() != channel => Err(Unavailable {
            parameter: "form",
            detail: format!(
                "A {} does not go by {}: leave one of the two out.",
                in_words(form.as_str()),
                channel_in_words(channel)
            ),
        }),
        (_, Some(form)) if !form.exists_for(purpose) => Err(no_such_form(purpose, form, selection)),
        (channel, form) => Ok(channel.or_else(|| form.map(Form::channel))),
    }
}

fn parameter(selection: &Selection) -> &'static str {
    match selection {
        Selection { form: Some(_), .. } => "form",
        Selection { channel: Some(_), .. } => "channel",
        _ => "purpose",
    }
}

fn no_such_form(purpose: Purpose, form: Form, selection: &Selection) -> Unavailable {
    let detail = match (purpose, form.channel()) {
        (Purpose::ThankYou, Channel::Phone) => {
            "There is no thank-you by phone: thanks are written, so that nobody has to answer them."
                .to_owned()
        }
        (Purpose::Connect, _) => "To connect there is a LinkedIn note alone.".to_owned(),
        (purpose, _) => format!(
            "There is no {} as a {}.",
            in_words(purpose.as_str()),
            in_words(form.as_str())
        ),
    };
    Unavailable {
        parameter: parameter(selection),
        detail,
    }
}

fn nothing_is_sent(purpose: Purpose) -> Unavailable {
    let detail = match purpose {
        Purpose::Prepare => "Preparing is for you alone: there is no message to render.",
        _ => "Moving on is for you alone: there is no message to render.",
    };
    Unavailable {
        parameter: "purpose",
        detail: detail.to_owned(),
    }
}

fn no_such_recipient(interview: &Interview, recipient: PersonRef) -> Unavailable {
    let detail = match (recipient, interview.interviewers.len()) {
        (PersonRef::Contact, _) => "The facts name no employer.contact.".to_owned(),
        (PersonRef::Interviewer(_), 0) => "The facts name no interviewers.".to_owned(),
        (PersonRef::Interviewer(index), 1) => {
            format!("There is one interviewer, number 0, and none with number {index}.")
        }
        (PersonRef::Interviewer(index), count) => {
            format!(
                "The interviewers are numbered from 0 to {}; there is no number {index}.",
                count - 1
            )
        }
    };
    Unavailable {
        parameter: "recipient",
        detail,
    }
}

/// Why a message should not be sent yet, or not at all.
fn not_now(plan: &Plan, purpose: Purpose, step: Option<&Step>) -> Option<Notice> {
    let what = in_words(purpose.as_str());
    let Some(step) = step else {
        let detail =
            format!("Nothing in the facts calls for this message ({what}): keep it until something does.");
        return Some(Notice::new("not_called_for", detail));
    };
    let because = step
        .reasons
        .iter()
        .next()
        .map(|reason| format!(" {}", reason.text()))
        .unwrap_or_default();
    match step.status {
        Status::Due | Status::Overdue => None,
        Status::Upcoming => {
            let opens = Dates::new(plan.schedule.as_of).moment(step.window.opens_at);
            let detail = format!("Don't send it before {opens}.{because}");
            Some(Notice::new("not_yet", detail))
        }
        Status::Done => Some(Notice::new(
            "already_sent",
            "You have sent this already; once is enough.",
        )),
        Status::NotNeeded => Some(Notice::new(
            "not_needed",
            format!("Don't send it as things stand.{because}"),
        )),
    }
}

/// What speaks against the channel that was asked for.
fn channel_warning(interview: &Interview, messages: &[Message]) -> Option<Notice> {
    let by = |channel: Channel| messages.iter().any(|message| message.channel == channel);
    if interview.platform_only()
        && !messages
            .iter()
            .all(|message| message.channel == Channel::Platform)
    {
        let detail =
            "Before the contract the marketplace allows its own messages alone: don't send this elsewhere.";
        return Some(Notice::new("platform_only", detail));
    }
    if interview.employer.contact_policy != ContactPolicy::Open && by(Channel::Phone) {
        return Some(Notice::new(
            "no_calls",
            "They asked candidates not to call: write instead.",
        ));
    }
    None
}

fn in_words(name: &str) -> String {
    name.replace('_', " ")
}

fn channel_in_words(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "e-mail",
        Channel::Linkedin => "LinkedIn",
        Channel::Phone => "phone",
        Channel::Platform => "a platform",
    }
}
