"""What is answered: plain values, exact. A bound that nobody stated is None; so is a value that only has bounds."""
from __future__ import annotations

import datetime
import html
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any, Iterator, Mapping, Optional

Row = Mapping[str, Any]


def fraction(text: Optional[str]) -> Optional[Fraction]:
    return None if text is None else Fraction(text)


def decimal(text: Optional[str]) -> Optional[Decimal]:
    return None if text is None else Decimal(text)


def day(text: Optional[str]) -> Optional[datetime.date]:
    return None if text is None else datetime.date.fromisoformat(text)


@dataclass(frozen=True)
class Leg:
    """A step of a rate: a published quote, or a given one; `inverted`: the amount was divided by it."""

    pair: str
    exact: Fraction
    date: Optional[datetime.date]
    source: str
    kind: str
    inverted: bool

    @classmethod
    def of(cls, row: Row) -> "Leg":
        return cls(row["pair"], Fraction(row["exact"]), day(row.get("date")), row["source"], row["kind"], row["inverted"])


@dataclass(frozen=True)
class Rate:
    """What an amount went through: USD/KRW = `exact` won for one dollar, of a date, from a source, by its legs."""

    pair: str
    exact: Fraction
    date: Optional[datetime.date]
    source: str
    kind: str
    legs: tuple[Leg, ...]

    @classmethod
    def of(cls, row: Optional[Row]) -> Optional["Rate"]:
        if row is None:
            return None
        legs = tuple(Leg.of(leg) for leg in row["legs"])
        return cls(row["pair"], Fraction(row["exact"]), day(row.get("date")), row["source"], row["kind"], legs)

    def __str__(self) -> str:
        when = f"{self.date}, " if self.date else ""
        return f"{self.pair} {self.exact} ({when}{self.source})"


@dataclass(frozen=True)
class Conversion:
    """An amount in another currency."""

    text: str                    #: as it was written
    value: Optional[Decimal]     #: rounded once, to the minor unit; None for a ceiling or a floor
    exact: Optional[Fraction]
    low: Optional[Fraction]
    high: Optional[Fraction]
    low_open: bool
    high_open: bool
    currency: str
    qualifier: str               #: "exact", "about", "at_most", …
    rate: Optional[Rate]         #: None where the currency is the same
    derivation: str = field(repr=False)  #: how it came about, as the program prints it
    document: Row = field(repr=False)    #: the contract's JSON

    @classmethod
    def of(cls, row: Row, derivation: str) -> "Conversion":
        to = row["to"]
        return cls(row["from"]["text"], decimal(to["value"]), fraction(to["exact"]), fraction(to["low"]), fraction(to["high"]),
                   to["low_open"], to["high_open"], to["currency"], row["qualifier"], Rate.of(row["rate"]), derivation, row)

    def __str__(self) -> str:
        return self.derivation.split("\n", 1)[0]

    def _repr_html_(self) -> str:
        first, _, rest = self.derivation.partition("\n")
        return f"<div><b>{html.escape(first)}</b><pre>{html.escape(rest)}</pre></div>"


@dataclass(frozen=True)
class Figure:
    """A mention in a text: its bytes, its bounds, and what the words say about them."""

    document: str
    begin: int                   #: bytes, half-open
    end: int
    line: int
    column: int
    text: str
    kind: str                    #: "money", "jobs", "duration", …
    low: Optional[Decimal]
    high: Optional[Decimal]
    central: Optional[Decimal]
    low_open: bool
    high_open: bool
    qualifier: str
    currency: Optional[str]
    candidates: tuple[str, ...]  #: what else the currency could be
    language: str
    row: Row = field(repr=False)  #: the line of JSON

    @classmethod
    def of(cls, row: Row) -> "Figure":
        number = decimal if row["kind"] != "date" else (lambda text: text)
        return cls(row["document"], row["begin"], row["end"], row["line"], row["column"], row["text"], row["kind"],
                   number(row["low"]), number(row["high"]), number(row["central"]), row["low_open"], row["high_open"],
                   row["qualifier"], row["currency"], tuple(row["candidates"]), row["language"], row)

    @property
    def converted(self) -> Optional[tuple[Optional[Fraction], Optional[Fraction]]]:
        """Low and high in the currency that was asked for; None where nothing was, or where no rate is known."""
        found = self.row.get("normalized")
        return (fraction(found["low"]), fraction(found["high"])) if found else None

    @property
    def missing(self) -> tuple[str, ...]:
        """Why it was not converted: ids of reasons."""
        return tuple(self.row.get("missing", ()))


@dataclass(frozen=True)
class Metric:
    """An outlay per something, as known as its inputs are. `missing`: why it is unknown."""

    value: Optional[Decimal]
    exact: Optional[Fraction]
    low: Optional[Fraction]
    high: Optional[Fraction]
    unit: str
    qualifier: str
    notes: tuple[str, ...]
    missing: tuple[str, ...]

    @classmethod
    def of(cls, row: Row) -> "Metric":
        if "missing" in row:
            return cls(None, None, None, None, "", "", tuple(row.get("notes", ())), tuple(row["missing"]))
        return cls(decimal(row["value"]), fraction(row["exact"]), fraction(row["low"]), fraction(row["high"]), row["unit"],
                   row["qualifier"], tuple(row["notes"]), ())

    @property
    def known(self) -> bool:
        return not self.missing


@dataclass(frozen=True)
class Investment:
    name: str
    economy: str
    metrics: Mapping[str, Metric]
    rate: Optional[Rate]

    def __getitem__(self, metric: str) -> Metric:
        return self.metrics[metric]


