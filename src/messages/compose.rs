//! An outline and its parts → a text of the right length that says each thing once.

use std::collections::BTreeSet;

use crate::facts::Purpose;
use crate::guidance::parameters as p;

use super::book::{Book, Mark, Outline, Phrasing, book};
use super::message::Form;
use super::situation::{Tags, Writing, fnv};
use super::words::{Forgone, Said, Words, capitalised};

/// How long a text may be, greeting and sign-off included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Limits {
    pub(super) fewest_words: usize,
    pub(super) most_words: usize,
    pub(super) most_characters: usize,
}

impl Limits {
    /// The policy's "Length".
    pub(super) fn of(purpose: Purpose, form: Form) -> Self {
        let words = |fewest_words, most_words| Self {
            fewest_words,
            most_words,
            most_characters: usize::MAX,
        };
        match form {
            Form::Email | Form::PlatformMessage => match purpose {
                Purpose::ThankYou => words(p::THANK_YOU_AT_LEAST_WORDS, p::THANK_YOU_AT_MOST_WORDS),
                Purpose::CheckIn => words(p::CHECK_IN_AT_LEAST_WORDS, p::CHECK_IN_AT_MOST_WORDS),
                Purpose::SecondCheckIn => words(
                    p::SECOND_CHECK_IN_AT_LEAST_WORDS,
                    p::SECOND_CHECK_IN_AT_MOST_WORDS,
                ),
                Purpose::StayInTouch
                | Purpose::ShareDeadline
                | Purpose::AskToReschedule
                | Purpose::Connect => words(p::REPLY_AT_LEAST_WORDS, OTHER_LETTERS_AT_MOST_WORDS),
                _ => words(p::REPLY_AT_LEAST_WORDS, p::REPLY_AT_MOST_WORDS),
            },
            Form::LinkedinMessage => words(0, p::LINKEDIN_AT_MOST_WORDS),
            Form::LinkedinInvitation => Self {
                most_characters: p::LINKEDIN_INVITATION_AT_MOST_CHARACTERS,
                ..words(0, p::LINKEDIN_AT_MOST_WORDS)
            },
            Form::CallScript => words(0, CALL_SCRIPT_AT_MOST_WORDS),
            Form::Voicemail | Form::LeftWithColleague => words(0, VOICEMAIL_AT_MOST_WORDS),
        }
    }

    fn too_long(self, text: &str) -> bool {
        words_in(text) > self.most_words || text.encode_utf16().count() > self.most_characters
    }

    fn too_short(self, text: &str) -> bool {
        words_in(text) < self.fewest_words
    }
}

/// Letters that are neither thanks, question, reply nor withdrawal, at most.
const OTHER_LETTERS_AT_MOST_WORDS: usize = 100;
/// A minute of speech: longer is a monologue.
const CALL_SCRIPT_AT_MOST_WORDS: usize = p::SPEECH_WORDS_PER_MINUTE;
/// What can be said in the seconds that a voicemail may last.
#[expect(clippy::cast_possible_truncation, reason = "thirty seconds")]
const VOICEMAIL_AT_MOST_WORDS: usize =
    p::VOICEMAIL_AT_MOST_SECONDS as usize * p::SPEECH_WORDS_PER_MINUTE / 60;

/// Words as a reader counts them.
pub(super) fn words_in(text: &str) -> usize {
    text.split_whitespace().count()
}

/// A text, and the names of the words in it.
#[derive(Default)]
pub(super) struct Text {
    pub(super) text: String,
    pub(super) used: BTreeSet<String>,
}

/// Everything that a message is composed from.
pub(super) struct Composer<'a> {
    book: &'static Book,
    writing: &'a Writing<'a>,
    tags: Tags,
    words: Words,
}

impl<'a> Composer<'a> {
    /// The body in the best form that keeps to its length, and the composer that made it (for the subject).
    pub(super) fn compose(writing: &'a Writing<'a>) -> (Self, Text) {
        let limits = Limits::of(writing.purpose, writing.form);
        let mut best = None;
        for forgone in Forgone::ALL {
            let composer = Self {
                book: book(),
                writing,
                tags: writing.tags(),
                words: Words::of(writing, forgone),
            };
            let body = composer.body(limits);
            let fits = !limits.too_long(&body.text);
            best = Some((composer, body));
            if fits {
                break;
            }
        }
        // `Forgone::ALL` is not empty; the fallback is never built.
        best.unwrap_or_else(|| {
            let words = Words::of(writing, Forgone::Names);
            (
                Self {
                    book: book(),
                    writing,
                    tags: Tags::new(),
                    words,
                },
                Text::default(),
            )
        })
    }

    pub(super) fn words(&self) -> &Words {
        &self.words
    }

