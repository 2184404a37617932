"""A table of comma-separated text converted at dated rates, side by side: alternating runs, medians, ratios.

usage: columns_csv.py PROGRAM [ROWS [RUNS]]
Copying the file is the yardstick. DuckDB takes part where it is found: as Python's duckdb, as a program `duckdb`, or as
the npm package @duckdb/node-api below the folder of $DUCKDB_NODE; else the table says that it was left out.
"""
import datetime
import fractions
import os
import pathlib
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

CODES = ("AUD BGN BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF IDR ILS INR ISK JPY KRW MXN MYR NOK NZD PHP PLN RON SEK SGD THB TRY "
         "ZAR").split()
PER_DOLLAR = (1.5, 1.8, 5.4, 1.36, .88, 7.2, 23, 6.9, .92, .79, 7.8, 360, 15800, 3.7, 83, 138, 150, 1360, 17, 4.7, 10.6, 1.64, 57,
              4, 4.6, 10.5, 1.34, 35, 32, 18.5)
NODE = """
const { DuckDBInstance } = require(process.argv[2] + '/node_modules/@duckdb/node-api');
DuckDBInstance.create(':memory:', { threads: '1' }).then(i => i.connect()).then(c => c.run(process.argv[3]));
"""


def make_tables(folder, rows):
    numbers = random.Random(2025)
    days = [str(datetime.date(2024, 1, 1) + datetime.timedelta(i)) for i in range(366)]
    rates = {}
    (folder / "config/rates").mkdir(parents=True)
    with open(folder / "config/rates/bench.csv", "w", encoding="utf-8") as file, open(folder / "rates.csv", "w", encoding="utf-8") as flat:
        file.write("# title: Rates\n# source: made up for a benchmark\n# licence: none\n# date: 2024-12-31\n# kind: spot\ndate,base,quote,value\n")
        flat.write("date,currency,rate\n")
        for day in days:
            for code, level in zip(CODES, PER_DOLLAR):
                rates[day, code] = f"{(0.97 + 0.06 * numbers.random()) / level:.8f}"
                file.write(f"{day},{code},USD,{rates[day, code]}\n")
                flat.write(f"{day},{code},{rates[day, code]}\n")
    with open(folder / "in.csv", "w", encoding="utf-8") as file:
        file.write("id,date,currency,amount\n")
        lines = []
        for number in range(rows):
            cents = int(10 ** (2 + 6 * numbers.random()))
            lines.append(f"{number},{days[int(numbers.random() * 366)]},{CODES[int(numbers.random() * 30)]},{cents // 100}.{cents % 100:02d}\n")
            if len(lines) == 100_000:
                file.write("".join(lines))
                lines.clear()
        file.write("".join(lines))
    return rates


def check(folder, rates, name, lines=200_000, half_away=False):
    """How many of the first lines are not what fractions give."""
    wrong = 0
    with open(folder / name, encoding="utf-8") as file:
        next(file)
        for line, _ in zip(file, range(lines)):
            _, day, code, amount, found = line.rstrip("\n").split(",")
            exact = fractions.Fraction(amount) * fractions.Fraction(rates[day, code]) * 100
            cents, rest = divmod(exact, 1)
            cents += rest > fractions.Fraction(1, 2) or (rest == fractions.Fraction(1, 2) and (half_away or cents % 2 == 1))
            wrong += found != f"{cents // 100}.{cents % 100:02d}"
    return wrong


