//! What a message holds, how long it is, and how it sounds.

use crate::guidance::parameters as p;
use crate::guidance::rule::{Rule, Unit, best_practices, count, five_step, one_week, span, upwork};
use crate::guidance::sources;

/// Short enough to be read between two meetings.
pub static MESSAGE_LENGTH: Rule = Rule {
    id: "message.length",
    question: "How long is a message?",
    decision: "A thank-you 50 to 110 words, a check-in 60 to 125, a second one 40 to 100, a reply or \
        withdrawal 30 to 90, greeting and sign-off included.",
    why: "The guides say brief and concise, and that the check-in is more detailed than the thank-you. The \
        figures follow a vendor's count in which 50 to 125 words were answered most.",
    guides: &[
        one_week("concise"),
        five_step("concise"),
        upwork("brief thanks, a more detailed follow-up"),
        best_practices("concise"),
    ],
    evidence: &[&sources::BOOMERANG_2016],
    parameters: &[
        count("thank_you_from", p::THANK_YOU_AT_LEAST_WORDS, Unit::Words),
        count("thank_you_to", p::THANK_YOU_AT_MOST_WORDS, Unit::Words),
        count("check_in_from", p::CHECK_IN_AT_LEAST_WORDS, Unit::Words),
        count("check_in_to", p::CHECK_IN_AT_MOST_WORDS, Unit::Words),
        count(
            "second_check_in_from",
            p::SECOND_CHECK_IN_AT_LEAST_WORDS,
            Unit::Words,
        ),
        count(
            "second_check_in_to",
            p::SECOND_CHECK_IN_AT_MOST_WORDS,
            Unit::Words,
        ),
        count("reply_from", p::REPLY_AT_LEAST_WORDS, Unit::Words),
        count("reply_to", p::REPLY_AT_MOST_WORDS, Unit::Words),
    ],
};

/// A short subject with name and position.
pub static MESSAGE_SUBJECT: Rule = Rule {
    id: "message.subject",
    question: "What stands in the subject?",
    decision: "Your name and the position, in at most nine words; what is too long for it is left out \
        before anything is cut.",
    why: "Whoever reads it sorts by these two. One guide asks for a short subject with your name, and all \
        samples name the position.",
    guides: &[
        one_week("sample: follow-up, with the position"),
        five_step("sample: follow-up, with the position"),
        upwork("short, clear, with your name and the purpose"),
    ],
    evidence: &[],
    parameters: &[count("at_most", p::SUBJECT_AT_MOST_WORDS, Unit::Words)],
};

/// One clear question.
pub static MESSAGE_ONE_QUESTION: Rule = Rule {
    id: "message.one_question",
    question: "How many questions does a status question ask?",
    decision: "Exactly one, answerable in one line.",
    why: "Each further question makes the answer more work, and work is put off.",
    guides: &[
        five_step("asks for any update"),
        upwork("asks for any update; the second time, whether it is filled and by when"),
    ],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[count("exactly", p::STATUS_QUESTION_QUESTIONS, Unit::Questions)],
};

/// Thanks and notes ask nothing.
pub static MESSAGE_NO_QUESTION: Rule = Rule {
    id: "message.no_question",
    question: "May a thank-you or a LinkedIn note ask about the status?",
    decision: "No. Neither asks when or how they will decide.",
    why: "A thank-you with a question is a question. The guides keep the two apart by days.",
    guides: &[
        one_week("thanks on day 1 or 2, the question around day 7"),
        five_step("thanks first, the check-in later"),
        upwork("a brief thank-you, days later the follow-up"),
        best_practices("thanks first; ask after their time is up"),
    ],
    evidence: &[],
    parameters: &[],
};

/// Something specific to this interview.
pub static MESSAGE_SPECIFIC: Rule = Rule {
    id: "message.specific",
    question: "What makes a message yours?",
    decision: "It names something that was talked about, and says how a strength of yours fits.",
    why: "All four guides ask for it. It is what a reader remembers, and what no template can fake.",
    guides: &[
        one_week("a topic or project from the interview"),
        five_step("something specific from the conversation"),
        upwork("something specific about the interview"),
        best_practices("specific aspects, an example or two"),
    ],
    evidence: &[],
    parameters: &[],
};

