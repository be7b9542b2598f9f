//! Letters in a picture: how wide they are, how they are cut to fit, and how they are written so that XML holds them.
//!
//! Which font a reader has is not known. The widths are those of `DejaVu` Sans, one of the widest in use, so that what fits here
//! fits there.

/// How a text is set: its size, and whether it is bold. The style says the same.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lettering {
    size: i32,
    bold: bool,
}

impl Lettering {
    pub(super) const HEADLINE: Self = Self::new(18, true);
    pub(super) const STEP: Self = Self::new(14, true);
    pub(super) const BODY: Self = Self::new(13, false);
    pub(super) const FLAG: Self = Self::new(12, true);
    pub(super) const TICK: Self = Self::new(12, false);

    const fn new(size: i32, bold: bool) -> Self {
        Self { size, bold }
    }

    /// How wide a text is at most, in whole units of the picture.
    pub(super) fn width(self, text: &str) -> i32 {
        self.units(self.thousandths(text))
    }

    fn thousandths(self, text: &str) -> i32 {
        text.chars().map(|letter| self.advance(letter)).sum()
    }

    fn units(self, thousandths: i32) -> i32 {
        (thousandths * self.size + 999) / 1000
    }

    fn advance(self, letter: char) -> i32 {
        let regular = advance(letter);
        if self.bold { regular * 116 / 100 } else { regular }
    }

    /// The text, or as much of it as fits with an ellipsis.
    pub(super) fn fit(self, text: &str, width: i32) -> String {
        if self.width(text) <= width {
            return text.to_owned();
        }
        let mut kept = String::new();
        let mut used = self.advance('…');
        for letter in text.chars() {
            used += self.advance(letter);
            if self.units(used) > width {
                break;
            }
            kept.push(letter);
        }
        kept.truncate(kept.trim_end().len());
        kept.push('…');
        kept
    }

    /// The text on at most so many lines, as [`Lettering::wrap`] breaks it, but none of them much shorter than the others.
    pub(super) fn balance(self, text: &str, mut width: i32, lines: usize) -> Vec<String> {
        let mut balanced = self.wrap(text, width, lines);
        let is_whole = |lines: &[String]| lines.join(" ") == text;
        while width > 0 && balanced.len() > 1 && is_whole(&balanced) {
            width -= 20;
            let narrower = self.wrap(text, width, balanced.len());
            if !is_whole(&narrower) {
                break;
            }
            balanced = narrower;
        }
        balanced
    }

    /// The text on at most so many lines, the last with an ellipsis where it is too long.
    pub(super) fn wrap(self, text: &str, width: i32, lines: usize) -> Vec<String> {
        let mut wrapped = Vec::new();
        let mut line = String::new();
        let mut words = text.split(' ').peekable();
        while let Some(word) = words.peek() {
            let longer = if line.is_empty() {
                (*word).to_owned()
            } else {
                format!("{line} {word}")
            };
            if self.width(&longer) <= width {
                line = longer;
                words.next();
            } else if wrapped.len() + 1 < lines && !line.is_empty() {
                wrapped.push(std::mem::take(&mut line));
            } else {
                let rest: Vec<_> = words.collect();
                let separator = if line.is_empty() { "" } else { " " };
                wrapped.push(self.fit(&format!("{line}{separator}{}", rest.join(" ")), width));
                return wrapped;
            }
        }
        wrapped.push(line);
        wrapped
    }
}

/// What `DejaVu` Sans gives the printable ASCII characters from the space on, in thousandths of the size.
const ASCII: [i32; 95] = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636,
    636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295,
    295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838,
    500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521,
    392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
];

/// How wide a character is, or as wide as its like can be.
fn advance(letter: char) -> i32 {
    match u32::from(letter) {
        code @ 0x20..=0x7E => ASCII.get(code as usize - 0x20).copied().unwrap_or(1000),
        0xB7 => 318,
        0x2013 => 500,
        // Marks that stand on the letter before.
        0x300..=0x36F => 0,
        0xA0..=0x24F => 800,
        0x370..=0x52F => 850,
        0x590..=0x6FF => 750,
        0x1F000..=0x1FFFF => 1400,
        _ => 1050,
    }
}

/// Adds a text to XML: markup as references, and without the characters that XML has no way to hold.
pub(super) fn escape(text: &str, xml: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            '\t' | '\n' | '\r' => xml.push(' '),
            _ if letter.is_control() || matches!(letter, '\u{FFFE}' | '\u{FFFF}') => {}
            _ => xml.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::short("Sam", "Sam")]
    #[case::long("Sam Okafor and eleven others", "Sam Okafor an…")]
    #[case::cut_at_a_space("Sam Okafor     eleven others", "Sam Okafor…")]
    #[case::wide("面接面接面接面接面接", "面接面接面接面…")]
    fn what_is_too_long_ends_in_an_ellipsis(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(Lettering::BODY.fit(text, 112), expected);
    }

    #[rstest]
    #[case::one("one two", 200, &["one two"])]
    #[case::two("one two three", 60, &["one two", "three"])]
    #[case::too_long("one two three four five", 60, &["one two", "three f…"])]
    #[case::a_word_too_long("incomprehensibilities", 60, &["incom…"])]
    #[case::nothing("", 60, &[""])]
    fn lines_break_between_words(#[case] text: &str, #[case] width: i32, #[case] expected: &[&str]) {
        assert_eq!(Lettering::BODY.wrap(text, width, 2), expected);
    }

    #[test]
    fn lines_are_about_as_long_as_each_other() {
        let text = "one two three four five six seven";
        assert_eq!(
            Lettering::BODY.wrap(text, 190, 2),
            ["one two three four five six", "seven"]
        );
        assert_eq!(
            Lettering::BODY.balance(text, 190, 2),
            ["one two three four", "five six seven"]
        );
        assert_eq!(Lettering::BODY.balance(text, 400, 2), [text]);
        assert_eq!(Lettering::BODY.balance(text, 90, 2), ["one two", "three four f…"]);
    }

    #[test]
    fn markup_is_escaped_and_what_xml_cannot_hold_left_out() {
        let mut xml = String::new();
        escape("a<b>&\"'\u{0}\u{1b}\u{85}\u{fffe}\n]]>", &mut xml);
        assert_eq!(xml, "a&lt;b&gt;&amp;&quot;' ]]&gt;");
    }
}
