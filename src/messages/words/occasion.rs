//! What the message is about: the position, the day, and what the interview was.

use crate::facts::{Format, Purpose, Tone};
use crate::messages::day;
use crate::messages::phrase;

use super::{Forgone, Gathering, NAME_AT_MOST_CHARACTERS, Word, capitalised};

/// A position of more words or characters is only "the role" in a sentence.
const POSITION_AT_MOST_WORDS: usize = 9;
const POSITION_AT_MOST_CHARACTERS: usize = 70;

/// The position as it stands in a sentence, with what it was made of.
struct Role {
    text: String,
    names_position: bool,
    names_employer: bool,
}

impl Gathering<'_> {
    pub(super) fn interview(&mut self) {
        let role = self.role();
        self.put(
            Word::Role,
            role.text.clone(),
            sources(false, role.names_position, role.names_employer),
        );
        self.meeting(&role);
        self.days();
        if self.writing.purpose == Purpose::AnswerRequest {
            self.blank(Word::Answer, "[your answer to what they asked for]", "history");
        }
    }

    /// The position, the employer, and for an agent the client.
    fn role(&mut self) -> Role {
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
        let fitting = position.as_deref().filter(|position| fits_a_sentence(position));
        let mut role = Role {
            text: fitting.map_or_else(|| plain.to_owned(), |position| role_of(position, formal)),
            names_position: fitting.is_some(),
            names_employer: false,
        };
        if let Some(position) = position {
            self.put(Word::Position, position, &["interview.position"]);
        }
        self.put(Word::TheRole, plain, &[]);
        if writing.is_agent() {
            let client = company.as_deref().unwrap_or("your client");
            let with = if company.is_some() { "at" } else { "with" };
            role.text = format!("{} {with} {client}", role.text);
            role.names_employer = company.is_some();
            let from = sources(false, false, company.is_some());
            self.put(Word::Expected, format!("{} expected", capitalised(client)), from);
            self.put(Word::Client, client.to_owned(), from);
        } else {
            self.put(Word::Expected, "You expected", &[]);
        }
        if let Some(company) = company {
            self.put(Word::Company, company, &["employer.name"]);
        }
        role
    }

    /// How the interview is spoken of: what it was, when, and whether the recipient was there.
    fn meeting(&mut self, role: &Role) {
        let writing = self.writing;
        let interview = writing.interview;
        let (today, locale) = (writing.today, writing.locale);
        let held_on = interview.day();
        let date = day::date(held_on, today, locale);
        let when = day::shortest(held_on, today, locale);
        let (met, agent) = (writing.met(), writing.is_agent());
        let format = interview.format.filter(|_| met);
        let kind = match format {
            Some(Format::Phone) => "call",
            Some(Format::Video) => "video call",
            Some(Format::InPerson) => "meeting",
            None if met => "conversation",
            None => "interview",
        };
        let office = if writing.tone == Tone::Formal {
            "for receiving me at your office"
        } else {
            "for having me at your office"
        };
        let by_phone = format == Some(Format::Phone);
        let owner = match (met, agent) {
            (true, _) => "our",
            (false, true) => "my",
            (false, false) => "the",
        };
        // "… to interview for the role" says nothing: without a position it is left at the day.
        let named = role.names_position || agent;
        let of_format = sources(format.is_some(), false, false);
        let of_role = sources(false, role.names_position, role.names_employer);
        let of_both = sources(
            format.is_some(),
            named && role.names_position,
            named && role.names_employer,
        );
        self.put_made(Word::ForYourTime, of_format, || match format {
            Some(Format::InPerson) => format!("{office} on {when}"),
            Some(_) => format!("for making time for our {kind} on {when}"),
            None if met => format!("for your time on {when}"),
            None if agent => format!("for your help with my interview on {when}"),
            None => format!("for the interview on {when}"),
        });
        self.put_made(Word::ForMeeting, of_both, || {
            let (thanks, link) = match format {
                Some(Format::Phone) => ("for speaking with me", "about"),
                Some(Format::Video) => ("for meeting me by video", "about"),
                Some(Format::InPerson) => (office, "to talk about"),
                None if met => ("for meeting me", "about"),
                None if agent => ("for your help with my interview", "for"),
                None => ("for the chance to interview", "for"),
            };
            if named {
                format!("{thanks} on {date} {link} {}", role.text)
            } else {
                format!("{thanks} on {date}")
            }
        });
        let met_about = |day: &str| {
            let verb = match (met, by_phone) {
                (true, true) => "we spoke",
                (true, false) => "we met",
                (false, _) => "I had an interview",
            };
            let link = if met { "about" } else { "for" };
            format!("{verb} on {day} {link} {}", role.text)
        };
        let spoken = || day::spoken(held_on, locale);
        self.put_made(Word::MetAbout, of_role, || met_about(&date));
        self.put_made(Word::MetSpoken, of_role, || met_about(&spoken()));
        self.put_made(Word::Interviewed, of_role, || {
            format!("I had an interview on {} for {}", spoken(), role.text)
        });
        self.put_made(Word::ForWhich, &[], || match (met, by_phone) {
            (true, true) => format!("about which we spoke on {date}"),
            (true, false) => format!("for which we met on {date}"),
            (false, _) => format!("for which I had an interview on {date}"),
        });
        self.put_made(Word::Talk, of_format, || format!("{owner} {kind} on {when}"));
        self.put_made(Word::DayTalk, of_format, || {
            if day::is_recent(held_on, today) {
                format!("{when}'s {kind}")
            } else {
                format!("{owner} {kind} on {when}")
            }
        });
        self.put(Word::InterviewDay, when, &[]);
        self.put(Word::Date, date, &[]);
    }

    /// The days that were named: by them for the decision, by others for an answer.
    fn days(&mut self) {
        let writing = self.writing;
        let (today, locale) = (writing.today, writing.locale);
        if let Some(stated) = writing.wait.stated {
            self.put(Word::Stated, day::date(stated, today, locale), &["timeline"]);
        }
        match writing.interview.competing_offer {
            Some(offer) => {
                let deadline = day::weekday_and_date(offer.answer_by, today, locale);
                self.put(Word::Deadline, deadline, &["competing_offer.answer_by"]);
            }
            None => self.blank(Word::Deadline, "[the day]", "competing_offer.answer_by"),
        }
    }
}

