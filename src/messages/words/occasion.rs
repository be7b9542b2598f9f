//! What the message is about: the position, the day, and what the interview was.

use crate::facts::{Format, Purpose, Tone};
use crate::messages::compose::words_in;
use crate::messages::day;
use crate::messages::phrase;

use super::{Forgone, NAME_AT_MOST_CHARACTERS, Source, Word, Words, capitalise};

/// A position of more words or characters is only "the role" in a sentence.
const POSITION_AT_MOST_WORDS: usize = 9;
const POSITION_AT_MOST_CHARACTERS: usize = 70;

impl Words<'_> {
    pub(super) fn gather_occasion(&mut self, forgone: Forgone) {
        let writing = self.writing;
        let interview = writing.interview;
        self.position = writing
            .allowed(interview.position.as_ref())
            .filter(|_| forgone < Forgone::Position)
            .and_then(phrase::title);
        self.names_position = self.position.as_deref().is_some_and(fits_a_sentence);
        self.company = writing
            .allowed(interview.employer.name.as_ref())
            .filter(|_| forgone < Forgone::Names)
            .and_then(phrase::title)
            .filter(|name| name.chars().count() <= NAME_AT_MOST_CHARACTERS);
        for word in [
            Word::Role,
            Word::TheRole,
            Word::Expected,
            Word::Date,
            Word::InterviewDay,
            Word::ForYourTime,
            Word::ForMeeting,
            Word::MetAbout,
            Word::MetSpoken,
            Word::Interviewed,
            Word::ForWhich,
            Word::Talk,
            Word::DayTalk,
            Word::Deadline,
        ] {
            self.put(word, true);
        }
        self.put(Word::Position, self.position.is_some());
        self.put(Word::Company, self.company.is_some());
        self.put(Word::Client, writing.is_agent());
        self.put(Word::Stated, writing.wait.stated.is_some());
        self.put(Word::Answer, writing.purpose == Purpose::AnswerRequest);
    }

    pub(super) fn write_occasion(&self, word: Word, text: &mut String) {
        let writing = self.writing;
        match word {
            Word::Position => text.push_str(self.position.as_deref().unwrap_or_default()),
            Word::Role => self.write_role(text),
            Word::TheRole => text.push_str(self.plain_role()),
            Word::Company => text.push_str(self.company.as_deref().unwrap_or_default()),
            Word::Client => text.push_str(self.client()),
            Word::Expected if writing.is_agent() => {
                let start = text.len();
                text.push_str(self.client());
                capitalise(text, start);
                text.push_str(" expected");
            }
            Word::Expected => text.push_str("You expected"),
            Word::Date => self.write_date(text),
            Word::InterviewDay => self.write_when(text),
            Word::Stated => {
                if let Some(stated) = writing.wait.stated {
                    day::write_date(stated, writing.today, writing.locale, text);
                }
            }
            Word::Deadline => match writing.interview.competing_offer {
                Some(offer) => {
                    day::write_weekday_and_date(offer.answer_by, writing.today, writing.locale, text);
                }
                None => text.push_str("[the day]"),
            },
            Word::Answer => text.push_str("[your answer to what they asked for]"),
            _ => self.write_meeting(word, text),
        }
    }

    /// How the interview is spoken of: what it was, when, and whether the recipient was there.
    fn write_meeting(&self, word: Word, text: &mut String) {
        let writing = self.writing;
        let (met, agent, format) = (writing.met, writing.is_agent(), self.format());
        let by_phone = format == Some(Format::Phone);
        match word {
            Word::ForYourTime => {
                text.push_str(match format {
                    Some(Format::InPerson) => self.office(),
                    Some(Format::Phone) => "for making time for our call",
                    Some(Format::Video) => "for making time for our video call",
                    None if met => "for your time",
                    None if agent => "for your help with my interview",
                    None => "for the interview",
                });
                text.push_str(" on ");
                self.write_when(text);
            }
            Word::ForMeeting => {
                let (thanks, link) = match format {
                    Some(Format::Phone) => ("for speaking with me", " about "),
                    Some(Format::Video) => ("for meeting me by video", " about "),
                    Some(Format::InPerson) => (self.office(), " to talk about "),
                    None if met => ("for meeting me", " about "),
                    None if agent => ("for your help with my interview", " for "),
                    None => ("for the chance to interview", " for "),
                };
                text.push_str(thanks);
                text.push_str(" on ");
                self.write_date(text);
                if self.says_role() {
                    text.push_str(link);
                    self.write_role(text);
                }
            }
            Word::MetAbout | Word::MetSpoken => {
                text.push_str(match (met, by_phone) {
                    (true, true) => "we spoke on ",
                    (true, false) => "we met on ",
                    (false, _) => "I had an interview on ",
                });
                if word == Word::MetSpoken {
                    self.write_spoken(text);
                } else {
                    self.write_date(text);
                }
                text.push_str(if met { " about " } else { " for " });
                self.write_role(text);
            }
            Word::Interviewed => {
                text.push_str("I had an interview on ");
                self.write_spoken(text);
                text.push_str(" for ");
                self.write_role(text);
            }
            Word::ForWhich => {
                text.push_str(match (met, by_phone) {
                    (true, true) => "about which we spoke on ",
                    (true, false) => "for which we met on ",
                    (false, _) => "for which I had an interview on ",
                });
                self.write_date(text);
            }
            Word::DayTalk if day::is_recent(writing.interview.day(), writing.today) => {
                self.write_when(text);
                text.push_str("'s ");
                text.push_str(self.kind());
            }
            Word::Talk | Word::DayTalk => {
                text.push_str(match (met, agent) {
                    (true, _) => "our ",
                    (false, true) => "my ",
                    (false, false) => "the ",
                });
                text.push_str(self.kind());
                text.push_str(" on ");
                self.write_when(text);
            }
            _ => {}
        }
    }

    /// The position as it stands in a sentence, for an agent with the client.
    fn write_role(&self, text: &mut String) {
        match self.position.as_deref().filter(|_| self.names_position) {
            Some(position) => write_role_of(position, self.writing.tone == Tone::Formal, text),
            None => text.push_str(self.plain_role()),
        }
        if self.writing.is_agent() {
            text.push_str(if self.company.is_some() { " at " } else { " with " });
            text.push_str(self.client());
        }
    }

    pub(super) fn plain_role(&self) -> &'static str {
        if self.writing.tone == Tone::Formal {
            "the position"
        } else {
            "the role"
        }
    }

    fn client(&self) -> &str {
        self.company.as_deref().unwrap_or("your client")
    }

    /// How they met, for whoever was there.
    fn format(&self) -> Option<Format> {
        self.writing.interview.format.filter(|_| self.writing.met)
    }

    fn kind(&self) -> &'static str {
        match self.format() {
            Some(Format::Phone) => "call",
            Some(Format::Video) => "video call",
            Some(Format::InPerson) => "meeting",
            None if self.writing.met => "conversation",
            None => "interview",
        }
    }

    fn office(&self) -> &'static str {
        if self.writing.tone == Tone::Formal {
            "for receiving me at your office"
        } else {
            "for having me at your office"
        }
    }

    /// "… to interview for the role" says nothing: without a position it is left at the day.
    fn says_role(&self) -> bool {
        self.names_position || self.writing.is_agent()
    }

    fn write_date(&self, text: &mut String) {
        let writing = self.writing;
        day::write_date(writing.interview.day(), writing.today, writing.locale, text);
    }

    fn write_when(&self, text: &mut String) {
        let writing = self.writing;
        day::write_shortest(writing.interview.day(), writing.today, writing.locale, text);
    }

    fn write_spoken(&self, text: &mut String) {
        day::write_spoken(self.writing.interview.day(), self.writing.locale, text);
    }

    pub(super) fn source_of_occasion(&self, word: Word) -> Source {
        let format = self.format().is_some();
        let position = self.names_position;
        let employer = self.writing.is_agent() && self.company.is_some();
        match word {
            Word::Position => Source::of(&["interview.position"]),
            Word::Company => Source::of(&["employer.name"]),
            Word::Client | Word::Expected => Source::of(sources(false, false, employer)),
            Word::Role | Word::MetAbout | Word::MetSpoken | Word::Interviewed => {
                Source::of(sources(false, position, employer))
            }
            Word::ForYourTime | Word::Talk | Word::DayTalk => Source::of(sources(format, false, false)),
            Word::ForMeeting => Source::of(sources(format, position, employer)),
            Word::Stated => Source::of(&["timeline"]),
            Word::Deadline if self.writing.interview.competing_offer.is_some() => {
                Source::of(&["competing_offer.answer_by"])
            }
            Word::Deadline => Source::blank("competing_offer.answer_by"),
            Word::Answer => Source::blank("history"),
            _ => Source::default(),
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
    words_in(position) <= POSITION_AT_MOST_WORDS
        && (position.len() <= POSITION_AT_MOST_CHARACTERS
            || position.chars().count() <= POSITION_AT_MOST_CHARACTERS)
}

/// "the Backend Engineer role", formal "the position of Backend Engineer"; "Sales role" is no "role role".
fn write_role_of(position: &str, formal: bool, text: &mut String) {
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
    let (before, after) = match (is_one, begins_with_the) {
        (true, true) => ("", ""),
        (true, false) => ("the ", ""),
        _ if formal => ("the position of ", ""),
        _ => ("the ", " role"),
    };
    text.push_str(before);
    text.push_str(position);
    text.push_str(after);
}
