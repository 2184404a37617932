"""The prompt on a terminal, as its user sees it.

usage: prompt.py PROGRAM CHECKOUT [NAME…]   runs all sessions, or those named
"""
import os
import pathlib
import resource
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time

from terminal import Terminal

PROGRAM, CHECKOUT = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2])
ENTER, TAB, UP, LEFT, HOME, END, BACK = "\r", "\t", "\x1b[A", "\x1b[D", "\x01", "\x05", "\x7f"
CTRL_C, CTRL_D, CTRL_R = "\x03", "\x04", "\x12"
PROMPT = "outlay> "
PATIENCE = 10  # seconds that the screen is given to come to what is expected
SESSIONS = []


def session(function):
    SESSIONS.append(function)
    return function


class User:
    """Someone at a terminal, with a home and a folder of their own."""

    def __init__(self, columns=80, rows=30, **environment):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="outlay-pty."))
        shutil.copy(CHECKOUT / "tests/data/seed/stargate-and-korea.txt", self.home / "article.txt")
        shutil.copy(CHECKOUT / "config/examples/stargate.toml", self.home)
        self.environment = {"HOME": str(self.home), "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8",
                            **environment}
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LLVM_PROFILE_FILE", "GCOV_PREFIX"):
            if name in os.environ:
                self.environment[name] = os.environ[name]
        self.size = (columns, rows)
        self.terminal = None

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.terminal.close()
        subprocess.run(["chmod", "-R", "u+rwx", str(self.home)], check=True)
        shutil.rmtree(self.home)

    def start(self):
        self.terminal = Terminal([PROGRAM], self.home, self.environment, *self.size)
        self.terminal.wait(PROMPT.rstrip())

    def restart(self):
        self.terminal.send(CTRL_D)
        assert self.terminal.wait_end() == 0
        os.close(self.terminal.end)
        self.start()

    def type(self, text):
        """As keys are pressed: one after another, and the screen comes to rest."""
        for character in text:
            self.terminal.send(character)
            self.terminal.read(0.02)
        self.terminal.settle()

    def press(self, *keys):
        for key in keys:
            self.terminal.send(key)
            self.terminal.settle(0.05)
        self.terminal.settle()

    def enter(self, text, wanted):
        self.type(text)
        self.press(ENTER)
        self.terminal.wait(wanted)

    @property
    def screen(self):
        return self.terminal.screen

    def line(self):
        """The line of the cursor."""
        return self.screen.lines()[self.screen.row]

    @property
    def history(self):
        return self.home / ".local/state/outlay/history"


def check(condition, user, what):
    """A condition, or a function that says whether the screen has come to it: on a busy machine that takes a while."""
    if callable(condition):
        until = time.monotonic() + PATIENCE
        while not condition() and time.monotonic() < until and not user.terminal.is_over:
            user.terminal.read(0.1)
        condition = condition()
    if not condition:
        raise AssertionError(f"{what}:\n{user.screen.everything()}\n(cursor {user.screen.row}, {user.screen.column})")


@session
def korean_is_typed_edited_recalled_and_previewed():
    with User() as user:
        user.type("5000억 달러 in KRW")
        below = user.screen.lines()[user.screen.row + 1]
        check(below == "  500 billion USD → KRW = 724,824,401,039,161 KRW  ≈ ₩725 trillion", user,
              "how the line is read, and its value, are shown while it is typed")
        check(lambda: user.screen.column == len(PROMPT) + 18, user, "Hangul counts as two columns")
        user.press(ENTER)
        user.terminal.wait("500 billion USD → KRW")
        user.press(UP)
        check(lambda: user.line() == PROMPT + "5000억 달러 in KRW", user, "the line is recalled")
        user.press(HOME, *["\x1b[C"] * 5, BACK)
        check(lambda: user.line() == PROMPT + "5000 달러 in KRW", user, "one syllable is deleted in the middle")
        user.type("조")
        check(lambda: user.line() == PROMPT + "5000조 달러 in KRW", user, "one syllable is inserted in the middle")
        user.press(ENTER)
        user.terminal.wait("5,000 trillion USD → KRW")
        user.press(CTRL_R)
        user.type("5000억")
        user.press(ENTER)
        user.terminal.settle()
        check(lambda: user.screen.everything().count("500 billion USD → KRW") == 2, user, "a line is found by a part of it")


