//! Holds a document against the `OpenAPI` schema of the type that it should have, and finds every fault of form.

use std::any::TypeId;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::document::Node;
use crate::facts::code::{self, Code};
use crate::facts::submission::as_whole_number;
use crate::facts::violation::{Place, Violation, listed, quoted};

/// More faults of form than this are not written out: nobody reads them, and they would be larger than the request.
const MOST_VIOLATIONS: usize = 200;

/// A name longer than this is not compared with any.
const LONGEST_NAME_BYTES: usize = 64;

/// How alike (0 to 1) a name must be to be offered in place of an unknown one.
const LEAST_LIKENESS: f64 = 0.75;

/// How alike a name beside it must be to be offered rather than the very name elsewhere in the document.
const NEXT_TO_CERTAIN: f64 = 0.9;

/// How far down a misplaced property is looked for.
const DEEPEST_SEARCH: usize = 4;

/// What became of a document.
#[derive(Debug)]
pub(super) struct Examined {
    /// In the order of the document.
    pub(super) violations: Vec<Violation>,
    /// Pointers to what was left out of `sound`, or was probably meant by an unknown name.
    pub(super) spoiled: Vec<String>,
    /// What is left of the document without its faults; lists keep their length.
    pub(super) sound: Option<Value>,
}

/// Finds every fault of form in a document that should be a `T`.
pub(super) fn examine<T: ToSchema + 'static>(document: Node) -> Examined {
    let form = Form::of::<T>();
    let mut walk = Walk {
        form: &form,
        violations: Vec::new(),
        spoiled: Vec::new(),
    };
    let sound = walk.take(document, &form.root, Place::Document);
    Examined {
        violations: walk.violations,
        spoiled: walk.spoiled,
        sound,
    }
}

/// The schema of a type, and of those that it names.
struct Form {
    root: Value,
    schemas: BTreeMap<String, Value>,
}

impl Form {
    /// Written out once for each type: that takes fifty times as long as to examine a document.
    fn of<T: ToSchema + 'static>() -> Arc<Self> {
        static FORMS: Mutex<BTreeMap<TypeId, Arc<Form>>> = Mutex::new(BTreeMap::new());
        let mut forms = FORMS.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(
            forms
                .entry(TypeId::of::<T>())
                .or_insert_with(|| Arc::new(Self::write_out::<T>())),
        )
    }

    fn write_out<T: ToSchema>() -> Self {
        let json = |schema| serde_json::to_value(schema).unwrap_or_default();
        let mut named = Vec::new();
        T::schemas(&mut named);
        Self {
            root: json(T::schema()),
            schemas: named
                .into_iter()
                .map(|(name, schema)| (name, json(schema)))
                .collect(),
        }
    }
}

struct Walk<'s> {
    form: &'s Form,
    violations: Vec<Violation>,
    spoiled: Vec<String>,
}

impl<'s> Walk<'s> {
    /// Notes the faults of a part; what is sound of it, or nothing.
    fn take(&mut self, node: Node, schema: &'s Value, place: Place<'_>) -> Option<Value> {
        let Some(schema) = self.resolve(schema) else {
            return Some(node.into_value());
        };
        let words = schema.get("enum").and_then(Value::as_array);
        match (kind_of(schema), node) {
            (Some("object"), Node::Object(properties)) => Some(self.object(properties, schema, place)),
            (Some("array"), Node::List(entries)) => Some(self.list(entries, schema, place)),
            (Some("string"), Node::Text(text)) => match words {
                Some(words) if !words.iter().any(|word| word == text.as_str()) => {
                    self.unknown_word(&text, words, place);
                    None
                }
                _ => Some(text.into()),
            },
            (Some("integer"), Node::Number(number)) if as_whole_number(&number).is_none() => {
                let whole = number.as_f64().is_some_and(|number| number.fract() == 0.0);
                if whole {
                    self.fault(
                        place,
                        &code::OUT_OF_RANGE,
                        format!("{place} is out of all bounds."),
                    );
                } else {
                    self.fault(
                        place,
                        &code::WRONG_TYPE,
                        format!("{place} must be a whole number; {number} is none."),
                    );
                }
                None
            }
            (Some("integer" | "number"), Node::Number(number)) => Some(Value::Number(number)),
            (Some("boolean"), Node::Bool(value)) => Some(value.into()),
            (None, node) => Some(node.into_value()),
            (Some(kind), node) => {
                let expected = match kind {
                    "object" => "an object".to_owned(),
                    "array" => "a list".to_owned(),
                    "integer" => "a whole number".to_owned(),
                    "boolean" => "`true` or `false`".to_owned(),
                    "string" if words.is_some() => format!("one of the strings {}", listed(&strings(words))),
                    kind => format!("a {kind}"),
                };
                self.fault(
                    place,
                    &code::WRONG_TYPE,
                    format!("{place} must be {expected}; here is {}.", node.kind()),
                );
                None
            }
        }
    }

