// rate_chart: the rates of a pair over days: a chart and its figures, CSV, and the lines of an export.
#include <outlay/report/line_chart.hpp>
#include <outlay/report/render_rate.hpp>
#include <outlay/report/render_rate_store.hpp>
#include <outlay/report/table.hpp>

#include "report/words.hpp"

#include <algorithm>

namespace outlay {

namespace {

constexpr int shown_places = 4;
constexpr std::size_t least_chart = 20;
constexpr std::size_t widest_chart = 120;
constexpr std::size_t most_lines = 62;  // of days: two months; of more, the last of each month, or of each year

std::string value_text(const engine& data, const rate& value, const format_options& options) {
    return format_exact(data, value.value, shown_places, options);
}

/// The chart between its highest and its lowest value, over its first and its last day.
std::string chart_text(const engine& data, const std::vector<rate>& values, const rate& low, const rate& high,
                       const format_options& options) {
    std::vector<chart_point> points;
    for (const auto& value : values) points.push_back({*value.observed, value.value});
    const auto top = value_text(data, high, options);
    const auto bottom = value_text(data, low, options);
    const auto margin = std::max(top.size(), bottom.size());
    chart_size size;
    const auto room = std::max(options.columns, margin + least_chart + 3) - margin - 3;
    size.columns = options.columns > text_width ? std::min(room, widest_chart) : std::min(room, size.columns);
    const auto lines = line_chart(points, size);
    if (lines.empty()) return {};
    std::string text;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto label = i == 0 ? top : i + 1 == lines.size() ? bottom : std::string{};
        text += padded(label, margin, alignment::right) + " │" + lines[i] + "\n";
    }
    const auto first = to_text(points.front().day);
    text += std::string(margin, ' ') + " └" + first;
    return text + padded(to_text(points.back().day), size.columns - first.size(), alignment::right) + "\n";
}

/// Of many days the last of each month, of many months the last of each year.
std::vector<const rate*> thinned(const std::vector<rate>& values, std::string& note) {
    std::vector<const rate*> kept;
    for (const auto& value : values) kept.push_back(&value);
    const auto keep_last = [&](auto key) {
        std::vector<const rate*> last;
        for (std::size_t i = 0; i < kept.size(); ++i)
            if (i + 1 == kept.size() || key(*kept[i]) != key(*kept[i + 1])) last.push_back(kept[i]);
        kept = std::move(last);
    };
    const auto year_of = [](const rate& r) { return std::chrono::year_month_day{*r.observed}.year(); };
    const auto month_of = [](const rate& r) {
        const std::chrono::year_month_day day{*r.observed};
        return day.year() / day.month();
    };
    if (kept.size() > most_lines) {
        keep_last(month_of);
        note = "chart.months";
    }
    if (kept.size() > most_lines) {
        keep_last(year_of);
        note = "chart.years";
    }
    return kept;
}

std::string csv_text(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string out = "\"";
    for (const char c : text) out.append(c == '"' ? 2 : 1, c);
    return out + "\"";
}

}  // namespace

std::string render_rate_chart(const engine& data, const std::vector<rate>& values, const format_options& options) {
    if (values.empty()) return say(options, "rates.none") + "\n";
    const auto [low, high] = std::minmax_element(values.begin(), values.end(),
                                                 [](const rate& a, const rate& b) { return a.value < b.value; });
    label_list figures;
    const auto add = [&](std::string_view label, const rate& value) {
        figures.add(say(options, label),
                    say(options, "chart.figure",
                        {{"value", value_text(data, value, options)}, {"date", to_text(*value.observed)}}));
    };
    add("chart.first", values.front());
    add("chart.last", values.back());
    add("chart.highest", *high);
    add("chart.lowest", *low);
    figures.add(say(options, "chart.days"), std::to_string(values.size()));

    std::string note;
    table rows(
        {{say(options, "rates.day")}, {to_text(values.front().pair), alignment::right}, {say(options, "label.path")}});
    for (const auto* value : thinned(values, note))
        rows.add_row({to_text(*value->observed), value_text(data, *value, options), format_rate_path(*value, options)});

    label_list sources;
    std::vector<std::string> named;
    for (const auto& value : values) {
        auto source = format_rate_source(value, options);
        if (std::ranges::find(named, source) != named.end()) continue;
        sources.add(say(options, "label.source"), source);
        named.push_back(std::move(source));
    }
    auto text = to_text(values.front().pair) + "\n" + chart_text(data, values, *low, *high, options) + "\n" +
                figures.text(0, options.columns) + "\n";
    if (!note.empty()) text += hanging("", say(options, note, {{"days", std::to_string(values.size())}}), options.columns);
    return text + rows.text_within(options.columns) + "\n" + sources.text(0, options.columns);
}

std::string render_rate_values_csv(const std::vector<rate>& values) {
    std::string out = "date,pair,value,exact,path,source\n";
    for (const auto& value : values) {
        out += to_text(*value.observed) + ",";
        out += to_text(value.pair) + "," + plain_digits(value.value) + "," + fraction_text(value.value) + ",";
        out.append(to_text(value.path)).append(",").append(csv_text(value.source)).append("\n");
    }
    return out;
}

std::string rate_export_header() { return "date,base,quote,value,side,kind,period,source,address,licence\n"; }

void append_rate_export(std::string& out, const rate_collection& rates, const currency_pair& pair) {
    for (const auto& row : rates.quotes) {
        if (row.pair != pair) continue;
        const auto& source = rates.sources[row.source];
        out += to_text(row.observed()) + ",";
        out.append(pair.base.text()).append(",").append(pair.quote.text()).append(",").append(row.value().text());
        out.append(",").append(to_text(source.side)).append(",").append(to_text(source.kind));
        out.append(",").append(to_text(source.period));
        for (const auto text : {source.name, source.address, source.licence}) out.append(",").append(csv_text(text));
        out += "\n";
    }
}

}  // namespace outlay
