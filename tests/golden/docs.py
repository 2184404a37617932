"""Runs the examples of the documentation: what README.md and docs/*.md show is what the program says.

usage: docs.py PROGRAM PAGE.md…            run them; ends with 1 if one differs
       docs.py PROGRAM --update PAGE.md…   write what the program says into them, to be read before it is kept

An example is a fenced block of the kind `console`: lines that begin with "$ " are commands, what follows is what they say
(standard output, then standard error), and "(exit code N)" ends one that does not end with 0. A line that is only "…"
stands for any lines. Commands run in one folder a page, with the files of transcripts (see run.py).
"""
import pathlib
import re
import shutil
import sys

sys.dont_write_bytecode = True
import run as transcripts

FENCE = re.compile(r"^```console\n(.*?)^```$", re.M | re.S)


def examples(block):
    """(command, expected lines) of a fenced block."""
    found = []
    for line in block.rstrip("\n").split("\n"):
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif not found:
            sys.exit(f"an example must begin with a command: {line}")
        else:
            found[-1][1].append(line)
    return found


def said(command, folder, tools):
    block = transcripts.Block(0)
    block.command = command
    out, err, code = transcripts.run(block, folder, tools)
    return out + err + ([f"(exit code {code})"] if code else [])


def matches(expected, got):
    while expected and expected[-1] == "":
        expected = expected[:-1]
    while got and got[-1] == "":
        got = got[:-1]
    pattern = "\n".join(re.escape(line) if line != "…" else r"(?:.*\n)*?.*" for line in expected)
    return re.fullmatch(pattern, "\n".join(got)) is not None


def check_page(program, path, update):
    text = path.read_text(encoding="utf-8")
    folder, tools = transcripts.make_folder(program)
    failed, count = 0, 0

    def replace(found):
        nonlocal failed, count
        lines = []
        for command, expected in examples(found.group(1)):
            got = said(command, folder, tools)
            count += 1
            if not matches(expected, got):
                failed += 1
                if not update:
                    print(f"{path}: $ {command}", "expected:", *expected, "found:", *got, sep="\n")
                expected = got
            lines += [f"$ {command}", *expected]
        return "```console\n" + "\n".join(lines) + "\n```"

    written = FENCE.sub(replace, text)
    shutil.rmtree(folder)
    if update:
        path.write_text(written, encoding="utf-8")
        failed = 0
    print(f"{path.name}: {count} examples")
    return failed


def main(arguments):
    if len(arguments) < 2:
        sys.exit(__doc__)
    pages = [pathlib.Path(a) for a in arguments[1:] if a != "--update"]
    return 1 if sum(check_page(arguments[0], page, "--update" in arguments) for page in pages) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
