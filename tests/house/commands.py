"""README's two commands are what .ci/run runs, and it hides no failure."""
import json
import re

from sources import ROOT, report

FIRST = "sh .ci/setup && cmake --workflow --preset demo"
SECOND = "sh .ci/setup && cmake --workflow --preset test"


def main():
    findings = []
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^\s*(?:\$ )?(sh \.ci/setup .*)$", readme, re.M)
    if commands[:2] != [FIRST, SECOND]:
        findings.append(f"README.md: its first two commands are {commands[:2]}")
    run = [line for line in (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()
           if line and not line.startswith("#")]
    # What README.md says, and then the second tier; `set -e` ends with the first of them that fails.
    steps = [line for line in run if line.startswith(("if ! sh", "cmake"))]
    expected = ["if ! sh .ci/setup; then exit 1; fi", SECOND.split(" && ")[1], "if ! sh .ci/setup-python; then exit 1; fi",
                "cmake --workflow --preset second-tier"]
    if run[0] != "set -eu" or steps != expected:
        findings.append(f".ci/run: {run[0]!r}, then {steps}")
    if any(hiding in "\n".join(run) for hiding in ("|| true", "|| :", "; true", "exit 0", "set +e", "2>/dev/null")):
        findings.append(".ci/run: hides a failure")
    presets = json.loads((ROOT / "CMakePresets.json").read_text(encoding="utf-8"))
    steps = {w["name"]: [step["type"] for step in w["steps"]] for w in presets["workflowPresets"]}
    if steps.get("demo") != ["configure", "build"] or steps.get("test") != ["configure", "build", "test"]:
        findings.append(f"CMakePresets.json: the workflows are {steps}")
    report("commands", findings, len(commands))


main()
