"""The C interface as ctypes sees it (include/outlay/outlay.h): structs, signatures, texts. No other module touches ctypes.

ctypes.CDLL lets other threads of Python run during each call.
"""
from __future__ import annotations

import ctypes
import json
import os
import pathlib
from ctypes import POINTER, byref, c_char, c_char_p, c_double, c_int, c_int32, c_int64, c_size_t, c_uint32, c_uint64, c_void_p
from typing import Any, Optional

from .errors import Diagnostic, OutlayError, OutlayWarning, error_of

OK, ABSENT, BAD_INPUT, MISSING_FACT, NO_ROOM, OUT_OF_RANGE, BAD_CALL, NO_MEMORY = range(8)
MINOR_UNIT = -(2**31)
NO_DAY = -(2**31)


class Text(ctypes.Structure):
    _fields_ = [("data", c_char_p), ("size", c_size_t)]


class String(ctypes.Structure):
    _fields_ = [("data", c_void_p), ("capacity", c_size_t), ("needed", c_size_t)]


class Int128(ctypes.Structure):
    _fields_ = [("low", c_uint64), ("high", c_int64)]


class Decimal128(ctypes.Structure):
    _fields_ = [("coefficient", Int128), ("scale", c_int32)]


class EngineOptions(ctypes.Structure):
    _fields_ = [("size", c_size_t), ("config", Text), ("rates", Text)]


OPTION_NAMES = ("as_of", "rates", "rate_policy", "side", "spread", "language", "locale", "rounding", "kinds", "metrics",
                "form")


class Options(ctypes.Structure):
    _fields_ = [("size", c_size_t), *((name, Text) for name in OPTION_NAMES)]


class SimulationOptions(ctypes.Structure):
    _fields_ = [("size", c_size_t), ("samples", c_uint64), ("seed", c_uint64), ("horizon", Text), ("threads", c_uint32)]


PERCENTILES = (5, 10, 25, 50, 75, 90, 95)


class Spread(ctypes.Structure):
    _fields_ = [("size", c_size_t), ("is_ratio", c_int32), ("percentiles", c_double * len(PERCENTILES)),
                ("errors", c_double * len(PERCENTILES)), ("mean", c_double), ("deviation", c_double)]


class ColumnInput(ctypes.Structure):
    _fields_ = [("size", c_size_t), ("rows", c_size_t), ("amounts", c_void_p), ("wide_amounts", c_void_p),
                ("currencies", c_void_p), ("currency", Text), ("days", c_void_p)]


class ColumnOutput(ctypes.Structure):
    _fields_ = [("size", c_size_t), ("values", c_void_p), ("wide_values", c_void_p), ("status", c_void_p)]


def _find() -> str:
    named = os.environ.get("OUTLAY_LIBRARY")
    beside = pathlib.Path(__file__).with_name("liboutlay_c.so")
    return named or (str(beside) if beside.exists() else "liboutlay_c.so.0")


lib = ctypes.CDLL(_find())

