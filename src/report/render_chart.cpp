#include <outlay/report/render_chart.hpp>

#include <outlay/base/utf8.hpp>
#include <outlay/report/table.hpp>

#include "report/analysis_words.hpp"
#include "report/comparison_words.hpp"
#include "report/log_bars.hpp"

#include <algorithm>
#include <vector>

namespace outlay {

namespace {

constexpr std::size_t widest_name = 30;
constexpr std::size_t least_bar = 4;
constexpr std::size_t gap = 2;

struct bar_row {
    std::string name;
    std::string text;
    const metric* value;
};

std::string bar_lines(const std::vector<bar_row>& rows, const log_bars& scale, std::size_t page) {
    std::size_t name_width = 0;
    std::size_t value_width = 0;
    for (const bar_row& row : rows) {
        name_width = std::max(name_width, display_width(row.name));
        value_width = std::max(value_width, display_width(row.text));
    }
    const std::size_t used = gap + name_width + gap + value_width + gap;
    const std::size_t room = used + least_bar < page ? page - used : least_bar;
    std::string out;
    for (const bar_row& row : rows) {
        std::string line(gap, ' ');
        line += padded(row.name, name_width) + std::string(gap, ' ') + padded(row.text, value_width, alignment::right);
        const auto bar = scale.bar(*row.value, room);
        out += (bar.empty() ? line : line + std::string(gap, ' ') + bar) + "\n";
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
            out += "\n" + hanging("", say(options, "compare.case", {{"name", case_label(what, i, options)}}), options.columns);
        for (const named_metric& named : c.investments.front().metrics) {
            std::vector<bar_row> rows;
            log_bars scale;
            for (const compared_investment& each : c.investments) {
                const metric* value = find_metric(each.metrics, named.name);
                if (value == nullptr) continue;
                scale.add(*value);
                rows.push_back({clipped(each.name, std::min(widest_name, options.columns * 3 / 8)), short_form(data, *value, options), value});
            }
            if (scale.empty()) continue;
            out += "\n" + hanging("", say(options, "chart.title", {{"metric", metric_label(named.name, options)}}), options.columns);
            out += bar_lines(rows, scale, options.columns);
        }
    }
    return out;
}

}  // namespace outlay
