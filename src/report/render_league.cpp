#include <outlay/report/render_league.hpp>

#include <outlay/base/utf8.hpp>
#include <outlay/report/render_comparison.hpp>
#include <outlay/report/render_rate.hpp>
#include <outlay/report/table.hpp>

#include "report/analysis_words.hpp"
#include "report/comparison_words.hpp"
#include "report/log_bars.hpp"
#include "report/metric_scale.hpp"

#include <algorithm>

namespace outlay {

namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t narrowest_name = 16;
constexpr std::size_t narrowest_title = 8;
constexpr std::size_t least_bar = 8;
constexpr std::string_view blank = "\xE2\x80\x93";

const compared_rank* rank_of(const compared_case& c, std::string_view name, std::string_view by) {
    const auto found = std::ranges::find_if(
        c.ranks, [&](const compared_rank& rank) { return rank.name == name && rank.metric == by; });
    return found == c.ranks.end() ? nullptr : &*found;
}

/// By their place, the unknown ones last, in the order of the file.
std::vector<const compared_investment*> in_order(const compared_case& c, std::string_view by) {
    std::vector<const compared_investment*> out;
    for (const auto& each : c.investments) out.push_back(&each);
    const auto place = [&](const compared_investment* each) {
        const auto* rank = rank_of(c, each->name, by);
        return rank == nullptr || rank->stated == 0 ? std::numeric_limits<int>::max() : rank->stated;
    };
    std::ranges::stable_sort(out, {}, place);
    return out;
}

std::vector<std::string> names_of_metrics(const compared_case& c) {
    std::vector<std::string> out;
    if (c.investments.empty()) return out;
    for (const auto& named : c.investments.front().metrics) out.push_back(named.name);
    return out;
}

const char* flag_text(bool value) { return value ? "true" : "false"; }

std::string list_text(const std::vector<std::string>& ids) {
    std::string text;
    for (const auto& id : ids) text += (text.empty() ? "" : " ") + id;
    return text;
}

class league {
public:
    league(const engine& data, const comparison& what, const league_request& request, const format_options& options)
        : data_(data), what_(what), request_(request), options_(options), notes_(options_) {
        options_.short_words = true;
        metrics_ = names_of_metrics(what.cases.front());
        by_ = request.by.empty() && !metrics_.empty() ? metrics_.front() : request.by;
    }

    std::string text() {
        std::string out = what_.title.empty() ? std::string{} : hanging("", what_.title, options_.columns);
        const bool one_date = share_date(what_);
        if (one_date) out += hanging("", currency_and_date(what_.cases.front(), options_), options_.columns);
        out += hanging("", order_line(), options_.columns);
        for (std::size_t i = 0; i < what_.cases.size(); ++i) {
            const auto& c = what_.cases[i];
            if (what_.cases.size() > 1)
                out += "\n" + hanging("", say(options_, "compare.case", {{"name", case_label(what_, i, options_)}}), options_.columns);
            if (!one_date) out += hanging("", currency_and_date(c, options_), options_.columns);
            out += "\n" + table_text(c);
            out += sum_text(c);  // after it: its marks are numbered last
        }
        return out + footnote_text() + rates_text();
    }

    std::string markdown() {
        std::string out = what_.title.empty() ? std::string{} : "# " + what_.title + "\n\n";
        for (std::size_t i = 0; i < what_.cases.size(); ++i) {
            const auto& c = what_.cases[i];
            if (what_.cases.size() > 1) out += "## " + case_label(what_, i, options_) + "\n\n";
            out += currency_and_date(c, options_) + "\n\n" + order_line() + "\n\n";
            std::vector<table_column> columns{{"", alignment::right}, {say(options_, "league.name")}};
            for (const auto& name : metrics_) columns.push_back({metric_label(name, options_), alignment::right});
            table rows(std::move(columns));
            for (auto& each : rows_of(c)) rows.add_row(std::move(each.cells));
            out += rows.markdown() + "\n";
            for (const auto& [label, text] : sum_lines(c)) out += "- " + label + ": " + text + "\n";
            if (c.sum) out += "\n";
        }
        for (const auto& [mark, text] : notes_.list()) out += mark + " " + text + "  \n";
        return out;
    }