def duckdb_command(folder, amount, rate):
    """With decimals of these types; the product has the digits of both."""
    query = (f"COPY (SELECT t.*, round(t.amount * r.rate, 2) AS amount_USD FROM read_csv('{folder}/in.csv', columns={{'id': 'BIGINT',"
             f" 'date': 'VARCHAR', 'currency': 'VARCHAR', 'amount': '{amount}'}}, header=true) t JOIN read_csv('{folder}/rates.csv', "
             f"columns={{'date': 'VARCHAR', 'currency': 'VARCHAR', 'rate': '{rate}'}}, header=true) r USING (date, currency)) TO "
             f"'{folder}/duckdb.csv' (HEADER)")
    try:
        import duckdb  # noqa: F401
        return [sys.executable, "-c", "import duckdb, sys; duckdb.connect(config={'threads': 1}).execute(sys.argv[1])", query]
    except ImportError:
        pass
    if program := shutil.which("duckdb"):
        return [program, "-c", f"SET threads=1; {query}"]
    node, place = shutil.which("node"), os.environ.get("DUCKDB_NODE", "")
    if node and (pathlib.Path(place) / "node_modules/@duckdb/node-api").is_dir():
        (folder / "duckdb.cjs").write_text(NODE, encoding="utf-8")
        return [node, folder / "duckdb.cjs", place, query]
    return None


def run(command, out=None):
    """Seconds that passed, and seconds of a processor (what others did in between does not count)."""
    begun, used = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(out or os.devnull, "wb") as file:
        code = subprocess.run([str(word) for word in command], stdout=file).returncode
    if code != 0:
        sys.exit(f"columns_csv: {command[0]} ended with exit code {code}")
    passed, now = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    return passed, now.ru_utime - used.ru_utime + now.ru_stime - used.ru_stime


def main():
    program, rows = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 10_000_000
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    folder = pathlib.Path(tempfile.mkdtemp(prefix="outlay-bench."))
    try:
        rates = make_tables(folder, rows)
        size = (folder / "in.csv").stat().st_size
        convert = [program, "convert", "--csv", folder / "in.csv", "--amount", "amount", "--currency", "currency", "--date", "date",
                   "--to", "USD", "--config", folder / "config", "--output"]
        sides = {"copy the file (cat)": lambda: run(["cat", folder / "in.csv"], folder / "copy.csv"),
                 "outlay, to a file": lambda: run([*convert, folder / "out.csv"]),
                 "outlay, to nowhere": lambda: run([*convert, "/dev/null"])}
        # A product of up to 18 digits is fast there, and holds amounts below ten million; amounts of 18 digits need 36.
        duckdb = duckdb_command(folder, "DECIMAL(9,2)", "DECIMAL(9,8)")
        times = {name: [] for name in sides}
        for turn in range(runs + 1):
            for name, side in sides.items():
                seconds = side()
                if turn > 0:  # the first warms the caches
                    times[name].append(seconds)
        if duckdb:
            wide = duckdb_command(folder, "DECIMAL(18,2)", "DECIMAL(18,8)")
            times["DuckDB, amounts of 18 digits, to a file"] = [run(wide)]
            times["DuckDB, of 9 digits, to a file"] = [run(duckdb) for _ in range(max(1, runs // 2))]
        median = {name: [statistics.median(part) for part in zip(*taken)] for name, taken in times.items()}
        copy, own = median["copy the file (cat)"], median["outlay, to a file"]
        print(f"\nA table of {rows:,} rows ({size / 1e6:.0f} MB), {len(CODES)} currencies, 366 days; {runs} alternating runs, medians")
        print(f"{'':40}{'passed s':>9}{'to copying':>12}{'to outlay':>11}   {'processor s':>12}{'to copying':>12}{'to outlay':>11}")
        for name, both in median.items():
            print(f"{name:40}{both[0]:9.3f}{both[0] / copy[0]:11.2f}x{both[0] / own[0]:10.2f}x   "
                  f"{both[1]:12.3f}{both[1] / copy[1]:11.2f}x{both[1] / own[1]:10.2f}x")
        if not duckdb:
            print("DuckDB was not found and is left out")
        print(f"wrong among the first rows: outlay {check(folder, rates, 'out.csv')}"
              + (f", DuckDB {check(folder, rates, 'duckdb.csv', half_away=True)} (its rounding: half away from zero)" if duckdb else ""))
    finally:
        shutil.rmtree(folder)


main()
