#!/usr/bin/env python3
"""Makes currencies.csv from the ISO 4217 list and CLDR.

    currencies.py LIST_ONE EN_CURRENCIES CURRENCY_DATA > ../currencies.csv

LIST_ONE       iso-4217-list-one.xml        of npm currency-codes
EN_CURRENCIES  main/en/currencies.json      of npm cldr-numbers-full
CURRENCY_DATA  supplemental/currencyData.json of npm cldr-core

Beside this script, iso4217-historic.csv holds what LIST_ONE lacks: withdrawn codes and codes added since.
"""

import json
import pathlib
import re
import sys
import xml.etree.ElementTree as xml

import table

# The base of a quoted pair is the currency that comes first here: the market's convention.
QUOTE_ORDER = ["EUR", "GBP", "AUD", "NZD", "USD", "CAD", "CHF", "JPY"]

COLUMNS = ["code", "numeric", "minor_units", "name", "symbol", "quote_rank", "valid_from", "valid_to", "successor"]


def list_one(path):
    """The date of publication, and code -> row of the active codes."""
    root = xml.parse(path).getroot()
    rows = {}
    for entry in root.iter("CcyNtry"):
        code = entry.findtext("Ccy")
        if code:
            units = entry.findtext("CcyMnrUnts")
            rows[code] = {"code": code, "numeric": entry.findtext("CcyNbr"), "name": entry.findtext("CcyNm").strip(),
                          "minor_units": units if units.isdigit() else "", "withdrawn": "", "successor": ""}
    return root.get("Pblshd"), rows


def withdrawal(text):
    """ISO's wording as one date: of a range its end, of a year its last month."""
    last = re.split(r" to |(?<=\d{4})-(?=\d{4})", text)[-1]
    return last + "-12" if len(last) == 4 else last


def legal_tender(currency_data):
    """code -> (first day, last day or None where it still runs) over all regions."""
    spans = {}
    for region in currency_data["region"].values():
        for entry in region:
            for code, span in entry.items():
                if span.get("_tender") != "false":
                    spans.setdefault(code, []).append(span)
    return {code: (min((s["_from"] for s in of_code if "_from" in s), default=""),
                   max(s["_to"] for s in of_code) if all("_to" in s for s in of_code) else None)
            for code, of_code in spans.items()}


def main(list_one_path, en_path, data_path):
    published, iso = list_one(list_one_path)
    iso.update((row["code"], row) for row in table.read(pathlib.Path(__file__).with_name("iso4217-historic.csv")))
    english = json.load(open(en_path, encoding="utf-8"))["main"]["en"]["numbers"]["currencies"]
    supplemental = json.load(open(data_path, encoding="utf-8"))["supplemental"]
    tender = legal_tender(supplemental["currencyData"])

    rows = []
    for code, row in sorted(iso.items()):
        cldr = english.get(code, {})
        name = cldr.get("displayName", row["name"])
        if code == "XXX" or name.lower() == row["name"].lower():
            name = row["name"]
        symbol = cldr.get("symbol", code)
        first, last = tender.get(code, ("", None))
        rows.append([code, row["numeric"], row["minor_units"], name, symbol if symbol != code else "",
                     QUOTE_ORDER.index(code) + 1 if code in QUOTE_ORDER else "", first,
                     (last or withdrawal(row["withdrawn"])) if row["withdrawn"] else "", row["successor"]])

    version = supplemental["version"]["_cldrVersion"]
    table.write([
        ("title", "Currencies: the codes of ISO 4217, active and withdrawn"),
        ("source", f"ISO 4217 list one (published {published}), list three and amendments to 2026-01-01, SIX Group, "
                   "https://www.six-group.com/en/products-services/financial-information/data-standards.html ; "
                   f"Unicode CLDR {version} (English names and symbols, dates of legal tender), https://cldr.unicode.org"),
        ("licence", "ISO 4217 codes: facts of a public standard; CLDR: Unicode-3.0, https://www.unicode.org/license.txt"),
        ("date", "2026-01-01"),
        ("refresh", "refresh/currencies.py with iso-4217-list-one.xml of npm currency-codes, main/en/currencies.json of npm "
                    "cldr-numbers-full, supplemental/currencyData.json of npm cldr-core; withdrawn codes in refresh/iso4217-historic.csv"),
        ("note", "minor_units is empty where ISO says N.A., and for a withdrawn code where its last listing is not on record. "
                 "valid_from and valid_to are the first and last day as legal tender anywhere (CLDR), else ISO's withdrawal "
                 "date (a range of years stands as the last month of its end); an active code has no valid_to. quote_rank: the "
                 "lower rank is the base of a quoted pair"),
    ], COLUMNS, rows)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
