#!/usr/bin/env python3
"""Holds `outlay audit` against sums stated twice in the press: each error is found, and no clean conversion is.

usage: audit.py OUTLAY

The rows are those of audit-rows.tsv, each a text of its own whose language the program finds, checked at the rates of
audit-rates.csv. Ends with 1 where the findings of a row are not exactly those it names.
"""
import collections
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


def rows():
    with (HERE / "audit-rows.tsv").open(encoding="utf-8") as lines:
        cells = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]
    return [(text, day, findings.split()) for text, day, findings in cells[1:]]


def main(arguments):
    if not arguments:
        sys.exit(__doc__)
    wrong = 0
    count = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        tables = pathlib.Path(folder, "tables")
        rates = tables / "rates"
        rates.mkdir(parents=True)
        shutil.copy(HERE / "audit-rates.csv", rates / "audit-rates.csv")
        for text, day, expected in rows():
            path = pathlib.Path(folder, "text.txt")
            path.write_text(text, encoding="utf-8")
            run = subprocess.run([arguments[0], "audit", "--config", str(tables), "--as-of", day, "--format", "json", str(path)],
                                 capture_output=True, text=True, timeout=60)
            answer = json.loads(run.stdout) if run.returncode in (0, 1) else {"findings": [{"id": run.stderr.strip()}], "stated_twice": []}
            found = sorted(finding["id"] for finding in answer["findings"])
            count["with findings" if expected else "clean"] += 1
            if found != sorted(expected) or not (answer["stated_twice"] or expected):
                wrong += 1
                print(f"{text}\n    expected {' '.join(expected) or 'nothing'}, found {' '.join(found) or 'nothing'}, "
                      f"{len(answer['stated_twice'])} sums stated twice")
    print(f"sums stated twice: {sum(count.values()) - wrong} of {sum(count.values())} rows as expected "
          f"({count['with findings']} with findings, {count['clean']} clean)")
    return 1 if wrong else 0


sys.exit(main(sys.argv[1:]))
