"""Scanning and converting on a cluster: outlay.dask.scan(paths), outlay.dask.convert(dataframe). See docs/cluster.md.

A task reads its part of a file where it runs, so workers must see the files under the same names. Tasks depend on nothing but
their part: one that is lost with its worker is run again elsewhere, and the result is the same.
"""
from __future__ import annotations

import json
import os
from typing import Any, Iterable, Optional, Union

import dask
from dask import bag
from dask.delayed import Delayed, delayed

from .engine import Engine, default
from .split import PART, Part, cut, moved, scan_part

Paths = Union[str, os.PathLike, Iterable[Union[str, os.PathLike]]]
_DATES = ("all", "date")


def _engine(given: Optional[Engine]) -> Engine:
    return given or default()


def _scan(part: Part, engine: Optional[Engine], to: str, options: dict[str, Any]) -> tuple[bytes, int]:
    return scan_part(part, _engine(engine), to, options)


def _placed(scanned: tuple[bytes, int], lines_before: int) -> bytes:
    return moved(scanned[0], 0, lines_before)


def _needs_the_whole(to: str, options: dict[str, Any]) -> bool:
    """The day that a document states, its own or of "yesterday", is found in the document as a whole."""
    kinds = {kind.strip() for kind in str(options.get("kinds") or "").split(",")}
    return bool(to and not options.get("as_of") or kinds & set(_DATES))


def scan_parts(paths: Paths, to: str = "", *, part: int = PART, engine: Optional[Engine] = None, **options: Any) -> list[Delayed]:
    """Of each part of each file, in order, the bytes of `outlay scan --format jsonl`, to be computed.

    Files of more than `part` bytes are cut at line ends. Where `to` is given without `as_of`, or dates are asked for, files are
    not cut: the date of a document is found in all of it.
    """
    names = [os.fspath(p) for p in ([paths] if isinstance(paths, (str, os.PathLike)) else paths)]
    scan_one, count, place = delayed(_scan, pure=True), delayed(_lines_of, pure=True), delayed(_placed, pure=True)
    made: list[Delayed] = []
    for name in names:
        size = os.path.getsize(name)
        parts = [Part(name, 0, size, size)] if _needs_the_whole(to, options) else cut(name, part)
        before: Any = 0
        for each in parts:
            scanned = scan_one(each, engine, to, options)
            made.append(place(scanned, before))
            if each is not parts[-1]:
                before = count(scanned, before)
    return made


def _lines_of(scanned: tuple[bytes, int], before: int) -> int:
    return scanned[1] + before


def scan(paths_or_bag: Union[Paths, bag.Bag], to: str = "", *, part: int = PART, engine: Optional[Engine] = None,
         **options: Any) -> bag.Bag:
    """The figures of files, or of a bag of texts, as a bag of rows: the dictionaries of `outlay scan --format jsonl`.

    A bag holds texts, or pairs of a name and a text; each is a document of its own.
    """
    if isinstance(paths_or_bag, bag.Bag):
        return paths_or_bag.map_partitions(_scan_texts, engine, to, options)
    parts = scan_parts(paths_or_bag, to, part=part, engine=engine, **options)
    return bag.from_delayed([delayed(_rows, pure=True)(lines) for lines in parts])


def _rows(lines: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines.splitlines()]


def _scan_texts(documents: Iterable[Any], engine: Optional[Engine], to: str, options: dict[str, Any]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for document in documents:
        name, text = document if isinstance(document, tuple) else ("", document)
        rows += _rows(_engine(engine).scan_lines(text, name, to, **options))
    return rows


def scan_lines(paths: Paths, to: str = "", *, part: int = PART, engine: Optional[Engine] = None, **options: Any) -> bytes:
    """All lines of files, as one machine would write them. For results that fit into the memory of the one who asks."""
    return b"".join(dask.compute(*scan_parts(paths, to, part=part, engine=engine, **options)))


def _convert_frame(frame: Any, amount: str, to: str, currency: Any, date: Any, scale: Optional[int], engine: Optional[Engine],
                   options: dict[str, Any]) -> Any:
    from .columns import convert_column

    found = convert_column(frame[amount].to_numpy(), to, currency=frame[currency] if currency in frame else currency,
                           date=frame[date] if date in frame else date, scale=scale, engine=engine, **options)
    return frame.assign(**{f"{amount}_{to.upper()}": found.values, f"{amount}_{to.upper()}_status": found.status})


def convert(dataframe: Any, amount: str, to: str, *, currency: str, date: Any = None, scale: Optional[int] = None,
            engine: Optional[Engine] = None, **options: Any) -> Any:
    """A Dask DataFrame with two more columns: the amounts in `to`, as integers of its minor unit, and a status a row (0: converted;
    1: no rate; 2: out of range; 3: no currency; 4: no date). `currency` and `date` name columns, or are a code and a day.

    Without a `date` (or `as_of`) all partitions are converted as of one day, the newest that the engine which is here has rates of:
    it is part of the tasks, so no worker takes another one, whenever it runs.
    """
    if date is None and options.get("as_of") is None:
        date = _engine(engine).newest_day
    meta = dataframe._meta.assign(**{f"{amount}_{to.upper()}": [], f"{amount}_{to.upper()}_status": []})
    meta = meta.astype({f"{amount}_{to.upper()}": "int64", f"{amount}_{to.upper()}_status": "uint8"})
    return dataframe.map_partitions(_convert_frame, amount, to, currency, date, scale, engine, options, meta=meta)
