// documents: the files that scan and audit read.
// Promises: a file that cannot be read is reported and the others are still read; bytes that are no text are reported with
//   their place and passed over; UTF-8 with or without a mark, UTF-16 by its mark, HTML pages by their words; a long text
//   comes in parts, so that memory does not grow with it.
// Leaves out: what is in them.
#pragma once

#include "cli/session.hpp"

#include <outlay/base/source.hpp>
#include <outlay/documents/document.hpp>

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

namespace outlay::cli {

/// The files named; standard input if none was and something may come from it.
[[nodiscard]] std::vector<std::string> files_or_input(const std::vector<std::string>& named);

/// A file that is read part after part.
class document_stream {
public:
    static constexpr std::size_t part_size = std::size_t{1} << 17U;

    /// `whole`: all of it is one part.
    document_stream(std::string name, bool whole);

    /// The next part; nothing at the end, or after a report. The first one is there for an empty file too.
    [[nodiscard]] std::optional<source> next();
    [[nodiscard]] bool failed() const { return failed_; }
    /// True if what was returned is the last part.
    [[nodiscard]] bool at_end() const { return ended_ && rest_.empty(); }
    [[nodiscard]] std::size_t bytes_read() const { return offset_ + rest_.size(); }

private:
    bool open();
    void fill(std::size_t wanted);
    [[nodiscard]] source whole_text();
    [[nodiscard]] std::optional<source> first();
    [[nodiscard]] source part(std::size_t size);
    [[nodiscard]] source utf16_part();
    void report_broken(const diagnostics& broken);

    struct close_file {
        void operator()(std::FILE* file) const;
    };
    std::string name_;
    bool whole_;
    bool failed_ = false, opened_ = false, ended_ = false, started_ = false, broken_ = false;
    std::unique_ptr<std::FILE, close_file> file_;
    std::string rest_;         ///< read and not yet returned
    std::size_t offset_ = 0;   ///< of rest_ in the file
    std::size_t lines_ = 0;
    document_form form_ = document_form::text;
};

/// A whole document, or nothing after a report.
[[nodiscard]] std::optional<source> read_document(const std::string& file);

}  // namespace outlay::cli
