//! One message: composed, counted, and with its reasons.

use std::borrow::Cow;

use uuid::Uuid;

use crate::facts::{Channel, PersonRef, Purpose, Role, Violation};
use crate::guidance::parameters as p;
use crate::guidance::{Reason, Reasons, Rule, rules};
use crate::planning::version_5;

use super::compose::{Composed, Composer, Limits, words_in};
use super::day::write_number;
use super::mailto;
use super::message::{Form, Links, Message, MessageRecipient};
use super::situation::Writing;
use super::wording::{self, Wording};

/// What a message says, and what of the facts is in it.
struct Letter {
    subject: Option<String>,
    body: Composed,
    ready: bool,
    missing: Vec<&'static str>,
    personalised_with: Vec<Cow<'static, str>>,
}

/// Writes the message. `schedule_id` names it where there is no step.
pub(super) fn write(writing: &Writing, schedule_id: Uuid) -> Message {
    let (composer, body) = Composer::compose(writing);
    let subject = (writing.form == Form::Email).then(|| composer.subject());
    let used = subject
        .as_ref()
        .map_or(body.used, |subject| subject.used.or(body.used));
    let mut missing: Vec<&'static str> = Vec::new();
    let mut personalised_with: Vec<Cow<'static, str>> = Vec::new();
    for source in composer.words().sources(used) {
        missing.extend(source.missing);
        personalised_with.extend(source.paths());
    }
    missing.sort_unstable();
    missing.dedup();
    personalised_with.sort_unstable();
    personalised_with.dedup();
    let letter = Letter {
        subject: subject.map(|subject| subject.text),
        body,
        ready: missing.is_empty(),
        missing,
        personalised_with,
    };
    let reasons = reasons(writing, &letter);
    finished(writing, schedule_id, letter, reasons)
}

/// Writes the message in the caller's words.
///
/// # Errors
/// A fault where the template makes more text than a message can hold.
pub(super) fn write_worded(
    writing: &Writing,
    schedule_id: Uuid,
    wording: &Wording,
) -> Result<Message, Violation> {
    let worded = wording::render(wording, writing)?;
    let own_subject = worded.subject;
    let subject = (writing.form == Form::Email)
        .then(|| own_subject.unwrap_or_else(|| Composer::for_template(writing).subject().text));
    let letter = Letter {
        subject,
        body: Composed {
            words: words_in(&worded.body),
            text: worded.body,
            ..Composed::default()
        },
        ready: worded.ready,
        missing: worded.missing.into_iter().collect(),
        personalised_with: worded.personalised_with.into_iter().collect(),
    };
    let mut reasons = length_reason(writing, &letter.body);
    reasons.push(specific_reason(&letter.personalised_with));
    if let Some(reason) = missing_reason(&letter.missing) {
        reasons.push(reason);
    }
    Ok(finished(writing, schedule_id, letter, reasons))
}

fn finished(writing: &Writing, schedule_id: Uuid, letter: Letter, mut reasons: Reasons) -> Message {
    let person = writing.person();
    let recipient = person.map_or_else(MessageRecipient::default, |person| MessageRecipient {
        name: person.name.clone(),
        email: person.email.clone(),
        phone: person.phone.clone(),
    });
    let mailto = letter.subject.as_deref().and_then(|subject| {
        let Some(address) = &recipient.email else {
            reasons.push(Reason::new(&rules::MESSAGE_NOTHING_INVENTED, NO_ADDRESS));
            return None;
        };
        let link = mailto::mailto(address, subject, &letter.body.text);
        if link.is_none() {
            reasons.push(Reason::new(&rules::MESSAGE_LENGTH, LINK_TOO_LONG));
        }
        link
    });
    let linkedin = person
        .filter(|_| writing.form.channel() == Channel::Linkedin)
        .and_then(|person| person.linkedin_url.clone());
    let step_id = writing.step.map(|step| step.id);
    let word_count = letter.body.words;
    Message {
        id: id_of(writing, step_id.unwrap_or(schedule_id)),
        step_id,
        purpose: writing.purpose,
        channel: writing.form.channel(),
        form: writing.form,
        locale: writing.locale,
        tone: writing.tone,
        recipient,
        subject: letter.subject,
        speaking_seconds: writing.form.is_spoken().then(|| seconds_to_say(word_count)),
        body: letter.body.text,
        word_count,
        ready: letter.ready,
        missing: letter.missing,
        personalised_with: letter.personalised_with,
        links: Links { mailto, linkedin },
        reasons,
    }
}

const NO_ADDRESS: &str =
    "There is no link that opens this message in your mail program: their address is not known.";
const LINK_TOO_LONG: &str = "There is no link that opens this message in your mail program: it would be longer than \
    1,600 characters, and some programs cut it there. Copy the text instead.";

fn seconds_to_say(words: usize) -> usize {
    (words * 60).div_ceil(p::SPEECH_WORDS_PER_MINUTE)
}

fn id_of(writing: &Writing, step_id: Uuid) -> Uuid {
    let mut number = String::new();
    let recipient = match writing.recipient {
        Some(PersonRef::Contact) => "contact",
        Some(PersonRef::Interviewer(index)) => {
            write_number(index, &mut number);
            &number
        }
        None => "nobody",
    };
    let (purpose, form) = (writing.purpose.as_str(), writing.form.as_str());
    version_5(step_id, &[purpose, "\n", form, "\n", recipient])
}

