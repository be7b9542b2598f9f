//! What the rules stand on: four guides for candidates, and the evidence that fills their gaps.

use serde::Serialize;
use utoipa::ToSchema;

/// Something that was published, or a habit of the trade, which a rule stands on.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Source {
    /// Stable name; rules, reasons and findings refer to it.
    #[schema(example = "one_week_guide")]
    pub id: &'static str,
    /// How much weight it bears.
    pub kind: SourceKind,
    /// What it is called, or what it is about.
    pub title: &'static str,
    /// Who published it.
    pub publisher: &'static str,
    /// The year of publication, where it is known.
    #[schema(required, value_type = Option<u16>, minimum = 1900, maximum = 2100, example = 2023)]
    pub year: Option<u16>,
    /// What it says, in our words.
    pub note: &'static str,
    /// The day on which this entry was last reviewed.
    #[schema(value_type = String, format = Date, example = "2026-11-21")]
    pub checked_on: &'static str,
}

/// How much weight a source bears: `guide`, one of the four that the rules start from; `survey`, people
/// asked or their reports counted; `vendor_data`, a company's count of its own users, which nobody else
/// can check; `convention`, a habit of the trade or a choice of ours, without figures behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    /// Advice to candidates.
    Guide,
    /// People were asked, or their reports were counted.
    Survey,
    /// A company counted what its own users did.
    VendorData,
    /// Nobody counted anything.
    Convention,
}

const CHECKED_ON: &str = "2026-11-21";

/// Day-by-day schedule, four timing strategies and a table of channels.
pub static ONE_WEEK_GUIDE: Source = Source {
    id: "one_week_guide",
    kind: SourceKind::Guide,
    title: "Following up one week after an interview",
    publisher: "Unsigned web guide",
    year: None,
    note: "Thank on day 1 or 2, prepare on days 3 to 5, ask about the status after a full week, perhaps \
        once more one or two weeks later. Compares four timing strategies, and e-mail, LinkedIn and \
        phone.",
    checked_on: CHECKED_ON,
};

/// Thank, wait with a buffer, check in, stay composed, stay in touch.
pub static FIVE_STEP_GUIDE: Source = Source {
    id: "five_step_guide",
    kind: SourceKind::Guide,
    title: "Five steps of following up after an interview",
    publisher: "Unsigned web guide",
    year: None,
    note: "Thank within 24 hours, leave a few working days beyond the date they gave, check in after 7 to \
        10 working days, take silence calmly, keep the contact on LinkedIn even after a rejection.",
    checked_on: CHECKED_ON,
};

/// Waits by stage, reasons for silence, phone scripts, and a marketplace's contact rule.
pub static UPWORK_GUIDE: Source = Source {
    id: "upwork_guide",
    kind: SourceKind::Guide,
    title: "Following up after a job interview: how and when",
    publisher: "Upwork",
    year: None,
    note: "Wait five to seven working days, two weeks after a final round, never under five working days \
        there. Lists why answers take long, gives two e-mails and two phone messages, and bans outside \
        contact on Upwork before a contract.",
    checked_on: CHECKED_ON,
};

/// Respect the timeline, personalise, what to avoid, two channels, how to take an answer.
pub static BEST_PRACTICES_GUIDE: Source = Source {
    id: "best_practices_guide",
    kind: SourceKind::Guide,
    title: "Best practices of following up for candidates",
    publisher: "Unsigned web guide",
    year: None,
    note: "Thank within 24 to 48 hours, respect a date that was given, be specific, write one good message \
        and not several, add a short LinkedIn note where you are connected, answer good and bad news \
        with grace.",
    checked_on: CHECKED_ON,
};

/// The wait that a large job board advises.
pub static INDEED_2023: Source = Source {
    id: "indeed_2023",
    kind: SourceKind::Convention,
    title: "How Long Should I Wait After an Interview To Follow Up?",
    publisher: "Indeed",
    year: Some(2023),
    note: "At least five working days without a date; one or two working days more once a stated date has \
        passed.",
    checked_on: CHECKED_ON,
};

/// How long employers take from interview to answer.
pub static NACE_2023: Source = Source {
    id: "nace_2023",
    kind: SourceKind::Survey,
    title: "2023 Recruiting Benchmarks Survey: time from interview to answer",
    publisher: "National Association of Colleges and Employers",
    year: Some(2023),
    note: "334 employers of graduates took 25.1 days on average from the first interview to an offer or a \
        rejection.",
    checked_on: CHECKED_ON,
};

/// How long employers of different industries take.
pub static NACE_2012: Source = Source {
    id: "nace_2012",
    kind: SourceKind::Survey,
    title: "2012 Recruiting Benchmarks Survey: time from interview to offer, by industry",
    publisher: "National Association of Colleges and Employers",
    year: Some(2012),
    note: "Employers of graduates took 24.2 working days on average from interview to offer; government \
        agencies 38 days, accounting services 17.",
    checked_on: CHECKED_ON,
};

/// How long the whole process takes, by country.
pub static GLASSDOOR_2017: Source = Source {
    id: "glassdoor_2017",
    kind: SourceKind::Survey,
    title: "Length of hiring processes as candidates report it, by country",
    publisher: "Glassdoor",
    year: Some(2017),
    note: "In 83,921 reports by candidates the whole process took 23.7 days on average, with wide \
        differences between countries.",
    checked_on: CHECKED_ON,
};

