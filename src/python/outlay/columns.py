"""Columns of amounts, through numpy: whole arrays in one call of the C interface, during which other threads run."""
from __future__ import annotations

import ctypes
import datetime
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Optional, Union

from . import _native as native
from .engine import Engine, default
from .errors import OutlayError

if TYPE_CHECKING:
    import numpy

REASONS = ("", "rate-missing", "out-of-range", "unknown-currency", "date-malformed", "amount-missing")
_AMOUNT_MISSING = 5
_MOST_SCALE = 38


@dataclass(frozen=True)
class ConvertedColumn:
    """`values` are integers that count 10^−scale of `currency`; where `status` is not 0 there is none (and the value is 0)."""

    values: "numpy.ndarray" = field(repr=False)
    status: "numpy.ndarray" = field(repr=False)
    scale: int
    currency: str

    @property
    def complete(self) -> bool:
        return not self.status.any()

    def reasons(self) -> dict[str, int]:
        """Why rows have no value, and how many."""
        import numpy

        counts = numpy.bincount(self.status, minlength=len(REASONS))
        return {REASONS[i]: int(n) for i, n in enumerate(counts) if i and n}

    def decimals(self) -> list[Optional[Decimal]]:
        shift = Decimal((0, (1,), -self.scale))
        return [None if flaw else int(value) * shift for value, flaw in zip(self.values.tolist(), self.status.tolist())]


def _letters(currency: Any) -> "numpy.ndarray":
    """Three bytes a row. What is longer or shorter is no code, and must not be cut to one."""
    import numpy

    categories = getattr(currency, "cat", None)
    if categories is not None:  # a pandas column of categories: each is looked at once
        table = numpy.concatenate([_letters(numpy.asarray(categories.categories, dtype=object)), numpy.zeros(1, "S3")])
        return table[categories.codes.to_numpy()]  # −1, no category, is the last
    array = numpy.asarray(currency)
    if array.dtype == object:
        if len(array) > 64:
            codes, distinct = _distinct(array)
            return numpy.concatenate([_letters_of(distinct), numpy.zeros(1, "S3")])[codes]
        return _letters_of(array)
    if array.dtype.kind not in "SU":
        raise TypeError(f"a currency is a text, not {array.dtype}")
    if array.dtype.kind == "U":
        array = numpy.char.encode(array, "utf-8")
    wide = numpy.ascontiguousarray(array)
    if wide.dtype.itemsize <= 3:
        return wide.astype("S3")
    rest = wide.view(numpy.uint8).reshape(len(wide), wide.dtype.itemsize)[:, 3:]
    return numpy.where(rest.any(axis=1), b"", wide.astype("S3"))


def _letters_of(array: "numpy.ndarray") -> "numpy.ndarray":
    import numpy

    return numpy.array([c.encode() if isinstance(c, str) and len(c) == 3 and c.isascii() else b"" for c in array], dtype="S3")


def _distinct(array: "numpy.ndarray") -> Any:
    try:
        import pandas

        return pandas.factorize(array)
    except ImportError:
        import numpy

        distinct, codes = numpy.unique(array.astype(str), return_inverse=True)
        return codes, distinct


def _days(date: Any) -> "numpy.ndarray":
    """Days since 1970-01-01, the smallest integer where there is none."""
    import numpy

    if getattr(date, "dt", None) is not None and getattr(date.dt, "tz", None) is not None:
        date = date.dt.tz_localize(None)  # the day that is written, in whatever time zone
    array = numpy.asarray(date)
    if array.dtype.kind not in "M":
        array = array.astype("datetime64[D]") if array.dtype != object else _read_days(array)
    days = array.astype("datetime64[D]").view(numpy.int64)
    return numpy.clip(days, native.NO_DAY, 2**31 - 1).astype(numpy.int32)  # NaT is below all


def _read_days(array: "numpy.ndarray") -> "numpy.ndarray":
    import numpy

    def one(value: Any) -> Any:
        if isinstance(value, datetime.datetime):
            value = value.date()
        if isinstance(value, str):
            try:
                value = datetime.date.fromisoformat(value)
            except ValueError:
                return "NaT"
        return value if isinstance(value, datetime.date) else "NaT"

    return numpy.array([one(value) for value in array], dtype="datetime64[D]")


