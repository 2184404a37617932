#!/bin/sh
# Runs a script in sqlite3 beside the extension, so that `.load outlay_sqlite` finds it.
# usage: run_with_extension.sh EXTENSION SCRIPT
set -eu
ln -sf "$1" "$(dirname "$2")/outlay_sqlite.so"
cd "$(dirname "$2")"
LD_LIBRARY_PATH=. sqlite3 -batch -bail :memory: <"$2"
