"""Columns through numpy: each row is what one amount alone gives, within 60 ns a row of the C call."""
import datetime
import threading
import time
import unittest
from decimal import Decimal
from fractions import Fraction

import numpy
import outlay
from outlay import _native as native

DAY = datetime.date(2025, 1, 22)


class Columns(unittest.TestCase):
    def test_rows(self):
        found = outlay.convert_column([2 * 10**12, 718, 500, 2**63 - 1, 5, 5], "USD",
                                      currency=["KRW", "krw", "USD", "KWD", "KRWX", "KRW"],
                                      date=[DAY, "2025-01-22", None, DAY, DAY, "2025-02-30"])
        self.assertEqual(found.values.tolist(), [139611366234, 50, 0, 0, 0, 0])
        self.assertEqual(found.status.tolist(), [0, 0, 4, 1, 3, 4])
        self.assertEqual(found.reasons(), {"rate-missing": 1, "unknown-currency": 1, "date-malformed": 2})
        self.assertEqual(found.decimals()[:3], [Decimal("1396113662.34"), Decimal("0.50"), None])
        self.assertFalse(found.complete)

    def test_against_fractions(self):
        draw = numpy.random.default_rng(7)
        amounts = draw.integers(-2**50, 2**50, 5000)
        days = numpy.datetime64("2025-01-02") + draw.integers(0, 25, 5000)
        codes = numpy.array(["KRW", "JPY", "GBP"])[draw.integers(0, 3, 5000)]
        found = outlay.convert_column(amounts, "USD", currency=codes, date=days, scale=3)
        self.assertTrue(found.complete)
        factors = {}
        for amount, code, day, value in zip(amounts.tolist(), codes.tolist(), days.tolist(), found.values.tolist()):
            if (code, day) not in factors:
                one = outlay.convert(1, "USD", currency=code, as_of=day)
                factors[code, day] = one.exact
            self.assertEqual(round(Fraction(amount, 1000) * factors[code, day] * 100), value)

    def test_what_is_no_column(self):
        for amounts in ([1.5], numpy.array([1.0]), ["5"], [[1]], [True]):
            with self.assertRaises(TypeError):
                outlay.convert_column(amounts, "USD", currency="KRW")
        self.assertEqual(len(outlay.convert_column([], "USD", currency="KRW").values), 0)
        with self.assertRaisesRegex(ValueError, "a scale"):
            outlay.convert_column([1], "USD", currency="KRW", scale=39)
        with self.assertRaisesRegex(TypeError, "currency"):
            outlay.convert_column([1], "USD", currency=None)
        with self.assertRaisesRegex(TypeError, "not both"):
            outlay.convert_column([1], "USD", currency="KRW", date=DAY, as_of=DAY)
        self.assertEqual(outlay.convert_column([10**6], "USD", currency="KRW", as_of=DAY).values.tolist(),
                         outlay.convert_column([10**6], "USD", currency="KRW", date=DAY).values.tolist())
        with self.assertRaises(OverflowError):
            outlay.convert_column(numpy.array([2**63], dtype=numpy.uint64), "USD", currency="KRW")
        with self.assertRaisesRegex(ValueError, "2 amounts, but 1 rows of currency"):
            outlay.convert_column([1, 2], "USD", currency=["KRW"])
        with self.assertRaises(outlay.OutlayError):
            outlay.convert_column([1], "USD", currency="WONS")
        with self.assertRaises(outlay.OutlayError):
            outlay.convert_column([1], "USX", currency="KRW")
        self.assertEqual(len(outlay.convert_column(numpy.array([], dtype=int), "USD", currency="KRW").values), 0)

    def test_days(self):
        for date in (numpy.array(["2025-01-22", "NaT"], "datetime64[ns]"), [datetime.datetime(2025, 1, 22, 23, 59), None]):
            found = outlay.convert_column([5, 5], "USD", currency="KRW", date=date)
            self.assertEqual(found.status.tolist(), [0, 4])
        early = outlay.convert_column([5], "USD", currency="KRW", date=numpy.array(["0001-01-01"], "datetime64[D]"))
        self.assertEqual(early.reasons(), {"rate-missing": 1})
        self.assertTrue(outlay.convert_column([5], "USD", currency="KRW", date="2025-01-22").complete)

    def test_cost_of_a_row(self):
        """The best of several, in processor time: what the border adds to the call of the C function."""
        rows = 1_000_000
        draw = numpy.random.default_rng(1)
        amounts = draw.integers(0, 2**40, rows)
        days = numpy.datetime64("2025-01-02") + draw.integers(0, 25, rows)
        codes = numpy.array(["KRW", "JPY"], "S3")[draw.integers(0, 2, rows)]
        inside = []

        def timed(*arguments):
            begin = time.process_time()
            status = original(*arguments)
            inside.append(time.process_time() - begin)
            return status

        original = native.lib.outlay_columns_convert
        native.lib.outlay_columns_convert = timed
        try:
            added = []
            for _ in range(7):
                begin = time.process_time()
                outlay.convert_column(amounts, "USD", currency=codes, date=days)
                added.append(time.process_time() - begin - inside[-1])
        finally:
            native.lib.outlay_columns_convert = original
        print(f"{min(inside) / rows * 1e9:.1f} ns a row in C, {min(added) / rows * 1e9:.1f} ns around it")
        self.assertLess(min(added) / rows, 60e-9)

    def test_other_threads_run(self):
        """A thread of Python counts while a long column is converted."""
        amounts = numpy.ones(4_000_000, dtype=numpy.int64)
        count, stop = [0], threading.Event()

        def work():
            while not stop.is_set():
                count[0] += 1

        original = native.lib.outlay_columns_convert
        during = []

        def watched(*arguments):
            before = count[0]
            status = original(*arguments)
            during.append(count[0] - before)
            return status

        native.lib.outlay_columns_convert = watched
        thread = threading.Thread(target=work)
        thread.start()
        try:
            outlay.convert_column(amounts, "USD", currency="KRW", date=DAY)
        finally:
            stop.set()
            thread.join()
            native.lib.outlay_columns_convert = original
        self.assertGreater(during[0], 1000)


if __name__ == "__main__":
    unittest.main()