_handle = c_void_p
_SIGNATURES: dict[str, tuple[Any, list[Any]]] = {
    "outlay_version": (c_char_p, []),
    "outlay_problems_json": (c_int, [_handle, POINTER(String)]),
    "outlay_problems_free": (None, [_handle]),
    "outlay_engine_open": (c_int, [POINTER(EngineOptions), POINTER(_handle), POINTER(_handle)]),
    "outlay_engine_free": (None, [_handle]),
    "outlay_engine_newest_day": (c_int32, [_handle]),
    "outlay_convert": (c_int, [_handle, Text, Text, POINTER(Options), POINTER(_handle), POINTER(_handle)]),
    "outlay_conversion_text": (c_int, [_handle, c_int, POINTER(String)]),
    "outlay_conversion_free": (None, [_handle]),
    "outlay_convert_decimal": (c_int, [_handle, POINTER(Decimal128), Text, Text, POINTER(Options), POINTER(Decimal128),
                                       POINTER(_handle)]),
    "outlay_read_json": (c_int, [_handle, Text, Text, POINTER(Options), POINTER(String), POINTER(_handle)]),
    "outlay_rate_json": (c_int, [_handle, Text, Text, POINTER(Options), POINTER(String), POINTER(_handle)]),
    "outlay_scan": (c_int, [_handle, Text, Text, Text, POINTER(Options), POINTER(_handle), POINTER(_handle)]),
    "outlay_figures_json_lines": (c_int, [_handle, POINTER(String)]),
    "outlay_figures_free": (None, [_handle]),
    "outlay_is_plain_text": (c_int, [Text, Text]),
    "outlay_compare": (c_int, [_handle, Text, Text, Text, POINTER(Options), POINTER(_handle), POINTER(_handle)]),
    "outlay_comparison_text": (c_int, [_handle, c_int, POINTER(String)]),
    "outlay_comparison_free": (None, [_handle]),
    "outlay_audit_documents": (c_int, [_handle, POINTER(Text), POINTER(Text), c_size_t, POINTER(Options),
                                       POINTER(_handle), POINTER(_handle)]),
    "outlay_audit_text": (c_int, [_handle, c_int, POINTER(String)]),
    "outlay_audit_objects": (c_int, [_handle]),
    "outlay_audit_free": (None, [_handle]),
    "outlay_simulate": (c_int, [_handle, Text, Text, Text, POINTER(Options), POINTER(SimulationOptions), POINTER(_handle),
                                POINTER(_handle)]),
    "outlay_simulation_at": (c_int, [_handle, c_size_t, POINTER(Spread)]),
    "outlay_simulation_text": (c_int, [_handle, c_int, POINTER(String)]),
    "outlay_simulation_free": (None, [_handle]),
    "outlay_columns_open": (c_int, [_handle, Text, c_int32, c_int32, POINTER(Options), POINTER(_handle), POINTER(_handle)]),
    "outlay_columns_convert": (c_int, [_handle, POINTER(ColumnInput), POINTER(ColumnOutput), POINTER(c_size_t)]),
    "outlay_columns_warnings": (c_int, [_handle, POINTER(_handle)]),
    "outlay_columns_result_scale": (c_int32, [_handle]),
    "outlay_columns_free": (None, [_handle]),
}
for _name, (_result, _arguments) in _SIGNATURES.items():
    _function = getattr(lib, _name)
    _function.restype, _function.argtypes = _result, _arguments


def text(value: str | bytes) -> Text:
    if isinstance(value, str):
        try:
            value = value.encode("utf-8", "surrogateescape")
        except UnicodeEncodeError:  # half a character: bytes that are no text, as the library will say
            value = value.encode("utf-8", "surrogatepass")
    if not isinstance(value, bytes):
        raise TypeError(f"a text is expected, not {value!r}")
    return Text(value, len(value))


def options(given: dict[str, Optional[str]]) -> Options:
    """Keeps what it is given alive: the texts stay referenced by the struct."""
    made = Options(size=ctypes.sizeof(Options))
    for name, value in given.items():
        if value:
            setattr(made, name, text(value))
    return made


_GUESS = 4096


def written(function: Any, *arguments: Any) -> Optional[bytes]:
    """What a function writes into a buffer, which is its last argument; nothing where there is no such part."""
    size = _GUESS
    while True:
        buffer = (c_char * size)()
        out = String(ctypes.cast(buffer, c_void_p), size, 0)
        status = function(*arguments, byref(out))
        if status == ABSENT:
            return None
        if status == OK:
            return buffer.raw[:out.needed]
        if status != NO_ROOM:
            raise error_of(status, [])
        size = out.needed


def answered(function: Any, *arguments: Any) -> bytes:
    """The same for functions that take diagnostics behind their buffer."""
    size = _GUESS
    while True:
        buffer = (c_char * size)()
        out = String(ctypes.cast(buffer, c_void_p), size, 0)
        problems = c_void_p()
        status = function(*arguments, byref(out), byref(problems))
        if status == NO_ROOM:
            lib.outlay_problems_free(problems)
            size = out.needed
            continue
        settle(status, problems)
        return buffer.raw[:out.needed]


def settle(status: int, problems: c_void_p) -> None:
    """Frees the diagnostics; raises those of a failure, warns of those of a success."""
    found: list[Diagnostic] = []
    if problems:
        try:
            found = [Diagnostic.of(row) for row in json.loads(written(lib.outlay_problems_json, problems) or b"[]")]
        finally:
            lib.outlay_problems_free(problems)
    if status != OK:
        raise error_of(status, found)
    for problem in found:
        if problem.severity == "warning":
            OutlayWarning.say(problem)


class Handle:
    """What a function opened; closed when nobody holds it any more."""

    def __init__(self, opener: Any, free: Any, *arguments: Any, keeps_result: bool = False) -> None:
        self.pointer = c_void_p()
        self._free = free
        problems = c_void_p()
        status = opener(*arguments, byref(self.pointer), byref(problems))
        try:
            settle(status, problems)
        except OutlayError:
            if not (keeps_result and self.pointer):
                raise

    def __del__(self) -> None:
        if getattr(self, "pointer", None):
            self._free(self.pointer)
            self.pointer = c_void_p()
