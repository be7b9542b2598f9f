//! Texts in JSON: copied whole where they are plain, byte by byte where something has to be escaped.

/// How many bytes are looked at together.
const TOGETHER: usize = 8;

/// Writes a text with its quotes.
pub(super) fn write(text: &str, out: &mut Vec<u8>) {
    out.reserve(text.len() + 2);
    out.push(b'"');
    let bytes = text.as_bytes();
    if is_plain(bytes) {
        out.extend_from_slice(bytes);
    } else {
        // A letter has a few line ends in a thousand bytes: most parts of it are plain all the same.
        for part in bytes.chunks(TOGETHER) {
            if is_plain(part) {
                out.extend_from_slice(part);
            } else {
                escape(part, out);
            }
        }
    }
    out.push(b'"');
}

/// Whether nothing has to be escaped. The last bytes are looked at together as well, some of them for the second time.
fn is_plain(bytes: &[u8]) -> bool {
    let Some(last) = bytes.last_chunk() else {
        return bytes.iter().all(|byte| stands_for_itself(*byte));
    };
    let (words, _) = bytes.as_chunks::<TOGETHER>();
    let odd = words
        .iter()
        .fold(odd_bytes(*last), |odd, word| odd | odd_bytes(*word));
    odd == 0
}

/// Not zero if one of the bytes does not stand for itself: in one go, by the borrow that a subtraction leaves in a byte that was
/// too small for it.
const fn odd_bytes(bytes: [u8; TOGETHER]) -> u64 {
    const ONES: u64 = u64::MAX / 0xff;
    const HIGHEST: u64 = ONES << 7;
    let word = u64::from_ne_bytes(bytes);
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
