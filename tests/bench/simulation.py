"""Simulation side by side with numpy: one model, the same outputs and percentiles, alternating runs, medians.

usage: simulation.py outlay_bench_simulation [SAMPLES [ROUNDS]]
"""
import statistics
import subprocess
import sys
import time

SHARES = [5, 10, 25, 50, 75, 90, 95]


def by_numpy(numpy, samples):
    """The model of simulation_bench.cpp; milliseconds and percentiles."""
    start = time.perf_counter()
    draw = numpy.random.default_rng(7)
    outlay_a = draw.triangular(100e9, 400e9, 500e9, samples)
    outlay_b = draw.triangular(1e12, 2e12, 2.9e12, samples)
    rate = draw.lognormal(7.2696, 0.09, samples)
    drift = draw.lognormal(0, 0.05, samples)
    jobs_a = draw.uniform(57_000, 100_000, samples)
    jobs_b = draw.uniform(100, 1_120, samples)
    years_a = draw.uniform(3, 6, samples)
    years_b = draw.uniform(2, 5, samples)
    outputs = [outlay_a / jobs_a, outlay_b / rate * drift / jobs_b,
               outlay_a / outlay_b * rate * drift / jobs_a * jobs_b / years_a * years_b]
    found = [numpy.percentile(each, SHARES) for each in outputs]
    return (time.perf_counter() - start) * 1000, found


def by_outlay(program, samples, threads, how=""):
    out = subprocess.run([program, str(samples), str(threads), how], capture_output=True, text=True, check=True).stdout
    first, *lines = out.splitlines()
    return float(first), [[float(word) for word in line.split()] for line in lines]


def main():
    program = sys.argv[1]
    samples = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000_000
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    try:
        import numpy
    except ImportError:
        numpy = None
        print("numpy is absent (apt-get install python3-numpy): outlay alone")
    sides = {f"outlay, {threads} thread{'s' * (threads > 1)}": (threads, "") for threads in (1, 2)}
    for how in ("avx512", "avx2", "portable"):
        sides[f"outlay, 1 thread, {how}"] = (1, how)
    sides["outlay, computed (no samples)"] = (1, "computed")
    times, results = {}, {}
    for _ in range(rounds):
        if numpy:
            spent, results["numpy"] = by_numpy(numpy, samples)
            times.setdefault("numpy", []).append(spent)
        for name, (threads, how) in sides.items():
            spent, results[name] = by_outlay(program, samples, threads, how)
            times.setdefault(name, []).append(spent)
    medians = {name: statistics.median(each) for name, each in times.items()}
    print(f"{samples:,} samples, 8 inputs, 3 outputs x {len(SHARES)} percentiles; medians of {rounds} rounds")
    for name, spent in medians.items():
        against = f"   {medians['numpy'] / spent:8.1f} x numpy" if numpy else ""
        print(f"  {name:32} {spent:10.2f} ms {spent * 1e6 / samples:8.2f} ns a sample{against}")
    if numpy:
        worst = max(abs(a / b - 1) for ours, theirs in zip(results["outlay, computed (no samples)"], results["numpy"])
                    for a, b in zip(ours, theirs))
        print(f"  percentiles computed and by numpy differ by at most {worst * 100:.3f} %")


main()
