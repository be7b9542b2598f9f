//! Days as a draft writes them: "2 March", "Monday the 2nd", "2026-03-02", "yesterday".

use std::ops::Range;

use super::text::{Text, Word};

/// A day as far as it was said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct SaidDay {
    /// Its words, by their numbers.
    pub(super) words: Range<usize>,
    /// From Monday (0).
    pub(super) weekday: Option<u32>,
    pub(super) day: Option<u32>,
    pub(super) month: Option<u32>,
    pub(super) year: Option<i32>,
    /// Day and month may be the other way round: "3/2".
    pub(super) either_order: bool,
    /// So many days before the present one: "yesterday".
    pub(super) days_ago: Option<i64>,
}

#[rustfmt::skip]
const MONTHS: [&str; 12] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
];
const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];
#[rustfmt::skip]
const ORDINALS: [&str; 20] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
];
/// After "the 2nd" these make it no day.
#[rustfmt::skip]
const NO_DAY_BEFORE: [&str; 18] = [
    "interview", "round", "floor", "stage", "time", "half", "quarter", "year", "place", "one", "email",
    "mail", "message", "edition", "grade", "meeting", "conversation", "call",
];

/// Every day that a text names, in its order.
pub(super) fn days(text: &Text<'_>) -> Vec<SaidDay> {
    let mut days = Vec::new();
    let mut at = 0;
    while at < text.words.len() {
        match (Reader { text, at }).day() {
            Some(day) => {
                at = day.words.end.max(at + 1);
                days.push(day);
            }
            None => at += 1,
        }
    }
    days
}

struct Reader<'a> {
    text: &'a Text<'a>,
    at: usize,
}

impl Reader<'_> {
    fn word(&self, ahead: usize) -> Option<&Word> {
        self.text.words.get(self.at + ahead)
    }

    /// The word so many ahead, if it follows the one before it closely.
    fn next(&self, ahead: usize) -> Option<&str> {
        let word = self.word(ahead)?;
        if let Some(before) = ahead.checked_sub(1).and_then(|before| self.word(before)) {
            let between = self.text.between(before, word);
            if word.sentence != before.sentence
                || between.contains(['\n', ';', ':', '(', ')']) && between.trim().len() > 1
            {
                return None;
            }
        }
        Some(&word.folded)
    }

    fn day(&self) -> Option<SaidDay> {
        let first = self.next(0)?;
        let ago = match first {
            "today" => Some((1, 0)),
            "yesterday" => Some((1, 1)),
            "this" if matches!(self.next(1), Some("morning" | "afternoon")) => Some((2, 0)),
            _ => None,
        };
        if let Some((words, days_ago)) = ago {
            return Some(SaidDay {
                words: self.at..self.at + words,
                days_ago: Some(days_ago),
                ..SaidDay::default()
            });
        }
        let weekday = index(&WEEKDAYS, first, 3).filter(|_| first.len() > 4 || self.date(1).is_some());
        if let Some(weekday) =
            weekday.filter(|_| self.word(0).is_some_and(|word| word.capital || first.len() > 4))
        {
            let the = usize::from(self.next(1) == Some("the"));
            // "Monday of 2 March" is none; "Monday, 2 March" and "Monday the 2nd" are.
            let date = self
                .date(1 + the)
                .or_else(|| (the == 1).then(|| self.ordinal_day(2)).flatten());
            let date = date.unwrap_or_default();
            return Some(SaidDay {
                words: self.at..self.at + date.words.end.max(1),
                weekday: Some(weekday),
                ..date
            });
        }
        let date = self.date(0).or_else(|| {
            (first == "the")
                .then(|| self.date(1).or_else(|| self.ordinal_day(1)))
                .flatten()
        })?;
        Some(SaidDay {
            words: self.at..self.at + date.words.end,
            ..date
        })
    }

    /// A date so many words ahead; its words end so many ahead.
    fn date(&self, ahead: usize) -> Option<SaidDay> {
        self.in_figures(ahead).or_else(|| self.in_words(ahead))
    }

    fn in_words(&self, ahead: usize) -> Option<SaidDay> {
        let first = self.next(ahead)?;
        let (day, month, end) = if let Some(day) = day_of_month(first).or_else(|| spelt(first)) {
            let of = usize::from(self.next(ahead + 1) == Some("of"));
            let month = month(self.word(ahead + 1 + of)?).filter(|_| self.next(ahead + 1 + of).is_some())?;
            (day, month, ahead + 2 + of)
        } else {
            let month = month(self.word(ahead)?)?;
            let the = usize::from(self.next(ahead + 1) == Some("the"));
            let said = self.next(ahead + 1 + the)?;
            let day = day_of_month(said).or_else(|| spelt(said))?;
            (day, month, ahead + 2 + the)
        };
        let year = self.next(end).and_then(year);
        Some(SaidDay {
            words: 0..end + usize::from(year.is_some()),
            day: Some(day),
            month: Some(month),
            year,
            ..SaidDay::default()
        })
    }

    /// "2026-03-02", "02/03/2026", "2.3.2026", "3/2".
    fn in_figures(&self, ahead: usize) -> Option<SaidDay> {
        let [first, second] =
            [0, 1].map(|more| self.word(ahead + more).filter(|word| is_figure(&word.folded)));
        let (first, second) = (first?, second?);
        let sign = self.text.between(first, second);
        if !["-", "/", "."].contains(&sign) {
            return None;
        }
        let number = |word: &Word| word.folded.parse::<u32>().ok();
        let third = self
            .word(ahead + 2)
            .filter(|word| is_figure(&word.folded) && self.text.between(second, word) == sign);
        let (one, two) = (number(first)?, number(second)?);
        let of_two = |year, end| {
            let day = SaidDay {
                words: 0..end,
                day: Some(two),
                month: Some(one),
                year,
                either_order: true,
                ..SaidDay::default()
            };
            ((1..=12).contains(&one) && (1..=31).contains(&two)
                || (1..=12).contains(&two) && (1..=31).contains(&one))
            .then_some(day)
        };
        match third {
            Some(third) if first.folded.len() == 4 => {
                let day = number(third)?;
                Some(SaidDay {
                    words: 0..ahead + 3,
                    day: Some(day),
                    month: Some(two),
                    year: year(&first.folded),
                    ..SaidDay::default()
                })
            }
            Some(third) => of_two(Some(year(&third.folded)?), ahead + 3),
            None if sign == "/" => of_two(None, ahead + 2),
            None => None,
        }
    }

    /// "the 2nd", the day alone.
    fn ordinal_day(&self, ahead: usize) -> Option<SaidDay> {
        let said = self.next(ahead)?;
        let day = day_of_month(said).filter(|_| !is_figure(said))?;
        let goes_on = self
            .next(ahead + 1)
            .is_some_and(|next| NO_DAY_BEFORE.contains(&next));
        (!goes_on).then(|| SaidDay {
            words: 0..ahead + 1,
            day: Some(day),
            ..SaidDay::default()
        })
    }
}

