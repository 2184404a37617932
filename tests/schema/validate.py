"""What the program says in JSON is what docs/schema/ promises.

usage: validate.py PROGRAM CHECKOUT
Runs the program, holds each document against its schema, and holds the schemas against documents that are spoiled: a
schema that lets those pass would promise nothing.
"""
import copy
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import jsonschema  # Debian: python3-jsonschema; without it this test fails, as it must

PROGRAM, CHECKOUT = sys.argv[1], pathlib.Path(sys.argv[2])
ENVIRONMENT = {**os.environ, "HOME": "/nonexistent", "XDG_DATA_HOME": ""}  # nobody's own rate store
SEED = "tests/data/seed/stargate-and-korea.txt"
EXAMPLE = "config/examples/stargate.toml"
RATES = "tests/golden/files/rates"
UNCERTAIN = "tests/golden/files/uncertain.toml"
LATER = "tests/golden/files/stargate-later.toml"
FOLDER = tempfile.TemporaryDirectory()  # of a rate store
STORE = FOLDER.name + "/rates.sqlite"

# schema, arguments, exit code; the first run of a schema is also the one whose documents are spoiled
RUNS = [
    ("scan", ["scan", SEED, "--format", "jsonl", "--to", "EUR", "--as-of", "2025-01-22"], 0),
    ("scan", ["scan", SEED, "--format", "jsonl"], 0),
    ("scan", ["scan", SEED, "--format", "jsonl", "--kind", "all"], 0),
    ("scan", ["scan", SEED, "--format", "jsonl", "--kind", "jobs"], 0),
    ("scan", ["scan", SEED, "--format", "jsonl", "--to", "KRW", "--rate", "USD/KRW=1436"], 0),
    ("scan", ["scan", SEED, "--format", "jsonl", "--to", "USD", "--as-of", "2025-01-25"], 0),
    ("convert", ["convert", "$500B", "KRW", "--rate", "USD/KRW=1436", "--format", "json"], 0),
    ("convert", ["convert", "2 trillion won", "USD", "--rate", "USD/KRW=1436", "--format", "json"], 0),
    ("convert", ["convert", "up to $500 billion", "KRW", "--rate", "USD/KRW=200000/157", "--format", "json"], 0),
    ("convert", ["convert", "5000억 달러", "KRW", "--as-of", "2025-01-22", "--format", "json"], 0),
    ("convert", ["convert", "700조원대", "USD", "--as-of", "2025-01-26", "--format", "json"], 0),
    ("convert", ["convert", "more than 3 million euros", "EUR", "--format", "json"], 0),
    ("convert", ["convert", "100 dirhams", "USD", "--as-of", "2025-01-22", "--format", "json"], 0),
    ("convert", ["convert", "$1 billion", "KRW", "--as-of", "2025-01-22", "--rate-policy", "average:month", "--format", "json"], 0),
    ("convert", ["convert", "€1 billion", "KRW", "--as-of", "2024-06-30", "--rate-policy", "average:year", "--format", "json"], 0),
    ("convert", ["convert", "$1 billion", "KRW", "--as-of", "2025-01-22", "--side", "bid", "--spread", "0.5%", "--format", "json"], 0),
    ("audit", ["audit", SEED, "--format", "json"], 1),
    ("audit", ["audit", SEED, "--format", "json", "--as-of", "2025-01-22"], 1),
    ("audit", ["audit", EXAMPLE, "--format", "json"], None),
    ("compare", ["compare", EXAMPLE, "--format", "json", "--explain"], 0),
    ("compare", ["compare", EXAMPLE, "--format", "json"], 0),
    ("compare", ["compare", EXAMPLE, "--format", "json", "--to", "KRW"], 0),
    ("compare", ["compare", EXAMPLE, "--format", "json", "--metric", "per_job"], 0),
    ("compare", ["compare", EXAMPLE, "--format", "json", "--rate", "USD/KRW=1484.23"], 0),
    ("compare", ["compare", "tests/golden/files/assumed.toml", "--format", "json", "--explain"], 0),
    ("compare", ["compare", "tests/golden/files/economies.toml", "--format", "json"], 0),
    ("compare", ["compare", "config/examples/league.toml", "--format", "json"], 0),
    ("programmes", ["programmes", "--format", "json"], 0),
    ("programmes", ["programmes", "us-stargate", "--format", "json"], 0),
    ("compare-sweep", ["compare", EXAMPLE, "--vary", "USD/KRW=1250..1500:50", "--format", "json"], 0),
    ("compare-sweep", ["compare", EXAMPLE, "--vary", "Stargate.jobs=1,2,3", "--vary", "realisation=20%,1", "--format", "json"], 0),
    ("compare-sensitivity", ["compare", EXAMPLE, "--sensitivity", "--format", "json"], 0),
    ("compare-simulation", ["compare", UNCERTAIN, "--simulate", "1e4", "--format", "json"], 0),
    ("compare-simulation", ["compare", UNCERTAIN, "--simulate", "1e4", "--method", "sample", "--format", "json"], 0),
    ("compare-difference", ["compare", EXAMPLE, "--against", LATER, "--format", "json"], 0),
    ("compare-difference", ["compare", EXAMPLE, "--against", UNCERTAIN, "--format", "json"], 0),
    ("eval", ["eval", "(stargate - korea) per job-year in KRW", "--with", EXAMPLE, "--format", "json"], 3),
    ("eval", ["eval", "5000억 달러 in KRW as of 2025-01-22", "--format", "json", "--explain"], 0),
    ("eval", ["eval", "stargate per job", "--with", EXAMPLE, "--to", "KRW", "--format", "json"], 0),
    ("eval", ["eval", "5 bilion dollars", "--format", "json"], 2),
    ("rates-import", ["rates", "import", f"{RATES}/eurofxref-hist.csv", "--rates", STORE, "--format", "json"], 0),
    ("rates-import", ["rates", "import", f"{RATES}/eurofxref-hist.csv", "--rates", STORE, "--format", "json"], 0),
    ("rates-import", ["rates", "import", f"{RATES}/DEXKOUS.csv", "--rates", STORE, "--format", "json"], 0),
    ("rates-list", ["rates", "list", "--rates", STORE, "--format", "json"], 0),
    ("rates-list", ["rates", "list", "--format", "json"], 0),
    ("rates-show", ["rates", "show", "USD/KRW", "--rates", STORE, "--format", "json"], 0),
    ("rates-show", ["rates", "USD/KRW", "--as-of", "2025-01-22", "--rates", STORE, "--format", "json"], 0),
    ("rates-path", ["rates", "path", "USD", "KRW", "--as-of", "2020-03-19", "--rates", STORE, "--format", "json"], 0),
    ("rates-path", ["rates", "path", "USD", "KRW", "--rate", "1436", "--rates", STORE, "--format", "json"], 0),
    ("rates-verify", ["rates", "verify", "--rates", STORE, "--format", "json"], 0),
]


