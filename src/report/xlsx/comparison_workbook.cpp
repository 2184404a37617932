// comparison_workbook: a sheet a case: rates, what is stated, metrics as announced and converted, ratios.
#include <outlay/report/render_workbook.hpp>

#include <outlay/report/render_rate.hpp>

#include "report/comparison_words.hpp"
#include "report/xlsx/workbook.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace outlay {

namespace {

using namespace outlay::xlsx;

// Columns of a sheet.
enum column : int { name_column = 1, label_column, low_column, value_column, high_column, unit_column, says_column, exact_column, notes_column };

/// The cells that one interval stands in.
struct placed {
    int row = 0;
    interval<ratio> value;
    explicit operator bool() const { return row != 0; }
};

struct shown_input {
    std::string_view label;  ///< the id of its words
    metric programme_inputs::*value;
};
constexpr std::string_view outlay_label = "workbook.outlay";
constexpr std::array<shown_input, 6> shown_inputs{{{outlay_label, &programme_inputs::outlay},
                                                   {"workbook.years", &programme_inputs::years},
                                                   {"workbook.jobs", &programme_inputs::jobs},
                                                   {"workbook.job-years", &programme_inputs::job_years},
                                                   {"workbook.power", &programme_inputs::power},
                                                   {"workbook.accelerators", &programme_inputs::accelerators}}};

/// What a metric is the outlay per.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> divisors{{{"per_year", "workbook.years"},
                                                                                {"per_job", "workbook.jobs"},
                                                                                {"per_job_year", "workbook.job-years"},
                                                                                {"per_gw", "workbook.power"},
                                                                                {"per_accelerator", "workbook.accelerators"}}};

/// An investment's cells, by the label or the name of what stands in them: what is computed from them refers to them.
struct investment_cells {
    std::map<std::string_view, placed> inputs;
    std::map<std::string, placed> original;
    std::map<std::string, placed> converted;
};

/// Formulas of the three cells of an interval; empty where there is none.
struct formulas {
    std::string low, value, high;
};

std::string cell_of(const placed& p, int column) { return cell_name(p.row, column); }

formulas quotient_of(const placed& a, const placed& b) {
    return {cell_of(a, low_column) + "/" + cell_of(b, high_column), cell_of(a, value_column) + "/" + cell_of(b, value_column),
            cell_of(a, high_column) + "/" + cell_of(b, low_column)};
}

formulas with_rate(const placed& a, const std::string& rate) {
    return {cell_of(a, low_column) + rate, cell_of(a, value_column) + rate, cell_of(a, high_column) + rate};
}

std::string joined(const std::vector<std::string>& ids, const format_options& options) {
    std::string text;
    for (const auto& id : ids) text.append(text.empty() ? "" : "; ").append(say_reason(options, id));
    return text;
}

/// "200000/157", where a spreadsheet holds both numbers exactly and the value is no decimal; else nothing.
std::string quotient_text(const ratio& value) {
    constexpr std::size_t most_digits = 15;
    const auto text = fraction_text(value);
    const auto bar = text.find('/');
    const bool fits = bar != std::string::npos && bar <= most_digits && text.size() - bar - 1 <= most_digits;
    return fits && !exact_decimal(value) ? text : std::string{};
}

/// A name for a cell: letters, digits and underscores.
std::string rate_name(const rate& used, std::size_t which) {
    std::string name(used.pair.base.text());
    name.append("_").append(used.pair.quote.text());
    return which == 0 ? name : name + "_case_" + std::to_string(which + 1);
}

std::string evidence_of(const metric& value) {
    std::string text;
    for (const auto& step : value.trace) {
        if (step.evidence.empty() || text.find(step.evidence) != std::string::npos) continue;
        text.append(text.empty() ? "" : "\n").append(step.evidence);
        if (step.where && step.where->line != 0)
            text.append(" (").append(step.where->source).append(":").append(std::to_string(step.where->line)).append(")");
    }
    return text;
}

/// Fills the sheet of one case from top to bottom.
class case_sheet {
public:
    case_sheet(const engine& data, const comparison& what, std::size_t which, const resolved_case& inputs, const format_options& options)
        : data_(data), what_(what), c_(what.cases[which]), which_(which), inputs_(inputs), options_(options) {}

