"""The Python package: what it answers is what the program answers, exactly; what it refuses, it explains."""
import concurrent.futures
import datetime
import json
import os
import pathlib
import pickle
import subprocess
import tempfile
import unittest
import warnings
from decimal import Decimal
from fractions import Fraction

import outlay

ROOT = pathlib.Path(__file__).resolve().parents[2]
ARTICLE = ROOT / "tests/data/seed/stargate-and-korea.txt"
STARGATE = ROOT / "config/examples/stargate.toml"
DAY = datetime.date(2025, 1, 22)


def program(*arguments):
    return subprocess.run([os.environ["OUTLAY_PROGRAM"], *map(str, arguments)], capture_output=True, check=True).stdout


class Converting(unittest.TestCase):
    def test_words(self):
        won = outlay.convert("5000억 달러", "KRW", as_of=DAY)
        self.assertEqual(won.exact, Fraction(2493350000000000000, 3481))
        self.assertEqual(won.value, Decimal(716274059178397))
        self.assertIsInstance(won.value, Decimal)
        self.assertIsInstance(won.low, Fraction)
        self.assertEqual([leg.pair for leg in won.rate.legs], ["EUR/USD", "EUR/KRW"])
        self.assertEqual(won.rate.date, DAY)
        self.assertEqual(won.document, json.loads(program("convert", "5000억 달러", "KRW", "--as-of", DAY, "--format", "json")))
        self.assertEqual(won.derivation, program("convert", "5000억 달러", "KRW", "--as-of", DAY).decode())
        self.assertIn("<pre>", won._repr_html_())

    def test_a_ceiling_has_no_value(self):
        won = outlay.convert("up to $500 billion", "KRW", rates={"USD/KRW": "1436"})
        self.assertIsNone(won.value)
        self.assertIsNone(won.low)
        self.assertEqual((won.high, won.qualifier), (718 * 10**12, "at_most"))

    def test_numbers(self):
        usd = outlay.convert(Decimal("2e12"), "USD", currency="KRW", rates={"USD/KRW": Fraction(200000, 157)})
        self.assertEqual((usd.value, usd.exact), (Decimal("1570000000.00"), 1570000000))
        self.assertEqual(str(outlay.convert(Fraction(1, 3), "USD", currency="USD").value), "0.33")
        self.assertEqual(str(outlay.convert(Decimal("0.125"), "USD", currency="USD", rounding="half-even").value), "0.12")
        self.assertEqual(str(outlay.convert(Decimal("-0.125"), "USD", currency="USD").value), "-0.13")
        self.assertEqual(outlay.convert(5, "JPY", currency="JPY").value, 5)

    def test_floats_are_refused(self):
        for call in (lambda: outlay.convert(1.57, "USD", currency="KRW"),
                     lambda: outlay.convert("$5", "KRW", rates={"USD/KRW": 1436.5})):
            with self.assertRaisesRegex(TypeError, "float.*Decimal"):
                call()

    def test_what_is_no_amount_or_no_day(self):
        for amount, error in ((Decimal("NaN"), ValueError), (Decimal("Infinity"), ValueError), ("five", ValueError), ("1e5", ValueError),
                              (True, TypeError), (None, TypeError), (b"5", TypeError)):
            with self.assertRaisesRegex(error, "amount"):
                outlay.convert(amount, "USD", currency="KRW")
        self.assertEqual(outlay.convert("1234.5", "KRW", currency="KRW").value, 1235)
        with self.assertRaisesRegex(TypeError, "a text is expected"):
            outlay.convert("$5", None)
        with self.assertRaises(outlay.OutlayError):
            outlay.convert("\ud800", "KRW")
        with self.assertRaisesRegex(TypeError, "a day is"):
            outlay.convert("$5", "KRW", as_of=20250122)
        with self.assertRaisesRegex(TypeError, "dictionary"):
            outlay.convert("$5", "KRW", rates=["USD/KRW=1436"])
        with self.assertRaises(outlay.OutlayError):  # more digits than a number may have: not 0
            outlay.convert("$" + "9" * 401, "KRW")
        self.assertGreater(outlay.convert("$" + "9" * 400, "KRW").value, 10**400)

    def test_rates(self):
        rate = outlay.rate("KRW", "USD", as_of="2025-01-22")
        self.assertEqual((rate.pair, rate.exact), ("USD/KRW", Fraction(4986700, 3481)))
        self.assertIsNone(outlay.rate("USD", "USD"))

    def test_errors_carry_diagnostics(self):
        with self.assertRaises(outlay.OutlayError) as caught:
            outlay.convert("5 bilion dollars", "USX")
        ids = [d.id for d in caught.exception.diagnostics]
        self.assertEqual(ids[1], "unknown-currency")
        self.assertIn("USD", caught.exception.diagnostics[1].near)
        self.assertEqual(caught.exception.diagnostics[0].severity, "error")
        again = pickle.loads(pickle.dumps(caught.exception))
        self.assertEqual(again.diagnostics, caught.exception.diagnostics)
        with self.assertRaises(outlay.MissingFact) as caught:
            outlay.convert("$5", "KRW", as_of="1960-01-04")
        self.assertEqual(caught.exception.id, "rate-missing")
        with self.assertRaisesRegex(TypeError, "no option asof"):
            outlay.convert("$5", "KRW", asof="1960-01-04")
        with self.assertRaises(outlay.OutlayError):
            outlay.convert("$5", "KRW", as_of="2025-02-30")
        with self.assertRaises(outlay.OutlayError):
            outlay.convert("\udcff", "KRW")
        with self.assertWarnsRegex(outlay.OutlayWarning, "language"):
            outlay.convert("$5", "USD", language="xx")

    def test_reading(self):
        figure = outlay.read("100,000", kind="jobs")
        self.assertEqual((figure.kind, figure.central), ("jobs", 100000))
        with self.assertRaises(outlay.OutlayError):
            outlay.read("100,000", kind="jbos")


