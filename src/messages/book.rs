//! The texts: template files as writers edit them (`templates/README.md` says how), read once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value};

use crate::facts::Purpose;

use super::message::Form;
use super::situation::{Tag, Tags, form_tags};

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

/// Parts that no outline names, since each form has its own place for them.
const FRAME: [&str; 4] = ["subject", "greeting", "sign_off", "signature"];

/// The part of a file that says which parts make a message, and in which order.
const OUTLINE: &str = "outline";

static BOOK: LazyLock<Book> = LazyLock::new(|| Book::read(&FILES));

/// The embedded texts.
pub(super) fn book() -> &'static Book {
    &BOOK
}

/// Every text, and the environment in which all of them are compiled.
pub(super) struct Book {
    environment: Environment<'static>,
    parts: BTreeMap<(Option<Purpose>, String), Vec<Group<Phrasing>>>,
    outlines: BTreeMap<Option<Purpose>, Vec<Group<Outline>>>,
    /// What could not be read, with file and line; a test holds that there is nothing.
    faults: Vec<String>,
}

/// Phrasings for one situation, any of which will do.
pub(super) struct Group<T> {
    when: Vec<Condition>,
    pub(super) choices: Vec<T>,
}

/// A tag that must hold, or must not.
struct Condition {
    tag: Tag,
    holds: bool,
}

/// One way to say a part.
pub(super) struct Phrasing {
    /// Its name in the environment.
    name: String,
    /// The words that it uses; where one is missing, the phrasing is passed over.
    pub(super) needs: BTreeSet<String>,
}

/// Which parts make a message, in order.
pub(super) struct Outline {
    pub(super) items: Vec<Item>,
}

/// A part in its place.
pub(super) struct Item {
    pub(super) part: String,
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
    pub(super) fn holds(&self, tags: &Tags) -> bool {
        self.when
            .iter()
            .all(|condition| tags.contains(&condition.tag) == condition.holds)
    }

    /// Whether these phrasings can occur in a message of a form, whatever else is the case.
    fn is_for(&self, form: &Tags) -> bool {
        self.when
            .iter()
            .filter(|condition| condition.tag.is_of_form())
            .all(|condition| form.contains(&condition.tag) == condition.holds)
    }
}

impl Book {
    /// The phrasings of a part: the purpose's own, else the shared ones.
    pub(super) fn part(&self, purpose: Purpose, part: &str) -> &[Group<Phrasing>] {
        let own = (Some(purpose), part.to_owned());
        let shared = (None, part.to_owned());
        self.parts
            .get(&own)
            .or_else(|| self.parts.get(&shared))
            .map_or(&[], Vec::as_slice)
    }

    /// The outlines for a purpose in a situation: those of its first group that holds, else of the first shared one.
    pub(super) fn outlines(&self, purpose: Purpose, tags: &Tags) -> &[Outline] {
        [Some(purpose), None]
            .iter()
            .filter_map(|owner| self.outlines.get(owner))
            .find_map(|groups| groups.iter().find(|group| group.holds(tags)))
            .map_or(&[], |group| group.choices.as_slice())
    }

    /// A phrasing with its words put in; none where a word is missing.
    pub(super) fn render(&self, phrasing: &Phrasing, words: &Value) -> Option<String> {
        self.environment
            .get_template(&phrasing.name)
            .ok()?
            .render(words)
            .ok()
    }

    /// The words that some phrasing of a purpose can use in a form.
    pub(super) fn words_of(&self, purpose: Purpose, form: Form) -> BTreeSet<&str> {
        let form = Tags::from_iter(form_tags(form));
        let outlines = [Some(purpose), None]
            .into_iter()
            .filter_map(|owner| self.outlines.get(&owner))
            .flatten();
        let parts: BTreeSet<&str> = outlines
            .filter(|group| group.is_for(&form))
            .flat_map(|group| &group.choices)
            .flat_map(|outline| &outline.items)
            .map(|item| item.part.as_str())
            .chain(FRAME)
            .collect();
        let groups = parts.into_iter().flat_map(|part| self.part(purpose, part));
        let phrasings = groups
            .filter(|group| group.is_for(&form))
            .flat_map(|group| &group.choices);
        phrasings
            .flat_map(|phrasing| &phrasing.needs)
            .map(String::as_str)
            .collect()
    }

    fn read(files: &[(Option<Purpose>, &'static str)]) -> Self {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        // Messages are plain text: `&` stays `&`.
        environment.set_auto_escape_callback(|_| AutoEscape::None);
        let mut book = Self {
            environment,
            parts: BTreeMap::new(),
            outlines: BTreeMap::new(),
            faults: Vec::new(),
        };
        for &(purpose, text) in files {
            book.read_file(purpose, text);
        }
        book
    }

    fn read_file(&mut self, purpose: Option<Purpose>, text: &str) {
        let file = purpose.map_or("shared", Purpose::as_str);
        let mut part = String::new();
        let mut when: Option<Vec<Condition>> = None;
        for (number, line) in logical_lines(text) {
            let place = format!("{file}.txt:{number}");
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                name.clone_into(&mut part);
                when = Some(Vec::new());
            } else if let Some(tags) = line.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
                when = Some(self.conditions(tags, &place));
            } else if let Some(phrasing) = line.strip_prefix("- ") {
                self.add(purpose, &part, when.take(), phrasing, &place);
            } else {
                self.faults.push(format!(
                    "{place}: neither [part], (situation) nor - phrasing: {line}"
                ));
            }
        }
    }

