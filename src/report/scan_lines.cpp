// scan_lines: figures for machines, a line each, JSON Lines and tab-separated.
#include <outlay/report/json.hpp>
#include <outlay/report/render_conversion.hpp>
#include <outlay/report/render_rate.hpp>
#include <outlay/report/render_scan.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

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
    if (cell.find_first_of("\t\n\r\\") == std::string_view::npos) {
        out += cell;
        return;
    }
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

/// The cells of a line behind its document's name.
class tsv_cells {
public:
    void text(std::string_view cell) {
        std::copy(cell.begin(), cell.end(), end_);
        end_ += cell.size();
    }
    void tab() { *end_++ = '\t'; }
    void number(std::uint64_t value) { end_ = std::to_chars(end_, end_ + most_digits, value).ptr; }
    /// coefficient × 10^exponent in plain digits, without zeros that say nothing.
    std::string_view amount(std::int64_t coefficient, int exponent) {
        while (exponent < 0 && coefficient % 10 == 0) coefficient /= 10, ++exponent;
        if (coefficient == 0) exponent = 0;
        char* const begin = end_;
        if (coefficient < 0) *end_++ = '-', coefficient = -coefficient;
        char* const digits = end_;
        number(static_cast<std::uint64_t>(coefficient));
        if (exponent >= 0) {
            end_ = std::fill_n(end_, exponent, '0');
        } else {
            const std::ptrdiff_t places = -exponent, missing = std::max<std::ptrdiff_t>(0, places + 1 - (end_ - digits));
            std::move_backward(digits, end_, end_ + missing);
            std::fill_n(digits, missing, '0');
            end_ += missing;
            std::move_backward(end_ - places, end_, end_ + 1);
            *(end_++ - places) = '.';
        }
        return {begin, static_cast<std::size_t>(end_ - begin)};
    }
    [[nodiscard]] std::string_view all() const { return {cells_.data(), static_cast<std::size_t>(end_ - cells_.data())}; }

    /// Amounts with more zeros, or more places, do not fit.
    static constexpr int most_zeros = 100;

private:
    static constexpr std::ptrdiff_t most_digits = 20;
    std::array<char, 4 * (most_digits + most_zeros)> cells_;  // not cleared: a line is written for each sum
    char* end_ = cells_.data();
};

figure figure_of(const plain_sum& sum) {
    figure made;
    made.kind = figure_kind::money;
    made.begin = sum.begin;
    made.end = sum.end;
    made.currency = sum.currency;
    made.qualifier = sum.qualifier;
    made.amount = bounds_of(sum.qualifier, decimal(integer(sum.coefficient), -sum.exponent));
    return made;
}

}  // namespace

void append_scan_tsv(std::string& out, const source& document, const plain_sum& sum) {
    if (std::abs(sum.exponent) > tsv_cells::most_zeros) return append_scan_tsv(out, document, figure_of(sum));
    append_tsv_text(out, document.name());
    tsv_cells cells;
    cells.tab();
    cells.number(document.begin_in_file(sum.begin));
    cells.tab();
    cells.number(document.end_in_file(sum.end));
    cells.tab();
    cells.text(to_text(figure_kind::money));
    cells.tab();
    cells.text(sum.currency.text());
    cells.tab();
    const bool no_low = sum.qualifier == qualifier::at_most || sum.qualifier == qualifier::below || sum.qualifier == qualifier::nearly;
    const bool no_high = sum.qualifier == qualifier::at_least || sum.qualifier == qualifier::above || sum.qualifier == qualifier::just_over;
    if (no_low) cells.tab();
    const std::string_view amount = cells.amount(sum.coefficient, sum.exponent);
    if (!no_low) {
        cells.tab();
        if (!no_high) cells.text(amount);
    }
    cells.tab();
    cells.text(to_text(sum.qualifier));
    out.append(cells.all()).append("\n");
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
