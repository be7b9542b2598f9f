//! What can be rendered: purposes × forms, in every locale and tone, and the facts that each can use.

use std::collections::BTreeSet;

use serde::Serialize;
use utoipa::ToSchema;

use crate::facts::{Channel, Locale, Purpose, Tone};

use super::book::book;
use super::message::Form;
use super::words::KNOWN;

/// Everything that can be rendered.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Catalogue {
    /// The locales; every template is there in each.
    pub locales: Vec<Locale>,
    /// The tones; every template is there in each.
    pub tones: Vec<Tone>,
    /// The words that a template of your own can name, as `{{ topic }}`.
    #[schema(example = json!(["dear", "me", "position", "topic"]))]
    pub words: Vec<&'static str>,
    /// Purposes × forms.
    pub templates: Vec<CatalogueEntry>,
}

/// One kind of message that can be rendered.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CatalogueEntry {
    /// What it is for.
    pub purpose: Purpose,
    /// By what means it goes.
    pub channel: Channel,
    /// In what form.
    pub form: Form,
    /// The parts that a template of your own can name, as `{{ part.greeting }}`. One that has nothing to say leaves nothing.
    #[schema(example = json!(["greeting", "interest", "sign_off"]))]
    pub parts: Vec<&'static str>,
    /// The paths of the facts that some phrasing of it uses where they are given.
    #[schema(example = json!(["candidate.name", "interview.position", "interview.topics"]))]
    pub facts: Vec<&'static str>,
}

/// The catalogue, in the contract's order of purposes.
#[must_use]
pub fn catalogue() -> Catalogue {
    let templates = Purpose::ALL
        .into_iter()
        .flat_map(|purpose| Form::ALL.into_iter().map(move |form| (purpose, form)))
        .filter(|(purpose, form)| form.exists_for(*purpose))
        .map(|(purpose, form)| CatalogueEntry {
            purpose,
            channel: form.channel(),
            form,
            parts: book().part_names(purpose).into_iter().collect(),
            facts: facts(purpose, form),
        })
        .collect();
    Catalogue {
        locales: vec![Locale::EnUs, Locale::EnGb, Locale::EnCa, Locale::EnAu],
        tones: vec![Tone::Formal, Tone::Neutral, Tone::Warm],
        words: KNOWN.iter().map(|(word, _)| *word).collect(),
        templates,
    }
}

fn facts(purpose: Purpose, form: Form) -> Vec<&'static str> {
    let words = book().words_of(purpose, form);
    let contact_details = ["candidate.email", "candidate.phone"];
    let facts: BTreeSet<&str> = KNOWN
        .into_iter()
        .filter(|(word, _)| words.contains(word))
        .flat_map(|(_, facts)| facts)
        .copied()
        .filter(|fact| form.channel() != Channel::Platform || !contact_details.contains(fact))
        .collect();
    facts.into_iter().collect()
}
