"""A scheduler and two workers on this machine: the bytes of one machine, also when a worker is killed midway.

Prints the throughput of one process and of the cluster, and what a task costs.
"""
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

import dask
import pandas
from dask import bag, dataframe
from distributed import Client

import outlay
import outlay.dask

ROOT = pathlib.Path(__file__).resolve().parents[2]
SEED = (ROOT / "tests/data/seed/stargate-and-korea.txt").read_bytes()
PART = 256 << 10
COPIES = 800  # of an article of some 4 KB


def wait_for(what, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = what()
        if found:
            return found
        time.sleep(0.02)
    sys.exit("cluster: waited in vain")


class Cluster:
    """A scheduler and workers, each a process of its own, as on machines of their own."""

    def __init__(self, folder, workers):
        self.processes = []
        self.environment = {**os.environ, "PYTHONUNBUFFERED": "1", "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "5",
                            "OMP_NUM_THREADS": "1"}
        self.folder = folder
        where = folder / "scheduler.json"
        self.start("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", where)
        wait_for(lambda: where.exists() and where.stat().st_size)
        self.workers = [self.start("distributed.cli.dask_worker", "--scheduler-file", where, "--host", "127.0.0.1", "--nthreads", "1",
                                   "--no-nanny", "--no-dashboard", "--local-directory", folder) for _ in range(workers)]
        self.client = Client(scheduler_file=str(where), timeout=60)
        self.client.wait_for_workers(workers, timeout=60)

    def start(self, module, *arguments):
        log = open(self.folder / f"{module}.{len(self.processes)}.log", "wb")
        process = subprocess.Popen([sys.executable, "-m", module, *map(str, arguments)], stdout=log, stderr=log, env=self.environment)
        self.processes.append(process)
        return process

    def stop(self):
        self.client.close()
        for process in reversed(self.processes):
            process.kill()
            process.wait()


def check(what, found, expected):
    if found != expected:
        sys.exit(f"cluster: {what}: {len(found)} bytes, not {len(expected)}")
    print(f"{what}: {len(found):,} bytes, as on one machine")


def check_killed_worker(cluster, files, expected):
    """Half of the parts done, one of two workers is killed; what it held is computed again, once."""
    parts = outlay.dask.scan_parts(files, part=PART)
    futures = cluster.client.compute(parts)
    wait_for(lambda: sum(f.done() for f in futures) >= len(futures) // 4)
    done = sum(f.done() for f in futures)
    cluster.workers[0].send_signal(signal.SIGKILL)
    found = b"".join(cluster.client.gather(futures))
    print(f"a worker was killed when {done} of {len(futures)} parts were done")
    check("with a killed worker", found, expected)
    if len(cluster.client.scheduler_info()["workers"]) != 1:
        sys.exit("cluster: the worker was not lost")


def check_bag(expected_rows):
    texts = bag.from_sequence([("a.txt", SEED.decode()), ("b.txt", SEED.decode())], npartitions=2)
    rows = outlay.dask.scan(texts).compute()
    if [r["text"] for r in rows if r["document"] == "a.txt"] != expected_rows or len(rows) != 2 * len(expected_rows):
        sys.exit(f"cluster: a bag of texts gives {len(rows)} figures")


def check_frame():
    frame = pandas.DataFrame({"amount": range(1, 10001), "currency": ["KRW", "JPY", "USD", "KRX"] * 2500,
                              "signed": pandas.to_datetime(["2025-01-15", "2025-01-22"] * 5000)})
    found = outlay.dask.convert(dataframe.from_pandas(frame, npartitions=7), "amount", "USD", currency="currency", date="signed").compute()
    alone = outlay.convert_column(frame.amount, "USD", currency=frame.currency, date=frame.signed)
    if found.amount_USD.tolist() != alone.values.tolist() or found.amount_USD_status.tolist() != alone.status.tolist():
        sys.exit("cluster: a table gives other amounts")
    parts = dataframe.from_pandas(frame, npartitions=7)
    found = outlay.dask.convert(parts, "amount", "USD", currency="currency").compute()
    alone = outlay.convert_column(frame.amount, "USD", currency=frame.currency, date=outlay.engine.default().newest_day)
    if found.amount_USD.tolist() != alone.values.tolist() or not alone.values.any():
        sys.exit("cluster: without a date a table is not converted as of the newest day")
    found = outlay.dask.convert(parts, "amount", "USD", currency="KRW", as_of="2025-01-15").compute()
    alone = outlay.convert_column(frame.amount, "USD", currency="KRW", date="2025-01-15")
    if found.amount_USD.tolist() != alone.values.tolist():
        sys.exit("cluster: a table is not converted as of the day that is given")
    print(f"a table of {len(frame):,} rows: as on one machine")


def cost_of_a_task(client):
    """An empty task, there and back, when many are under way."""
    count = 1000
    begin = time.perf_counter()
    client.gather(client.map(lambda i: i, range(count), pure=False))
    return (time.perf_counter() - begin) / count


def main():
    with tempfile.TemporaryDirectory(prefix="outlay-dask.") as name:
        folder = pathlib.Path(name)
        files = []
        for i in range(2):
            files.append(str(folder / f"crawl-{i}.txt"))
            pathlib.Path(files[-1]).write_bytes(SEED * (COPIES * (i + 1) // 3))
        small = folder / "small.txt"
        small.write_bytes(SEED)
        files.append(str(small))
        size = sum(os.path.getsize(f) for f in files)

        begin = time.perf_counter()
        expected = b"".join(outlay.engine.default().scan_lines(pathlib.Path(f).read_bytes(), f) for f in files)
        alone = time.perf_counter() - begin
        program = subprocess.run([os.environ["OUTLAY_PROGRAM"], "scan", *files, "--format", "jsonl"], capture_output=True, check=True)
        check("one process", expected, program.stdout)

        cluster = Cluster(folder, 2)
        try:
            outlay.dask.scan_lines(str(small))  # the workers load the library
            begin = time.perf_counter()
            found = outlay.dask.scan_lines(files, part=PART)
            together = time.perf_counter() - begin
            check("two workers", found, expected)
            converted = outlay.dask.scan_lines(files[2:], to="USD")
            check("converted", converted, outlay.engine.default().scan_lines(SEED, files[2], to="USD"))
            forms = [str(ROOT / "tests/golden/files" / form) for form in ("utf16-le.txt", "page.html", "marked.txt")]
            check("other forms", outlay.dask.scan_lines(forms, part=64),
                  subprocess.run([os.environ["OUTLAY_PROGRAM"], "scan", *forms, "--format", "jsonl"], capture_output=True, check=True).stdout)
            rows = outlay.dask.scan(str(small)).compute()
            if rows != [json.loads(line) for line in outlay.engine.default().scan_lines(SEED, str(small)).splitlines()]:
                sys.exit("cluster: a bag of rows differs")
            check_bag([r["text"] for r in rows])
            check_frame()
            overhead = cost_of_a_task(cluster.client)
            check_killed_worker(cluster, files, expected)
        finally:
            cluster.stop()
        print(f"one process {size / alone / 1e6:.1f} MB/s; two workers {size / together / 1e6:.1f} MB/s; "
              f"{overhead * 1e3:.2f} ms a task; {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    return 0


if __name__ == "__main__":
    dask.config.set({"distributed.comm.timeouts.connect": "60s"})
    sys.exit(main())
