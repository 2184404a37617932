"""The SQLite extension in the real sqlite3: what is answered, what is refused, and against fractions row by row.

usage: sqlite.py EXTENSION
"""
import fractions
import random
import shutil
import subprocess
import sys

RATES = {"KRW": "149601/100", "JPY": "16272/100", "USD": "10443/10000"}  # of one euro, 2025-01-22 (ECB)


def ask(extension, *statements):
    script = f".load {extension.removesuffix('.so')}\n" + "\n".join(statements) + "\n"
    done = subprocess.run(["sqlite3", "-batch", ":memory:"], input=script, capture_output=True, text=True, timeout=120)
    return done.stdout.splitlines(), done.stderr


ANSWERS = [
    # half to even, as columns: 718.5 won are 0.50155… dollars
    ("outlay_convert('718.5', 'KRW', 'USD', '2025-01-22')", "0.50"),
    ("outlay_convert(2000000000000, 'krw', 'usd', '2025-01-22')", "1396113662.34"),
    ("outlay_convert('5000억 달러', 'KRW', '2025-01-22')", "716274059178397"),
    ("outlay_convert('up to $500 billion', 'KRW', '2025-01-22')", ""),
    ("outlay_convert(NULL, 'KRW', 'USD', '2025-01-22')", ""),
    ("outlay_convert('5', 'USD', 'USD', '1960-01-04')", "5.00"),
    ("outlay_convert('123456789012345678901234567890.5', 'KRW', 'KRW', '2025-01-22')", "123456789012345678901234567890"),
    ("outlay_convert('-0.005', 'USD', 'USD', '2025-01-22')", "0.00"),
    ("outlay_convert('5', 'USD', 'USD', '2025-01-22 23:59:59')", "5.00"),
    ("outlay_rate('KRW', 'USD', '2025-01-22')", "3481/4986700"),
    ("outlay_problem('5', 'KRX', 'USD', '2025-01-22')", "unknown-currency"),
    ("outlay_problem(5.5, 'KRW', 'USD', '2025-01-22')", "sql-amount-real"),
    ("outlay_problem('5', 'KRW', 'USD', '1960-01-04')", "rate-missing"),
    ("outlay_problem('5', 'KRW', 'USD', '2025-02-30')", "date-malformed"),
    ("outlay_problem('1e3', 'KRW', 'USD', '2025-01-22')", "amount-exponent"),
    ("outlay_problem('5', 'KRW', 'USD', '2025-01-22')", ""),
]
REFUSED = [
    ("outlay_convert(1.57, 'KRW', 'USD', '2025-01-22')", "REAL", "TEXT"),
    ("outlay_convert('5', 'KRX', 'USD', '2025-01-22')", "KRX", "unknown-currency"),
    ("outlay_convert('5', 'KRW', 'USD', '1960-01-04')", "rate-missing", "outlay_convert"),
    ("outlay_convert('5', 'KRW', 'USD', 'yesterday')", "date-malformed", "yesterday"),
    ("outlay_convert('5 bilion', 'USD', '2025-01-22')", "outlay_convert", "["),
    ("outlay_sum(1.5, 'KRW', 'USD', '2025-01-22')", "REAL", "outlay_sum"),
    ("outlay_sum(1, 'KRW', t, '2025-01-22') FROM (SELECT 'USD' AS t UNION ALL SELECT 'EUR')", "sql-target-changes", "GROUP BY"),
]


def check_answers(extension, findings):
    lines, problem = ask(extension, *(f"SELECT {question};" for question, _ in ANSWERS))
    if problem or len(lines) != len(ANSWERS):
        findings.append(f"{len(lines)} answers to {len(ANSWERS)} questions: {problem}")
    for (question, expected), found in zip(ANSWERS, lines):
        if found != expected:
            findings.append(f"{question} is {found!r}, not {expected!r}")


def check_refusals(extension, findings):
    for question, *words in REFUSED:
        lines, problem = ask(extension, f"SELECT {question};")
        if lines or not all(word in problem for word in words):
            findings.append(f"{question}: {lines} {problem!r} lacks one of {words}")


def rounded(value, digits):
    """Half to even."""
    whole = round(value * 10**digits)
    sign = "-" if whole < 0 else ""
    return f"{sign}{abs(whole) // 10**digits}.{abs(whole) % 10**digits:0{digits}d}"


