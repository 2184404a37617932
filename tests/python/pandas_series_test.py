"""series.outlay: columns of a table, exactly."""
import datetime
import pathlib
import unittest
from decimal import Decimal

import pandas
import outlay.pandas

ROOT = pathlib.Path(__file__).resolve().parents[2]
DAY = datetime.date(2025, 1, 22)


def frame():
    return pandas.DataFrame({"amount": ["2000000000000", "718.5", None, "-5"], "currency": ["KRW", "KRW", "USD", "JPY"],
                             "signed": pandas.to_datetime(["2025-01-22"] * 4)}, index=[10, 20, 30, 40])


class Series(unittest.TestCase):
    def test_texts(self):
        df = frame()
        found = df["amount"].outlay.to("USD", date=df["signed"], currency=df["currency"])
        self.assertEqual(found.tolist()[:2], [Decimal("1396113662.34"), Decimal("0.50")])
        self.assertIs(found[30], pandas.NA)
        self.assertEqual(found[40], Decimal("-0.03"))
        self.assertEqual(found.index.tolist(), [10, 20, 30, 40])
        self.assertEqual((found.name, found.attrs["outlay_reasons"]), ("amount_USD", {"amount-missing": 1}))

    def test_kinds_of_columns(self):
        for amounts in (pandas.Series([500, 718]), pandas.Series([500, 718], dtype="Int64"), pandas.Series([Decimal(500), Decimal(718)])):
            found = amounts.outlay.to("USD", date=DAY, currency="KRW")
            self.assertEqual(found.tolist(), [Decimal("0.35"), Decimal("0.50")])
        currency = pandas.Series(["KRW", "USD"], dtype="category")
        self.assertEqual(pandas.Series([500, 718]).outlay.to("USD", date=DAY, currency=currency).tolist(),
                         [Decimal("0.35"), Decimal("718.00")])
        self.assertEqual(pandas.Series([50, 71800]).outlay.minor("USD", date=DAY, currency="USD").values.tolist(), [50, 71800])

    def test_rows_follow_the_index(self):
        df = frame()
        turned = df["currency"].iloc[::-1]
        pandas.testing.assert_series_equal(df["amount"].outlay.to("USD", date=DAY, currency=turned),
                                           df["amount"].outlay.to("USD", date=DAY, currency=df["currency"]))

    def test_words(self):
        texts = pandas.Series(["5000억 달러", "up to $5", "5 bilion dollars", None], name="amount")
        found = texts.outlay.to("KRW", date=DAY)
        self.assertEqual(found[0], Decimal(716274059178397))
        self.assertEqual(found.isna().tolist(), [False, True, True, True])
        self.assertEqual(set(found.attrs["outlay_reasons"]) >= {"bound-only", "amount-missing"}, True)
        self.assertEqual(texts.outlay.read()[1].qualifier, "at_most")

    def test_refused(self):
        with self.assertRaisesRegex(TypeError, "floats.*dtype=str"):
            pandas.Series([1.5]).outlay.to("USD", currency="KRW")
        for text in ("1e3", "1_000", "NaN", "", "$5"):
            with self.assertRaisesRegex(ValueError, "not digits alone"):
                pandas.Series([text]).outlay.to("USD", currency="KRW")
        with self.assertRaises(OverflowError):
            pandas.Series(["1234567890123456789.5"]).outlay.to("USD", currency="KRW")

    def test_a_bad_text_names_its_row_or_is_coerced(self):
        amounts = pandas.Series(["5", "five", None, "$5", "7"], index=list("abcde"))
        with self.assertRaisesRegex(ValueError, "row 'b'.*'five'.*errors='coerce'"):
            amounts.outlay.to("USD", currency="USD")
        made = amounts.outlay.to("USD", currency="USD", errors="coerce")
        self.assertEqual(made[["a", "e"]].tolist(), [Decimal("5.00"), Decimal("7.00")])
        self.assertTrue(made[["b", "c", "d"]].isna().all())
        self.assertEqual(made.attrs["outlay_reasons"], {"amount-missing": 1, "amount-malformed": 2})
        self.assertEqual(made.attrs["outlay_bad_rows"], ["b", "d"])
        with self.assertRaises(ValueError):
            amounts.outlay.to("USD", currency="USD", errors="ignore")

    def test_a_comparison_is_a_frame(self):
        table = outlay.compare(ROOT / "config/examples/stargate.toml").to_pandas()
        row = table[(table.investment == "Stargate") & (table.metric == "per_job") & (table.kind == "metric")].iloc[0]
        self.assertEqual((row.high, row.unit), (5_000_000, "USD/job"))
        self.assertEqual(set(table.kind), {"metric", "ratio"})


if __name__ == "__main__":
    unittest.main()
