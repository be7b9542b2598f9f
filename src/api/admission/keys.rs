//! API keys: held as digests, compared in constant time.

use std::fs;
use std::path::Path;

use actix_web::http::header::{AUTHORIZATION, HeaderMap, HeaderName};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::config::Access;

const API_KEY: HeaderName = HeaderName::from_static("x-api-key");

/// Lengths of keys, in characters: what is shorter can be guessed, what is longer is no key.
const SHORTEST: usize = 16;
const LONGEST: usize = 256;

/// The keys that are let in.
pub(crate) struct Keys(Vec<KeyDigest>);

/// The SHA-256 digest of a key.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct KeyDigest([u8; 32]);

impl Keys {
    /// The keys of the settings; none where the service is open to all.
    ///
    /// # Errors
    /// A sentence that names the variable, and never a key.
    pub(crate) fn read(access: &Access) -> Result<Option<Self>, String> {
        match (&access.api_keys, &access.api_keys_file) {
            (None, None) => Ok(None),
            (Some(keys), None) => Self::of(keys.split(','))
                .map(Some)
                .map_err(|error| format!("FOLLOWUP_API_KEYS: {error}")),
            (None, Some(file)) => Self::of_file(file).map(Some),
            (Some(_), Some(_)) => {
                Err("FOLLOWUP_API_KEYS and FOLLOWUP_API_KEYS_FILE are both set: set one of them".to_owned())
            }
        }
    }

    /// The keys of a file, one a line.
    pub(crate) fn of_file(file: &Path) -> Result<Self, String> {
        let named = |error: String| format!("FOLLOWUP_API_KEYS_FILE: {}: {error}", file.display());
        let text = fs::read_to_string(file).map_err(|error| named(error.to_string()))?;
        let lines = text
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty() && !line.starts_with('#'));
        Self::of(lines).map_err(named)
    }

    fn of<'a>(keys: impl Iterator<Item = &'a str>) -> Result<Self, String> {
        let mut digests = Vec::new();
        for (place, key) in keys.map(str::trim).enumerate() {
            if !(SHORTEST..=LONGEST).contains(&key.len()) || !key.bytes().all(|byte| byte.is_ascii_graphic())
            {
                return Err(format!(
                    "key number {} is none: {SHORTEST} to {LONGEST} visible ASCII characters are needed",
                    place + 1
                ));
            }
            digests.push(KeyDigest::of(key.as_bytes()));
        }
        if digests.is_empty() {
            return Err("there is no key in it".to_owned());
        }
        Ok(Self(digests))
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// The key that came with a request, if it is one of these.
    pub(super) fn known(&self, headers: &HeaderMap) -> Option<KeyDigest> {
        let given = KeyDigest::of(given(headers)?);
        // All are compared, so that the time says nothing about which it was.
        let mut known = subtle::Choice::from(0);
        for key in &self.0 {
            known |= key.0.ct_eq(&given.0);
        }
        bool::from(known).then_some(given)
    }
}

impl KeyDigest {
    fn of(key: &[u8]) -> Self {
        Self(Sha256::digest(key).into())
    }

    /// How the log names the key: the first eight hexadecimal digits of its digest.
    pub(crate) fn id(&self) -> String {
        self.0[..4]
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect::<Vec<_>>()
            .concat()
    }
}

/// The key as it was sent: as a bearer token, else in its own header.
fn given(headers: &HeaderMap) -> Option<&[u8]> {
    let bearer = headers.get(AUTHORIZATION).and_then(|value| {
        let (scheme, token) = value.as_bytes().split_at_checked(7)?;
        scheme
            .eq_ignore_ascii_case(b"bearer ")
            .then(|| token.trim_ascii())
    });
    bearer.or_else(|| Some(headers.get(API_KEY)?.as_bytes().trim_ascii()))
}