    [[nodiscard]] std::string csv() const {
        std::vector<table_column> columns{{"case"}, {"rank"}, {"name"}, {"economy"}};
        for (const auto& name : metrics_)
            for (const auto* end : {"", "_low", "_high", "_low_open", "_high_open", "_unit", "_qualifier", "_missing", "_notes"}) columns.push_back({name + end});
        columns.insert(columns.end(), {{"rate"}, {"rate_date"}});
        table rows(std::move(columns));
        for (const auto& c : what_.cases)
            for (const auto* each : in_order(c, by_)) rows.add_row(csv_cells(c, *each));
        return rows.csv();
    }

private:
    struct league_row {
        std::vector<std::string> cells;  ///< place, name, metrics
        const metric* by = nullptr;
    };

    [[nodiscard]] std::string order_line() const {
        return say(options_, "league.order", {{"metric", metric_label(by_, options_)}});
    }

    std::vector<league_row> rows_of(const compared_case& c) {
        std::vector<league_row> out;
        for (const auto* each : in_order(c, by_)) {
            const auto* rank = rank_of(c, each->name, by_);
            league_row made{{rank != nullptr && rank->stated != 0 ? std::to_string(rank->stated) : "", each->name},
                     find_metric(each->metrics, by_)};
            for (const auto& named : each->metrics) made.cells.push_back(cell(named.value));
            out.push_back(std::move(made));
        }
        return out;
    }

    std::string cell(const metric& value) {
        const auto text = value.known() ? short_form(data_, value, options_) : std::string(blank);
        const auto marks = notes_.marks(value, text);
        return marks.empty() ? text : text + " " + marks;
    }

    /// Metrics that stand beside each other; those that have no room go on in a block below.
    struct league_block {
        std::vector<std::size_t> metrics;  ///< indices
        std::vector<std::size_t> widths;
        std::size_t used = 0;  ///< columns of the place and the numbers
    };
    struct table_widths {
        std::size_t place = 1;
        std::size_t name = 0;
        std::size_t bar = 0;  ///< 0: no room for bars, or nobody wants them
    };

    /// A page that somebody asked to be narrow stays narrow.
    [[nodiscard]] std::size_t page() const {
        return options_.columns < text_width ? options_.columns : std::max(request_.columns, options_.columns);
    }

    [[nodiscard]] std::vector<league_block> blocks_of(const std::vector<league_row>& rows) const {
        const std::size_t begin = std::to_string(rows.size()).size() + gap;
        std::vector<league_block> out;
        for (std::size_t m = 0; m < metrics_.size(); ++m) {
            std::size_t width = narrowest_title;
            for (const auto& each : rows) width = std::max(width, display_width(each.cells[m + 2]));
            if (out.empty() || out.back().used + gap + width + narrowest_name > page()) out.push_back({{}, {}, begin});
            out.back().metrics.push_back(m);
            out.back().widths.push_back(width);
            out.back().used += gap + width;
        }
        return out;
    }

    /// Names take what room the numbers and bars leave; longer ones go on below.
    [[nodiscard]] table_widths widths_of(const std::vector<league_row>& rows, const league_block& block,
                                         bool has_bars) const {
        table_widths out;
        out.place = std::to_string(rows.size()).size();
        std::size_t longest = 0;
        for (const auto& each : rows) longest = std::max(longest, display_width(each.cells[1]));
        const std::size_t left = block.used < page() ? page() - block.used : 0;
        if (has_bars && left >= narrowest_name + gap + least_bar)
            out.bar = std::max(least_bar, left > longest + gap ? left - longest - gap : 0);
        const std::size_t for_bar = out.bar == 0 ? 0 : gap + out.bar;
        out.name = std::min(longest, std::max(narrowest_name, left - std::min(left, for_bar)));
        return out;
    }

