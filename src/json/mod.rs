//! Answers → JSON, as `serde_json` writes it, byte for byte, without its general walk.
//!
//! A plan is some hundred texts in some hundred properties. Here the names of the properties, with what stands around them,
//! are laid out when the program is built, our own words are not looked at for what has to be escaped, and everything else
//! eight bytes at a time (`docs/performance.md` has the figures). What is not asked for by the million `serde_json` writes.

#[cfg(test)]
mod tests;
mod text;

use std::borrow::Cow;

use uuid::Uuid;

/// What an answer is made of.
pub trait WriteJson {
    /// Writes the value at the end of `out`.
    fn write_json(&self, out: &mut Vec<u8>);
}

/// Writes an object with these properties of the type, in this order; behind the semicolon, those that are not sent.
macro_rules! object {
    ($type:ident { $first:ident $(, $name:ident)* $(; $unsent:ident)? }) => {
        impl $crate::json::WriteJson for $type {
            fn write_json(&self, out: &mut Vec<u8>) {
                let Self { $first, $($name,)* $($unsent: _)? } = self;
                out.extend_from_slice(concat!("{\"", stringify!($first), "\":").as_bytes());
                $crate::json::WriteJson::write_json($first, out);
                $(
                    out.extend_from_slice(concat!(",\"", stringify!($name), "\":").as_bytes());
                    $crate::json::WriteJson::write_json($name, out);
                )*
                out.push(b'}');
            }
        }
    };
}
pub(crate) use object;

/// Writes the word of an enum, which has nothing that must be escaped.
macro_rules! words {
    ($($type:ty),+) => {
        $(
            impl $crate::json::WriteJson for $type {
                fn write_json(&self, out: &mut Vec<u8>) {
                    $crate::json::write_word(self.as_str(), out);
                }
            }
        )+
    };
}
pub(crate) use words;

/// Writes a text of ours, which has nothing that must be escaped.
pub(crate) fn write_word(word: &'static str, out: &mut Vec<u8>) {
    debug_assert!(text::is_plain(word), "{word:?} has to be escaped");
    out.reserve(word.len() + 2);
    out.push(b'"');
    out.extend_from_slice(word.as_bytes());
    out.push(b'"');
}

/// Writes a list of what is written by `write`.
pub(crate) fn write_list<T>(
    items: impl IntoIterator<Item = T>,
    out: &mut Vec<u8>,
    write: impl Fn(T, &mut Vec<u8>),
) {
    out.push(b'[');
    for (index, item) in items.into_iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        write(item, out);
    }
    out.push(b']');
}

impl WriteJson for str {
    fn write_json(&self, out: &mut Vec<u8>) {
        text::write(self, out);
    }
}

impl WriteJson for String {
    fn write_json(&self, out: &mut Vec<u8>) {
        text::write(self, out);
    }
}

/// What is borrowed for good is ours.
impl WriteJson for &'static str {
    fn write_json(&self, out: &mut Vec<u8>) {
        write_word(self, out);
    }
}

impl WriteJson for Cow<'static, str> {
    fn write_json(&self, out: &mut Vec<u8>) {
        match self {
            Self::Borrowed(ours) => write_word(ours, out),
            Self::Owned(text) => text::write(text, out),
        }
    }
}

impl<T: WriteJson> WriteJson for Option<T> {
    fn write_json(&self, out: &mut Vec<u8>) {
        match self {
            Some(value) => value.write_json(out),
            None => out.extend_from_slice(b"null"),
        }
    }
}

impl<T: WriteJson> WriteJson for [T] {
    fn write_json(&self, out: &mut Vec<u8>) {
        write_list(self, out, T::write_json);
    }
}

impl<T: WriteJson> WriteJson for &[T] {
    fn write_json(&self, out: &mut Vec<u8>) {
        (**self).write_json(out);
    }
}

impl<T: WriteJson> WriteJson for Vec<T> {
    fn write_json(&self, out: &mut Vec<u8>) {
        self.as_slice().write_json(out);
    }
}

impl WriteJson for bool {
    fn write_json(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(if *self { b"true" } else { b"false" });
    }
}

impl WriteJson for usize {
    fn write_json(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(self.to_string().as_bytes());
    }
}

impl WriteJson for Uuid {
    fn write_json(&self, out: &mut Vec<u8>) {
        out.push(b'"');
        out.extend_from_slice(
            self.hyphenated()
                .encode_lower(&mut Uuid::encode_buffer())
                .as_bytes(),
        );
        out.push(b'"');
    }
}
