#include "report/rank_table.hpp"

#include <algorithm>

namespace outlay {

namespace {

constexpr std::size_t widest_name = 36;
constexpr std::size_t least_title = 8;

}  // namespace

wide_table rank_table(const compared_case& c, const format_options& options, std::string_view indent) {
    std::vector<std::string> titles{""};
    if (!c.investments.empty())
        for (const auto& named : c.investments.front().metrics) titles.push_back(metric_label(named.name, options));
    wide_table rows(std::move(titles), 1, alignment::left, least_title);
    for (const auto& investment : c.investments) {
        std::vector<std::string> cells{std::string(indent) + clipped(investment.name, widest_name)};
        for (const auto& named : investment.metrics) {
            const auto found = std::ranges::find_if(c.ranks, [&](const compared_rank& rank) {
                return rank.name == investment.name && rank.metric == named.name;
            });
            cells.push_back(found == c.ranks.end() ? std::string{} : rank_text(*found));
        }
        rows.add_row(std::move(cells));
    }
    return rows;
}

}  // namespace outlay
