#include <outlay/report/render_comparison.hpp>
#include <outlay/report/render_rate.hpp>
#include <outlay/report/table.hpp>

#include "report/comparison_words.hpp"
#include "report/rank_table.hpp"

namespace outlay {

namespace {

class comparison_page {
public:
    comparison_page(const engine& data, const comparison& what, const format_options& options)
        : data_(data), what_(what), options_(options), notes_(options) {}

    std::string write() {
        std::string out = what_.title.empty() ? std::string{} : "# " + what_.title + "\n\n";
        for (std::size_t i = 0; i < what_.cases.size(); ++i) {
            if (what_.cases.size() > 1) out += "## " + case_label(what_, i, options_) + "\n\n";
            out += write_case(what_.cases[i]);
        }
        if (!notes_.empty()) {
            for (const auto& [mark, text] : notes_.list()) out += mark + " " + text + "  \n";
        }
        return out;
    }

private:
    std::string write_case(const compared_case& c) {
        std::string out = currency_and_date(c, options_) + "\n\n";
        out += metrics_table(c).markdown() + "\n";
        if (!c.ratios.empty()) out += ratios_table(c).markdown() + "\n";
        if (!c.break_even.empty()) out += break_even_table(c).markdown() + "\n";
        if (!c.solved.empty()) out += solved_table(c).markdown() + "\n";
        if (!c.ranks.empty())
            out += say(options_, "ranks.title") + "\n\n" + rank_table(c, options_, {}).plain().markdown() + "\n";
        const auto rates = rates_of(c);
        if (!rates.empty()) out += say(options_, "compare.rates") + "\n\n";
        for (const auto* used : rates) out += "- " + format_rate_line(data_, *used, options_) + "\n";
        return rates.empty() ? out : out + "\n";
    }

    std::string cell(const metric* value) {
        if (value == nullptr) return {};
        const auto marks = notes_.marks(*value);
        const auto text = value->known() ? format_metric(data_, *value, options_) : say(options_, "unknown");
        return marks.empty() ? text : text + " " + marks;
    }

    table metrics_table(const compared_case& c) {
        std::vector<table_column> columns{{""}};
        for (const auto& investment : c.investments) columns.push_back({investment.name, alignment::right});
        table rows(std::move(columns));
        if (c.investments.empty()) return rows;
        for (const auto& named : c.investments.front().metrics) {
            std::vector<std::string> cells{metric_label(named.name, options_)};
            std::vector<std::string> originals{metric_label(named.name, options_) + ", " +
                                               say(options_, "compare.as-announced")};
            bool has_original = false;
            for (const auto& investment : c.investments) {
                cells.push_back(cell(find_metric(investment.metrics, named.name)));
                const auto* original = original_of(investment, named.name, c.to);
                has_original = has_original || original != nullptr;
                originals.push_back(original ? format_metric(data_, *original, options_) : "");
            }
            rows.add_row(std::move(cells));
            if (has_original) rows.add_row(std::move(originals));
        }
        return rows;
    }

    table ratios_table(const compared_case& c) {
        table rows({{say(options_, "compare.ratio-column")},
                    {say(options_, "compare.metric-column")},
                    {"", alignment::right},
                    {""}});
        for (const auto& row : c.ratios)
            rows.add_row({say(options_, "compare.ratio", {{"baseline", c.baseline}, {"name", row.name}}),
                          metric_label(row.metric, options_), cell(&row.value),
                          row.value.known() ? ratio_rates(data_, c, row, options_) : ""});
        return rows;
    }

    table break_even_table(const compared_case& c) {
        table rows({{""}, {say(options_, "compare.question-column")}, {"", alignment::right}});
        for (const auto& row : c.break_even)
            for (const auto& answer : break_even_answers(c, row, options_))
                rows.add_row({answer.title, answer.label, cell(answer.value)});
        return rows;
    }

    table solved_table(const compared_case& c) {
        table rows({{""}, {say(options_, "compare.question-column")}, {"", alignment::right}});
        for (const auto& investment : c.investments)
            for (const auto& answer : solved_answers(c, investment.name, options_))
                rows.add_row({investment.name, answer.label, cell(answer.value)});
        return rows;
    }

    const engine& data_;
    const comparison& what_;
    const format_options& options_;
    footnotes notes_;
};

}  // namespace

std::string render_comparison_markdown(const engine& data, const comparison& what, const format_options& options) {
    return comparison_page(data, what, options).write();
}

}  // namespace outlay
