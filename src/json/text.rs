//! Texts in JSON: copied whole where they are plain, byte by byte where something has to be escaped.

/// How many bytes are looked at together.
const TOGETHER: usize = 16;

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
    let (blocks, _) = bytes.as_chunks::<TOGETHER>();
    let plain = blocks.iter().take_while(|block| is_plain(block)).count() * TOGETHER;
    let within = |bytes: &[u8]| bytes.iter().position(|byte| !stands_for_itself(*byte));
    Some(plain + within(bytes.get(plain..)?)?)
}

/// Whether no byte has to be escaped. Without a way out in the midst of it, so that it is done to many bytes in one go.
fn is_plain(block: &[u8; TOGETHER]) -> bool {
    block
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
