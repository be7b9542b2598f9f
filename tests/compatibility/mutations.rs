//! That the comparison finds each kind of break, and lets pass what the promise permits: the released document, changed by
//! a row at a time.

use rstest::rstest;
use serde_json::{Value, json};

use crate::document::breaks;
use crate::{OPEN_ENUMS, RELEASED};

/// A change to the document. A pointer that begins without a slash starts at the schemas.
enum Edit {
    /// Puts a value in place of another, or where there was none.
    Set(&'static str, Value),
    Gone(&'static str),
    /// Adds to a list.
    Push(&'static str, Value),
}

use Edit::{Gone, Push, Set};

impl Edit {
    fn apply(self, document: &mut Value) {
        let (pointer, value) = match self {
            Set(pointer, value) => (pointer, Some(value)),
            Gone(pointer) => (pointer, None),
            Push(pointer, value) => {
                let list = document.pointer_mut(&from_the_top(pointer)).unwrap();
                list.as_array_mut().unwrap().push(value);
                return;
            }
        };
        let pointer = from_the_top(pointer);
        let (parent, last) = pointer.rsplit_once('/').unwrap();
        let last = last.replace("~1", "/");
        let parent = document
            .pointer_mut(parent)
            .unwrap_or_else(|| panic!("nothing at {parent}"));
        match (parent, value) {
            (Value::Object(members), Some(value)) => {
                members.insert(last, value);
            }
            (Value::Object(members), None) => {
                members.remove(&last).unwrap_or_else(|| panic!("no {last}"));
            }
            (Value::Array(items), Some(value)) => items[last.parse::<usize>().unwrap()] = value,
            (Value::Array(items), None) => drop(items.remove(last.parse().unwrap())),
            _ => panic!("{pointer} is no place for a change"),
        }
    }
}

fn from_the_top(pointer: &str) -> String {
    if pointer.starts_with('/') {
        pointer.to_owned()
    } else {
        format!("/components/schemas/{pointer}")
    }
}

fn changed(edits: impl IntoIterator<Item = Edit>) -> Value {
    let mut document = RELEASED.clone();
    for edit in edits {
        edit.apply(&mut document);
    }
    assert!(
        serde_json::to_vec(&document).unwrap() != serde_json::to_vec(&*RELEASED).unwrap(),
        "nothing was changed"
    );
    document
}

/// A place below `POST /v1/plans`.
macro_rules! plans {
    ($rest:literal) => {
        concat!("/paths/~1v1~1plans/post", $rest)
    };
}

#[rstest]
// What there is.
#[case::path([Gone("/paths/~1v1~1schedules")], "POST /v1/schedules: is gone")]
#[case::operation([Gone("/paths/~1v1~1guidance/get")], "GET /v1/guidance: is gone")]
#[case::operation_id([Set(plans!("/operationId"), json!("make_plan"))], "operationId changed")]
#[case::schema_name(
    [Set("Health2", json!({"type": "object", "required": ["status"], "properties": {"status": {"$ref": "#/components/schemas/HealthStatus"}}})),
     Set("/paths/~1health~1live/get/responses/200/content/application~1json/schema/$ref", json!("#/components/schemas/Health2"))],
    "the schema Health is called Health2"
)]
#[case::status([Gone(plans!("/responses/422"))], "POST /v1/plans 422: is gone")]
#[case::new_success([Set(plans!("/responses/202"), json!({"description": "Later."}))], "POST /v1/plans 202: may come now")]
#[case::answers_media_type([Gone("/paths/~1v1~1messages/post/responses/200/content/message~1rfc822")], "message/rfc822: is gone")]
#[case::usual_media_type(
    [Gone("/paths/~1v1~1messages/post/responses/200/content/application~1json"),
     Set("/paths/~1v1~1messages/post/responses/200/content/application~1json", json!({"schema": {"$ref": "#/components/schemas/Rendered"}}))],
    "another media type comes"
)]
#[case::header([Gone(plans!("/responses/200/headers/Guidance-Version"))], "header Guidance-Version: is gone")]
#[case::header_optional([Set("/components/headers/X-Request-Id/required", json!(false))], "header X-Request-Id: may be absent now")]
// Parameters.
#[case::parameter([Gone("/paths/~1v1~1messages/post/parameters/0")], "query parameter purpose: is gone")]
#[case::parameter_required([Set("/paths/~1v1~1messages/post/parameters/0/required", json!(true))], "query parameter purpose: is required now")]
#[case::parameter_new_and_required(
    [Push("/paths/~1v1~1messages/post/parameters", json!({"name": "locale", "in": "query", "required": true, "schema": {"type": "string"}}))],
    "query parameter locale: is required now"
)]
#[case::parameter_narrower([Set("/paths/~1v1~1calendars~1{country}~1{year}/get/parameters/1/schema/minimum", json!(2010))], "minimum is narrower: 2010, was 2000")]
#[case::parameter_form([Set("/paths/~1v1~1messages/post/parameters/0/style", json!("pipeDelimited"))], "its form changed")]
// Security.
#[case::key_asked_for([Gone("/security/0")], "security {} is no longer enough")]
#[case::key_asked_of_one([Set("/paths/~1v1~1guidance/get/security", json!([{"bearer": []}]))], "GET /v1/guidance: security {} is no longer enough")]
#[case::key_in_one_way_less([Gone("/security/2"), Gone("/security/0")], r#"security {"api_key":[]} is no longer enough"#)]
#[case::key_elsewhere([Set("/components/securitySchemes/api_key/name", json!("X-Key"))], "security scheme api_key: changed")]
// Requests.
#[case::taken_field([Gone("InterviewFacts/properties/timeline")], "body/timeline: is gone")]
#[case::taken_field_deep([Gone("LinkedinFacts/properties/connected")], "/linkedin/connected: is gone")]
#[case::field_new_and_required(
    [Set("CandidateFacts/properties/country", json!({"type": "string"})), Set("CandidateFacts/required", json!(["country"]))],
    "body/candidate/country: is required now"
)]
#[case::field_required([Push("InterviewFacts/required", json!("candidate"))], "body/candidate: is required now")]
#[case::longest([Set("Name/maxLength", json!(100))], "maxLength is narrower: 100, was 200")]
#[case::most([Set("InterviewDetails/properties/interviewers/maxItems", json!(10))], "interviewers: maxItems is narrower: 10, was 20")]
#[case::highest([Set("InterviewDetails/properties/duration_minutes/maximum", json!(600))], "maximum is narrower: 600, was 1440")]
#[case::lowest([Set("InterviewDetails/properties/duration_minutes/minimum", json!(5))], "minimum is narrower: 5, was 1")]
#[case::least([Set("InterviewDetails/properties/topics/minItems", json!(1))], "minItems is narrower: 1")]
#[case::shortest([Set("FreeText/minLength", json!(1))], "minLength is narrower: 1")]
#[case::limit_where_none_was([Set("/paths/~1v1~1plans~1batch/post/requestBody/content/application~1x-ndjson/schema", json!({"type": "string", "maxLength": 100}))], "any value is no longer taken")]
#[case::form_of_a_text([Set("CandidateFacts/properties/email/pattern", json!("^.+@.+$"))], "body/candidate/email: pattern changed")]
#[case::form_where_none_was([Set("PersonFacts/properties/attended", json!({"type": "string", "pattern": "^yes$"}))], "boolean is no longer taken")]
#[case::format([Set("InterviewDetails/properties/date/format", json!("date-time"))], "body/interview/date: format changed")]
#[case::taken_type([Set("InterviewDetails/properties/duration_minutes/type", json!(["string", "null"]))], "integer is no longer taken")]
#[case::null([Set("InterviewFacts/properties/as_of/type", json!("string"))], "body/as_of: its type changed, null is no longer taken")]
#[case::null_of_an_object([Gone("InterviewFacts/properties/candidate/oneOf/1")], "body/candidate: its type changed, null is no longer taken")]
#[case::taken_value([Gone("Stage/enum/2")], r#"body/interview/stage: the value "middle" is no longer taken"#)]
#[case::some_values_alone([Set("Name/enum", json!(["Dana"]))], "only some values are taken now")]
#[case::default([Set("InterviewDetails/properties/duration_minutes/default", json!(45))], "default changed")]
#[case::further_properties([Set("/paths/~1v1~1plans/post/requestBody/content/application~1json/schema", json!({"allOf": [{"$ref": "#/components/schemas/InterviewFacts"}, {"required": ["as_of"]}]}))], "body/as_of: is required now")]
#[case::one_kind_of_body([Gone("MessagesBody/oneOf/1")], "POST /v1/messages body")]
#[case::media_type([Gone(plans!("/requestBody/content/application~1json"))], "body application/json: is no longer taken")]
#[case::body_of_a_get([Set("/paths/~1v1~1guidance/get/requestBody", json!({"required": true, "content": {}}))], "GET /v1/guidance body: is required now")]
// Answers.
#[case::field([Gone("Step/properties/title"), Set("Step/required", json!(["id"]))], "/steps/*/title: is gone")]
#[case::field_of_an_error([Gone("Problem/properties/instance")], "application/problem+json/instance: is gone")]
#[case::field_of_a_part([Gone("Schedule/properties/headline")], "POST /v1/plans 200 application/json/headline: is gone")]
#[case::field_optional([Gone("Health/required/0")], "/status: may be absent now")]
#[case::field_nullable([Set("Step/properties/title/type", json!(["string", "null"]))], "/steps/*/title: its type changed, it may be null now")]
#[case::object_nullable(
    [Set("Step/properties/window", json!({"oneOf": [{"$ref": "#/components/schemas/Window"}, {"type": "null"}]}))],
    "/steps/*/window: its type changed, it may be null now"
)]
#[case::another_type([Set("Step/properties/id/type", json!("integer"))], "/steps/*/id: its type changed, it may be integer now")]
#[case::no_type([Gone("Step/properties/id/type")], "/steps/*/id: its type changed, it may be any value now")]
#[case::another_format([Set("Problem/properties/status/format", json!("int64"))], "/status: format changed")]
#[case::format_gone([Gone("Step/properties/id/format")], "/steps/*/id: format changed")]
#[case::value_of_a_closed_enum([Push("Status/enum", json!("snoozed"))], r#"/steps/*/status: the value "snoozed" may come now"#)]
#[case::any_value([Gone("Severity/enum")], "/severity: any value may come now")]
#[case::longer([Set("MessageRecipient/properties/name/maxLength", json!(400))], "maxLength is wider: 400, was 200")]
#[case::more([Gone("Step/properties/alternatives/maxItems")], "maxItems is wider: inf, was 3")]
#[case::higher([Set("Problem/properties/status/maximum", json!(699))], "maximum is wider: 699, was 599")]
#[case::lower([Set("Problem/properties/status/minimum", json!(200))], "minimum is wider: 200, was 400")]
#[case::text_of_another_form([Gone("OpenHours/properties/from/pattern")], "/hours/*/from: pattern changed")]
#[case::other_items([Set("Step/properties/recipients/items", json!({"type": "object"}))], "/recipients/*: its type changed, it may be object now")]
#[case::any_items([Gone("Step/properties/recipients/items")], "/recipients/*: items changed")]
#[case::third_kind_of_answer([Push("WorkingDays/oneOf", json!({"type": "string"}))], "GET /v1/working-days 200 application/json: its type changed, it may be string now")]
fn breaks_are_found(#[case] edits: impl IntoIterator<Item = Edit>, #[case] expected: &str) {
    let found = breaks(&RELEASED, &changed(edits), &OPEN_ENUMS);
    assert!(
        found.iter().any(|found| found.contains(expected)),
        "{expected:?} is not among {found:#?}"
    );
}

