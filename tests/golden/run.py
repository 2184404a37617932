"""Runs transcripts: what a user types and what the program says to it.

usage: run.py PROGRAM FILE.test…            run them; ends with 1 if one differs
       run.py PROGRAM --update FILE.test…   write what the program says into them, to be read before it is kept

A transcript is a text file of such blocks; lines with # before a block say what it shows.
    # A ceiling stays a ceiling.
    < text for standard input, a line each (may be left out)
    $ outlay convert 'up to $500 billion' KRW
    lines of standard output
    >2 lines of standard error, a line each
    >= exit code
Commands run in sh, in a folder of their own that holds the files of files/, the seed document as article.txt and
the example scenarios of config/examples/.
"""
import difflib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SEED = HERE.parent / "data/seed/stargate-and-korea.txt"


class Block:
    def __init__(self, line):
        self.line = line
        self.comments, self.stdin, self.stdout, self.stderr = [], [], [], []
        self.command, self.code = None, None


def read_blocks(path):
    blocks, block = [], Block(1)
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if block.command is None:
            if line.startswith("#") or not line.strip():
                block.comments.append(line)
            elif line.startswith("<"):
                block.stdin.append(line[2:])
            elif line.startswith("$ "):
                block.command, block.line = line[2:], number
            else:
                sys.exit(f"{path}:{number}: neither a comment, nor input, nor a command: {line}")
        elif line.startswith(">= "):
            block.code = int(line[3:])
            blocks.append(block)
            block = Block(number + 1)
        elif line.startswith(">2"):
            block.stderr.append(line[3:])
        else:
            block.stdout.append(line)
    if block.command is not None:
        sys.exit(f"{path}:{block.line}: this command has no line >= with its exit code")
    if not blocks:
        sys.exit(f"{path}: no commands")
    return blocks, [line for line in block.comments if line.strip()]


def text_of(block):
    lines = list(block.comments)
    lines += [f"< {line}".rstrip() for line in block.stdin]
    lines.append(f"$ {block.command}")
    lines += block.stdout
    lines += [f">2 {line}".rstrip() for line in block.stderr]
    lines.append(f">= {block.code}")
    return "\n".join(lines)


def make_folder(program):
    folder = pathlib.Path(tempfile.mkdtemp(prefix="outlay-golden."))
    shutil.copy(SEED, folder / "article.txt")
    for source in (HERE / "files", ROOT / "config/examples"):
        if source.is_dir():
            shutil.copytree(source, folder, dirs_exist_ok=True)
    tools = folder / ".bin"
    tools.mkdir()
    (tools / "outlay").symlink_to(pathlib.Path(program).resolve())
    return folder, tools


def run(block, folder, tools):
    environment = {"PATH": f"{tools}:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(folder),
                   "SOURCE_DATE_EPOCH": "1767312000"}  # 2026-01-02: what a transcript says does not depend on the day
    for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LLVM_PROFILE_FILE", "GCOV_PREFIX"):
        if name in os.environ:
            environment[name] = os.environ[name]
    done = subprocess.run(["sh", "-c", block.command], cwd=folder, env=environment, timeout=60,
                          input="".join(line + "\n" for line in block.stdin).encode(), capture_output=True)

    def as_lines(data):
        lines = data.decode("utf-8", "replace").replace(str(folder), "~").split("\n")
        return lines[:-1] if lines[-1] == "" else lines

    return as_lines(done.stdout), as_lines(done.stderr), done.returncode


def difference(block, got):
    found = Block(block.line)
    found.comments, found.stdin, found.command = block.comments, block.stdin, block.command
    found.stdout, found.stderr, found.code = got
    return found, list(difflib.unified_diff(text_of(block).split("\n"), text_of(found).split("\n"), "expected", "found", lineterm=""))


def main(arguments):
    if len(arguments) < 2:
        sys.exit(__doc__)
    program, update = arguments[0], "--update" in arguments
    failed = 0
    for path in [pathlib.Path(a) for a in arguments[1:] if a != "--update"]:
        folder, tools = make_folder(program)
        blocks, rest = read_blocks(path)
        written = []
        for block in blocks:
            found, lines = difference(block, run(block, folder, tools))
            written.append(text_of(found))
            if lines and not update:
                failed += 1
                print(f"{path}:{block.line}: {block.command}", *lines, sep="\n")
        if update:
            path.write_text("\n".join(written + rest) + "\n", encoding="utf-8")
        else:
            print(f"{path.name}: {len(blocks)} commands")
        shutil.rmtree(folder)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