/// What a first, second and third reminder do.
pub static BELKINS_2024: Source = Source {
    id: "belkins_2024",
    kind: SourceKind::VendorData,
    title: "Sales follow-up statistics in B2B, studies of 2023 and 2024",
    publisher: "Belkins",
    year: Some(2024),
    note: "A first reminder brought 49 % more replies, a second 9 and 3 % more, a third 20 and 30 % fewer. \
        These were sales letters and not applications: a hint and no more.",
    checked_on: CHECKED_ON,
};

/// Whether managers weigh a thank-you.
pub static ACCOUNTEMPS_2017: Source = Source {
    id: "accountemps_2017",
    kind: SourceKind::Survey,
    title: "Thank-You Notes Can Tip Scale in Job Candidates' Favor, Yet Few Write Them",
    publisher: "Accountemps",
    year: Some(2017),
    note: "Of 300 personnel managers 80 % weigh a thank-you when they decide, and 24 % of their applicants \
        send one; 94 % find e-mail suitable for it.",
    checked_on: CHECKED_ON,
};

/// By what means a thank-you may come.
pub static ACCOUNTEMPS_2012: Source = Source {
    id: "accountemps_2012",
    kind: SourceKind::Survey,
    title: "Survey of personnel managers on suitable ways to say thank you",
    publisher: "Accountemps",
    year: Some(2012),
    note: "Personnel managers who find each suitable for a thank-you: e-mail 87 %, phone 81 %, social \
        media 27 %, text message 10 %.",
    checked_on: CHECKED_ON,
};

/// What sending no thank-you can cost.
pub static TOPRESUME_2017: Source = Source {
    id: "topresume_2017",
    kind: SourceKind::Survey,
    title: "Thanksgiving survey of recruiters and hiring managers",
    publisher: "TopResume",
    year: Some(2017),
    note: "Of 358 recruiters and hiring managers 68 % say that a thank-you matters, and 16 % had dropped a \
        candidate who sent none.",
    checked_on: CHECKED_ON,
};

/// Which length of e-mail is answered most.
pub static BOOMERANG_2016: Source = Source {
    id: "boomerang_2016",
    kind: SourceKind::VendorData,
    title: "7 Tips for Getting More Responses to Your Emails (With Data!)",
    publisher: "Boomerang",
    year: Some(2016),
    note: "E-mails of 50 to 125 words were answered most often.",
    checked_on: CHECKED_ON,
};

/// Which length of LinkedIn message is answered most.
pub static LINKEDIN_2022: Source = Source {
    id: "linkedin_2022",
    kind: SourceKind::VendorData,
    title: "Study of which recruiters' messages are answered",
    publisher: "LinkedIn",
    year: Some(2022),
    note: "Recruiters' messages under 400 characters were answered 22 % more often than the average.",
    checked_on: CHECKED_ON,
};

/// How long universities and schools take.
pub static ACADEMIC_HIRING: Source = Source {
    id: "academic_hiring",
    kind: SourceKind::Convention,
    title: "The pace of academic hiring",
    publisher: "General practice in universities",
    year: None,
    note: "Committees meet seldom: about four weeks without news are nothing unusual.",
    checked_on: CHECKED_ON,
};

/// At which hour a message is read.
pub static HOURS_OF_DAY: Source = Source {
    id: "hours_of_day",
    kind: SourceKind::Convention,
    title: "The best hour to send a message",
    publisher: "General practice in offices",
    year: None,
    note: "Studies contradict each other. Office hours on a working day are a courtesy; no hour promises \
        an answer.",
    checked_on: CHECKED_ON,
};

/// What candidates and employers expect of each other without anybody having measured it.
pub static HIRING_CUSTOM: Source = Source {
    id: "hiring_custom",
    kind: SourceKind::Convention,
    title: "Courtesy between candidates and employers",
    publisher: "General practice in hiring",
    year: None,
    note: "Answer promptly, say at once what changes the other side's plans, be honest about deadlines and \
        close a process in good form.",
    checked_on: CHECKED_ON,
};

/// Choices of this service where nobody else says anything.
pub static SERVICE_CONVENTION: Source = Source {
    id: "service_convention",
    kind: SourceKind::Convention,
    title: "Conventions of this service",
    publisher: "Followup",
    year: Some(2026),
    note: "Where guides and surveys are silent, a plan still has to name a day. These choices are ours: \
        made to be predictable and easy on the employer.",
    checked_on: CHECKED_ON,
};

/// Every source: the guides, then the evidence beyond them.
pub static ALL: &[&Source] = &[
    &ONE_WEEK_GUIDE,
    &FIVE_STEP_GUIDE,
    &UPWORK_GUIDE,
    &BEST_PRACTICES_GUIDE,
    &INDEED_2023,
    &NACE_2023,
    &NACE_2012,
    &GLASSDOOR_2017,
    &BELKINS_2024,
    &ACCOUNTEMPS_2017,
    &ACCOUNTEMPS_2012,
    &TOPRESUME_2017,
    &BOOMERANG_2016,
    &LINKEDIN_2022,
    &ACADEMIC_HIRING,
    &HOURS_OF_DAY,
    &HIRING_CUSTOM,
    &SERVICE_CONVENTION,
];
