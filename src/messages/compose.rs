//! An outline and its parts → a text of the right length that says each thing once.

use crate::facts::{Channel, Purpose};
use crate::guidance::parameters as p;

use super::book::{Book, Mark, Outline, PartId, Phrasing, Substance, book};
use super::message::Form;
use super::situation::{Writing, fnv};
use super::tag::Tags;
use super::words::{Forgone, Said, WordSet, Words};

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

    fn too_long(self, text: &Composed) -> bool {
        text.words > self.most_words
            // A text of so few bytes has no more characters.
            || (text.text.len() > self.most_characters
                && text.text.encode_utf16().count() > self.most_characters)
    }

    fn too_short(self, text: &Composed) -> bool {
        text.words < self.fewest_words
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
    if !text.is_ascii() {
        return text.split_whitespace().count();
    }
    let [first, others @ ..] = text.as_bytes() else {
        return 0;
    };
    // A word begins at each letter after a space. Of control characters a text has line breaks alone.
    let begins = |before: u8, byte: u8| u8::from(before <= b' ') & u8::from(byte > b' ');
    // Without a branch, and with few enough together for their sum to be a byte, the compiler counts many at once.
    let pairs = text.as_bytes().chunks(TOGETHER).zip(others.chunks(TOGETHER));
    let counts = pairs.map(|(before, bytes)| {
        let pairs = before.iter().zip(bytes);
        pairs.map(|(before, byte)| begins(*before, *byte)).sum::<u8>()
    });
    usize::from(begins(b' ', *first)) + counts.map(usize::from).sum::<usize>()
}

/// How many bytes are counted together.
const TOGETHER: usize = 128;

/// A text, and what is in it.
#[derive(Default)]
pub(super) struct Composed {
    pub(super) text: String,
    /// As a reader counts them.
    pub(super) words: usize,
    /// The words of the templates that are in it.
    pub(super) used: WordSet,
}

/// Everything that a message is composed from.
pub(super) struct Composer<'a> {
    book: &'static Book,
    writing: &'a Writing<'a>,
    tags: Tags,
    words: Words<'a>,
}

/// What a message holds so far.
#[derive(Clone, Copy, Default)]
struct Spoken {
    said: Said,
    /// What the whole of it is about.
    whole: Substance,
    /// What its last part is about.
    last: Substance,
}

/// How far back a phrasing may not repeat a word of substance; the first that can be kept to is.
#[derive(Clone, Copy)]
enum Distance {
    Whole,
    Neighbour,
    None,
}

impl Spoken {
    fn takes(&self, phrasing: &Phrasing, distance: Distance) -> bool {
        !self.said.repeats(phrasing.needs)
            && match distance {
                Distance::Whole => !self.whole.echoes(&phrasing.substance),
                Distance::Neighbour => !self.last.echoes(&phrasing.substance),
                Distance::None => true,
            }
    }

    fn note(&mut self, phrasing: &Phrasing) {
        self.said.note(phrasing.needs);
        self.whole.add(&phrasing.substance);
        self.last = phrasing.substance;
    }
}

impl<'a> Composer<'a> {
    /// The body in the best form that keeps to its length, and the composer that made it (for the subject).
    pub(super) fn compose(writing: &'a Writing<'a>) -> (Self, Composed) {
        let limits = Limits::of(writing.purpose, writing.form);
        let mut composed = Self::with(writing, Forgone::Nothing, limits);
        for forgone in [Forgone::LongFacts, Forgone::Position, Forgone::Names] {
            if !limits.too_long(&composed.1) {
                break;
            }
            composed = Self::with(writing, forgone, limits);
        }
        composed
    }

    fn with(writing: &'a Writing<'a>, forgone: Forgone, limits: Limits) -> (Self, Composed) {
        let words = Words::of(writing, forgone);
        let composer = Self {
            book: book(),
            tags: words.tags(writing.tags()),
            writing,
            words,
        };
        let body = composer.body(limits);
        (composer, body)
    }

    /// What a template of the caller's is filled from.
    pub(super) fn for_template(writing: &'a Writing<'a>) -> Self {
        let words = Words::of(writing, Forgone::Nothing);
        Self {
            book: book(),
            tags: words.tags(writing.tags()),
            writing,
            words,
        }
    }

    /// One part as it would stand in a message after what was said; nothing where no phrasing of it fits.
    pub(super) fn part(&self, name: &str, said: Said) -> Option<Composed> {
        let part = self.book.part_named(self.writing.purpose, name)?;
        let mut spoken = Spoken {
            said,
            ..Spoken::default()
        };
        let mut text = String::new();
        self.say(part, &mut spoken, "", &mut text).then(|| Composed {
            words: words_in(&text),
            text,
            used: spoken.said.words(),
        })
    }

