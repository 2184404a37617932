#!/usr/bin/env python3
"""Measures how much of the money in texts that others wrote `outlay scan` reads.

usage: accuracy.py OUTLAY SHARED [--floor] [--misses N]
  OUTLAY      the program
  SHARED      the folder that lies beside the checkout: its cases/ and tools/score.py
  --floor     end with 1 where a measure is below what it has reached before (FLOORS)
  --misses N  show the first N misses of each file

Three files are measured. peer-open.jsonl and peer-cldr-open.jsonl by the rules of their README, averaged over source and
language; of the second the languages that outlay has files for, the rest beside them. news-figures.tsv by row: every row is
read, or stands in news-figures-not-read.tsv with the reason. Where SHARED is absent nothing is measured (77: skipped).
"""
import collections
import csv
import json
import pathlib
import subprocess
import sys
import tempfile
from fractions import Fraction

HERE = pathlib.Path(__file__).resolve().parent
CONFIG = HERE.parent.parent / "config" / "languages"
SKIPPED = 77
FLOORS = {"A": 0.97, "B": 0.85, "N": 0.97, "CLDR": 0.95}
# The kinds of news-figures.tsv in the words of the contract. Rates are sums with a period.
QUALIFIERS = {"exact": "exact", "approx": "about", "ceiling": "at_most", "floor": "at_least", "gt": "above", "lt": "below",
              "slightly_below": "nearly", "slightly_above": "just_over", "band": "band", "range": "range", "several": "several",
              "rate_per_year": "exact", "rate_per_month": "exact", "rate_per_job": "exact"}
PERIODS = {"rate_per_year": "year", "rate_per_month": "month", "rate_per_job": "job"}
NO_FIGURE = {"rank", "change", "none", "error", "band_pct"}


def has_language(tag):
    names = {path.stem for path in CONFIG.glob("*.csv")}
    for path in CONFIG.glob("*.csv"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("# aliases:"):
                names.update(line.split(":", 1)[1].split())
            if not line.startswith("#"):
                break
    return tag in names or tag.split("-")[0] in names


def share(pairs):
    pairs = list(pairs)
    return sum(right / total for right, total in pairs) / len(pairs) if pairs else 0.0


def by_group(score, program, path, misses):
    """{(tier, source, language): [right, all]}"""
    cases = [case for case in map(json.loads, path.open(encoding="utf-8")) if case.get("tier", "A") in "ABN"]
    groups = collections.defaultdict(lambda: [0, 0])
    for case, figures in zip(cases, score.scan(program, cases)):
        right = score.case_right(case, figures)
        group = groups[case.get("tier", "A"), case.get("source", ""), case["lang"]]
        group[0] += right
        group[1] += 1
        if not right and misses > 0:
            misses -= 1
            print("  miss", case["id"], case["text"][:90].replace("\n", " "), "->", [(f["text"], f["central"] or (f["low"], f["high"]), f["currency"]) for f in figures])
    return groups


def scan_text(program, language, text):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "row.txt")
        path.write_text(text, encoding="utf-8")
        known = ["--lang", language] if language != "und" else []
        run = subprocess.run([program, "scan", "--kind", "all", "--format", "jsonl", *known, str(path)], capture_output=True, text=True, timeout=60)
    return [json.loads(line) for line in run.stdout.splitlines()]


def number(text):
    return None if text in (None, "") else Fraction(text)


def news_row_read(row, figures):
    """The first figure must say what the row says; of a row that is no figure nothing but counts may be found."""
    money = [f for f in figures if f["kind"] == "money"]
    if row["kind"] in NO_FIGURE:
        return not money
    if row["kind"] == "count":
        return any(f["kind"] in ("jobs", "count") and number(f["low"]) == number(row["lo"]) for f in figures)
    if not row["currency"]:  # a number without a currency is no money
        return not money
    if not money:
        return False
    found = money[0]
    known = row["currency"].startswith("?") or found["currency"] == row["currency"]
    if row["kind"] == "ambiguous":
        return known and number(found["low"]) in (number(row["lo"]), number(row["hi"]))
    if row["kind"] == "several" and not row["hi"]:
        return known and found["qualifier"] == "several"
    bounds = (number(found["low"]), number(found["high"])) == (number(row["lo"]), number(row["hi"]))
    period = PERIODS.get(row["kind"])
    return known and bounds and found["qualifier"] == QUALIFIERS[row["kind"]] and (period is None or found["per"] == period)


def news(program, path, misses):
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    with (HERE / "news-figures-not-read.tsv").open(encoding="utf-8", newline="") as lines:
        reasons = {row["id"]: row["reason"] for row in csv.DictReader(lines, delimiter="\t")}
    right, unexplained, needless = 0, [], []
    for row in rows:
        read = news_row_read(row, scan_text(program, row["lang"], row["text"]))
        right += read
        if not read and row["id"] not in reasons:
            unexplained.append(row["id"])
        if read and row["id"] in reasons:
            needless.append(row["id"])
        if not read and misses > 0:
            misses -= 1
            print("  miss", row["id"], row["lang"], row["text"], row["kind"], row["lo"], row["hi"], reasons.get(row["id"], ""))
    return right, len(rows), unexplained, needless


def main(arguments):
    if len(arguments) < 2:
        sys.exit(__doc__)
    program, shared = arguments[0], pathlib.Path(arguments[1])
    misses = int(arguments[arguments.index("--misses") + 1]) if "--misses" in arguments else 0
    if not (shared / "cases" / "peer-open.jsonl").exists():
        print(f"{shared / 'cases'} is not there: nothing measured")
        return SKIPPED
    sys.path.insert(0, str(shared / "tools"))
    import score

    low = []
    groups = by_group(score, program, shared / "cases" / "peer-open.jsonl", misses)
    for tier, what in (("A", "digits"), ("B", "number words"), ("N", "nothing to find")):
        own = [value for key, value in groups.items() if key[0] == tier]
        value = share(own)
        print(f"peer suites, tier {tier} ({what}): {value:.1%} averaged over {len(own)} sources and languages, {sum(r for r, _ in own)} of {sum(n for _, n in own)} cases")
        if value < FLOORS[tier]:
            low.append(f"tier {tier}")
    groups = by_group(score, program, shared / "cases" / "peer-cldr-open.jsonl", misses)
    known = [value for key, value in groups.items() if has_language(key[2])]
    rest = [value for key, value in groups.items() if not has_language(key[2])]
    print(f"CLDR forms, languages with a file: {share(known):.1%} averaged over {len(known)}, {sum(r for r, _ in known)} of {sum(n for _, n in known)} cases")
    print(f"CLDR forms, other languages: {share(rest):.1%} averaged over {len(rest)}, {sum(r for r, _ in rest)} of {sum(n for _, n in rest)} cases")
    if share(known) < FLOORS["CLDR"]:
        low.append("CLDR forms")
    right, total, unexplained, needless = news(program, shared / "cases" / "news-figures.tsv", misses)
    print(f"news figures: {right} of {total} rows; not read without a reason: {' '.join(unexplained) or 'none'}")
    if needless:
        print(f"read although news-figures-not-read.tsv gives a reason: {' '.join(needless)}")
    if unexplained or needless:
        low.append("news figures")
    if low and "--floor" in arguments:
        print("below the floor: " + ", ".join(low))
        return 1
    return 0


sys.exit(main(sys.argv[1:]))
