//! What is the case when a message is written, as the words in brackets that a template file asks for.

use crate::facts::{CareerStage, Format, Industry, Locale, Stage, Tone};

use super::message::Form;

/// Something that is the case (`templates/README.md` says what each means).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    Formal,
    Neutral,
    Warm,
    Letter,
    Email,
    Platform,
    Note,
    Message,
    Invitation,
    Spoken,
    Call,
    Voicemail,
    Colleague,
    Met,
    Unmet,
    Nobody,
    Agent,
    Late,
    PassOn,
    Owed,
    Fresh,
    Stated,
    Delayed,
    Offer,
    NextRound,
    Rejected,
    Acknowledged,
    AcceptedElsewhere,
    NotAFit,
    Held,
    NewGraduate,
    EarlyCareer,
    Experienced,
    Executive,
    Technology,
    Finance,
    Creative,
    Healthcare,
    Education,
    PublicSector,
    Retail,
    Manufacturing,
    OtherIndustry,
    ByPhone,
    ByVideo,
    InPerson,
    Screening,
    First,
    Middle,
    Final,
    EnUs,
    EnGb,
    EnCa,
    EnAu,
    StatusQuestion,
    Reply,
    Details,
    Topical,
    Liked,
    Skilled,
    Recent,
}

const NAMED: [(Tag, &str); 61] = [
    (Tag::Formal, "formal"),
    (Tag::Neutral, "neutral"),
    (Tag::Warm, "warm"),
    (Tag::Letter, "letter"),
    (Tag::Email, "email"),
    (Tag::Platform, "platform"),
    (Tag::Note, "note"),
    (Tag::Message, "message"),
    (Tag::Invitation, "invitation"),
    (Tag::Spoken, "spoken"),
    (Tag::Call, "call"),
    (Tag::Voicemail, "voicemail"),
    (Tag::Colleague, "colleague"),
    (Tag::Met, "met"),
    (Tag::Unmet, "unmet"),
    (Tag::Nobody, "nobody"),
    (Tag::Agent, "agent"),
    (Tag::Late, "late"),
    (Tag::PassOn, "pass_on"),
    (Tag::Owed, "owed"),
    (Tag::Fresh, "fresh"),
    (Tag::Stated, "stated"),
    (Tag::Delayed, "delayed"),
    (Tag::Offer, "offer"),
    (Tag::NextRound, "next_round"),
    (Tag::Rejected, "rejected"),
    (Tag::Acknowledged, "acknowledged"),
    (Tag::AcceptedElsewhere, "accepted_elsewhere"),
    (Tag::NotAFit, "not_a_fit"),
    (Tag::Held, "held"),
    (Tag::NewGraduate, "new_graduate"),
    (Tag::EarlyCareer, "early_career"),
    (Tag::Experienced, "experienced"),
    (Tag::Executive, "executive"),
    (Tag::Technology, "technology"),
    (Tag::Finance, "finance"),
    (Tag::Creative, "creative"),
    (Tag::Healthcare, "healthcare"),
    (Tag::Education, "education"),
    (Tag::PublicSector, "public_sector"),
    (Tag::Retail, "retail"),
    (Tag::Manufacturing, "manufacturing"),
    (Tag::OtherIndustry, "other_industry"),
    (Tag::ByPhone, "by_phone"),
    (Tag::ByVideo, "by_video"),
    (Tag::InPerson, "in_person"),
    (Tag::Screening, "screening"),
    (Tag::First, "first"),
    (Tag::Middle, "middle"),
    (Tag::Final, "final"),
    (Tag::EnUs, "en_us"),
    (Tag::EnGb, "en_gb"),
    (Tag::EnCa, "en_ca"),
    (Tag::EnAu, "en_au"),
    (Tag::StatusQuestion, "status_question"),
    (Tag::Reply, "reply"),
    (Tag::Details, "details"),
    (Tag::Topical, "topical"),
    (Tag::Liked, "liked"),
    (Tag::Skilled, "skilled"),
    (Tag::Recent, "recent"),
];