fn is_figure(word: &str) -> bool {
    word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The place of a name or of its short form of at least so many letters.
fn index(names: &[&str], word: &str, short: usize) -> Option<u32> {
    let known = |name: &&str| {
        *name == word || word.len() >= short && word.len() <= short + 2 && name.starts_with(word)
    };
    names
        .iter()
        .position(known)
        .and_then(|place| u32::try_from(place).ok())
}

fn month(word: &Word) -> Option<u32> {
    // "may" and "march" are verbs, too.
    let verb = ["may", "march", "mar"].contains(&word.folded.as_str());
    index(&MONTHS, &word.folded, 3)
        .filter(|_| word.capital || !verb)
        .map(|place| place + 1)
}

/// "2", "2nd".
fn day_of_month(word: &str) -> Option<u32> {
    let figures = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending))
        .unwrap_or(word);
    let sound =
        !figures.is_empty() && figures.len() <= 2 && figures.bytes().all(|byte| byte.is_ascii_digit());
    figures.parse().ok().filter(|day| sound && (1..=31).contains(day))
}

fn spelt(word: &str) -> Option<u32> {
    ORDINALS
        .iter()
        .position(|name| *name == word)
        .and_then(|place| u32::try_from(place + 1).ok())
}

fn year(word: &str) -> Option<i32> {
    match (word.len(), word.parse::<i32>().ok()?) {
        (4, year @ 1990..=2060) => Some(year),
        (2, year @ 10..=60) => Some(2000 + year),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_every_dress() {
        for (text, expected) in [
            ("on 2 March", "_ 2 3 _"),
            ("on March 2nd, 2026.", "_ 2 3 2026"),
            ("the 2nd of March", "_ 2 3 _"),
            ("Monday, March 2", "0 2 3 _"),
            ("Mon 2 Mar", "0 2 3 _"),
            ("on Monday, the second of March, about", "0 2 3 _"),
            ("last Tuesday", "1 _ _ _"),
            ("Monday the 2nd", "0 2 _ _"),
            ("on the 2nd", "_ 2 _ _"),
            ("on 2026-03-02", "_ 2 3 2026"),
            ("on 03/02/2026", "_ 2 3 2026"),
            ("the 2nd interview; I may 2 march", ""),
            ("Sat in 3.5", ""),
            ("by Friday 13 March, on Monday", "4 13 3 _; 0 _ _ _"),
            ("on Sept. 9", "_ 9 9 _"),
        ] {
            let show = |part: Option<i64>| part.map_or("_".to_owned(), |part| part.to_string());
            let found: Vec<_> = days(&Text::read(text))
                .into_iter()
                .map(|said| {
                    let parts = [
                        said.weekday.map(i64::from),
                        said.day.map(i64::from),
                        said.month.map(i64::from),
                        said.year.map(i64::from),
                    ];
                    parts.map(show).join(" ")
                })
                .collect();
            assert_eq!(found.join("; "), expected, "{text}");
        }
    }
}
