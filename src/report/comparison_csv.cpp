#include <outlay/report/render_comparison.hpp>
#include <outlay/report/render_rate.hpp>
#include <outlay/report/table.hpp>

#include "report/metric_scale.hpp"

namespace outlay {

namespace {

std::string list_text(const std::vector<std::string>& ids) {
    std::string text;
    for (const auto& id : ids) text += (text.empty() ? "" : " ") + id;
    return text;
}

std::string bound_text(const std::optional<ratio>& value) { return value ? exact_text(*value) : std::string{}; }

std::string flag_text(bool value) { return value ? "true" : "false"; }

class comparison_rows {
public:
    comparison_rows(const engine& data, const format_options& options)
        : data_(data),
          options_(options),
          rows_({{"case"},
                 {"kind"},
                 {"investment"},
                 {"metric"},
                 {"value"},
                 {"exact"},
                 {"low"},
                 {"high"},
                 {"low_open"},
                 {"high_open"},
                 {"unit"},
                 {"qualifier"},
                 {"missing"},
                 {"notes"},
                 {"rate"},
                 {"rate_date"},
                 {"rate_source"}}) {}

    std::string write(const comparison& what) {
        for (const auto& c : what.cases) add_case(c);
        return rows_.csv();
    }

private:
    void add_case(const compared_case& c) {
        for (const auto& investment : c.investments) {
            const auto* used = investment.used_rate ? &*investment.used_rate : nullptr;
            for (const auto& named : investment.metrics)
                add(c.name, "metric", investment.name, named.name, named.value, used);
            if (investment.original_currency == c.to) continue;
            for (const auto& named : investment.original_metrics)
                add(c.name, "original", investment.name, named.name, named.value, nullptr);
        }
        for (const auto& row : c.ratios) add(c.name, "ratio", row.name, row.metric, row.value, rate_of(c, row.name));
        for (const auto& row : c.break_even) {
            const auto* used = rate_of(c, row.name);
            add(c.name, "break_even", row.name, "jobs", row.jobs, used);
            add(c.name, "break_even", row.name, "period", row.period, used);
            add(c.name, "break_even", row.name, "days", row.days, used);
            if (row.pair) add(c.name, "break_even", row.name, "rate:" + to_text(*row.pair), row.rate, nullptr);
            add(c.name, "break_even", row.name, "part:" + row.whole, row.part, used);
        }
        for (const auto& each : c.solved)
            add(c.name, "asked", each.name, each.what == asked_value::jobs ? "jobs" : "period", each.value,
                rate_of(c, each.name));
        for (const auto& each : c.ranks) add_rank(c.name, each);
        if (!c.sum) return;
        add(c.name, "sum", "", "total", c.sum->all, nullptr);
        for (const auto& [name, part] : {std::pair("points", &c.sum->points), {"ceilings", &c.sum->ceilings}, {"floors", &c.sum->floors}})
            if (*part) add(c.name, "sum", "", name, **part, nullptr);
    }

    /// The place as its value, the places that the bounds allow as low and high.
    void add_rank(const std::string& case_name, const compared_rank& rank) {
        const auto place = std::to_string(rank.stated);
        std::vector<std::string> cells{case_name, "rank", rank.name, rank.metric};
        if (rank.stated != 0)
            cells.insert(cells.end(), {place, place, std::to_string(rank.best), std::to_string(rank.worst)});
        rows_.add_row(std::move(cells));
    }

    /// The rate that a row between an investment and the baseline went through.
    [[nodiscard]] static const rate* rate_of(const compared_case& c, std::string_view name) {
        for (const std::string_view wanted : {name, std::string_view(c.baseline)})
            for (const auto& investment : c.investments)
                if (investment.name == wanted && investment.used_rate &&
                    investment.used_rate->path != rate_path::identity)
                    return &*investment.used_rate;
        return nullptr;
    }

    void add(const std::string& case_name, const char* kind, const std::string& investment, const std::string& name,
             const metric& value, const rate* used) {
        std::vector<std::string> cells{case_name, kind, investment, name};
        if (value.known()) {
            const auto point = point_of(value.value);
            cells.push_back(point ? round(*point, scale_of(data_, value), options_.rounding).text() : "");
            cells.push_back(point ? fraction_text(*point) : "");
            cells.push_back(bound_text(value.value.low));
            cells.push_back(bound_text(value.value.high));
            cells.push_back(flag_text(value.value.low_open));
            cells.push_back(flag_text(value.value.high_open));
            cells.push_back(value.unit);
            cells.emplace_back(to_text(value.qualifier));
            cells.emplace_back();
            cells.push_back(list_text(value.notes));
        } else {
            cells.resize(12);
            cells.push_back(list_text(value.missing));
            cells.push_back(list_text(value.notes));
        }
        if (used != nullptr && used->path != rate_path::identity) {
            cells.push_back(to_text(used->pair) + "=" + exact_text(used->value));
            cells.push_back(used->observed ? to_text(*used->observed) : "");
            cells.push_back(used->source);
        }
        rows_.add_row(std::move(cells));
    }

    const engine& data_;
    const format_options& options_;
    table rows_;
};

}  // namespace

std::string render_comparison_csv(const engine& data, const comparison& what, const format_options& options) {
    return comparison_rows(data, options).write(what);
}

}  // namespace outlay
