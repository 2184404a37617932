#include <outlay/report/render_audit.hpp>
#include <outlay/report/render_rate.hpp>

#include <algorithm>

namespace outlay {

namespace {

void write_interval(json_writer& json, const interval<ratio>& value) {
    json.begin_object();
    json.key("exact");
    value.central ? json.text(fraction_text(*value.central)) : json.null();
    write_bounds(json, value);
    json.end_object();
}

void write_figure(json_writer& json, const source& document, const figure& mention) {
    json.begin_object();
    json.key("begin").number(document.begin_in_file(mention.begin));
    json.key("end").number(document.end_in_file(mention.end));
    json.key("text").text(document.slice(mention.begin, mention.end));
    json.key("document").text(document.name());
    json.end_object();
}

void write_market(json_writer& json, const std::optional<market_band>& market) {
    json.key("market");
    if (!market) {
        json.null();
        return;
    }
    json.begin_object();
    json.key("low").text(exact_text(market->low));
    json.key("high").text(exact_text(market->high));
    json.key("date").text(to_text(market->as_of));
    json.key("source").text(market->source);
    json.key("fixings").number(static_cast<std::uint64_t>(market->fixings));
    json.key("first").text(to_text(market->first));
    json.key("last").text(to_text(market->last));
    json.end_object();
}

std::string_view severity_id(severity level) {
    switch (level) {
        case severity::note: return "note";
        case severity::warning: return "warning";
        case severity::error: break;
    }
    return "error";
}

void write_finding(json_writer& json, const std::vector<source>& documents, const finding& found) {
    json.begin_object();
    json.key("id").text(found.id);
    json.key("severity").text(severity_id(found.level));
    json.key("document");
    found.figures.empty() ? json.null() : json.text(documents[found.figures[0].document].name());
    json.key("figures").begin_array();
    for (const auto& f : found.figures) write_figure(json, documents[f.document], f.mention);
    json.end_array();
    json.key("pair").text(to_text(found.pair));
    json.key("implied").begin_array();
    for (const auto& implied : found.implied) write_interval(json, implied);
    json.end_array();
    if (std::ranges::any_of(found.ends, [](compared_end end) { return end != compared_end::none; })) {
        json.key("ends").begin_array();
        for (const compared_end end : found.ends) end == compared_end::none ? json.null() : json.text(to_text(end));
        json.end_array();
    }
    json.key("widened").begin_array();
    for (const auto& widened : found.widened) write_interval(json, widened);
    json.end_array();
    write_market(json, found.market);
    json.key("gap").text_or_null(found.gap ? std::optional(exact_text(*found.gap)) : std::nullopt);
    json.key("suspect");
    found.suspect ? json.number(*found.suspect) : json.null();
    if (found.should_be) {
        json.key("should_be").begin_object();
        write_bounds(json, *found.should_be);
        json.key("currency").text(found.suspect ? found.figures[*found.suspect].mention.currency.text() : "");
        json.end_object();
    }
    if (found.power_of_ten) json.key("power_of_ten").text(std::to_string(*found.power_of_ten));
    if (found.other_currency) json.key("other_currency").text(found.other_currency->text());
    json.end_object();
}

void write_equivalence(json_writer& json, const source& document, const std::vector<figure>& figures,
                       const equivalence& sum) {
    json.begin_object();
    json.key("document").text(document.name());
    json.key("figures").begin_array();
    write_figure(json, document, figures[sum.first]);
    write_figure(json, document, figures[sum.second]);
    json.end_array();
    if (sum.end != compared_end::none) json.key("end").text(to_text(sum.end));
    json.key("pair").text(to_text(sum.pair));
    json.key("exact").text(fraction_text(sum.implied));
    json.key("value").text(plain_digits(sum.implied));
    write_bounds(json, sum.rounded);
    json.end_object();
}

}  // namespace

std::string render_audit_json(const std::vector<source>& documents, const audit_report& report) {
    std::string out;
    json_writer json(out, json_writer::layout::indented);
    json.begin_object();
    json.key("schema").text(schema_id);
    json.key("as_of").text_or_null(report.as_of ? std::optional(to_text(*report.as_of)) : std::nullopt);
    json.key("as_of_origin");
    report.as_of ? json.text(to_text(report.origin)) : json.null();
    json.key("stated_twice").begin_array();
    for (std::size_t i = 0; i < report.equivalences.size(); ++i)
        for (const auto& sum : report.equivalences[i]) write_equivalence(json, documents[i], report.figures[i], sum);
    json.end_array();
    json.key("findings").begin_array();
    for (const auto& found : report.findings) write_finding(json, documents, found);
    json.end_array();
    json.end_object();
    json.finish();
    return out;
}

}  // namespace outlay
