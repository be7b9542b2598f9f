//! The texts: template files as writers edit them (`templates/README.md` says how), read once.

mod reading;
mod substance;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::facts::Purpose;

use super::message::Form;
use super::tag::{self, Tags};
use super::words::{Said, Word, WordSet, Words, capitalise};

pub(super) use substance::Substance;

/// A file for each purpose, and one that all share.
const FILES: [(Option<Purpose>, &str); 13] = [
    (None, include_str!("templates/shared.txt")),
    (Some(Purpose::ThankYou), include_str!("templates/thank_you.txt")),
    (Some(Purpose::CheckIn), include_str!("templates/check_in.txt")),
    (
        Some(Purpose::SecondCheckIn),
        include_str!("templates/second_check_in.txt"),
    ),
    (Some(Purpose::Connect), include_str!("templates/connect.txt")),
    (
        Some(Purpose::StayInTouch),
        include_str!("templates/stay_in_touch.txt"),
    ),
    (
        Some(Purpose::ReplyToGoodNews),
        include_str!("templates/reply_to_good_news.txt"),
    ),
    (
        Some(Purpose::ReplyToRejection),
        include_str!("templates/reply_to_rejection.txt"),
    ),
    (
        Some(Purpose::ReplyToDelay),
        include_str!("templates/reply_to_delay.txt"),
    ),
    (
        Some(Purpose::AnswerRequest),
        include_str!("templates/answer_request.txt"),
    ),
    (
        Some(Purpose::ShareDeadline),
        include_str!("templates/share_deadline.txt"),
    ),
    (Some(Purpose::Withdraw), include_str!("templates/withdraw.txt")),
    (
        Some(Purpose::AskToReschedule),
        include_str!("templates/ask_to_reschedule.txt"),
    ),
];

static BOOK: LazyLock<Book> = LazyLock::new(|| Book::read(&FILES));

/// The embedded texts.
pub(super) fn book() -> &'static Book {
    &BOOK
}

/// Every text.
pub(super) struct Book {
    parts: Vec<Part>,
    outlines: Vec<(Option<Purpose>, Group<Outline>)>,
    /// For each purpose and form the words that some phrasing can use.
    wanted: Vec<(Purpose, Form, WordSet)>,
    /// What could not be read, with file and line; a test holds that there is nothing.
    faults: Vec<String>,
}

/// One part of messages: its phrasings for a purpose, and those for all purposes that have none of their own.
pub(super) struct Part {
    pub(super) name: String,
    versions: Vec<(Option<Purpose>, Vec<Group<Phrasing>>)>,
}

/// Phrasings for one situation, any of which will do.
pub(super) struct Group<T> {
    /// What must be the case.
    holds: Tags,
    /// What must not.
    fails: Tags,
    pub(super) choices: Vec<T>,
}

/// One way to say a part.
pub(super) struct Phrasing {
    pieces: Vec<Piece>,
    /// The words that it uses; where one is missing, the phrasing is passed over.
    pub(super) needs: WordSet,
    /// What its own words are about.
    pub(super) substance: Substance,
}

/// Letters of ours, or a word to be put in.
enum Piece {
    Ours(String),
    Put(Word),
}

/// Which parts make a message, in order.
pub(super) struct Outline {
    pub(super) items: Vec<Item>,
}

/// A part in its place.
pub(super) struct Item {
    pub(super) part: PartId,
    pub(super) mark: Mark,
    /// Counted from 0; parts of one paragraph are joined by spaces.
    pub(super) paragraph: usize,
}

/// Whether a part must stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Wherever it has a fitting phrasing.
    Always,
    /// `part?`: goes first where the message is too long.
    Droppable,
    /// `part+`: comes in where the message is too short.
    Spare,
}

impl<T> Group<T> {
    /// Whether these phrasings are meant for the situation.
    pub(super) const fn holds(&self, tags: Tags) -> bool {
        tags.has_all(self.holds) && tags.has_none(self.fails)
    }

    /// Whether these phrasings can occur in a message of a form, whatever else is the case.
    const fn is_for(&self, form: Tags) -> bool {
        form.has_all(self.holds.and(Tags::OF_FORM)) && form.has_none(self.fails.and(Tags::OF_FORM))
    }
}

impl Phrasing {
    /// Writes it down with its words put in, its first letter made large.
    pub(super) fn write(&self, words: &Words, said: Said, text: &mut String) {
        for (place, piece) in self.pieces.iter().enumerate() {
            match piece {
                Piece::Ours(ours) => text.push_str(ours),
                Piece::Put(word) if place > 0 || word.stays_as_written() => {
                    words.write(*word, said, text);
                }
                Piece::Put(word) => {
                    let start = text.len();
                    words.write(*word, said, text);
                    capitalise(text, start);
                }
            }
        }
    }
}

impl Part {
    /// The phrasings for a purpose: its own, else the shared ones.
    pub(super) fn groups(&self, purpose: Purpose) -> &[Group<Phrasing>] {
        let of = |owner| self.versions.iter().find(|(known, _)| *known == owner);
        of(Some(purpose))
            .or_else(|| of(None))
            .map_or(&[], |(_, groups)| groups.as_slice())
    }
}

/// A part's place in the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PartId(usize);

