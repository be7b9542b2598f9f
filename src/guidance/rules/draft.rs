//! What the review of a candidate's own draft looks for: warnings, not verdicts.

use crate::guidance::parameters as p;
use crate::guidance::rule::{Rule, Unit, best_practices, count, five_step, one_week, upwork};
use crate::guidance::sources;

/// The greeting names nobody.
pub static DRAFT_NO_NAME: Rule = Rule {
    id: "draft.no_name",
    question: "Does the greeting name the reader?",
    decision: "A known name belongs in the greeting.",
    why: "A letter to nobody in particular is read as one.",
    guides: &[
        one_week("address the interviewer by name"),
        five_step("address the interviewer by name"),
        upwork("the interviewer's name, or their title"),
    ],
    evidence: &[],
    parameters: &[],
};

/// Nothing in it is specific.
pub static DRAFT_NO_SPECIFIC_REFERENCE: Rule = Rule {
    id: "draft.no_specific_reference",
    question: "Does the draft name something from this interview?",
    decision: "At least one sentence names a topic of the conversation or what appeals to you.",
    why: "All four guides ask for it, and it is the first thing that hurried drafts lack.",
    guides: &[
        one_week("a topic from the interview"),
        five_step("something specific from the conversation"),
        upwork("something specific about the interview"),
        best_practices("specific aspects of the conversation"),
    ],
    evidence: &[],
    parameters: &[],
};

/// It thanks nobody.
pub static DRAFT_NO_THANKS: Rule = Rule {
    id: "draft.no_thanks",
    question: "Does the draft say thank you?",
    decision: "A follow-up says thank you at least once.",
    why: "All four guides put thanks into every letter after an interview.",
    guides: &[
        one_week("appreciation for their time"),
        five_step("thanks for time and opportunity"),
        upwork("repeat your gratitude"),
        best_practices("start with thanks"),
    ],
    evidence: &[],
    parameters: &[],
};

/// The thank-you asks about the status.
pub static DRAFT_STATUS_QUESTION_IN_THANK_YOU: Rule = Rule {
    id: "draft.status_question_in_thank_you",
    question: "Does the thank-you ask about the decision?",
    decision: "A thank-you asks nothing about the status.",
    why: "With a question in it, the thanks become the wrapping of a reminder.",
    guides: &[
        one_week("thanks and question are days apart"),
        five_step("thanks first, the check-in later"),
        upwork("the follow-up comes days after the thanks"),
        best_practices("thanks first; ask after their time is up"),
    ],
    evidence: &[],
    parameters: &[],
};

/// It asks several questions.
pub static DRAFT_SEVERAL_QUESTIONS: Rule = Rule {
    id: "draft.several_questions",
    question: "Does the draft ask more than one question?",
    decision: "A status question asks one thing.",
    why: "Several questions make the answer work, and work is put off.",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[count("at_most", p::STATUS_QUESTION_QUESTIONS, Unit::Questions)],
};

/// It asks nothing.
pub static DRAFT_NO_QUESTION: Rule = Rule {
    id: "draft.no_question",
    question: "Does the check-in ask anything?",
    decision: "A check-in asks a clear question about the status.",
    why: "Without a question it needs no answer and gets none.",
    guides: &[five_step("asks for any update"), upwork("asks for any update")],
    evidence: &[],
    parameters: &[],
};

/// It sounds desperate.
pub static DRAFT_DESPERATE: Rule = Rule {
    id: "draft.desperate",
    question: "Does the draft plead?",
    decision: "It says what you would bring, not how badly you need it.",
    why: "Two guides warn of it, one of them before all else: it makes a strong candidate look weak.",
    guides: &[
        upwork("don't sound desperate"),
        best_practices("steer clear of sounding desperate"),
    ],
    evidence: &[],
    parameters: &[],
};

