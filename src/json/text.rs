//! Texts in JSON: copied whole where they are plain, byte by byte where something has to be escaped.

/// How many bytes are looked at together: a register full.
const TOGETHER: usize = 8;
/// How many of those are looked at in one go, by registers of the processor that hold several.
const AT_ONCE: usize = 4;
/// A one in each of the bytes.
const EACH: u64 = 0x0101_0101_0101_0101;

/// Writes a text with its quotes.
pub(super) fn write(text: &str, out: &mut Vec<u8>) {
    out.reserve(text.len() + 2);
    out.push(b'"');
    let mut rest = text.as_bytes();
    while let Some((plain, odd, behind)) = first_odd(rest).and_then(|at| {
        let (plain, from) = rest.split_at_checked(at)?;
        let (odd, behind) = from.split_first()?;
        Some((plain, *odd, behind))
    }) {
        out.extend_from_slice(plain);
        escape(odd, out);
        rest = behind;
    }
    out.extend_from_slice(rest);
    out.push(b'"');
}

/// Whether nothing in a text has to be escaped.
pub(super) fn is_plain(text: &str) -> bool {
    first_odd(text.as_bytes()).is_none()
}

/// Where the first byte is that has to be escaped.
fn first_odd(bytes: &[u8]) -> Option<usize> {
    let (words, rest) = bytes.as_chunks::<TOGETHER>();
    let (blocks, _) = words.as_chunks::<AT_ONCE>();
    let plain = blocks.iter().take_while(|block| are_plain(block)).count() * AT_ONCE;
    for (index, word) in words.iter().enumerate().skip(plain) {
        let odd = odd_among(u64::from_le_bytes(*word));
        if odd != 0 {
            return Some(index * TOGETHER + place(odd));
        }
    }
    let odd = odd_among(
        rest.iter()
            .rev()
            .fold(EACH * 0x20, |word, byte| word << 8 | u64::from(*byte)),
    );
    (odd != 0).then(|| words.len() * TOGETHER + place(odd))
}

/// Without a way out in the midst of it, so that it is done to all in one go.
fn are_plain(block: &[[u8; TOGETHER]; AT_ONCE]) -> bool {
    let odd = block.iter().map(|word| odd_among(u64::from_le_bytes(*word)));
    odd.fold(0, |all, odd| all | odd) == 0
}

/// Marks bytes of eight that have to be escaped, by their highest bits: the lowest mark is right, and there is none where no byte
/// has to be.
const fn odd_among(bytes: u64) -> u64 {
    // A quote becomes a blank and what lies below one stays there, so that both lie below 0x21 now; 0x20 and 0x21 do not.
    let control_or_quote = (bytes ^ (EACH * 0x02)).wrapping_sub(EACH * 0x21);
    let backslash = (bytes ^ (EACH * 0x5c)).wrapping_sub(EACH);
    (control_or_quote | backslash) & !bytes & (EACH * 0x80)
}

const fn place(mark: u64) -> usize {
    mark.trailing_zeros() as usize / 8
}

fn escape(byte: u8, out: &mut Vec<u8>) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let short = match byte {
        b'"' | b'\\' => byte,
        b'\n' => b'n',
        b'\r' => b'r',
        b'\t' => b't',
        0x08 => b'b',
        0x0c => b'f',
        _ => {
            let digit = |place: u8| HEX[usize::from(place % 16)];
            out.extend_from_slice(&[b'\\', b'u', b'0', b'0', digit(byte / 16), digit(byte)]);
            return;
        }
    };
    out.extend_from_slice(&[b'\\', short]);
}
