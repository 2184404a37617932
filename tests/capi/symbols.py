"""The C library shows what outlay.h declares, with its version, and nothing else; it needs the C library alone.

usage: symbols.py LIBRARY HEADER
"""
import re
import subprocess
import sys

ALLOWED = re.compile(r"(libc|libm|ld-linux-[\w-]+|libpthread|libdl|lib[aut]\w*san)\.so\.\d+")


def main(library, header):
    dynamic = subprocess.run(["readelf", "--wide", "--dyn-syms", "--dynamic", library], capture_output=True, text=True, check=True).stdout
    needed = re.findall(r"\(NEEDED\)\s+Shared library: \[(.+?)\]", dynamic)
    shown = re.findall(r"\b(?:GLOBAL|WEAK|UNIQUE)\s+DEFAULT\s+\d+\s+(\S+)", dynamic)
    declared = set(re.findall(r"OUTLAY_API [^;(]*?\b(outlay_\w+)\(", open(header, encoding="utf-8").read()))
    findings = [f"needs {name}" for name in needed if not ALLOWED.fullmatch(name)]
    versioned = {name.split("@@")[0] for name in shown if "@@OUTLAY_" in name}
    findings += [f"shows {name}, which no version has" for name in shown if "@@OUTLAY_" not in name and not name.startswith("OUTLAY_")]
    findings += [f"{name} is declared and not shown" for name in sorted(declared - versioned)]
    findings += [f"{name} is shown and not declared" for name in sorted(versioned - declared)]
    if len(declared) < 20:
        findings.append(f"only {len(declared)} functions were found in {header}")
    print(*findings, f"{len(versioned)} symbols; needs {', '.join(needed)}", sep="\n")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