@session
def words_are_completed_and_listed_by_kind():
    with User() as user:
        user.type("loa")
        user.press(TAB)
        check(lambda: user.line() == PROMPT + "load", user, "a command is completed")
        user.type("star")
        user.press(TAB)
        check(lambda: user.line() == PROMPT + "load stargate.toml", user, "a file is completed")
        user.press(ENTER)
        user.terminal.wait("National AI Computing Center")
        user.type("sta")
        user.press(TAB)
        user.press(TAB)
        user.terminal.wait("programmes:")
        check(lambda: "Stargate" in user.screen.text() and "units:" in user.screen.text(), user, "candidates stand under their kinds")
        check(lambda: user.line().startswith(PROMPT + "sta"), user, "what was typed is still there")
        user.press(CTRL_C)
        user.type("set to KR")
        user.press(TAB)
        check(lambda: user.line() == PROMPT + "set to KRW", user, "a currency is completed")
        user.press(CTRL_C)
        user.type("compare stargate.toml --exp")
        user.press(TAB)
        check(lambda: user.line() == PROMPT + "compare stargate.toml --explain", user, "an option is completed")
        user.press(CTRL_C)
        user.type("2조원 / 100 jobs in ")
        user.press(TAB, TAB)
        check(lambda: "KRW/job  USD/job  EUR/job" in user.screen.text(), user, "after in it is listed what the value can be given in")
        user.press(CTRL_C)
        user.type("3 일자")
        user.press(TAB)
        check(lambda: user.line() == PROMPT + "3 일자리", user, "a Korean unit is completed")


@session
def a_long_line_wraps_and_a_resize_keeps_it():
    with User(columns=40, rows=20) as user:
        text = "5000억 달러 / 100,000 jobs / 4 years in KRW as of 2025-01-22"
        user.type(text)
        shown = "".join(user.screen.lines()).replace(" ", "")
        check((PROMPT + text).replace(" ", "") in shown, user, "the line goes on in the next row")
        user.press(HOME, *["\x1b[C"] * 5)
        user.type("0")
        user.press(BACK)
        user.terminal.resize(100, 20)
        user.terminal.settle(0.3)
        check(lambda: user.line().startswith(PROMPT + "5000억"), user, "after a resize the line stands there whole")
        user.press(ENTER)
        user.terminal.wait("= 1,790,685,148 KRW/job-year")
        check(lambda: user.screen.everything().count("= 1,790,685,148") == 1, user, "it is computed once")
        user.terminal.resize(200, 20)
        user.enter("1 + 1", "= 2")


@session
def commands_fit_the_terminal_and_follow_its_size():
    lines = ("compare stargate.toml", "scan article.txt --to KRW", "programmes us-stargate", "rates USD/KRW", "programmes",
             "rates", "audit article.txt", "help", "help scan", "stargte / kroea + someting", "compare stargate.toml --chart",
             "scan missing-file-of-a-name-that-is-quite-long.txt", "help set", "convert '$5' KRW", "explain")
    for columns in (40, 80, 200):
        with User(columns=columns, rows=60) as user:
            user.terminal.resize(columns, 1000)  # nothing is scrolled away
            user.terminal.settle()
            for line in lines:
                user.terminal.send(line + ENTER)
                user.terminal.settle(0.3)
            # A line that was typed, an example to copy, and a word that is longer than the row (an address) are not folded.
            answers = [line for line in user.screen.wrapped if not line.startswith((PROMPT, "  outlay ")) and " " in line.strip()]
            check(not answers, user, f"at {columns} columns no answer goes on in the next row: {answers}")
            longest = max(len(line) for line in user.screen.lines())
            check(longest <= columns and (columns < 200 or longest > 80), user, f"the width of {columns} columns is used")
            if columns != 80:
                continue
            user.terminal.resize(40, 1000)
            user.terminal.settle(0.3)
            user.terminal.send("compare stargate.toml" + ENTER)
            user.terminal.wait("Ilbo, 2025-01-23")
            check(lambda: "\n    ≤ 125,000,000,000.00 USD/year\n" in user.screen.text(), user, "after a resize the new width counts")


@session
def an_error_stands_under_its_place_on_a_narrow_terminal():
    with User(columns=40, rows=40) as user:
        user.enter("5000억 달러 / 10만 개의 일자리 + 2조원 in KRW", "cannot be added")
        lines = user.screen.lines()
        caret = next(i for i, line in enumerate(lines) if line.strip(" |~") == "^")
        column = lines[caret].index("^")
        shown = "".join(character + ("\0" if ord(character) > 0x1100 and character != "…" else "") for character in lines[caret - 1])
        check(shown[column:].startswith("5\x000") or shown[column:].startswith("5000"), user, "the caret is under the sum")
        check(all(len(line) <= 40 for line in lines), user, "no line is wider")


