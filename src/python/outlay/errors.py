"""What goes wrong, with the diagnostics that the program prints."""
from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import Any, Optional


@dataclass(frozen=True)
class Place:
    """Where in a text; lines and columns count from 1, columns as a terminal shows them."""

    source: str
    line: int
    column: int
    excerpt: str
    caret: int
    caret_width: int


@dataclass(frozen=True)
class Diagnostic:
    """One thing that is wrong or missing."""

    id: str
    severity: str
    cause: str
    message: str
    where: Optional[Place]
    expected: str
    near: tuple[str, ...]
    remedy: str
    rendered: str

    @classmethod
    def of(cls, row: dict[str, Any]) -> "Diagnostic":
        where = row["where"]
        return cls(**{**row, "near": tuple(row["near"]), "where": Place(**where) if where else None})


class OutlayError(ValueError):
    """Bad input. `diagnostics` says what is wrong, where, and what would be right: all of it, in one pass."""

    def __init__(self, diagnostics: list[Diagnostic], message: str = "") -> None:
        self.diagnostics = diagnostics
        super().__init__(message or "\n".join(d.rendered.rstrip("\n") for d in diagnostics))

    @property
    def id(self) -> str:
        """Of the first diagnostic: "unknown-currency"."""
        return self.diagnostics[0].id if self.diagnostics else ""

    def __reduce__(self) -> Any:  # so that it comes back whole from another process
        return type(self), (self.diagnostics, str(self))


class MissingFact(OutlayError, LookupError):
    """A fact that is needed is not known: an exchange rate of that day, say."""


class OutlayWarning(UserWarning):
    """A diagnostic that came with a result."""

    @classmethod
    def say(cls, problem: Diagnostic) -> None:
        warnings.warn(cls(problem.rendered.rstrip("\n")), stacklevel=5)


def error_of(status: int, found: list[Diagnostic]) -> Exception:
    if status == 3:
        return MissingFact(found)
    if status == 5:
        return OutlayError(found, "the result does not fit into 128 bits")
    if status == 6:
        return TypeError("outlay: a wrong call of the C interface")
    if status == 7:
        return MemoryError()
    if status == 70:
        return RuntimeError("outlay: a defect of ours")
    return OutlayError(found)
