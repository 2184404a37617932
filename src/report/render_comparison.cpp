#include <outlay/report/render_comparison.hpp>

#include <outlay/base/utf8.hpp>
#include <outlay/report/render_chart.hpp>
#include <outlay/report/render_rate.hpp>
#include <outlay/report/table.hpp>

#include "report/comparison_lines.hpp"
#include "report/log_bars.hpp"
#include "report/rank_table.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>

namespace outlay {

namespace {

using lines = std::vector<comparison_line>;

constexpr std::size_t gap = 2;
constexpr std::size_t least_ranked = 3;
constexpr std::size_t least_bar = 10;

/// Cells of a line, the label first; without spaces at the end.
std::string columns(const std::vector<std::string>& cells, std::size_t label_width, std::size_t cell_width) {
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i) text += padded(cells[i], (i == 0 ? label_width : cell_width) + gap);
    text.erase(text.find_last_not_of(' ') + 1);
    return text + "\n";
}

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(' ');
    return first == std::string::npos ? std::string{} : text.substr(first);
}

std::size_t label_width(const lines& rows) {
    std::size_t width = 0;
    for (const auto& row : rows)
        if (!row.cells.empty()) width = std::max(width, display_width(row.label));
    return width;
}

// Cases beside each other: a cell is two lines, the words under the full number.

std::size_t cell_width(const lines& rows) {
    std::size_t width = 0;
    for (const auto& row : rows)
        for (const auto& c : row.cells) width = std::max({width, display_width(c.full), display_width(c.words)});
    return width;
}

/// A title folded into its column, so many lines high as the longest of them.
std::string titles_beside(const std::vector<std::string>& titles, std::size_t first, std::size_t rest) {
    std::vector<std::vector<std::string>> cut;
    std::size_t height = 0;
    for (const auto& title : titles) height = std::max(height, cut.emplace_back(folded(title, rest)).size());
    std::string out;
    for (std::size_t k = 0; k < height; ++k) {
        std::vector<std::string> row{""};
        for (const auto& title : cut) row.push_back(k < title.size() ? title[k] : "");
        out += columns(row, first, rest);
    }
    return out;
}

/// Empty if the cases are too wide to stand beside each other.
std::string beside(const lines& rows, const std::vector<std::string>& titles, std::size_t page) {
    const auto first = label_width(rows);
    auto rest = cell_width(rows);
    if (first + titles.size() * (gap + rest) > page) return {};
    std::size_t longest = 0;
    for (const auto& title : titles) longest = std::max(longest, display_width(title));
    if (first + titles.size() * (gap + longest) <= page) rest = std::max(rest, longest);
    std::string out = "\n" + titles_beside(titles, first, rest);
    for (const auto& row : rows) {
        if (row.cells.empty()) {
            out += "\n" + hanging("", row.label, page);
            continue;
        }
        std::vector<std::string> full{row.label};
        std::vector<std::string> words{""};
        for (const auto& c : row.cells) {
            full.push_back(c.full);
            words.push_back(c.words);
        }
        out += columns(full, first, rest);
        if (const auto text = columns(words, first, rest); text != "\n") out += text;
    }
    return out;
}

// A case alone: full number and words on one line where they fit.

/// Columns up to the last digit of an amount: there amounts line up, so that units stand under each other.
std::size_t number_width(const comparison_cell& cell) {
    const auto last = cell.full.find_last_of("0123456789");
    if (!cell.is_one_amount || last == std::string::npos) return 0;
    return display_width(std::string_view(cell.full).substr(0, last + 1));
}

lines aligned(lines rows) {
    std::size_t widest = 0;
    for (const auto& row : rows)
        for (const auto& c : row.cells) widest = std::max(widest, number_width(c));
    for (auto& row : rows)
        for (auto& c : row.cells)
            if (const auto own = number_width(c); own != 0) c.full.insert(0, widest - own, ' ');
    return rows;
}

/// Width of the column of full numbers: that of the amounts.
std::size_t full_width(const lines& rows) {
    std::size_t width = 0;
    for (const auto& row : rows)
        for (const auto& c : row.cells)
            if (c.is_one_amount) width = std::max(width, display_width(c.full));
    return width;
}

/// The lines of a row: the words of a cell stand behind its full number, in their column where they fit, else under it.
std::string row_lines(const comparison_line& row, std::size_t label, std::size_t full, std::size_t page) {
    const auto& cell = row.cells[0];
    const auto own = display_width(cell.full);
    const auto fits_behind = [&](std::size_t width) {
        return own <= width && label + width + display_width(cell.words) + 2 * gap <= page;
    };
    if (cell.words.empty() || fits_behind(full)) return columns({row.label, cell.full, cell.words}, label, full);
    if (fits_behind(own)) return columns({row.label, cell.full, cell.words}, label, own);
    return columns({row.label, cell.full}, label, full) + columns({"", "", cell.words}, label, full);
}

/// The bars of all metrics, each on the scale of its own, and where they begin.
class bars_beside {
public:
    explicit bars_beside(const lines& rows) {
        for (const auto& row : rows)
            for (const auto& c : row.cells)
                if (c.measured != nullptr) scales_[row.label].add(*c.measured);
    }

