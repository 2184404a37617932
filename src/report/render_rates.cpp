#include <outlay/report/render_rates.hpp>

#include <outlay/report/render_rate.hpp>
#include <outlay/report/table.hpp>

#include "report/words.hpp"

namespace outlay {

namespace {

/// A source as a footnote: its mark, its name, its address and its licence.
std::string source_note(const std::string& mark, const rate_source& source, std::size_t columns) {
    std::string text(source.name);
    for (const auto part : {source.address, source.licence})
        if (!part.empty()) text.append("; ").append(part);
    return hanging(mark + " ", text, columns);
}

}  // namespace

std::string render_rate_series(const engine& data, const format_options& options) {
    const auto sources = data.rates().sources();
    std::vector<std::size_t> numbers(sources.size());  // of the footnote of each source; 0: none yet
    std::string notes;
    table rows({{say(options, "rates.pair")},
                {say(options, "rates.kind")},
                {say(options, "rates.first")},
                {say(options, "rates.last")},
                {say(options, "rates.count"), alignment::right},
                {say(options, "rates.source")}});
    for (std::size_t used = 0; const auto& s : data.rates().series()) {
        auto& number = numbers[s.source];
        const bool is_new = number == 0;
        if (is_new) number = ++used;
        const auto mark = "[" + std::to_string(number) + "]";
        if (is_new) notes += source_note(mark, sources[s.source], options.columns);
        rows.add_row({to_text(s.pair), say(options, std::string("kind.").append(to_text(sources[s.source].kind))),
                      to_text(s.first), to_text(s.last), std::to_string(s.count), mark});
    }
    return rows.empty() ? say(options, "rates.none") + "\n" : rows.text_within(options.columns) + "\n" + notes;
}

std::string render_rate_series_json(const engine& data) {
    std::string out;
    json_writer json(out, json_writer::layout::indented);
    json.begin_object();
    json.key("schema").text(schema_id);
    json.key("series").begin_array();
    for (const auto& s : data.rates().series()) {
        const auto& source = data.rates().sources()[s.source];
        json.begin_object();
        json.key("pair").text(to_text(s.pair));
        json.key("first").text(to_text(s.first));
        json.key("last").text(to_text(s.last));
        json.key("count").number(s.count);
        json.key("kind").text(to_text(source.kind));
        json.key("source").text(source.name);
        json.key("address").text(source.address);
        json.key("licence").text(source.licence);
        json.end_object();
    }
    json.end_array();
    json.end_object();
    json.finish();
    return out;
}

std::string render_one_rate(const engine& data, const rate& found, const format_options& options) {
    label_list lines;
    lines.add(say(options, "label.date"), format_rate_date(found, options));
    lines.add(say(options, "label.path"), format_rate_path(found, options));
    lines.add(say(options, "label.source"), format_rate_source(found, options));
    return hanging("", format_rate_value(data, found, options), options.columns) + lines.text(2, options.columns);
}

std::string render_rate_values(const engine& data, const std::vector<rate>& values, const format_options& options) {
    if (values.empty()) return say(options, "rates.none") + "\n";
    table rows(
        {{say(options, "rates.day")}, {to_text(values.front().pair), alignment::right}, {say(options, "label.path")}});
    std::vector<std::string> sources;
    for (const auto& value : values) {
        rows.add_row({value.observed ? to_text(*value.observed) : "", format_exact(data, value.value, 4, options),
                      format_rate_path(value, options)});
        const auto source = format_rate_source(value, options);
        if (sources.empty() || sources.back() != source) sources.push_back(source);
    }
    label_list lines;
    for (const auto& source : sources) lines.add(say(options, "label.source"), source);
    return rows.text_within(options.columns) + "\n" + lines.text(0, options.columns);
}

std::string render_rate_values_json(const std::vector<rate>& values) {
    std::string out;
    json_writer json(out, json_writer::layout::indented);
    json.begin_object();
    json.key("schema").text(schema_id);
    json.key("pair");
    values.empty() ? json.null() : json.text(to_text(values.front().pair));
    json.key("values").begin_array();
    for (const auto& value : values) write_rate(json, value);
    json.end_array();
    json.end_object();
    json.finish();
    return out;
}

}  // namespace outlay
