"""Every message that the code says has words in the catalogue, and every row of the catalogue is said by the code."""
import re

from sources import ROOT, code_without_comments, cpp_files, literals, report, rows

SAID = re.compile(r'\b(?:make_diagnostic|message|message_pattern)\(\s*"([^"]+)"')


def catalogue():
    """language → {id: text}"""
    found = {}
    for path in sorted((ROOT / "config/messages").glob("*/*.csv")):
        texts = found.setdefault(path.parent.name, {})
        for row in rows(path):
            texts[row["id"]] = row["text"]
    return found


def is_said(message, said):
    """A whole literal, or one put together: "label." + name, id + ".remedy"."""
    if message in said:
        return True
    stem, dot, _ = message.rpartition(".")
    if dot and stem in said:
        return True
    return any(message.startswith(part) and len(part) > 3 for part in said if part.endswith((".", "-")))


def main():
    findings, checked = [], 0
    known = catalogue()
    english = known.get("en", {})
    said = set()
    for path in cpp_files("include", "src"):
        said.update(text for _, text in literals(path))
        text = code_without_comments(path)
        for match in SAID.finditer(text):
            checked += 1
            if match[1] not in english and not match[1].endswith((".", "-")):
                line = text.count("\n", 0, match.start()) + 1
                findings.append(f"{path.relative_to(ROOT)}:{line}: {match[1]} has no words in config/messages/en/")
    for message in sorted(english):
        if not is_said(message, said):
            findings.append(f"config/messages/en/: {message} is said nowhere")
        if message.endswith(".remedy") and message.removesuffix(".remedy") not in english:
            findings.append(f"config/messages/en/: {message} is the remedy of nothing")
    for language, texts in sorted(known.items()):
        for message, text in sorted(texts.items()):
            if message not in english:
                findings.append(f"config/messages/{language}/: {message} has no English words")
            elif set(re.findall(r"\{[\w-]+\}", text)) - set(re.findall(r"\{[\w-]+\}", english[message])):
                findings.append(f"config/messages/{language}/: {message} has a placeholder that the English lacks")
    report("messages", findings, checked)


main()
