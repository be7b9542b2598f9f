//! A template file → groups of phrasings. Each phrasing is rendered once, with a mark for every word; a message then
//! only puts the words in.

use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value};

use crate::facts::Purpose;
use crate::messages::message::Form;
use crate::messages::tag::{Tag, Tags};
use crate::messages::words::{KNOWN, Word, WordSet, capitalise};

use super::substance::Stems;
use super::{Book, FRAME, Group, Item, Mark, Outline, Part, PartId, Phrasing, Piece};

/// The part of a file that says which parts make a message, and in which order.
const OUTLINE: &str = "outline";
/// How a line break is written in a template.
const LINE_BREAK: &str = " \\ ";
/// The mark of the first word; a private character that no template holds.
const FIRST_MARK: u32 = 0xe000;

/// What must be the case, and what must not.
type Condition = (Tags, Tags);

impl Book {
    /// Reads all files; what can't be read is listed as a fault.
    pub(super) fn read(files: &[(Option<Purpose>, &str)]) -> Self {
        let mut reader = Reader::new();
        for &(purpose, text) in files {
            reader.read_file(purpose, text);
        }
        let mut book = reader.book;
        for purpose in Purpose::ALL {
            for form in Form::ALL {
                let words = book.gather_words_of(purpose, form);
                book.wanted.push((purpose, form, words));
            }
        }
        book
    }
}

struct Reader {
    book: Book,
    environment: Environment<'static>,
    /// Every word as its mark.
    marks: Value,
    stems: Stems,
}

impl Reader {
    fn new() -> Self {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        // Messages are plain text: `&` stays `&`.
        environment.set_auto_escape_callback(|_| AutoEscape::None);
        let marks = KNOWN
            .into_iter()
            .map(|(word, name, _)| (name, mark_of(word).to_string()));
        let mut reader = Self {
            book: Book {
                parts: Vec::new(),
                outlines: Vec::new(),
                wanted: Vec::new(),
                faults: Vec::new(),
            },
            environment,
            marks: Value::from_pairs(marks),
            stems: Stems::default(),
        };
        for part in FRAME {
            reader.part(part);
        }
        reader
    }

    /// The part of that name, which may still be empty.
    fn part(&mut self, name: &str) -> PartId {
        let parts = &mut self.book.parts;
        let known = parts.iter().position(|part| part.name == name);
        PartId(known.unwrap_or_else(|| {
            parts.push(Part {
                name: name.to_owned(),
                versions: Vec::new(),
            });
            parts.len() - 1
        }))
    }

    fn read_file(&mut self, purpose: Option<Purpose>, text: &str) {
        let file = purpose.map_or("shared", Purpose::as_str);
        let mut part = String::new();
        let mut when: Option<Condition> = None;
        for (number, line) in logical_lines(text) {
            let place = format!("{file}.txt:{number}");
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                name.clone_into(&mut part);
                when = Some(Condition::default());
            } else if let Some(tags) = line.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
                when = Some(self.condition(tags, &place));
            } else if let Some(text) = line.strip_prefix("- ") {
                let when = when.take();
                if part == OUTLINE {
                    self.outline(purpose, when, text);
                } else {
                    self.phrasing(purpose, &part, when, text, &place);
                }
            } else {
                self.fault(
                    &place,
                    &format!("neither [part], (situation) nor - phrasing: {line}"),
                );
            }
        }
    }

    fn fault(&mut self, place: &str, what: &str) {
        self.book.faults.push(format!("{place}: {what}"));
    }

    fn condition(&mut self, tags: &str, place: &str) -> Condition {
        let (mut holds, mut fails) = Condition::default();
        for word in tags.split(',').map(str::trim).filter(|word| !word.is_empty()) {
            let (negated, name) = word.strip_prefix('!').map_or((false, word), |name| (true, name));
            match Tag::named(name) {
                Some(tag) if negated => fails = fails.with(tag),
                Some(tag) => holds = holds.with(tag),
                None => self.fault(place, &format!("no situation is called {name}")),
            }
        }
        (holds, fails)
    }

    fn outline(&mut self, purpose: Option<Purpose>, when: Option<Condition>, text: &str) {
        let outline = self.items(text);
        match (when, self.book.outlines.last_mut()) {
            (None, Some((_, group))) => group.choices.push(outline),
            (when, _) => self.book.outlines.push((purpose, group(when, outline))),
        }
    }

    /// Adds a phrasing to the open group, or to a new one where a situation was just named.
    fn phrasing(
        &mut self,
        purpose: Option<Purpose>,
        part: &str,
        when: Option<Condition>,
        text: &str,
        place: &str,
    ) {
        if text.contains("{%") {
            self.fault(place, "a phrasing has words in braces, and no conditions");
            return;
        }
        let marked = match self.environment.render_named_str(place, text, &self.marks) {
            Ok(marked) => marked,
            Err(error) => {
                self.fault(place, &error.to_string());
                return;
            }
        };
        let (pieces, needs) = pieces(marked.trim());
        let phrasing = Phrasing {
            substance: self.stems.substance_of(&pieces),
            pieces,
            needs,
        };
        let part = self.part(part);
        let versions = &mut self.book.parts[part.0].versions;
        let known = versions.iter().position(|(owner, _)| *owner == purpose);
        let version = known.unwrap_or_else(|| {
            versions.push((purpose, Vec::new()));
            versions.len() - 1
        });
        let groups = &mut versions[version].1;
        match (when, groups.last_mut()) {
            (None, Some(group)) => group.choices.push(phrasing),
            (when, _) => groups.push(group(when, phrasing)),
        }
    }

    /// Reads `open topic? / offer+`.
    fn items(&mut self, text: &str) -> Outline {
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
                part: self.part(part),
                mark,
                paragraph,
            });
        }
        Outline { items }
    }
}

fn group<T>(when: Option<Condition>, first: T) -> Group<T> {
    let (holds, fails) = when.unwrap_or_default();
    Group {
        holds,
        fails,
        choices: vec![first],
    }
}

fn mark_of(word: Word) -> char {
    char::from_u32(FIRST_MARK + word as u32).unwrap_or_default()
}

/// The text cut at its marks, and the words that they stand for.
fn pieces(marked: &str) -> (Vec<Piece>, WordSet) {
    let mut pieces = Vec::new();
    let mut needs = WordSet::default();
    let mut ours = String::new();
    for letter in marked.chars() {
        let Some((word, ..)) = KNOWN.into_iter().find(|(word, ..)| mark_of(*word) == letter) else {
            ours.push(letter);
            continue;
        };
        if !ours.is_empty() {
            pieces.push(Piece::Ours(std::mem::take(&mut ours)));
        }
        pieces.push(Piece::Put(word));
        needs = needs.with(word);
    }
    if !ours.is_empty() {
        pieces.push(Piece::Ours(ours));
    }
    for (place, piece) in pieces.iter_mut().enumerate() {
        if let Piece::Ours(ours) = piece {
            *ours = ours.replace(LINE_BREAK, "\n");
            if place == 0 {
                capitalise(ours, 0);
            }
        }
    }
    (pieces, needs)
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