def _address(array: "numpy.ndarray") -> int:
    return array.ctypes.data


def _opened(engine: Engine, to: str, scale: Optional[int], result_scale: Optional[int], options: Any) -> Any:
    return native.Handle(native.lib.outlay_columns_open, native.lib.outlay_columns_free, engine.pointer, native.text(to),
                         native.MINOR_UNIT if scale is None else scale,
                         native.MINOR_UNIT if result_scale is None else result_scale, ctypes.byref(options))


def convert_column(amounts: Any, to: str, *, currency: Any, date: Any = None, scale: Optional[int] = None,
                   result_scale: Optional[int] = None, engine: Optional[Engine] = None, **options: Any) -> ConvertedColumn:
    """Integers that count 10^−scale of `currency`, in another currency, at the rate of each row's `date`.

    `currency` is a code, or one a row; `date` is a day (`as_of` says the same), one a row (datetime64, dates or texts), or nothing:
    the newest day that the engine has rates of.
    A scale of None is the minor unit of each currency: cents for dollars, whole yen. Rounds half to even unless
    rounding="half-up". Amounts must be integers: a column of floats is refused, since it is not what was written.
    """
    import numpy

    array = numpy.asarray(amounts)
    if array.size == 0 and not isinstance(amounts, numpy.ndarray):
        array = array.astype(numpy.int64)  # of nothing numpy makes floats
    if array.dtype.kind == "u" and array.dtype.itemsize == 8 and array.size and int(array.max()) > 2**63 - 1:
        raise OverflowError("an amount does not fit into 64 bits")
    if array.dtype.kind not in "iu":
        raise TypeError(f"a column of amounts holds integers, not {array.dtype}; of Decimal or text make integers first, "
                        "or use series.outlay.to() of outlay.pandas")
    array = numpy.ascontiguousarray(array, dtype=numpy.int64)
    if array.ndim != 1:
        raise TypeError("a column has one dimension")
    rows = len(array)
    if currency is None:
        raise TypeError("a column needs its currency: a code, or one a row")
    for number in (scale, result_scale):
        if number is not None and not -_MOST_SCALE <= number <= _MOST_SCALE:
            raise ValueError(f"a scale is a number of decimals from {-_MOST_SCALE} to {_MOST_SCALE}, not {number!r}")
    chosen = engine or default()
    as_of = options.pop("as_of", None)
    if as_of is not None and date is not None:
        raise TypeError("a column is converted at its `date`, or `as_of` one day, not both")
    date = as_of if date is None else date
    one_day = date is None or isinstance(date, (str, datetime.date))
    opened = _opened(chosen, to, scale, result_scale, chosen.options(as_of=date if one_day else None, **options))
    letters = None if isinstance(currency, str) else _letters(currency)
    days = None if one_day else _days(date)
    for name, column in (("currency", letters), ("date", days)):
        if column is not None and len(column) != rows:
            raise ValueError(f"{rows} amounts, but {len(column)} rows of {name}")
    if letters is None and (len(currency) != 3 or not currency.isascii()):
        chosen.rate(currency, to)  # says what is wrong
    values, status = numpy.empty(rows, numpy.int64), numpy.empty(rows, numpy.uint8)
    given = native.ColumnInput(size=ctypes.sizeof(native.ColumnInput), rows=rows, amounts=_address(array))
    if letters is None:
        given.currency = native.text(currency)
    else:
        given.currencies = _address(letters)
    if days is not None:
        given.days = _address(days)
    out = native.ColumnOutput(size=ctypes.sizeof(native.ColumnOutput), values=_address(values), status=_address(status))
    converted = native.lib.outlay_columns_convert(opened.pointer, ctypes.byref(given), ctypes.byref(out), None)
    if converted != native.OK:
        raise OutlayError([], "outlay: the column could not be converted")
    problems = ctypes.c_void_p()
    native.lib.outlay_columns_warnings(opened.pointer, ctypes.byref(problems))
    native.settle(native.OK, problems)
    return ConvertedColumn(values, status, native.lib.outlay_columns_result_scale(opened.pointer), to.upper())


Column = Union["numpy.ndarray", Any]
