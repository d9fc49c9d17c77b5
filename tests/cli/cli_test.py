#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""dateline-indexer as cron and people use it: exit codes, reports, kills, re-runs."""
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import programs
from programs import Scratch, articles, counts, run

KILL_POINTS = ["segment_written", "segment_renamed", "ledger_written", "manifest_written", "manifest_renamed"]


def write_jsonl(path, first, last, text="the harbour master counted the boats"):
    path.write_text("".join(
        json.dumps({"id": f"a{n}", "title": f"Notice {n}", "body": f"{text} {n} in the morning.",
                    "date": f"2019-{n % 12 + 1:02}-{n % 28 + 1:02}", "source": "Harbour Times"}) + "\n"
        for n in range(first, last)))


class ExitCodes(unittest.TestCase):
    def test_help_and_version_end_with_0(self):
        for argument in ["--help", "--version"]:
            finished = run(argument)
            self.assertEqual(finished.returncode, 0)
            self.assertIn("dateline-indexer", finished.stdout)

    def test_an_unknown_option_a_missing_command_and_no_path_end_with_64(self):
        for arguments in [["update", "--colour"], [], ["polish"], ["update", "--index", "/nonexistent-dateline/x"]]:
            finished = run(*arguments)
            self.assertEqual(finished.returncode, 64, arguments)
            self.assertNotEqual(finished.stderr.strip(), "")

    def test_a_mistyped_command_is_named_with_the_nearest(self):
        self.assertEqual(run("updat", "news").stderr,
                         'dateline-indexer: there is no command "updat"; the nearest is update; '
                         '--help lists commands and options\n')
        self.assertIn("--jobs", run("update", "--jobs", "many", "news").stderr)

    def test_check_and_stats_end_with_65_where_there_is_no_index(self):
        with Scratch() as scratch:
            for command in ["check", "stats"]:
                finished = run(command, "--index", scratch / "none")
                self.assertEqual(finished.returncode, 65, finished.stderr)
                self.assertIn("none", finished.stderr)

    def test_a_path_that_is_not_there_ends_with_66_and_changes_nothing(self):
        with Scratch() as scratch:
            write_jsonl(scratch / "a.jsonl", 0, 5)
            run("update", "--index", scratch / "index", scratch / "a.jsonl")
            before = (scratch / "index/manifest.json").read_bytes()
            finished = run("update", "--index", scratch / "index", scratch / "a.jsonl", scratch / "share")
            self.assertEqual(finished.returncode, 66)
            self.assertIn("share", finished.stderr)
            self.assertEqual((scratch / "index/manifest.json").read_bytes(), before)

    def test_an_unknown_setting_ends_with_78_and_offers_the_nearest(self):
        with Scratch() as scratch:
            (scratch / "x.toml").write_text("[index]\npaht = \"x\"\n")
            for arguments in [["--set", "indexer.job=2"], ["--config", scratch / "x.toml"]]:
                finished = run("update", "--index", scratch / "i", *arguments, programs.SAMPLE)
                self.assertEqual(finished.returncode, 78, finished.stderr)
                self.assertRegex(finished.stderr, "indexer.jobs|index.path")
            self.assertFalse((scratch / "i").exists())

    def test_a_folder_of_other_files_is_never_taken_for_an_index(self):
        with Scratch() as scratch:
            (scratch / "mine").mkdir()
            (scratch / "mine/diary.txt").write_text("dear diary")
            for command in ["update", "rebuild"]:
                finished = run(command, "--index", scratch / "mine", programs.SAMPLE / "json")
                self.assertEqual(finished.returncode, 65, finished.stderr)
            self.assertEqual(os.listdir(scratch / "mine"), ["diary.txt"])

    def test_a_folder_that_cannot_be_made_ends_with_73(self):
        with Scratch() as scratch:
            (scratch / "file").write_text("x")
            finished = run("update", "--index", scratch / "file/index", programs.SAMPLE / "json")
            self.assertEqual(finished.returncode, 73, finished.stderr)

    def test_an_index_of_another_schema_ends_with_78_and_rebuild_replaces_it(self):
        with Scratch() as scratch:
            write_jsonl(scratch / "a.jsonl", 0, 5)
            run("update", "--index", scratch / "index", scratch / "a.jsonl")
            manifest = scratch / "index/manifest.json"
            text = manifest.read_text()
            manifest.write_text(text.replace(f'{{"schema":{json.loads(text)["schema"]},', '{"schema":0,'))
            for command in [["check"], ["update", scratch / "a.jsonl"]]:
                finished = run(command[0], "--index", scratch / "index", *command[1:])
                self.assertEqual(finished.returncode, 78, finished.stderr)
                self.assertIn("rebuild", finished.stderr)
            finished = run("rebuild", "--index", scratch / "index", scratch / "a.jsonl")
            self.assertEqual(finished.returncode, 0, finished.stderr)
            self.assertEqual(run("check", "--index", scratch / "index").returncode, 0)

    def test_a_damaged_manifest_ends_with_65_and_a_missing_segment_file_too(self):
        with Scratch() as scratch:
            write_jsonl(scratch / "a.jsonl", 0, 50)
            run("update", "--index", scratch / "index", scratch / "a.jsonl")
            schema = json.loads((scratch / "index/manifest.json").read_text())["schema"]
            for damage in ["", "not json", f'{{"schema":{schema}}}']:
                shutil.rmtree(scratch / "copy", ignore_errors=True)
                shutil.copytree(scratch / "index", scratch / "copy")
                (scratch / "copy/manifest.json").write_text(damage)
                for command in [["check"], ["stats"], ["update", scratch / "a.jsonl"]]:
                    finished = run(command[0], "--index", scratch / "copy", *command[1:])
                    self.assertEqual(finished.returncode, 65, (damage, command, finished.stderr))
            for file in sorted((scratch / "index/segments/000001").rglob("*")):
                if not file.is_file():
                    continue
                shutil.rmtree(scratch / "copy", ignore_errors=True)
                shutil.copytree(scratch / "index", scratch / "copy")
                (scratch / "copy" / file.relative_to(scratch / "index")).unlink()
                finished = run("check", "--index", scratch / "copy")
                self.assertEqual(finished.returncode, 65, (file.name, finished.stderr))
                self.assertIn(file.name, finished.stderr)


