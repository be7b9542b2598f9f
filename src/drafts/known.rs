//! What the facts name: people, company, position, topics, days. A draft is held against it.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};

use crate::facts::{Interview, Person, PersonRef, Purpose, Role};
use crate::messages;
use crate::planning::{self, Plan};

use super::fold::folded_words;
use super::text::{Text, Word};

/// A person's name, in the words that a greeting may use.
#[derive(Clone, Debug)]
pub(super) struct KnownName {
    /// As given.
    pub(super) name: String,
    /// Folded, titles and suffixes included.
    pub(super) words: Vec<String>,
}

/// What the facts name, folded.
#[derive(Debug)]
pub(super) struct Known {
    /// Everybody on the employer's side who is known by name or address.
    pub(super) people: Vec<KnownName>,
    /// Whether everybody whom the message may go to is known by a name.
    pub(super) readers_named: bool,
    pub(super) readers: usize,
    pub(super) agency: bool,
    pub(super) candidate: Vec<String>,
    pub(super) company: Vec<String>,
    pub(super) position: Vec<String>,
    /// Words of the interviewers' titles.
    pub(super) titles: HashSet<String>,
    /// Words of substance in topics and in what was liked; empty where the facts hold neither.
    pub(super) specifics: HashSet<String>,
    /// Words of substance in strengths.
    pub(super) strengths: HashSet<String>,
    /// Topics, word by word, as far as a letter can take them over.
    pub(super) topics: Vec<Vec<String>>,
    /// What was liked, in the same way.
    pub(super) appeal: Vec<Vec<String>>,
    /// The day of the interview, and of its start.
    pub(super) interview_days: Vec<NaiveDate>,
    /// Every other day that the facts name.
    pub(super) other_days: Vec<NaiveDate>,
    /// The day by which they meant to decide.
    pub(super) stated: Option<NaiveDate>,
    pub(super) today: NaiveDate,
    /// Phrases of the facts by their first words.
    phrases: HashMap<String, Vec<Vec<String>>>,
}

/// A word of fewer letters names nothing.
const WORD_OF_SUBSTANCE: usize = 4;

impl Known {
    /// Gathers what the facts name.
    pub(super) fn of(interview: &Interview, plan: &Plan, purpose: Purpose) -> Self {
        let persons: Vec<&Person> = interview
            .interviewers
            .iter()
            .chain(&interview.employer.contact)
            .collect();
        let people: Vec<KnownName> = persons.iter().filter_map(|person| known_name(person)).collect();
        let readers = readers(interview, plan, purpose);
        let all_topics = persons
            .iter()
            .flat_map(|person| &person.topics)
            .chain(&interview.topics);
        let specifics = all_topics.clone().chain(&interview.appeal);
        let mut known = Self {
            readers_named: !readers.is_empty() && readers.iter().all(|reader| is_plain_name(reader)),
            readers: readers.len(),
            agency: persons.iter().any(|person| person.role == Role::AgencyRecruiter),
            candidate: words(interview.candidate.name.as_ref()),
            company: words(interview.employer.name.as_ref()),
            position: words(interview.position.as_ref()),
            titles: persons
                .iter()
                .flat_map(|person| words(person.title.as_ref()))
                .collect(),
            specifics: specifics.clone().flat_map(|text| of_substance(text)).collect(),
            strengths: interview
                .candidate
                .strengths
                .iter()
                .flat_map(|text| of_substance(text))
                .collect(),
            topics: all_topics
                .filter_map(|topic| messages::topic_taken_over(topic))
                .map(|topic| words_of_a_letter(&topic))
                .collect(),
            appeal: interview
                .appeal
                .iter()
                .filter_map(|appeal| messages::appeal_taken_over(appeal))
                .map(|appeal| words_of_a_letter(&appeal))
                .collect(),
            interview_days: vec![interview.ended_at.date_naive(), interview.started_at.date_naive()],
            other_days: other_days(interview, plan),
            stated: plan.wait.stated,
            today: plan.schedule.as_of.date_naive(),
            people,
            phrases: HashMap::new(),
        };
        let names = persons
            .iter()
            .flat_map(|person| [&person.name, &person.title])
            .flatten();
        let own = [
            &interview.candidate.name,
            &interview.employer.name,
            &interview.position,
        ];
        let platform = interview
            .platform
            .as_ref()
            .and_then(|platform| platform.name.as_ref());
        let all = names
            .chain(own.into_iter().flatten())
            .chain(platform)
            .chain(specifics)
            .chain(&interview.candidate.strengths);
        for text in all {
            let phrase = folded_words(text);
            if let Some(first) = phrase.first() {
                known.phrases.entry(first.clone()).or_default().push(phrase);
            }
        }
        for word in known
            .people
            .iter()
            .flat_map(|person| &person.words)
            .chain(&known.candidate)
        {
            known
                .phrases
                .entry(word.clone())
                .or_default()
                .push(vec![word.clone()]);
        }
        known
    }