impl PartId {
    pub(super) const SUBJECT: Self = Self(0);
    pub(super) const GREETING: Self = Self(1);
    pub(super) const SIGN_OFF: Self = Self(2);
    /// The lines under the name.
    pub(super) const SIGNATURE: [Self; 2] = [Self(3), Self(4)];
}

/// Parts that no outline names, since each form has its own place for them: the first of the book, in this order.
const FRAME: [&str; 5] = [
    "subject",
    "greeting",
    "sign_off",
    "signature_email",
    "signature_phone",
];

impl Book {
    /// A part by its place.
    pub(super) fn part(&self, part: PartId) -> &Part {
        &self.parts[part.0]
    }

    /// The outlines for a purpose in a situation: those of its first group that holds, else of the first shared one.
    pub(super) fn outlines(&self, purpose: Purpose, tags: Tags) -> &[Outline] {
        [Some(purpose), None]
            .into_iter()
            .flat_map(|owner| self.outlines_of(owner))
            .find(|group| group.holds(tags))
            .map_or(&[], |group| group.choices.as_slice())
    }

    fn outlines_of(&self, owner: Option<Purpose>) -> impl Iterator<Item = &Group<Outline>> {
        self.outlines
            .iter()
            .filter(move |(purpose, _)| *purpose == owner)
            .map(|(_, group)| group)
    }

    /// The names of the parts that a purpose has, its own and the shared ones, in the order of the alphabet.
    pub(super) fn part_names(&self, purpose: Purpose) -> BTreeSet<&str> {
        let own = self.parts.iter().filter(|part| !part.groups(purpose).is_empty());
        own.map(|part| part.name.as_str()).collect()
    }

    /// A part of a purpose by its name.
    pub(super) fn part_named(&self, purpose: Purpose, name: &str) -> Option<PartId> {
        let part = self
            .parts
            .iter()
            .position(|part| part.name == name && !part.groups(purpose).is_empty());
        part.map(PartId)
    }

    /// The words that some phrasing of a purpose can use in a form.
    pub(super) fn words_of(&self, purpose: Purpose, form: Form) -> WordSet {
        self.wanted
            .iter()
            .find(|(of, by, _)| *of == purpose && *by == form)
            .map_or_else(WordSet::default, |(.., words)| *words)
    }

    fn gather_words_of(&self, purpose: Purpose, form: Form) -> WordSet {
        let form = tag::of_form(form);
        let outlined = [Some(purpose), None]
            .into_iter()
            .flat_map(|owner| self.outlines_of(owner))
            .filter(|group| group.is_for(form))
            .flat_map(|group| &group.choices)
            .flat_map(|outline| &outline.items)
            .map(|item| item.part);
        outlined
            .chain((0..FRAME.len()).map(PartId))
            .flat_map(|part| self.part(part).groups(purpose))
            .filter(|group| group.is_for(form))
            .flat_map(|group| &group.choices)
            .fold(WordSet::default(), |words, phrasing| words.or(phrasing.needs))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_texts_can_be_read() {
        assert_eq!(book().faults, Vec::<String>::new());
    }

    #[test]
    fn every_part_in_an_outline_exists_and_every_part_is_in_an_outline() {
        let mut unknown = Vec::new();
        for (owner, group) in &book().outlines {
            let purpose = owner.unwrap_or(Purpose::Withdraw);
            for item in group.choices.iter().flat_map(|outline| &outline.items) {
                let part = book().part(item.part);
                if part.groups(purpose).is_empty() {
                    unknown.push(format!("{purpose:?}: no part is called {}", part.name));
                }
            }
        }
        for (place, part) in book().parts.iter().enumerate().skip(FRAME.len()) {
            for (owner, _) in &part.versions {
                let named = book()
                    .outlines
                    .iter()
                    .filter(|(of, _)| owner.is_none() || of.is_none() || of == owner)
                    .flat_map(|(_, group)| &group.choices)
                    .flat_map(|outline| &outline.items)
                    .any(|item| item.part == PartId(place));
                if !named {
                    unknown.push(format!("{owner:?}: no outline has the part {}", part.name));
                }
            }
        }
        assert_eq!(unknown, Vec::<String>::new());
    }

    #[test]
    fn every_word_is_used() {
        let used = book()
            .parts
            .iter()
            .flat_map(|part| &part.versions)
            .flat_map(|(_, groups)| groups)
            .flat_map(|group| &group.choices)
            .fold(WordSet::of(&[Word::TheRole]), |used, phrasing| {
                used.or(phrasing.needs)
            });
        for (word, name, _) in &crate::messages::words::KNOWN {
            assert!(used.has(*word), "{name}");
        }
    }

    #[test]
    fn a_text_that_cannot_be_read_is_named_with_its_line() {
        let text = "[open]\n(gloomy)\n- {{ x }\nstray\n- {{ weather }}\n- {% if dear %}x{% endif %}\n";
        let book = Book::read(&[(Some(Purpose::Connect), text)]);
        assert_eq!(book.faults.len(), 5, "{:?}", book.faults);
        for (fault, line) in book.faults.iter().zip([2, 3, 4, 5, 6]) {
            assert!(fault.starts_with(&format!("connect.txt:{line}: ")), "{fault}");
        }
    }
}