class Runs(unittest.TestCase):
    def test_the_sample_is_indexed_whole_and_again_changes_nothing(self):
        with Scratch() as scratch:
            first = run("update", "--index", scratch / "index", programs.SAMPLE)
            self.assertEqual(first.returncode, 0, first.stderr)
            told = counts(first)
            self.assertEqual(told["read"], told["new"])
            self.assertEqual(told["read"], sum(told[k] for k in ["new", "updated", "unchanged", "duplicate", "rejected", "skipped"]))
            again = counts(run("update", "--index", scratch / "index", programs.SAMPLE))
            self.assertEqual((again["new"], again["updated"], again["removed"]), (0, 0, 0))
            self.assertEqual(again["unchanged"], told["new"])
            self.assertEqual(again["rev"], told["rev"])

    def test_one_changed_line_updates_one_article_and_a_vanished_file_removes_its_own(self):
        with Scratch() as scratch:
            news = scratch / "news"
            news.mkdir()
            write_jsonl(news / "a.jsonl", 0, 30)
            write_jsonl(news / "b.jsonl", 30, 40)
            run("update", "--index", scratch / "index", news)
            lines = (news / "a.jsonl").read_text().splitlines(keepends=True)
            lines[3] = lines[3].replace("harbour master", "pilot")
            (news / "a.jsonl").write_text("".join(lines))
            changed = counts(run("update", "--index", scratch / "index", news))
            self.assertEqual((changed["updated"], changed["new"], changed["unchanged"]), (1, 0, 39))
            (news / "b.jsonl").unlink()
            gone = counts(run("update", "--index", scratch / "index", news))
            self.assertEqual((gone["removed"], gone["unchanged"]), (10, 30))
            self.assertEqual(articles(scratch / "index"), 30)
            self.assertEqual(run("check", "--index", scratch / "index").returncode, 0)

    def test_furniture_is_counted_over_runs_and_in_any_order_of_files(self):
        words = ["piano", "wardrobe", "carousel", "lighthouse", "organ", "trombone"]

        def page(word):
            return (f"The Gull online\nA {word} seen in the harbour\nThe {word} was carried through the harbour in front of "
                    f"a crowd of some hundreds this week.\nNobody could say where the {word} had come from, although the "
                    f"harbour master had asked everybody.\nLeave a letter for the editor\n")

        def furniture(index):
            with programs.Serving(index) as server:
                return server.search('in:furniture "letter for the editor"')[1]["total"]["articles"]

        with Scratch() as scratch:
            for number, folder in enumerate(["one", "two"]):
                (scratch / folder / "gull").mkdir(parents=True)
                for at, word in enumerate(words[:5]):
                    name = at if number == 0 else 9 - at
                    (scratch / folder / "gull" / f"{name}.txt").write_text(page(word))
                run("update", "--index", scratch / f"index-{folder}", scratch / folder)
            self.assertEqual(furniture(scratch / "index-one"), 5)
            self.assertEqual(furniture(scratch / "index-two"), 5)
            (scratch / "one" / "gull" / "later.txt").write_text(page(words[5]))
            told = counts(run("update", "--index", scratch / "index-one", scratch / "one"))
            self.assertEqual((told["new"], told["unchanged"], told["updated"]), (1, 5, 0))
            self.assertEqual(furniture(scratch / "index-one"), 6)
            self.assertEqual(run("check", "--index", scratch / "index-one").returncode, 0)

    def test_update_of_another_file_never_shrinks_the_index(self):
        with Scratch() as scratch:
            write_jsonl(scratch / "a.jsonl", 0, 10)
            write_jsonl(scratch / "b.jsonl", 10, 15)
            run("update", "--index", scratch / "index", scratch / "a.jsonl")
            (scratch / "a.jsonl").unlink()
            told = counts(run("update", "--index", scratch / "index", scratch / "b.jsonl"))
            self.assertEqual((told["new"], told["removed"]), (5, 0))
            self.assertEqual(articles(scratch / "index"), 15)

    def test_a_duplicate_takes_the_place_of_the_article_that_vanishes(self):
        with Scratch() as scratch:
            news = scratch / "news"
            news.mkdir()
            write_jsonl(news / "a.jsonl", 0, 10, "the first telling of it")
            write_jsonl(news / "b.jsonl", 5, 12, "the second telling of it")
            told = counts(run("update", "--index", scratch / "index", news))
            self.assertEqual((told["new"], told["duplicate"], told["read"]), (12, 5, 17))
            (news / "b.jsonl").unlink()
            told = counts(run("update", "--index", scratch / "index", news))
            self.assertEqual((told["updated"], told["removed"], told["duplicate"]), (5, 2, 0))
            self.assertEqual(articles(scratch / "index"), 10)
            self.assertEqual(run("check", "--index", scratch / "index").returncode, 0)

    def test_the_order_of_runs_does_not_decide_which_duplicate_is_shown(self):
        with Scratch() as scratch:
            write_jsonl(scratch / "a.jsonl", 0, 3, "the first telling of it")
            write_jsonl(scratch / "b.jsonl", 0, 3, "the second telling of it")
            for index, order in [("ab", ["a", "b"]), ("ba", ["b", "a"])]:
                for name in order:
                    run("update", "--index", scratch / index, scratch / f"{name}.jsonl")
                with programs.Serving(scratch / index) as server:
                    self.assertEqual(server.search('"second telling"')[1]["total"]["articles"], 3, index)
                    self.assertEqual(server.search('"first telling"')[1]["total"]["articles"], 0, index)

    def test_bad_lines_are_named_by_number_and_the_rest_is_kept(self):
        with Scratch() as scratch:
            good = json.dumps({"title": "A notice", "body": "Boats were counted."})
            other = json.dumps({"title": "Another", "body": "Gulls were counted."})
            (scratch / "a.jsonl").write_text(f"{good}\n{{broken\n{other}\n[1, 2]\n")
            finished = run("update", "--index", scratch / "index", "--report", scratch / "report.json", scratch / "a.jsonl")
            self.assertEqual(finished.returncode, 1)
            told = counts(finished)
            self.assertEqual((told["new"], told["rejected"]), (2, 2))
            self.assertIn("a.jsonl:2: ", finished.stderr)
            self.assertIn("a.jsonl:4: ", finished.stderr)
            report = json.loads((scratch / "report.json").read_text())
            self.assertEqual([reject["record"] for reject in report["rejects"]], [2, 4])
            self.assertEqual((report["new"], report["rejected"], report["exit"]), (2, 2, 1))
            again = run("update", "--index", scratch / "index", scratch / "a.jsonl")
            self.assertEqual((again.returncode, counts(again)["rejected"]), (1, 2))
            self.assertEqual(again.stderr, "", "rejects of unchanged files are printed the first time only")

    def test_quiet_says_nothing_when_all_is_well(self):
        with Scratch() as scratch:
            finished = run("update", "--quiet", "--index", scratch / "index", programs.SAMPLE / "json")
            self.assertEqual((finished.returncode, finished.stdout, finished.stderr), (0, "", ""))

    def test_a_file_name_with_control_characters_stays_one_line(self):
        with Scratch() as scratch:
            (scratch / "news").mkdir()
            (scratch / "news" / "a\nb\x1b[31m.json").write_text("{\"title\": \"cut of")
            finished = run("update", "--index", scratch / "index", scratch / "news")
            self.assertEqual(finished.returncode, 1)
            self.assertEqual(len(finished.stderr.strip().splitlines()), 1)
            self.assertIn("\\x0a", finished.stderr)

    def test_an_unreadable_folder_has_not_vanished(self):
        if os.geteuid() == 0:
            self.skipTest("root can read every folder")
        with Scratch() as scratch:
            news = scratch / "news"
            (news / "closed").mkdir(parents=True)
            write_jsonl(news / "closed/a.jsonl", 0, 5)
            run("update", "--index", scratch / "index", news)
            (news / "closed").chmod(0)
            try:
                finished = run("update", "--index", scratch / "index", news)
            finally:
                (news / "closed").chmod(0o755)
            self.assertEqual((finished.returncode, counts(finished)["removed"]), (1, 0))

    def test_an_index_that_moved_with_its_archive_root_keeps_the_ids(self):
        with Scratch() as scratch:
            ids = []
            for place in ["one", "two"]:
                (scratch / place).mkdir()
                (scratch / place / "a.txt").write_text("A notice of boats\n\nThe boats were counted in the harbour.\n")
                explained = run("explain", "--format", "jsonl", "--set", f"archive.root={scratch / place}", scratch / place)
                ids.append(json.loads(explained.stdout)["id"])
            self.assertEqual(ids[0], ids[1])