fn reasons(writing: &Writing, letter: &Letter) -> Reasons {
    let mut reasons = length_reason(writing, &letter.body);
    let mut because = |rule: &'static Rule, text: &'static str| reasons.push(Reason::new(rule, text));
    if let Some((rule, text)) = parts_reason(writing.purpose, writing.form) {
        because(rule, text);
    }
    if writing.purpose.is_status_question() {
        because(
            &rules::MESSAGE_ONE_QUESTION,
            "It asks one question, which can be answered in a line.",
        );
    } else if matches!(writing.purpose, Purpose::ThankYou | Purpose::Connect) {
        because(
            &rules::MESSAGE_NO_QUESTION,
            "It asks nothing, so that it stays what it is: a thank-you.",
        );
    }
    reasons.push(specific_reason(&letter.personalised_with));
    if let Some(reason) = missing_reason(&letter.missing) {
        reasons.push(reason);
    }
    let mut because = |rule: &'static Rule, text: &'static str| reasons.push(Reason::new(rule, text));
    if writing
        .person()
        .is_some_and(|person| person.role == Role::AgencyRecruiter)
    {
        because(
            &rules::RECIPIENT_AGENCY,
            "It goes to an agency, so it speaks of their client.",
        );
    }
    if !writing.details_allowed() {
        let text = "It holds no address, number or link: the marketplace allows none before the contract.";
        because(&rules::MESSAGE_NO_CONTACT_DETAILS, text);
    }
    reasons
}

fn specific_reason(personalised_with: &[Cow<'static, str>]) -> Reason {
    let specific = personalised_with
        .iter()
        .any(|path| path.ends_with(".topics") || path == "interview.appeal" || path == "candidate.strengths");
    let text = if specific {
        "It names what was talked about or what you bring; that is what the reader remembers."
    } else {
        "It would stay in mind better with something that was talked about: add a topic of the interview."
    };
    Reason::new(&rules::MESSAGE_SPECIFIC, text)
}

fn missing_reason(missing: &[&str]) -> Option<Reason> {
    if missing.is_empty() {
        return None;
    }
    let text = format!(
        "Fill in what stands in brackets before you send it; missing: {}.",
        missing.join(", ")
    );
    Some(Reason::new(&rules::MESSAGE_NOTHING_INVENTED, text))
}

fn length_reason(writing: &Writing, body: &Composed) -> Reasons {
    let words = body.words;
    let limits = Limits::of(writing.purpose, writing.form);
    let mut text = String::with_capacity(80);
    let mut say = |number: usize, then: &str| {
        write_number(number, &mut text);
        text.push_str(then);
    };
    let rule = match writing.form {
        Form::Email | Form::PlatformMessage => {
            say(words, " words; ");
            say(limits.fewest_words, " to ");
            say(limits.most_words, " are read.");
            &rules::MESSAGE_LENGTH
        }
        Form::LinkedinMessage => {
            say(words, " words; on LinkedIn ");
            say(limits.most_words, " are the most that is read.");
            &rules::MESSAGE_LINKEDIN_LENGTH
        }
        Form::LinkedinInvitation => {
            say(
                body.text.encode_utf16().count(),
                " characters; the note of an invitation has room for ",
            );
            say(limits.most_characters, ".");
            &rules::MESSAGE_LINKEDIN_LENGTH
        }
        Form::CallScript | Form::Voicemail | Form::LeftWithColleague => {
            say(words, " words take about ");
            say(seconds_to_say(words), " seconds to say.");
            &rules::MESSAGE_SPOKEN_LENGTH
        }
    };
    Reasons::because(rule, text)
}

fn parts_reason(purpose: Purpose, form: Form) -> Option<(&'static Rule, &'static str)> {
    if form.is_spoken() {
        return Some((
            &rules::MESSAGE_CALL_PARTS,
            "It says who you are, which role and day it is about, and your number, so that they can call you back.",
        ));
    }
    Some(match purpose {
        Purpose::ThankYou => (
            &rules::MESSAGE_THANK_YOU_PARTS,
            "Thanks first, then something from this interview and your interest.",
        ),
        Purpose::CheckIn => (
            &rules::MESSAGE_CHECK_IN_PARTS,
            "Role and day tell them at once who writes; an offer to send something gives before it takes.",
        ),
        Purpose::SecondCheckIn => (
            &rules::MESSAGE_SECOND_CHECK_IN_PARTS,
            "It asks whether the place is filled and, if not, by when: after this you leave it with them.",
        ),
        Purpose::Connect => (
            &rules::MESSAGE_CONNECT_PARTS,
            "A friendly word that wants no answer.",
        ),
        Purpose::ReplyToGoodNews => (
            &rules::MESSAGE_GOOD_NEWS_PARTS,
            "Thanks and what comes next; terms have their own talk.",
        ),
        Purpose::ReplyToRejection => (
            &rules::MESSAGE_REJECTION_PARTS,
            "Grace is remembered when the next role opens; arguing is, too.",
        ),
        Purpose::Withdraw => (
            &rules::MESSAGE_WITHDRAWAL_PARTS,
            "The decision comes first, so that they can plan; reasons stay short.",
        ),
        Purpose::StayInTouch => (
            &rules::MESSAGE_STAY_IN_TOUCH_PARTS,
            "A good wish and an open door; it applies for nothing.",
        ),
        _ => return None,
    })
}
