// source: a named text (a file, a prompt's line, an argument) and the places in it.
// Promises: offsets are half-open byte offsets of the text; where the text was decoded or is a part, the offsets in the
//   file as it lies on disk are known too; a place shows the file's line and display column.
// Leaves out: what the text means.
#pragma once

#include <outlay/base/diagnostic.hpp>
#include <outlay/base/result.hpp>
#include <outlay/base/text_origin.hpp>

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace outlay {

class source {
public:
    source(std::string name, std::string text);
    /// A part of a file, or a text decoded from one.
    source(std::string name, std::string text, text_origin origin);
    /// A text that another one holds between its marks (the words of a page): places are the other's.
    source(source holder, std::string text, text_origin in_holder);

    /// Reads a whole file ("-" is standard input). Errors: file-missing, file-is-directory, file-unreadable.
    [[nodiscard]] static result<source> read(const std::string& name);

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] std::string_view slice(std::size_t begin, std::size_t end) const;

    [[nodiscard]] std::size_t line_of(std::size_t offset) const;       ///< from 1, of the text
    [[nodiscard]] std::size_t column_of(std::size_t offset) const;     ///< display column, from 1, of the text
    [[nodiscard]] std::string_view line_text(std::size_t line) const;  ///< without its end
    [[nodiscard]] std::size_t line_begin(std::size_t line) const;
    [[nodiscard]] std::size_t line_count() const { return line_begins_.size(); }

    [[nodiscard]] std::size_t begin_in_file(std::size_t begin) const;
    [[nodiscard]] std::size_t end_in_file(std::size_t end) const;
    [[nodiscard]] std::size_t line_in_file(std::size_t offset) const;    ///< from 1
    [[nodiscard]] std::size_t column_in_file(std::size_t offset) const;  ///< display column, from 1

    /// The place of [begin, end), caret and all; a span of several lines is underlined to the end of its first.
    [[nodiscard]] place at(std::size_t begin, std::size_t end) const;
    /// The source as a whole.
    [[nodiscard]] place whole() const { return place{name_, 0, 0, {}, 0, 1}; }

private:
    std::string name_;
    std::string text_;
    std::vector<std::size_t> line_begins_;
    text_origin origin_;
    std::shared_ptr<const source> holder_;
};

}  // namespace outlay
