#include <outlay/report/render_programmes.hpp>

#include <outlay/base/utf8.hpp>
#include <outlay/report/json.hpp>
#include <outlay/report/table.hpp>

#include "report/words.hpp"

#include <algorithm>

namespace outlay {

namespace {

constexpr std::size_t shortest_name = 12;

std::string words_of(const std::optional<stated_figure>& figure) { return figure ? figure->text : std::string{}; }

std::string period_of(const programme& what) {
    return what.period_words ? what.period_words->text : words_of(what.period);
}

std::string day_of(const programme& what) { return what.announced ? to_text(*what.announced) : std::string{}; }

std::string kind_of(const jobs_figure& jobs) {
    return jobs.kind == job_kind::unstated ? std::string{} : std::string(to_text(jobs.kind));
}

std::string jobs_of(const programme& what) {
    return what.jobs.empty() ? std::string{} : what.jobs.front().count.text;
}

std::string payer_of(const programme& what) {
    if (what.payer.kind == payer_kind::unstated) return {};
    std::string text(to_text(what.payer.kind));
    if (what.payer.public_share) text += " (" + exact_text(*what.payer.public_share) + ")";
    return text;
}

std::string names_of(const std::vector<stated_name>& names) {
    std::string out;
    for (const stated_name& each : names) (out += out.empty() ? "" : ", ") += each.name;
    return out;
}

void write_text(json_writer& json, std::string_view key, const std::string& text) {
    json.key(key).text_or_null(text.empty() ? std::nullopt : std::optional(text));
}

void write_span(json_writer& json, const std::optional<period_span>& span) {
    json.key("span");
    if (!span) return void(json.null());
    json.begin_object();
    write_text(json, "first", span->first ? to_text(*span->first) : "");
    write_text(json, "last", span->last ? to_text(*span->last) : "");
    json.key("last_year_assumed").boolean(span->last_year_assumed);
    write_text(json, "calendar", span->calendar);
    json.end_object();
}

void write_programme(json_writer& json, const library_programme& each) {
    const programme& what = each.stated;
    json.begin_object();
    json.key("id").text(what.id);
    json.key("name").text(what.name);
    write_text(json, "economy", what.economy);
    write_text(json, "outlay", words_of(what.outlay));
    write_text(json, "period", period_of(what));
    write_span(json, what.span);
    json.key("jobs").begin_array();
    for (const jobs_figure& jobs : what.jobs) {
        json.begin_object();
        json.key("count").text(jobs.count.text);
        json.key("kind").text(to_text(jobs.kind));
        write_text(json, "scope", jobs.scope);
        write_text(json, "source", jobs.source);
        json.end_object();
    }
    json.end_array();
    write_text(json, "power", words_of(what.power));
    write_text(json, "accelerators", words_of(what.accelerators));
    json.key("payer").text(to_text(what.payer.kind));
    write_text(json, "public_share", what.payer.public_share ? exact_text(*what.payer.public_share) : "");
    json.key("stage").text(to_text(what.stage));
    write_text(json, "date", day_of(what));
    write_text(json, "vintage_of", what.vintage_of);
    write_text(json, "part_of", names_of(what.part_of));
    write_text(json, "scope", what.scope);
    json.key("source").text(what.source);
    write_text(json, "quotation", what.quotation);
    write_text(json, "note", what.note);
    json.end_object();
}

/// A row a programme, of its name at most so many columns.
table list_of(const std::vector<library_programme>& all, std::size_t name_width, const format_options& options) {
    table rows({{say(options, "programmes.id")},
                {say(options, "programmes.name")},
                {say(options, "programmes.outlay")},
                {say(options, "programmes.jobs")}});
    for (const library_programme& each : all)
        rows.add_row({each.stated.id, clipped(each.stated.name, name_width), words_of(each.stated.outlay), jobs_of(each.stated)});
    return rows;
}

}  // namespace

std::string render_programme_list(const std::vector<library_programme>& all, const format_options& options) {
    std::string out;
    auto rows = list_of(all, std::string_view::npos, options);
    if (const auto width = rows.width(); width > options.columns) {
        std::size_t longest = 0;
        for (const auto& each : all) longest = std::max(longest, display_width(each.stated.name));
        const auto room = longest - std::min(longest, width - options.columns);
        auto shorter = list_of(all, std::max(room, shortest_name), options);
        if (shorter.width() <= options.columns || options.columns >= text_width) rows = std::move(shorter);
    }
    if (!rows.empty()) out = rows.text_within(options.columns) + "\n";
    return out + hanging("", say(options, "programmes.count", {{"count", std::to_string(all.size())}}), options.columns);
}

std::string render_programme_list_csv(const std::vector<library_programme>& all) {
    table rows({{"id"},   {"name"},   {"economy"}, {"outlay"}, {"period"},     {"first"},   {"last"},   {"jobs"},
                {"kind"}, {"power"},  {"payer"},   {"stage"},  {"date"},       {"vintage_of"}, {"part_of"}, {"scope"},
                {"source"}, {"note"}});
    for (const library_programme& each : all) {
        const programme& what = each.stated;
        const auto end = [&](const std::optional<date> period_span::*which) {
            return what.span && (*what.span).*which ? to_text(*((*what.span).*which)) : std::string{};
        };
        rows.add_row({what.id, what.name, what.economy, words_of(what.outlay), period_of(what), end(&period_span::first),
                      end(&period_span::last), jobs_of(what), what.jobs.empty() ? "" : kind_of(what.jobs.front()),
                      words_of(what.power), std::string(to_text(what.payer.kind)), std::string(to_text(what.stage)),
                      day_of(what), what.vintage_of, names_of(what.part_of), what.scope, what.source, what.note});
    }
    return rows.csv();
}

std::string render_programme_list_json(const std::vector<library_programme>& all) {
    std::string text;
    json_writer json(text, json_writer::layout::indented);
    json.begin_object();
    json.key("schema").text(schema_id);
    json.key("programmes").begin_array();
    for (const library_programme& each : all) write_programme(json, each);
    json.end_array();
    json.end_object();
    json.finish();
    return text;
}

std::string render_programme(const library_programme& what, const format_options& options) {
    const programme& stated = what.stated;
    label_list lines;
    const auto add = [&](std::string_view id, std::string text) {
        lines.add(say(options, std::string("programmes.").append(id)), std::move(text));
    };
    add("id", stated.id);
    add("economy", stated.economy);
    add("outlay", words_of(stated.outlay));
    add("period", period_of(stated));
    for (const jobs_figure& jobs : stated.jobs) {
        std::string text = jobs.count.text;
        if (const auto kind = kind_of(jobs); !kind.empty()) text += ", " + kind;
        if (!jobs.scope.empty()) text += ", " + jobs.scope;
        if (!jobs.source.empty()) text += " (" + jobs.source + ")";
        add("jobs", std::move(text));
    }
    add("power", words_of(stated.power));
    add("accelerators", words_of(stated.accelerators));
    add("payer", payer_of(stated));
    if (stated.stage != stage::unstated) add("stage", std::string(to_text(stated.stage)));
    add("date", day_of(stated));
    add("vintage", stated.vintage_of);
    add("part", names_of(stated.part_of));
    add("scope", stated.scope);
    add("quotation", stated.quotation.empty() ? "" : say(options, "quoted", {{"words", stated.quotation}}));
    add("source", stated.source);
    add("evidence", what.evidence);
    add("note", stated.note);
    add("file", std::string(what.file));
    return hanging("", stated.name, options.columns) + lines.text(2, options.columns) + "\n" +
           hanging("", say(options, "programmes.use", {{"id", stated.id}}), options.columns);
}

}  // namespace outlay