    pub(super) fn words(&self) -> &Words<'a> {
        &self.words
    }

    /// The first phrasing of the subject that is short enough.
    pub(super) fn subject(&self) -> Composed {
        for group in self.book.part(PartId::SUBJECT).groups(self.writing.purpose) {
            if !group.holds(self.tags) {
                continue;
            }
            let mut text = String::with_capacity(SUBJECT_AT_MOST_CHARACTERS);
            let mut is_short = |phrasing: &&Phrasing| {
                text.clear();
                phrasing.write(&self.words, Said::default(), &mut text);
                words_in(&text) <= p::SUBJECT_AT_MOST_WORDS
                    && text.chars().count() <= SUBJECT_AT_MOST_CHARACTERS
            };
            let held = group
                .choices
                .iter()
                .filter(|phrasing| self.words.hold(phrasing.needs));
            let short = held.clone().filter(&mut is_short).count();
            if let Some(chosen) = held.filter(&mut is_short).nth(self.place("subject", short)) {
                // What was looked at last is the chosen one.
                return Composed {
                    words: words_in(&text),
                    text,
                    used: chosen.needs,
                };
            }
        }
        Composed::default()
    }

    /// The outline that step and recipient choose or, where it comes out too short, the next that does not.
    fn body(&self, limits: Limits) -> Composed {
        let outlines = self.book.outlines(self.writing.purpose, self.tags);
        let chosen = self.place("outline", outlines.len());
        let in_turn = outlines.iter().cycle().skip(chosen).take(outlines.len());
        let mut longest = Composed::default();
        for outline in in_turn {
            let body = self.fitted(outline, limits);
            if !limits.too_short(&body) {
                return body;
            }
            if body.words > longest.words {
                longest = body;
            }
        }
        longest
    }

    /// An outline's body, shortened or lengthened as far as its marks allow.
    fn fitted(&self, outline: &Outline, limits: Limits) -> Composed {
        let mut stands: Vec<bool> = outline
            .items
            .iter()
            .map(|item| item.mark != Mark::Spare)
            .collect();
        let mut body = self.assemble(outline, &stands);
        while limits.too_long(&body) {
            let droppable = |place: &usize| stands[*place] && outline.items[*place].mark == Mark::Droppable;
            let Some(place) = (0..stands.len()).rev().find(droppable) else {
                break;
            };
            stands[place] = false;
            body = self.assemble(outline, &stands);
        }
        for place in 0..stands.len() {
            if !limits.too_short(&body) {
                break;
            }
            if outline.items[place].mark == Mark::Spare {
                stands[place] = true;
                let longer = self.assemble(outline, &stands);
                if limits.too_long(&longer) {
                    stands[place] = false;
                } else {
                    body = longer;
                }
            }
        }
        body
    }

    /// Greeting, paragraphs, sign-off.
    fn assemble(&self, outline: &Outline, stands: &[bool]) -> Composed {
        let mut spoken = Spoken::default();
        let mut text = String::with_capacity(TYPICAL_BYTES);
        let framed = self.writing.form.channel() != Channel::Phone;
        if framed {
            self.say(PartId::GREETING, &mut spoken, "", &mut text);
        }
        let mut paragraph = None;
        for (item, _) in outline.items.iter().zip(stands).filter(|(_, stands)| **stands) {
            let gap = match paragraph {
                Some(open) if open == item.paragraph => " ",
                _ if text.is_empty() => "",
                _ => "\n\n",
            };
            if self.say(item.part, &mut spoken, gap, &mut text) {
                paragraph = Some(item.paragraph);
            }
        }
        if framed {
            let gap = if text.is_empty() { "" } else { "\n\n" };
            self.say(PartId::SIGN_OFF, &mut spoken, gap, &mut text);
            for line in PartId::SIGNATURE {
                self.say(line, &mut spoken, "\n", &mut text);
            }
        }
        Composed {
            words: words_in(&text),
            text,
            used: spoken.said.words(),
        }
    }

    /// Writes a part down after `gap`, where it has a fitting phrasing.
    fn say(&self, part: PartId, spoken: &mut Spoken, gap: &str, text: &mut String) -> bool {
        let Some(phrasing) = self.phrasing(part, spoken) else {
            return false;
        };
        text.push_str(gap);
        phrasing.write(&self.words, spoken.said, text);
        spoken.note(phrasing);
        true
    }

    /// One phrasing of a part, chosen by step and recipient among those of the first group that has a fitting one: if
    /// possible one that repeats no word of substance of the message, else none of its neighbour's.
    fn phrasing(&self, part: PartId, spoken: &Spoken) -> Option<&'static Phrasing> {
        let part = self.book.part(part);
        let groups = part.groups(self.writing.purpose).iter();
        for group in groups.filter(|group| group.holds(self.tags)) {
            for distance in [Distance::Whole, Distance::Neighbour, Distance::None] {
                let fits = |phrasing: &&Phrasing| {
                    self.words.hold(phrasing.needs) && spoken.takes(phrasing, distance)
                };
                let mut fitting = group.choices.iter().filter(fits);
                match fitting.clone().count() {
                    0 => {}
                    count => return fitting.nth(self.place(&part.name, count)),
                }
            }
        }
        None
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
/// Room for a letter, so that the text seldom moves while it grows.
const TYPICAL_BYTES: usize = 1_024;