/// It sounds frustrated.
pub static DRAFT_FRUSTRATED: Rule = Rule {
    id: "draft.frustrated",
    question: "Does the draft complain about the wait?",
    decision: "It leaves out how long you have waited and what you expected.",
    why: "Two guides warn of it: a reproach turns a late answer into none.",
    guides: &[
        five_step("don't express frustration"),
        upwork("don't sound frustrated"),
    ],
    evidence: &[],
    parameters: &[],
};

/// It presses.
pub static DRAFT_PRESSING: Rule = Rule {
    id: "draft.pressing",
    question: "Does the draft press for an answer?",
    decision: "It sets no deadline of its own and demands no answer.",
    why: "Three guides warn of it. Nobody likes to be pushed, and an answer that is forced early is a no.",
    guides: &[
        one_week("persistent without aggression"),
        upwork("never press for an immediate answer"),
        best_practices("not overly aggressive"),
    ],
    evidence: &[],
    parameters: &[],
};

/// It is about you.
pub static DRAFT_SELF_CENTRED: Rule = Rule {
    id: "draft.self_centred",
    question: "Does the draft speak of your needs before their gain?",
    decision: "What they gain comes before what you need.",
    why: "One guide names it as a common mistake; it is the easiest one to mend.",
    guides: &[best_practices("stress the value you bring, not what you want")],
    evidence: &[],
    parameters: &[],
};

/// It is too casual.
pub static DRAFT_TOO_CASUAL: Rule = Rule {
    id: "draft.too_casual",
    question: "Is the draft too casual?",
    decision: "It greets and closes properly and leaves out slang and emoji.",
    why: "Two guides warn of it; a friendly tone needs neither.",
    guides: &[
        one_week("avoid overly casual language"),
        best_practices("not too casual"),
    ],
    evidence: &[],
    parameters: &[],
};

/// It is too stiff.
pub static DRAFT_TOO_STIFF: Rule = Rule {
    id: "draft.too_stiff",
    question: "Is the draft too stiff?",
    decision: "It uses the words you would use across a table.",
    why: "One guide warns of too much formality as well as too little.",
    guides: &[best_practices("not overly formal")],
    evidence: &[],
    parameters: &[],
};

/// It is too long.
pub static DRAFT_TOO_LONG: Rule = Rule {
    id: "draft.too_long",
    question: "Is the draft too long?",
    decision: "It keeps within the length for its purpose and channel.",
    why: "All guides ask for brevity, and long letters are answered less.",
    guides: &[
        one_week("concise"),
        five_step("concise"),
        upwork("concise and to the point"),
        best_practices("concise"),
    ],
    evidence: &[&sources::BOOMERANG_2016, &sources::LINKEDIN_2022],
    parameters: &[],
};

/// It is too short.
pub static DRAFT_TOO_SHORT: Rule = Rule {
    id: "draft.too_short",
    question: "Is the draft too short?",
    decision: "It is long enough to name the interview and something specific in it.",
    why: "In a vendor's count very short letters were answered less, and one guide wants the check-in \
        detailed.",
    guides: &[upwork("the follow-up is more detailed than the thanks")],
    evidence: &[&sources::BOOMERANG_2016],
    parameters: &[],
};

/// The subject is missing.
pub static DRAFT_SUBJECT_MISSING: Rule = Rule {
    id: "draft.subject_missing",
    question: "Does the e-mail have a subject?",
    decision: "An e-mail has a subject.",
    why: "Without one it looks like a mistake or like spam.",
    guides: &[
        one_week("its samples have one"),
        five_step("its sample has one"),
        upwork("the first element of a follow-up"),
    ],
    evidence: &[],
    parameters: &[],
};

/// The subject is too long.
pub static DRAFT_SUBJECT_TOO_LONG: Rule = Rule {
    id: "draft.subject_too_long",
    question: "Is the subject too long?",
    decision: "It has at most nine words.",
    why: "A list of mail shows the first few words, and the rest is cut off.",
    guides: &[upwork("as short and clear as possible")],
    evidence: &[],
    parameters: &[count("at_most", p::SUBJECT_AT_MOST_WORDS, Unit::Words)],
};

