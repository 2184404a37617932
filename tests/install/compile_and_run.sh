#!/bin/sh
# Compiles a program against an install tree, as pkg-config says, and runs it.
# usage: compile_and_run.sh PREFIX PACKAGE SOURCE COMPILER [FLAG]...
set -eu
prefix=$1
package=$2
source=$3
shift 3
PKG_CONFIG_PATH=$(dirname "$(find "$prefix" -name "$package.pc")")
export PKG_CONFIG_PATH
"$@" "$source" $(pkg-config --cflags --libs "$package") -o "$source.run"
LD_LIBRARY_PATH=$(pkg-config --variable=libdir "$package") "$source.run"
