"""The C++ sources of the checkout, and what stands in them: includes, string literals."""
import csv
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]

TOKEN = re.compile(
    r'''(?P<comment>//[^\n]*|/\*.*?\*/)
      | R"(?P<delimiter>[^(]*)\((?P<raw>.*?)\)(?P=delimiter)"
      | "(?P<string>(?:[^"\\\n]|\\.)*)"
      | (?P<char>'(?:[^'\\\n]|\\.)+')
      | (?P<digits>\d[\w']*)
      | (?P<include>^\#[ ]*include[^\n]*)''',
    re.S | re.M | re.X)


def cpp_files(*folders):
    for folder in folders:
        yield from sorted(path for path in (ROOT / folder).rglob("*") if path.suffix in (".hpp", ".cpp", ".h"))


def literals(path):
    """(line, text) of every string literal; adjacent ones are not joined. Includes and comments are left out."""
    text = path.read_text(encoding="utf-8")
    for match in TOKEN.finditer(text):
        body = match["raw"] if match["raw"] is not None else match["string"]
        if body is None:
            continue
        yield text.count("\n", 0, match.start()) + 1, body


def includes(path):
    """(line, name) of every include, without its brackets or quotes."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
        if match:
            yield number, match[1]


def code_without_comments(path):
    text = path.read_text(encoding="utf-8")
    return TOKEN.sub(lambda m: re.sub(r"[^\n]", " ", m[0]) if m["comment"] else m[0], text)


def rows(path):
    """The rows of a table of config/, as dictionaries."""
    with open(path, encoding="utf-8", newline="") as file:
        lines = file.read().splitlines(keepends=True)
    start = next(i for i, line in enumerate(lines) if not line.startswith("#"))
    return list(csv.DictReader(lines[start:]))


def report(name, findings, checked):
    """Prints the findings and ends the program. `checked` counts what was looked at: none is a failure of the test."""
    for finding in findings:
        print(finding)
    if not checked:
        print(f"{name}: nothing was checked")
        sys.exit(1)
    print(f"{name}: {checked} checked, {len(findings)} findings")
    sys.exit(1 if findings else 0)
