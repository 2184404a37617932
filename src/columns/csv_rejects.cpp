// csv_rejects: a buffer of rows with their reasons before them.
#include "columns/csv_rejects.hpp"

#include <outlay/base/utf8.hpp>

#include "columns/csv_header.hpp"

#include <algorithm>

namespace outlay {

namespace {

constexpr std::size_t pending_bytes = std::size_t{64} << 10;

}  // namespace

void csv_rejects::add(std::size_t line, std::string_view record, std::string_view id, std::string_view reason,
                      const std::function<diagnostic()>& problem) {
    const std::string delimiter(1, question_.delimiter);
    if (count_ == 0) pending_ = "reject_line" + delimiter + "reject_reason" + delimiter + header_;
    if (first_.size() < most_shown) first_.push_back(problem());
    ++count_;
    auto known = reasons_.find(id);
    if (known == reasons_.end()) known = reasons_.emplace(id, 0).first;
    ++known->second;
    const auto words = std::string(id) + ": " + printable(reason);
    pending_ += std::to_string(line) + delimiter + quoted_cell(words, question_.delimiter) + delimiter;
    continue_record(record);
}

void csv_rejects::continue_record(std::string_view more) {
    pending_ += more;
    if (pending_.size() >= pending_bytes) flush();
}

bool csv_rejects::flush() {
    if (!failed_ && !pending_.empty()) failed_ = !channels_.reject(pending_);
    pending_.clear();
    return !failed_;
}

bool csv_rejects::finish(csv_outcome& outcome) {
    outcome.rejected = count_;
    outcome.first = std::move(first_);
    outcome.reasons.assign(reasons_.begin(), reasons_.end());
    std::stable_sort(outcome.reasons.begin(), outcome.reasons.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    return flush();
}

}  // namespace outlay
