"""A conversion that is killed at any moment leaves the old file or the new one, and nothing beside it.

usage: convert_csv.py PROGRAM
"""
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROWS = 1_200_000
KILLS = 25
LATEST = 0.8  # of a run: later, and a run that is quicker than those before it ends first


def has_unnamed_files(folder):
    """Whether a file can be written here before it has a name: only then nothing is left behind."""
    try:
        os.close(os.open(folder, os.O_TMPFILE | os.O_WRONLY))
        return True
    except (AttributeError, OSError):
        return False


def timed(command, folder):
    """Seconds that a whole run takes."""
    begun = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True)
    return time.perf_counter() - begun


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    folder = pathlib.Path(tempfile.mkdtemp(prefix="outlay-interrupt."))
    command = [program, "convert", "--csv", "../in.csv", "--amount", "a", "--from", "KRW", "--as-of", "2025-01-22", "--to", "USD", "--output", "out.csv"]
    numbers = random.Random(20250122)
    old, findings, killed = b"old\n", [], 0
    try:
        (folder / "in.csv").write_text("a\n" + "".join(f"{1000 * i}\n" for i in range(ROWS)), encoding="utf-8")
        work = folder / "work"
        work.mkdir()
        whole_run = min(timed(command, work) for _ in range(3))
        new = (work / "out.csv").read_bytes()
        for turn in range(KILLS):
            (work / "out.csv").write_bytes(old)
            process = subprocess.Popen(command, cwd=work, stderr=subprocess.DEVNULL)
            delay = numbers.uniform(0, LATEST * whole_run)
            time.sleep(delay)
            process.send_signal(signal.SIGKILL if turn % 2 else signal.SIGTERM)
            ended = process.wait() == 0
            killed += not ended
            whole_run = min(whole_run, delay) if ended else whole_run
            found = (work / "out.csv").read_bytes()
            if found not in (old, new):
                findings.append(f"kill {turn}: out.csv holds {len(found)} bytes, neither the old nor the new ones")
            beside = sorted(set(os.listdir(work)) - {"out.csv"})
            if beside and has_unnamed_files(work):
                findings.append(f"kill {turn}: left behind {beside}")
    finally:
        shutil.rmtree(folder)
    for finding in findings:
        print(finding)
    print(f"{killed} of {KILLS} runs were killed before their end")
    sys.exit(1 if findings or killed < KILLS // 4 else 0)


main()