    fn object(&mut self, given: Vec<(String, Node)>, schema: &'s Value, place: Place<'_>) -> Value {
        let Some(properties) = schema.get("properties").and_then(Value::as_object) else {
            return Node::Object(given).into_value();
        };
        let closed = schema.get("additionalProperties") == Some(&Value::Bool(false));
        let mut left: BTreeMap<String, usize> = BTreeMap::new();
        for (name, _) in &given {
            *left.entry(name.clone()).or_default() += 1;
        }
        let (mut twice, mut present) = (BTreeSet::new(), BTreeSet::new());
        let mut sound = Map::new();
        for (name, node) in given {
            let here = place.property(&name);
            // Of a property that stands twice the last one counts, as with most who read JSON.
            let more = left.get_mut(&name).map_or(0, |left| {
                *left -= 1;
                *left
            });
            if more > 0 {
                if twice.insert(name.clone()) {
                    self.fault(
                        here,
                        &code::DUPLICATE_PROPERTY,
                        format!("{here} must stand here once."),
                    );
                }
                continue;
            }
            let Some(schema) = properties.get(&name) else {
                if closed {
                    self.unknown_property(&name, properties, place);
                } else {
                    sound.insert(name, node.into_value());
                }
                continue;
            };
            // Null means absent; whether it can be is asked below.
            if node == Node::Null {
                if twice.contains(&name) {
                    self.spoiled.push(here.pointer());
                }
                continue;
            }
            present.insert(name.clone());
            match self.take(node, schema, here) {
                Some(value) => {
                    sound.insert(name, value);
                }
                None => self.spoiled.push(here.pointer()),
            }
        }
        for name in strings(schema.get("required").and_then(Value::as_array)) {
            let here = place.property(name);
            if !present.contains(name) && !self.spoiled.contains(&here.pointer()) {
                self.fault(here, &code::MISSING, format!("{here} must be given."));
            }
        }
        Value::Object(sound)
    }

    fn list(&mut self, given: Vec<Node>, schema: &'s Value, place: Place<'_>) -> Value {
        let Some(schema) = schema.get("items") else {
            return Node::List(given).into_value();
        };
        let mut sound = Vec::new();
        for (index, node) in given.into_iter().enumerate() {
            let here = place.entry(index);
            if let Some(value) = self.take(node, schema, here) {
                sound.push(value);
                continue;
            }
            self.spoiled.push(here.pointer());
            // Something in its stead, so that those behind it keep their places.
            match self.resolve(schema).and_then(kind_of) {
                Some("object") => sound.push(Value::Object(Map::new())),
                Some("string") => sound.push(Value::String(String::new())),
                _ => {}
            }
        }
        Value::Array(sound)
    }

