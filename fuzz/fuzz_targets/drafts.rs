#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| followup_fuzz::drafts(bytes));