    /// The first phrasing of the subject that is short enough.
    pub(super) fn subject(&self) -> Text {
        for group in self.book.part(self.writing.purpose, "subject") {
            if !group.holds(&self.tags) {
                continue;
            }
            let choices: Vec<Text> = group
                .choices
                .iter()
                .filter(|phrasing| self.words.hold(phrasing.needs.iter()))
                .filter_map(|phrasing| self.render(phrasing, &Said::default()))
                .filter(|subject| {
                    words_in(&subject.text) <= p::SUBJECT_AT_MOST_WORDS
                        && subject.text.chars().count() <= SUBJECT_AT_MOST_CHARACTERS
                })
                .collect();
            let place = self.place("subject", choices.len());
            if let Some(subject) = choices.into_iter().nth(place) {
                return subject;
            }
        }
        Text::default()
    }

    fn body(&self, limits: Limits) -> Text {
        let outlines = self.book.outlines(self.writing.purpose, &self.tags);
        let Some(outline) = outlines.get(self.place("outline", outlines.len())) else {
            return Text::default();
        };
        let mut stands: Vec<bool> = outline
            .items
            .iter()
            .map(|item| item.mark != Mark::Spare)
            .collect();
        let mut body = self.assemble(outline, &stands);
        while limits.too_long(&body.text) {
            let droppable = |place: &usize| stands[*place] && outline.items[*place].mark == Mark::Droppable;
            let Some(place) = (0..stands.len()).rev().find(droppable) else {
                break;
            };
            stands[place] = false;
            body = self.assemble(outline, &stands);
        }
        for place in 0..stands.len() {
            if !limits.too_short(&body.text) {
                break;
            }
            if outline.items[place].mark == Mark::Spare {
                stands[place] = true;
                let longer = self.assemble(outline, &stands);
                if limits.too_long(&longer.text) {
                    stands[place] = false;
                } else {
                    body = longer;
                }
            }
        }
        body
    }

    /// Greeting, paragraphs, sign-off.
    fn assemble(&self, outline: &Outline, stands: &[bool]) -> Text {
        let mut said = Said::default();
        let mut used = BTreeSet::new();
        let mut paragraphs: Vec<(usize, String)> = Vec::new();
        let frame = self.writing.form.channel() != crate::facts::Channel::Phone;
        let mut add = |part: &str, paragraph: usize, own_paragraph: bool| {
            let Some((phrasing, text)) = self.say(part, &said) else {
                return;
            };
            said.note(phrasing.needs.iter());
            used.extend(text.used);
            match paragraphs.last_mut() {
                Some((last, open)) if *last == paragraph && !own_paragraph => {
                    open.push(' ');
                    open.push_str(&text.text);
                }
                _ => paragraphs.push((paragraph, text.text)),
            }
        };
        if frame {
            add("greeting", 0, true);
        }
        for (item, _) in outline.items.iter().zip(stands).filter(|(_, stands)| **stands) {
            add(&item.part, item.paragraph + 1, false);
        }
        if frame {
            add("sign_off", usize::MAX, true);
        }
        let texts: Vec<String> = paragraphs.into_iter().map(|(_, text)| text).collect();
        let mut text = texts.join("\n\n");
        if frame {
            for line in ["signature_email", "signature_phone"] {
                if let Some((_, signed)) = self.say(line, &Said::default()) {
                    text.push('\n');
                    text.push_str(&signed.text);
                    used.extend(signed.used);
                }
            }
        }
        Text { text, used }
    }

    /// One phrasing of a part, chosen by step and recipient among those of the first group that has a fitting one.
    fn say(&self, part: &str, said: &Said) -> Option<(&'static Phrasing, Text)> {
        let groups = self
            .book
            .part(self.writing.purpose, part)
            .iter()
            .filter(|group| group.holds(&self.tags));
        for group in groups {
            let fitting: Vec<&Phrasing> = group
                .choices
                .iter()
                .filter(|phrasing| {
                    self.words.hold(phrasing.needs.iter()) && !said.repeats(phrasing.needs.iter())
                })
                .collect();
            if let Some(&phrasing) = fitting.get(self.place(part, fitting.len())) {
                return self.render(phrasing, said).map(|text| (phrasing, text));
            }
        }
        None
    }

    fn render(&self, phrasing: &Phrasing, said: &Said) -> Option<Text> {
        let text = self.book.render(phrasing, self.words.values(said))?;
        // A line break in a template is written `\`.
        let text = capitalised(text.trim()).replace(" \\ ", "\n");
        Some(Text {
            text,
            used: phrasing.needs.clone(),
        })
    }

    /// Which of so many: a hash of the step and the part, moved on by one for each member of a panel.
    fn place(&self, part: &str, of: usize) -> usize {
        let hash = fnv(self.writing.seed, part.as_bytes());
        // The high bits of FNV-1a are the better stirred ones.
        let place = usize::try_from((hash ^ (hash >> 29)) >> 8 & 0xffff).unwrap_or_default();
        (place + self.writing.rank).checked_rem(of).unwrap_or_default()
    }
}

/// A subject of more characters is cut on a telephone's screen.
const SUBJECT_AT_MOST_CHARACTERS: usize = 78;
