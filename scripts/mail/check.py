#!/usr/bin/env python3
"""Holds the drafts (message/rfc822) of a running service against Python's e-mail package.

    python3 scripts/mail/check.py http://127.0.0.1:8080

Random facts and random wording: every draft must parse without a defect, say the same as the JSON message, and hold nothing
of anybody but sender and recipient. What is random follows from a fixed seed.
"""

import datetime
import email
import email.policy
import json
import random
import sys
import urllib.request

SERVICE = sys.argv[1].rstrip("/")
MESSAGES = 300
PURPOSES = ["thank_you", "check_in", "second_check_in", "withdraw", "stay_in_touch", "reply_to_rejection"]

NAMES = [
    "Sam Okafor", "山田 太郎", "Zoë Müller-Lüdenscheidt", "Анна Каренина", "محمد علي", "שרה לוי", "O'Neill, Shaun",
    "Dr. \"Bob\" <Builder>", "a@b, c@d", "Ng", "Åsa (HR)", "back\\slash", "semi;colon: group", "😀 Smiley", "=?utf-8?Q?x?=",
    "J. R. \"Ray\" Smith, Jr.", "Vị Nguyễn", "ŁUKASZ ŻÓŁĆ", "x" * 120, "é" * 150, "Name " * 30, "[Brackets]", "Tab and <>",
]
WORDS = [
    "word", "café", "naïve", "München", "日本語の文章", "😀🎉", "=3D", "=", "From", "a=b", "…", "“quoted”", ".", "..", "--", "-- ",
    "https://example.com/" + "path/" * 30, "x" * 1200, "é" * 400, "Ещё слово", "100%", "<b>", "&amp;", "\t", "{", "}",
]


def post(path, body, accept):
    headers = {"Content-Type": "application/json", "Accept": accept}
    request = urllib.request.Request(SERVICE + path, json.dumps(body).encode(), headers)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.read(), answer.headers


def person(chance, number):
    return {"name": chance.choice(NAMES).strip(), "email": f"person{number}+tag.{chance.randrange(999)}@example.com"}


def random_text(chance):
    """Lines of words; some begin with a dot, some with From, some are long."""
    lines = []
    for _ in range(chance.randrange(1, 12)):
        line = " ".join(chance.choice(WORDS) for _ in range(chance.randrange(0, 9)))
        lines.append(chance.choice(["", "", ".", "From ", "> ", " "]) + line)
    text = "\n".join(lines).replace("{", "(").replace("}", ")")[:9000]
    return text if text.strip() else "text"


def random_request(chance):
    as_of = f"2026-03-{chance.randrange(4, 28):02}T1{chance.randrange(10)}:05:00{chance.choice(['-08:00', '+00:00', '+05:30'])}"
    facts = {
        "as_of": as_of,
        "candidate": {"name": chance.choice(NAMES).strip(), "email": "dana@example.com"},
        "employer": {"name": chance.choice(["Acme", "Müller & Söhne", "株式会社"])},
        "interview": {
            "ended_at": "2026-03-02T15:00:00-08:00",
            "position": chance.choice(["Backend Engineer", "Ingénieure logiciel", "ソフトウェアエンジニア", "C++ \"lead\", <x>"]),
            "interviewers": [person(chance, 0), {"name": "Secret Other", "email": "secret.other@elsewhere.example"}],
            "topics": ["the payments roadmap", "dashboards for nurses"],
        },
    }
    if chance.random() < 0.1:
        del facts["candidate"]["email"]
    if chance.random() < 0.1:
        del facts["interview"]["interviewers"][0]["email"]
    purpose = chance.choice(PURPOSES)
    body = facts
    if chance.random() < 0.7:
        subject = " ".join(chance.choice(WORDS + NAMES) for _ in range(chance.randrange(1, 7)))
        subject = subject.replace("{", "(").replace("}", ")")[:900]
        body = {"facts": facts, "template": {"subject": subject, "body": "{{ part.greeting }}\n\n" + random_text(chance)}}
    return facts, body, f"/v1/messages?purpose={purpose}&form=email&recipient=0", purpose


def faults(facts, body, path, purpose):
    message = json.loads(post(path, body, "application/json")[0])["messages"][0]
    raw, headers = post(path, body, "message/rfc822")
    if raw != post(path, body, "message/rfc822")[0]:
        yield "the same request gave other bytes"
    if headers["Content-Type"] != "message/rfc822":
        yield f"Content-Type is {headers['Content-Type']}"
    if headers["Content-Disposition"] != f'attachment; filename="{purpose.replace("_", "-")}.eml"':
        yield f"Content-Disposition is {headers['Content-Disposition']}"
    if raw.count(b"\n") != raw.count(b"\r\n") or raw.count(b"\r") != raw.count(b"\r\n"):
        yield "a line does not end in CRLF"
    if max(map(len, raw.split(b"\r\n"))) > 998 or any(byte > 126 for byte in raw):
        yield "a line is too long, or not ASCII"
    draft = email.message_from_bytes(raw, policy=email.policy.SMTP)
    defects = list(draft.defects) + [defect for value in draft.values() for defect in value.defects]
    if defects:
        yield f"defects: {defects}"
    if draft.get_content().replace("\r\n", "\n") != message["body"]:
        yield f"the body is {draft.get_content()!r}, not {message['body']!r}"
    if str(draft["Subject"]) != message["subject"]:
        yield f"the subject is {str(draft['Subject'])!r}, not {message['subject']!r}"
    known = {"From", "To", "Subject", "Date", "Message-ID", "X-Unsent", "MIME-Version", "Content-Type",
             "Content-Transfer-Encoding"}
    if set(draft.keys()) - known or len(set(draft.keys())) != len(draft.keys()):
        yield f"its headers are {draft.keys()}"
    if draft["X-Unsent"] != "1" or draft.get_content_type() != "text/plain" or draft.get_content_charset() != "utf-8":
        yield "X-Unsent or Content-Type"
    if draft["Date"].datetime != datetime.datetime.fromisoformat(facts["as_of"]):
        yield f"Date is {draft['Date']}"
    if draft["Message-ID"] != f"<{message['id']}@followup.invalid>":
        yield f"Message-ID is {draft['Message-ID']}"
    for header, who in [("From", facts["candidate"]), ("To", facts["interview"]["interviewers"][0])]:
        if "email" not in who:
            if header in draft:
                yield f"{header} is there without an address"
            continue
        addresses = draft[header].addresses if header in draft else ()
        # Python before 3.13 puts a space between two encoded words of a name (RFC 2047, 6.2 says none belongs there).
        found = [("".join(one.display_name.split()), one.addr_spec) for one in addresses]
        if found != [("".join(who["name"].split()), who["email"])]:
            yield f"{header} is {draft[header]!r}, not {who}"
    if "ecret" in raw.decode("ascii") or "Secret" in draft.get_content():
        yield "somebody else is named"


def main():
    chance = random.Random(20260302)
    wrong = 0
    for number in range(MESSAGES):
        request = random_request(chance)
        for fault in faults(*request):
            wrong += 1
            print(f"{number} {request[2]}: {fault}")
    print(f"{MESSAGES} drafts were read by Python {sys.version.split()[0]}; {wrong} faults")
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
