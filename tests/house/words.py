"""Facts and words are rows of config/: no currency, country or word of a language stands in the C++ code."""
import re

from sources import ROOT, cpp_files, literals, report, rows

LETTERS_OF_LANGUAGES = re.compile("[\u0370-\u1fff\u2e80-\ua95f\uac00-\ud7ff\uf900-\ufaff]")
WORD_CLASSES = {"currency", "country", "magnitude", "month"}
NAMES_OF_STYLES = {"indian", "real"}  # a way to group digits; a basis of prices
# An id such as toml-kind-real is no text.
ID = re.compile(r"[a-z0-9_]+([.-][a-z0-9_]*)+")
# Two English words in a row make a sentence; "{} {}" and JSON keys do not.
SENTENCE = re.compile(r"(?<![\w{-])[A-Za-z][a-z]+ [a-z]{2,}(?![\w}-])")
# Statements for the store of rates are in SQL.
SQL_FOLDER = "src/rates/store/"
SQL_WORDS = {"AND", "AS", "BY", "DO", "IN", "IS", "NOT", "ON", "OR", "SET", "TO", "ALL", "ADD", "END", "KEY"}
# The program that embeds config/ speaks to who builds outlay, before there is a catalogue, and writes C++.
SPEAKS_FOR_ITSELF = {"src/embed/main.cpp", "src/embed/cpp_table.cpp", "src/embed/tables.cpp"}

# The names of elements and attributes in an XML format are no words of ours.
WRITES_MARKUP = {"src/report/xlsx/workbook.cpp"}


def known_words():
    codes = {row["code"] for row in rows(ROOT / "config/currencies.csv")}
    for row in rows(ROOT / "config/economies.csv"):
        codes.update((row["code"], row["alpha3"]))
    words = set()
    for row in rows(ROOT / "config/economies.csv"):
        words.update((row["name"].lower(), row["name_ko"]))
    for path in sorted((ROOT / "config/languages").glob("*.csv")):
        # Across many languages a short word is also an identifier ("set" is a month of Italian).
        shortest = 1 if path.stem in ("en", "ko") else 3
        for row in rows(path):
            if row["class"] in WORD_CLASSES:
                words.update(word.lower() for word in row["words"].split("|") if len(word) > shortest)
    return codes, words


def main():
    codes, words = known_words()
    findings, checked = [], 0
    for path in cpp_files("include", "src"):
        relative = str(path.relative_to(ROOT))
        if relative in WRITES_MARKUP:
            continue
        lines = path.read_text(encoding="utf-8").splitlines()
        for line, text in literals(path):
            if "throw " in lines[line - 1] or "static_assert" in "".join(lines[max(0, line - 3):line]):
                continue  # for programmers, not for users
            checked += 1
            where = f'{relative}:{line}: "{text}"'
            for code in re.findall(r"(?<![A-Za-z_%])[A-Z]{2,3}(?![A-Za-z_\\])", text):
                if code in codes and not (relative.startswith(SQL_FOLDER) and code in SQL_WORDS):
                    findings.append(f"{where}: {code} is a code of config/")
            for word in re.findall(r"[^\W\d_]+", text.lower()):
                if word in words - NAMES_OF_STYLES and not ID.fullmatch(text):
                    findings.append(f"{where}: {word} is a word of config/")
            if LETTERS_OF_LANGUAGES.search(text):
                findings.append(f"{where}: words of a language belong into config/")
            if SENTENCE.search(text) and relative not in SPEAKS_FOR_ITSELF:
                findings.append(f"{where}: sentences belong into config/messages/")
    report("words", findings, checked)


main()
