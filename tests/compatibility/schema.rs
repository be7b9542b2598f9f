//! Schemas of two documents, compared in a direction: what was taken must still be taken, what is answered must have been
//! announced.

use std::collections::{BTreeSet, HashSet};

use serde_json::{Map, Value, json};

/// Which way what a schema describes goes.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// From the client to us: it may only become wider.
    Request,
    /// From us to the client: it may only become narrower, new properties and open enums aside.
    Answer,
}

use Direction::{Answer, Request};

/// The keywords that are compared; `every_keyword_is_compared_or_says_nothing` finds one that is not.
pub const COMPARED: [&str; 19] = [
    "$ref",
    "additionalProperties",
    "allOf",
    "anyOf",
    "default",
    "enum",
    "format",
    "items",
    "maxItems",
    "maxLength",
    "maximum",
    "minItems",
    "minLength",
    "minimum",
    "oneOf",
    "pattern",
    "properties",
    "propertyNames",
    "required",
];

/// Limits, and whether a higher number lets more through.
const LIMITS: [(&str, bool); 6] = [
    ("maxLength", true),
    ("maxItems", true),
    ("maximum", true),
    ("minLength", false),
    ("minItems", false),
    ("minimum", false),
];

/// Two documents, and what in the newer one breaks clients of the older one.
#[derive(Clone)]
pub struct Comparison<'a> {
    pub old: &'a Value,
    pub new: &'a Value,
    /// Names of the enums that may gain values in answers.
    pub open: &'a BTreeSet<String>,
    /// Pairs of named schemas that were compared or are being compared.
    seen: HashSet<(String, String, Direction)>,
    pub found: Vec<String>,
}

/// One of the kinds of value that a schema lets through: one type, its parts put together.
struct Kind {
    /// The name of the schema, if it has one.
    name: Option<String>,
    /// `None`: any.
    of_type: Option<String>,
    members: Map<String, Value>,
}

impl<'a> Comparison<'a> {
    pub fn new(old: &'a Value, new: &'a Value, open: &'a BTreeSet<String>) -> Self {
        Self {
            old,
            new,
            open,
            seen: HashSet::new(),
            found: Vec::new(),
        }
    }

    pub fn finds(&mut self, place: &str, what: &str) {
        self.found.push(format!("{place}: {what}"));
    }

    /// Compares two schemas that stand at the same place.
    pub fn schemas(&mut self, place: &str, old: &Value, new: &Value, direction: Direction) {
        if let (Some(from), Some(to)) = (name(old), name(new)) {
            if from != to {
                self.finds(place, &format!("the schema {from} is called {to}"));
            }
            if !self.seen.insert((from, to, direction)) {
                return;
            }
        }
        let (olds, news) = (kinds(self.old, old), kinds(self.new, new));
        match direction {
            Request => {
                for old in &olds {
                    self.partner(place, old, &news, direction);
                }
            }
            Answer => {
                for new in &news {
                    self.partner(place, new, &olds, direction);
                }
            }
        }
    }

    /// Compares a kind, an old one of a request or a new one of an answer, with the kind on the other side that fits best.
    fn partner(&mut self, place: &str, own: &Kind, others: &[Kind], direction: Direction) {
        let fits = |other: &&Kind| match (&own.of_type, &other.of_type) {
            (_, None) => true,
            (Some(own), Some(other)) => own == other || own == "integer" && other == "number",
            (None, Some(_)) => false,
        };
        let compared = |this: &mut Self, other: &Kind| match direction {
            Request => this.kinds(place, own, other, direction),
            Answer => this.kinds(place, other, own, direction),
        };
        let candidates: Vec<_> = others.iter().filter(fits).collect();
        let named = candidates
            .iter()
            .find(|other| own.name.is_some() && other.name == own.name);
        match (&candidates[..], named) {
            ([], _) => {
                let kind = own.of_type.as_deref().unwrap_or("any value");
                let what = match direction {
                    Request => format!("its type changed, {kind} is no longer taken"),
                    Answer => format!("its type changed, it may be {kind} now"),
                };
                self.finds(place, &what);
            }
            ([other], _) | (_, Some(other)) => compared(self, other),
            (several, None) => {
                let trials = several.iter().map(|other| {
                    let mut trial = self.clone();
                    trial.found.clear();
                    compared(&mut trial, other);
                    trial
                });
                let best = trials.min_by_key(|trial| trial.found.len());
                if let Some(best) = best {
                    self.seen = best.seen;
                    self.found.extend(best.found);
                }
            }
        }
    }

