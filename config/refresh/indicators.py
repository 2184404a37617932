#!/usr/bin/env python3
"""Makes economy/NAME.csv from a file of values of a series of the World Bank.

    indicators.py FILE SERIES FIRST_YEAR LAST_YEAR DATE > ../economy/NAME.csv

FILE    as the World Bank publishes it (a column a year), or a mirror of it with a row a year: gdp.csv, cpi.csv of
        https://github.com/datasets, population.csv of https://github.com/datasets/population, ppp.csv of
        https://github.com/datasets/ppp
SERIES  its code in ../economy/series.csv
DATE    the year or the day of the vintage

Values are copied as text, never computed. Of each year those of the economies of ../economies.csv are kept; regions and
groups by income are not.
"""

import csv
import pathlib
import sys

import table

CONFIG = pathlib.Path(__file__).parent.parent
NOTES = {
    "NY.GDP.MKTP.CD": "at the market rates of each year. The vintage before Korea's national accounts were rebased in 2024",
    "PA.NUS.PPP": "units of the local currency that buy what one US dollar buys in the United States; no exchange rate",
    "FP.CPI.TOTL.ZG": "the change of the yearly mean over that of the year before, in percent; an index is chained of these",
}


def economies():
    """alpha-2 and alpha-3 → alpha-2"""
    rows = table.read(CONFIG / "economies.csv")
    return {row[column]: row["code"] for row in rows for column in ("code", "alpha3")}


def rows_of(path):
    """(economy, year, value) as texts"""
    with open(path, encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    first = next(i for i, line in enumerate(lines) if "Country Code" in line or "Country ID" in line)
    names = lines[first]
    code = names.index("Country Code" if "Country Code" in names else "Country ID")
    for line in lines[first + 1:]:
        if "Year" in names:
            yield line[code], line[names.index("Year")], line[len(names) - 1]
        else:
            yield from ((line[code], name, line[i]) for i, name in enumerate(names) if name.isdigit())


def main(path, series, first, last, date):
    known = economies()
    name = next(row["name"] for row in table.read(CONFIG / "economy/series.csv") if row["series"] == series)
    rows = sorted([known[code], year, value] for code, year, value in rows_of(path)
                  if code in known and first <= year <= last and value)
    keys = [row[:2] for row in rows]
    if not rows or any(a == b for a, b in zip(keys, keys[1:])):
        sys.exit(f"{path}: no values of {first} to {last}, or two of one economy and year")
    comments = [
        ("title", f"{name}, {first} to {last}"),
        ("source", f"World Bank, World Development Indicators, https://data.worldbank.org/indicator/{series}"),
        ("licence", "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/ ; World Bank"),
        ("date", date),
        ("refresh", f"refresh/indicators.py with {pathlib.Path(path).name}, {series}, {first}, {last} and {date}"),
        ("series", series),
    ]
    if series in NOTES:
        comments.append(("note", NOTES[series]))
    table.write(comments, ["economy", "year", "value"], rows)


if __name__ == "__main__":
    if len(sys.argv) != 6:
        sys.exit(__doc__)
    main(*sys.argv[1:])
