"""A terminal to run a program in: a pseudo-terminal and the screen that its output makes.

Knows the control sequences of terminfo's `vt100` and a few more that everybody knows, wide characters, wrapping at the last
column as the VT100 does it, and resizing as xterm does it (lines are cut, not folded anew). A sequence that it does not know
is an error: a screen that guesses proves nothing.
"""
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
import unicodedata

DEADLINE = 20  # seconds until something that was waited for counts as missing
ESCAPE = re.compile(r"\x1b(?:\[([?0-9;]*)([A-Za-z@])|([()][A-Z0-9])|([78DMEc=>H]))")


def width(character):
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


class Screen:
    def __init__(self, columns, rows):
        self.columns, self.rows = columns, rows
        self.cells = [[" "] * columns for _ in range(rows)]
        self.gone = []  # lines that were scrolled off
        self.row = self.column = 0
        self.saved = (0, 0)
        self.waits_to_wrap = False
        self.styles = set()  # every style that was ever asked for
        self.bells = 0
        self.wrapped = []  # lines that went on in the next row
        self.rest = ""

    def resize(self, columns, rows):
        self.cells = [(line + [" "] * columns)[:columns] for line in self.cells]
        while len(self.cells) > rows:
            self.gone.append(self.cells.pop(0))
            self.row = max(0, self.row - 1)
        self.cells += [[" "] * columns for _ in range(rows - len(self.cells))]
        self.columns, self.rows = columns, rows
        self.column = min(self.column, columns - 1)
        self.waits_to_wrap = False

    def lines(self):
        return ["".join(line).rstrip() for line in self.cells]

    def text(self):
        return "\n".join(self.lines()).rstrip()

    def everything(self):
        return "\n".join(["".join(line).rstrip() for line in self.gone] + self.lines()).rstrip()

    def feed(self, text):
        text, self.rest = self.rest + text, ""
        at = 0
        while at < len(text):
            if text[at] != "\x1b":
                self.put(text[at])
                at += 1
                continue
            found = ESCAPE.match(text, at)
            if not found:
                if len(text) - at < 16:
                    self.rest = text[at:]
                    return
                raise AssertionError(f"unknown sequence {text[at:at + 12]!r}")
            self.escape(*found.groups())
            at = found.end()

    def down(self):
        if self.row + 1 < self.rows:
            self.row += 1
            return
        self.gone.append(self.cells.pop(0))
        self.cells.append([" "] * self.columns)

    def put(self, character):
        if character == "\n":
            self.down()
            self.waits_to_wrap = False
        elif character == "\r":
            self.column, self.waits_to_wrap = 0, False
        elif character == "\b":
            self.column, self.waits_to_wrap = max(0, self.column - 1), False
        elif character == "\a":
            self.bells += 1
        elif character == "\t":
            self.column = min(self.columns - 1, (self.column // 8 + 1) * 8)
        elif ord(character) < 32:
            raise AssertionError(f"control character {character!r}")
        else:
            self.write(character)

    def write(self, character):
        size = width(character)
        if size == 0:
            self.cells[self.row][max(0, self.column - 1)] += character
            return
        if self.waits_to_wrap or self.column + size > self.columns:
            self.wrapped.append("".join(self.cells[self.row]))
            self.column, self.waits_to_wrap = 0, False
            self.down()
        line = self.cells[self.row]
        line[self.column] = character
        if size == 2:
            line[self.column + 1] = ""
        self.column += size
        if self.column >= self.columns:
            self.column, self.waits_to_wrap = self.columns - 1, True

    def escape(self, numbers, final, charset, single):
        if charset or (single and single in "=>"):
            return
        if single:
            if single == "7":
                self.saved = (self.row, self.column)
            elif single == "8":
                self.row, self.column = self.saved
            elif single == "D":
                self.down()
            elif single == "M":
                self.row = max(0, self.row - 1)
            else:
                raise AssertionError(f"unknown sequence ESC {single}")
            self.waits_to_wrap = False
            return
        values = [int(n) if n.isdigit() else 0 for n in (numbers or "").lstrip("?").split(";")]
        count = max(1, values[0])
        line = self.cells[self.row]
        if final == "m":
            self.styles.update(values)
            return
        if final in "hl":
            return
        self.waits_to_wrap = False
        if final == "A":
            self.row = max(0, self.row - count)
        elif final == "B":
            self.row = min(self.rows - 1, self.row + count)
        elif final == "C":
            self.column = min(self.columns - 1, self.column + count)
        elif final == "D":
            self.column = max(0, self.column - count)
        elif final == "G":
            self.column = min(self.columns, count) - 1
        elif final == "H":
            self.row = min(self.rows, count) - 1
            self.column = min(self.columns, max(1, values[1] if len(values) > 1 else 1)) - 1
        elif final == "J":
            if values[0] == 2:
                self.cells = [[" "] * self.columns for _ in range(self.rows)]
            else:
                line[self.column:] = [" "] * (self.columns - self.column)
                for below in range(self.row + 1, self.rows):
                    self.cells[below] = [" "] * self.columns
        elif final == "K":
            if values[0] == 0:
                line[self.column:] = [" "] * (self.columns - self.column)
            elif values[0] == 1:
                line[:self.column + 1] = [" "] * (self.column + 1)
            else:
                line[:] = [" "] * self.columns
        elif final == "P":
            del line[self.column:self.column + count]
            line += [" "] * (self.columns - len(line))
        elif final == "@":
            line[self.column:self.column] = [" "] * count
            del line[self.columns:]
        elif final == "X":
            line[self.column:self.column + count] = [" "] * min(count, self.columns - self.column)
        else:
            raise AssertionError(f"unknown sequence ESC [ {numbers} {final}")


class Terminal:
    """A program on a terminal. Leaves nothing behind when it is closed."""

    def __init__(self, arguments, folder, environment, columns=80, rows=30):
        self.screen = Screen(columns, rows)
        self.process, self.end = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            time.sleep(0.05)  # until the size is set
            os.execve(arguments[0], arguments, environment)
        self.set_size(columns, rows)
        self.is_over, self.code, self.pending = False, None, b""

    def set_size(self, columns, rows):
        fcntl.ioctl(self.end, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def resize(self, columns, rows):
        self.screen.resize(columns, rows)
        self.set_size(columns, rows)  # which sends SIGWINCH

    def send(self, text):
        os.write(self.end, text.encode())

    def read(self, seconds):
        ready, _, _ = select.select([self.end], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self.end, 65536)
        except OSError:
            data = b""
        if not data:
            self.is_over = True
            return False
        self.pending += data
        text = self.pending.decode("utf-8", "ignore")
        kept = len(text.encode())
        if len(self.pending) - kept > 3:
            raise AssertionError(f"no UTF-8: {self.pending!r}")
        self.pending = self.pending[kept:]
        self.screen.feed(text)
        return True

    def settle(self, quiet=0.15):
        """Until nothing has been written for a while and the program waits."""
        until = time.monotonic() + DEADLINE
        while not self.is_over and (self.read(quiet) or self.is_running()) and time.monotonic() < until:
            pass

    def is_running(self):
        """True while the program has work to do, or waits for a processor."""
        try:
            with open(f"/proc/{self.process}/stat", encoding="utf-8") as stat:
                return stat.read().rpartition(")")[2].split()[0] == "R"
        except OSError:
            return False

    def wait(self, wanted):
        """Until the screen, or what was scrolled off it, has the text."""
        until = time.monotonic() + DEADLINE
        while wanted not in self.screen.everything():
            if self.is_over or time.monotonic() > until:
                raise AssertionError(f"{wanted!r} does not appear:\n{self.screen.everything()}")
            self.read(0.1)
        self.settle()

    def wait_end(self):
        until = time.monotonic() + DEADLINE
        while not self.is_over and time.monotonic() < until:
            self.read(0.1)
        if not self.is_over:
            raise AssertionError(f"does not end:\n{self.screen.everything()}")
        _, status = os.waitpid(self.process, 0)
        self.process = None
        self.code = os.waitstatus_to_exitcode(status)
        return self.code

    def close(self):
        if self.process:
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
        os.close(self.end)
