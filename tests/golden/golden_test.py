#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Golden cases: what a query must find, as text files anyone can add to (words.cases says how).

tests/golden/*.cases are asked of the bundled sample, tests/golden/seeds/*.cases of the five seeds in ../shared, which
are skipped with a sentence where that folder is absent.
"""
import json
import pathlib
import re
import sys
import unittest
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import programs

HERE = pathlib.Path(__file__).resolve().parent
KEYS = {"name", "query", "params", "total", "stories", "finds", "lacks", "outside", "warning", "error", "marks"}


def read_cases(path):
    """The blocks of a file as dictionaries; a line that can't be read is an error of the test."""
    cases, case = [], {}
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n") + [""], start=1):
        if line.startswith("#"):
            continue
        if not line.strip():
            if case:
                if "name" not in case or "query" not in case or not case.keys() & {"total", "stories", "finds", "lacks", "error", "outside", "warning", "marks"}:
                    raise ValueError(f"{path.name}:{number}: a case needs a name, a query and something that can be false")
                cases.append(case)
            case = {}
            continue
        key, colon, value = line.partition(":")
        if not colon or key not in KEYS or key in case:
            raise ValueError(f"{path.name}:{number}: cannot read {line!r}")
        case[key] = value.strip()
    return cases


def ids_by_place(archive):
    """Place of each article, "json/echo.jsonl:4" or "text/a.txt", to its id: what explain says."""
    explained = programs.run("explain", "--format", "jsonl", archive)
    places = {}
    for line in explained.stdout.splitlines():
        article = json.loads(line)
        path = str(pathlib.Path(article["path"]).relative_to(archive))
        places.setdefault(path, article["id"])
        places[f"{path}:{article['record']}"] = article["id"]
    return places


class Golden(unittest.TestCase):
    maxDiff = None

    def ask(self, server, case):
        """Every article found, over all pages, and the first answer."""
        query = "q=" + urllib.parse.quote(case["query"])
        params = case.get("params", "")
        if "fold=" not in params:
            params += "&fold=none"  # cases speak of articles
        path = f"/api/v1/search?{query}" + ("&" + params.lstrip("&")) + ("" if "limit=" in params else "&limit=200")
        status, first = server.json(path)
        found, answer = [], first
        while status == 200:
            found += [row["id"] for row in answer["results"]]
            if not answer["next"]:
                break
            status, answer = server.json(answer["next"])
        return status, first, found

    def marked(self, server, case, id):
        """The stretches of an article that are marked when it is opened from this search, in reading order."""
        query = "q=" + urllib.parse.quote(case["query"]) + "&furniture=1"
        status, article = server.json(f"/api/v1/articles/{id}?{query}")
        self.assertEqual(status, 200, article)
        segments = [s for zone in article["zones"] for paragraph in zone["paragraphs"] for s in paragraph]
        return [segment["text"] for segment in segments if segment.get("hit")]

    def check(self, server, places, case):
        asked = dict(case, query=re.sub(r"\{([^}]+)\}", lambda place: places[place[1]], case["query"]))
        status, answer, found = self.ask(server, asked)
        if "error" in case:
            self.assertEqual(status, 400, answer)
            self.assertEqual(answer["code"], case["error"])
            return
        self.assertEqual(status, 200, answer)
        where = {id: place for place, id in places.items()}
        if "total" in case:
            self.assertEqual(answer["total"]["articles"], int(case["total"]), [where.get(id, id) for id in found])
            self.assertTrue(answer["total"]["exact"])
        if "stories" in case:
            self.assertEqual(answer["total"]["stories"], int(case["stories"]), [where.get(id, id) for id in found])
        for place in case.get("finds", "").split():
            self.assertIn(place, places, "no such article")
            self.assertIn(places[place], found, f"{place} is not among {[where.get(id, id) for id in found][:12]}")
        for place in case.get("lacks", "").split():
            self.assertIn(place, places, "no such article")
            self.assertNotIn(places[place], found, place)
        for pair in case.get("outside", "").split():
            name, _, count = pair.partition("=")
            self.assertEqual(answer["outside"][name], int(count), f"outside.{name}")
        if "stories" in case:
            self.assertEqual(answer["total"]["stories"], int(case["stories"]), "stories")
        if "marks" in case:
            place, _, marked = case["marks"].partition(" ")
            self.assertIn(places[place], found, place)
            self.assertEqual(self.marked(server, asked, places[place]), [text.strip() for text in marked.split("|")])
        if "warning" in case:
            self.assertIn(case["warning"], [warning["code"] for warning in answer["query"]["warnings"]])

    def run_cases(self, archive, files):
        self.assertTrue(files)
        places = ids_by_place(archive)
        with programs.Scratch() as scratch:
            built = programs.run("update", "--index", scratch / "index", archive)
            self.assertEqual(built.returncode, 0, built.stderr)
            with programs.Serving(scratch / "index") as server:
                for file in files:
                    cases = read_cases(file)
                    self.assertTrue(cases, file.name)
                    for case in cases:
                        with self.subTest(file=file.name, case=case["name"], query=case["query"]):
                            self.check(server, places, case)

    def test_sample(self):
        self.run_cases(programs.SAMPLE, sorted(HERE.glob("*.cases")))

    def test_languages(self):
        self.run_cases(programs.ROOT / "tests/corpus/languages", sorted((HERE / "languages").glob("*.cases")))

    def test_seeds(self):
        seeds = programs.SHARED / "data/seeds"
        if not seeds.is_dir():
            self.skipTest("the five seeds of ../shared/data/seeds are not here")
        self.run_cases(seeds, sorted((HERE / "seeds").glob("*.cases")))


if __name__ == "__main__":
    unittest.main()