    fn conditions(&mut self, tags: &str, place: &str) -> Vec<Condition> {
        let mut conditions = Vec::new();
        for word in tags.split(',').map(str::trim).filter(|word| !word.is_empty()) {
            let (holds, name) = word.strip_prefix('!').map_or((true, word), |name| (false, name));
            match Tag::named(name) {
                Some(tag) => conditions.push(Condition { tag, holds }),
                None => self
                    .faults
                    .push(format!("{place}: no situation is called {name}")),
            }
        }
        conditions
    }

    /// Adds a phrasing to the open group, or to a new one where a situation was just named.
    fn add(
        &mut self,
        purpose: Option<Purpose>,
        part: &str,
        when: Option<Vec<Condition>>,
        text: &str,
        place: &str,
    ) {
        if part == OUTLINE {
            push(
                self.outlines.entry(purpose).or_default(),
                when,
                Outline::read(text),
            );
            return;
        }
        if let Err(error) = self
            .environment
            .add_template_owned(place.to_owned(), text.to_owned())
        {
            self.faults.push(format!("{place}: {error}"));
            return;
        }
        let needs = self
            .environment
            .get_template(place)
            .map(|template| template.undeclared_variables(false).into_iter().collect())
            .unwrap_or_default();
        let groups = self.parts.entry((purpose, part.to_owned())).or_default();
        push(
            groups,
            when,
            Phrasing {
                name: place.to_owned(),
                needs,
            },
        );
    }
}

fn push<T>(groups: &mut Vec<Group<T>>, when: Option<Vec<Condition>>, choice: T) {
    match (when, groups.last_mut()) {
        (None, Some(group)) => group.choices.push(choice),
        (when, _) => groups.push(Group {
            when: when.unwrap_or_default(),
            choices: vec![choice],
        }),
    }
}

impl Outline {
    /// Reads `open topic? / offer+`.
    fn read(text: &str) -> Self {
        let mut paragraph = 0;
        let mut items = Vec::new();
        for word in text.split_whitespace() {
            if word == "/" {
                paragraph += 1;
                continue;
            }
            let (part, mark) = match (word.strip_suffix('?'), word.strip_suffix('+')) {
                (Some(part), _) => (part, Mark::Droppable),
                (_, Some(part)) => (part, Mark::Spare),
                _ => (word, Mark::Always),
            };
            items.push(Item {
                part: part.to_owned(),
                mark,
                paragraph,
            });
        }
        Self { items }
    }
}

/// Lines with their numbers: comments and blank lines left out, indented lines joined to the one before.
fn logical_lines(text: &str) -> Vec<(usize, String)> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        match lines.last_mut() {
            Some((_, open)) if line.starts_with(' ') => {
                open.push(' ');
                open.push_str(line.trim());
            }
            _ => lines.push((index + 1, line.trim_end().to_owned())),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::words::KNOWN;

    #[test]
    fn the_embedded_texts_can_be_read() {
        assert_eq!(book().faults, Vec::<String>::new());
    }

    #[test]
    fn every_word_in_a_text_is_known_and_every_part_in_an_outline_exists() {
        let mut unknown = Vec::new();
        for ((purpose, part), groups) in &book().parts {
            for phrasing in groups.iter().flat_map(|group| &group.choices) {
                for need in &phrasing.needs {
                    if !KNOWN.iter().any(|(word, _)| word == need) {
                        unknown.push(format!("{purpose:?} {part} {}: {need}", phrasing.name));
                    }
                }
            }
        }
        for (&owner, groups) in &book().outlines {
            let purpose = owner.unwrap_or(Purpose::Withdraw);
            for item in groups
                .iter()
                .flat_map(|group| &group.choices)
                .flat_map(|outline| &outline.items)
            {
                if book().part(purpose, &item.part).is_empty() {
                    unknown.push(format!("{purpose:?}: no part is called {}", item.part));
                }
            }
        }
        assert_eq!(unknown, Vec::<String>::new());
    }

    #[test]
    fn every_phrasing_can_be_rendered() {
        let words = Value::from_pairs(KNOWN.iter().map(|(word, _)| (*word, "word")));
        for phrasing in book().parts.values().flatten().flat_map(|group| &group.choices) {
            assert!(book().render(phrasing, &words).is_some(), "{}", phrasing.name);
        }
    }

    #[test]
    fn a_text_that_cannot_be_read_is_named_with_its_line() {
        let book = Book::read(&[(Some(Purpose::Connect), "[open]\n(gloomy)\n- {{ x }\nstray\n")]);
        assert_eq!(book.faults.len(), 3, "{:?}", book.faults);
        assert!(
            book.faults.iter().all(|fault| fault.starts_with("connect.txt:")),
            "{:?}",
            book.faults
        );
    }
}