impl Tag {
    /// The tag of that name.
    pub(super) fn named(name: &str) -> Option<Self> {
        NAMED
            .into_iter()
            .find(|(_, known)| *known == name)
            .map(|(tag, _)| tag)
    }
}

/// A set of tags.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tags(u128);

impl Tags {
    /// Those that speak of the form of a message, and of no fact.
    pub(super) const OF_FORM: Self = Self::of(&[
        Tag::Letter,
        Tag::Email,
        Tag::Platform,
        Tag::Note,
        Tag::Message,
        Tag::Invitation,
        Tag::Spoken,
        Tag::Call,
        Tag::Voicemail,
        Tag::Colleague,
    ]);

    /// The set of these.
    pub(super) const fn of(tags: &[Tag]) -> Self {
        let mut set = Self(0);
        let mut place = 0;
        while place < tags.len() {
            set = set.with(tags[place]);
            place += 1;
        }
        set
    }

    /// The set with one more.
    pub(super) const fn with(self, tag: Tag) -> Self {
        Self(self.0 | 1 << tag as u32)
    }

    /// Puts in a tag where it holds.
    pub(super) const fn add(&mut self, holds: bool, tag: Tag) {
        if holds {
            *self = self.with(tag);
        }
    }

    /// Those in both.
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether every one of `these` is in.
    pub(super) const fn has_all(self, these: Self) -> bool {
        self.0 & these.0 == these.0
    }

    /// Whether none of `these` is in.
    pub(super) const fn has_none(self, these: Self) -> bool {
        self.0 & these.0 == 0
    }
}

/// What a form is called in the template files.
pub(super) const fn of_form(form: Form) -> Tags {
    match form {
        Form::Email => Tags::of(&[Tag::Letter, Tag::Email]),
        Form::PlatformMessage => Tags::of(&[Tag::Letter, Tag::Platform]),
        Form::LinkedinMessage => Tags::of(&[Tag::Note, Tag::Message]),
        Form::LinkedinInvitation => Tags::of(&[Tag::Note, Tag::Invitation]),
        Form::CallScript => Tags::of(&[Tag::Spoken, Tag::Call]),
        Form::Voicemail => Tags::of(&[Tag::Spoken, Tag::Voicemail]),
        Form::LeftWithColleague => Tags::of(&[Tag::Spoken, Tag::Colleague]),
    }
}

pub(super) const fn of_tone(tone: Tone) -> Tag {
    match tone {
        Tone::Formal => Tag::Formal,
        Tone::Neutral => Tag::Neutral,
        Tone::Warm => Tag::Warm,
    }
}

pub(super) const fn of_locale(locale: Locale) -> Tag {
    match locale {
        Locale::EnUs => Tag::EnUs,
        Locale::EnGb => Tag::EnGb,
        Locale::EnCa => Tag::EnCa,
        Locale::EnAu => Tag::EnAu,
    }
}

pub(super) const fn of_career(stage: CareerStage) -> Tag {
    match stage {
        CareerStage::NewGraduate => Tag::NewGraduate,
        CareerStage::EarlyCareer => Tag::EarlyCareer,
        CareerStage::Experienced => Tag::Experienced,
        CareerStage::Executive => Tag::Executive,
    }
}

pub(super) const fn of_industry(industry: Industry) -> Tag {
    match industry {
        Industry::Technology => Tag::Technology,
        Industry::Finance => Tag::Finance,
        Industry::Creative => Tag::Creative,
        Industry::Healthcare => Tag::Healthcare,
        Industry::Education => Tag::Education,
        Industry::PublicSector => Tag::PublicSector,
        Industry::Retail => Tag::Retail,
        Industry::Manufacturing => Tag::Manufacturing,
        Industry::Other => Tag::OtherIndustry,
    }
}

pub(super) const fn of_format(format: Format) -> Tag {
    match format {
        Format::Phone => Tag::ByPhone,
        Format::Video => Tag::ByVideo,
        Format::InPerson => Tag::InPerson,
    }
}

pub(super) const fn of_stage(stage: Stage) -> Tag {
    match stage {
        Stage::Screening => Tag::Screening,
        Stage::First => Tag::First,
        Stage::Middle => Tag::Middle,
        Stage::Final => Tag::Final,
    }
}