class Documents(unittest.TestCase):
    def test_scan(self):
        figures = list(outlay.scan(ARTICLE, to="USD"))
        lines = program("scan", ARTICLE, "--to", "USD", "--format", "jsonl").splitlines()
        self.assertEqual([f.row for f in figures], [json.loads(line) for line in lines])
        self.assertGreater(len(figures), 5)
        first = figures[0]
        self.assertEqual(ARTICLE.read_bytes()[first.begin:first.end].decode(), first.text)
        self.assertEqual(list(outlay.scan([ARTICLE, str(ARTICLE)], to="USD")), figures * 2)

    def test_bytes_of_the_program(self):
        for options in ({}, {"to": "KRW", "as_of": DAY}, {"kinds": "all"}):
            said = outlay.engine.default().scan_lines(ARTICLE.read_bytes(), str(ARTICLE), **options)
            arguments = [f"--{ {'kinds': 'kind', 'as_of': 'as-of'}.get(k, k) }={v}" for k, v in options.items()]
            self.assertEqual(said, program("scan", ARTICLE, "--format", "jsonl", *arguments))

    def test_every_form_of_the_program(self):
        """UTF-16 by its mark, pages, marked and decomposed text, broken bytes: lines and places are those of the program."""
        files = [ROOT / "tests/golden/files" / name for name in ("utf16-le.txt", "utf16-be.txt", "page.html", "marked.txt",
                                                                 "decomposed.txt", "latin.txt", "sound.txt")]
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            figures = list(outlay.scan(files))
        said = subprocess.run([os.environ["OUTLAY_PROGRAM"], "scan", *files, "--format", "jsonl"], capture_output=True, check=True)
        self.assertEqual([f.row for f in figures], [json.loads(line) for line in said.stdout.splitlines()])
        self.assertEqual(len({f.document for f in figures}), len(files))
        self.assertEqual([str(w.message) for w in told], [said.stderr.decode().rstrip("\n")])
        self.assertIn("latin.txt:1:12", str(told[0].message))
        audit = outlay.audit(ROOT / "tests/golden/files/page.html")
        self.assertEqual(audit.document, json.loads(program("audit", ROOT / "tests/golden/files/page.html", "--format", "json")))
        page = "<!doctype html><p>Costs $5 <b>million</b>"
        self.assertEqual([f.text for f in outlay.scan_text(page)], ["$5 million"])
        self.assertEqual([f.central for f in outlay.scan_text(page, form="text")], [5])

    def test_simulate(self):
        found = outlay.simulate(STARGATE, metrics="total,per_job")
        arguments = ["compare", STARGATE, "--metric", "total,per_job", "--simulate"]
        self.assertEqual(str(found), program(*arguments, "1000").decode())
        total = found["National AI Computing Center", "total"]
        self.assertIsInstance(total.median, float)
        self.assertAlmostEqual(total.median, 2e12 / 1436, delta=2e12 / 1436 * 1e-4)
        self.assertEqual((found.samples, total.unit, total.errors[50]), (0, "USD", 0))
        self.assertLess(total.percentiles[5], total.percentiles[95])
        self.assertEqual(found.ratio("National AI Computing Center", "total").qualifier, "at_most")
        self.assertEqual(len(found.rows().__next__()), 14)
        self.assertIn("<pre>", found._repr_html_())
        drawn = outlay.simulate(STARGATE, samples=50_000, seed=7, threads=2)
        self.assertEqual(drawn.document, json.loads(program("compare", STARGATE, "--simulate", "50000", "--seed", "7", "--method",
                                                            "sample", "--format", "json")))
        spread = drawn["National AI Computing Center", "total"]
        self.assertLess(abs(spread.median - total.median), 5 * spread.errors[50])
        self.assertEqual(outlay.simulate(STARGATE, samples=50_000, seed=7).spreads, drawn.spreads)
        with self.assertRaises(KeyError):
            found["Stargate", "per_jb"]
        with self.assertRaisesRegex(outlay.OutlayError, "horizon"):
            outlay.simulate(STARGATE, horizon="soon")
        with self.assertRaisesRegex(ValueError, "samples"):
            outlay.simulate(STARGATE, samples=1e6)

    def test_compare(self):
        found = outlay.compare(STARGATE)
        self.assertEqual(found["Stargate"]["per_job"].high, 5_000_000)
        self.assertEqual(found["National AI Computing Center"]["per_job"].missing, ("jobs-not-stated",))
        self.assertFalse(found["National AI Computing Center"]["per_job"].known)
        self.assertEqual(found.cases[1].ratios[0].value.high, Fraction(50000, 157))
        self.assertEqual(str(found), program("compare", STARGATE).decode())
        plain = json.loads(program("compare", STARGATE, "--format", "json"))
        self.assertEqual(found.document["cases"][0]["baseline"], plain["cases"][0]["baseline"])
        with self.assertRaises(outlay.OutlayError) as caught:
            outlay.compare_text("[[investment]]\nname = 'A'\noutlay = 5.5\njbs = '3'\n", "a.toml")
        self.assertEqual([d.where.line for d in caught.exception.diagnostics], [3, 4])

    def test_audit(self):
        found = outlay.audit(ARTICLE)
        self.assertTrue(found.objects)
        self.assertIn("implied-rate-off-market", [f["id"] for f in found.findings])
        self.assertFalse(outlay.audit_texts({"a": "Nothing here."}).objects)

    def test_engines(self):
        with self.assertRaises(outlay.OutlayError):
            outlay.Engine(config="/nonexistent")
        with tempfile.TemporaryDirectory() as folder:
            rates = pathlib.Path(folder) / "rates/desk.csv"
            rates.parent.mkdir()
            rates.write_text("# title: Desk\n# source: Desk\n# licence: none\n# date: 2025-01-22\n# kind: spot\n"
                             "date,base,quote,value\n1960-01-04,USD,KRW,65\n")
            engine = outlay.Engine(config=folder)
            self.assertEqual(engine.convert("$5", "KRW", as_of="1960-01-04").value, 325)
            self.assertEqual(pickle.loads(pickle.dumps(engine)).convert("$5", "KRW", as_of="1960-01-04").value, 325)

    def test_threads(self):
        text = ARTICLE.read_bytes()
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            results = set(pool.map(lambda _: outlay.engine.default().scan_lines(text, "a", to="USD"), range(64)))
        self.assertEqual(len(results), 1)


if __name__ == "__main__":
    warnings.simplefilter("error", ResourceWarning)
    unittest.main()
