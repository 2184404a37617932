"""outlay: announced investments made comparable. Exact, dated, sourced; Decimal and Fraction, never float.

>>> import datetime, outlay
>>> outlay.convert("5000억 달러", "KRW", as_of=datetime.date(2025, 1, 22)).value
Decimal('716274059178397')
"""
from __future__ import annotations

import sys as _sys
from typing import Any, Iterator

from . import _native
from .columns import ConvertedColumn, convert_column
from .engine import Engine, default
from .errors import Diagnostic, MissingFact, OutlayError, OutlayWarning, Place
from .values import Audit, Case, Comparison, Conversion, Figure, Investment, Leg, Metric, Rate, Ratio, Simulation, Spread

__version__ = _native.lib.outlay_version().decode()
__all__ = ["Audit", "Case", "Comparison", "Conversion", "ConvertedColumn", "Diagnostic", "Engine", "Figure", "Investment", "Leg",
           "Metric", "MissingFact", "OutlayError", "OutlayWarning", "Place", "Rate", "Ratio", "Simulation", "Spread", "audit",
           "audit_texts", "compare", "compare_text", "convert", "convert_column", "rate", "read", "scan", "scan_text", "simulate",
           "simulate_text"]


def convert(amount: Any, to: str, **options: Any) -> Conversion:
    return default().convert(amount, to, **options)


def read(text: str, kind: str = "money", **options: Any) -> Figure:
    return default().read(text, kind, **options)


def rate(base: str, quote: str, **options: Any) -> Rate | None:
    return default().rate(base, quote, **options)


def scan(files: Any, to: str = "", **options: Any) -> Iterator[Figure]:
    return default().scan(files, to, **options)


def scan_text(text: str | bytes, name: str = "", to: str = "", **options: Any) -> list[Figure]:
    return default().scan_text(text, name, to, **options)


def compare(scenario: Any, to: str = "", **options: Any) -> Comparison:
    return default().compare(scenario, to, **options)


def compare_text(text: str | bytes, name: str = "scenario", to: str = "", **options: Any) -> Comparison:
    return default().compare_text(text, name, to, **options)


def simulate(scenario: Any, to: str = "", **how: Any) -> Simulation:
    return default().simulate(scenario, to, **how)


def simulate_text(text: str | bytes, name: str = "scenario", to: str = "", **how: Any) -> Simulation:
    return default().simulate_text(text, name, to, **how)


def audit(files: Any, **options: Any) -> Audit:
    return default().audit(files, **options)


def audit_texts(documents: Any, **options: Any) -> Audit:
    return default().audit_texts(documents, **options)


for _function in (convert, read, rate, scan, scan_text, compare, compare_text, simulate, simulate_text, audit, audit_texts):
    _function.__doc__ = getattr(Engine, _function.__name__).__doc__

if "pandas" in _sys.modules:  # else `import outlay.pandas` adds series.outlay
    from . import pandas as _pandas  # noqa: F401
