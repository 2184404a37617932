// scan_lines: figures for machines, a line each, JSON Lines and tab-separated.
#include <outlay/report/json.hpp>
#include <outlay/report/render_conversion.hpp>
#include <outlay/report/render_rate.hpp>
#include <outlay/report/render_scan.hpp>

#include <array>
#include <charconv>

namespace outlay {

namespace {

void write_normalized(json_writer& json, const scanned_figure& found) {
    json.key("normalized");
    if (!found.missing.empty()) {
        json.begin_object();
        json.key("missing").texts(found.missing);
        json.end_object();
        return;
    }
    if (!found.converted) {
        json.null();
        return;
    }
    const auto& to = *found.converted;
    const auto bound = [&](std::string_view name, const std::optional<ratio>& value) {
        json.key(name).text_or_null(value ? std::optional(exact_text(*value)) : std::nullopt);
    };
    json.begin_object();
    bound("low", to.amount.low);
    bound("high", to.amount.high);
    bound("central", to.amount.central);
    json.key("currency").text(to.used.to.text());
    json.key("rate");
    write_rate(json, to.used);
    json.end_object();
}

void write_words(json_writer& json, const source& document, std::size_t begin, std::size_t end) {
    json.key("begin").number(document.begin_in_file(begin));
    json.key("end").number(document.end_in_file(end));
    json.key("text").text(document.slice(begin, end));
}

/// What an amount is per is said by words outside its own.
void write_per(json_writer& json, const source& document, const figure& mention) {
    json.key("per");
    if (mention.per == per_unit::none) {
        json.null();
        return;
    }
    json.text(to_text(mention.per));
    json.key("per_words").begin_object();
    write_words(json, document, mention.per_begin, mention.per_end);
    json.end_object();
}

void write_links(json_writer& json, const source& document, const std::vector<linked_figure>& linked) {
    if (linked.empty()) return;
    json.key("links").begin_array();
    for (const auto& link : linked) {
        json.begin_object();
        json.key("kind").text(to_text(link.other.kind));
        write_words(json, document, link.other.begin, link.other.end);
        write_stated_bounds(json, link.other);
        json.key("qualifier").text(to_text(link.other.qualifier));
        if (!link.other.unit.empty()) json.key("unit").text(link.other.unit);
        json.key("evidence").begin_object();
        write_words(json, document, link.begin, link.end);
        json.end_object();
        json.end_object();
    }
    json.end_array();
}

void append_tsv_text(std::string& out, std::string_view cell) {
    for (const char c : cell) {
        switch (c) {
            case '\t': out += "\\t"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '\\': out += "\\\\"; break;
            default: out += c;
        }
    }
}

}  // namespace

void append_scan_json(std::string& out, const source& document, const scanned_figure& found) {
    const auto& mention = found.mention;
    json_writer json(out);
    json.begin_object();
    json.key("document").text(document.name());
    json.key("begin").number(document.begin_in_file(mention.begin));
    json.key("end").number(document.end_in_file(mention.end));
    json.key("line").number(document.line_in_file(mention.begin));
    json.key("column").number(document.column_in_file(mention.begin));
    json.key("text").text(document.slice(mention.begin, mention.end));
    json.key("kind").text(to_text(mention.kind));
    write_stated_bounds(json, mention);
    json.key("qualifier").text(to_text(mention.qualifier));
    json.key("currency");
    mention.currency.empty() ? json.null() : json.text(mention.currency.text());
    std::vector<std::string> candidates;
    for (const auto code : mention.candidates) candidates.emplace_back(code.text());
    json.key("candidates").texts(candidates);
    if (!mention.reason.empty()) json.key("reason").text(mention.reason);
    write_per(json, document, mention);
    if (!mention.unit.empty()) json.key("unit").text(mention.unit);
    write_links(json, document, found.linked);
    json.key("language").text(mention.language);
    write_normalized(json, found);
    json.key("schema").text(schema_id);
    json.end_object();
    json.finish();
}

namespace {

void append_number(std::string& out, std::uint64_t value) {
    std::array<char, 20> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out.append(digits.data(), end);
}

/// coefficient × 10^exponent in plain digits, without zeros that say nothing.
void append_amount(std::string& out, std::int64_t coefficient, int exponent) {
    while (exponent < 0 && coefficient % 10 == 0) coefficient /= 10, ++exponent;
    if (coefficient == 0) exponent = 0;
    if (coefficient < 0) out += '-', coefficient = -coefficient;
    const std::size_t begin = out.size();
    append_number(out, static_cast<std::uint64_t>(coefficient));
    if (exponent >= 0) {
        out.append(static_cast<std::size_t>(exponent), '0');
        return;
    }
    const auto places = static_cast<std::size_t>(-exponent);
    const std::size_t written = out.size() - begin;
    if (written <= places) out.insert(begin, places + 1 - written, '0');
    out.insert(out.size() - places, 1, '.');
}

}  // namespace

void append_scan_tsv(std::string& out, const source& document, const plain_sum& sum) {
    append_tsv_text(out, document.name());
    out += '\t';
    append_number(out, document.begin_in_file(sum.begin));
    out += '\t';
    append_number(out, document.end_in_file(sum.end));
    out += '\t';
    out.append(to_text(figure_kind::money)).append("\t").append(sum.currency.text()).append("\t");
    const std::size_t amount = out.size();
    append_amount(out, sum.coefficient, sum.exponent);
    const std::size_t length = out.size() - amount;
    switch (sum.qualifier) {
        case qualifier::at_most:
        case qualifier::below:
        case qualifier::nearly: out.insert(amount, 1, '\t'); break;
        case qualifier::at_least:
        case qualifier::above:
        case qualifier::just_over: out += '\t'; break;
        default:
            out += '\t';
            out.append(out, amount, length);
    }
    out += '\t';
    out.append(to_text(sum.qualifier)).append("\n");
}

void append_scan_tsv(std::string& out, const source& document, const figure& mention) {
    const bool is_date = mention.kind == figure_kind::date;
    const auto bound = [](const std::optional<decimal>& value) {
        return value ? value->normalized().text() : std::string{};
    };
    append_tsv_text(out, document.name());
    out += '\t' + std::to_string(document.begin_in_file(mention.begin)) + '\t' + std::to_string(document.end_in_file(mention.end)) + '\t';
    out.append(to_text(mention.kind)).append("\t").append(mention.currency.text()).append("\t");
    out += is_date ? (mention.days ? to_text(mention.days->first) : std::string{}) : bound(mention.amount.low);
    out += '\t';
    out += is_date ? (mention.days ? to_text(mention.days->last) : std::string{}) : bound(mention.amount.high);
    out.append("\t").append(to_text(mention.qualifier)).append("\n");
}

}  // namespace outlay
