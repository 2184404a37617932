"""The texts that bulk scans are measured on, and how what is read of them differs from what is in them.

Two are made by SHARED/bench/corpus.py, with what is in them beside them; the third is what people wrote: the man pages, message
catalogues and documents that the machine happens to have, in five languages.
"""
import collections
import gzip
import os
import pathlib
import re
import struct
import subprocess
import sys

SHARES = {"en": 35, "ko": 20, "de": 15, "zh": 15, "ja": 15}  # percent of the bytes, as in the made corpora
FOLDERS = {"zh": ("zh_CN", "zh_TW")}
ROFF = re.compile(rb"\\f[A-Z]|\\&|\\[-e ]|\\\(..|\\\*\(..")


def made(shared, folder, megabytes):
    """Name, file and truth of each made corpus."""
    for name, bytes_a_sum, seed in (("dense", 200, 1), ("sparse", 2000, 2)):
        prefix = os.path.join(folder, name)
        subprocess.run([sys.executable, str(shared / "bench/corpus.py"), prefix, str(megabytes * 1_000_000), str(bytes_a_sum), str(seed)],
                       check=True, stdout=subprocess.DEVNULL)
        yield name, prefix + ".txt", prefix + ".truth.tsv"


def plain(path):
    try:
        data = gzip.open(path).read() if path.suffix == ".gz" else path.read_bytes()
    except (OSError, EOFError):
        return b""
    return data if b"\0" not in data else b""


def man_page(path):
    lines = [line for line in plain(path).split(b"\n") if not line.startswith((b".", b"'"))]
    return ROFF.sub(b"", b"\n".join(lines)) + b"\n\n"


def catalogue(path):
    """The translations of a catalogue of messages (.mo)."""
    data = path.read_bytes()
    order = "<" if data[:4] == b"\xde\x12\x04\x95" else ">"
    count, _, table = struct.unpack_from(order + "3I", data, 8)
    messages = []
    for i in range(1, count):  # the first one is the catalogue's head
        length, at = struct.unpack_from(order + "2I", data, table + 8 * i)
        messages.append(data[at:at + length].replace(b"\0", b"\n"))
    return b"\n\n".join(messages) + b"\n\n"


def texts_of(language):
    """Texts of one language, one after the other."""
    folders = FOLDERS.get(language, (language,))
    manuals = ["man" + str(n) for n in range(1, 9)] if language == "en" else folders
    for manual in manuals:
        for path in sorted(pathlib.Path("/usr/share/man", manual).rglob("*.gz")):
            yield man_page(path)
    for folder in folders if language != "en" else ():
        for path in sorted(pathlib.Path("/usr/share/locale", folder, "LC_MESSAGES").glob("*.mo")):
            yield catalogue(path)
    if language == "en":
        for path in sorted(pathlib.Path("/usr/share/doc").rglob("*")):
            if path.suffix in (".md", ".txt", ".gz") and path.is_file():
                yield plain(path)


def real(folder, megabytes):
    """File and description of the real corpus; nothing where the machine has hardly any text."""
    name = os.path.join(folder, "real.txt")
    told = []
    with open(name, "wb") as out:
        for language, share in SHARES.items():
            room = megabytes * 10_000 * share
            size = 0
            for text in texts_of(language):
                try:
                    text.decode("utf-8")
                except UnicodeDecodeError:
                    continue
                text = text[:room - size].decode("utf-8", "ignore").encode()
                out.write(text)
                size += len(text)
                if size >= room - 4:
                    break
            told.append(f"{language} {size / 1e6:.1f}")
    if os.path.getsize(name) < 5_000_000:
        return None
    return name, f"real: man pages, message catalogues and documents of this machine, {', '.join(told)} MB"


def compared(table, truth, text):
    """How the sums of a table differ from the corpus's truth, in words."""
    wanted, found = {}, set()
    for line in open(truth, encoding="utf-8"):
        begin, length, code, value = line.split("\t")[:4]
        value = value.rstrip("\n")
        value = value.rstrip("0").rstrip(".") if "." in value else value
        wanted[(int(begin) + int(length), code, value)] = int(begin)
    # A qualifier before a sum belongs to its span: ends, codes and values are compared.
    for line in open(table, encoding="utf-8"):
        _, _, end, _, code, low, high = line.split("\t")[:7]
        found.add((int(end), code, high or low))
    bytes_of = open(text, "rb").read()
    lost = collections.Counter(bytes_of[begin:key[0]].decode("utf-8", "replace") for key, begin in wanted.items() if key not in found)
    extra = sum(key not in wanted for key in found)
    which = "".join(f", {words} {count} times" if count > 1 else f", {words}" for words, count in lost.most_common(5))
    return f"of {len(wanted)} sums {sum(lost.values())} are not read as the corpus says, {extra} besides" + (f" (not read{which})" if lost else "")
