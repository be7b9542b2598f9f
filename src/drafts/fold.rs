//! Letters as they are compared: small, without accents, typographic signs made plain.

/// Appends a letter as it is compared: "É" as "e", "ß" as "ss", "’" as "'"; a combining accent as nothing.
pub(super) fn push_folded(letter: char, to: &mut String) {
    let plain = match letter {
        'a'..='z' | '0'..='9' => {
            to.push(letter);
            return;
        }
        'A'..='Z' => {
            to.push(letter.to_ascii_lowercase());
            return;
        }
        '\'' | '’' | '‘' | 'ʼ' | '´' | '`' => "'",
        '\u{300}'..='\u{36f}' => "",
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' => "a",
        'Æ' | 'æ' => "ae",
        'Ç' | 'ç' | 'Ć'..='č' => "c",
        'Ď'..='đ' | 'Ð' | 'ð' => "d",
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' => "e",
        'Ĝ'..='ģ' => "g",
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' => "i",
        'Ł' | 'ł' | 'Ĺ'..='ľ' => "l",
        'Ñ' | 'ñ' | 'Ń'..='ň' => "n",
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' => "o",
        'Œ' | 'œ' => "oe",
        'Ŕ'..='ř' => "r",
        'Ś'..='š' | 'Ș' | 'ș' => "s",
        'ß' => "ss",
        'Ţ'..='ť' | 'Ț' | 'ț' => "t",
        'Þ' | 'þ' => "th",
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' => "u",
        'Ý' | 'ý' | 'ÿ' | 'Ÿ' => "y",
        'Ź'..='ž' => "z",
        other => {
            to.extend(other.to_lowercase());
            return;
        }
    };
    to.push_str(plain);
}

/// A text as it is compared, letter by letter.
pub(super) fn folded(text: &str) -> String {
    let mut to = String::with_capacity(text.len());
    text.chars().for_each(|letter| push_folded(letter, &mut to));
    to
}

/// Whether a sign stands for an apostrophe.
pub(super) const fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | 'ʼ' | '´' | '`')
}

/// The words of a fact as they are compared, possessive endings left out.
pub(super) fn folded_words(text: &str) -> Vec<String> {
    folded(text)
        .split(|letter: char| !letter.is_alphanumeric() && letter != '\'')
        .map(|word| word.trim_matches('\''))
        .map(|word| word.strip_suffix("'s").unwrap_or(word).to_owned())
        .filter(|word| !word.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_made_plain() {
        for (text, expected) in [
            ("Łukasz Ōta", "lukasz ota"),
            ("Große Straße", "grosse strasse"),
            ("haven’t", "haven't"),
            ("Ζωή", "ζωή"),
            ("e\u{301}", "e"),
        ] {
            assert_eq!(folded(text), expected);
        }
        assert_eq!(
            folded_words("Acme’s back-end (Rust)"),
            ["acme", "back", "end", "rust"]
        );
    }
}
