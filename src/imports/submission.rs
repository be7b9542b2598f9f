//! The two forms of a body: the interview as the system sent it, or that with facts of the caller's beside it.

use serde::Deserialize;
use serde_json::Value;
use utoipa::openapi::schema::{AdditionalProperties, AnyOfBuilder, ObjectBuilder, Schema, SchemaType, Type};
use utoipa::openapi::{Ref, RefOr};
use utoipa::{PartialSchema, ToSchema};

use crate::facts::InterviewSubmission;

/// An interview as the system sent it, and facts that the system does not know.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportWithFacts {
    /// The interview as the system sent it, bare or in the system's own wrapping. Whatever it holds is taken; `docs/imports.md`
    /// says what becomes of each field.
    #[schema(value_type = Object)]
    pub object: Value,
    /// Facts that the system does not know, such as the candidate's name or what the employer said of its decision. They are
    /// laid over the object's, property by property, and win; a list takes the place of a list.
    pub facts: Option<FactsToAdd>,
}

/// Interview facts of which nothing is required.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub struct FactsToAdd(pub InterviewSubmission);

impl PartialSchema for FactsToAdd {
    fn schema() -> RefOr<Schema> {
        let mut schema = InterviewSubmission::schema();
        if let RefOr::T(Schema::Object(object)) = &mut schema {
            object.required.clear();
            object.description =
                Some("Interview facts of which nothing is required: they are laid over others.".to_owned());
        }
        schema
    }
}

impl ToSchema for FactsToAdd {
    fn name() -> std::borrow::Cow<'static, str> {
        "FactsToAdd".into()
    }

    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        InterviewSubmission::schemas(schemas);
    }
}

/// A body of an import, for the document alone: it is read by hand, as whatever a system sends is taken.
#[derive(Clone, Copy, Debug)]
pub struct ImportSubmission;

impl PartialSchema for ImportSubmission {
    fn schema() -> RefOr<Schema> {
        let bare = ObjectBuilder::new()
            .schema_type(SchemaType::Type(Type::Object))
            .description(Some(
                "The interview as the system sent it, bare or in the system's own wrapping. Whatever it holds is taken.",
            ))
            .additional_properties(Some(AdditionalProperties::FreeForm(true)));
        AnyOfBuilder::new()
            .description(Some(
                "An interview as the system sent it, by itself or beside facts of your own.",
            ))
            .item(Ref::from_schema_name(ImportWithFacts::name()))
            .item(bare)
            .into()
    }
}

impl ToSchema for ImportSubmission {
    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        schemas.push((ImportWithFacts::name().into_owned(), ImportWithFacts::schema()));
        ImportWithFacts::schemas(schemas);
    }
}
