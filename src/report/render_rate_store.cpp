#include <outlay/report/render_rate_store.hpp>

#include <outlay/report/json.hpp>
#include <outlay/report/render_rate.hpp>
#include <outlay/report/table.hpp>

#include "report/words.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace outlay {

namespace {

constexpr std::size_t shown_digest = 12;  // digits: enough to tell files apart by eye

std::string count_text(const engine& data, std::uint64_t count, const format_options& options) {
    return format_grouped(data, ratio(count), 0, options);
}

std::string names_of(const std::vector<rate_source>& sources) {
    std::string names;
    for (const auto& source : sources) names.append(names.empty() ? "" : "; ").append(source.name);
    return names;
}

void write_import(json_writer& json, const rate_import_record& record) {
    json.begin_object();
    json.key("number").number(static_cast<std::uint64_t>(record.number));
    json.key("file").text(record.file);
    json.key("bytes").number(record.bytes);
    json.key("sha256").text(record.sha256);
    json.key("format").text(record.format);
    json.key("time").text(format_time(record.time));
    json.key("quotes").number(record.quotes);
    json.key("added").number(record.added);
    json.key("corrected").number(record.corrected);
    json.key("sources").begin_array();
    for (const auto& source : record.sources) {
        json.begin_object();
        json.key("name").text(source.name);
        json.key("kind").text(to_text(source.kind));
        json.key("address").text(source.address);
        json.key("licence").text(source.licence);
        json.end_object();
    }
    json.end_array();
    json.end_object();
}

}  // namespace

