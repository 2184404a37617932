"""Recalculates a workbook in headless LibreOffice, with the stored results taken out, and compares every number with the engine, to
the 15 digits that a spreadsheet holds; then with another rate written into its named cell. Opt-in: -DOUTLAY_TEST_SPREADSHEET=ON.

usage: libreoffice.py PROGRAM
"""
import io
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
import zipfile

sys.dont_write_bytecode = True
import workbook
from book import MAIN, Book


def without_results(data, rate):
    """The workbook with formulas alone; a `rate` takes the place of what stands in the named cells."""
    book, out = Book(data), io.BytesIO()
    names = list(book.sheets)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in book.archive.namelist():
            part = book.archive.read(name).decode()
            sheet = re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", name)
            if sheet:
                for where, at in book.names.values() if rate else ():
                    if where == names[int(sheet[1]) - 1]:
                        part = re.sub(rf'(<c r="{at}"[^>]*>).*?</c>', rf"\g<1><v>{rate}</v></c>", part)
                part = re.sub(r"(<f>[^<]*</f>)<v>[^<]*</v>", r"\1", part)
            made.writestr(name, part)
    return out.getvalue()


def recalculated(data, folder):
    """The workbook as LibreOffice writes it, with the results in place of the formulas."""
    (folder / "in.xlsx").write_bytes(data)
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to",
                    "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "out"), str(folder / "in.xlsx")],
                   check=True, capture_output=True, timeout=300)
    book = Book((folder / "out/in.xlsx").read_bytes())
    strings = ["".join(t.text or "" for t in item.iter(f"{MAIN}t"))
               for item in xml.fromstring(book.archive.read("xl/sharedStrings.xml")).iter(f"{MAIN}si")]
    for i, sheet in enumerate(book.sheets.values(), 1):
        for c in xml.fromstring(book.archive.read(f"xl/worksheets/sheet{i}.xml")).iter(f"{MAIN}c"):
            if c.get("t") == "s":
                sheet.texts[c.get("r")] = strings[int(c.find(f"{MAIN}v").text)]
        sheet.formulas.clear()
    return book


def digits(value):
    return f"{float(value):.15g}"


def compare(program, scenario, folder, findings, rate=None, *options):
    book = recalculated(without_results(workbook.run(program, scenario, "--format", "xlsx"), rate), folder)
    document = json.loads(workbook.run(program, scenario, "--format", "json", *options))
    count = 0
    for case, (name, sheet) in zip(document["cases"], book.sheets.items()):
        found = workbook.numbers_in(book, name, workbook.labels(), workbook.heading_of(case, sheet))
        for key, value in workbook.numbers_of(case).items():
            count += 1
            if key not in found or digits(found[key]) != digits(value):
                findings.append(f"{scenario.name}, {name}, {key}: {float(found.get(key, 0))!r}, not {float(value)!r}")
    return count


def main(program):
    if shutil.which("soffice") is None:
        sys.exit("soffice is not installed: sh .ci/setup-spreadsheet")
    findings, count = [], 0
    with tempfile.TemporaryDirectory(prefix="outlay-office.") as name:
        folder = pathlib.Path(name)
        ranges, one_case = folder / "ranges.toml", folder / "one.toml"
        ranges.write_text(workbook.RANGES, encoding="utf-8")
        one_case.write_text(workbook.STARGATE.read_text(encoding="utf-8").split("[[case]]")[0], encoding="utf-8")
        count += compare(program, workbook.STARGATE, folder, findings)
        count += compare(program, ranges, folder, findings)
        count += compare(program, one_case, folder, findings, "1500.25", "--rate", "USD/KRW=1500.25")
    print(*findings, f"{count} numbers recalculated, {len(findings)} differ", sep="\n")
    return 1 if findings or count < 20 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
