//! What the message is about: the position, the day, and what the interview was.

use crate::facts::{Format, Purpose, Tone};
use crate::messages::day;
use crate::messages::phrase;

use super::{Forgone, Gathering, NAME_AT_MOST_CHARACTERS, capitalised};

/// A position of more words or characters is only "the role" in a sentence.
const POSITION_AT_MOST_WORDS: usize = 9;
const POSITION_AT_MOST_CHARACTERS: usize = 70;

impl Gathering<'_> {
    pub(super) fn interview(&mut self) {
        let writing = self.writing;
        let interview = writing.interview;
        let formal = writing.tone == Tone::Formal;
        let plain = if formal { "the position" } else { "the role" };
        let position = self
            .allowed(interview.position.as_ref())
            .filter(|_| self.forgone < Forgone::Position)
            .and_then(phrase::title);
        let company = self
            .allowed(interview.employer.name.as_ref())
            .filter(|_| self.forgone < Forgone::Names)
            .and_then(phrase::title)
            .filter(|name| name.chars().count() <= NAME_AT_MOST_CHARACTERS);
        let client = company.clone().unwrap_or_else(|| "your client".to_owned());
        let mut role = match &position {
            Some(position) if fits_a_sentence(position) => role_of(position, formal),
            _ => plain.to_owned(),
        };
        let mut from = Vec::new();
        if role != plain {
            from.push("interview.position");
        }
        if let Some(position) = position {
            self.put("position", position, &["interview.position"]);
        }
        if writing.is_agent() {
            let with = if company.is_some() { "at" } else { "with" };
            role = format!("{role} {with} {client}");
            from.extend(company.is_some().then_some("employer.name"));
            self.put(
                "client",
                client.clone(),
                if company.is_some() {
                    &["employer.name"]
                } else {
                    &[]
                },
            );
        }
        let expected = if writing.is_agent() {
            capitalised(&client)
        } else {
            "You".to_owned()
        };
        self.put("expected", format!("{expected} expected"), &[]);
        if let Some(company) = company {
            self.put("company", company, &["employer.name"]);
        }
        self.put("role", role.clone(), &from);
        self.put("the_role", plain, &[]);
        self.meeting(&role, &from);
        let today = writing.today;
        if let Some(stated) = writing.wait.stated {
            self.put("stated", day::date(stated, today, writing.locale), &["timeline"]);
        }
        match interview.competing_offer {
            Some(offer) => {
                let deadline = day::weekday_and_date(offer.answer_by, today, writing.locale);
                self.put("deadline", deadline, &["competing_offer.answer_by"]);
            }
            None => self.blank("deadline", "[the day]", "competing_offer.answer_by"),
        }
        if let Some(name) = interview
            .platform
            .as_ref()
            .and_then(|platform| platform.name.as_ref())
        {
            self.put("platform_name", name.clone(), &["platform.name"]);
        }
        if writing.purpose == Purpose::AnswerRequest {
            self.blank("answer", "[your answer to what they asked for]", "history");
        }
    }

    /// How the interview is spoken of: what it was, when, and whether the recipient was there.
    fn meeting(&mut self, role: &str, role_from: &[&'static str]) {
        let writing = self.writing;
        let interview = writing.interview;
        let (today, locale) = (writing.today, writing.locale);
        let held_on = interview.day();
        let date = day::date(held_on, today, locale);
        let when = day::shortest(held_on, today, locale);
        let spoken = day::spoken(held_on, locale);
        let (met, agent, format) = (writing.met(), writing.is_agent(), interview.format);
        let kind = match (met, format) {
            (false, _) => "interview",
            (true, Some(Format::Phone)) => "call",
            (true, Some(Format::Video)) => "video call",
            (true, Some(Format::InPerson)) => "meeting",
            (true, None) => "conversation",
        };
        let for_your_time = match (met, agent, format) {
            (false, true, _) => format!("for your help with my interview on {when}"),
            (false, false, _) => format!("for the interview on {when}"),
            (true, _, Some(Format::InPerson)) => format!("for having me at your office on {when}"),
            (true, _, Some(_)) => format!("for our {kind} on {when}"),
            (true, _, None) => format!("for your time on {when}"),
        };
        let for_meeting = match (met, agent, format) {
            (false, true, _) => format!("for your help with my interview on {date} for {role}"),
            (false, false, _) => format!("for the interview on {date} for {role}"),
            (true, _, Some(Format::Phone)) => format!("for speaking with me on {date} about {role}"),
            (true, _, Some(Format::Video)) => format!("for our video call on {date} about {role}"),
            (true, _, Some(Format::InPerson)) => {
                format!("for having me at your office on {date} to talk about {role}")
            }
            (true, _, None) => format!("for meeting me on {date} about {role}"),
        };
        let by_phone = format == Some(Format::Phone);
        let verb = if by_phone { "we spoke" } else { "we met" };
        let met_about = |day: &str| {
            if met {
                format!("{verb} on {day} about {role}")
            } else {
                format!("I was interviewed on {day} for {role}")
            }
        };
        let for_which = match (met, by_phone) {
            (true, true) => format!("about which we spoke on {date}"),
            (true, false) => format!("for which we met on {date}"),
            (false, _) => format!("for which I was interviewed on {date}"),
        };
        let owner = if met {
            "our"
        } else if agent {
            "my"
        } else {
            "the"
        };
        let talk = format!("{owner} {kind} on {when}");
        let day_talk = if day::is_recent(held_on, today) {
            format!("{when}'s {kind}")
        } else {
            talk.clone()
        };
        let as_format: &[&str] = if met && format.is_some() {
            &["interview.format"]
        } else {
            &[]
        };
        // "… the interview for the role" says nothing: without a position it is left at the day.
        let for_meeting = if role_from.contains(&"interview.position") || agent {
            for_meeting
        } else {
            for_meeting_alone(met, format, &date)
        };
        let both: Vec<&str> = as_format.iter().chain(role_from).copied().collect();
        self.put("date", date.clone(), &[]);
        self.put("weekday_date", day::weekday_and_date(held_on, today, locale), &[]);
        self.put("interview_day", when, &[]);
        self.put("for_your_time", for_your_time, as_format);
        self.put("for_meeting", for_meeting, &both);
        self.put("met_about", met_about(&date), role_from);
        self.put("met_spoken", met_about(&spoken), role_from);
        self.put(
            "interviewed",
            format!("I was interviewed on {spoken} for {role}"),
            role_from,
        );
        self.put("for_which", for_which, &[]);
        self.put("talk", talk, as_format);
        self.put("day_talk", day_talk, as_format);
    }
}

