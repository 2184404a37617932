#!/usr/bin/env python3
"""Makes rates/annual-means.csv from the ECB's reference rates and the Federal Reserve's annual means.

    annual_means.py EUROFXREF_HIST FIRST_YEAR LAST_YEAR > ../rates/annual-means.csv

EUROFXREF_HIST  eurofxref-hist.csv, from the zip at https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip

Beside this script, h10-annual.csv holds the Federal Reserve's means. A published mean goes before a derived one,
so that each year and pair has one row. A derived mean is the mean of the daily cross rates, with six decimals.
"""

import csv
import pathlib
import sys
from decimal import Decimal

import table

PUBLISHED = "Federal Reserve H.10, annual mean"
INVERTED = "Federal Reserve H.10, annual mean of USD per unit, inverted"
DERIVED = "derived from ECB reference rates: mean of the daily crosses through EUR"
QUOTED_IN_DOLLARS = ["AUD", "EUR"]
CURRENCIES = ("AUD BGN BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF IDR ILS INR ISK JPY "
              "KRW MXN MYR NOK NZD PHP PLN RON SEK SGD THB TRY ZAR").split()


def derived_means(path, years):
    crosses = {}
    with open(path, encoding="utf-8", newline="") as file:
        for day in csv.DictReader(file):
            year = day["Date"][:4]
            if year in years:
                for code in CURRENCIES:
                    value = "1" if code == "EUR" else day[code]
                    if value not in ("", "N/A"):
                        crosses.setdefault((year, code), []).append(Decimal(value) / Decimal(day["USD"]))
    return {key: (sum(values) / len(values)).quantize(Decimal("0.000001")) for key, values in crosses.items()}


def main(path, first, last):
    years = [str(year) for year in range(int(first), int(last) + 1)]
    rows = {key: [str(mean), DERIVED] for key, mean in derived_means(path, years).items()}
    for row in table.read(pathlib.Path(__file__).with_name("h10-annual.csv")):
        if row["period"] in years:
            rows[row["period"], row["quote"]] = [row["value"], INVERTED if row["quote"] in QUOTED_IN_DOLLARS else PUBLISHED]

    table.write([
        ("title", f"Annual mean exchange rates of the US dollar, {first} to {last}"),
        ("source", "Board of Governors of the Federal Reserve System, H.10, https://www.federalreserve.gov/releases/g5a/ ; European Central "
                   "Bank, euro reference rates, https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/html/index.en.html"),
        ("licence", "H.10: public domain (US government data); ESCB statistics: free re-use, provided that the source is named and the "
                    "statistics are not modified (rows that say derived are not ECB statistics)"),
        ("date", f"{last}-12-31"),
        ("refresh", f"refresh/annual_means.py with eurofxref-hist.csv, {first} and {last}; the H.10 means in refresh/h10-annual.csv"),
        ("kind", "mean"),
        ("note", "units of the quote currency for one US dollar; one row a year and pair, a published mean before a derived one; the mean of a "
                 "cross is not the cross of the means. H.10 rows start in 2023"),
    ], ["period", "base", "quote", "value", "source"],
        [[year, "USD", code, *rest] for (year, code), rest in sorted(rows.items())])


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
