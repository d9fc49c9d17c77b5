#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Copies of an index with flipped bits, cut and missing files: `check` must report each with 65 and never end by a signal.

    damaged_copies.py [--copies 100] [--seed N]          the seed is printed and repeats the run
"""
import argparse
import pathlib
import random
import shutil
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import programs


def damage(rng, folder):
    """Damages one file that the manifest names, directly or through a segment, and says how."""
    files = sorted(p for p in folder.rglob("*") if p.is_file() and p.name != "lock" and p.stat().st_size > 0)
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
        half = scratch / "half"
        shutil.copytree(programs.SAMPLE / "json", half)
        programs.run("update", "--index", scratch / "index", half)
        next(half.glob("*.json*")).unlink()
        programs.run("update", "--index", scratch / "index", half, programs.SAMPLE)
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