def check_rows(extension, findings):
    """Random rows against fractions: each, and their sum."""
    draw = random.Random(20250122)
    rows, exact, statements = [], [], ["CREATE TABLE t(amount TEXT, currency TEXT);", "BEGIN;"]
    for _ in range(3000):
        currency = draw.choice(sorted(RATES))
        digits = draw.randrange(1, 25)
        amount = f"{draw.choice(['', '-'])}{draw.randrange(10**digits)}.{draw.randrange(10**6):06d}"
        rows.append((amount, currency))
        exact.append(fractions.Fraction(amount) / fractions.Fraction(RATES[currency]) * fractions.Fraction("10443/10000"))
        statements.append(f"INSERT INTO t VALUES ('{amount}', '{currency}');")
    statements += ["COMMIT;", "SELECT outlay_convert(amount, currency, 'USD', '2025-01-22') FROM t ORDER BY rowid;",
                   "SELECT outlay_sum(amount, currency, 'USD', '2025-01-22') FROM t;",
                   "SELECT ifnull(outlay_sum(amount, currency, 'USD', '2025-01-22'), 'none') FROM t WHERE amount IS NULL;"]
    lines, problem = ask(extension, *statements)
    expected = [rounded(value, 2) for value in exact] + [rounded(sum(exact), 2), "none"]
    wrong = [(row, e, f) for row, e, f in zip([*rows, "sum", "empty"], expected, lines) if e != f and {e, f} != {"0.00", "-0.00"}]
    if problem or len(lines) != len(expected) or wrong:
        findings.append(f"{len(lines)} rows, {len(wrong)} wrong, such as {wrong[:2]}: {problem}")
    return len(expected)


def check_windows(extension, findings):
    """Sums of sliding frames, against fractions row by row; NULLs and empty frames."""
    random.seed(22)
    rows = [(None if random.random() < 0.1 else f"{random.randint(-10**9, 10**9)}.{random.randint(0, 99):02}", random.choice(list(RATES))) for _ in range(200)]
    rows[:8] = [(None, "KRW")] * 8
    exact = [None if amount is None else fractions.Fraction(amount) / fractions.Fraction(RATES[code]) * fractions.Fraction(RATES["USD"]) for amount, code in rows]
    frames = {"ROWS BETWEEN 3 PRECEDING AND 2 FOLLOWING": (-3, 2), "ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW": (-10**6, 0),
              "ROWS BETWEEN 5 FOLLOWING AND 6 FOLLOWING": (5, 6)}
    checked = 0
    for frame, (first, last) in frames.items():
        statements = ["CREATE TABLE t(id INTEGER, amount TEXT, currency TEXT);", "BEGIN;",
                      *(f"INSERT INTO t VALUES ({i}, {'NULL' if amount is None else repr(amount)}, '{code}');" for i, (amount, code) in enumerate(rows)), "COMMIT;",
                      f"SELECT ifnull(outlay_sum(amount, currency, 'USD', '2025-01-22') OVER (ORDER BY id {frame}), 'none') FROM t ORDER BY id;"]
        lines, problem = ask(extension, *statements)
        expected = []
        for i in range(len(rows)):
            frame_rows = [value for value in exact[max(i + first, 0):max(i + last + 1, 0)] if value is not None]
            expected.append(rounded(sum(frame_rows), 2) if frame_rows else "none")
        wrong = [(i, e, f) for i, (e, f) in enumerate(zip(expected, lines)) if e != f and {e, f} != {"0.00", "-0.00"}]
        if problem or len(lines) != len(expected) or wrong or "none" not in expected and first > -10**6:
            findings.append(f"{frame}: {len(lines)} rows, {len(wrong)} wrong, such as {wrong[:2]}: {problem}")
        checked += len(expected)
    return checked


def check_table(extension, findings):
    lines, problem = ask(extension,
                         "SELECT first_byte, last_byte, kind, currency, low, high, qualifier FROM outlay_read('At most $5bn.' || char(10) || '2조원');",
                         "SELECT d.id, r.words FROM (SELECT 1 AS id, '$5' AS body UNION ALL SELECT 2, '€7') d, outlay_read(d.body) r ORDER BY 1;",
                         "SELECT count(*) FROM outlay_read(NULL);")
    expected = ["0|12|money|USD||5000000000|at_most", "14|21|money|KRW|2000000000000|2000000000000|exact", "1|$5", "2|€7", "0"]
    if lines != expected or problem:
        findings.append(f"outlay_read: {lines} {problem}")
    lines, problem = ask(extension, "SELECT * FROM outlay_read;")
    if lines or not problem:
        findings.append("outlay_read without a text is not refused")
    lines, problem = ask(extension, "CREATE TABLE t(a TEXT, usd TEXT AS (outlay_convert(a, 'KRW', 'USD', '2025-01-22')));",
                         "INSERT INTO t VALUES ('718000');", "CREATE INDEX i ON t(usd);", "SELECT usd FROM t;")
    if lines != ["501.20"] or problem:
        findings.append(f"a generated column: {lines} {problem}")


def main(extension):
    if shutil.which("sqlite3") is None:
        sys.exit("sqlite3 is not installed: sh .ci/setup")
    findings = []
    check_answers(extension, findings)
    check_refusals(extension, findings)
    count = check_rows(extension, findings) + check_windows(extension, findings)
    check_table(extension, findings)
    print(*findings, f"{len(ANSWERS)} answers, {len(REFUSED)} refusals, {count} rows, {len(findings)} findings", sep="\n")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