#[rstest]
#[case::new_path([Set("/paths/~1v1~1reminders", json!({"post": {"operationId": "create_reminder", "responses": {"200": {"description": "A reminder."}}}}))])]
#[case::new_operation([Set("/paths/~1v1~1plans/get", json!({"operationId": "list_plans", "responses": {"200": {"description": "None."}}}))])]
#[case::new_parameter([Push("/paths/~1v1~1messages/post/parameters", json!({"name": "locale", "in": "query", "required": false, "schema": {"type": "string"}}))])]
#[case::parameter_optional([Set("/paths/~1v1~1working-days/get/parameters/0/required", json!(false))])]
#[case::new_kind_of_error([Set(plans!("/responses/409"), json!({"$ref": "#/components/responses/BadRequest"}))])]
#[case::nothing_new([Set("/paths/~1v1~1guidance/get/responses/304", json!({"description": "As you have it."}))])]
#[case::new_media_type([Set(plans!("/responses/200/content/image~1svg+xml"), json!({"schema": {"type": "string"}}))])]
#[case::new_media_type_of_a_body([Set(plans!("/requestBody/content/application~1cbor"), json!({"schema": {}}))])]
#[case::new_header([Set(plans!("/responses/200/headers/Sunset"), json!({"schema": {"type": "string"}}))])]
#[case::deprecated([Set(plans!("/deprecated"), json!(true))])]
#[case::header_always([Set("/components/headers/RateLimit/required", json!(true))])]
#[case::no_key_needed([Set("/security", json!([]))])]
#[case::third_way_to_send_a_key([Push("/security", json!({"mutual": []}))])]
#[case::new_optional_field([Set("CandidateFacts/properties/country", json!({"type": "string"}))])]
#[case::field_of_a_request_optional([Set("InterviewFacts/required", json!([]))])]
#[case::field_of_a_request_nullable([Set("WithdrawalFacts/properties/decided_at/type", json!(["string", "null"]))])]
#[case::longer_in_requests([Set("Name/maxLength", json!(400))])]
#[case::no_limit_in_requests([Gone("InterviewFacts/properties/history/maxItems")])]
#[case::any_form_in_requests([Gone("CandidateFacts/properties/email/pattern")])]
#[case::new_value_in_requests([Push("Industry/enum", json!("mining"))])]
#[case::unknown_properties_taken([Gone("InterviewFacts/additionalProperties")])]
#[case::second_type_in_requests([Set("PreferenceFacts/properties/max_check_ins/type", json!(["integer", "string", "null"]))])]
#[case::third_kind_of_body([Push("MessagesBody/oneOf", json!({"type": "array", "items": {}}))])]
#[case::new_field([Set("Step/properties/snoozed", json!({"type": "boolean"})), Push("Step/required", json!("snoozed"))])]
#[case::field_always_there([Push("Fault/required", json!("pointer"))])]
#[case::never_null([Set("Step/properties/act_at/type", json!("string"))])]
#[case::shorter_in_answers([Set("Step/properties/title/maxLength", json!(200))])]
#[case::a_form_in_answers([Set("Step/properties/title/pattern", json!("^[A-Z]"))])]
#[case::value_gone_from_answers([Gone("Severity/enum/2")])]
#[case::value_of_an_open_enum([Push("State/enum", json!("on_hold"))])]
#[case::value_of_an_open_enum_of_both([Push("Purpose/enum", json!("ask_for_references"))])]
#[case::text([Set(plans!("/description"), json!("Other words.")), Set("Step/properties/title/description", json!("In other words."))])]
#[case::example([Set("/components/headers/Retry-After/example", json!(2))])]
#[case::order([Gone("/paths/~1v1~1plans"), Set("/paths/~1v1~1plans", RELEASED.pointer("/paths/~1v1~1plans").unwrap().clone())])]
fn what_the_promise_permits_passes(#[case] edits: impl IntoIterator<Item = Edit>) {
    let found = breaks(&RELEASED, &changed(edits), &OPEN_ENUMS);
    assert!(found.is_empty(), "{found:#?}");
}

/// The same schema is a request here and an answer there: what widens it breaks the answer, what narrows it the request.
#[rstest]
#[case::wider(400, "200 application/json")]
#[case::narrower(100, "body")]
fn the_direction_counts(#[case] longest: usize, #[case] place: &str) {
    let reference = json!({"$ref": "#/components/schemas/Both"});
    let both = |longest: usize| {
        changed([
            Set("Both", json!({"type": "string", "maxLength": longest})),
            Set("CandidateFacts/properties/both", reference.clone()),
            Set("Step/properties/both", reference.clone()),
        ])
    };
    let found = breaks(&both(200), &both(longest), &OPEN_ENUMS);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].contains(place), "{found:?}");
}

/// Nothing at all is found where nothing changed.
#[test]
fn the_released_document_breaks_nothing_of_itself() {
    assert_eq!(breaks(&RELEASED, &RELEASED, &OPEN_ENUMS), Vec::<String>::new());
}
