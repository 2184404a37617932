"""Scanning bulk text, side by side with what else looks for money and with what only reads the bytes.

usage: scan.py PROGRAM SHARED [--megabytes N] [--write PAGE]
SHARED holds bench/corpus.py, which writes the corpora and what is in them, and bench/money.re, a regular expression that
finds the same sums. Runs alternate; medians; ratios are what to look at. --write puts the table between the marks of a page.
"""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 5
MARKS = ("<!-- the table of the target bench-scan -->", "<!-- its end -->")


def seconds(command, out):
    """Wall and CPU seconds of a command whose output goes to a file."""
    before = os.times()
    started = time.perf_counter()
    with open(out, "wb") as sink:
        code = subprocess.run(command, stdout=sink, check=False).returncode
    after = os.times()
    if code not in (0, 1):
        sys.exit(f"bench: {command[0]} ended with exit code {code}")
    return time.perf_counter() - started, (after.children_user - before.children_user) + (after.children_system - before.children_system)


def peak_megabytes(command):
    timer = shutil.which("time")
    if timer is None:
        return None
    done = subprocess.run([timer, "-q", "-f", "%M", *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    return int(done.stderr.splitlines()[-1]) / 1024


def commands_for(program, shared, text):
    scan = [program, "scan", "--format", "tsv", text]
    commands = {"outlay, one thread": scan, "outlay, two threads": [*scan, "--threads", "2"], "cat": ["cat", text], "wc -l": ["wc", "-l", text],
                "grep -c '[0-9]'": ["grep", "-c", "[0-9]", text]}
    if shutil.which("rg"):
        commands["rg -o -b, the same sums"] = ["rg", "-j1", "-o", "-b", "-f", str(shared / "bench/money.re"), text]
    return commands


def misses(table, truth):
    """Sums of the corpus that were not found as it says, and sums found that it does not know of."""
    wanted = set()
    for line in open(truth, encoding="utf-8"):
        begin, length, code, value = line.split("\t")[:4]
        wanted.add((int(begin), int(begin) + int(length), code, value.rstrip("0").rstrip(".") if "." in value else value))
    found = []
    for line in open(table, encoding="utf-8"):
        _, begin, end, _, code, low, high, qualifier = line.rstrip("\n").split("\t")
        found.append((int(begin), int(end), code, high or low, qualifier))
    # A qualifier before a sum belongs to its span: ends, codes and values are compared.
    ends = {(end, code, value) for _, end, code, value in wanted}
    own = {(end, code, value) for _, end, code, value, _ in found}
    return len(ends - own), len(own - ends), len(wanted)


def measure(program, shared, name, text):
    commands = commands_for(program, shared, text)
    times = {who: [] for who in commands}
    out = os.path.join(os.path.dirname(text), "out")
    for turn in range(ROUNDS + 1):
        for who, command in commands.items():
            spent = seconds(command, out)
            if turn > 0:  # the first round warms the caches
                times[who].append(spent)
    size = os.path.getsize(text) / 1e6
    rows = []
    base = statistics.median(wall for wall, _ in times["outlay, one thread"])
    for who in commands:
        wall = statistics.median(w for w, _ in times[who])
        cpu = statistics.median(c for _, c in times[who])
        peak = peak_megabytes(commands[who])
        rows.append(f"| {name} | {who} | {wall * 1000:.0f} | {cpu * 1000:.0f} | {size / wall:.0f} | {wall / base:.2f} | {'' if peak is None else f'{peak:.1f}'} |")
    seconds(commands["outlay, one thread"], out)
    lost, extra, all_of = misses(out, text.removesuffix(".txt") + ".truth.tsv")
    return rows, f"{name}: of {all_of} sums {lost} are not read as the corpus says, {extra} besides"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("shared", type=pathlib.Path)
    parser.add_argument("--megabytes", type=int, default=50)
    parser.add_argument("--write")
    asked = parser.parse_args()
    if not (asked.shared / "bench/corpus.py").exists():
        print(f"no {asked.shared}/bench/corpus.py beside the checkout: nothing was measured")
        return
    with tempfile.TemporaryDirectory() as folder:
        lines, notes = [], []
        for name, bytes_a_sum, seed in (("dense", 200, 1), ("sparse", 2000, 2)):
            prefix = os.path.join(folder, name)
            subprocess.run([sys.executable, str(asked.shared / "bench/corpus.py"), prefix, str(asked.megabytes * 1_000_000), str(bytes_a_sum), str(seed)],
                           check=True, stdout=subprocess.DEVNULL)
            rows, note = measure(asked.program, asked.shared, name, prefix + ".txt")
            lines += rows
            notes.append(note)
    table = "\n".join(["| corpus | program | wall ms | CPU ms | MB/s | wall, to outlay's | peak MB |", "|---|---|---|---|---|---|---|", *lines])
    print(table)
    print("\n".join(notes))
    if asked.write:
        page = pathlib.Path(asked.write)
        text = page.read_text(encoding="utf-8")
        begin, end = text.index(MARKS[0]) + len(MARKS[0]), text.index(MARKS[1])
        page.write_text(text[:begin] + "\n" + table + "\n\n" + ". ".join(notes) + ".\n" + text[end:], encoding="utf-8")


main()
