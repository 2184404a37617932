"""`outlay compare --format xlsx`: the formulas compute, exactly, what the engine did; rates are named, sources are comments.

usage: workbook.py PROGRAM
"""
import fractions
import json
import pathlib
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from book import Book

ROOT = pathlib.Path(__file__).resolve().parents[2]
STARGATE = ROOT / "config/examples/stargate.toml"
RANGES = """
to = "USD"
as_of = 2025-01-22
[[investment]]
name = "A & <B>"
outlay = "between $100 billion and $200 billion"
period = "4 years"
jobs = "100,000"
[[investment]]
name = "=1+1"
outlay = "12345678901234567.89 euros"
period = "3 years"
jobs = "at least 7,000"
[[investment]]
name = "엔"
outlay = "700억 엔"
period = "18 months"
"""
COLUMNS = {"low": "C", "high": "E"}
CLOSE = fractions.Fraction(1, 10**16)  # a number that is no formula is written to 17 digits


def run(program, *arguments):
    return subprocess.run([program, "compare", *map(str, arguments)], capture_output=True, check=True).stdout


def labels():
    """The words of the metrics, as the workbook has them."""
    rows = (ROOT / "config/messages/en/report.csv").read_text(encoding="utf-8")
    return {words.strip('"'): name for name, words in re.findall(r"^report\.metric\.(\w+),(.*)$", rows, re.M)}


def numbers_of(case):
    """(investment, metric, bound) → exact value, as the JSON has it."""
    return {(investment["name"], name, bound): fractions.Fraction(metric[bound])
            for investment in case["investments"] for name, metric in investment["metrics"].items() for bound in COLUMNS
            if metric.get(bound) is not None}


def numbers_in(book, sheet, words, heading):
    """The same of the rows below a heading."""
    found, inside = {}, False
    for row, name, label in book.sheets[sheet].rows():
        if f"C{row}" in book.sheets[sheet].texts:  # a heading names its columns
            inside = name == heading
        elif inside and label in words:
            for bound, column in COLUMNS.items():
                if f"{column}{row}" in book.sheets[sheet].values:
                    found[name, words[label], bound] = book.value(sheet, f"{column}{row}")
    return found


def heading_of(case, sheet):
    return [t for t in sheet.texts.values() if t.startswith(f"Amounts in {case['to']}")][-1]


def check(program, scenario, findings):
    said = run(program, scenario, "--format", "xlsx")
    if said != run(program, scenario, "--format", "xlsx"):
        findings.append("the same comparison gives other bytes")
    book = Book(said)
    document = json.loads(run(program, scenario, "--format", "json"))
    count = 0
    if len(book.sheets) != len(document["cases"]):
        findings.append(f"{len(book.sheets)} sheets for {len(document['cases'])} cases")
    for case, (name, sheet) in zip(document["cases"], book.sheets.items()):
        expected = numbers_of(case)
        found = numbers_in(book, name, labels(), heading_of(case, sheet))
        wrong = [k for k in expected if k not in found or abs(found[k] / expected[k] - 1) > CLOSE]
        if wrong or set(found) - set(expected):
            findings.append(f"{scenario.name}, {name}: {wrong} differ; {set(found) - set(expected)} too many")
        if len(sheet.formulas) < len(found):
            findings.append(f"{scenario.name}, {name}: only {len(sheet.formulas)} formulas for {len(found)} numbers")
        count += len(expected)
    return book, count


def check_stargate(book, findings):
    sheet = book.sheets["Comparison"]
    place = book.names["USD_KRW"]
    if book.value(*place) != 1436 or "USD/KRW" not in sheet.comments.get(place[1], ""):
        findings.append(f"USD_KRW is {place} with the comment {sheet.comments.get(place[1])!r}")
    if book.value(*book.names["USD_KRW_case_2"]) != fractions.Fraction(200000, 157):
        findings.append("the rate of the second case is not 200000/157")
    for what, found in (("formula uses the rate", any("USD_KRW" in f for f in sheet.formulas.values())),
                        ("comment says what was stated", any("2조원" in c for c in sheet.comments.values())),
                        ("text beside the number", "500000000000/359" in [t for at, t in sheet.texts.items() if at[0] == "H"]),
                        ("reason for what is unknown", any("jobs not stated" in t for at, t in sheet.texts.items() if at[0] == "I"))):
        if not found:
            findings.append(f"no {what}")


def main(program):
    findings, count = [], 0
    with tempfile.TemporaryDirectory() as folder:
        ranges = pathlib.Path(folder) / "ranges.toml"
        ranges.write_text(RANGES, encoding="utf-8")
        for scenario in (STARGATE, ranges):
            book, numbers = check(program, scenario, findings)
            count += numbers
            if scenario == STARGATE:
                check_stargate(book, findings)
        texts = book.sheets["Comparison"].texts.values()
        if not {"=1+1", "A & <B>", "12345678901234567.89"} <= set(texts):
            findings.append("a name, or a number of more than 15 digits, does not stand as text")
    print(*findings, f"{count} numbers, {len(findings)} findings", sep="\n")
    return 1 if findings or count < 20 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
