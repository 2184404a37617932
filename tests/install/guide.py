"""Runs the programs that a page of docs/ shows, and compares what they print with the block of text behind each.

usage: guide.py PAGE LANGUAGE [--update] -- COMMAND...

A program is a fenced block of that LANGUAGE followed at once by a block `text`: what it prints, where a line that is only
"…" stands for any lines. It is run by COMMAND, with "{source}" replaced by its file, in a folder that holds the seed
document as article.txt and the example scenarios, and must end with 0. Ends with 1 if one differs.
"""
import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
ENDINGS = {"cpp": ".cpp", "c": ".c", "python": ".py", "sql": ".sql"}


def make_folder():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="outlay-guide."))
    shutil.copy(ROOT / "tests/data/seed/stargate-and-korea.txt", folder / "article.txt")
    for source in (ROOT / "tests/golden/files", ROOT / "config/examples"):
        shutil.copytree(source, folder, dirs_exist_ok=True)
    return folder


def run(number, program, folder, command, language):
    source = folder / f"program{number}{ENDINGS[language]}"
    source.write_text(program, encoding="utf-8")
    words = [word.replace("{source}", str(source)) for word in command]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, timeout=300, env={**os.environ, "LC_ALL": "C.UTF-8"})
    return done.stdout, done.stderr, done.returncode


def matches(expected, found):
    pattern = "\n".join(re.escape(line) if line != "…" else r"(?:.*\n)*?.*" for line in expected.split("\n"))
    return re.fullmatch(pattern, found) is not None


def main(arguments):
    if "--" not in arguments:
        sys.exit(__doc__)
    cut = arguments.index("--")
    page, language = pathlib.Path(arguments[0]), arguments[1]
    update, command = "--update" in arguments[:cut], arguments[cut + 1:]
    text = page.read_text(encoding="utf-8")
    fence = re.compile(rf"^```{language}\n(.*?)^```\n```text\n(.*?)^```$", re.M | re.S)
    programs = list(fence.finditer(text))
    if not programs:
        sys.exit(f"{page}: no program with its output")
    folder = make_folder()
    try:
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            results = list(pool.map(lambda p: run(p[0], p[1][1], folder, command, language), enumerate(programs)))
    finally:
        shutil.rmtree(folder)
    failed = 0
    for program, (out, err, code) in zip(programs, results):
        line = text.count("\n", 0, program.start()) + 1
        if code != 0 or (not update and not matches(program[2], out)):
            failed += 1
            print(f"{page}:{line}: exit code {code}", "expected:", program[2], "found:", out, err, sep="\n")
    if update:
        outputs = iter(results)
        page.write_text(fence.sub(lambda m: f"```{language}\n{m[1]}```\n```text\n{next(outputs)[0]}```", text), encoding="utf-8")
    print(f"{page.name}: {len(programs)} programs")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
