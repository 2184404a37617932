#!/usr/bin/env python3
"""Makes rates/ecb-YYYY-MM.csv from the ECB's file of euro reference rates.

    ecb_month.py EUROFXREF_HIST YYYY-MM > ../rates/ecb-YYYY-MM.csv

EUROFXREF_HIST  eurofxref-hist.csv, from the zip at https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip

Values are copied as text, never computed.
"""

import csv
import sys

import table


def main(path, month):
    rows = []
    with open(path, encoding="utf-8", newline="") as file:
        for day in csv.DictReader(file):
            if day["Date"].startswith(month + "-"):
                rows += [[day["Date"], "EUR", code, value] for code, value in day.items()
                         if code and code != "Date" and value and value != "N/A"]
    if not rows:
        sys.exit(f"no rates of {month} in {path}")
    rows.sort()
    table.write([
        ("title", f"Euro foreign exchange reference rates, {month}"),
        ("source", "European Central Bank, https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/html/index.en.html"),
        ("licence", "ESCB statistics: free re-use, provided that the source is named and the statistics are not modified"),
        ("date", rows[-1][0]),
        ("refresh", f"refresh/ecb_month.py with eurofxref-hist.csv and {month}"),
        ("series", "eurofxref-hist"),
        ("kind", "spot"),
        ("fixing", "about 14:15 CET, published about 16:00 CET"),
        ("note", "units of the quote currency for one euro; the text of eurofxref-hist.csv, which drops trailing zeros (1497.2 for 1497.20)"),
    ], ["date", "base", "quote", "value"], rows)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