    void measure(std::string_view text) {
        for (std::size_t begin = 0; begin < text.size();) {
            const auto end = std::min(text.find('\n', begin), text.size());
            begin_ = std::max(begin_, display_width(text.substr(begin, end - begin)) + gap);
            begin = end + 1;
        }
    }
    [[nodiscard]] bool fits(std::size_t columns_there_are) const {
        return begin_ + least_bar <= columns_there_are;
    }
    /// The first line of the text with the bar behind it.
    [[nodiscard]] std::string with_bar(const comparison_line& row, std::string text, std::size_t all) const {
        const auto scale = scales_.find(row.label);
        if (row.cells.empty() || row.cells[0].measured == nullptr || scale == scales_.end()) return text;
        const auto bar = scale->second.bar(*row.cells[0].measured, all - begin_);
        if (bar.empty()) return text;
        const auto end = text.find('\n');
        return padded(text.substr(0, end), begin_) + bar + text.substr(end);
    }

private:
    std::map<std::string, log_bars> scales_;
    std::size_t begin_ = 0;
};

/// On a page that is too narrow for two columns: a label, and under it what it is of.
std::string under_each_other(const lines& rows, std::size_t page) {
    std::string out;
    for (const auto& row : rows) {
        out += row.cells.empty() ? "\n" + hanging("", row.label, page) : hanging("  ", trimmed(row.label), page);
        for (const auto& cell : row.cells) {
            out += hanging("    ", trimmed(cell.full), page);
            if (!cell.words.empty()) out += hanging("    ", trimmed(cell.words), page);
        }
    }
    return out;
}

/// Nothing where bars are wanted and have no room.
std::optional<std::string> alone(const lines& given, const chart_request& chart, std::size_t page) {
    if (label_width(given) + gap + cell_width(given) > page)
        return chart.is_wanted ? std::nullopt : std::optional(under_each_other(given, page));
    const auto rows = aligned(given);
    const auto label = label_width(rows);
    const auto full = full_width(rows);
    std::vector<std::string> texts;
    bars_beside bars(rows);
    for (const auto& row : rows) {
        texts.push_back(row.cells.empty() ? "\n" + hanging("", row.label, page) : row_lines(row, label, full, page));
        if (!row.cells.empty() && row.cells[0].measured != nullptr) bars.measure(texts.back());
    }
    const auto room = page < text_width ? page : std::max(chart.columns, page);
    if (chart.is_wanted && !bars.fits(room)) return std::nullopt;
    std::string out;
    for (std::size_t i = 0; i < rows.size(); ++i)
        out += chart.is_wanted ? bars.with_bar(rows[i], std::move(texts[i]), room) : texts[i];
    return out;
}

std::string footnote_lines(const footnotes& notes, std::size_t page) {
    std::string out;
    for (const auto& [mark, text] : notes.list()) out += hanging(mark + " ", text, page);
    return out.empty() ? out : "\n" + out;
}

std::string rate_lines(const engine& data, const comparison& what, const format_options& options) {
    std::string out;
    const bool by_case = what.cases.size() > 1;
    for (std::size_t i = 0; i < what.cases.size(); ++i) {
        const auto used = rates_of(what.cases[i]);
        if (by_case && !used.empty()) out += hanging("", case_label(what, i, options) + ":", options.columns);
        for (const auto* r : used) out += hanging(by_case ? "  " : "", format_rate_line(data, *r, options), options.columns);
    }
    return out.empty() ? out : "\n" + say(options, "compare.rates") + "\n" + out;
}

std::optional<std::string> below_each_other(const engine& data, const comparison& what, bool one_date,
                                            footnotes& notes, const format_options& options,
                                            const chart_request& chart) {
    std::string out;
    for (std::size_t i = 0; i < what.cases.size(); ++i) {
        if (what.cases.size() > 1)
            out += "\n" + hanging("", say(options, "compare.case", {{"name", case_label(what, i, options)}}), options.columns);
        if (!one_date) out += hanging("", currency_and_date(what.cases[i], options), options.columns);
        const auto text = alone(comparison_lines(data, what, {i}, notes, options), chart, options.columns);
        if (!text) return std::nullopt;
        out += *text;
    }
    return out;
}

/// Where there are more than two; of two the ratio says it. A case that ranks as the first is not told again.
std::string rank_lines(const comparison& what, const format_options& options) {
    std::string out;
    for (std::size_t i = 0; i < what.cases.size(); ++i) {
        const auto& c = what.cases[i];
        if (c.investments.size() < least_ranked) return {};
        if (i != 0 && c.ranks == what.cases.front().ranks) continue;
        const auto title = what.cases.size() > 1
                               ? say(options, "ranks.title-case", {{"name", case_label(what, i, options)}})
                               : say(options, "ranks.title");
        out += "\n" + hanging("", title, options.columns) + rank_table(c, options).text(options.columns);
    }
    return out;
}

}  // namespace

std::string render_comparison(const engine& data, const comparison& what, const format_options& options,
                              const chart_request& chart) {
    std::string out = what.title.empty() ? std::string{} : hanging("", what.title, options.columns);
    if (what.cases.empty()) return out;
    const bool one_date = share_date(what);
    if (one_date) out += hanging("", currency_and_date(what.cases.front(), options), options.columns);

    footnotes notes(options);
    std::string body;
    std::string below;
    if (what.cases.size() > 1 && one_date) {
        case_list all(what.cases.size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        std::vector<std::string> titles;
        for (const auto i : all) titles.push_back(case_label(what, i, options));
        body = beside(comparison_lines(data, what, all, notes, options), titles, options.columns);
        if (!body.empty() && chart.is_wanted) below = render_comparison_chart(data, what, options);
    }
    if (body.empty()) {
        notes = footnotes(options);
        auto text = below_each_other(data, what, one_date, notes, options, chart);
        if (!text) {
            notes = footnotes(options);
            text = below_each_other(data, what, one_date, notes, options, {});
            below = render_comparison_chart(data, what, options);
        }
        body = std::move(*text);
    }
    return out + body + rank_lines(what, options) + footnote_lines(notes, options.columns) + rate_lines(data, what, options) + below;
}

}  // namespace outlay
