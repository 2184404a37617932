"""`pip install` of the package, offline, into a folder of its own; what was installed answers without the checkout.

usage: install.py FOLDER
"""
import os
import pathlib
import subprocess
import sys
import tempfile

ASK = "import datetime, outlay; print(outlay.__file__); print(outlay.convert('5000억 달러', 'KRW', as_of=datetime.date(2025, 1, 22)).value)"


def main(folder):
    before = sorted(pathlib.Path(folder).rglob("*"))
    with tempfile.TemporaryDirectory() as target:
        subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--target", target, folder],
                       check=True, timeout=300)
        environment = {k: v for k, v in os.environ.items() if k != "OUTLAY_LIBRARY"}
        done = subprocess.run([sys.executable, "-c", ASK], cwd="/", capture_output=True, text=True,
                              env={**environment, "PYTHONPATH": target})
        print(done.stdout, done.stderr)
        if not done.stdout.startswith(target) or done.stdout.split()[-1] != "716274059178397":
            return 1
        typed = (pathlib.Path(target) / "outlay/py.typed").exists()
    left = [str(p) for p in sorted(pathlib.Path(folder).rglob("*")) if p not in before and "__pycache__" not in p.parts]
    print(f"typed: {typed}; left in the checkout: {left}")
    return 0 if typed and not left else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
