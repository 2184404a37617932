"""Process times and memory side by side: alternating runs, medians, ratios.

usage: bench.py PROGRAM ARTICLE
Ratios are what to look at: both sides of each ran in turn on the same machine in the same minute.
"""
import os
import shutil
import statistics
import subprocess
import sys
import time

RUNS = 200


def run(arguments, out):
    """Seconds and exit code of one process."""
    started = time.perf_counter()
    pid = os.posix_spawn(arguments[0], arguments, os.environ,
                         file_actions=[(os.POSIX_SPAWN_DUP2, out, 1), (os.POSIX_SPAWN_DUP2, out, 2)])
    _, status = os.waitpid(pid, 0)
    return time.perf_counter() - started, os.waitstatus_to_exitcode(status)


def peak_megabytes(arguments):
    """Of a child of time(1): a child of ours would be charged with Python's memory."""
    timer = shutil.which("time")
    if timer is None:
        return "-"
    done = subprocess.run([timer, "-q", "-f", "%M", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    return f"{int(done.stderr.splitlines()[-1]) / 1024:.1f}"


def measure(commands):
    times = {name: [] for name in commands}
    out = os.open(os.devnull, os.O_WRONLY)
    for turn in range(RUNS + 5):
        for name, (arguments, expected) in commands.items():
            seconds, code = run(arguments, out)
            if code != expected:
                sys.exit(f"bench: {name} ended with exit code {code}, not {expected}")
            if turn >= 5:  # the first ones warm the caches
                times[name].append(seconds)
    return {name: statistics.median(values) for name, values in times.items()}


def main():
    program, article = sys.argv[1], sys.argv[2]
    commands = {
        "true": ([shutil.which("true")], 0),
        "convert": ([program, "convert", "$500B", "KRW", "--rate", "USD/KRW=1436"], 0),
        "convert, dated": ([program, "convert", "5000억 달러", "KRW", "--as-of", "2025-01-22"], 0),
        "scan the seed": ([program, "scan", article], 0),
        "audit the seed": ([program, "audit", article], 1),
        "compare": ([program, "compare", os.path.join(os.path.dirname(__file__), "../../config/examples/stargate.toml")], 0),
    }
    if shutil.which("qalc"):
        commands["qalc"] = ([shutil.which("qalc"), "-t", "5000*1437.25"], 0)
    times = measure(commands)
    print(f"{'':16}{'ms':>8}{'to true':>9}{'peak MB':>9}   (medians of {RUNS} alternating runs)")
    for name, seconds in times.items():
        print(f"{name:16}{1000 * seconds:8.2f}{seconds / times['true']:9.2f}{peak_megabytes(commands[name][0]):>9}")


main()
