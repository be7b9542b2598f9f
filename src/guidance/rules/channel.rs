//! By what means, and to whom.

use crate::guidance::rule::{Rule, best_practices, five_step, one_week, upwork};
use crate::guidance::sources;

/// On a marketplace before a contract only its own messages are used.
pub static CHANNEL_PLATFORM_ONLY: Rule = Rule {
    id: "channel.platform_only",
    question: "By what means do you write on a marketplace?",
    decision: "Until the contract is signed, only by its message feature, to everybody and for every step.",
    why: "Upwork bans outside contact before a contract, and other marketplaces do the same; to break the \
        rule can cost the account.",
    guides: &[upwork(
        "all communication through its messages until the contract starts",
    )],
    evidence: &[],
    parameters: &[],
};

/// Their preferred way comes first.
pub static CHANNEL_PREFERRED: Rule = Rule {
    id: "channel.preferred",
    question: "What if you know how somebody prefers to be reached?",
    decision: "That way is taken, for everything but a thank-you by phone and calls where these are \
        unwelcome.",
    why: "Two guides put the recipient's preference above their own advice.",
    guides: &[
        one_week("respect the recipient's preferences"),
        upwork("ask for the preferred method and use it"),
    ],
    evidence: &[],
    parameters: &[],
};

/// E-mail is the rule.
pub static CHANNEL_EMAIL: Rule = Rule {
    id: "channel.email",
    question: "What is the usual channel?",
    decision: "E-mail, wherever the address is known.",
    why: "All four guides begin with it: it is formal, documented and read when it suits them.",
    guides: &[
        one_week("high effect; formal and documented, can be overlooked"),
        five_step("e-mails throughout"),
        upwork("most hiring managers prefer it"),
        best_practices("the traditional and most accepted way"),
    ],
    evidence: &[&sources::ACCOUNTEMPS_2017],
    parameters: &[],
};

/// Without an address, LinkedIn where you are connected.
pub static CHANNEL_LINKEDIN_CONNECTED: Rule = Rule {
    id: "channel.linkedin_connected",
    question: "What if you have no e-mail address but are connected on LinkedIn?",
    decision: "Then the message goes by LinkedIn.",
    why: "The guides that rate LinkedIn find it nearly as good as e-mail where there is a connection.",
    guides: &[
        one_week("moderate to high effect"),
        upwork("social media is an option"),
        best_practices("effective where you are connected"),
    ],
    evidence: &[],
    parameters: &[],
};

/// The connecting note is a LinkedIn message.
pub static CHANNEL_LINKEDIN_NOTE: Rule = Rule {
    id: "channel.linkedin_note",
    question: "By what means is the connecting note sent?",
    decision: "By LinkedIn, in a few sentences, without a question.",
    why: "It adds a second, lighter channel to the e-mail; with a question in it, it would be a second \
        status question.",
    guides: &[
        one_week("a brief, polite message"),
        best_practices("a brief LinkedIn message after the e-mail"),
    ],
    evidence: &[],
    parameters: &[],
};

/// Staying in touch is what LinkedIn is for.
pub static CHANNEL_LINKEDIN_STAY_IN_TOUCH: Rule = Rule {
    id: "channel.linkedin_stay_in_touch",
    question: "By what means do you stay in touch?",
    decision: "By LinkedIn where the person is known by name, with an invitation if you are not connected; \
        else by e-mail.",
    why: "After the decision an invitation asks for nothing more than acquaintance.",
    guides: &[five_step("keep the connection on LinkedIn")],
    evidence: &[],
    parameters: &[],
};

/// The second question may be a call where calls are welcome.
pub static CHANNEL_PHONE_SECOND_TOUCH: Rule = Rule {
    id: "channel.phone_second_touch",
    question: "May the second check-in be a call?",
    decision: "Yes, where you say that calls are welcome and a number is known.",
    why: "One guide suggests to follow the e-mail up by a courteous call. A different channel reaches \
        somebody who overlooked the first.",
    guides: &[
        one_week("combine e-mail with a call; high effect, can intrude"),
        upwork("a call with a script, or a voicemail"),
    ],
    evidence: &[],
    parameters: &[],
};

/// Without another way, the phone.
pub static CHANNEL_PHONE_ONLY_WAY: Rule = Rule {
    id: "channel.phone_only_way",
    question: "What if only a phone number is known?",
    decision: "Then you call, unless calls are ruled out or the step is a thank-you.",
    why: "One guide names the phone for this very case.",
    guides: &[upwork("if no e-mail address can be found, call")],
    evidence: &[],
    parameters: &[],
};

/// Whether a call is welcome depends on the house.
pub static CHANNEL_PHONE_CULTURE: Rule = Rule {
    id: "channel.phone_culture",
    question: "What is to be considered before a call?",
    decision: "Whether the house and the person like calls; then a script, the right hour and a quiet \
        place.",
    why: "A call reaches people at once and at work: the same call pleases one office and annoys the next.",
    guides: &[
        one_week("mind the culture; prepare a concise script"),
        upwork("have a script at hand, keep it brief"),
    ],
    evidence: &[],
    parameters: &[],
};

/// Without any address, look for one.
pub static CHANNEL_ADDRESS_TO_FIND: Rule = Rule {
    id: "channel.address_to_find",
    question: "What if no way to reach them is known?",
    decision: "E-mail is planned, and the address is to be found on the company's page.",
    why: "One guide sends you there first and to the phone next.",
    guides: &[upwork("look on the company's web page")],
    evidence: &[],
    parameters: &[],
};

/// How well each channel works.
pub static CHANNEL_EFFECTIVENESS: Rule = Rule {
    id: "channel.effectiveness",
    question: "How do the channels compare?",
    decision: "E-mail high, LinkedIn moderate to high, phone high; each has its drawback.",
    why: "The figures are one guide's judgement, and the other guides' advice agrees with them. A \
        marketplace's own messages stand where its rules leave no choice.",
    guides: &[
        one_week("e-mail high, LinkedIn moderate to high, phone high"),
        upwork("e-mail is tried and tested"),
        best_practices("e-mail first, LinkedIn as a complement"),
    ],
    evidence: &[],
    parameters: &[],
};

/// One person gets the questions.
pub static RECIPIENT_MAIN_PERSON: Rule = Rule {
    id: "recipient.main_person",
    question: "Whom do you write to?",
    decision: "Thanks go to everybody who interviewed; everything else goes to one person: the contact you \
        named, else the hiring manager, else the first interviewer.",
    why: "A question to several people is everybody's and nobody's. The guides address the interviewer or \
        hiring manager.",
    guides: &[
        one_week("the interviewer by name"),
        five_step("the interviewer by name"),
        upwork("the hiring manager"),
        best_practices("the interviewer"),
    ],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// An agency stands between you and the employer.
pub static RECIPIENT_AGENCY: Rule = Rule {
    id: "recipient.agency",
    question: "What if an agency's recruiter is your contact?",
    decision: "Everything goes to the agency, in words that suit an agent.",
    why: "The agent speaks for you and is told first; to go past the agency breaks its terms with the \
        employer.",
    guides: &[],
    evidence: &[&sources::HIRING_CUSTOM],
    parameters: &[],
};
