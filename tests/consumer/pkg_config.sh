#!/bin/sh
# Builds and runs the consumer with what pkg-config says of an install tree.
# usage: pkg_config.sh PREFIX COMPILER OUTPUT [FLAG]
set -eu
prefix=$1
compiler=$2
output=$3
shift 3
PKG_CONFIG_PATH=$(dirname "$(find "$prefix" -name outlay.pc)")
export PKG_CONFIG_PATH
"$compiler" -std=c++20 "$@" "$(dirname "$0")/main.cpp" $(pkg-config --cflags --libs outlay) -o "$output"
LD_LIBRARY_PATH=$(pkg-config --variable=libdir outlay) "$output"

# The archive, with all that it needs.
libdir=$(pkg-config --variable=libdir outlay)
[ -f "$libdir/liboutlay.a" ] || exit 0
"$compiler" -std=c++20 "$@" "$(dirname "$0")/main.cpp" $(pkg-config --cflags outlay) "$libdir/liboutlay.a" \
    $(pkg-config --static --libs-only-l outlay | sed 's/-loutlay//') -o "$output.static"
"$output.static"
