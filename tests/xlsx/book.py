"""Reads a workbook of `outlay compare --format xlsx`, and computes its formulas with fractions."""
import fractions
import io
import re
import xml.etree.ElementTree as xml
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CELL = re.compile(r"\$?([A-Z]+)\$?(\d+)")
TOKEN = re.compile(r"\s*(\d+(?:\.\d+)?|\$?[A-Z]+\$?\d+(?![\w])|[A-Za-z_]\w*|[*/])")


class Sheet:
    def __init__(self, tree, comments):
        self.comments = comments
        self.texts, self.values, self.formulas = {}, {}, {}
        for c in tree.iter(f"{MAIN}c"):
            at = c.get("r")
            formula, value, text = c.find(f"{MAIN}f"), c.find(f"{MAIN}v"), c.find(f"{MAIN}is/{MAIN}t")
            if text is not None:
                self.texts[at] = text.text
            if value is not None and c.get("t") in (None, "n"):
                self.values[at] = fractions.Fraction(value.text)
            if formula is not None:
                self.formulas[at] = formula.text

    def rows(self):
        """(row, name, label) of every row with cells; the name goes on until the next."""
        name = ""
        for row in sorted({int(CELL.fullmatch(at)[2]) for at in [*self.texts, *self.values, *self.formulas]}):
            name = self.texts.get(f"A{row}", name)
            yield row, name, self.texts.get(f"B{row}", "")


class Book:
    def __init__(self, data):
        self.archive = zipfile.ZipFile(io.BytesIO(data))
        if self.archive.testzip() is not None:
            raise ValueError("the archive is damaged")
        parts = {name: self.archive.read(name) for name in self.archive.namelist()}
        for name, part in parts.items():
            if name.endswith((".xml", ".rels", ".vml")):
                xml.fromstring(part)
        top = xml.fromstring(parts["xl/workbook.xml"])
        self.sheets = {}
        for i, sheet in enumerate(top.iter(f"{MAIN}sheet"), 1):
            comments = {}
            if f"xl/comments{i}.xml" in parts:
                for c in xml.fromstring(parts[f"xl/comments{i}.xml"]).iter(f"{MAIN}comment"):
                    comments[c.get("ref")] = "".join(t.text or "" for t in c.iter(f"{MAIN}t"))
            self.sheets[sheet.get("name")] = Sheet(xml.fromstring(parts[f"xl/worksheets/sheet{i}.xml"]), comments)
        self.names = {}
        for name in top.iter(f"{MAIN}definedName"):
            sheet, cell = name.text.rsplit("!", 1)
            self.names[name.get("name")] = (sheet.strip("'"), cell.replace("$", ""))

    def value(self, sheet, at):
        """What a cell computes, exactly."""
        found = self.sheets[sheet]
        if at not in found.formulas:
            return found.values[at]
        total, operation = None, "*"
        for token in TOKEN.findall(found.formulas[at]):
            if token in "*/":
                operation = token
                continue
            if token[0].isdigit():
                number = fractions.Fraction(token)
            elif CELL.fullmatch(token):
                number = self.value(sheet, token.replace("$", ""))
            else:
                number = self.value(*self.names[token])
            total = number if total is None else total * number if operation == "*" else total / number
        return total
