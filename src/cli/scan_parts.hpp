// scan_parts: the parts of documents, read by several threads.
// Promises: parts come back in the order they were given; what is in them does not depend on the number of threads.
// Leaves out: conversion and output.
#pragma once

#include <outlay/engine.hpp>
#include <outlay/figures/links.hpp>
#include <outlay/figures/money_finder.hpp>
#include <outlay/figures/read.hpp>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace outlay::cli {

struct scan_part {
    source text;
    read_options reading;
    bool first = false;               ///< of its document
    bool wants_date = false;          ///< of the document, which its first part states
    std::vector<figure> figures;      ///< the wanted ones
    std::vector<std::vector<linked_figure>> linked;  ///< of each of them; empty where sums alone are read
    std::optional<date> stated;
    std::string lines;                ///< what `render` wrote of them
};

struct scan_work {
    std::function<bool(const figure&)> wanted;
    std::function<void(scan_part&)> render;  ///< may be empty
    bool links = false;                      ///< what belongs to the sums is wanted too
    const money_finder* money = nullptr;     ///< where nothing but money is wanted of a long text
    bool money_lines = false;                ///< of that: lines of tab-separated text instead of figures
};

/// Reads the figures of all parts.
void read_parts(const engine& data, std::vector<scan_part>& parts, const scan_work& work, int threads);

}  // namespace outlay::cli
