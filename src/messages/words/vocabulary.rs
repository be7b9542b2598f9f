//! The words that a template may name, and sets of them.

/// A word that a template may name (`templates/README.md` says what each means).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::messages) enum Word {
    Dear,
    Hello,
    Whom,
    WhomAndTitle,
    Me,
    Name,
    Email,
    Phone,
    Number,
    Reach,
    Position,
    Role,
    TheRole,
    Company,
    Client,
    Expected,
    Date,
    InterviewDay,
    ForYourTime,
    ForMeeting,
    MetAbout,
    MetSpoken,
    Interviewed,
    ForWhich,
    Talk,
    DayTalk,
    Stated,
    Deadline,
    Answer,
    Topic,
    TopicSaid,
    Strength,
    Doing,
    StrengthSaid,
    StrengthOwn,
    Appeal,
    AppealSaid,
    AppealOwn,
}

const TOPICS: &[&str] = &["interview.topics", "interview.interviewers[].topics"];
const RECIPIENT: &[&str] = &["recipient.name", "recipient.title"];

/// Every word with its name in the templates and the facts that it can come from.
pub(in crate::messages) static KNOWN: [(Word, &str, &[&str]); Word::COUNT] = [
    (Word::Dear, "dear", RECIPIENT),
    (Word::Hello, "hello", &["recipient.name"]),
    (Word::Whom, "whom", &["recipient.name"]),
    (Word::WhomAndTitle, "whom_and_title", RECIPIENT),
    (Word::Me, "me", &["candidate.name"]),
    (Word::Name, "name", &["candidate.name"]),
    (Word::Email, "email", &["candidate.email"]),
    (Word::Phone, "phone", &["candidate.phone"]),
    (Word::Number, "number", &["candidate.phone"]),
    (Word::Reach, "reach", &[]),
    (Word::Position, "position", &["interview.position"]),
    (Word::Role, "role", &["interview.position"]),
    (Word::TheRole, "the_role", &[]),
    (Word::Company, "company", &["employer.name"]),
    (Word::Client, "client", &["employer.name"]),
    (Word::Expected, "expected", &["employer.name"]),
    (Word::Date, "date", &[]),
    (Word::InterviewDay, "interview_day", &[]),
    (Word::ForYourTime, "for_your_time", &["interview.format"]),
    (
        Word::ForMeeting,
        "for_meeting",
        &["interview.format", "interview.position"],
    ),
    (Word::MetAbout, "met_about", &["interview.position"]),
    (Word::MetSpoken, "met_spoken", &["interview.position"]),
    (Word::Interviewed, "interviewed", &["interview.position"]),
    (Word::ForWhich, "for_which", &[]),
    (Word::Talk, "talk", &["interview.format"]),
    (Word::DayTalk, "day_talk", &["interview.format"]),
    (Word::Stated, "stated", &["timeline"]),
    (Word::Deadline, "deadline", &["competing_offer.answer_by"]),
    (Word::Answer, "answer", &[]),
    (Word::Topic, "topic", TOPICS),
    (Word::TopicSaid, "topic_said", TOPICS),
    (Word::Strength, "strength", &["candidate.strengths"]),
    (Word::Doing, "doing", &["candidate.strengths"]),
    (Word::StrengthSaid, "strength_said", &["candidate.strengths"]),
    (Word::StrengthOwn, "strength_own", &["candidate.strengths"]),
    (Word::Appeal, "appeal", &["interview.appeal"]),
    (Word::AppealSaid, "appeal_said", &["interview.appeal"]),
    (Word::AppealOwn, "appeal_own", &["interview.appeal"]),
];

impl Word {
    /// How many there are.
    pub(in crate::messages) const COUNT: usize = Self::AppealOwn as usize + 1;

    /// Whether a sentence that begins with it leaves its first letter as it is: somebody's name or address.
    pub(in crate::messages) const fn stays_as_written(self) -> bool {
        matches!(
            self,
            Self::Me
                | Self::Name
                | Self::Whom
                | Self::WhomAndTitle
                | Self::Email
                | Self::Phone
                | Self::Number
        )
    }

    /// Whether it is about who writes or who is written to.
    pub(super) const fn is_of_people(self) -> bool {
        (self as u32) <= Self::Reach as u32
    }
}

/// A set of words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::messages) struct WordSet(u64);

impl WordSet {
    /// The set of these.
    pub(in crate::messages) const fn of(words: &[Word]) -> Self {
        let mut set = Self(0);
        let mut place = 0;
        while place < words.len() {
            set = set.with(words[place]);
            place += 1;
        }
        set
    }

    /// The set with one more.
    pub(in crate::messages) const fn with(self, word: Word) -> Self {
        Self(self.0 | 1 << word as u32)
    }

    /// Those in either.
    pub(in crate::messages) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Those in both.
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The words in it, in the order in which they are known.
    pub(in crate::messages) fn iter(self) -> impl Iterator<Item = Word> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let (word, ..) = KNOWN.get(left.trailing_zeros() as usize)?;
            left &= left - 1;
            Some(*word)
        })
    }

    /// Whether every one of `these` is in.
    pub(in crate::messages) const fn has_all(self, these: Self) -> bool {
        self.0 & these.0 == these.0
    }

    /// Whether some of `these` are in.
    pub(in crate::messages) const fn has_some(self, these: Self) -> bool {
        self.0 & these.0 != 0
    }

    /// Whether the word is in.
    pub(in crate::messages) const fn has(self, word: Word) -> bool {
        self.has_some(Self::of(&[word]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_known_by_one_name() {
        for (place, (word, name, _)) in KNOWN.into_iter().enumerate() {
            assert_eq!(word as usize, place, "{name}");
            assert_eq!(
                KNOWN.iter().filter(|(_, other, _)| *other == name).count(),
                1,
                "{name}"
            );
        }
    }
}
