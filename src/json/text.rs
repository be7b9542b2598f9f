//! Texts in JSON: copied whole where they are plain, byte by byte where something has to be escaped.

/// How many bytes are looked at together.
const TOGETHER: usize = 8;

/// Writes a text with its quotes.
pub(super) fn write(text: &str, out: &mut Vec<u8>) {
    out.reserve(text.len() + 2);
    out.push(b'"');
    let mut rest = text.as_bytes();
    while let Some(at) = first_odd(rest) {
        let (plain, odd) = rest.split_at(at);
        out.extend_from_slice(plain);
        let (odd, behind) = odd.split_at(1);
        escape(odd, out);
        rest = behind;
    }
    out.extend_from_slice(rest);
    out.push(b'"');
}

/// Writes a word in which nothing has to be escaped.
pub(super) fn write_word(word: &'static str, out: &mut Vec<u8>) {
    out.reserve(word.len() + 2);
    out.push(b'"');
    out.extend_from_slice(word.as_bytes());
    out.push(b'"');
}

/// Where the first byte is that has to be escaped.
fn first_odd(bytes: &[u8]) -> Option<usize> {
    let (words, rest) = bytes.as_chunks();
    for (index, word) in words.iter().enumerate() {
        let odd = odd_bytes(*word);
        if odd != 0 {
            return Some(index * TOGETHER + odd.trailing_zeros() as usize / 8);
        }
    }
    let odd = rest.iter().position(|byte| !stands_for_itself(*byte))?;
    Some(words.len() * TOGETHER + odd)
}

/// Not zero if one of the bytes does not stand for itself, and the lowest bit that is set is the highest of the first such byte.
/// In one go: a subtraction borrows where a byte was too small for it.
const fn odd_bytes(bytes: [u8; TOGETHER]) -> u64 {
    const ONES: u64 = u64::MAX / 0xff;
    const HIGHEST: u64 = ONES << 7;
    let word = u64::from_le_bytes(bytes);
    let quotes = word ^ (ONES * b'"' as u64);
    let backslashes = word ^ (ONES * b'\\' as u64);
    let controls = word.wrapping_sub(ONES * b' ' as u64) & !word;
    (controls | quotes.wrapping_sub(ONES) & !quotes | backslashes.wrapping_sub(ONES) & !backslashes) & HIGHEST
}

const fn stands_for_itself(byte: u8) -> bool {
    byte >= b' ' && byte != b'"' && byte != b'\\'
}

fn escape(bytes: &[u8], out: &mut Vec<u8>) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    for byte in bytes.iter().copied() {
        let short = match byte {
            _ if stands_for_itself(byte) => {
                out.push(byte);
                continue;
            }
            b'"' | b'\\' => byte,
            b'\n' => b'n',
            b'\r' => b'r',
            b'\t' => b't',
            0x08 => b'b',
            0x0c => b'f',
            _ => {
                let digit = |place: u8| HEX[usize::from(place % 16)];
                out.extend_from_slice(&[b'\\', b'u', b'0', b'0', digit(byte / 16), digit(byte)]);
                continue;
            }
        };
        out.extend_from_slice(&[b'\\', short]);
    }
}
