//! Texts in JSON: copied whole where they are plain, byte by byte where something has to be escaped.

/// How many bytes are looked at together; the compiler makes a few instructions of it.
const TOGETHER: usize = 32;

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

/// Whether nothing has to be escaped.
fn is_plain(bytes: &[u8]) -> bool {
    let (blocks, rest) = bytes.as_chunks::<TOGETHER>();
    let (words, rest) = rest.as_chunks::<8>();
    blocks.iter().all(|block| all_stand_for_themselves(block))
        && words.iter().all(|word| all_stand_for_themselves(word))
        && all_stand_for_themselves(rest)
}

/// All bytes are looked at, whatever the first is: that is what can be done together.
fn all_stand_for_themselves(bytes: &[u8]) -> bool {
    bytes
        .iter()
        .fold(true, |plain, byte| plain & stands_for_itself(*byte))
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
