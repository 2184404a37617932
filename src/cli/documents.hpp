// documents: the files that scan and audit read.
// Promises: a file that cannot be read is reported and the others are still read.
// Leaves out: what is in them.
#pragma once

#include "cli/session.hpp"

#include <outlay/base/source.hpp>

#include <string>
#include <vector>

namespace outlay::cli {

/// The files named; standard input if none was and something may come from it.
[[nodiscard]] std::vector<std::string> files_or_input(const std::vector<std::string>& named);

/// A document, or nothing after a report: a missing file, or the warning that some bytes are no text.
[[nodiscard]] std::optional<source> read_document(const std::string& file);

}  // namespace outlay::cli
