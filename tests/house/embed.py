"""A bad table under config/ stops the build: outlay_embed names every bad row, with its place, and writes nothing."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from sources import report

# file, what is replaced (the first time), by what, the line of the slip's message
SLIPS = [
    ("currencies.csv", "\nEUR,978,", "\nEUR,9x8,", "currencies.csv"),
    ("economies.csv", ",KRW\n", ",KWR\n", "economies.csv"),
    ("settings.csv", "age-limit-days,7", "age-limit-days,a week", "settings.csv"),
    ("formats.csv", "locale,key,value", "locale,key,valeu", "formats.csv"),
    ("symbols.csv", ",USD CAD", ",USD CDA", "symbols.csv"),
    ("rates/ecb-2025-01.csv", "2025-01-02,EUR,AUD", "2025-13-02,EUR,AUD", "ecb-2025-01.csv"),
    ("economy/population.csv", "\nKR,2024,", "\nKRO,2024,", "population.csv"),
    ("rates/sources.csv", ",USD,spot,day,", ",USD,sport,day,", "sources.csv"),
    ("rates/fred-series.csv", "DEXKOUS,USD,KRW,", "DEXKOUS,USD,KWR,", "fred-series.csv"),
    ("languages/ko.csv", "\ncurrency,", "\ncurency,", "ko.csv"),
    ("calendars.csv", "\ncanada,04-01,", "\ncanada,13-01,", "calendars.csv"),
    ("messages/en/engine.csv", "config-not-a-folder,", "config-folder-missing,", "engine.csv"),
]


def run(program, config, out):
    return subprocess.run([program, str(config), str(out)], capture_output=True, text=True)


def with_slips(program, original, folder, slips, findings):
    config, out = folder / "config", folder / "out"
    shutil.copytree(original, config)
    for file, old, new, _ in slips:
        path = config / file
        text = path.read_text(encoding="utf-8")
        if old not in text:
            findings.append(f"{file}: {old!r} is not in it, so nothing was tried")
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    done = run(program, config, out)
    for file, _, _, name in slips:
        if not re.search(rf"{re.escape(name)}:\d+:\d+: error: .+ \[[a-z0-9-]+\]", done.stderr):
            findings.append(f"{file}: no error with its place in:\n{done.stderr}")
    if done.returncode != 1:
        findings.append(f"{[slip[0] for slip in slips]}: exit code {done.returncode}, not 1")
    if out.exists():
        findings.append(f"{[slip[0] for slip in slips]}: files were written all the same")
    shutil.rmtree(config)


def main():
    program, original = sys.argv[1], pathlib.Path(sys.argv[2])
    findings = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for slip in SLIPS:
            with_slips(program, original, folder, [slip], findings)
        with_slips(program, original, folder, SLIPS, findings)  # all in one pass
        first, second = folder / "first", folder / "second"
        for out in (first, second):
            done = run(program, original, out)
            if done.returncode != 0 or done.stderr:
                findings.append(f"our own config/: exit code {done.returncode}: {done.stderr}")
        for path in sorted(first.glob("*.cpp")):
            text = path.read_bytes()
            if (second / path.name).read_bytes() != text:
                findings.append(f"{path.name}: two runs differ")
            if str(original).encode() in text:
                findings.append(f"{path.name}: holds the folder that it was made from")
    report("embed", findings, len(SLIPS))


main()