/// The paths of the facts that a word about the interview was made of.
const fn sources(format: bool, position: bool, employer: bool) -> &'static [&'static str] {
    match (format, position, employer) {
        (false, false, false) => &[],
        (false, false, true) => &["employer.name"],
        (false, true, false) => &["interview.position"],
        (false, true, true) => &["interview.position", "employer.name"],
        (true, false, false) => &["interview.format"],
        (true, false, true) => &["interview.format", "employer.name"],
        (true, true, false) => &["interview.format", "interview.position"],
        (true, true, true) => &["interview.format", "interview.position", "employer.name"],
    }
}

fn fits_a_sentence(position: &str) -> bool {
    position.split_whitespace().count() <= POSITION_AT_MOST_WORDS
        && position.chars().count() <= POSITION_AT_MOST_CHARACTERS
}

/// "the Backend Engineer role", formal "the position of Backend Engineer"; "Sales role" is no "role role".
fn role_of(position: &str, formal: bool) -> String {
    let last = position.rsplit(' ').next().unwrap_or_default();
    let is_one = [
        "role",
        "position",
        "post",
        "job",
        "internship",
        "apprenticeship",
        "vacancy",
        "traineeship",
        "fellowship",
    ]
    .iter()
    .any(|word| last.eq_ignore_ascii_case(word));
    let begins_with_the = position
        .get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case("the "));
    match (is_one, begins_with_the) {
        (true, true) => position.to_owned(),
        (true, false) => format!("the {position}"),
        _ if formal => format!("the position of {position}"),
        _ => format!("the {position} role"),
    }
}
