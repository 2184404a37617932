#!/usr/bin/env python3
"""Makes economies.csv from CLDR.

    economies.py CODE_MAPPINGS CURRENCY_DATA EN_TERRITORIES KO_TERRITORIES > ../economies.csv

CODE_MAPPINGS   supplemental/codeMappings.json of npm cldr-core
CURRENCY_DATA   supplemental/currencyData.json of npm cldr-core
EN_TERRITORIES  main/en/territories.json       of npm cldr-localenames-full
KO_TERRITORIES  main/ko/territories.json       of npm cldr-localenames-full
"""

import json
import sys

import table

AS_OF = "2026-01-02"
SHORT_NAMES = ["HK", "MO"]  # CLDR's long names say "SAR China"
EUROPEAN_UNION = ["EU", "EUU"]  # not in ISO 3166; the alpha-3 code is the World Bank's


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def currency(code, region):
    """The legal tender on the day AS_OF: one that has no end before one that is being withdrawn, the country's own before another's."""
    valid = [(name, span) for entry in region for name, span in entry.items()
             if span.get("_tender") != "false" and span.get("_from", "") <= AS_OF <= span.get("_to", "9999")]
    valid.sort(key=lambda item: ("_to" in item[1], not item[0].startswith(code)))
    return valid[0][0] if valid else ""


def main(mappings_path, data_path, en_path, ko_path):
    codes = load(mappings_path)["supplemental"]["codeMappings"]
    supplemental = load(data_path)["supplemental"]
    regions = supplemental["currencyData"]["region"]
    names = {tag: load(path)["main"][tag]["localeDisplayNames"]["territories"]
             for tag, path in (("en", en_path), ("ko", ko_path))}

    def name(tag, code):
        return names[tag][code + "-alt-short" if code in SHORT_NAMES else code]

    # ISO 3166 assigns numbers below 900; CLDR names only codes in use.
    alpha3 = {code: codes[code]["_alpha3"] for code in codes
              if len(code) == 2 and code in names["en"] and codes[code].get("_numeric", "999") < "900"}
    if len(alpha3) != 249:
        sys.exit(f"expected the 249 countries of ISO 3166, found {len(alpha3)}")
    alpha3.update([EUROPEAN_UNION])

    table.write([
        ("title", "Economies: the countries of ISO 3166 and the European Union, with their legal tender"),
        ("source", f"Unicode CLDR {supplemental['version']['_cldrVersion']}, https://cldr.unicode.org"),
        ("licence", "Unicode-3.0, https://www.unicode.org/license.txt"),
        ("date", AS_OF),
        ("refresh", "refresh/economies.py with supplemental/codeMappings.json and supplemental/currencyData.json of npm cldr-core, "
                    "main/en/territories.json and main/ko/territories.json of npm cldr-localenames-full"),
        ("note", "currency is the legal tender on the date above; where there are several, the country's own. Antarctica has none. "
                 "The European Union is not a country of ISO 3166; EUU is the World Bank's code for it"),
    ], ["code", "alpha3", "name", "name_ko", "currency"],
        [[code, three, name("en", code), name("ko", code), currency(code, regions.get(code, []))]
         for code, three in sorted(alpha3.items())])


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
