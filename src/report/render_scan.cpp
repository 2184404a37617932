#include <outlay/report/render_scan.hpp>

#include <outlay/base/utf8.hpp>
#include <outlay/report/render_conversion.hpp>
#include <outlay/report/render_rate.hpp>
#include <outlay/report/table.hpp>

#include "report/words.hpp"

#include <algorithm>
#include <map>

namespace outlay {

namespace {

constexpr int most_word_digits = 6;  // a longer number stands in full, not in words
constexpr std::size_t shortest_words = 12;

std::string line_and_column(const source& document, const figure& mention) {
    return std::to_string(document.line_in_file(mention.begin)) + ":" + std::to_string(document.column_in_file(mention.begin));
}

std::string number_text(const engine& data, const decimal& value, const format_options& options) {
    const auto digits = value.significant_digits();
    if (digits <= most_word_digits) return format_number_in_words(data, to_ratio(value), digits, options);
    return format_grouped(data, to_ratio(value), std::max(value.normalized().scale(), 0), options);
}

bool is_first_of_year(date day) {
    const std::chrono::year_month_day d(day);
    return d.month() == std::chrono::January && d.day() == std::chrono::day{1};
}

bool is_last_of_year(date day) { return is_first_of_year(day + std::chrono::days{1}); }

bool is_whole_month(const date_span& days) {
    const std::chrono::year_month_day first(days.first);
    const std::chrono::year_month_day_last last(first.year() / first.month() / std::chrono::last);
    return first.day() == std::chrono::day{1} && date(last) == days.last;
}

std::string date_text(const figure& mention, const format_options& options) {
    if (!mention.days) return say(options, "date.open");
    const auto first = to_text(mention.days->first);
    const auto last = to_text(mention.days->last);
    if (first == last) return first;
    if (is_first_of_year(mention.days->first) && is_last_of_year(mention.days->last) &&
        first.substr(0, 4) == last.substr(0, 4))
        return first.substr(0, 4);
    if (is_first_of_year(mention.days->first) && is_last_of_year(mention.days->last))
        return first.substr(0, 4) + " … " + last.substr(0, 4);
    if (is_whole_month(*mention.days)) return first.substr(0, 7);
    return first + " … " + last;
}

std::string value_text(const engine& data, const figure& mention, const format_options& options) {
    if (mention.kind == figure_kind::date) return date_text(mention, options);
    const auto& amount = mention.amount;
    if (!amount.central && amount.low && amount.high && *amount.low != *amount.high) {
        const auto digits = std::max(amount.low->significant_digits(), amount.high->significant_digits());
        return format_range_in_words(data, to_ratio(*amount.low), to_ratio(*amount.high), digits, options);
    }
    const auto& shown = amount.central ? amount.central : (amount.high ? amount.high : amount.low);
    if (!shown) return {};
    return std::string(qualifier_sign(mention.qualifier)) + number_text(data, *shown, options);
}

std::string unit_text(const figure& mention) {
    if (mention.kind == figure_kind::money) return unit_in(mention.currency, mention);
    return mention.unit;
}

std::string converted_text(const engine& data, const scanned_figure& found, const format_options& options) {
    const auto& to = *found.converted;
    const auto unit = unit_in(to.used.to, found.mention);
    const auto equals = qualifier_sign(found.mention.qualifier).empty() ? "= " : "";
    return equals + format_interval(data, to.amount, found.mention.qualifier, unit, 3, options).both();
}

/// What the rows of a scan have in common.
class scan_layout {
public:
    scan_layout(const engine& data, const std::vector<scanned_document>& documents, const format_options& options)
        : data_(data), documents_(documents), options_(options) {
        for (const auto& document : documents)
            for (const auto& found : document.figures) ++kinds_[found.mention.kind];
        only_money_ = kinds_.empty() || (kinds_.size() == 1 && kinds_.begin()->first == figure_kind::money);
    }

