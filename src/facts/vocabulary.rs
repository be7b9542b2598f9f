//! The words of the contract that can take one of a few values.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::json::words;

/// What a step is for. The order is the contract's; it breaks ties between steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Thanks to those who took part.
    ThankYou,
    /// Getting ready for what may come next; nothing is sent.
    Prepare,
    /// The first question about the status.
    CheckIn,
    /// The second and last question about the status.
    SecondCheckIn,
    /// A note on LinkedIn to somebody already connected.
    Connect,
    /// Putting the effort elsewhere; nothing is sent.
    MoveOn,
    /// A friendly word some weeks after the decision or the silence.
    StayInTouch,
    /// The answer to an invitation to the next round or to an offer.
    ReplyToGoodNews,
    /// The answer to a rejection.
    ReplyToRejection,
    /// The answer to "we are still deciding".
    ReplyToDelay,
    /// The answer to a request for information.
    AnswerRequest,
    /// Telling the employer the real date by which another offer must be answered.
    ShareDeadline,
    /// Taking back the application.
    Withdraw,
    /// Asking for another time after the interviewer did not come.
    AskToReschedule,
}

impl Purpose {
    /// Every purpose in the contract's order.
    pub const ALL: [Self; 14] = [
        Self::ThankYou,
        Self::Prepare,
        Self::CheckIn,
        Self::SecondCheckIn,
        Self::Connect,
        Self::MoveOn,
        Self::StayInTouch,
        Self::ReplyToGoodNews,
        Self::ReplyToRejection,
        Self::ReplyToDelay,
        Self::AnswerRequest,
        Self::ShareDeadline,
        Self::Withdraw,
        Self::AskToReschedule,
    ];

    /// The word on the wire, as `check_in`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ThankYou => "thank_you",
            Self::Prepare => "prepare",
            Self::CheckIn => "check_in",
            Self::SecondCheckIn => "second_check_in",
            Self::Connect => "connect",
            Self::MoveOn => "move_on",
            Self::StayInTouch => "stay_in_touch",
            Self::ReplyToGoodNews => "reply_to_good_news",
            Self::ReplyToRejection => "reply_to_rejection",
            Self::ReplyToDelay => "reply_to_delay",
            Self::AnswerRequest => "answer_request",
            Self::ShareDeadline => "share_deadline",
            Self::Withdraw => "withdraw",
            Self::AskToReschedule => "ask_to_reschedule",
        }
    }

    /// Whether the step asks where the decision stands. Only these must not fall inside a stated timeline.
    #[must_use]
    pub const fn is_status_question(self) -> bool {
        matches!(self, Self::CheckIn | Self::SecondCheckIn)
    }

    /// Whether anything is written or said; `prepare` and `move_on` are for the candidate alone.
    #[must_use]
    pub const fn is_message(self) -> bool {
        !matches!(self, Self::Prepare | Self::MoveOn)
    }

    /// Whether the step answers a message of the employer's.
    #[must_use]
    pub const fn is_reply(self) -> bool {
        matches!(
            self,
            Self::ReplyToGoodNews | Self::ReplyToRejection | Self::ReplyToDelay | Self::AnswerRequest
        )
    }
}

/// The means by which a message travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// E-mail.
    Email,
    /// A LinkedIn message, or an invitation with a note.
    Linkedin,
    /// A telephone call.
    Phone,
    /// The messages of the marketplace that brought the two together.
    Platform,
}

impl Channel {
    /// Every channel.
    pub const ALL: [Self; 4] = [Self::Email, Self::Linkedin, Self::Phone, Self::Platform];

    /// The word on the wire, as `email`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Linkedin => "linkedin",
            Self::Phone => "phone",
            Self::Platform => "platform",
        }
    }
}

words!(Purpose, Channel);

/// Where the candidate stands in working life; it shifts the stress of the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CareerStage {
    /// Fresh from school or university.
    NewGraduate,
    /// A few years of work.
    EarlyCareer,
    /// Many years of work.
    Experienced,
    /// Leads organisations.
    Executive,
}

/// The employer's line of business.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Industry {
    /// Software, hardware, internet.
    Technology,
    /// Banks, insurers, accountants.
    Finance,
    /// Design, media, advertising, arts.
    Creative,
    /// Hospitals, practices, care.
    Healthcare,
    /// Schools, universities, research.
    Education,
    /// Authorities and other public bodies.
    PublicSector,
    /// Shops and trade.
    Retail,
    /// Production and engineering.
    Manufacturing,
    /// Anything else.
    Other,
}

/// How formal the employer is with people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Culture {
    /// Titles and full forms.
    Formal,
    /// Neither stiff nor casual.
    Neutral,
    /// First names and short sentences.
    Informal,
}

/// What the employer said about being contacted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ContactPolicy {
    /// Nothing is ruled out.
    #[default]
    Open,
    /// Telephone calls are unwelcome.
    NoCalls,
    /// Candidates are asked not to get in touch; thanks, replies and a withdrawal remain.
    NoContact,
}

/// What became of the interview.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum InterviewStatus {
    /// It took place, or will.
    #[default]
    Held,
    /// Taken as `held`: before its end the plan says what comes afterwards.
    Scheduled,
    /// The interviewer did not come.
    InterviewerAbsent,
    /// It was called off.
    Cancelled,
    /// It was moved: send the new one's facts.
    Rescheduled,
}

/// How far the process had come with this interview.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// A short first check.
    Screening,
    /// The first real interview.
    #[default]
    First,
    /// One of the rounds between.
    Middle,
    /// The last round.
    Final,
}

/// How they met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// By telephone.
    Phone,
    /// By video.
    Video,
    /// In the same room.
    InPerson,
}

/// A person's part in the process.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Whose team the position is in.
    HiringManager,
    /// The employer's own recruiter.
    Recruiter,
    /// A recruiter of an agency that acts for the employer.
    AgencyRecruiter,
    /// One of several who asked questions.
    PanelMember,
    /// Anybody else.
    #[default]
    Other,
}

/// Why an answer takes its time, where the employer said so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DelayReason {
    /// Papers and references are being checked.
    BackgroundCheck,
    /// Others are still being interviewed.
    OtherCandidates,
    /// Somebody has yet to approve.
    AwaitingApproval,
    /// Other work comes first.
    OtherPriorities,
    /// Whoever decides is away.
    DecisionMakerAway,
}

/// Why the candidate withdraws.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WithdrawalReason {
    /// Another position was accepted.
    AcceptedElsewhere,
    /// The position is not the right one.
    NotAFit,
    /// Any other reason; none is given in the message.
    #[default]
    Other,
}

/// What a message of the employer's said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// No decision yet.
    StillDeciding,
    /// A warm word without news.
    Acknowledged,
    /// An invitation to the next round.
    NextRound,
    /// An offer.
    Offer,
    /// A rejection.
    Rejection,
    /// A question that wants an answer.
    InformationRequest,
    /// An automatic note of absence.
    OutOfOffice,
}

/// Whether a history entry went out or came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// The candidate sent it.
    Sent,
    /// The employer sent it.
    Received,
}

/// In which form the employer's timeline was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TimelineKind {
    /// By a calendar date.
    ByDate,
    /// Within a number of calendar days.
    WithinDays,
    /// Within a number of working days.
    WithinWorkingDays,
}
