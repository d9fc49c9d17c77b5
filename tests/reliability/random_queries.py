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
# Every form of words: each must be answered or refused by name.
FORMS = ["ferr*", "har*our", "f?rry", "?erry", "con*", "the*", "s*", "*", "self-def*", "日本*", "harbuor~", "ferry~1", "strike~2", "a~2", "x~3",
         "=harbour", "=\"coal quay\"", "\"ferr* quay\"", "\"m?ra quil*\"", "\"the harbour\"~5", "\"harbour strike\" ~7", "\"a b\"~51",
         "harbour NEAR/5 strike", "ferry ADJ quay", "ferr* w/3 (strike OR \"coal quay\")", "the SAME a", "harbour NEAR/50 the NEAR/50 a",
         "(harbour NEAR/3 ferry) SAME strike", "strike NEAR/10 @person", "@org", "@place NEAR @person", "atleast3:ferry", "atleast2:(the OR a)",
         "atleast255:the", "atleast2:\"harbour authority\"", "atleast0:x", "said:moon", "said:\"Mara Quill\" (ship OR sea)",
         "headline:(ferr* NEAR/3 quay)", "in:furniture subscri*", "ferry NEAR/5 -quay", "ferry NEAR source:x"]
FIELDS = ["headline", "title", "lead", "body", "caption", "in", "person", "org", "place", "entity", "source", "site", "author",
          "byline", "section", "agency", "lang", "tag", "date", "since", "after", "until", "before", "added", "updated",
          "certainty", "has", "lacks", "id", "words", "copies", "story", "event", "quality", "said", "colour"]
VALUES = ["furniture", "2019", "2019-06", "2019-06-19", "2019..", "..2019", "2019..2018", "..", "7d", "today", "stated", "none", "author",
          "x", "", "\"two words\"", "(a OR b)", "bbc.co.uk", "9999-12-31", "0001", "99999999999999999999", "=\"x\""]
# Every address that takes a search and answers one document; lists are asked for most.
PATHS = ["/api/v1/search"] * 12 + ["/api/v1/timeline", "/api/v1/kwic", "/api/v1/terms", "/api/v1/first", "/api/v1/facets/source",
                                   "/api/v1/entities", "/api/v1/parse", "/api/v1/articles/0000000000000000"]
OWN = {"/api/v1/timeline": {"unit": ["day", "year", "hour"], "share": ["1"], "count": ["stories"], "q": ["the", "ferr*", "("]},
       "/api/v1/kwic": {"order": ["left", "right", "up"], "width": ["10", "200", "9"]}, "/api/v1/entities": {"type": ["person", "x"], "prefix": ["a"]}}
GLUE = [" ", " AND ", " OR ", " NOT ", " | ", " -", " and ", " NEAR/5 ", " ADJ ", " SAME ", " ( ", " ) ", "\"", "“", "~2", "*", "?", "\\", ":"]
PARAMETERS = {
    "sort": ["relevance", "newest", "oldest", "added", "copies", "fastest"], "limit": ["0", "1", "20", "200", "201", "-1", "x"],
    "offset": ["0", "5", "10000", "10001"], "from": ["2014", "2019-05", "2019-02-30", "x"], "to": ["2016", "2024-12-31", "0000"],
    "facets": ["source", "person,org,place,year,month,certainty", "colour", ""], "histogram": ["auto", "year", "month", "week", "day", "none", "hour"],
    "undated": ["include", "exclude", "only", "maybe"], "certainty": ["stated", "none", "sure"], "fold": ["story", "none"],
    "source": ["Harbour Times", "x"], "-source": ["x"], "lang": ["en", "de"], "highlight": ["html", "none", "segments", "bold"],
    "strict": ["0", "1", "2"], "explain": ["0", "1"], "cursor": ["x", "AAAA"], "colour": ["red"], "facet_limit": ["1", "100", "0"],
}


def query(rng):
    kind = rng.random()
    if kind < 0.1:
        return "".join(chr(rng.choice([rng.randrange(32, 127), rng.randrange(160, 0x3000), rng.randrange(0x1F300, 0x1F700)]))
                       for _ in range(rng.randrange(60)))
    if kind < 0.13:
        return rng.choice(["(" * 40 + "a", "a " * 70, "w1* " * 9, "con* " * 8, "the~2 " * 8, "\"pro* the*\" " * 4, "a NEAR/50 " * 63 + "a",
                           "the NEAR/50 " * 20 + "a", "(a OR the) SAME " * 15 + "of", "\"" + "a " * 40 + "\"", "x" * 2100, "a" * 1999, "-" * 50, "NOT " * 30 + "a"])
    parts = []
    for _ in range(rng.randrange(1, 9)):
        what = rng.random()
        if what < 0.3:
            parts.append(rng.choice(WORDS))
        elif what < 0.5:
            parts.append(rng.choice(FORMS))
        elif what < 0.7:
            parts.append(f"{rng.choice(FIELDS)}:{rng.choice(VALUES + WORDS)}")
        elif what < 0.8:
            parts.append("\"" + " ".join(rng.choices(WORDS, k=rng.randrange(1, 5))) + "\"")
        else:
            parts.append(rng.choice(GLUE))
        parts.append(rng.choice(GLUE[:7]) if rng.random() < 0.5 else " ")
    return "".join(parts)


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
                pairs = [("q", query(rng))] + [(name, rng.choice(PARAMETERS[name])) for name in rng.sample(list(PARAMETERS), rng.randrange(4))]
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
    print(f"random_queries queries={options.queries} statuses={statuses} slowest={slowest:.3f}s grown={grown}KiB "
          f"wrong={len(wrong)} seed={options.seed}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