@session
def what_is_typed_is_explained_before_it_is_entered():
    with User(columns=40) as user:
        user.type("5000억 달러 / 10만 개의 일자리 / 4년")
        below = user.screen.lines()[user.screen.row + 1]
        check(below == "  = 1,250,000.00 USD/job-year", user, "also below a line of two rows, without words that would be cut")
        user.press(CTRL_C)
        user.type("700조원대 in USD")
        check(lambda: "≈ $483–552 billion" in user.screen.text(), user, "in words where the digits have no room")
        user.press(CTRL_C)
        user.type("2조원 + 3 jobs")
        check(lambda: "! '2조원' is money, '3 jobs' is job" in user.screen.text(), user, "why it has no value")
        user.press(CTRL_C)
        user.type("outlay compare --metric total")
        user.press(ENTER)
        user.terminal.wait("[session-without-scenario]")
        user.enter("?", "help WORD explains")
        user.enter("set to dollars", "to: dollars")
        user.enter("2조원 at USD/KRW=1436", "= 1,392,757,660.17 USD")


@session
def an_interrupt_leaves_the_line_and_a_long_job_but_not_the_prompt():
    with User() as user:
        user.type("5000억 달러")
        user.press(CTRL_C)
        check(lambda: "5000억 달러^C" in user.screen.text(), user, "the line is left")
        check(lambda: user.line() == PROMPT.rstrip(), user, "there is a new line")
        os.mkfifo(user.home / "endless")
        user.type("scan endless")
        user.press(ENTER)
        time.sleep(0.3)
        user.terminal.send(CTRL_C)
        user.terminal.wait("interrupted")
        user.enter("2조원 / 2", "= 1,000,000,000,000 KRW")
        user.press(CTRL_D)
        assert user.terminal.wait_end() == 0


@session
def lines_that_are_pasted_are_done_one_by_one():
    with User() as user:
        user.terminal.send("load stargate.toml\n(stargate - korea)\tin KRW\n\n2조원 / 2\n1 + 1")
        user.terminal.wait("= 1,000,000,000,000 KRW")
        check(lambda: "≤ 716,000,000,000,000 KRW" in user.screen.everything(), user, "a tab that is pasted is a space")
        user.press(ENTER)
        user.terminal.wait("= 2")
        for text in ("load stargate.toml", "2조원 / 2", "1 + 1"):
            assert text in user.history.read_text().splitlines()


@session
def what_is_typed_before_the_prompt_is_not_swallowed():
    with User() as user:
        user.terminal.close()
        user.terminal = Terminal([PROGRAM], user.home, user.environment)
        user.terminal.send("2조원 / 2\n")
        user.terminal.wait("= 1,000,000,000,000 KRW")


@session
def the_locale_of_the_user_does_not_matter():
    for locale in ("C", "POSIX", "xx_XX.nothing", "ko_KR.EUC-KR"):
        with User(LC_ALL=locale) as user:
            user.type("5000억")
            user.press(BACK)
            user.type("억 달러")
            user.press(ENTER)
            user.terminal.wait("= 500,000,000,000.00 USD")


@session
def colour_is_for_terminals_that_want_it():
    with User() as user:
        user.enter("1 + ", "expected")
        assert 31 in user.screen.styles and 1 in user.screen.styles
    with User(NO_COLOR="1") as user:
        user.enter("1 + 1", "= 2")
        user.enter("1 + ", "expected")
        assert not user.screen.styles & set(range(1, 10)) | user.screen.styles & set(range(30, 38)), user.screen.styles
    with User(TERM="dumb") as user:
        user.terminal.send("2조원 / 2\n")
        user.terminal.wait("= 1,000,000,000,000 KRW")
        assert not user.screen.styles


@session
def history_lasts_and_stays_private():
    with User() as user:
        user.enter("1 + 1", "= 2")
        user.enter("2조원 / 2", "KRW")
        assert stat.S_IMODE(user.history.stat().st_mode) == 0o600
        assert user.history.read_text() == "1 + 1\n2조원 / 2\n"
        user.restart()
        user.press(UP)
        check(lambda: user.line() == PROMPT + "2조원 / 2", user, "the last line of the session before is recalled")
        user.press(CTRL_C)
        user.enter("history", "2  2조원 / 2")
        user.history.write_text("".join(f"{n} + 0\n" for n in range(2000)))
        user.restart()
        user.enter("7 + 7", "= 14")
        lines = user.history.read_text().splitlines()
        assert len(lines) == 1000 and lines[-1] == "7 + 7" and lines[0] == "1001 + 0"


@session
def a_history_that_cannot_be_kept_is_told_once():
    with User() as user:
        user.history.parent.mkdir(parents=True, exist_ok=True)
        user.history.write_bytes(b"1 + 1\n\xff\xfe\x00broken\n\x1b[31mred\n" + "2조원\n".encode())
        user.restart()
        user.press(UP, UP)
        check(lambda: user.line() == PROMPT + "1 + 1", user, "what is no line of a broken file is passed over")
        user.press(CTRL_C)
        user.history.unlink()
        user.history.mkdir()
        user.enter("3 + 3", "= 6")
        check(lambda: "history cannot be written" in user.screen.everything().replace("\n", " "), user, "a folder in its place is told")
        user.enter("4 + 4", "= 8")
        check(lambda: user.screen.everything().replace("\n", " ").count("cannot be written") == 1, user, "and only once")