    [[nodiscard]] std::string text() const {
        if (kinds_.empty()) return say(options_, "scan.nothing") + "\n";
        const bool wide = rows_table(documents_, true, options_.columns).width() > options_.columns;
        std::string out = wide ? by_document() : rows_of(documents_, true);
        return out + "\n" + summary();
    }

private:
    [[nodiscard]] table rows_table(const std::vector<scanned_document>& documents, bool with_name,
                                   std::size_t words_width) const {
        std::vector<table_column> columns{{say(options_, "scan.place")}, {say(options_, "scan.words")}};
        if (!only_money_) columns.push_back({say(options_, "scan.kind")});
        columns.push_back({say(options_, "scan.value")});
        columns.push_back({say(options_, only_money_ ? "scan.currency" : "scan.unit")});
        columns.push_back({say(options_, "scan.qualifier")});
        table rows(std::move(columns));
        for (const auto& document : documents)
            for (const auto& found : document.figures)
                rows.add_row(cells(*document.text, found, with_name, words_width));
        return rows;
    }

    [[nodiscard]] std::vector<std::string> cells(const source& document, const scanned_figure& found, bool with_name,
                                                 std::size_t words_width) const {
        const auto& mention = found.mention;
        std::vector<std::string> row;
        const auto place = line_and_column(document, mention);
        row.push_back(with_name ? document.name() + ":" + place : place);
        row.push_back(clipped(one_line(document.slice(mention.begin, mention.end)), words_width));
        if (!only_money_) row.push_back(say(options_, std::string("figure.").append(to_text(mention.kind))));
        row.push_back(value_text(data_, mention, options_));
        row.push_back(unit_text(mention));
        row.push_back(say(options_, std::string("qualifier.").append(to_text(mention.qualifier))));
        return row;
    }

    [[nodiscard]] static std::string one_line(std::string_view words) {
        std::string text;
        for (const char c : words) text += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        return text;
    }

    /// The table's lines, each conversion under its figure.
    [[nodiscard]] std::string rows_of(const std::vector<scanned_document>& documents, bool with_name) const {
        auto rows = rows_table(documents, with_name, options_.columns);
        if (const auto width = rows.width(); width > options_.columns) {
            const auto over = width - options_.columns;
            rows = rows_table(
                documents, with_name,
                std::max(longest_words(documents) - std::min(over, longest_words(documents)), shortest_words));
        }
        if (options_.columns < text_width && rows.width() > options_.columns) return listed(documents);
        const auto text = rows.text();
        std::string out;
        std::size_t at = text.find('\n') + 1;
        out.append(text, 0, at);
        for (const auto& document : documents) {
            for (const auto& found : document.figures) {
                const auto next = text.find('\n', at) + 1;
                out.append(text, at, next - at);
                at = next;
                if (const auto more = second_line(found); !more.empty()) out += below(more, rows.column_start(1));
                if (const auto more = linked_text(*document.text, found); !more.empty()) {
                    const std::string indent(std::min(rows.column_start(1), options_.columns / 4), ' ');
                    out += hanging(indent, more, options_.columns);
                }
            }
        }
        return out;
    }

    [[nodiscard]] std::string missing_text(const scanned_figure& found) const {
        std::string reasons;
        for (const auto& id : found.missing)
            reasons += (reasons.empty() ? "" : ", ") +
                       say(options_, "footnote.missing", {{"text", say_reason(options_, id)}, {"id", id}});
        return say(options_, "unknown") + ": " + reasons;
    }

    /// On a page that is too narrow for the table: a figure's words behind its place, and what they mean under them.
    [[nodiscard]] std::string listed(const std::vector<scanned_document>& documents) const {
        std::string out;
        for (const auto& document : documents)
            for (const auto& found : document.figures) {
                const auto row = cells(*document.text, found, false, options_.columns);
                out += hanging(row[0] + "  ", row[1], options_.columns);
                auto meaning = row[row.size() - 3] + " " + row[row.size() - 2] + ", " + row.back();
                if (!only_money_) meaning = row[2] + ": " + meaning;
                out += hanging("  ", meaning, options_.columns);
                if (const auto more = second_line(found); !more.empty()) out += hanging("  ", more, options_.columns);
                if (const auto more = linked_text(*document.text, found); !more.empty()) out += hanging("  ", more, options_.columns);
            }
        return out;
    }