    fn kinds(&mut self, place: &str, old: &Kind, new: &Kind, direction: Direction) {
        self.limits(place, old, new, direction);
        self.texts(place, old, new, direction);
        self.values(place, old, new, direction);
        self.inner(place, "items", old, new, direction);
        self.inner(place, "additionalProperties", old, new, direction);
        self.properties(place, old, new, direction);
    }

    fn limits(&mut self, place: &str, old: &Kind, new: &Kind, direction: Direction) {
        for (limit, upper) in LIMITS {
            let none = if upper { f64::INFINITY } else { f64::NEG_INFINITY };
            let of = |kind: &Kind| kind.members.get(limit).and_then(Value::as_f64).unwrap_or(none);
            let (before, now) = (of(old), of(new));
            let narrower = if upper { now < before } else { now > before };
            let wider = if upper { now > before } else { now < before };
            match direction {
                Request if narrower => self.limit(place, limit, "narrower", now, before),
                Answer if wider => self.limit(place, limit, "wider", now, before),
                _ => {}
            }
        }
    }

    fn limit(&mut self, place: &str, limit: &str, change: &str, now: f64, before: f64) {
        self.finds(place, &format!("{limit} is {change}: {now}, was {before}"));
    }

    fn texts(&mut self, place: &str, old: &Kind, new: &Kind, direction: Direction) {
        let [pattern, format, default, names] = ["pattern", "format", "default", "propertyNames"]
            .map(|name| (old.members.get(name), new.members.get(name)));
        let bound = if direction == Request {
            pattern.1
        } else {
            pattern.0
        };
        if pattern.0 != pattern.1 && bound.is_some() {
            self.finds(place, "pattern changed");
        }
        // No type, no format: any value was taken or is.
        if format.0 != format.1 && old.of_type.is_some() && new.of_type.is_some() {
            self.finds(place, "format changed");
        }
        if default.0 != default.1 && direction == Request {
            self.finds(place, "default changed");
        }
        if names.0 != names.1 {
            self.finds(place, "propertyNames changed");
        }
    }

    fn values(&mut self, place: &str, old: &Kind, new: &Kind, direction: Direction) {
        let of = |kind: &Kind| kind.members.get("enum").and_then(Value::as_array).cloned();
        let open = old.name.as_ref().is_some_and(|name| self.open.contains(name));
        match (of(old), of(new), direction) {
            (None, Some(_), Request) => self.finds(place, "only some values are taken now"),
            (Some(_), None, Answer) if !open => self.finds(place, "any value may come now"),
            (Some(before), Some(now), Request) => {
                for gone in before.iter().filter(|value| !now.contains(value)) {
                    self.finds(place, &format!("the value {gone} is no longer taken"));
                }
            }
            (Some(before), Some(now), Answer) if !open => {
                for added in now.iter().filter(|value| !before.contains(value)) {
                    self.finds(place, &format!("the value {added} may come now"));
                }
            }
            _ => {}
        }
    }