    /// For each word whether it is part of a name, a topic or the like from the facts.
    pub(super) fn mask(&self, words: &[Word]) -> Vec<bool> {
        let mut masked = vec![false; words.len()];
        for at in 0..words.len() {
            let Some(phrases) = words.get(at).and_then(|word| self.phrases.get(&word.folded)) else {
                continue;
            };
            let longest = phrases
                .iter()
                .filter(|phrase| begin_with(words.get(at..).unwrap_or_default(), phrase))
                .map(Vec::len)
                .max();
            // A name of one word is one where it is written as one: "will" is no Will.
            let written = longest != Some(1) || words.get(at).is_some_and(|word| word.capital);
            if let Some(longest) = longest.filter(|_| written) {
                masked
                    .iter_mut()
                    .skip(at)
                    .take(longest)
                    .for_each(|word| *word = true);
            }
        }
        masked
    }

    /// Whether a word is part of the name of somebody on the employer's side.
    pub(super) fn is_part_of_a_name(&self, word: &str) -> bool {
        self.people
            .iter()
            .any(|person| person.words.iter().any(|part| part == word))
    }

    /// Whether a word is part of the candidate's name.
    pub(super) fn is_part_of_the_candidate(&self, word: &str) -> bool {
        self.candidate.iter().any(|part| part == word)
    }
}

/// Whether these words of a letter begin with a phrase of the facts.
pub(super) fn begin_with(words: &[Word], phrase: &[String]) -> bool {
    words.len() >= phrase.len() && phrase.iter().zip(words).all(|(part, word)| *part == word.folded)
}

fn words(text: Option<&String>) -> Vec<String> {
    text.map(|text| folded_words(text)).unwrap_or_default()
}

fn of_substance(text: &str) -> Vec<String> {
    let words = folded_words(text).into_iter();
    words
        .filter(|word| {
            word.chars().count() >= WORD_OF_SUBSTANCE || word.chars().any(|letter| letter.is_ascii_digit())
        })
        .collect()
}

/// The words as they are read in a letter.
fn words_of_a_letter(text: &str) -> Vec<String> {
    let words = Text::read(text).words.into_iter();
    words.map(|word| word.folded).collect()
}

fn known_name(person: &Person) -> Option<KnownName> {
    if let Some(name) = &person.name {
        let words = folded_words(name);
        return (!words.is_empty()).then(|| KnownName {
            name: name.clone(),
            words,
        });
    }
    let address = person.email.as_ref()?;
    Some(KnownName {
        name: address.clone(),
        words: folded_words(address.split('@').next()?),
    })
}

/// A name that a greeting can hold.
fn is_plain_name(person: &Person) -> bool {
    const AT_MOST_CHARACTERS: usize = 60;
    person.name.as_ref().is_some_and(|name| {
        name.chars().any(char::is_alphabetic)
            && name.chars().count() <= AT_MOST_CHARACTERS
            && !name.contains(['@', '/'])
    })
}

/// Whom the message may go to.
fn readers<'a>(interview: &'a Interview, plan: &Plan, purpose: Purpose) -> Vec<&'a Person> {
    let of_step = plan
        .schedule
        .steps
        .iter()
        .find(|step| step.purpose == purpose)
        .map(|step| step.addressees.clone());
    let addressees = of_step
        .filter(|addressees| !addressees.is_empty())
        .unwrap_or_else(|| planning::addressees(interview, purpose));
    let persons = addressees.iter().filter_map(|addressee| addressee.person);
    persons
        .filter_map(|person: PersonRef| interview.person(person))
        .collect()
}

fn other_days(interview: &Interview, plan: &Plan) -> Vec<NaiveDate> {
    let day = |instant: &DateTime<FixedOffset>| instant.date_naive();
    let mut days: Vec<NaiveDate> = plan.wait.stated.into_iter().collect();
    let timelines = interview
        .received
        .iter()
        .map(|received| (received.timeline, day(&received.at)));
    for (timeline, from) in timelines.chain([(interview.timeline, interview.day())]) {
        days.extend(timeline.map(|timeline| timeline.day(from, &interview.calendar)));
    }
    days.extend(interview.sent.iter().map(|sent| day(&sent.at)));
    days.extend(interview.received.iter().map(|received| day(&received.at)));
    days.extend(interview.received.iter().filter_map(|received| received.until));
    days.extend(interview.delays.iter().filter_map(|delay| delay.until));
    days.extend(interview.pins.iter().map(|pin| pin.on));
    days.extend(
        interview
            .competing_offer
            .iter()
            .flat_map(|offer| [offer.answer_by, day(&offer.received_at)]),
    );
    days.extend(
        interview
            .withdrawal
            .iter()
            .map(|withdrawal| day(&withdrawal.decided_at)),
    );
    days
}

/// Whether two days are the same as far as they were said.
pub(super) fn same_day(day: NaiveDate, of_month: Option<u32>, month: Option<u32>, year: Option<i32>) -> bool {
    of_month.is_none_or(|of_month| of_month == day.day())
        && month.is_none_or(|month| month == day.month())
        && year.is_none_or(|year| year == day.year())
}
