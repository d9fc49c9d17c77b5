#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Random queries and parameters against a real server: only 200 or 400, valid JSON, each within 2 s, memory bounded.

    random_queries.py [--queries 5000] [--seed N] [--index DIR]     the seed is printed and repeats the run
"""
import argparse
import json
import pathlib
import random
import sys
import time
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import programs

WORDS = ["harbour", "ferry", "the", "US", "U.S.", "self-defence", "10,000", "café", "Müller", "日本語", "a", "zzz", "it's", "o'brien",
         "Porthaven", "strike", "\u202eabc", "e\u0301", "naïve", "😀", "1e999", "0", "nan"]
# Every form of words that is answered.
FORMS = ["ferr*", "har*our", "f?rry", "?erry", "self-def*", "mar?ret", "the*", "harbuor~", "ferry~1", "strike~2", "x~1", "halibut?", "=harbour",
         "=\"coal quay\"", "\"ferr* quay\"", "\"m?ra quil*\"", "\"the harb* au?hority\"", "\"the harbour\"~5", "\"harbour strike\" ~7",
         "harbour NEAR/5 strike", "ferry ADJ quay", "ferr* w/3 (strike OR \"coal quay\")", "the SAME a", "harbour NEAR/50 the NEAR/50 a",
         "(harbour NEAR/3 ferry) SAME strike", "(\"coal quay\" OR harb* OR US) NEAR/9 (the OR of OR @place)", "(the OR a) SAME (of OR \"in the\"~3)",
         "US NEAR/5 (trade OR us)", "strike NEAR/10 @person", "@org", "@person", "-@person", "@place NEAR @person", "(@org OR harbour) SAME ferry",
         "atleast3:ferry", "atleast2:(the OR a)", "atleast255:the", "atleast2:\"harbour authority\"", "atleast2:@place", "atleast4:th*",
         "said:moon", "said:the", "-said:of", "said:\"Mara Quill\" (ship OR sea)", "said:\"Helena Marsh\" cens*", "said:(\"a small\" -the)",
         "said:=\"Bram Oster\" machine", "said:(a NEAR/9 @place)", "said:(US OR \"the u*\")", "headline:(ferr* NEAR/3 quay)",
         "headline:US", "body:who", "lead:(ferry OR \"the harbour\")", "in:furniture subscri*", "caption:the", "(ferry | quay) -(strike vote)"]
# Every form that is refused by name.
REFUSED = ["s*", "*", "日本*", "\"a b\"~51", "atleast0:x", "ferry NEAR/5 -quay", "ferry NEAR source:x", "said:(-moon)", "said:(moon source:x)", "said:",
           "NEAR/5 ferry", "AND", "x~3", "NEAR/0", "ferry NEAR/51 quay", "date:2019..2018", "source:(a OR b)", "colour:red", "has:wings", "words:many"]
FIELDS = ["headline", "title", "lead", "body", "caption", "in", "person", "org", "place", "entity", "source", "site", "author",
          "byline", "section", "agency", "lang", "tag", "date", "since", "after", "until", "before", "added", "updated",
          "certainty", "has", "lacks", "id", "words", "copies", "story", "event", "quality", "said", "colour"]
VALUES = ["furniture", "2019", "2019-06", "2019-06-19", "2019..", "..2019", "2019..2018", "..", "7d", "today", "stated", "none", "author",
          "x", "", "\"two words\"", "(a OR b)", "bbc.co.uk", "9999-12-31", "0001", "99999999999999999999", "=\"x\""]
# What a field takes.
DATES = ["2019", "2019-06", "2019-06-19", "2019..", "..2019", "2014..2019-03", "7d", "today", "lastyear", "9999-12-31", "0001"]
NAMES = ["\"Mara Quill\"", "\"Bram Oster\"", "quarne", "=\"Orla Venn\"", "KCNA", "\"United States\"", "x"]
TAKEN = {
    **dict.fromkeys(["headline", "title", "lead", "body", "caption", "said"], ["ferry", "\"the harbour\"", "(ferry OR quay)", "=strike", "harb*", "US"]),
    **dict.fromkeys(["person", "org", "place", "entity"], NAMES), **dict.fromkeys(["date", "added", "updated"], DATES),
    **dict.fromkeys(["since", "after", "until", "before"], ["2014", "2019-06", "2019-06-19"]),
    **dict.fromkeys(["author", "byline", "section", "agency", "tag"], ["x", "\"two words\"", "sport", "日本語"]),
    "source": ["\"Harbour Times\"", "\"Daily Gull\"", "x"], "site": ["bbc.co.uk", "co.uk", "https://harbour.example/a?b=1"], "lang": ["en", "de", "xx"],
    "certainty": ["stated", "inferred", "none"], "has": ["date", "quote", "copies", "event", "person"], "lacks": ["author", "quote", "headline", "event"],
    "id": ["0000000000000000"], "story": ["0000000000000000", "x"], "event": ["x"], "quality": ["altered"], "words": ["500", ">500", "200..800", "..5"],
    "copies": [">1", "2..", "1"],
}
# Every address that takes a search and answers one document; lists are asked for most.
PATHS = ["/api/v1/search"] * 12 + ["/api/v1/timeline", "/api/v1/kwic", "/api/v1/terms", "/api/v1/first", "/api/v1/facets/source",
                                   "/api/v1/entities", "/api/v1/parse", "/api/v1/articles/0000000000000000"]
OWN = {"/api/v1/timeline": {"unit": ["day", "year", "month"] * 4 + ["hour"], "share": ["1"], "count": ["stories"], "q": ["the", "ferr*", "said:the", "("]},
       "/api/v1/kwic": {"order": ["left", "right", "date"] * 4 + ["up"], "width": ["10", "200", "60", "9"]},
       "/api/v1/entities": {"type": ["person", "org,place", "person", "x"], "prefix": ["a"]}}
GLUE = [" ", " AND ", " OR ", " NOT ", " | ", " -", " and ", " NEAR/5 ", " ADJ ", " SAME ", " ( ", " ) ", "\"", "“", "~2", "*", "?", "\\", ":"]
JOINTS = [" "] * 6 + [" AND ", " OR ", " OR ", " | ", " -", " NOT "]
PARAMETERS = {
    "sort": ["relevance", "newest", "oldest", "added", "copies"], "limit": ["1", "20", "100"], "offset": ["0", "5", "10000"],
    "from": ["2014", "2015-05"], "to": ["2016", "2024-12-31"], "facets": ["source", "person,org,place,year,month,certainty"],
    "histogram": ["auto", "year", "month", "week", "day", "none"], "undated": ["include", "exclude", "only"], "certainty": ["stated", "none"],
    "fold": ["story", "none"], "source": ["Harbour Times", "x"], "-source": ["x"], "lang": ["en", "de"], "highlight": ["html", "none", "segments"],
    "strict": ["0"], "explain": ["0", "1"], "facet_limit": ["1", "100"],
}
WRONG = {"sort": ["fastest"], "limit": ["201", "-1", "x"], "offset": ["10001"], "from": ["2019-02-30", "x", "2025"], "to": ["0000"], "facets": ["colour"],
         "histogram": ["hour"], "undated": ["maybe"], "certainty": ["sure"], "highlight": ["bold"], "strict": ["1", "2"], "cursor": ["x", "AAAA"],
         "colour": ["red"], "facet_limit": ["0"]}


def noise(rng):
    """Any characters, beyond the limits, or forms and glue in any order: most of it is refused."""
    kind = rng.random()
    if kind < 0.3:
        return "".join(chr(rng.choice([rng.randrange(32, 127), rng.randrange(160, 0x3000), rng.randrange(0x1F300, 0x1F700)]))
                       for _ in range(rng.randrange(60)))
    if kind < 0.4:
        return rng.choice(["(" * 40 + "a", "a " * 70, "w1* " * 9, "con* " * 8, "the~2 " * 8, "\"pro* the*\" " * 4, "a NEAR/50 " * 63 + "a",
                           "the NEAR/50 " * 20 + "a", "(a OR the) SAME " * 15 + "of", "\"" + "a " * 40 + "\"", "x" * 2100, "a" * 1999, "-" * 50, "NOT " * 30 + "a",
                           "said:(" + "the " * 60 + ")", "said:(a -" + "(b -" * 29 + "c" + ")" * 30, "atleast9:@person " * 30])
    parts = []
    for _ in range(rng.randrange(1, 9)):
        what = rng.random()
        if what < 0.3:
            parts.append(rng.choice(WORDS))
        elif what < 0.5:
            parts.append(rng.choice(FORMS + REFUSED))
        elif what < 0.7:
            parts.append(f"{rng.choice(FIELDS)}:{rng.choice(VALUES + WORDS)}")
        elif what < 0.8:
            parts.append("\"" + " ".join(rng.choices(WORDS, k=rng.randrange(1, 5))) + "\"")
        else:
            parts.append(rng.choice(GLUE))
        parts.append(rng.choice(GLUE[:7]) if rng.random() < 0.5 else " ")
    return "".join(parts)


def clause(rng, deep):
    what = rng.random()
    if what < 0.25:
        return rng.choice(WORDS)
    if what < 0.6:
        return rng.choice(FORMS)
    if what < 0.75:
        field = rng.choice(list(TAKEN))
        return f"{field}:{rng.choice(TAKEN[field])}"
    if what < 0.85 or deep == 0:
        return "\"" + " ".join(rng.choices(WORDS, k=rng.randrange(1, 5))) + "\""
    return "(" + clauses(rng, deep - 1) + ")"


def clauses(rng, deep):
    text = clause(rng, deep)
    for _ in range(rng.randrange(4)):
        text += rng.choice(JOINTS) + clause(rng, deep)
    return text


def query(rng):
    """One that is answered, mostly."""
    return noise(rng) if rng.random() < 0.15 else clauses(rng, 2)


def parameters(rng):
    pairs = [(name, rng.choice(PARAMETERS[name])) for name in rng.sample(list(PARAMETERS), rng.randrange(4))]
    if rng.random() < 0.06:
        name = rng.choice(list(WRONG))
        pairs.append((name, rng.choice(WRONG[name])))
    return pairs


def resident_kib(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--queries", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--index", help="an index to ask; default: the bundled sample")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    wrong, statuses, slowest = [], {}, 0.0
    with programs.Scratch() as scratch:
        index = options.index or scratch / "index"
        if not options.index:
            programs.run("update", "--index", index, programs.SAMPLE)
        with programs.Serving(index) as server:
            for number in range(options.queries):
                if number == options.queries // 10:
                    before = resident_kib(server.process.pid)  # once warm
                address = rng.choice(PATHS)
                pairs = [("q", query(rng))] + parameters(rng)
                pairs += [(name, rng.choice(values)) for name, values in OWN.get(address, {}).items() if rng.random() < 0.5]
                path = address + "?" + urllib.parse.urlencode(pairs, quote_via=urllib.parse.quote)
                begun = time.monotonic()
                try:
                    status, _, body = server.get(path)
                    json.loads(body)
                except (OSError, ValueError) as error:
                    status, body = repr(error), b""
                took = time.monotonic() - begun
                slowest = max(slowest, took)
                statuses[status] = statuses.get(status, 0) + 1
                allowed = (200, 400, 414, 404) if "/articles/" in path else (200, 400, 414)
                if status not in allowed or (status == 414 and len(path) < 8000) or took > 2:
                    wrong.append((number, pairs, status, f"{took:.2f} s", body[:200]))
                    print("WRONG", *wrong[-1])
            grown = resident_kib(server.process.pid) - before
    if grown > 64 << 10:
        wrong.append(f"memory grew by {grown} KiB")
        print("WRONG", wrong[-1])
    answered = statuses.get(200, 0)
    if answered < 0.7 * options.queries:
        wrong.append("less than 70 % are answered: the queries are too wild")
        print("WRONG", wrong[-1])
    print(f"random_queries queries={options.queries} statuses={statuses} slowest={slowest:.3f}s grown={grown}KiB "
          f"wrong={len(wrong)} seed={options.seed}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
