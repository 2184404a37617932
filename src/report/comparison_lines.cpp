#include "report/comparison_lines.hpp"

#include <algorithm>

namespace outlay {

namespace {

class line_builder {
public:
    line_builder(const engine& data, const comparison& what, const case_list& cases, footnotes& notes,
                 const format_options& options)
        : data_(data),
          what_(what),
          cases_(cases),
          notes_(notes),
          options_(options),
          first_(what.cases[cases.front()]) {}

    std::vector<comparison_line> build() {
        for (const auto& investment : first_.investments) {
            add_title(investment.name);
            for (const auto& named : investment.metrics) add_metric(investment.name, named.name);
            add_solved(investment.name);
        }
        for (const auto& investment : first_.investments) add_ratios(investment.name);
        for (const auto& row : first_.break_even) add_break_even(row);
        return std::move(lines_);
    }

private:
    void add_title(std::string text) { lines_.push_back({std::move(text), {}}); }

    /// A line whose cells are made case by case.
    template <class MakeCell>
    void add_line(const std::string& label, MakeCell make_cell) {
        comparison_line line{"  " + label, {}};
        for (const auto i : cases_) line.cells.push_back(make_cell(what_.cases[i]));
        lines_.push_back(std::move(line));
    }

    [[nodiscard]] comparison_cell cell_of(const metric* value, bool with_marks = true) const {
        if (value == nullptr) return {};
        const auto marks = with_marks ? notes_.marks(*value) : std::string{};
        const auto marked = [&](const std::string& text) { return marks.empty() ? text : text + " " + marks; };
        if (!value->known()) return {marked(say(options_, "unknown")), {}, false, nullptr};
        auto forms = format_metric_forms(data_, *value, options_);
        const bool is_range =
            !value->value.central && value->value.low && value->value.high && !value->value.is_point();
        const bool is_one_amount = !value->currency.empty() && !is_range;
        if (forms.words.empty()) return {marked(forms.full), {}, is_one_amount && marks.empty(), nullptr};
        return {std::move(forms.full), marked(forms.words), is_one_amount, nullptr};
    }

    void add_metric(std::string_view investment, std::string_view name) {
        add_line(metric_label(name, options_), [&](const compared_case& c) {
            const auto* found = find_investment(c, investment);
            const auto* value = found ? find_metric(found->metrics, name) : nullptr;
            auto cell = cell_of(value);
            cell.measured = value;
            return cell;
        });
        const auto original = [&](const compared_case& c) -> const metric* {
            const auto* found = find_investment(c, investment);
            return found ? original_of(*found, name, c.to) : nullptr;
        };
        if (std::ranges::none_of(cases_, [&](std::size_t i) { return original(what_.cases[i]) != nullptr; })) return;
        // What was assumed stands beside the converted number; where there is none, here.
        const auto tells_no_assumptions = [&](const compared_case& c) {
            const auto* found = find_investment(c, investment);
            const auto* converted = found ? find_metric(found->metrics, name) : nullptr;
            return converted == nullptr || !converted->known();
        };
        add_line("  " + say(options_, "compare.as-announced"),
                 [&](const compared_case& c) { return cell_of(original(c), tells_no_assumptions(c)); });
    }

    void add_solved(std::string_view investment) {
        for (const auto& answer : solved_answers(first_, investment, options_))
            add_line(answer.label, [&](const compared_case& c) {
                for (const auto& each : solved_answers(c, investment, options_))
                    if (each.what == answer.what) return cell_of(each.value);
                return comparison_cell{};
            });
    }

    void add_ratios(std::string_view investment) {
        const auto is_of_it = [&](const compared_ratio& r) { return r.name == investment; };
        if (std::ranges::none_of(first_.ratios, is_of_it)) return;
        add_title(say(options_, "compare.ratio", {{"baseline", first_.baseline}, {"name", investment}}));
        for (const auto& wanted : first_.ratios)
            if (is_of_it(wanted))
                add_line(metric_label(wanted.metric, options_),
                         [&](const compared_case& c) { return ratio_cell(c, wanted); });
    }

    [[nodiscard]] comparison_cell ratio_cell(const compared_case& c, const compared_ratio& wanted) const {
        const auto found = std::ranges::find_if(
            c.ratios, [&](const compared_ratio& r) { return r.name == wanted.name && r.metric == wanted.metric; });
        if (found == c.ratios.end()) return {};
        auto cell = cell_of(&found->value);
        if (!cell.words.empty()) cell.full += "  " + cell.words;  // the fraction behind all digits
        if (found->value.known()) cell.words = ratio_rates(data_, c, *found, options_);
        return cell;
    }

    void add_break_even(const break_even_row& row) {
        std::string title;
        for (std::size_t k = 0; const auto& answer : break_even_answers(first_, row, options_)) {
            if (answer.title != title) add_title(title = answer.title);
            add_line(answer.label, [&](const compared_case& c) {
                const auto found = std::ranges::find(c.break_even, row.name, &break_even_row::name);
                return cell_of(found == c.break_even.end() ? nullptr
                                                           : break_even_answers(c, *found, options_)[k].value);
            });
            ++k;
        }
    }

    const engine& data_;
    const comparison& what_;
    const case_list& cases_;
    footnotes& notes_;
    const format_options& options_;
    const compared_case& first_;
    std::vector<comparison_line> lines_;
};

}  // namespace

std::vector<comparison_line> comparison_lines(const engine& data, const comparison& what, const case_list& cases,
                                              footnotes& notes, const format_options& options) {
    return line_builder(data, what, cases, notes, options).build();
}

}  // namespace outlay
