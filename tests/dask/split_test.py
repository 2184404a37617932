"""Parts of a text, read apart, give the bytes of the whole: at cuts anywhere, in mixed languages, with wrapped lines."""
import json
import pathlib
import random
import tempfile
import unittest

import outlay
from outlay import split

ROOT = pathlib.Path(__file__).resolve().parents[2]
SEED = (ROOT / "tests/data/seed/stargate-and-korea.txt").read_text(encoding="utf-8")
SENTENCES = ["The fund put in $500 billion over four years, and 2 trillion won ($1.57 billion) more,",
             "with up to 100,000 jobs.", "정부는 2조원 규모의 예산을 투자한다.", "최대 5000억 달러(약 718조원)를 들인다.", "", "- 300",
             "The plan costs about 700 million euros and the other one costs less than that, or so the ministry said, in 2025",
             "5억", "£3m", "\tin all, 12,345 won"]


def corpus(draw, lines):
    return "\n".join(draw.choice(SENTENCES) for _ in range(lines)) + draw.choice(["", "\n"])


class Splitting(unittest.TestCase):
    def check(self, text, part, **options):
        with tempfile.TemporaryDirectory() as folder:
            name = str(pathlib.Path(folder) / 'a "b".txt')
            pathlib.Path(name).write_bytes(text)
            engine = outlay.engine.default()
            whole = engine.scan_lines(text, name, **options)
            parts, before, found = split.cut(name, part), 0, b""
            self.assertEqual((parts[0].begin, parts[-1].end), (0, len(text)))
            for one, after in zip(parts, parts[1:]):
                self.assertEqual(one.end, after.begin)
            for each in parts:
                lines, count = split.scan_part(each, engine, options.get("to", ""), {k: v for k, v in options.items() if k != "to"})
                found += split.moved(lines, 0, before)
                before += count
            self.assertEqual(found, whole)
            for line in found.splitlines()[::17]:
                row = json.loads(line)
                if len(parts) > 1:
                    self.assertEqual(text[row["begin"]:row["end"]].decode(), row["text"])
            return len(parts), len(found)

    def test_many_texts(self):
        draw = random.Random(20250123)
        for _ in range(8):
            text = corpus(draw, draw.randrange(20, 400)).encode()
            self.check(text, draw.choice([1, 100, 777, 5000]))

    def test_large_parts(self):
        """Longer than what is read before a part, so that most of the text is never seen by a part."""
        draw = random.Random(1)
        parts, size = self.check(corpus(draw, 6_000).encode(), 100_000)
        self.assertGreater(parts, 2)
        self.assertGreater(size, 100_000)

    def test_converted(self):
        self.check((SEED * 5).encode(), 3000, to="USD", as_of="2025-01-22")

    def test_edges(self):
        for text in (b"", b"\n", b"$5", b"$5\n", b"\xff\xfe$5\r\n\r\n7 won\r\n"):
            self.check(text, 1)

    def test_what_only_looks_like_a_page(self):
        """A part that begins like a page, or like UTF-16, is text as the whole is; a page is one part."""
        line = b"<!doctype html> Costs $5 <b>million</b>.\n"
        self.assertGreater(self.check(b"Pages:\n" + line * 40, 200)[0], 1)
        self.check(b"Bytes:\n" + b"\xff\xfeCosts $5 million.\n" * 40, 200)
        self.assertEqual(self.check(line * 40, 200)[0], 1)
        self.assertEqual(self.check("\ufeffCosts $5 million.\n".encode("utf-16") * 40, 200)[0], 1)

    def test_a_changed_file(self):
        with tempfile.NamedTemporaryFile() as file:
            file.write(b"$5\n" * 10)
            file.flush()
            part = split.cut(file.name, 6)[0]
            file.write(b"$6\n")
            file.flush()
            with self.assertRaisesRegex(ValueError, "has changed"):
                split.scan_part(part, outlay.engine.default(), "", {})


if __name__ == "__main__":
    unittest.main()