    /// Items and further properties; `false` lets none through, none says nothing.
    fn inner(&mut self, place: &str, keyword: &str, old: &Kind, new: &Kind, direction: Direction) {
        let any = json!(true);
        let of = |kind: &Kind| {
            kind.members
                .get(keyword)
                .filter(|inner| **inner != json!({}))
                .cloned()
        };
        let (before, now) = (of(old).unwrap_or(any.clone()), of(new).unwrap_or(any.clone()));
        let place = format!("{place}/*");
        let (own, other) = if direction == Request {
            (&before, &now)
        } else {
            (&now, &before)
        };
        // New properties are part of the bargain: an answer without a word on further ones promises nothing.
        if keyword == "additionalProperties" && direction == Answer && !before.is_object() {
            return;
        }
        if own.is_object() && other.is_object() {
            self.schemas(&place, &before, &now, direction);
        } else if own != other && *own != json!(false) && *other != any {
            self.finds(&place, &format!("{keyword} changed"));
        }
    }

    fn properties(&mut self, place: &str, old: &Kind, new: &Kind, direction: Direction) {
        let of = |kind: &Kind| {
            kind.members
                .get("properties")
                .and_then(Value::as_object)
                .cloned()
                .unwrap_or_default()
        };
        let (before, now) = (of(old), of(new));
        let (had_to, must) = (required(old), required(new));
        if direction == Request {
            for name in must.difference(&had_to) {
                self.finds(&format!("{place}/{name}"), "is required now");
            }
        }
        for (name, schema) in &before {
            let place = format!("{place}/{name}");
            let Some(now) = now.get(name) else {
                self.finds(&place, "is gone");
                continue;
            };
            if direction == Answer && had_to.contains(name) && !must.contains(name) {
                self.finds(&place, "may be absent now");
            }
            self.schemas(&place, schema, now, direction);
        }
    }
}

/// What a value leads to within its document, or the value itself.
pub fn resolved<'a>(document: &'a Value, value: &'a Value) -> &'a Value {
    let Some(to) = value["$ref"].as_str() else {
        return value;
    };
    let target = to.strip_prefix('#').and_then(|pointer| document.pointer(pointer));
    resolved(document, target.unwrap_or_else(|| panic!("{to} leads nowhere")))
}

fn name(schema: &Value) -> Option<String> {
    let name = schema["$ref"].as_str()?.rsplit('/').next();
    name.map(str::to_owned)
}

/// The kinds of value that a schema lets through.
fn kinds(document: &Value, schema: &Value) -> Vec<Kind> {
    if let Some(name) = name(schema) {
        let mut named = kinds(document, resolved(document, schema));
        if let [one] = &mut named[..] {
            one.name = Some(name);
        }
        return named;
    }
    if let Some(several) = ["oneOf", "anyOf"]
        .iter()
        .find_map(|word| schema[*word].as_array())
    {
        return several.iter().flat_map(|one| kinds(document, one)).collect();
    }
    let members = put_together(document, schema);
    let types: Vec<_> = match members.get("type") {
        Some(Value::String(one)) => vec![Some(one.clone())],
        Some(Value::Array(several)) => several
            .iter()
            .map(|one| one.as_str().map(str::to_owned))
            .collect(),
        _ => vec![None],
    };
    let of = |of_type: Option<String>| Kind {
        name: None,
        members: if of_type.as_deref() == Some("null") {
            Map::new()
        } else {
            members.clone()
        },
        of_type,
    };
    types.into_iter().map(of).collect()
}

/// A schema with the parts of its `allOf` as one.
fn put_together(document: &Value, schema: &Value) -> Map<String, Value> {
    let mut whole = resolved(document, schema)
        .as_object()
        .cloned()
        .unwrap_or_default();
    let Some(Value::Array(parts)) = whole.remove("allOf") else {
        return whole;
    };
    for part in parts {
        for (keyword, value) in put_together(document, &part) {
            match (whole.get_mut(&keyword), value) {
                (Some(Value::Object(own)), Value::Object(more)) => own.extend(more),
                (Some(Value::Array(own)), Value::Array(more)) => own.extend(more),
                (_, value) => {
                    whole.insert(keyword, value);
                }
            }
        }
    }
    whole
}

fn required(kind: &Kind) -> BTreeSet<String> {
    let names = kind.members.get("required").and_then(Value::as_array);
    names
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}