    void fill(workbook& book) {
        sheet_.name = which_ == 0 ? say(options_, "workbook.sheet")
                                  : say(options_, "workbook.case-sheet", {{"number", std::to_string(which_ + 1)}});
        sheet_.widths = {34, 24, 24, 24, 24, 14, 12, 34, 60};
        text(name_column, what_.title, look::title);
        next();
        text(name_column, currency_and_date(c_, options_));
        if (!c_.name.empty()) text(notes_column, case_label(what_, which_, options_));
        next(2);
        write_rates(book);
        write_inputs();
        write_metrics();
        write_ratios();
        book.sheets.push_back(std::move(sheet_));
    }

private:
    void next(int rows = 1) { row_ += rows; }
    cell& at(int column) { return sheet_.cells[{row_, column}]; }
    void text(int column, std::string words, look style = look::plain) {
        if (words.empty()) return;
        at(column).text = std::move(words);
        at(column).style = style;
    }

    void heading(std::string title) {
        text(name_column, std::move(title), look::heading);
        constexpr std::array<std::pair<int, std::string_view>, 7> titles{{{low_column, "workbook.low"},
                                                                          {value_column, "workbook.value"},
                                                                          {high_column, "workbook.high"},
                                                                          {unit_column, "workbook.unit"},
                                                                          {says_column, "workbook.says"},
                                                                          {exact_column, "workbook.exact"},
                                                                          {notes_column, "workbook.notes"}}};
        for (const auto& [column, id] : titles) text(column, say(options_, id), look::heading);
        next();
    }

    /// A number, with its formula where there is one.
    void number(int column, const std::optional<ratio>& value, std::string formula, look style) {
        if (!value) return;
        auto& c = at(column);
        c.number = value;
        c.formula = std::move(formula);
        c.style = style;
    }

    look look_of(const metric& value) const {
        if (value.currency.empty()) return look::quotient;
        return data_.currencies().minor_units(value.currency) == 0 ? look::amount : look::amount_with_cents;
    }

    /// A row of an interval. The formulas stand only if they give `value`: `computed` is what they give.
    placed row_of(const std::string& name, const std::string& label, const metric& value, const formulas& how,
                  const std::optional<interval<ratio>>& computed) {
        text(name_column, name);
        text(label_column, label);
        if (!value.known()) {
            text(says_column, say(options_, "workbook.unknown"));
            text(notes_column, joined(value.missing, options_));
            next();
            return {};
        }
        const auto& v = value.value;
        const auto style = look_of(value);
        const auto formula = [&](const std::optional<ratio>& own, auto member, const std::string& text) {
            return own && computed && (*computed).*member == own ? text : std::string{};
        };
        number(low_column, v.low, formula(v.low, &interval<ratio>::low, how.low), style);
        number(value_column, v.central, formula(v.central, &interval<ratio>::central, how.value), style);
        number(high_column, v.high, formula(v.high, &interval<ratio>::high, how.high), style);
        text(unit_column, value.unit);
        text(says_column, std::string(to_text(value.qualifier)));
        text(exact_column, exact_words(v));
        text(notes_column, joined(value.notes, options_));
        const placed found{row_, v};
        next();
        return found;
    }

    /// The bounds that a cell cannot hold, as texts.
    static std::string exact_words(const interval<ratio>& v) {
        std::string words;
        std::vector<ratio> seen;
        for (const auto& bound : {v.low, v.central, v.high}) {
            if (!bound || is_exact_in_a_cell(*bound) || std::ranges::find(seen, *bound) != seen.end()) continue;
            seen.push_back(*bound);
            words.append(words.empty() ? "" : "; ").append(exact_text(*bound));
        }
        return words;
    }

    void write_rates(workbook& book) {
        const auto used = rates_of(c_);
        if (used.empty()) return;
        heading(say(options_, "compare.rates"));
        for (const auto* r : used) {
            const auto name = rate_name(*r, which_);
            text(name_column, name);
            text(label_column, to_text(r->pair));
            number(value_column, r->value, quotient_text(r->value), look::quotient);
            at(value_column).comment = format_rate_line(data_, *r, options_);
            text(says_column, std::string(to_text(r->kind)));
            if (!is_exact_in_a_cell(r->value)) text(exact_column, exact_text(r->value));
            text(notes_column, format_rate_date(*r, options_) + "; " + format_rate_source(*r, options_));
            book.names.push_back({name, "'" + sheet_.name + "'!$D$" + std::to_string(row_)});
            next();
        }
        next();
    }

    void write_inputs() {
        heading(say(options_, "workbook.stated"));
        for (const auto& each : inputs_.investments) {
            auto& cells = cells_[each.stated.name];
            bool first = true;
            for (const auto& [label, member] : shown_inputs) {
                const auto& value = each.inputs.*member;
                if (!value.known() && label != outlay_label) continue;
                const int row = row_;
                cells.inputs[label] = row_of(first ? each.stated.name : "", say(options_, label), value, {}, std::nullopt);
                first = false;
                if (const auto words = evidence_of(value); !words.empty()) sheet_.cells[{row, label_column}].comment = words;
            }
        }
        next();
    }