    std::string table_text(const compared_case& c) {
        const auto rows = rows_of(c);
        const auto blocks = blocks_of(rows);
        std::string out;
        for (const auto& block : blocks) {
            // Bars are of the metric that orders the rows: in the block that has it.
            const bool has_it = std::ranges::any_of(block.metrics, [&](std::size_t m) { return metrics_[m] == by_; });
            out += (out.empty() ? "" : "\n") +
                   block_text(rows, block, widths_of(rows, block, request_.has_bars && has_it));
        }
        return out;
    }

    [[nodiscard]] std::string block_text(const std::vector<league_row>& rows, const league_block& block,
                                         const table_widths& width) const {
        log_bars scale;
        for (const auto& each : rows)
            if (each.by != nullptr) scale.add(*each.by);
        std::vector<std::vector<std::string>> titles;
        for (std::size_t k = 0; k < block.metrics.size(); ++k)
            titles.push_back(folded(metric_label(metrics_[block.metrics[k]], options_), block.widths[k]));
        const std::string between(gap, ' ');
        std::string out = title_lines(titles, block.widths, width.place + gap + width.name);
        for (const auto& each : rows) {
            const auto names = folded(each.cells[1], width.name);
            std::string line =
                padded(each.cells[0], width.place, alignment::right) + between + padded(names.front(), width.name);
            for (std::size_t k = 0; k < block.metrics.size(); ++k)
                line += between + padded(each.cells[block.metrics[k] + 2], block.widths[k], alignment::right);
            if (width.bar != 0 && each.by != nullptr) line += between + scale.bar(*each.by, width.bar);
            out += without_end_spaces(std::move(line));
            for (std::size_t k = 1; k < names.size(); ++k)
                out += std::string(width.place + gap, ' ') + names[k] + "\n";
        }
        return out;
    }

    static std::string title_lines(const std::vector<std::vector<std::string>>& titles,
                                   const std::vector<std::size_t>& widths, std::size_t begin) {
        std::size_t height = 0;
        for (const auto& each : titles) height = std::max(height, each.size());
        std::string out;
        for (std::size_t k = 0; k < height; ++k) {
            std::string line(begin, ' ');
            for (std::size_t m = 0; m < titles.size(); ++m) {
                const auto above = height - titles[m].size();
                line += std::string(gap, ' ') +
                        padded(k < above ? std::string{} : titles[m][k - above], widths[m], alignment::right);
            }
            out += without_end_spaces(std::move(line));
        }
        return out;
    }

    static std::string without_end_spaces(std::string line) {
        line.erase(line.find_last_not_of(' ') + 1);
        return line + "\n";
    }

    /// Labels and texts of the sum: what is stated each way, all together, and what is left out and why.
    std::vector<std::pair<std::string, std::string>> sum_lines(const compared_case& c) {
        std::vector<std::pair<std::string, std::string>> out;
        if (!c.sum) return out;
        const auto& sum = *c.sum;
        const int kinds = int{sum.points.has_value()} + int{sum.ceilings.has_value()} + int{sum.floors.has_value()};
        if (kinds > 1) {
            if (sum.points) out.emplace_back(say(options_, "sum.points"), cell(*sum.points));
            if (sum.ceilings) out.emplace_back(say(options_, "sum.ceilings"), cell(*sum.ceilings));
            if (sum.floors) out.emplace_back(say(options_, "sum.floors"), cell(*sum.floors));
        }
        out.emplace_back(say(options_, "sum.all"),
                         cell(sum.all) + say(options_, "sum.counted", {{"counted", std::to_string(sum.counted.size())},
                                                                       {"all", std::to_string(c.investments.size())}}));
        for (const auto& [label, names] : left_out(sum)) out.emplace_back(label, names);
        return out;
    }

