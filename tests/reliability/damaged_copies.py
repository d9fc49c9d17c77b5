#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Copies of an index with flipped bits, cut and missing files: `check` must report each with 65 and never end by a signal.

    damaged_copies.py [--copies 100] [--seed N]          the seed is printed and repeats the run
"""
import argparse
import json
import pathlib
import random
import shutil
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import programs


def named_files(folder):
    """The files of the revision: what the manifest names, directly or through a segment, and itself."""
    manifest = json.loads((folder / "manifest.json").read_text())
    names = [file["path"] for file in manifest["ledger"] + manifest["changes"]]
    names += [segment["tombstones"]["path"] for segment in manifest["segments"] if segment["tombstones"]]
    files = [folder / "manifest.json", *(folder / name for name in names)]
    for segment in manifest["segments"]:
        files += (folder / "segments" / segment["name"]).rglob("*")
    return sorted(path for path in files if path.is_file() and path.stat().st_size > 0)


def damage(rng, folder):
    """Damages one file of the revision and says how."""
    files = named_files(folder)
    file = rng.choice(files)
    name, size = file.relative_to(folder), file.stat().st_size
    kind = rng.choice(["bit", "bit", "bit", "cut", "missing", "zeros"])
    if kind == "missing":
        file.unlink()
    elif kind == "cut":
        with open(file, "r+b") as open_file:
            open_file.truncate(rng.randrange(size))
    else:
        at = rng.randrange(size)
        with open(file, "r+b") as open_file:
            open_file.seek(at)
            old = open_file.read(64 if kind == "zeros" else 1)
            new = bytes(len(old)) if kind == "zeros" else bytes([old[0] ^ 1 << rng.randrange(8)])
            if new == old:
                new = bytes([old[0] ^ 0xFF]) + old[1:]
            open_file.seek(at)
            open_file.write(new)
        kind = f"{kind} at {at}"
    return f"{name}: {kind}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copies", type=int, default=100)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    rng = random.Random(options.seed)
    wrong = []
    with programs.Scratch() as scratch:
        news = scratch / "news"
        shutil.copytree(programs.SAMPLE, news)
        programs.run("update", "--index", scratch / "index", news)
        next((news / "json").glob("*.json*")).unlink()  # so that there are tombstones
        shutil.copy(programs.SAMPLE / "../README.md", news / "more.txt")
        programs.run("update", "--index", scratch / "index", news)
        if programs.run("check", "--index", scratch / "index").returncode != 0:
            sys.exit("the undamaged index does not pass")
        for number in range(options.copies):
            copy = scratch / "copy"
            shutil.rmtree(copy, ignore_errors=True)
            shutil.copytree(scratch / "index", copy)
            what = damage(rng, copy)
            checked = programs.run("check", "--index", copy, timeout=60)
            # a flipped digit of the schema's number reads as another schema
            expected = (65, 78) if what.startswith("manifest.json") else (65,)
            if checked.returncode not in expected or not checked.stderr.strip():
                wrong.append((number, what, checked.returncode, checked.stderr[-200:]))
                print("WRONG", *wrong[-1])
    print(f"damaged_copies copies={options.copies} wrong={len(wrong)} seed={options.seed}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
