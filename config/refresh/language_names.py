#!/usr/bin/env python3
"""Prints the rows of a language file that come from CLDR: months and names of currencies.

    language_names.py LOCALE NUMBERS DATES < ../languages/TAG.csv

LOCALE   a locale of CLDR (de, zh-Hant)
NUMBERS  the unpacked npm package cldr-numbers-full
DATES    the unpacked npm package cldr-dates-full

The rows of the file on standard input come first: a name that stands there is not printed again. Names of one word are
left out where words are split by spaces; what such a word means (krone, dollar) is for the file to say.
"""
import csv
import json
import pathlib
import re
import sys

CODES = ("USD EUR GBP JPY CNY KRW CHF CAD AUD NZD SGD HKD TWD INR PKR LKR NPR BDT RUB UAH BYN KZT GEL AMD AZN UZS BRL MXN ARS CLP "
         "COP PEN UYU ZAR EGP NGN KES GHS ETB MAD TND DZD SEK NOK DKK ISK PLN CZK HUF RON BGN HRK RSD BAM MKD ALL MDL TRY ILS AED "
         "SAR QAR OMR KWD BHD JOD LBP IQD IRR THB MYR IDR PHP VND MMK MNT DEM FRF ITL ESP PTE NLG BEF ATS FIM GRD IEP LUF").split()
UNSPACED = ("ja", "zh", "zh-Hant", "ko", "th")


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)["main"]


def known(lines):
    words = {"month": set(), "currency": set()}
    for row in csv.reader(line for line in lines if not line.startswith("#")):
        if row and row[0] in words:
            words[row[0]].update(word.lower() for word in row[1].split("|"))
    return words


def months(locale, dates, seen):
    names = load(dates / "main" / locale / "ca-gregorian.json")[locale]["dates"]["calendars"]["gregorian"]["months"]
    for month in range(1, 13):
        forms = []
        for use in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                name = names[use][width][str(month)]
                if len(name) > 2 and not re.match(r"\d", name) and name not in forms:
                    forms.append(name)
        if forms and not {form.lower() for form in forms} <= seen:
            yield ("month", "|".join(forms), str(month), "")


def currencies(locale, numbers, seen):
    names = load(numbers / "main" / locale / "currencies.json")[locale]["numbers"]["currencies"]
    for code in CODES:
        forms = []
        for key, name in names.get(code, {}).items():
            one_word = " " not in name and "-" not in name and locale not in UNSPACED
            if not key.startswith("displayName") or name == code or one_word or re.search(r"[()0-9–]", name) or name.lower() in seen:
                continue
            seen.add(name.lower())
            forms.append(name)
        if forms:
            yield ("currency", "|".join(forms), code, "after")


def main(locale, numbers, dates):
    words = known(sys.stdin)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerows(months(locale, pathlib.Path(dates), words["month"]))
    writer.writerows(currencies(locale, pathlib.Path(numbers), words["currency"]))


if len(sys.argv) != 4:
    sys.exit(__doc__)
main(*sys.argv[1:])
