"""Reads and writes the tables of this folder: comment lines, one row of column names, rows; UTF-8, LF, RFC 4180 quoting."""

import csv
import sys


def read(path):
    """The rows of a table as dictionaries, comment lines left out."""
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def write(comments, columns, rows):
    """Writes a table to standard output; comments are (key, text) pairs, in the order given."""
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    for key, text in comments:
        print(f"# {key}: {text}")
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
