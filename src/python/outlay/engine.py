"""The engine: what every question is asked of. The functions of the module ask one that is opened on first use."""
from __future__ import annotations

import ctypes
import datetime
import functools
import json
import numbers
import os
import re
from decimal import Decimal
from fractions import Fraction
from typing import Any, Iterable, Iterator, Mapping, Optional, Union

from . import _native as native
from .errors import OutlayError
from .values import Audit, Case, Comparison, Conversion, Figure, Rate, Simulation, Spread

Day = Union[datetime.date, str, None]
GivenRates = Union[str, Mapping[str, Any], None]
Amount = Union[str, int, Decimal, Fraction]
_DIGITS = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?|[+-]?[0-9]+/[0-9]*[1-9][0-9]*")  # no exponent: it hides dropped digits
_TABLE, _JSON, _CSV, _MARKDOWN, _EXPLANATION, _WORKBOOK = range(6)
_REPORT_PART, _JSON_PART = 6, 7


def day_text(day: Day) -> Optional[str]:
    if type(day).__name__ == "datetime64":  # of numpy
        day = str(day)[:10]
    if isinstance(day, datetime.datetime):
        day = day.date()
    if day is not None and not isinstance(day, (datetime.date, str)):
        raise TypeError(f"a day is a date or a text like '2025-01-22', not {day!r}")
    return day.isoformat() if isinstance(day, datetime.date) else day


def rates_text(rates: GivenRates) -> Optional[str]:
    if rates is None or isinstance(rates, str):
        return rates
    if not isinstance(rates, Mapping):
        raise TypeError('rates are a text, "USD/KRW=1436", or a dictionary, {"USD/KRW": "1436"}')
    for pair, value in rates.items():
        refuse_float(value, f"the rate of {pair}")
    return "\n".join(f"{pair}={value}" for pair, value in rates.items())


def refuse_float(value: Any, what: str) -> None:
    if isinstance(value, numbers.Real) and not isinstance(value, numbers.Rational):
        raise TypeError(f"{what} is the float {value!r}, which is not the number that was written; pass a str, an int, a Decimal "
                        "or a Fraction")


def exact_number(amount: Amount) -> Fraction:
    """Of digits ("1234.56", "200000/157"), of a whole number, of a Decimal that is one, of a Fraction."""
    if isinstance(amount, str):
        if not _DIGITS.fullmatch(amount):
            raise ValueError(f"the amount {amount!r} is not digits alone, such as 1234.56; for money in words leave `currency` out")
    elif isinstance(amount, bool) or not isinstance(amount, (numbers.Rational, Decimal)):
        raise TypeError(f"an amount is a str, an int, a Decimal or a Fraction, not {amount!r}")
    elif isinstance(amount, Decimal) and not amount.is_finite():
        raise ValueError(f"the amount is {amount}, which is no number")
    return Fraction(amount)


def rounded(exact: Fraction, digits: int, mode: str) -> Decimal:
    """Half up is half away from zero, as in the reports of the program."""
    shifted = abs(exact) * 10**digits
    whole, rest = divmod(shifted.numerator, shifted.denominator)
    twice = 2 * rest
    if twice > shifted.denominator or (twice == shifted.denominator and (mode == "half-up" or whole % 2 == 1)):
        whole += 1
    sign = 1 if exact < 0 and whole else 0
    return Decimal((sign, tuple(map(int, str(whole))), -digits))