/// Warm, without desperation or frustration.
pub static MESSAGE_TONE: Rule = Rule {
    id: "message.tone",
    question: "How does a message sound?",
    decision: "Warm and polite, neither pressing nor frustrated nor begging, not too casual and not too \
        stiff; what they gain comes before what you need.",
    why: "The guides agree on the faults to avoid. How formal is right depends on the house.",
    guides: &[
        one_week("respectful, friendly, not too casual"),
        five_step("enthusiastic without persistence, no frustration"),
        upwork("positive; neither frustrated nor desperate"),
        best_practices("not desperate, not about what you want, friendly and polished"),
    ],
    evidence: &[],
    parameters: &[],
};

/// A voicemail of half a minute.
pub static MESSAGE_SPOKEN_LENGTH: Rule = Rule {
    id: "message.spoken_length",
    question: "How long is a voicemail?",
    decision: "At most thirty seconds, at 150 words a minute.",
    why: "One guide asks for a brief call without monologue. Half a minute holds the name, the position, \
        the question and the number.",
    guides: &[
        one_week("a concise script"),
        upwork("simple and brief, no monologue"),
    ],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[
        span("voicemail_at_most", p::VOICEMAIL_AT_MOST_SECONDS, Unit::Seconds),
        count("pace", p::SPEECH_WORDS_PER_MINUTE, Unit::WordsPerMinute),
    ],
};

/// No contact details on a marketplace.
pub static MESSAGE_NO_CONTACT_DETAILS: Rule = Rule {
    id: "message.no_contact_details",
    question: "May a message on a marketplace give your address or number?",
    decision: "Not before the contract: no e-mail address, phone number or link.",
    why: "Upwork forbids it in as many words, and an account can be closed for it.",
    guides: &[upwork("no e-mail, phone or LinkedIn profile before a contract")],
    evidence: &[],
    parameters: &[],
};

/// LinkedIn messages are shorter still.
pub static MESSAGE_LINKEDIN_LENGTH: Rule = Rule {
    id: "message.linkedin_length",
    question: "How long is a LinkedIn message?",
    decision: "At most 60 words, and an invitation at most 300 characters.",
    why: "The guides say brief. In the network's own count messages under 400 characters were answered \
        most, and an invitation may not be longer than 300.",
    guides: &[one_week("brief"), best_practices("succinct")],
    evidence: &[&sources::LINKEDIN_2022],
    parameters: &[
        count("at_most", p::LINKEDIN_AT_MOST_WORDS, Unit::Words),
        count(
            "invitation_at_most",
            p::LINKEDIN_INVITATION_AT_MOST_CHARACTERS,
            Unit::Characters,
        ),
    ],
};

