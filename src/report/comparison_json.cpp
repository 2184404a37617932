#include <outlay/report/json.hpp>
#include <outlay/report/render_comparison.hpp>
#include <outlay/report/render_rate.hpp>

#include "report/metric_json.hpp"

namespace outlay {

namespace {

class comparison_document {
public:
    comparison_document(const engine& data, const format_options& options, bool with_trace, const source_finder& sources)
        : data_(data),
          options_(options),
          with_trace_(with_trace),
          sources_(sources),
          json_(text_, json_writer::layout::indented) {}

    std::string write(const comparison& what) {
        json_.begin_object();
        json_.key("schema").text(schema_id);
        json_.key("title").text(what.title);
        json_.key("cases").begin_array();
        for (const auto& c : what.cases) write_case(c);
        json_.end_array();
        json_.end_object();
        json_.finish();
        return std::move(text_);
    }

private:
    void write_case(const compared_case& c) {
        json_.begin_object();
        json_.key("name").text(c.name);
        json_.key("to").text(c.to.text());
        json_.key("as_of").text_or_null(c.as_of ? std::optional(to_text(*c.as_of)) : std::nullopt);
        json_.key("as_of_origin");
        c.as_of ? json_.text(to_text(c.origin)) : json_.null();
        json_.key("investments").begin_array();
        for (const auto& investment : c.investments) write_investment(investment);
        json_.end_array();
        json_.key("baseline").text(c.baseline);
        json_.key("ratios").begin_array();
        for (const auto& row : c.ratios) {
            json_.begin_object();
            json_.key("name").text(row.name);
            json_.key("metric").text(row.metric);
            write_fields(row.value);
            json_.end_object();
        }
        json_.end_array();
        json_.key("break_even").begin_array();
        for (const auto& row : c.break_even) {
            json_.begin_object();
            json_.key("name").text(row.name);
            write_metric("jobs", row.jobs);
            write_metric("period", row.period);
            write_metric("days", row.days);
            write_break_even_of_totals(row);
            json_.end_object();
        }
        json_.end_array();
        write_solved(c);
        write_ranks(c);
        write_sum(c);
        json_.end_object();
    }

    void write_break_even_of_totals(const break_even_row& row) {
        json_.key("rate");
        if (row.pair) {
            json_.begin_object();
            json_.key("pair").text(to_text(*row.pair));
            write_fields(row.rate);
            json_.end_object();
        } else {
            json_.null();
        }
        json_.key("part").begin_object();
        json_.key("of").text(row.whole);
        write_fields(row.part);
        json_.end_object();
    }

    void write_solved(const compared_case& c) {
        json_.key("asked").begin_array();
        for (const auto& each : c.solved) {
            json_.begin_object();
            json_.key("name").text(each.name);
            json_.key("what").text(each.what == asked_value::jobs ? "jobs" : "period");
            write_fields(each.value);
            json_.end_object();
        }
        json_.end_array();
    }

    void write_ranks(const compared_case& c) {
        json_.key("ranks").begin_array();
        for (const auto& each : c.ranks) {
            json_.begin_object();
            json_.key("name").text(each.name);
            json_.key("metric").text(each.metric);
            const bool is_ranked = each.stated != 0;
            for (const auto& [key, place] : {std::pair("rank", each.stated), {"best", each.best}, {"worst", each.worst}}) {
                json_.key(key);
                is_ranked ? json_.number(static_cast<std::size_t>(place)) : json_.null();
            }
            json_.end_object();
        }
        json_.end_array();
    }

    void write_sum(const compared_case& c) {
        json_.key("sum");
        if (!c.sum) {
            json_.null();
            return;
        }
        json_.begin_object();
        write_metric("total", c.sum->all);
        for (const auto& [key, part] : {std::pair("points", &c.sum->points), {"ceilings", &c.sum->ceilings}, {"floors", &c.sum->floors}}) {
            if (*part) {
                write_metric(key, **part);
            } else {
                json_.key(key).null();
            }
        }
        json_.key("counted").texts(c.sum->counted);
        json_.key("left_out").begin_array();
        for (const auto& each : c.sum->left_out) {
            json_.begin_object();
            json_.key("name").text(each.name);
            json_.key("reasons").texts(each.reasons);
            json_.key("counted_in").text_or_null(each.counted_in.empty() ? std::nullopt : std::optional(each.counted_in));
            json_.end_object();
        }
        json_.end_array();
        json_.end_object();
    }

    void write_investment(const compared_investment& investment) {
        json_.begin_object();
        json_.key("name").text(investment.name);
        json_.key("economy");
        investment.economy.empty() ? json_.null() : json_.text(investment.economy);
        json_.key("metrics");
        write_metrics(investment.metrics);
        json_.key("original");
        if (investment.original_currency.empty()) {
            json_.null();
        } else {
            json_.begin_object();
            json_.key("currency").text(investment.original_currency.text());
            json_.key("metrics");
            write_metrics(investment.original_metrics);
            json_.end_object();
        }
        json_.key("rate");
        investment.used_rate ? write_rate(json_, *investment.used_rate) : void(json_.null());
        json_.end_object();
    }

    void write_metrics(const std::vector<named_metric>& metrics) {
        json_.begin_object();
        for (const auto& named : metrics) write_metric(named.name, named.value);
        json_.end_object();
    }

    void write_metric(std::string_view name, const metric& value) {
        json_.key(name).begin_object();
        write_fields(value);
        json_.end_object();
    }

    void write_fields(const metric& value) { write_metric_fields(json_, data_, value, options_, with_trace_, sources_); }

    const engine& data_;
    const format_options& options_;
    bool with_trace_;
    const source_finder& sources_;
    std::string text_;
    json_writer json_;
};

}  // namespace

std::string render_comparison_json(const engine& data, const comparison& what, const format_options& options,
                                   bool with_trace, const source_finder& sources) {
    return comparison_document(data, options, with_trace, sources).write(what);
}

}  // namespace outlay