class Explanations(unittest.TestCase):
    def test_a_skipped_record_has_its_number_and_what_a_machine_read_is_doubted(self):
        with Scratch() as scratch:
            (scratch / "draft.md").write_text("---\ntitle: Ferry late\ndraft: true\n---\nThe ferry was late.\n")
            words = "".join(f'<String CONTENT="{word}" WC="0.84"/>' for word in ["The", "ferry", "was", "late."])
            (scratch / "page.xml").write_text("<alto><Layout><Page><PrintSpace><TextBlock><TextLine>"
                                              f"{words}</TextLine></TextBlock></PrintSpace></Page></Layout></alto>")
            told = run("explain", "--format", "text", scratch).stdout
            self.assertIn("draft.md:1\n  skipped    ", told)
            self.assertIn("  doubt      read by a machine, 84 % of words sure\n", told)


class Interruptions(unittest.TestCase):
    def test_a_kill_at_every_named_point_leaves_a_whole_revision_and_the_same_command_completes(self):
        with Scratch() as scratch:
            write_jsonl(scratch / "a.jsonl", 0, 40)
            write_jsonl(scratch / "b.jsonl", 40, 60)
            run("update", "--index", scratch / "before", scratch / "a.jsonl")
            for point in KILL_POINTS:
                with self.subTest(point=point):
                    shutil.rmtree(scratch / "index", ignore_errors=True)
                    shutil.copytree(scratch / "before", scratch / "index")
                    killed = run("update", "--index", scratch / "index", scratch / "a.jsonl", scratch / "b.jsonl",
                                 env={"DATELINE_KILL_AT": point})
                    self.assertEqual(killed.returncode, -signal.SIGKILL)
                    self.assertEqual(run("check", "--index", scratch / "index").returncode, 0)
                    self.assertIn(articles(scratch / "index"), [40, 60])
                    again = run("update", "--index", scratch / "index", scratch / "a.jsonl", scratch / "b.jsonl")
                    self.assertEqual(again.returncode, 0, again.stderr)
                    self.assertEqual(articles(scratch / "index"), 60)
                    left = [p for p in (scratch / "index").rglob("*.tmp")]
                    self.assertEqual(left, [])

    def test_sigterm_ends_with_143_and_leaves_what_was_complete(self):
        with Scratch() as scratch:
            write_jsonl(scratch / "a.jsonl", 0, 60_000)
            process = subprocess.Popen([programs.indexer(), "update", "--index", scratch / "index", scratch / "a.jsonl"],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            while not (scratch / "index/lock").exists() and process.poll() is None:
                time.sleep(0.01)
            time.sleep(0.3)
            process.send_signal(signal.SIGTERM)
            self.assertEqual(process.wait(60), -signal.SIGTERM)
            self.assertEqual(run("check", "--index", scratch / "index").returncode, 0)
            again = run("update", "--index", scratch / "index", scratch / "a.jsonl")
            self.assertEqual(again.returncode, 0, again.stderr)
            self.assertEqual(articles(scratch / "index"), 60_000)

    def test_the_second_of_two_indexers_ends_with_75_within_a_second(self):
        with Scratch() as scratch:
            write_jsonl(scratch / "a.jsonl", 0, 20_000)
            first = subprocess.Popen([programs.indexer(), "update", "--index", scratch / "index", scratch / "a.jsonl"],
                                     stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            while not (scratch / "index/lock").exists():
                time.sleep(0.01)
            time.sleep(0.1)
            os.kill(first.pid, signal.SIGSTOP)  # so that it can't finish meanwhile
            begun = time.monotonic()
            second = run("update", "--index", scratch / "index", scratch / "a.jsonl")
            took = time.monotonic() - begun
            os.kill(first.pid, signal.SIGCONT)
            self.assertEqual(second.returncode, 75, second.stderr)
            self.assertIn("lock", second.stderr)
            self.assertLess(took, 1.5)
            self.assertEqual(first.wait(120), 0)

    def test_many_small_updates_are_merged_and_nothing_is_lost(self):
        with Scratch() as scratch:
            news = scratch / "news"
            news.mkdir()
            for n in range(14):
                write_jsonl(news / f"{n:02}.jsonl", n * 10, n * 10 + 10)
                self.assertEqual(run("update", "--quiet", "--index", scratch / "index", news).returncode, 0)
            told = json.loads(run("stats", "--index", scratch / "index", "--json").stdout)
            self.assertEqual(told["articles"], 140)
            self.assertLessEqual(told["segments"], 8)
            self.assertEqual(run("check", "--index", scratch / "index").returncode, 0)

    def test_rebuild_keeps_the_articles_the_uuid_and_when_they_were_added(self):
        with Scratch() as scratch:
            write_jsonl(scratch / "a.jsonl", 0, 30)
            run("update", "--index", scratch / "index", scratch / "a.jsonl")
            before = json.loads(run("stats", "--index", scratch / "index", "--json").stdout)
            finished = run("rebuild", "--index", scratch / "index", scratch / "a.jsonl")
            self.assertEqual(finished.returncode, 0, finished.stderr)
            after = json.loads(run("stats", "--index", scratch / "index", "--json").stdout)
            self.assertEqual(after["uuid"], before["uuid"])
            self.assertEqual(after["articles"], 30)
            self.assertGreater(after["revision"], before["revision"])
            self.assertEqual(run("check", "--index", scratch / "index").returncode, 0)


class Serving(unittest.TestCase):
    def test_a_server_without_an_index_answers_and_finds_the_index_when_it_appears(self):
        with Scratch() as scratch, programs.Serving(scratch / "index", wait=False) as server:
            self.assertEqual(server.get("/healthz")[0], 200)
            self.assertEqual(server.get("/readyz")[0], 503)
            status, problem = server.search("boats")
            self.assertEqual((status, problem["code"]), (503, "index.not_ready"))
            self.assertEqual(server.get("/")[0], 200)
            write_jsonl(scratch / "a.jsonl", 0, 5)
            run("update", "--index", scratch / "index", scratch / "a.jsonl")
            until = time.monotonic() + 2
            while server.get("/readyz")[0] != 200 and time.monotonic() < until:
                time.sleep(0.05)
            self.assertEqual(server.search("boats")[1]["total"]["articles"], 5)

    def test_a_restored_backup_answers_the_same(self):
        with Scratch() as scratch:
            run("update", "--index", scratch / "index", programs.SAMPLE)
            shutil.copytree(scratch / "index", scratch / "backup")
            self.assertEqual(run("check", "--index", scratch / "backup").returncode, 0)
            answers = []
            for index in ["index", "backup"]:
                with programs.Serving(scratch / index) as server:
                    status, answer = server.search("harbour", facets="source")
                    self.assertEqual(status, 200)
                    answer.pop("took_us")
                    answers.append(answer)
            self.assertEqual(answers[0], answers[1])

    def test_a_damaged_index_is_answered_with_503_and_its_reason(self):
        with Scratch() as scratch:
            run("update", "--index", scratch / "index", programs.SAMPLE / "json")
            (scratch / "index/manifest.json").write_text("{}")
            with programs.Serving(scratch / "index", wait=False) as server:
                status, ready = server.json("/readyz")
                self.assertEqual(status, 503)
                self.assertIn("manifest", ready["reason"])
                self.assertEqual(server.search("x")[1]["code"], "index.damaged")

    def test_a_second_server_on_the_port_ends_with_69(self):
        with Scratch() as scratch, programs.Serving(scratch / "index", wait=False) as server:
            second = subprocess.run([programs.server(), "--index", scratch / "index", "--listen", f"127.0.0.1:{server.port}"],
                                    capture_output=True, timeout=5)
            self.assertEqual(second.returncode, 69, second.stderr)

    def test_the_probe_ends_with_0_when_ready_and_69_when_not(self):
        with Scratch() as scratch:
            run("update", "--index", scratch / "index", programs.SAMPLE / "json")
            with programs.Serving(scratch / "index") as server:
                probe = [programs.server(), "--probe", "--listen", f"127.0.0.1:{server.port}"]
                self.assertEqual(subprocess.run(probe, timeout=10, capture_output=True).returncode, 0)
            self.assertEqual(subprocess.run(probe, timeout=10, capture_output=True).returncode, 69)


if __name__ == "__main__":
    unittest.main()