    /// What a figure was converted to, or why it was not.
    [[nodiscard]] std::string second_line(const scanned_figure& found) const {
        if (!found.missing.empty()) return missing_text(found);
        const bool is_other = found.converted && found.converted->used.path != rate_path::identity;
        return is_other ? converted_text(data_, found, options_) : std::string{};
    }

    /// What belongs to a sum, in its own words.
    [[nodiscard]] std::string linked_text(const source& document, const scanned_figure& found) const {
        std::string words;
        for (const auto& link : found.linked)
            words += (words.empty() ? "" : "; ") + one_line(document.slice(link.other.begin, link.other.end));
        return words.empty() ? words : say(options_, "scan.linked", {{"figures", words}});
    }

    /// A line under the words of a figure, further left where it is too long.
    [[nodiscard]] std::string below(const std::string& text, std::size_t column) const {
        const auto room = options_.columns - std::min(options_.columns, display_width(text));
        return std::string(std::min(column, room), ' ') + text + "\n";
    }

    [[nodiscard]] static std::size_t longest_words(const std::vector<scanned_document>& documents) {
        std::size_t longest = 0;
        for (const auto& document : documents)
            for (const auto& found : document.figures)
                longest =
                    std::max(longest, display_width(document.text->slice(found.mention.begin, found.mention.end)));
        return longest;
    }

    [[nodiscard]] std::string by_document() const {
        std::string out;
        for (const auto& document : documents_) {
            if (document.figures.empty()) continue;
            if (!out.empty()) out += '\n';
            out += document.text->name() + "\n" + rows_of({document}, false);
        }
        return out;
    }

    [[nodiscard]] std::string summary() const {
        std::string counts;
        for (const auto& [kind, count] : kinds_)
            counts += (counts.empty() ? "" : ", ") + say(options_, std::string("figure.").append(to_text(kind))) + " " +
                      std::to_string(count);
        std::string out = say(options_, "scan.counts", {{"counts", counts}}) + "\n";
        std::vector<std::string> notes;
        const auto add = [&](std::string note) {
            if (!note.empty() && std::ranges::find(notes, note) == notes.end()) notes.push_back(std::move(note));
        };
        for (const auto& document : documents_)
            for (const auto& found : document.figures)
                if (found.converted && found.converted->used.path != rate_path::identity)
                    add(format_rate_line(data_, found.converted->used, options_));
        for (const auto& note : notes) out += hanging("", note, options_.columns);
        return out + readings();
    }

    /// How ambiguous currencies were read, each with the first words that were read so.
    [[nodiscard]] std::string readings() const {
        std::vector<std::string> seen;
        std::string out;
        for (const auto& document : documents_)
            for (const auto& found : document.figures) {
                auto reading = format_candidates(found.mention, options_, false);
                if (reading.empty() || std::ranges::find(seen, reading) != seen.end()) continue;
                const auto words = one_line(document.text->slice(found.mention.begin, found.mention.end));
                out += hanging("", say(options_, "scan.read-as", {{"words", words}, {"reading", reading}}), options_.columns);
                seen.push_back(std::move(reading));
            }
        return out;
    }

    const engine& data_;
    const std::vector<scanned_document>& documents_;
    const format_options& options_;
    std::map<figure_kind, std::size_t> kinds_;
    bool only_money_ = true;
};

}  // namespace

std::string render_scan(const engine& data, const std::vector<scanned_document>& documents,
                        const format_options& options) {
    return scan_layout(data, documents, options).text();
}

}  // namespace outlay
