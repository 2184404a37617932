"""A large text in parts that are read apart, with the bytes that one reader of the whole would write.

A part keeps the figures that begin between two cuts, which lie at line ends. It is read together with what stands before it
(the language of a passage depends on the passages before it, to a share that halves with each of them) and what stands behind
it (a line that is wrapped goes on), and its places are moved to those of the whole.
"""
from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import Any, Optional, Union

from . import _native as native

PART = 16 << 20      # bytes between two cuts
BEFORE = 64 << 10    # read before a part: some hundreds of passages
BEHIND = 64 << 10
_BEGINNING = 256 << 10  # of a file: shows whether it is text, or a page, or UTF-16
_PLACE = re.compile(rb'(\{"document":"(?:[^"\\]|\\.)*","begin":)(\d+)(,"end":)(\d+)(,"line":)(\d+)')


@dataclass(frozen=True)
class Part:
    """Bytes [begin, end) of a file; both at line ends, or at the ends of the file."""

    file: str
    begin: int
    end: int
    size: int  #: of the whole file

    @property
    def whole(self) -> bool:
        return self.begin == 0 and self.end == self.size


def _next_line(file: Any, at: int, size: int) -> int:
    """The first line that begins at or behind a byte."""
    if at <= 0 or at >= size:
        return min(max(at, 0), size)
    file.seek(at - 1)
    while True:
        block = file.read(1 << 16)
        if not block:
            return size
        found = block.find(b"\n")
        if found >= 0:
            return file.tell() - len(block) + found + 1


def cut(name: Union[str, os.PathLike], part: int = PART) -> list[Part]:
    """The parts of a file; only their edges are read. A page and a text in UTF-16 are one part."""
    name = os.fspath(name)
    size = os.path.getsize(name)
    parts, begin = [], 0
    with open(name, "rb") as file:
        if not native.lib.outlay_is_plain_text(native.text(name), native.text(file.read(_BEGINNING))):
            return [Part(name, 0, size, size)]
        while begin < size:
            end = _next_line(file, begin + part, size)
            parts.append(Part(name, begin, end, size))
            begin = end
    return parts or [Part(name, 0, 0, 0)]


def scan_part(part: Part, engine: Any, to: str, options: dict[str, Any]) -> tuple[bytes, int]:
    """The lines of a part, numbered from its own first line, and how many lines it has."""
    with open(part.file, "rb") as file:
        if os.fstat(file.fileno()).st_size != part.size:
            raise ValueError(f"{part.file} has changed while it was scanned: {part.size} bytes were announced")
        first = _next_line(file, part.begin - BEFORE, part.size) if part.begin > BEFORE else 0
        last = _next_line(file, min(part.end + BEHIND, part.size), part.size)
        file.seek(first)
        text = file.read(last - first)
    if not part.whole:
        options = {**options, "form": "text"}  # a part that begins like a page is none
    own = memoryview(text)[part.begin - first:part.end - first].tobytes().count(b"\n")
    lines = engine.scan_lines(text, part.file, to, **options)
    if part.whole:
        return lines, own
    lines_before = text.count(b"\n", 0, part.begin - first)
    return moved(lines, first, -lines_before, keep=(part.begin, part.end)), own


def moved(lines: bytes, bytes_before: int, lines_before: int, keep: Optional[tuple[int, int]] = None) -> bytes:
    """Lines of figures with their places moved; `keep` says between which bytes, of the whole, a figure has to begin."""
    if not bytes_before and not lines_before and keep is None:
        return lines
    out = []
    for line in lines.splitlines(keepends=True):
        place = _PLACE.match(line)
        if place is None:
            raise ValueError(f"no line of a scan: {line[:80]!r}")
        begin = int(place[2]) + bytes_before
        if keep is not None and not keep[0] <= begin < keep[1]:
            continue
        out.append(b"%s%d%s%d%s%d%s" % (place[1], begin, place[3], int(place[4]) + bytes_before, place[5],
                                        int(place[6]) + lines_before, line[place.end():]))
    return b"".join(out)
