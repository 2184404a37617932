#include <outlay/report/render_chart.hpp>

#include <outlay/base/utf8.hpp>
#include <outlay/report/table.hpp>

#include "analysis/sampling.hpp"
#include "report/analysis_words.hpp"
#include "report/comparison_words.hpp"

#include <algorithm>
#include <vector>

namespace outlay {

namespace {

constexpr std::size_t widest_name = 30;
constexpr std::size_t gap = 2;
constexpr std::string_view full_block = "\xE2\x96\x88";

struct bar_row {
    std::string name;
    std::string value;
    std::optional<double> logarithm;
};

/// The end of a range that is farther from zero stands for it.
std::optional<double> logarithm_of(const metric& value) {
    if (!value.known()) return std::nullopt;
    const auto shown = representative(value.value);
    const auto& size = shown ? shown : value.value.high;
    if (!size || *size <= 0) return std::nullopt;
    return sampling::natural_logarithm(size->convert_to<double>());
}

std::string bar_lines(const std::vector<bar_row>& rows) {
    std::size_t name_width = 0;
    std::size_t value_width = 0;
    std::optional<double> least;
    std::optional<double> most;
    for (const bar_row& row : rows) {
        name_width = std::max(name_width, display_width(row.name));
        value_width = std::max(value_width, display_width(row.value));
        if (!row.logarithm) continue;
        least = least ? std::min(*least, *row.logarithm) : row.logarithm;
        most = most ? std::max(*most, *row.logarithm) : row.logarithm;
    }
    const std::size_t used = gap + name_width + gap + value_width + gap;
    const std::size_t room = used + 10 < text_width ? text_width - used : 10;
    std::string out;
    for (const bar_row& row : rows) {
        std::string line(gap, ' ');
        line += padded(row.name, name_width) + std::string(gap, ' ') + padded(row.value, value_width, alignment::right);
        if (row.logarithm) {
            // The smallest has one block, the largest all of them.
            const double share = *most > *least ? (*row.logarithm - *least) / (*most - *least) : 1;
            const auto blocks = 1 + static_cast<std::size_t>(share * static_cast<double>(room - 1) + 0.5);
            line.append(gap, ' ');
            for (std::size_t i = 0; i < blocks; ++i) line += full_block;
        }
        out += line + "\n";
    }
    return out;
}

}  // namespace

std::string render_comparison_chart(const engine& data, const comparison& what, const format_options& options) {
    std::string out;
    for (std::size_t i = 0; i < what.cases.size(); ++i) {
        const compared_case& c = what.cases[i];
        if (c.investments.empty()) continue;
        if (what.cases.size() > 1)
            out += "\n" + hanging("", say(options, "compare.case", {{"name", case_label(what, i, options)}}));
        for (const named_metric& named : c.investments.front().metrics) {
            std::vector<bar_row> rows;
            for (const compared_investment& each : c.investments)
                if (const metric* value = find_metric(each.metrics, named.name))
                    rows.push_back({clipped(each.name, widest_name), short_form(data, *value, options),
                                    logarithm_of(*value)});
            const bool some = std::ranges::any_of(rows, [](const bar_row& row) { return row.logarithm.has_value(); });
            if (!some) continue;
            out += "\n" + hanging("", say(options, "chart.title", {{"metric", metric_label(named.name, options)}}));
            out += bar_lines(rows);
        }
    }
    return out;
}

}  // namespace outlay
