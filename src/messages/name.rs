//! Names as people are addressed by them: titles kept, particles with the surname, no gender guessed.

/// Titles that go before a surname, with the abbreviation's full stop where American usage wants one.
const TITLES: [(&str, &str, &str); 16] = [
    ("mr", "Mr", "Mr."),
    ("mrs", "Mrs", "Mrs."),
    ("ms", "Ms", "Ms."),
    ("mx", "Mx", "Mx."),
    ("miss", "Miss", "Miss"),
    ("dr", "Dr", "Dr."),
    ("doctor", "Dr", "Dr."),
    ("prof", "Professor", "Professor"),
    ("professor", "Professor", "Professor"),
    ("rev", "Rev", "Rev."),
    ("reverend", "Reverend", "Reverend"),
    ("judge", "Judge", "Judge"),
    ("herr", "Herr", "Herr"),
    ("frau", "Frau", "Frau"),
    ("sir", "Sir", "Sir"),
    ("dame", "Dame", "Dame"),
];

/// What may follow a name and is no part of it.
const SUFFIXES: [&str; 14] = [
    "phd", "md", "mba", "msc", "bsc", "ma", "ba", "jr", "sr", "ii", "iii", "iv", "esq", "cpa",
];

/// Small words that belong to the surname after them.
const PARTICLES: [&str; 28] = [
    "von", "van", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "do", "du", "la", "le", "zu",
    "zum", "zur", "af", "av", "ter", "ten", "bin", "ibn", "al", "el", "bint", "y",
];

/// A person's name, taken apart as far as a letter needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// "Dr", only where the facts give it.
    title: Option<String>,
    /// The name without title and suffix, as "Ulrike von der Brandt".
    pub(super) full: String,
    given: Option<String>,
    surname: Option<String>,
}

impl Name {
    /// Takes a name apart; none where nothing is left to address somebody by.
    pub(super) fn read(text: &str, full_stops: bool) -> Option<Self> {
        let calm = calm_name(&in_order(&without_brackets(text)));
        let mut words: Vec<&str> = calm.split_whitespace().collect();
        let mut title: Option<&str> = None;
        while let Some((_, plain, stopped)) = words.first().and_then(|word| title_of(word)) {
            if words.len() == 1 {
                break;
            }
            // "Prof Dr Weber": the first title is the higher one.
            title = title.or(Some(if full_stops { stopped } else { plain }));
            words.remove(0);
        }
        while words.len() > 1
            && words
                .last()
                .is_some_and(|word| SUFFIXES.contains(&bare(word).as_str()))
        {
            words.pop();
        }
        if let Some(last) = words.last_mut() {
            *last = last.trim_end_matches(',');
        }
        let full = words.join(" ");
        if full.is_empty() {
            return None;
        }
        let whole = words.len() == 1 || !is_latin(&full);
        let given = words
            .first()
            .filter(|_| !whole)
            .filter(|word| bare(word).chars().count() > 1);
        let named: Vec<&str> = words
            .iter()
            .copied()
            .filter(|word| word.chars().any(char::is_alphabetic))
            .collect();
        let surname = (!whole).then(|| surname(&named)).flatten();
        Some(Self {
            title: title.map(str::to_owned),
            given: given.map(|&word| word.to_owned()),
            surname,
            full,
        })
    }

    /// "Dr Brandt" where a title is known (a knight goes by the given name), else the full name.
    pub(super) fn with_title(&self) -> String {
        let Some(title) = &self.title else {
            return self.full.clone();
        };
        let knight = matches!(title.as_str(), "Sir" | "Dame");
        let part = if knight {
            self.given.as_ref()
        } else {
            self.surname.as_ref()
        };
        format!("{title} {}", part.unwrap_or(&self.full))
    }

    /// "Sam"; the full name where it is a single word, in another script or begins with an initial.
    pub(super) fn first(&self) -> String {
        self.given.clone().unwrap_or_else(|| self.full.clone())
    }

    /// The first and the last word of the name.
    pub(super) fn shortest(&self) -> String {
        match (self.full.split_once(' '), self.full.rsplit_once(' ')) {
            (Some((first, _)), Some((_, last))) => format!("{first} {last}"),
            _ => self.full.clone(),
        }
    }

    /// Whether the facts give a title that a polite colleague would keep.
    pub(super) fn has_title(&self) -> bool {
        self.title.is_some()
    }
}

fn title_of(word: &str) -> Option<(&'static str, &'static str, &'static str)> {
    let word = bare(word);
    TITLES.into_iter().find(|(known, ..)| *known == word)
}