def refuse_float(text):
    raise ValueError(f"{text} is a number with a point: exact values are texts")


def load_validators():
    schemas = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (CHECKOUT / "docs/schema").glob("*.json")}
    store = {schema["$id"]: schema for schema in schemas.values()}
    validators = {}
    for name, schema in schemas.items():
        jsonschema.Draft202012Validator.check_schema(schema)
        resolver = jsonschema.RefResolver(base_uri=schema["$id"], referrer=schema, store=store)
        validators[name] = jsonschema.Draft202012Validator(schema, resolver=resolver)
    return validators


def run(arguments, expected):
    done = subprocess.run([PROGRAM, *arguments], cwd=CHECKOUT, capture_output=True, env=ENVIRONMENT)
    if expected is not None and done.returncode != expected:
        raise AssertionError(f"exit code {done.returncode}, not {expected}: {done.stderr.decode()}")
    return done.stdout.decode("utf-8")


def documents(schema, text):
    lines = text.splitlines() if schema == "scan" else [text]
    return [json.loads(line, parse_float=refuse_float) for line in lines]


def check_spans(lines):
    """The text of a line is exactly the bytes that it names, and the lines are in the order of the document."""
    last = 0
    for line in lines:
        content = (CHECKOUT / line["document"]).read_bytes()
        if content[line["begin"]:line["end"]].decode("utf-8") != line["text"]:
            raise AssertionError(f"{line['text']!r} is not at [{line['begin']}, {line['end']})")
        if line["begin"] < last:
            raise AssertionError(f"{line['text']!r} overlaps the figure before it")
        last = line["end"]


def objects(value, path=()):
    """Every object in a document, with its path."""
    if isinstance(value, dict):
        yield path
        for key, inner in value.items():
            yield from objects(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from objects(inner, (*path, index))


def spoiled(document):
    """The document with a key too many in each kind of its objects, and with each bound as a number."""
    kinds = {tuple("*" if isinstance(step, int) else step for step in path): path for path in objects(document)}
    for path in kinds.values():
        bad = copy.deepcopy(document)
        inner = bad
        for step in path:
            inner = inner[step]
        inner["surplus"] = None
        yield f"with a key too many in {path}", bad
        for key in ("low", "high", "exact", "value"):
            if isinstance(inner.get(key), str):
                number = copy.deepcopy(bad)
                spot = number
                for step in path:
                    spot = spot[step]
                del spot["surplus"]
                spot[key] = 1
                yield f"with the number 1 as {key} in {path}", number


def check_strictness(name, validator, document):
    for how, bad in spoiled(document):
        if validator.is_valid(bad):
            raise AssertionError(f"docs/schema/{name}.json lets a document pass {how}")
    for key in validator.schema["required"]:
        if validator.is_valid({k: v for k, v in document.items() if k != key}):
            raise AssertionError(f"docs/schema/{name}.json lets a document pass without {key}")


def main():
    validators, failures, checked, strict = load_validators(), [], 0, set()
    for name, arguments, code in RUNS:
        try:
            found = documents(name, run(arguments, code))
            if not found:
                raise AssertionError("nothing was said")
            for document in found:
                validators[name].validate(document)
            if name not in strict:
                check_strictness(name, validators[name], found[0])
                strict.add(name)
            if name == "scan":
                check_spans(found)
            checked += len(found)
        except (AssertionError, ValueError, OSError, jsonschema.ValidationError) as problem:
            where = "/".join(str(step) for step in getattr(problem, "absolute_path", ()))
            failures.append(f"outlay {' '.join(arguments)}\n    {where}: {getattr(problem, 'message', problem)}")
    print("\n".join(failures))
    print(f"{checked} documents of {len(RUNS)} runs were checked, {len(failures)} runs failed")
    sys.exit(1 if failures or not checked else 0)


main()
