"""Rows a second through C++, C, Python, SQLite and Dask, on the same rows, in one run; each gives the same sum.

usage: borders.py CPP_BENCH SQLITE_EXTENSION [ROWS]
"""
import os
import sqlite3
import subprocess
import sys
import time

import dask.dataframe
import numpy
import outlay
import outlay.dask
import pandas
from distributed import Client, LocalCluster
from outlay import _native as native

SLOW_ROWS = 500_000  # where a row is an object, or a text


def make_rows(rows):
    i = numpy.arange(rows, dtype=numpy.uint64)
    amounts = ((i * numpy.uint64(2654435761)) % numpy.uint64(2**40)).astype(numpy.int64)
    codes = numpy.array(["KRW", "JPY", "GBP"], dtype="S3")[(i % numpy.uint64(3)).astype(int)]
    days = numpy.datetime64("1970-01-01") + (20090 + (i % numpy.uint64(25)).astype(numpy.int64))
    return amounts, codes, days


def best_of(count, work):
    return min(work() for _ in range(count))


def in_python(rows, expected):
    amounts, codes, days = make_rows(rows)
    inside, original = [], native.lib.outlay_columns_convert

    def timed(*arguments):
        begin = time.perf_counter()
        status = original(*arguments)
        inside.append(time.perf_counter() - begin)
        return status

    def once():
        begin = time.perf_counter()
        found = outlay.convert_column(amounts, "USD", currency=codes, date=days)
        seconds = time.perf_counter() - begin
        if int(found.values.sum()) != expected:
            sys.exit("borders: Python gives another sum")
        return seconds

    native.lib.outlay_columns_convert = timed
    try:
        whole = best_of(5, once)
    finally:
        native.lib.outlay_columns_convert = original
    return min(inside), whole


def in_pandas(rows):
    amounts, codes, days = make_rows(rows)
    import outlay.pandas  # noqa: F401
    frame = pandas.DataFrame({"amount": amounts, "currency": codes.astype("U3"), "date": days})

    def once():
        begin = time.perf_counter()
        frame["amount"].outlay.to("USD", date=frame["date"], currency=frame["currency"])
        return time.perf_counter() - begin

    return best_of(3, once)


def in_sqlite(extension, rows):
    amounts, codes, days = make_rows(rows)
    database = sqlite3.connect(":memory:")
    database.enable_load_extension(True)
    database.load_extension(extension.removesuffix(".so"))
    database.execute("CREATE TABLE t(amount INTEGER, currency TEXT, day TEXT)")
    database.executemany("INSERT INTO t VALUES (?, ?, ?)", zip(amounts.tolist(), codes.astype("U3").tolist(), days.astype(str).tolist()))

    def timed(query):
        begin = time.perf_counter()
        database.execute(query).fetchone()
        return time.perf_counter() - begin

    scan = best_of(3, lambda: timed("SELECT sum(length(amount) + length(currency) + length(day)) FROM t"))
    each = best_of(3, lambda: timed("SELECT sum(length(outlay_convert(amount, currency, 'USD', day))) FROM t"))
    total = best_of(3, lambda: timed("SELECT outlay_sum(amount, currency, 'USD', day) FROM t"))
    return each, total, scan


def in_dask(rows, expected):
    """From a table that the workers hold to a sum that they send."""
    amounts, codes, days = make_rows(rows)
    frame = pandas.DataFrame({"amount": amounts, "currency": pandas.Categorical(codes.astype("U3")), "date": days})
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster):
        table = dask.dataframe.from_pandas(frame, npartitions=8).persist()
        table.amount.sum().compute()

        def once():
            begin = time.perf_counter()
            if int(outlay.dask.convert(table, "amount", "USD", currency="currency", date="date").amount_USD.sum().compute()) != expected:
                sys.exit("borders: Dask gives another sum")
            return time.perf_counter() - begin

        return best_of(3, once)


def say(name, rows, seconds):
    print(f"{name:<44}{rows / seconds / 1e6:>10.2f} million rows/s{seconds / rows * 1e9:>10.1f} ns a row")


def main(bench, extension, rows="4000000"):
    rows = int(rows)
    done = subprocess.run([bench, str(rows)], capture_output=True, text=True, check=True).stdout.split()
    cpp, expected = float(done[1]), int(done[2])
    print(f"{rows:,} rows of three currencies and 25 days to USD; {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    say("C++, in process", rows, cpp)
    c, python = in_python(rows, expected)
    say("C: outlay_columns_convert", rows, c)
    say("Python: outlay.convert_column (numpy)", rows, python)
    say("Python: series.outlay.to (pandas, Decimals)", SLOW_ROWS, in_pandas(SLOW_ROWS))
    each, total, scan = in_sqlite(extension, SLOW_ROWS)
    say("SQLite: reading the rows alone", SLOW_ROWS, scan)
    say("SQLite: outlay_convert a row", SLOW_ROWS, each)
    say("SQLite: outlay_sum", SLOW_ROWS, total)
    say("Dask: outlay.dask.convert, two workers", rows, in_dask(rows, expected))


if __name__ == "__main__":
    main(*sys.argv[1:])
