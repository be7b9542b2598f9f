//! Two documents compared, operation by operation.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::schema::Direction::{Answer, Request};
use crate::schema::{Comparison, resolved};

/// What in `new` breaks a client that was written for `old`. `open` names the enums that may gain values in answers.
pub fn breaks(old: &Value, new: &Value, open: &BTreeSet<String>) -> Vec<String> {
    let mut comparison = Comparison::new(old, new, open);
    for (path, item) in members(&old["paths"]) {
        for (method, operation) in members(item) {
            let place = format!("{} {path}", method.to_uppercase());
            match new["paths"][path].get(method) {
                Some(now) => comparison.operations(&place, operation, now),
                None => comparison.finds(&place, "is gone"),
            }
        }
    }
    for (name, scheme) in members(&old["components"]["securitySchemes"]) {
        let now = &new["components"]["securitySchemes"][name];
        if ["type", "scheme", "in", "name"]
            .iter()
            .any(|part| scheme[*part] != now[*part])
        {
            comparison.finds(&format!("security scheme {name}"), "changed");
        }
    }
    comparison.found
}

impl Comparison<'_> {
    fn operations(&mut self, place: &str, old: &Value, new: &Value) {
        if old["operationId"] != new["operationId"] {
            self.finds(place, "operationId changed");
        }
        self.parameters(place, old, new);
        self.bodies(place, old, new);
        for (status, answer) in members(&old["responses"]) {
            let place = format!("{place} {status}");
            match new["responses"].get(status) {
                Some(now) => self.answers(&place, resolved(self.old, answer), resolved(self.new, now)),
                None => self.finds(&place, "is gone"),
            }
        }
        for (status, _) in members(&new["responses"]) {
            // A new kind of error is part of the bargain, and 304 comes to those alone who ask for it.
            let success = status.starts_with('2') || status.starts_with('3') && status != "304";
            if success && old["responses"].get(status).is_none() {
                self.finds(&format!("{place} {status}"), "may come now");
            }
        }
        self.security(place, old, new);
    }

    fn parameters(&mut self, place: &str, old: &Value, new: &Value) {
        let (before, now) = (parameters(self.old, old), parameters(self.new, new));
        let same = |list: &[&Value], parameter: &Value| {
            let found = list
                .iter()
                .find(|one| one["name"] == parameter["name"] && one["in"] == parameter["in"]);
            found.copied().cloned()
        };
        for parameter in &before {
            let place = format!(
                "{place} {} parameter {}",
                text(&parameter["in"]),
                text(&parameter["name"])
            );
            let Some(now) = same(&now, parameter) else {
                self.finds(&place, "is gone");
                continue;
            };
            if parameter["required"] != true && now["required"] == true {
                self.finds(&place, "is required now");
            }
            if ["style", "explode"]
                .iter()
                .any(|form| parameter[*form] != now[*form])
            {
                self.finds(&place, "its form changed");
            }
            self.schemas(&place, &parameter["schema"], &now["schema"], Request);
        }
        for parameter in now.iter().filter(|parameter| parameter["required"] == true) {
            if same(&before, parameter).is_none() {
                let place = format!(
                    "{place} {} parameter {}",
                    text(&parameter["in"]),
                    text(&parameter["name"])
                );
                self.finds(&place, "is required now");
            }
        }
    }

    fn bodies(&mut self, place: &str, old: &Value, new: &Value) {
        let (before, now) = (
            resolved(self.old, &old["requestBody"]),
            resolved(self.new, &new["requestBody"]),
        );
        let place = format!("{place} body");
        if before["required"] != true && now["required"] == true {
            self.finds(&place, "is required now");
        }
        for (media_type, content) in members(&before["content"]) {
            match now["content"].get(media_type) {
                Some(now) => self.schemas(&place, &content["schema"], &now["schema"], Request),
                None => self.finds(&format!("{place} {media_type}"), "is no longer taken"),
            }
        }
    }

    fn answers(&mut self, place: &str, old: &Value, new: &Value) {
        let first = |answer: &Value| members(&answer["content"]).next().map(|(name, _)| name.clone());
        for (media_type, content) in members(&old["content"]) {
            match new["content"].get(media_type) {
                Some(now) => {
                    let place = format!("{place} {media_type}");
                    self.schemas(&place, &content["schema"], &now["schema"], Answer);
                }
                None => self.finds(&format!("{place} {media_type}"), "is gone"),
            }
        }
        if first(old).is_some_and(|usual| new["content"].get(&usual).is_some() && first(new) != Some(usual)) {
            self.finds(place, "another media type comes to who asks for none");
        }
        for (name, header) in members(&old["headers"]) {
            let place = format!("{place} header {name}");
            let Some(now) = new["headers"].get(name) else {
                self.finds(&place, "is gone");
                continue;
            };
            let (header, now) = (resolved(self.old, header), resolved(self.new, now));
            if header["required"] == true && now["required"] != true {
                self.finds(&place, "may be absent now");
            }
            self.schemas(&place, &header["schema"], &now["schema"], Answer);
        }
    }

    /// Every way in has to stay one: the same schemes, or fewer of them, with no scope that was not asked for.
    fn security(&mut self, place: &str, old: &Value, new: &Value) {
        let (before, now) = (ways_in(self.old, old), ways_in(self.new, new));
        let lets_in = |way: &Value| {
            now.iter().any(|asked| {
                members(asked).all(|(scheme, scopes)| {
                    let had = way[scheme].as_array();
                    let mut asked = scopes.as_array().into_iter().flatten();
                    had.is_some_and(|had| asked.all(|scope| had.contains(scope)))
                })
            })
        };
        for way in before.iter().filter(|way| !lets_in(way)) {
            self.finds(place, &format!("security {way} is no longer enough"));
        }
    }
}

/// The ways in, one of which is enough; no list at all lets everybody in.
fn ways_in(document: &Value, operation: &Value) -> Vec<Value> {
    let own = operation.get("security").unwrap_or(&document["security"]);
    match own.as_array() {
        Some(ways) if !ways.is_empty() => ways.clone(),
        _ => vec![Value::Object(Map::new())],
    }
}

fn parameters<'a>(document: &'a Value, operation: &'a Value) -> Vec<&'a Value> {
    let parameters = operation["parameters"].as_array().into_iter().flatten();
    parameters
        .map(|parameter| resolved(document, parameter))
        .collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}