@dataclass(frozen=True)
class Ratio:
    """The baseline over an investment, by one metric."""

    name: str
    metric: str
    value: Metric


@dataclass(frozen=True)
class Case:
    name: str
    to: str
    as_of: Optional[datetime.date]
    baseline: str
    investments: tuple[Investment, ...]
    ratios: tuple[Ratio, ...]

    @classmethod
    def of(cls, row: Row) -> "Case":
        investments = tuple(
            Investment(i["name"], i.get("economy", ""), {name: Metric.of(m) for name, m in i["metrics"].items()},
                       Rate.of(i.get("rate"))) for i in row["investments"])
        ratios = tuple(Ratio(r["name"], r["metric"], Metric.of(r)) for r in row["ratios"])
        return cls(row["name"], row["to"], day(row.get("as_of")), row["baseline"], investments, ratios)

    def __getitem__(self, investment: str) -> Investment:
        for each in self.investments:
            if each.name == investment:
                return each
        raise KeyError(investment)


class _Tabled:
    """An answer with rows(), and with the table that the program prints."""

    table: str

    def __str__(self) -> str:
        return self.table

    def rows(self) -> Iterator[dict[str, Any]]:
        raise NotImplementedError

    def to_pandas(self) -> Any:
        """A DataFrame of rows(); exact amounts stay Decimal and Fraction."""
        import pandas

        return pandas.DataFrame(list(self.rows()))

    def _repr_html_(self) -> str:
        return f"<pre>{html.escape(self.table)}</pre>"


@dataclass(frozen=True)
class Comparison(_Tabled):
    """The investments of a scenario side by side, case by case; the first case is the file's own."""

    title: str
    cases: tuple[Case, ...]
    document: Row = field(repr=False)    #: the contract's JSON, with the steps behind every number
    table: str = field(repr=False)       #: as the program prints it
    explanation: str = field(repr=False)
    workbook: bytes = field(repr=False)  #: a spreadsheet (xlsx) with live formulas

    def __getitem__(self, investment: str) -> Investment:
        return self.cases[0][investment]

    def rows(self) -> Iterator[dict[str, Any]]:
        """A row a metric of an investment, and a row a ratio."""
        for case in self.cases:
            for investment in case.investments:
                for name, metric in investment.metrics.items():
                    yield self._row(case, "metric", investment.name, name, metric, investment.rate)
            for ratio in case.ratios:
                yield self._row(case, "ratio", ratio.name, ratio.metric, ratio.value, case[ratio.name].rate)

    @staticmethod
    def _row(case: Case, kind: str, name: str, metric: str, value: Metric, rate: Optional[Rate]) -> dict[str, Any]:
        return {"case": case.name, "kind": kind, "investment": name, "metric": metric, "value": value.value,
                "exact": value.exact, "low": value.low, "high": value.high, "unit": value.unit,
                "qualifier": value.qualifier, "missing": " ".join(value.missing), "notes": " ".join(value.notes),
                "rate": str(rate) if rate else ""}


@dataclass(frozen=True)
class Spread:
    """How one result is spread. Floats: what is simulated is approximate, alone of all that outlay answers."""

    investment: str
    metric: str
    is_ratio: bool                   #: the baseline over the investment
    unit: str
    qualifier: str                   #: of a ceiling ("at_most") each number is one
    percentiles: Mapping[int, float]  #: 5, 10, 25, 50, 75, 90, 95: the value that so many per cent lie at or below
    errors: Mapping[int, float]      #: standard errors of sampling; 0 where nothing was drawn
    mean: float
    deviation: float
    notes: tuple[str, ...]

    @property
    def median(self) -> float:
        return self.percentiles[50]


@dataclass(frozen=True)
class Simulation(_Tabled):
    """How the results of a comparison are spread when its inputs are."""

    title: str
    samples: int                         #: 0: computed, nothing was drawn
    seed: int
    spreads: tuple[Spread, ...]          #: of what depends on an uncertain input
    inputs: tuple[Row, ...]              #: how they are spread, and who says so
    left_out: tuple[Row, ...]            #: what cannot be told, with the reason in "missing"
    document: Row = field(repr=False)    #: the contract's JSON
    table: str = field(repr=False)       #: as the program prints it

    def __getitem__(self, key: tuple[str, str]) -> Spread:
        """simulation["Stargate", "per_job"]"""
        for each in self.spreads:
            if (each.investment, each.metric) == key and not each.is_ratio:
                return each
        raise KeyError(key)

    def ratio(self, investment: str, metric: str) -> Spread:
        """Of the baseline over an investment."""
        for each in self.spreads:
            if (each.investment, each.metric, each.is_ratio) == (investment, metric, True):
                return each
        raise KeyError((investment, metric))

    def rows(self) -> Iterator[dict[str, Any]]:
        for each in self.spreads:
            yield {"investment": each.investment, "metric": each.metric, "kind": "ratio" if each.is_ratio else "metric",
                   "unit": each.unit, "qualifier": each.qualifier, **{f"p{share}": v for share, v in each.percentiles.items()},
                   "mean": each.mean, "deviation": each.deviation}


@dataclass(frozen=True)
class Audit:
    """What documents state twice, against each other and the market."""

    findings: tuple[Row, ...]
    objects: bool                        #: a finding is a warning or an error
    document: Row = field(repr=False)
    report: str = field(repr=False)

    def __str__(self) -> str:
        return self.report

    def _repr_html_(self) -> str:
        return f"<pre>{html.escape(self.report)}</pre>"