/// The subject says nothing.
pub static DRAFT_SUBJECT_VAGUE: Rule = Rule {
    id: "draft.subject_vague",
    question: "Does the subject say who writes and about what?",
    decision: "It names you and the position.",
    why: "Whoever hires for several places sorts by these two.",
    guides: &[upwork("your name, and that it follows an interview")],
    evidence: &[],
    parameters: &[],
};

/// The contact details are missing.
pub static DRAFT_CONTACT_DETAILS_MISSING: Rule = Rule {
    id: "draft.contact_details_missing",
    question: "Can they reach you without searching?",
    decision: "A check-in closes with your full name and a way to reach you.",
    why: "Whoever wants to call should not have to look for your application.",
    guides: &[
        one_week("full name and contact details"),
        upwork("for a call, your number"),
    ],
    evidence: &[],
    parameters: &[],
};

/// Contact details where a marketplace forbids them.
pub static DRAFT_CONTACT_DETAILS_FORBIDDEN: Rule = Rule {
    id: "draft.contact_details_forbidden",
    question: "Does a marketplace message hold contact details?",
    decision: "Before the contract it holds no e-mail address, phone number or link.",
    why: "The marketplace forbids it and can close the account.",
    guides: &[upwork("no personal contact details before a contract")],
    evidence: &[],
    parameters: &[],
};

/// A blank was left.
pub static DRAFT_UNFILLED_BLANK: Rule = Rule {
    id: "draft.unfilled_blank",
    question: "Is a blank of the template left in the draft?",
    decision: "No bracketed blank or placeholder is left.",
    why: "One bracket shows that the rest was copied, too.",
    guides: &[best_practices("make each message its own")],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// It names another position.
pub static DRAFT_WRONG_POSITION: Rule = Rule {
    id: "draft.wrong_position",
    question: "Is the position the one you interviewed for?",
    decision: "The position in the draft is the one in the facts.",
    why: "Candidates write many letters, and this is the slip that readers forgive least.",
    guides: &[upwork("be specific about position and title")],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// It names another company.
pub static DRAFT_WRONG_COMPANY: Rule = Rule {
    id: "draft.wrong_company",
    question: "Is the company the one you interviewed with?",
    decision: "The company in the draft is the one in the facts.",
    why: "A competitor's name ends the reading.",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// It names another date.
pub static DRAFT_WRONG_DATE: Rule = Rule {
    id: "draft.wrong_date",
    question: "Is the date that of the interview?",
    decision: "The date in the draft is that of the interview, or one they gave.",
    why: "The date is there so that they find their notes; a wrong one finds somebody else's.",
    guides: &[
        one_week("refer to the interview date"),
        five_step("name the date"),
        upwork("be specific about the date"),
    ],
    evidence: &[],
    parameters: &[],
};

/// It names somebody else.
pub static DRAFT_WRONG_NAME: Rule = Rule {
    id: "draft.wrong_name",
    question: "Is the reader's name right?",
    decision: "The name in the greeting is one of the people in the facts.",
    why: "A wrong name undoes everything that the letter says about attention.",
    guides: &[
        one_week("address the interviewer by name"),
        five_step("address the interviewer by name"),
    ],
    evidence: &[],
    parameters: &[],
};

/// It is too early to send it.
pub static DRAFT_SENT_TOO_EARLY: Rule = Rule {
    id: "draft.sent_too_early",
    question: "Is it time to send this draft?",
    decision: "It is sent once its step in the plan has opened.",
    why: "A good question at the wrong time is a bad one; the plan says when and why.",
    guides: &[
        one_week("too early may look impatient"),
        upwork("sooner, and it is easily lost"),
        best_practices("too early can look pushy"),
    ],
    evidence: &[],
    parameters: &[],
};