fn bare(word: &str) -> String {
    word.chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect::<String>()
        .to_lowercase()
}

/// "Sam Okafor (she/her)" → "Sam Okafor"; a question mark in a name must not become a question in a letter.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let mut kept = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            '?' => {}
            _ if depth == 0 => kept.push(letter),
            _ => {}
        }
    }
    kept.trim().to_owned()
}

/// "Okafor, Sam" → "Sam Okafor"; a degree after the comma stays where it is.
fn in_order(text: &str) -> String {
    match text.split_once(',') {
        Some((family, given))
            if !given.contains(',')
                && !given.trim().is_empty()
                && !given
                    .split_whitespace()
                    .all(|word| SUFFIXES.contains(&bare(word).as_str())) =>
        {
            format!("{} {}", given.trim(), family.trim())
        }
        _ => text.to_owned(),
    }
}

/// Puts "SAM OKAFOR" and "sam okafor" into the usual letters; leaves mixed letters and other scripts alone.
pub(super) fn calm_name(text: &str) -> String {
    let mut letters = text.chars().filter(|letter| letter.is_alphabetic());
    let shouted = letters.clone().count() > 3 && letters.clone().all(char::is_uppercase);
    let mumbled = letters.clone().count() > 1 && letters.all(char::is_lowercase);
    let words: Vec<String> = text
        .split_whitespace()
        .enumerate()
        .map(|(place, word)| {
            if !(shouted || mumbled) || !is_latin(word) {
                return word.to_owned();
            }
            let lower = word.to_lowercase();
            if place > 0 && PARTICLES.contains(&lower.as_str()) {
                lower
            } else {
                capitalised(&lower)
            }
        })
        .collect();
    words.join(" ")
}

fn capitalised(lower: &str) -> String {
    let mut start = true;
    lower
        .chars()
        .flat_map(|letter| {
            let upper = start && letter.is_alphabetic();
            start = !letter.is_alphanumeric();
            if upper {
                letter.to_uppercase().collect::<Vec<_>>()
            } else {
                vec![letter]
            }
        })
        .collect()
}

fn surname(words: &[&str]) -> Option<String> {
    let last = words.len().checked_sub(1).filter(|&last| last > 0)?;
    let start = words[1..last]
        .iter()
        .position(|word| PARTICLES.contains(&word.to_lowercase().as_str()))
        .map_or(last, |place| place + 1);
    Some(words[start..].join(" "))
}

/// Whether every letter is of the Latin script, whose order of names we know how to read.
fn is_latin(text: &str) -> bool {
    text.chars().all(|letter| {
        !letter.is_alphabetic() || u32::from(letter) < 0x250 || matches!(letter, '\u{1e00}'..='\u{1eff}')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_addressed_as_their_names_allow() {
        for (text, formal, first) in [
            ("Sam Okafor", "Sam Okafor", "Sam"),
            ("Mr Sam Okafor", "Mr Okafor", "Sam"),
            ("Dr Ulrike Brandt", "Dr Brandt", "Ulrike"),
            (
                "Prof. Dr. Ulrike von der Brandt",
                "Professor von der Brandt",
                "Ulrike",
            ),
            ("Sir Ian Wells", "Sir Ian", "Ian"),
            ("Ludwig van Beethoven", "Ludwig van Beethoven", "Ludwig"),
            ("SAM OKAFOR", "Sam Okafor", "Sam"),
            ("JAN VAN DER BERG", "Jan van der Berg", "Jan"),
            ("siobhán o'neil", "Siobhán O'Neil", "Siobhán"),
            ("Madonna", "Madonna", "Madonna"),
            ("Okafor, Sam", "Sam Okafor", "Sam"),
            ("Sam Okafor, PhD", "Sam Okafor", "Sam"),
            ("Dr Sam Okafor Jr.", "Dr Okafor", "Sam"),
            ("Sam Okafor (she/her)", "Sam Okafor", "Sam"),
            ("J. R. Hartley", "J. R. Hartley", "J. R. Hartley"),
            ("山田 太郎", "山田 太郎", "山田 太郎"),
            ("Greta Moreau 258", "Greta Moreau 258", "Greta"),
            ("Dr", "Dr", "Dr"),
        ] {
            let name = Name::read(text, false).expect(text);
            assert_eq!(
                (name.with_title().as_str(), name.first().as_str()),
                (formal, first),
                "{text}"
            );
        }
        assert_eq!(
            Name::read("Dr Ulrike Brandt", true)
                .map(|name| name.with_title())
                .as_deref(),
            Some("Dr. Brandt")
        );
        assert_eq!(Name::read("(?)", false), None);
    }
}
