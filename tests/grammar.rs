#[test]
fn loads() {
    let dictionary = harper_core::spell::FstDictionary::curated();
    let _ = harper_core::linting::LintGroup::new_curated(dictionary, harper_core::Dialect::American);
}
