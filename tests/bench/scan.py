"""Scanning bulk text, side by side with what else looks for money and with what only reads the bytes.

usage: scan.py PROGRAM MEMORY SHARED [--megabytes N] [--rounds N] [--write PAGE]
MEMORY is the bench program that reads a text in memory (scan_memory.cpp). SHARED holds bench/corpus.py, which writes two of the
corpora and what is in them, and bench/money.re, a regular expression that finds the same sums. Sides take turns; a ratio is the
median of those of the turns, and ratios are what to look at. --write puts the tables between the marks of a page.
"""
import argparse
import collections
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import scan_corpora

MARKS = ("<!-- the table of the target bench-scan -->", "<!-- its end -->")
ONE, TWO, RG, CAT = "outlay, one thread", "outlay, two threads", "rg -o -b, the same sums", "cat"
OURS, RE2 = "outlay in memory", "RE2 in memory, the same sums"


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
    commands = {ONE: scan, TWO: [*scan, "--threads", "2"], CAT: ["cat", text], "wc -l": ["wc", "-l", text], "grep -c '[0-9]'": ["grep", "-c", "[0-9]", text]}
    if shutil.which("rg"):
        commands[RG] = ["rg", "-j1", "-o", "-b", "-f", str(shared / "bench/money.re"), text]
    return commands


def ratio(times, who, base):
    return statistics.median(a / b for a, b in zip(times[who], times[base]))


def programs(program, shared, name, text, rounds):
    """The rows of one corpus, and what was found in words."""
    commands = commands_for(program, shared, text)
    out = text + ".out"
    walls, cpus = collections.defaultdict(list), collections.defaultdict(list)
    for turn in range(rounds + 1):
        for who, command in commands.items():
            wall, cpu = seconds(command, out)
            if turn > 0:  # the first turn warms the caches
                walls[who].append(wall)
                cpus[who].append(cpu)
    size = os.path.getsize(text) / 1e6
    rows, peaks = [], {}
    for who, command in commands.items():
        wall = statistics.median(walls[who])
        peaks[who] = peak_megabytes(command)
        peak = "" if peaks[who] is None else f"{peaks[who]:.1f}"
        rows.append(f"| {name} | {who} | {wall * 1000:.0f} | {statistics.median(cpus[who]) * 1000:.0f} | {size / wall:.0f} | {ratio(walls, who, ONE):.2f} | {peak} |")
    notes = [f"{ratio(walls, ONE, CAT):.1f} times the time of `cat`", f"two threads {ratio(walls, ONE, TWO):.2f} times as fast as one"]
    if RG in commands:
        notes.insert(0, f"{ratio(walls, RG, ONE):.2f} times as fast as rg")
    if peaks[ONE] is not None:
        notes.append(f"{peaks[ONE]:.1f} MB at the most, with two threads {peaks[TWO]:.1f}")
    return rows, notes


def in_memory(memory, shared, name, text, rounds):
    """The rows of one corpus in memory, and what they say in words."""
    done = subprocess.run([memory, text, str(shared / "bench/money.re"), str(rounds + 1)], stdout=subprocess.PIPE, text=True, check=True)
    times, found = collections.defaultdict(list), {}
    for line in done.stdout.splitlines():
        who, milliseconds, count = line.split("\t")
        times[who].append(float(milliseconds))
        found[who] = count
    size = os.path.getsize(text) / 1e6
    times = {who: own[1:] for who, own in times.items()}
    rows = [f"| {name} | {who} | {statistics.median(own):.0f} | {size / statistics.median(own) * 1000:.0f} | {ratio(times, who, OURS):.2f} | {found[who]} |" for who, own in times.items()]
    return rows, [f"{ratio(times, RE2, OURS):.2f} times as fast as RE2 in memory"] if RE2 in times else []


def count_of(command):
    return subprocess.run(command, stdout=subprocess.PIPE, check=False).stdout.count(b"\n")


def found_in(program, shared, text, truth):
    commands = commands_for(program, shared, text)
    if truth is None:
        rg = f", rg {count_of(commands[RG])}" if RG in commands else ""
        return f"outlay reads {count_of(commands[ONE])} sums{rg}; nobody counted them"
    out = text + ".out"
    seconds(commands[ONE], out)
    return scan_corpora.compared(out, truth, text)


def measured(asked, folder):
    corpora = list(scan_corpora.made(asked.shared, folder, asked.megabytes))
    remarks = []
    real = scan_corpora.real(folder, asked.megabytes)
    if real is None:
        remarks.append("real: this machine has hardly any text, so it was left out")
    else:
        corpora.append(("real", real[0], None))
        remarks.append(real[1])
    if not shutil.which("rg"):
        remarks.append("rg: not on this machine, so it was left out")
    files, memory = [], []
    for name, text, truth in corpora:
        rows, notes = programs(asked.program, asked.shared, name, text, asked.rounds)
        memory_rows, memory_notes = in_memory(asked.memory, asked.shared, name, text, asked.rounds)
        files += rows
        memory += memory_rows
        remarks.append(f"{name}: outlay is {', '.join([*notes[:1], *memory_notes, *notes[1:]])}")
        remarks.append(f"{name}: {found_in(asked.program, asked.shared, text, truth)}")
        for leftover in (text, text + ".out"):
            os.remove(leftover)
    if not any(RE2 in row for row in memory):
        remarks.append("RE2: the bench was built without it (sh .ci/setup-bench), so it was left out")
    return "\n".join(["| corpus | program | wall ms | CPU ms | MB/s | wall, to outlay's | peak MB |", "|---|---|---|---|---|---|---|", *files, "",
                      "| corpus | in memory, one thread | ms | MB/s | to outlay's | found |", "|---|---|---|---|---|---|", *memory, "",
                      *(f"- {remark}." for remark in remarks)])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("memory")
    parser.add_argument("shared", type=pathlib.Path)
    parser.add_argument("--megabytes", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--write")
    asked = parser.parse_args()
    if not (asked.shared / "bench/corpus.py").exists():
        print(f"no {asked.shared}/bench/corpus.py beside the checkout: nothing was measured")
        return
    with tempfile.TemporaryDirectory() as folder:
        table = measured(asked, folder)
    print(table)
    if asked.write:
        page = pathlib.Path(asked.write)
        text = page.read_text(encoding="utf-8")
        begin, end = text.index(MARKS[0]) + len(MARKS[0]), text.index(MARKS[1])
        page.write_text(text[:begin] + "\n" + table + "\n" + text[end:], encoding="utf-8")


main()