/// What to give thanks for where the position is not known.
fn for_meeting_alone(met: bool, format: Option<Format>, date: &str) -> String {
    match (met, format) {
        (false, _) => format!("for the interview on {date}"),
        (true, Some(Format::Phone)) => format!("for speaking with me on {date}"),
        (true, Some(Format::Video)) => format!("for our video call on {date}"),
        (true, Some(Format::InPerson)) => format!("for having me at your office on {date}"),
        (true, None) => format!("for meeting me on {date}"),
    }
}

fn fits_a_sentence(position: &str) -> bool {
    position.split_whitespace().count() <= POSITION_AT_MOST_WORDS
        && position.chars().count() <= POSITION_AT_MOST_CHARACTERS
}

/// "the Backend Engineer role", formal "the position of Backend Engineer"; "Sales role" is no "role role".
fn role_of(position: &str, formal: bool) -> String {
    let last = position.split(' ').next_back().unwrap_or_default().to_lowercase();
    let lower = position.to_lowercase();
    if matches!(
        last.as_str(),
        "role" | "position" | "post" | "job" | "internship" | "apprenticeship" | "vacancy"
    ) {
        let article = if lower.starts_with("the ") { "" } else { "the " };
        format!("{article}{position}")
    } else if formal {
        format!("the position of {position}")
    } else {
        format!("the {position} role")
    }
}
