//! The kinds of text in a request, as the document describes them: how long, and without which characters. They stand in
//! the place of the `String`s that are read; what they say is judged by [`check`](super::check()).

use utoipa::ToSchema;

/// A name, as it is used. At most 200 characters on one line, none of them a control, bidirectional-control or zero-width
/// character.
#[derive(ToSchema)]
#[schema(
    max_length = 200,
    pattern = r"^[^\u0000-\u001F\u007F-\u009F\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]*$"
)]
#[expect(dead_code, reason = "it documents what is read as a text")]
pub(super) struct Name(String);

/// A name or an e-mail address. At most 254 characters on one line, none of them a control, bidirectional-control or
/// zero-width character.
#[derive(ToSchema)]
#[schema(
    max_length = 254,
    pattern = r"^[^\u0000-\u001F\u007F-\u009F\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]*$"
)]
#[expect(dead_code, reason = "it documents what is read as a text")]
pub(super) struct NameOrAddress(String);

/// A few words, as they stand in a sentence; line breaks count as spaces. At most 200 characters, none of them a control,
/// bidirectional-control or zero-width character.
#[derive(ToSchema)]
#[schema(
    max_length = 200,
    pattern = r"^[^\u0000-\u0009\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]*$"
)]
#[expect(dead_code, reason = "it documents what is read as a text")]
pub(super) struct Phrase(String);

/// Words of the candidate's own; line breaks count as spaces. At most 1,000 characters, none of them a control,
/// bidirectional-control or zero-width character.
#[derive(ToSchema)]
#[schema(
    max_length = 1000,
    pattern = r"^[^\u0000-\u0009\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]*$"
)]
#[expect(dead_code, reason = "it documents what is read as a text")]
pub(super) struct FreeText(String);
