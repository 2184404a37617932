"""Includes point down the list of layers; heavy packages stay where they belong."""
from sources import ROOT, cpp_files, includes, report

LAYERS = ["base", "number", "money", "rates", "columns", "economy", "language", "engine", "documents", "figures", "scenario", "compare",
          "expression", "analysis", "report", "outlay", "capi", "sql", "cli", "prompt", "embed"]
# A package may be included from these folders alone, and from so many files of them.
PACKAGES = {
    "boost/": (("include/outlay/number", "src/number"), None),
    "toml": (("src/scenario",), 1),
    "CLI/": (("src/cli",), 1),
    "fmt/": (("src",), None),
    "sqlite3": (("src/rates/store", "src/sql"), 2),
    "expat": (("src/rates/import",), 1),
    "histedit": (("src/prompt",), 1),
    "minizip/": (("src/rates/import",), 1),
    "gumbo": (("src/documents",), 2),
}


def layer_of(name):
    """The layer of a path below include/outlay/ or src/, or of an include."""
    first = name.removeprefix("outlay/").split("/")[0]
    return first.removesuffix(".hpp").removesuffix(".cpp").removesuffix(".h")


def check_layer(path, inside, line, name, findings):
    if "/" not in name and not name.endswith(".hpp"):
        return  # the standard library
    own = layer_of(str(path.relative_to(inside)))
    target = layer_of(name)
    where = f"{path.relative_to(ROOT)}:{line}"
    if own not in LAYERS:
        findings.append(f"{where}: {own} is no layer")
    elif target not in LAYERS:
        if name.startswith("outlay/"):
            findings.append(f"{where}: {target} is no layer")
    elif LAYERS.index(target) > LAYERS.index(own):
        findings.append(f"{where}: {own} includes {name}, which stands below it in the list of layers")
    elif own == "embed" and LAYERS.index(target) > LAYERS.index("engine") and target not in ("figures", "embed"):
        findings.append(f"{where}: embed includes {name}, which is not needed to embed config/")


def check_package(path, line, name, users, findings):
    relative = str(path.relative_to(ROOT))
    for package, (folders, _) in PACKAGES.items():
        if not name.startswith(package):
            continue
        users.setdefault(package, set()).add(relative)
        if not any(relative.startswith(folder + "/") for folder in folders):
            findings.append(f"{relative}:{line}: {name} belongs into {' or '.join(folders)}")


def main():
    findings, users, checked = [], {}, 0
    for inside in (ROOT / "include/outlay", ROOT / "src"):
        for path in cpp_files(inside.relative_to(ROOT)):
            for line, name in includes(path):
                checked += 1
                check_layer(path, inside, line, name, findings)
                check_package(path, line, name, users, findings)
                if name == "iostream":
                    findings.append(f"{path.relative_to(ROOT)}:{line}: iostream costs start-up; use cstdio")
    for package, (_, limit) in PACKAGES.items():
        files = sorted(users.get(package, ()))
        if limit is not None and len(files) > limit:
            findings.append(f"{package} is included by {len(files)} files, not {limit}: {', '.join(files)}")
    report("layers", findings, checked)


main()
