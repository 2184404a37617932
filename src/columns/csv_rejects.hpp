// csv_rejects: the rows that could not be converted: kept as a table, counted by reason, the first ones as diagnoses.
// Promises: whatever a row holds, its line and its reason can be read from the first two cells.
#pragma once

#include <outlay/columns/csv_conversion.hpp>

#include <map>

namespace outlay {

class csv_rejects {
public:
    static constexpr std::size_t most_shown = 5;

    csv_rejects(const csv_question& question, const csv_channels& channels)
        : question_(question), channels_(channels) {}

    /// Before the first row: the line of column names, with its end.
    void set_header(std::string line) { header_ = std::move(line); }

    /// `problem` is made only if it is to be shown; `reason` are its words without the place.
    void add(std::size_t line, std::string_view record, std::string_view id, std::string_view reason,
             const std::function<diagnostic()>& problem);
    /// More of a record that add() was given the beginning of.
    void continue_record(std::string_view more);

    [[nodiscard]] std::size_t count() const { return count_; }
    /// Everything is handed over; false if it could not be.
    bool finish(csv_outcome& outcome);

private:
    bool flush();

    const csv_question& question_;
    const csv_channels& channels_;
    std::string header_;
    std::string pending_;
    std::map<std::string, std::size_t, std::less<>> reasons_;
    diagnostics first_;
    std::size_t count_ = 0;
    bool failed_ = false;
};

}  // namespace outlay