std::string format_time(std::chrono::sys_seconds time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::hh_mm_ss clock{time - day};
    std::array<char, 40> text{};
    const int length =
        std::snprintf(text.data(), text.size(), "T%02d:%02d:%02dZ", static_cast<int>(clock.hours().count()),
                      static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
    return to_text(day) + std::string(text.data(), static_cast<std::size_t>(length));
}

std::string render_import(const engine& data, const rate_import_outcome& outcome, const std::string& store,
                          const format_options& options) {
    const auto& record = outcome.record;
    const auto number = std::to_string(record.number);
    const auto count = [&](std::uint64_t value) { return count_text(data, value, options); };
    std::string done;
    if (outcome.was_imported)
        done = say(options, "import.known", {{"number", number}, {"store", store}});
    else if (record.number == 0)
        done = say(options, "import.nothing", {{"store", store}});
    else
        done = say(options, "import.done",
                   {{"number", number},
                    {"store", store},
                    {"added", count(record.added)},
                    {"corrected", count(record.corrected)}});
    const auto read = say(options, "import.read",
                          {{"file", record.file},
                           {"format", record.format},
                           {"quotes", count(record.quotes)},
                           {"pairs", count(outcome.pairs)},
                           {"first", to_text(outcome.first)},
                           {"last", to_text(outcome.last)}});
    return hanging("", read, options.columns) + hanging("  ", done, options.columns);
}

std::string render_imports_json(const std::vector<rate_import_outcome>& outcomes, const std::string& store) {
    std::string out;
    json_writer json(out, json_writer::layout::indented);
    json.begin_object();
    json.key("schema").text(schema_id);
    json.key("store").text(store);
    json.key("imports").begin_array();
    for (const auto& outcome : outcomes) {
        json.begin_object();
        json.key("file").text(outcome.record.file);
        json.key("state").text(outcome.was_imported         ? "known"
                               : outcome.record.number == 0 ? "nothing-new"
                                                            : "imported");
        json.key("first").text(to_text(outcome.first));
        json.key("last").text(to_text(outcome.last));
        json.key("pairs").number(outcome.pairs);
        json.key("import");
        outcome.record.number == 0 ? void(json.null()) : write_import(json, outcome.record);
        json.end_object();
    }
    json.end_array();
    json.end_object();
    json.finish();
    return out;
}

namespace {

/// Numbers the sources in the order in which they are named, and keeps their notes.
class source_notes {
public:
    std::string mark(const rate_source& source) {
        const std::string text = describe(source);
        auto found = std::find(texts_.begin(), texts_.end(), text);
        if (found == texts_.end()) found = texts_.insert(texts_.end(), text);
        return "[" + std::to_string(found - texts_.begin() + 1) + "]";
    }
    [[nodiscard]] std::string text(std::size_t columns) const {
        std::string all;
        for (std::size_t i = 0; i < texts_.size(); ++i) all += hanging("[" + std::to_string(i + 1) + "] ", texts_[i], columns);
        return all;
    }

private:
    static std::string describe(const rate_source& source) {
        std::string text(source.name);
        for (const auto part : {source.address, source.licence})
            if (!part.empty()) text.append("; ").append(part);
        return text;
    }
    std::vector<std::string> texts_;
};

std::string kind_text(const rate_source& source, const format_options& options) {
    auto text = say(options, std::string("kind.").append(to_text(source.kind)));
    if (source.period != rate_period::day) text += ", " + say(options, std::string("period.").append(to_text(source.period)));
    return source.side == rate_side::mid ? text : text + ", " + std::string(to_text(source.side));
}

std::string import_table(const engine& data, const listed_rates& list, const format_options& options) {
    table rows({{say(options, "imports.number"), alignment::right},
                {say(options, "imports.time")},
                {say(options, "imports.file")},
                {say(options, "imports.added"), alignment::right},
                {say(options, "imports.corrected"), alignment::right},
                {say(options, "imports.sha256")},
                {say(options, "rates.source")}});
    for (const auto& record : list.imports)
        rows.add_row({std::to_string(record.number), format_time(record.time), record.file,
                      count_text(data, record.added, options), count_text(data, record.corrected, options),
                      record.sha256.substr(0, shown_digest), names_of(record.sources)});
    return rows.text_within(options.columns);
}

void write_series(json_writer& json, const currency_pair& pair, date first, date last, std::uint64_t count,
                  const rate_source& source, bool is_stored) {
    json.begin_object();
    json.key("pair").text(to_text(pair));
    json.key("first").text(to_text(first));
    json.key("last").text(to_text(last));
    json.key("count").number(count);
    json.key("kind").text(to_text(source.kind));
    json.key("side").text(to_text(source.side));
    json.key("source").text(source.name);
    json.key("address").text(source.address);
    json.key("licence").text(source.licence);
    json.key("stored").boolean(is_stored);
    json.end_object();
}

}  // namespace

std::string render_rate_list(const engine& data, const listed_rates& list, const format_options& options) {
    source_notes notes;
    table rows({{say(options, "rates.pair")},
                {say(options, "rates.kind")},
                {say(options, "rates.first")},
                {say(options, "rates.last")},
                {say(options, "rates.count"), alignment::right},
                {say(options, "rates.held")},
                {say(options, "rates.source")}});
    for (const auto& s : list.stored)
        rows.add_row({to_text(s.pair), kind_text(s.source, options), to_text(s.first), to_text(s.last),
                      std::to_string(s.count), say(options, "rates.stored"), notes.mark(s.source)});
    for (const auto& s : data.rates().series()) {
        const auto& source = data.rates().sources()[s.source];
        rows.add_row({to_text(s.pair), kind_text(source, options), to_text(s.first), to_text(s.last),
                      std::to_string(s.count), say(options, "rates.built-in"), notes.mark(source)});
    }
    auto text = rows.empty() ? say(options, "rates.none") + "\n" : rows.text_within(options.columns) + "\n" + notes.text(options.columns);
    if (list.imports.empty()) return text;
    return text + "\n" + list.store + "\n" + import_table(data, list, options);
}

std::string render_rate_list_json(const engine& data, const listed_rates& list) {
    std::string out;
    json_writer json(out, json_writer::layout::indented);
    json.begin_object();
    json.key("schema").text(schema_id);
    json.key("store").text_or_null(list.store.empty() ? std::nullopt : std::optional(list.store));
    json.key("series").begin_array();
    for (const auto& s : list.stored) write_series(json, s.pair, s.first, s.last, s.count, s.source, true);
    for (const auto& s : data.rates().series())
        write_series(json, s.pair, s.first, s.last, s.count, data.rates().sources()[s.source], false);
    json.end_array();
    json.key("imports").begin_array();
    for (const auto& record : list.imports) write_import(json, record);
    json.end_array();
    json.end_object();
    json.finish();
    return out;
}

namespace {

void write_steps(json_writer& json, const store_check& check) {
    json.key("gaps").begin_array();
    for (const auto& gap : check.gaps) {
        json.begin_object();
        json.key("pair").text(to_text(gap.pair));
        json.key("before").text(to_text(gap.before));
        json.key("after").text(to_text(gap.after));
        json.key("source").text(gap.source);
        json.end_object();
    }
    json.end_array();
    json.key("jumps").begin_array();
    for (const auto& jump : check.jumps) {
        json.begin_object();
        json.key("pair").text(to_text(jump.pair));
        json.key("before").text(to_text(jump.before));
        json.key("old_value").text(jump.old_value.text());
        json.key("after").text(to_text(jump.after));
        json.key("new_value").text(jump.new_value.text());
        json.key("source").text(jump.source);
        json.end_object();
    }
    json.end_array();
}

}  // namespace

std::string render_store_check(const engine& data, const store_check& check, const std::string& store,
                               const format_options& options) {
    const auto count = [&](std::uint64_t value) { return count_text(data, value, options); };
    const auto* verdict = check.problems.empty() ? "verify.sound" : "verify.unsound";
    auto text = hanging("", say(options, verdict,
                                {{"store", store},
                                 {"imports", count(check.imports)},
                                 {"series", count(check.series)},
                                 {"quotes", count(check.quotes)}}), options.columns);
    if (!check.gaps.empty()) {
        text += "\n" + say(options, "verify.gaps") + "\n";
        table rows({{}, {}, {}, {say(options, "verify.days"), alignment::right}, {}});
        for (const auto& gap : check.gaps)
            rows.add_row({to_text(gap.pair), to_text(gap.before), to_text(gap.after),
                          std::to_string((gap.after - gap.before).count()), gap.source});
        text += rows.text(2);
    }
    if (!check.jumps.empty()) {
        text += "\n" + say(options, "verify.jumps") + "\n";
        table rows({{}, {}, {{}, alignment::right}, {}, {{}, alignment::right}, {{}, alignment::right}, {}});
        for (const auto& jump : check.jumps) {
            const auto step = to_ratio(jump.new_value) / to_ratio(jump.old_value) - 1;
            rows.add_row({to_text(jump.pair), to_text(jump.before), jump.old_value.text(), to_text(jump.after),
                          jump.new_value.text(), format_percent(data, step, 1, options), jump.source});
        }
        text += rows.text(2);
    }
    return text;
}

std::string render_store_check_json(const store_check& check, const std::string& store) {
    std::string out;
    json_writer json(out, json_writer::layout::indented);
    json.begin_object();
    json.key("schema").text(schema_id);
    json.key("store").text(store);
    json.key("sound").boolean(check.problems.empty());
    json.key("problems").begin_array();
    for (const auto& problem : check.problems) json.text(problem.id);
    json.end_array();
    json.key("imports").number(check.imports);
    json.key("series").number(check.series);
    json.key("quotes").number(check.quotes);
    write_steps(json, check);
    json.end_object();
    json.finish();
    return out;
}

namespace {

std::string origin_text(const rate_leg& leg, const std::vector<rate_import_record>& origins,
                        const format_options& options) {
    if (leg.kind == rate_kind::given) return say(options, "rate.given");
    if (origins.empty()) return say(options, "path.built-in");
    std::string text;
    for (const auto& origin : origins)
        text += (text.empty() ? "" : "; ") + say(options, "path.import",
                                                 {{"number", std::to_string(origin.number)},
                                                  {"file", origin.file},
                                                  {"time", format_time(origin.time)},
                                                  {"sha256", origin.sha256.substr(0, shown_digest)}});
    return text;
}

std::string leg_text(const rate_leg& leg, const std::vector<rate_import_record>& origins,
                     const format_options& options) {
    auto text = std::string(leg.inverted ? "÷ " : "× ") + to_text(leg.pair) + " " + leg.value_text;
    if (leg.observed) text += ", " + to_text(*leg.observed);
    if (leg.fixings != 0) text += ", " + format_mean(leg, options);
    if (leg.days) text += ", " + to_text(leg.days->first) + "…" + to_text(leg.days->last);
    text += "; " + leg.source;
    if (leg.kind != rate_kind::given) text += ", " + say(options, std::string("kind.").append(to_text(leg.kind)));
    return text + "; " + origin_text(leg, origins, options);
}

}  // namespace

std::string render_rate_path(const engine& data, const traced_rate& traced, const format_options& options) {
    const auto& found = traced.found;
    if (found.path == rate_path::identity) return format_rate_line(data, found, options) + "\n";
    label_list lines;
    lines.add(say(options, "label.date"), format_rate_date(found, options));
    lines.add(say(options, "path.rule"),
              std::to_string(found.precedence) + ": " + say(options, "path.rule-" + std::to_string(found.precedence)));
    for (std::size_t i = 0; i < found.legs.size(); ++i)
        lines.add(say(options, "path.leg", {{"number", std::to_string(i + 1)}}),
                  leg_text(found.legs[i], traced.origins[i], options));
    return hanging("", format_rate_value(data, found, options), options.columns) + lines.text(2, options.columns);
}

std::string render_rate_path_json(const traced_rate& traced) {
    std::string out;
    json_writer json(out, json_writer::layout::indented);
    json.begin_object();
    json.key("schema").text(schema_id);
    json.key("rate");
    write_rate(json, traced.found);
    json.key("rule").number(static_cast<std::uint64_t>(traced.found.precedence));
    json.key("origins").begin_array();
    for (const auto& imports : traced.origins) {
        json.begin_array();
        for (const auto& record : imports) write_import(json, record);
        json.end_array();
    }
    json.end_array();
    json.end_object();
    json.finish();
    return out;
}

}  // namespace outlay
