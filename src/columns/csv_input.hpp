// csv_input: the records of comma-separated text, as it is read, in memory that does not grow with the text.
// Promises: every byte is either in a record or in a bad record; a bad record ends with its line.
// Leaves out: what the cells mean (columns/csv_batch.hpp).
#pragma once

#include "columns/csv_scan.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace outlay {

/// Fills the buffer; the number of bytes, 0 at the end of the text, −1 if it cannot be read.
using csv_source = std::function<std::ptrdiff_t(char* buffer, std::size_t size)>;

class csv_input {
public:
    /// A longer record is refused: it is a slip or an attack.
    static constexpr std::size_t longest_record = std::size_t{1} << 20;

    enum class event {
        records,     ///< text() and found() hold complete records
        bad_record,  ///< text() is one that is wrong, for flaw(); ends_record() tells if it is all of it
        end,
        failed,  ///< the source could not be read
    };
    enum class flaw { quote_stray, quote_open, too_long };

    csv_input(csv_source source, char delimiter);

    event next();

    /// Offsets count from its first byte; bytes may be read before it and after it (digits::padding, csv_padding).
    [[nodiscard]] std::string_view text() const { return {begin_, size_}; }
    [[nodiscard]] const csv_records& found() const { return found_; }
    [[nodiscard]] flaw what() const { return flaw_; }
    /// False if more of the bad record follows.
    [[nodiscard]] bool ends_record() const { return !skips_; }
    /// Of the first byte of text(), from 1.
    [[nodiscard]] std::size_t line() const { return line_; }
    [[nodiscard]] std::size_t bytes_read() const { return bytes_read_; }
    /// Once, after the first record: how many cells a record is to have, and what ends a last line that has no end.
    void set_form(std::size_t columns, std::string_view line_end) {
        columns_ = columns;
        line_end_ = line_end;
    }
    /// Drops bytes at the beginning that are no text, such as a byte order mark.
    [[nodiscard]] bool skip(std::string_view prefix);

private:
    event records();
    event bad_record(flaw reason, std::size_t size);
    [[nodiscard]] std::size_t line_of_open_quote() const;
    event skip_on();
    bool read_more();
    void drop_text();

    csv_source source_;
    char delimiter_;
    std::size_t columns_ = 0;
    std::string line_end_ = "\n";
    instruction_set instructions_ = best_instruction_set();
    std::unique_ptr<char[]> buffer_;
    std::size_t capacity_;
    char* begin_;
    char* end_;
    std::size_t size_ = 0;   ///< of the text that next() returned
    std::size_t lines_ = 0;  ///< in that text
    std::size_t line_ = 1;
    std::size_t bytes_read_ = 0;
    bool at_end_ = false;
    bool failed_ = false;
    bool skips_ = false;  ///< inside of a bad record that is too long to hold
    flaw flaw_ = flaw::too_long;
    csv_records found_;
};

}  // namespace outlay