    /// What an outlay per something is computed from, where it is.
    std::pair<formulas, std::optional<interval<ratio>>> from_inputs(const investment_cells& cells, std::string_view name) const {
        const auto outlay = cells.inputs.find(outlay_label);
        if (outlay == cells.inputs.end() || !outlay->second) return {};
        const auto& o = outlay->second;
        if (name == "total")
            return {{cell_of(o, low_column), cell_of(o, value_column), cell_of(o, high_column)}, o.value};
        const auto by = std::ranges::find_if(divisors, [&](const auto& d) { return d.first == name; });
        if (by == divisors.end()) return {};
        const auto input = cells.inputs.find(by->second);
        if (input == cells.inputs.end() || !input->second) return {};
        return {quotient_of(o, input->second), divide(o.value, input->second.value)};
    }

    void write_metrics() {
        const bool converts = std::ranges::any_of(c_.investments, [&](const auto& i) { return is_converted(i); });
        if (converts) {
            heading(say(options_, "compare.as-announced"));
            for (const auto& i : c_.investments)
                if (is_converted(i)) write_original(i);
            next();
        }
        heading(currency_and_date(c_, options_));
        for (const auto& i : c_.investments) write_converted(i);
        next();
    }

    [[nodiscard]] bool is_converted(const compared_investment& i) const {
        return !i.original_currency.empty() && i.original_currency != c_.to && i.used_rate;
    }

    void write_original(const compared_investment& i) {
        auto& cells = cells_[i.name];
        bool first = true;
        for (const auto& [name, value] : i.original_metrics) {
            if (!value.known()) continue;
            const auto [how, computed] = from_inputs(cells, name);
            cells.original[name] = row_of(first ? i.name : "", metric_label(name, options_), value, how, computed);
            first = false;
        }
    }

    void write_converted(const compared_investment& i) {
        auto& cells = cells_[i.name];
        bool first = true;
        for (const auto& [name, value] : i.metrics) {
            auto [how, computed] = from_inputs(cells, name);
            if (is_converted(i)) {
                const auto source = cells.original.find(name);
                const auto rate_cell = rate_operation(*i.used_rate);
                if (source != cells.original.end() && source->second && !rate_cell.empty()) {
                    how = with_rate(source->second, rate_cell);
                    computed = scale(source->second.value, i.used_rate->factor);
                } else {
                    computed.reset();
                }
            }
            cells.converted[name] = row_of(first ? i.name : "", metric_label(name, options_), value, how, computed);
            first = false;
        }
    }

    /// "*USD_KRW" or "/USD_KRW": what turns an amount into the target currency.
    [[nodiscard]] std::string rate_operation(const rate& used) const {
        if (used.factor == used.value) return "*" + rate_name(used, which_);
        return used.factor * used.value == 1 ? "/" + rate_name(used, which_) : std::string{};
    }

    void write_ratios() {
        if (c_.ratios.empty()) return;
        heading(say(options_, "workbook.ratios", {{"baseline", c_.baseline}}));
        const auto& baseline = cells_[c_.baseline].converted;
        std::string last;
        for (const auto& r : c_.ratios) {
            const auto above = baseline.find(r.metric);
            const auto& own = cells_[r.name].converted;
            const auto below = own.find(r.metric);
            formulas how;
            std::optional<interval<ratio>> computed;
            if (above != baseline.end() && above->second && below != own.end() && below->second) {
                how = quotient_of(above->second, below->second);
                computed = divide(above->second.value, below->second.value);
            }
            row_of(r.name == last ? "" : r.name, metric_label(r.metric, options_), r.value, how, computed);
            last = r.name;
        }
    }

    const engine& data_;
    const comparison& what_;
    const compared_case& c_;
    std::size_t which_;
    const resolved_case& inputs_;
    const format_options& options_;
    sheet sheet_;
    int row_ = 1;
    std::map<std::string, investment_cells> cells_;
};

}  // namespace

std::vector<resolved_case> resolve_cases(const engine& data, const scenario& what, const compare_options& options) {
    std::vector<resolved_case> found{resolve(data, what, options)};
    for (const auto& variation : what.cases) found.push_back(resolve(data, what, options, &variation));
    return found;
}

std::string render_comparison_workbook(const engine& data, const comparison& what, const std::vector<resolved_case>& inputs,
                                       const format_options& options) {
    workbook book;
    for (std::size_t i = 0; i < what.cases.size() && i < inputs.size(); ++i)
        case_sheet(data, what, i, inputs[i], options).fill(book);
    return book.file();
}

}  // namespace outlay