class Engine:
    """Immutable, and safe to share among threads. `config` is a folder laid over the built-in data, `rates` a file that
    `outlay rates import` made. Every question takes the keywords of the program's options:

    as_of (a date), rates ({"USD/KRW": "1436"}), rate_policy, side, spread, language, locale, rounding; documents form="text"
    too, where what looks like a page or UTF-16 is to be read as it is.
    """

    def __init__(self, config: Optional[str] = None, rates: Optional[str] = None) -> None:
        self._names = (config, rates)
        made = native.EngineOptions(size=ctypes.sizeof(native.EngineOptions))
        made.config = native.text(os.fspath(config) if config else "")
        made.rates = native.text(os.fspath(rates) if rates else "")
        self._handle = native.Handle(native.lib.outlay_engine_open, native.lib.outlay_engine_free, ctypes.byref(made))

    def __reduce__(self) -> Any:
        return Engine, self._names

    @property
    def pointer(self) -> Any:
        return self._handle.pointer

    @property
    def newest_day(self) -> Optional[datetime.date]:
        """Of the rates it knows: what is asked without a day is asked as of it."""
        days = native.lib.outlay_engine_newest_day(self.pointer)
        return None if days == native.NO_DAY else datetime.date(1970, 1, 1) + datetime.timedelta(days=days)

    @staticmethod
    def options(as_of: Day = None, rates: GivenRates = None, **rest: Optional[str]) -> Any:
        unknown = set(rest) - set(native.OPTION_NAMES)
        if unknown:
            raise TypeError(f"no option {', '.join(sorted(unknown))}; there are {', '.join(native.OPTION_NAMES)}")
        return native.options({"as_of": day_text(as_of), "rates": rates_text(rates), **rest})

    def convert(self, amount: Amount, to: str, *, currency: Optional[str] = None, **options: Any) -> Conversion:
        """"5000억 달러", "up to $500 billion" in another currency; or a number with its `currency`."""
        refuse_float(amount, "the amount")
        if not isinstance(amount, str) or currency is not None:
            return self._convert_number(amount, to, currency, options)
        opened = native.Handle(native.lib.outlay_convert, native.lib.outlay_conversion_free, self.pointer,
                               native.text(amount), native.text(to), ctypes.byref(self.options(**options)))
        document = native.written(native.lib.outlay_conversion_text, opened.pointer, _JSON_PART)
        report = native.written(native.lib.outlay_conversion_text, opened.pointer, _REPORT_PART)
        return Conversion.of(json.loads(document or b"{}"), (report or b"").decode())

    def _convert_number(self, amount: Amount, to: str, currency: Optional[str], options: dict[str, Any]) -> Conversion:
        if currency is None:
            raise TypeError("a number needs its currency: convert(5, 'KRW', currency='USD')")
        found = self._rate(currency, to, options)
        exact = exact_number(amount) * Fraction(found["factor"])
        rate = Rate.of(found["rate"])
        value = rounded(exact, self._minor_units(to), options.get("rounding") or "half-up")
        said = f"{value} {to.upper()}\n  amount   {amount} {currency.upper()}\n  rate     {rate or 'none needed'}\n"
        return Conversion(str(amount), value, exact, exact, exact, False, False, to.upper(), "exact", rate, said, found)

    def _minor_units(self, currency: str) -> int:
        """The digits that nothing in this currency is rounded to."""
        nothing, out, problems = native.Decimal128(), native.Decimal128(), ctypes.c_void_p()
        status = native.lib.outlay_convert_decimal(self.pointer, ctypes.byref(nothing), native.text(currency),
                                                   native.text(currency), None, ctypes.byref(out), ctypes.byref(problems))
        native.settle(status, problems)
        return out.scale

    def read(self, text: str, kind: str = "money", **options: Any) -> Figure:
        """The one figure that a whole text is: "2조원 규모", "100,000" (kind="jobs")."""
        line = native.answered(native.lib.outlay_read_json, self.pointer, native.text(text), native.text(kind),
                               ctypes.byref(self.options(**options)))
        return Figure.of(json.loads(line))

    def _rate(self, base: str, quote: str, options: dict[str, Any]) -> Any:
        return json.loads(native.answered(native.lib.outlay_rate_json, self.pointer, native.text(base), native.text(quote),
                                          ctypes.byref(self.options(**options))))

    def rate(self, base: str, quote: str, **options: Any) -> Optional[Rate]:
        """What one converts `base` to `quote` with; None for one currency."""
        return Rate.of(self._rate(base, quote, options)["rate"])

    def scan_lines(self, text: Union[str, bytes], name: str = "", to: str = "", **options: Any) -> bytes:
        """The figures of a text as the bytes of `outlay scan --format jsonl`."""
        opened = native.Handle(native.lib.outlay_scan, native.lib.outlay_figures_free, self.pointer, native.text(name),
                               native.text(text), native.text(to), ctypes.byref(self.options(**options)), keeps_result=True)
        return native.written(native.lib.outlay_figures_json_lines, opened.pointer) or b""

    def scan_text(self, text: Union[str, bytes], name: str = "", to: str = "", **options: Any) -> list[Figure]:
        return [Figure.of(json.loads(line)) for line in self.scan_lines(text, name, to, **options).splitlines()]

    def scan(self, files: Union[str, os.PathLike, Iterable[Union[str, os.PathLike]]], to: str = "", **options: Any) -> Iterator[Figure]:
        """The figures of one file or of many, one after another: text in UTF-8, in UTF-16 by its mark, HTML pages."""
        for name in [files] if isinstance(files, (str, os.PathLike)) else files:
            with open(name, "rb") as file:
                yield from self.scan_text(file.read(), os.fspath(name), to, **options)

    def compare(self, scenario: Union[str, os.PathLike], to: str = "", **options: Any) -> Comparison:
        """The investments of a scenario file."""
        with open(scenario, "rb") as file:
            return self.compare_text(file.read(), os.fspath(scenario), to, **options)

    def compare_text(self, text: Union[str, bytes], name: str = "scenario", to: str = "", **options: Any) -> Comparison:
        opened = native.Handle(native.lib.outlay_compare, native.lib.outlay_comparison_free, self.pointer, native.text(name),
                               native.text(text), native.text(to), ctypes.byref(self.options(**options)))

        def form(number: int) -> bytes:
            return native.written(native.lib.outlay_comparison_text, opened.pointer, number) or b""

        document = json.loads(form(_JSON))
        return Comparison(document.get("title", ""), tuple(Case.of(c) for c in document["cases"]), document,
                          form(_TABLE).decode(), form(_EXPLANATION).decode(), form(_WORKBOOK))

    def simulate(self, scenario: Union[str, os.PathLike], to: str = "", **how: Any) -> Simulation:
        """How the results of a scenario file are spread when its rates move as they did, and its [[uncertain]] inputs as stated.

        Computed; with `samples=1_000_000` drawn, from `seed`, by `threads`. `horizon="18 months"` is for how long rates may move.
        """
        with open(scenario, "rb") as file:
            return self.simulate_text(file.read(), os.fspath(scenario), to, **how)

    def simulate_text(self, text: Union[str, bytes], name: str = "scenario", to: str = "", *, samples: int = 0, seed: int = 0,
                      horizon: str = "", threads: int = 1, **options: Any) -> Simulation:
        for what, number, most in (("samples", samples, 2**64), ("seed", seed, 2**64), ("threads", threads, 2**32)):
            if not isinstance(number, int) or not 0 <= number < most:
                raise ValueError(f"{what} is a whole number of 0 or more, not {number!r}")
        asked = native.SimulationOptions(ctypes.sizeof(native.SimulationOptions), samples, seed, native.text(horizon), threads)
        opened = native.Handle(native.lib.outlay_simulate, native.lib.outlay_simulation_free, self.pointer, native.text(name),
                               native.text(text), native.text(to), ctypes.byref(self.options(**options)), ctypes.byref(asked))
        document = json.loads(native.written(native.lib.outlay_simulation_text, opened.pointer, _JSON) or b"{}")
        table = (native.written(native.lib.outlay_simulation_text, opened.pointer, _TABLE) or b"").decode()
        spreads = tuple(self._spread(opened, i, row) for i, row in enumerate(document["outputs"]))
        return Simulation(document["title"], samples, seed, spreads, tuple(document["inputs"]), tuple(document["left_out"]), document,
                          table)

    @staticmethod
    def _spread(opened: Any, index: int, row: Any) -> Spread:
        found = native.Spread(size=ctypes.sizeof(native.Spread))
        native.settle(native.lib.outlay_simulation_at(opened.pointer, index, ctypes.byref(found)), ctypes.c_void_p())
        return Spread(row["investment"], row["metric"], bool(found.is_ratio), row["unit"], row["qualifier"],
                      dict(zip(native.PERCENTILES, found.percentiles)), dict(zip(native.PERCENTILES, found.errors)), found.mean,
                      found.deviation, tuple(row["notes"]))

    def audit(self, files: Union[str, os.PathLike, Iterable[Union[str, os.PathLike]]], **options: Any) -> Audit:
        """Sums stated twice in files that belong together."""
        names = [os.fspath(f) for f in ([files] if isinstance(files, (str, os.PathLike)) else files)]
        texts = []
        for name in names:
            with open(name, "rb") as file:
                texts.append(file.read())
        return self.audit_texts(dict(zip(names, texts)), **options)

    def audit_texts(self, documents: Mapping[str, Union[str, bytes]], **options: Any) -> Audit:
        """The same in texts, by their names: {"article.txt": "…"}."""
        if not isinstance(documents, Mapping):
            raise TypeError('documents are a dictionary of texts by their names: {"article.txt": "…"}')
        many = native.Text * len(documents)
        opened = native.Handle(native.lib.outlay_audit_documents, native.lib.outlay_audit_free, self.pointer,
                               many(*map(native.text, documents)), many(*map(native.text, documents.values())),
                               len(documents), ctypes.byref(self.options(**options)))
        document = json.loads(native.written(native.lib.outlay_audit_text, opened.pointer, _JSON) or b"{}")
        report = (native.written(native.lib.outlay_audit_text, opened.pointer, _TABLE) or b"").decode()
        return Audit(tuple(document["findings"]), bool(native.lib.outlay_audit_objects(opened.pointer)), document, report)


@functools.lru_cache(maxsize=None)
def default() -> Engine:
    return Engine()
