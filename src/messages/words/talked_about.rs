//! What makes a message theirs: topics, strengths, and what was liked.

use crate::facts::Purpose;
use crate::messages::message::Form;
use crate::messages::phrase::{self, Shape};

use super::{Forgone, Gathering, path_of};

/// Up to so many bytes a fact is kept even where a message is too long.
const SHORT_FACT: usize = 40;

impl Gathering<'_> {
    pub(super) fn talked_about(&mut self) {
        let writing = self.writing;
        let interview = writing.interview;
        let shared = interview.topics.len();
        let mut topics: Vec<(String, &String)> = Vec::new();
        if let (Some(recipient), Some(person)) = (writing.recipient, writing.person()) {
            let path = path_of(recipient) + ".topics";
            topics.extend(person.topics.iter().map(|topic| (path.clone(), topic)));
        }
        // Panel members without a topic of their own start with different ones of those that all heard.
        topics.extend((0..shared).map(|place| {
            (
                "interview.topics".to_owned(),
                &interview.topics[(place + writing.rank) % shared],
            )
        }));
        self.fact(["topic", "topic_said", ""], &topics, phrase::topic);
        let strengths = &interview.candidate.strengths;
        let strengths: Vec<(String, &String)> = (0..strengths.len())
            .map(|place| {
                (
                    "candidate.strengths".to_owned(),
                    &strengths[(place + writing.rank) % strengths.len()],
                )
            })
            .collect();
        self.fact(
            ["strength", "strength_said", "strength_own"],
            &strengths,
            phrase::strength,
        );
        let appeal: Vec<(String, &String)> = interview
            .appeal
            .iter()
            .map(|appeal| ("interview.appeal".to_owned(), appeal))
            .collect();
        self.fact(["appeal", "appeal_said", "appeal_own"], &appeal, phrase::appeal);
    }

    /// Puts in the first fact that fits into a sentence, else the first that fits at all. A second message starts
    /// with the second one, so that it has something fresh to say.
    fn fact(&mut self, names: [&'static str; 3], facts: &[(String, &String)], shape: fn(&str) -> Shape) {
        let start = match self.writing.purpose {
            Purpose::CheckIn => 1,
            Purpose::SecondCheckIn => 2,
            _ => 0,
        };
        let short = self.writing.form.is_short();
        let mut second_best = None;
        for place in 0..facts.len() {
            let (path, text) = &facts[(place + start) % facts.len()];
            let Some(text) = self.allowed(Some(text)) else {
                continue;
            };
            match shape(text) {
                Shape::Inside(text) if self.forgone < Forgone::LongFacts || text.len() <= SHORT_FACT => {
                    return self.put(names[0], text, &[path]);
                }
                Shape::AfterColon(text) if self.forgone < Forgone::LongFacts && !short => {
                    second_best = second_best.or(Some((names[1], text, path)));
                }
                Shape::Sentence(text)
                    if self.forgone < Forgone::LongFacts && !short && !names[2].is_empty() =>
                {
                    second_best = second_best.or(Some((names[2], text, path)));
                }
                _ => {}
            }
        }
        if let Some((name, text, path)) = second_best {
            self.put(name, text, &[path]);
        }
    }
}

impl Form {
    /// Whether only the gist has room.
    const fn is_short(self) -> bool {
        !matches!(self, Self::Email | Self::PlatformMessage)
    }
}
