#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Indexes one corpus and prints what it costs beside other engines. Python 3 standard library only.

    beside_peers.py --build build/release --corpus W/s100k --peers W/peers/peers.json --work W/dateline

Reads W/s100k.jsonl (articles a line, with title and body) and W/s100k.add.jsonl (1,000 more). peers.json is a list of
what the peers took on the same machine for the same articles; of each row these are read: peer ("lucene8"), what
("index", "add"), threads, docs, cpu_s, wall_s, searchable_s. Without --peers only our own figures are printed.

Ratios are of CPU, user and system: on a machine that others use, the clock says nothing. A rate in two threads is
compared by the CPU of both, as if both kept two cores busy; the ratio by the clock stands beside it.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import time


def accounted(command):
    """Runs a command: CPU seconds, wall seconds, peak RSS in MB."""
    start = time.monotonic()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL)
    _, status, use = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} ended with {process.returncode}")
    return {"cpu_s": use.ru_utime + use.ru_stime, "wall_s": time.monotonic() - start, "rss_mb": use.ru_maxrss / 1024}


def bytes_under(folder):
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file())


def articles_and_text(corpus):
    articles = text = 0
    with open(corpus, encoding="utf-8", newline="\n") as lines:
        for line in lines:
            record = json.loads(line)
            articles += 1
            text += len((record.get("title") or "").encode()) + 1 + len(record["body"].encode())
    return articles, text


class Table:
    def __init__(self, peers):
        self.peers = peers
        print("| what | ours | Lucene 8 | ratio | goal | |\n|---|---|---|---|---|---|")

    def peer(self, what, **match):
        rows = (row for row in self.peers if row["peer"] == "lucene8" and row["what"] == what)
        return next((row for row in rows if all(row.get(key) == value for key, value in match.items())), None)

    def row(self, what, ours, peer, ratio, met, goal):
        verdict = "" if ratio is None else "ok" if met else "missed"
        ratio = "" if ratio is None else f"{ratio:.2f}"
        print(f"| {what} | {ours} | {peer} | {ratio} | {goal} | {verdict} |", flush=True)

    def rebuild(self, what, run, articles, goal):
        """`goal` is the least share of the peer's rate."""
        ours = f"{run['cpu_s'] / articles * 1e6:.0f} us, {articles / run['wall_s']:.0f}/s, {run['rss_mb']:.0f} MB"
        peer = self.peer("index", threads=2)
        if not peer:
            return self.row(what, ours, "", None, True, f"{goal} of its rate")
        share = peer["cpu_s"] / peer["docs"] * articles / run["cpu_s"]
        by_clock = articles / run["wall_s"] / (peer["docs"] / peer["wall_s"])
        self.row(f"{what} (by the clock {by_clock:.2f})", ours, f"{peer['cpu_s'] / peer['docs'] * 1e6:.0f} us", share,
                 share >= goal, f">= {goal}")

    def add(self, what, run, goal):
        ours = f"{run['cpu_s']:.2f} s CPU, {run['wall_s']:.2f} s"
        peer = self.peer("add")
        if not peer:
            return self.row(what, ours, "", None, True, f"{goal} of its time")
        ratio = run["cpu_s"] / peer["cpu_s"]
        self.row(f"{what} (by the clock {run['wall_s'] / peer['searchable_s']:.2f})", ours,
                 f"{peer['cpu_s']:.2f} s CPU, {peer['searchable_s']:.2f} s", ratio, ratio <= goal, f"<= {goal}")


def writer(build, corpus, work, most):
    """CPU microseconds an article of the writer alone, on the first articles of the corpus."""
    some = work / "some.jsonl"
    with open(corpus, "rb") as lines, open(some, "wb") as target:
        for _, line in zip(range(most), lines):
            target.write(line)
    said = subprocess.run([build / "bench/writer_bench", some], check=True, capture_output=True, text=True).stdout
    some.unlink()
    return float(re.search(r"([\d.]+) us an article", said)[1])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, required=True, help="folder of a release build with benches")
    parser.add_argument("--corpus", required=True, help="CORPUS.jsonl and CORPUS.add.jsonl")
    parser.add_argument("--work", type=pathlib.Path, required=True, help="scratch folder")
    parser.add_argument("--peers", type=pathlib.Path)
    parser.add_argument("--writer-articles", type=int, default=20_000, help="how many are kept in memory")
    options = parser.parse_args()
    corpus, more = pathlib.Path(options.corpus + ".jsonl"), pathlib.Path(options.corpus + ".add.jsonl")
    indexer = options.build / "indexer/dateline-indexer"
    index, grown = options.work / "index", options.work / "grown"
    options.work.mkdir(parents=True, exist_ok=True)
    articles, text = articles_and_text(corpus)
    print(f"{articles} articles, {text / 1e6:.0f} MB of text\n")

    table = Table(json.loads(options.peers.read_text()) if options.peers else [])
    one = table.peer("index", threads=1)
    ours = writer(options.build, corpus, options.work, options.writer_articles)
    theirs = one["cpu_s"] / one["docs"] * 1e6 if one else None
    table.row("index writer alone, CPU an article", f"{ours:.0f} us", f"{theirs:.0f} us" if one else "",
              ours / theirs if one else None, one and ours <= 1.5 * theirs, "<= 1.5")
    for what, tagger, rate, time_goal in (("without the tagger", "false", 0.35, 0.6), ("with it", "true", 0.15, 1.0)):
        setting = ["--quiet", "--set", f"entities.tagger={tagger}"]
        shutil.rmtree(index, ignore_errors=True)
        run = accounted([indexer, "rebuild", "--index", index, corpus, *setting])
        table.rebuild(f"rebuild, {what}", run, articles, rate)
        size = bytes_under(index)
        table.row(f"index / text, {what}", f"{size / 1e6:.0f} MB", "", size / text, size <= 1.5 * text, "<= 1.5")
        shutil.rmtree(grown, ignore_errors=True)
        shutil.copytree(index, grown)
        run = accounted([indexer, "update", "--index", grown, corpus, more, *setting])
        table.add(f"1,000 articles more, {what}", run, time_goal)
    shutil.rmtree(grown)
    shutil.rmtree(index)


if __name__ == "__main__":
    main()
