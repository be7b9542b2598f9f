#!/usr/bin/env python3
"""Has other people's tools judge our messages: write-good and alex (npm), proselint and textstat (PyPI).

Usage: judge.py [--binary target/debug/followup] [--print SEED [--purpose P] [--count N]]

Starts the service, asks it for messages of every purpose and form for the candidates in tests/candidates.json, and says
how many issues a message each tool finds (the project's ceiling: 0.3 for all together) and how easily the messages read.
`--print` shows some of them to a person instead; the tools are then not needed. They are installed, pinned, into a folder of
the user's cache; nothing of theirs is part of the program. Grammar is harper's matter: `cargo test --test grammar`.
"""
import argparse, collections, copy, json, os, pathlib, random, re, socket, statistics, subprocess, sys, time
import urllib.error, urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOLS = pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache")) / "followup-words"
NPM = ["write-good@1.0.8", "alex@11.0.1"]
PYPI = ["proselint==0.16.0", "textstat==0.7.4"]
CEILING = 0.3
EASY = 60  # Flesch reading ease: a newspaper's

NODE = """
import { createInterface } from 'node:readline';
import writeGood from 'write-good';
import { text as alex } from 'alex';
const found = [];
for await (const line of createInterface({ input: process.stdin })) {
  const body = JSON.parse(line);
  found.push({
    'write-good': writeGood(body).map((issue) => issue.reason),
    alex: alex(body).messages.map((issue) => issue.reason),
  });
}
console.log(JSON.stringify(found));
"""
PYTHON = """
import json, re, sys
from proselint.checks import __register__
from proselint.registry import CheckRegistry
from proselint.tools import LintFile
import textstat
CheckRegistry().register_many(__register__)
found = []
for line in sys.stdin:
    body = json.loads(line)
    issues = [issue.check_result.message for issue in LintFile(source="message", content=body).lint()]
    # The greeting and the name are no sentences, and facts are not ours to simplify.
    prose = " ".join(paragraph for paragraph in body.split("\\n\\n")[1:-1]) or body
    found.append({"proselint": issues, "ease": textstat.flesch_reading_ease(prose)})
print(json.dumps(found))
"""


def messages(binary):
    """Every purpose in every form for every candidate in every situation, as the service answers."""
    sample = json.loads((ROOT / "tests/candidates.json").read_text())
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = "127.0.0.1:%d" % free.getsockname()[1]
    service = subprocess.Popen([binary, "serve", "--listen", address], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            try:
                urllib.request.urlopen(f"http://{address}/health/ready")
                break
            except OSError:
                time.sleep(0.1)
        for number, candidate in enumerate(sample["candidates"]):
            for place, (situation, patch) in enumerate(sample["situations"].items()):
                facts = copy.deepcopy(candidate)
                for key, value in patch.items():
                    facts[key] = {**facts.get(key, {}), **value} if key == "interview" else value
                facts["reference"] = f"{number}/{place}"
                tone = ["auto", "formal", "neutral", "warm"][(number + place) % 4]
                facts.setdefault("preferences", {})["tone"] = tone
                for purpose in sample["purposes"][situation]:
                    for form in ["email", "linkedin_message", "linkedin_invitation", "platform_message", "call_script",
                                 "voicemail", "left_with_colleague"]:
                        if form != "email" and (number + place) % 4:
                            continue
                        request = urllib.request.Request(
                            f"http://{address}/v1/messages?purpose={purpose}&form={form}", json.dumps(facts).encode(),
                            {"content-type": "application/json"})
                        try:
                            answer = json.load(urllib.request.urlopen(request))
                        except urllib.error.HTTPError as refused:
                            detail = refused.read().decode()
                            if refused.code != 422 or "parameter" not in detail:
                                sys.exit(f"{situation}, {purpose}, {form}: {detail}")
                            continue
                        for message in answer["messages"]:
                            yield {**message, "situation": situation}
    finally:
        service.terminate()
        service.wait()


def tool(command, bodies, folder):
    lines = "\n".join(json.dumps(body) for body in bodies) + "\n"
    done = subprocess.run(command, input=lines, cwd=folder, capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr)
    return json.loads(done.stdout)


def install():
    TOOLS.mkdir(parents=True, exist_ok=True)
    if not (TOOLS / "node_modules/alex").exists():
        subprocess.run(["npm", "install", "--silent", "--no-fund", "--no-audit", "--prefix", str(TOOLS), *NPM], check=True)
    if not (TOOLS / "venv/bin/proselint").exists():
        subprocess.run([sys.executable, "-m", "venv", str(TOOLS / "venv")], check=True)
        subprocess.run([TOOLS / "venv/bin/pip", "install", "--quiet", *PYPI], check=True)
    (TOOLS / "judge.mjs").write_text(NODE)
    (TOOLS / "judge_with.py").write_text(PYTHON)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=str(ROOT / "target/debug/followup"))
    parser.add_argument("--print", dest="seed", type=int)
    parser.add_argument("--purpose")
    parser.add_argument("--form")
    parser.add_argument("--count", type=int, default=20)
    arguments = parser.parse_args()
    written = list(messages(arguments.binary))
    if arguments.seed is not None:
        wanted = [message for message in written
                  if arguments.purpose in (None, message["purpose"]) and arguments.form in (None, message["form"])]
        for message in random.Random(arguments.seed).sample(wanted, min(arguments.count, len(wanted))):
            print(f"=== {message['situation']}: {message['purpose']}, {message['form']}, {message['tone']}, "
                  f"{message['locale']}, {message['word_count']} words\n{message['subject'] or ''}\n\n{message['body']}\n")
        return
    install()
    # A blank is for the candidate to fill in, and a number is no prose.
    bodies = [re.sub(r"\[your answer[^]]*]", "My answer is yes.", re.sub(r"\+[0-9 ]*[0-9]", "my number", message["body"]))
              for message in written]
    judged = [dict(node, **python) for node, python in zip(
        tool(["node", "judge.mjs"], bodies, TOOLS), tool(["venv/bin/python", "judge_with.py"], bodies, TOOLS))]
    total = 0
    print(f"{len(written)} messages")
    for name in ["write-good", "alex", "proselint"]:
        issues = collections.Counter(issue for message in judged for issue in message[name])
        total += sum(issues.values())
        print(f"{name}: {sum(issues.values()) / len(written):.3f} a message")
        for issue, count in issues.most_common(12):
            print(f"    {count:4} {issue}")
    letters = [(found["ease"], message) for found, message in zip(judged, written)
               if message["form"] in ("email", "platform_message")]
    ease = sorted(value for value, _ in letters)
    print(f"together: {total / len(written):.3f} a message (at most {CEILING})")
    print(f"Flesch reading ease of letters: median {statistics.median(ease):.0f}, tenth lowest of a hundred "
          f"{ease[len(ease) // 10]:.0f} (a newspaper: {EASY})")
    by_purpose = collections.defaultdict(list)
    for value, message in letters:
        by_purpose[message["purpose"]].append(value)
    print("    " + ", ".join(f"{name} {statistics.median(values):.0f}" for name, values in by_purpose.items()))
    sys.exit(total / len(written) > CEILING or statistics.median(ease) < EASY)


if __name__ == "__main__":
    main()