    fn unknown_property(&mut self, name: &str, known: &'s Map<String, Value>, place: Place<'_>) {
        if self.violations.len() >= MOST_VIOLATIONS {
            return;
        }
        let near = nearest(name, known.keys().map(String::as_str));
        let certain = near.is_some_and(|(likeness, _)| likeness >= NEXT_TO_CERTAIN);
        let elsewhere = if certain { None } else { self.elsewhere(name) };
        let instead = match (near, elsewhere) {
            (_, Some(path)) => format!("perhaps `{path}` is meant"),
            (Some((_, near)), None) => {
                // So that what is only misspelt is not reported as missing, too.
                self.spoiled.push(place.property(near).pointer());
                format!("perhaps `{near}` is meant")
            }
            (None, None) => format!(
                "there are {}",
                listed(&known.keys().map(String::as_str).collect::<Vec<_>>())
            ),
        };
        let here = place.property(name);
        self.fault(
            here,
            &code::UNKNOWN_PROPERTY,
            format!("{here} is no property here; {instead}."),
        );
    }

    fn unknown_word(&mut self, word: &str, words: &[Value], place: Place<'_>) {
        let words = strings(Some(words));
        let near = nearest(word, words.iter().copied());
        let perhaps = near
            .map(|(_, near)| format!("; perhaps `{near}` is meant"))
            .unwrap_or_default();
        let detail = format!(
            "{place} must be {}; {} is none of these{perhaps}.",
            listed(&words),
            quoted(word)
        );
        self.fault(place, &code::UNKNOWN_VALUE, detail);
    }

    /// Where in the document a property of that name belongs: the shortest path, as `employer.country`.
    fn elsewhere(&self, name: &str) -> Option<String> {
        let mut open = VecDeque::from([(String::new(), &self.form.root, 0)]);
        while let Some((path, schema, depth)) = open.pop_front() {
            let outer = self.resolve(schema);
            let items = outer.and_then(|outer| outer.get("items"));
            let path = if items.is_some() { path + "[]" } else { path };
            let inner = items.map_or(outer, |items| self.resolve(items));
            let properties = inner
                .and_then(|inner| inner.get("properties"))
                .and_then(Value::as_object);
            for (known, schema) in properties.into_iter().flatten() {
                let path = if path.is_empty() {
                    known.clone()
                } else {
                    format!("{path}.{known}")
                };
                if bare(known) == bare(name) {
                    return Some(path);
                }
                if depth < DEEPEST_SEARCH {
                    open.push_back((path, schema, depth + 1));
                }
            }
        }
        None
    }

    /// The schema meant, without references and without the alternative of null; `None` where several remain.
    fn resolve(&self, mut schema: &'s Value) -> Option<&'s Value> {
        loop {
            if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
                schema = self.form.schemas.get(reference.rsplit('/').next()?)?;
            } else if let Some(all) = schema.get("oneOf").and_then(Value::as_array) {
                let mut real = all
                    .iter()
                    .filter(|one| one.get("type").is_none_or(|kind| kind != "null"));
                schema = real.next()?;
                if real.next().is_some() {
                    return None;
                }
            } else {
                return Some(schema);
            }
        }
    }

    fn fault(&mut self, place: Place<'_>, code: &Code, detail: String) {
        if self.violations.len() < MOST_VIOLATIONS {
            self.violations.push(Violation::new(place, code, detail));
        }
    }
}

/// The JSON type of a schema, null aside; `None` for any type.
fn kind_of(schema: &Value) -> Option<&str> {
    match schema.get("type")? {
        Value::String(kind) => Some(kind),
        Value::Array(kinds) => kinds
            .iter()
            .filter_map(Value::as_str)
            .find(|kind| *kind != "null"),
        _ => None,
    }
}

fn strings<'v>(values: Option<impl IntoIterator<Item = &'v Value>>) -> Vec<&'v str> {
    values.into_iter().flatten().filter_map(Value::as_str).collect()
}

/// The most similar of these, and how similar (0 to 1) it is, if that is enough.
pub(crate) fn nearest<'n>(asked: &str, known: impl Iterator<Item = &'n str>) -> Option<(f64, &'n str)> {
    if asked.len() > LONGEST_NAME_BYTES {
        return None;
    }
    let asked = bare(asked);
    let scored = known.map(|known| (strsim::jaro_winkler(&asked, &bare(known)), known));
    let best = scored.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    (best.0 >= LEAST_LIKENESS).then_some(best)
}

/// Letters and digits alone, in lower case: `endedAt`, `ended-at` and `ended_at` are the same name.
fn bare(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