@session
def a_full_disk_costs_the_history_and_nothing_else():
    if not os.path.exists("/dev/full"):
        return
    with User() as user:
        user.enter("1 + 1", "= 2")
        user.terminal.close()
        # No file may grow beyond its first byte: what a full disk does to a write.
        limit = resource.getrlimit(resource.RLIMIT_FSIZE)
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1, limit[1]))
        try:
            user.start()
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limit)
        user.enter("2 + 2", "= 4")
        check(lambda: "cannot be written" in user.screen.everything().replace("\n", " "), user, "it is told")
        assert user.history.read_text() == "1 + 1\n", "what was there stays whole"
        assert [path.name for path in user.history.parent.iterdir()] == ["history"], "nothing half-written is left"


@session
def questions_lead_from_a_document_to_a_comparison():
    with User(rows=60) as user:
        user.enter("scan article.txt", "figures: money 7")
        user.enter("new", "name:")
        user.enter("Stargate", "economy:")
        user.enter("united states", "= United States")
        user.enter("#1", "= ≤ 500,000,000,000.00 USD")
        user.enter("4 yeers", "did you mean 'years'")
        user.enter("4 years", "= 4 years")
        user.enter("100,000", "= 100,000 jobs")
        user.enter("2025-01-21", "source:")
        user.press(CTRL_D)
        user.terminal.wait("new --resume goes on from here")
        user.restart()
        user.enter("new --resume", "date: 2025-01-21")
        user.enter("Korea JoongAng Daily", "Investment 2")
        user.enter("Stargate", "there is an investment named 'Stargate' already")
        user.enter("한국 AI 컴퓨팅센터", "Investment 2")
        user.enter("대한민국", "= South Korea")
        user.enter("2조원 규모", "= ≈ 2,000,000,000,000 KRW")
        user.enter("미상", "not stated")
        user.enter("not stated", "date:")
        user.enter("", "source:")
        user.enter("", "Investment 3")
        user.enter("", "write to")
        user.enter("stargate.toml", "is there already")
        user.enter("mine.toml", "Stargate ÷ 한국 AI 컴퓨팅센터")
        written = (user.home / "mine.toml").read_text()
        assert 'outlay = "up to $500 billion"' in written and 'name = "한국 AI 컴퓨팅센터"' in written
        assert subprocess.run([PROGRAM, "compare", "mine.toml"], cwd=user.home, env=user.environment, capture_output=True).returncode == 0
        user.enter("stargate per job", "= ≤ 5,000,000.00 USD/job")
        user.enter("new --resume", "Investment 1")  # what was written is no draft any more
        user.press(CTRL_C)


@session
def an_interrupted_dialogue_loses_nothing():
    with User() as user:
        user.enter("new", "name:")
        user.enter("Stargate", "economy:")
        user.press(CTRL_C)
        user.terminal.wait("new --resume goes on from here")
        user.enter("new --resume", "name: Stargate")
        user.press(CTRL_D)
        user.terminal.settle()
        user.enter("1 + 1", "= 2")


@session
def the_session_of_the_tutorial():
    with User(rows=100) as user:
        user.enter("scan article.txt", "figures: money 7")
        user.enter("audit article.txt", "implied-rate")
        user.enter("load stargate.toml", "National AI Computing Center")
        user.enter("stargate per job", "= ≤ 5,000,000.00 USD/job")
        user.enter("stargate / korea", "= ≤ 359")
        user.enter("? jobs: 2조원 / ? = stargate per job", "? = ≥ 278.55 jobs")
        user.enter("explain", "exact")
        user.enter("set to KRW", "to: KRW")
        user.enter("compare", "Stargate ÷ National AI Computing Center")
        user.enter("undo", "taken back: set to KRW")
        user.enter("save mine.toml", "wrote mine.toml")
        user.enter("helo", "did you mean 'help'")
        user.press(CTRL_D)
        assert user.terminal.wait_end() == 0


@session
def the_first_prompt_comes_within_ten_milliseconds():
    times = []
    with User() as user:
        for _ in range(5):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            user.restart()
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    assert min(times) < (0.010 if "ASAN_OPTIONS" not in os.environ else 1), times
    print(f"  process time to the prompt and out again: {min(times) * 1000:.1f} ms")


def main():
    wanted, failed = sys.argv[3:], 0
    for run in SESSIONS:
        if wanted and run.__name__ not in wanted:
            continue
        started = time.monotonic()
        try:
            run()
            print(f"{run.__name__}: {time.monotonic() - started:.1f} s")
        except AssertionError as problem:
            failed += 1
            print(f"{run.__name__}: FAILED: {problem}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
