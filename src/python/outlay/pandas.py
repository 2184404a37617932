"""`import outlay.pandas`: df["amount"].outlay.to("USD", date=df["signed"], currency=df["currency"])."""
from __future__ import annotations

import decimal
import numbers
import re
from decimal import Decimal
from typing import Any, Optional

import numpy
import pandas

from .columns import _AMOUNT_MISSING, REASONS, ConvertedColumn, convert_column
from .engine import Engine, default, refuse_float
from .errors import OutlayError

_DIGITS = re.compile(r"[+-]?[0-9]*\.?[0-9]+")  # an exponent is what a spreadsheet leaves where it has dropped digits
_MOST_DIGITS = 18  # below 2^63


@pandas.api.extensions.register_series_accessor("outlay")
class OutlayAccessor:
    """What a column of amounts can be asked. Amounts are integers, Decimals, texts of digits ("1234.56"), or, without a
    `currency`, money in words ("5000억 달러"). Floats are refused."""

    def __init__(self, series: pandas.Series) -> None:
        self._series = series

    def to(self, currency_to: str, *, date: Any = None, currency: Any = None, engine: Optional[Engine] = None,
           errors: str = "raise", **options: Any) -> pandas.Series:
        """The amounts in another currency, as Decimals of its minor unit; <NA> where there is none. Why is in
        `result.attrs["outlay_reasons"]`, {reason: rows}. A text that is no amount is an error that names its row; with
        errors="coerce" it is <NA>, and `result.attrs["outlay_bad_rows"]` has the labels of such rows."""
        if errors not in ("raise", "coerce"):
            raise ValueError(f"errors is 'raise' or 'coerce', not {errors!r}")
        if pandas.api.types.is_float_dtype(self._series.dtype):
            raise TypeError(f"the column {self._series.name!r} holds floats, which are not the amounts that were written; read it "
                            "with dtype=str, or as integers of the minor unit")
        if currency is None:
            return self._read_words(currency_to, date, engine or default(), options)
        values, scale, missing, bad = self._integers(errors)
        converted = convert_column(values, currency_to, currency=self._aligned(currency), date=self._aligned(date), scale=scale,
                                   engine=engine, **options)
        converted.status[missing] = _AMOUNT_MISSING
        reasons = converted.reasons()
        if bad:
            reasons[REASONS[_AMOUNT_MISSING]] -= len(bad)
            reasons = {why: rows for why, rows in reasons.items() if rows} | {"amount-malformed": len(bad)}
        made = self._series_of(converted.decimals(), reasons, currency_to)
        if bad:
            made.attrs["outlay_bad_rows"] = [self._series.index[at] for at in bad]
        return made

    def minor(self, currency_to: str, *, date: Any = None, currency: Any, **options: Any) -> ConvertedColumn:
        """The same for a column of integers of the minor unit, as integers: no object is made for a row."""
        return convert_column(self._series.to_numpy(), currency_to, currency=self._aligned(currency), date=self._aligned(date),
                              **options)

    def read(self, kind: str = "money", **options: Any) -> pandas.Series:
        """The figures that the texts are; <NA> where one is none."""
        def one(text: Any) -> Any:
            try:
                return default().read(text, kind, **options) if isinstance(text, str) else pandas.NA
            except OutlayError:
                return pandas.NA

        return self._series.map(one)

    def _aligned(self, other: Any) -> Any:
        """A column of the same frame, row by row by its index."""
        if isinstance(other, pandas.Series) and not other.index.equals(self._series.index):
            return other.reindex(self._series.index)
        return other

    def _integers(self, errors: str) -> tuple[numpy.ndarray, int, numpy.ndarray, list[int]]:
        """The amounts as integers of one scale, which of them there are not, and where there is something else instead."""
        series = self._series
        missing = series.isna().to_numpy(copy=True)
        if pandas.api.types.is_integer_dtype(series.dtype):
            return series.fillna(0).to_numpy(dtype=numpy.int64), 0, missing, []
        amounts, bad = [], []
        for at, (value, gone) in enumerate(zip(series, missing)):
            amount = Decimal(0) if gone else self._decimal(value)
            if amount is None and errors == "raise":
                raise ValueError(f"row {series.index[at]!r} of {series.name!r}: {value!r} is not digits alone, such as 1234.56; for money in "
                                 "words leave `currency` out, and with errors='coerce' such rows are <NA>")
            if amount is None:
                bad.append(at)
            amounts.append(Decimal(0) if amount is None else amount)
        missing[bad] = True
        scale = max((-int(a.as_tuple().exponent) for a in amounts), default=0)
        scale = max(scale, 0)
        with decimal.localcontext() as context:
            context.prec = 60
            integers = [int(a.scaleb(scale)) for a in amounts]
        if any(abs(i) >= 10**_MOST_DIGITS for i in integers):
            raise OverflowError(f"the amounts of {series.name!r} need more than {_MOST_DIGITS} digits together with their decimals; "
                                "convert them one by one with outlay.convert")
        return numpy.array(integers, dtype=numpy.int64), scale, missing, bad

    def _decimal(self, value: Any) -> Optional[Decimal]:
        """None where the value is no amount."""
        refuse_float(value, f"an amount of {self._series.name!r}")
        if isinstance(value, str):
            value = Decimal(value) if _DIGITS.fullmatch(value) else None
        elif isinstance(value, numbers.Integral) and not isinstance(value, (bool, numpy.bool_)):
            value = Decimal(int(value))
        return value if isinstance(value, Decimal) and value.is_finite() else None

    def _read_words(self, to: str, date: Any, engine: Engine, options: dict[str, Any]) -> pandas.Series:
        days = self._aligned(date) if isinstance(date, pandas.Series) else [date] * len(self._series)
        values, reasons = [], {}
        for text, day in zip(self._series, days):
            try:
                if not isinstance(text, str):
                    raise TypeError
                value = engine.convert(text, to, as_of=None if day is None or day is pandas.NaT else day, **options).value
                why = "bound-only" if value is None else ""
            except OutlayError as problem:
                value, why = None, problem.id
            except TypeError:
                value, why = None, REASONS[_AMOUNT_MISSING]
            values.append(value)
            if why:
                reasons[why] = reasons.get(why, 0) + 1
        return self._series_of(values, reasons, to)

    def _series_of(self, values: list[Any], reasons: dict[str, int], to: str) -> pandas.Series:
        made = pandas.Series([pandas.NA if v is None else v for v in values], index=self._series.index, dtype=object,
                             name=f"{self._series.name}_{to.upper()}")
        made.attrs["outlay_reasons"] = reasons
        return made
