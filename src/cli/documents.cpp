#include "cli/documents.hpp"

#include <outlay/base/utf8.hpp>

#include <unistd.h>

namespace outlay::cli {

std::vector<std::string> files_or_input(const std::vector<std::string>& named) {
    if (!named.empty() || isatty(STDIN_FILENO) != 0) return named;
    return {"-"};
}

std::optional<source> read_document(const std::string& file) {
    auto document = source::read(file);
    if (!document) {
        report_problems(document.problems());
        return std::nullopt;
    }
    if (const auto bad = find_invalid_utf8(document->text()))
        report_problems({warning("document-not-utf8", document->at(*bad, *bad + 1))});
    return std::move(document).value();
}

}  // namespace outlay::cli