/// No two candidates send the same letter.
pub static MESSAGE_VARIED: Rule = Rule {
    id: "message.varied",
    question: "Do all candidates get the same words?",
    decision: "No. Each part has several phrasings; the same facts always give the same letter, other facts \
        seldom do.",
    why: "A hiring manager who reads one letter twice believes neither.",
    guides: &[best_practices("make each message its own")],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// Only what the facts say.
pub static MESSAGE_NOTHING_INVENTED: Rule = Rule {
    id: "message.nothing_invented",
    question: "What if a fact is missing?",
    decision: "Its sentence is left out where the letter reads well without it; else a bracketed blank \
        stays and the message is not ready.",
    why: "A letter that claims what was never said is found out at the next interview.",
    guides: &[],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// Career stage and industry shift the stress.
pub static MESSAGE_CAREER_AND_INDUSTRY: Rule = Rule {
    id: "message.career_and_industry",
    question: "What do career stage and industry change?",
    decision: "A graduate stresses learning and a veteran the record; finance and the public sector are \
        formal, creative work warm.",
    why: "One guide offers such versions at its end and gives none; the stresses are ours.",
    guides: &[five_step("suggests versions by industry and career stage")],
    evidence: &[&sources::SERVICE_CONVENTION],
    parameters: &[],
};

/// What a thank-you holds.
pub static MESSAGE_THANK_YOU_PARTS: Rule = Rule {
    id: "message.thank_you_parts",
    question: "What belongs in a thank-you?",
    decision: "A greeting by name, thanks, something specific, your interest, how a strength fits, and a \
        short close.",
    why: "The four guides' lists agree but for order.",
    guides: &[
        one_week("appreciation, interest, how your skills fit"),
        five_step("greeting, thanks, something specific, interest, brief close"),
        upwork("brief, with something specific"),
        best_practices("thanks, specifics, interest, skills, an open end"),
    ],
    evidence: &[],
    parameters: &[],
};

/// What a check-in holds.
pub static MESSAGE_CHECK_IN_PARTS: Rule = Rule {
    id: "message.check_in_parts",
    question: "What belongs in a check-in?",
    decision: "A subject with name and purpose; thanks, position and date; your interest with a reason; one \
        question; an offer of information; a sign-off with contact details.",
    why: "Whoever answers must know at once who asks about which place. It does not apologise for writing.",
    guides: &[
        one_week("greeting, reminder with date, a key point, offer, full name and contact"),
        five_step("position, date, interest, a question, thanks"),
        upwork("position, title and date, what appeals to you, a question"),
        best_practices("a simple, polite inquiry"),
    ],
    evidence: &[],
    parameters: &[],
};

/// What a second check-in holds.
pub static MESSAGE_SECOND_CHECK_IN_PARTS: Rule = Rule {
    id: "message.second_check_in_parts",
    question: "What belongs in a second check-in?",
    decision: "Position and date, whether the place is filled and, if not, by when they decide, and a fresh \
        reason for your interest; no reproach.",
    why: "One guide has a letter for it. Asked this way the question can be answered even if nothing is \
        decided.",
    guides: &[upwork("is it filled, and if not, is there a date")],
    evidence: &[],
    parameters: &[],
};

/// What a LinkedIn note holds.
pub static MESSAGE_CONNECT_PARTS: Rule = Rule {
    id: "message.connect_parts",
    question: "What belongs in a LinkedIn note?",
    decision: "The interview, your appreciation and your enthusiasm, in a few sentences.",
    why: "One guide lists these three.",
    guides: &[
        one_week("the interview, appreciation, enthusiasm"),
        best_practices("professional and succinct"),
    ],
    evidence: &[],
    parameters: &[],
};

/// What a call or a voicemail holds.
pub static MESSAGE_CALL_PARTS: Rule = Rule {
    id: "message.call_parts",
    question: "What belongs in a call, a voicemail or a message left with a colleague?",
    decision: "Your name, the position, the date, one thing you liked, the question, your number and an \
        invitation to call back; a colleague gets only whom to tell, your name, the position, the date and \
        the number.",
    why: "One guide lists these points and has both forms; another asks for a script.",
    guides: &[
        one_week("interest, the interview, a polite question"),
        upwork("name, position, date, one thing you liked, number, call back"),
    ],
    evidence: &[],
    parameters: &[],
};

/// What a reply to good news holds.
pub static MESSAGE_GOOD_NEWS_PARTS: Rule = Rule {
    id: "message.good_news_parts",
    question: "What belongs in a reply to good news?",
    decision: "Thanks, a yes to the next step, and what they need from you; no negotiation.",
    why: "Terms are talked over once everybody is at the table.",
    guides: &[best_practices("appreciation and interest")],
    evidence: &[&sources::HIRING_CUSTOM],
    parameters: &[],
};

/// What an answer to a rejection holds.
pub static MESSAGE_REJECTION_PARTS: Rule = Rule {
    id: "message.rejection_parts",
    question: "What belongs in an answer to a rejection?",
    decision: "Thanks, grace, a request for feedback and an open door; no argument.",
    why: "Nobody was ever argued into hiring, and many were remembered for the next place.",
    guides: &[
        five_step("professional, door open"),
        best_practices("thanks, feedback, door open"),
    ],
    evidence: &[],
    parameters: &[],
};

/// What a withdrawal holds.
pub static MESSAGE_WITHDRAWAL_PARTS: Rule = Rule {
    id: "message.withdrawal_parts",
    question: "What belongs in a withdrawal?",
    decision: "The decision in the first sentence, thanks and good wishes; no reasons at length.",
    why: "They need to know, not to judge.",
    guides: &[],
    evidence: &[&sources::HIRING_CUSTOM],
    parameters: &[],
};

/// What a word to stay in touch holds.
pub static MESSAGE_STAY_IN_TOUCH_PARTS: Rule = Rule {
    id: "message.stay_in_touch_parts",
    question: "What belongs in a message to stay in touch?",
    decision: "Thanks, your interest in future roles, and good wishes; no application.",
    why: "One guide has a sample with these three.",
    guides: &[five_step("thanks, future roles, good wishes")],
    evidence: &[],
    parameters: &[],
};