    /// By reason, in the order of the file.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> left_out(const compared_sum& sum) const {
        std::vector<std::pair<std::string, std::string>> out;
        for (const auto& each : sum.left_out) {
            const auto label = say(options_, "sum.left-out", {{"reason", say_reason(options_, each.reasons.front())}});
            const auto name = each.counted_in.empty()
                                  ? each.name
                                  : say(options_, "sum.in", {{"name", each.name}, {"whole", each.counted_in}});
            const auto known = std::ranges::find(out, label, &std::pair<std::string, std::string>::first);
            known == out.end() ? void(out.emplace_back(label, name)) : void(known->second += "; " + name);
        }
        return out;
    }

    std::string sum_text(const compared_case& c) {
        const auto lines = sum_lines(c);
        if (lines.empty()) return {};
        std::string out = "\n" + hanging("", say(options_, "sum.title"), options_.columns);
        for (const auto& [label, text] : lines) out += hanging("    ", label + ": " + text, options_.columns).substr(2);
        return out;
    }

    [[nodiscard]] std::string footnote_text() const {
        std::string out;
        for (const auto& [mark, text] : notes_.list()) out += hanging(mark + " ", text, options_.columns);
        return out.empty() ? out : "\n" + out;
    }

    [[nodiscard]] std::string rates_text() const {
        std::string out;
        for (std::size_t i = 0; i < what_.cases.size(); ++i) {
            const auto used = rates_of(what_.cases[i]);
            if (what_.cases.size() > 1 && !used.empty()) out += hanging("", case_label(what_, i, options_) + ":", options_.columns);
            for (const auto* r : used) out += hanging("  ", format_rate_line(data_, *r, options_), options_.columns);
        }
        return out.empty() ? out : "\n" + say(options_, "compare.rates") + "\n" + out;
    }

    [[nodiscard]] std::vector<std::string> csv_cells(const compared_case& c, const compared_investment& each) const {
        const auto* rank = rank_of(c, each.name, by_);
        std::vector<std::string> cells{c.name, rank != nullptr && rank->stated != 0 ? std::to_string(rank->stated) : "",
                                       each.name, each.economy};
        const auto bound = [](const std::optional<ratio>& value) { return value ? exact_text(*value) : std::string{}; };
        for (const auto& [name, value] : each.metrics) {
            const auto point = value.known() ? point_of(value.value) : std::nullopt;
            cells.push_back(point ? round(*point, scale_of(data_, value), options_.rounding).text() : "");
            cells.push_back(value.known() ? bound(value.value.low) : "");
            cells.push_back(value.known() ? bound(value.value.high) : "");
            cells.emplace_back(value.known() ? flag_text(value.value.low_open) : "");
            cells.emplace_back(value.known() ? flag_text(value.value.high_open) : "");
            cells.push_back(value.known() ? value.unit : "");
            cells.emplace_back(value.known() ? to_text(value.qualifier) : "");
            cells.push_back(list_text(value.missing));
            cells.push_back(list_text(value.notes));
        }
        if (each.used_rate && each.used_rate->path != rate_path::identity) {
            cells.push_back(to_text(each.used_rate->pair) + "=" + exact_text(each.used_rate->value));
            cells.push_back(each.used_rate->observed ? to_text(*each.used_rate->observed) : "");
        }
        return cells;
    }

    const engine& data_;
    const comparison& what_;
    const league_request& request_;
    format_options options_;
    footnotes notes_;
    std::vector<std::string> metrics_;
    std::string by_;
};

}  // namespace

std::string render_league(const engine& data, const comparison& what, const league_request& request,
                          report_layout layout, const format_options& options) {
    switch (layout) {
        case report_layout::json: return render_comparison_json(data, what, options);
        case report_layout::csv: return league(data, what, request, options).csv();
        case report_layout::markdown: return league(data, what, request, options).markdown();
        case report_layout::table: break;
    }
    return league(data, what, request, options).text();
}

std::vector<std::string> league_metrics(const scenario& what, std::vector<std::string> asked, const std::string& by) {
    if (asked.empty()) asked = what.metrics;
    if (asked.empty()) asked = {"total", "per_year", "per_job"};
    if (!by.empty() && std::ranges::find(asked, by) == asked.end()) asked.push_back(by);
    return asked;
}

}  // namespace outlay
