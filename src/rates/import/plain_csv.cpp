// plain_csv: date,base,quote,value and, in any order, side, source, kind, period, address, licence and note: what people keep in
// spreadsheets, and what `outlay rates export` writes. Lines "# source: …" above the columns speak for all rows.
#include "rates/import/formats.hpp"

#include <outlay/base/suggestion.hpp>
#include <outlay/base/utf8.hpp>

#include "rates/period_text.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

namespace outlay::importing {

namespace {

constexpr std::array<std::string_view, 4> required{"date", "base", "quote", "value"};
constexpr std::array<std::string_view, 7> optional{"side", "source", "kind", "period", "address", "licence", "note"};
constexpr std::array kinds{rate_kind::spot, rate_kind::period_mean, rate_kind::peg, rate_kind::irrevocable};
constexpr std::size_t longest_text = 1000;  // of a name, an address, a licence

std::optional<rate_kind> kind_of(std::string_view text) {
    const auto* found = std::find_if(kinds.begin(), kinds.end(), [&](rate_kind kind) { return to_text(kind) == text; });
    return found == kinds.end() ? std::nullopt : std::optional(*found);
}

class plain_reader {
public:
    explicit plain_reader(csv_input& input) : input_(input), sink_(input.sink) {}

    void read() {
        if (!find_columns() || !read_defaults()) return;
        for_each_row(input_, [&](const std::vector<line_cell>& cells) { read_row(cells); });
    }

private:
    bool find_columns() {
        const auto before = sink_.problems().size();
        for (std::size_t i = 0; i < input_.columns.size(); ++i) {
            const auto& cell = input_.columns[i];
            const auto name = lower_case(trimmed(cell.text));
            if (name.empty() && i + 1 == input_.columns.size()) continue;  // the comma at the end of the line
            if (!is_known(name)) report_unknown(name, input_.lines.span(cell));
            if (!columns_.emplace(name, i).second)
                sink_.report("csv-column-twice", {{"column", name}}, input_.lines.span(cell));
        }
        for (const auto name : required)
            if (columns_.find(name) == columns_.end())
                sink_.report("csv-missing-column", {{"column", name}},
                             input_.lines.span(0, input_.lines.line().size()));
        return sink_.problems().size() == before;
    }

    static bool is_known(std::string_view name) {
        return std::find(required.begin(), required.end(), name) != required.end() ||
               std::find(optional.begin(), optional.end(), name) != optional.end();
    }

    void report_unknown(std::string_view name, const text_span& where) {
        std::vector<std::string_view> names(required.begin(), required.end());
        names.insert(names.end(), optional.begin(), optional.end());
        auto problem = make_diagnostic("csv-unknown-column", {{"column", shorten(name, 40)}}, place_of(where));
        problem.near = near_misses(name, names);
        sink_.report(std::move(problem));
    }

    /// What holds for a row that does not say: the publisher or the name of --source, else the lines above the columns,
    /// else the name of the file.
    bool read_defaults() {
        const auto header = [&](std::string_view key) {
            const auto found = input_.header.find(key);
            return found == input_.header.end() ? std::string{} : found->second;
        };
        const auto& named = sink_.request().source;
        if (const auto* publisher = find_publisher(sink_.facts().publishers, named)) {
            default_ = source_of(*publisher);
            return true;
        }
        default_.name = !named.empty() ? named : header("source");
        if (default_.name.empty()) default_.name = std::filesystem::path(sink_.request().file).filename().string();
        default_.address = header("address");
        default_.licence = header("licence");
        for (auto* text : {&default_.name, &default_.address, &default_.licence})
            text->resize(std::min(text->size(), longest_text));
        const auto period = header("period");
        default_.period = read_rate_period(lower_case(period)).value_or(rate_period::day);
        if (!period.empty() && default_.period == rate_period::day && lower_case(period) != to_text(rate_period::day)) {
            sink_.report("rate-period-unknown", {{"period", shorten(period, 40)}}, input_.lines.span(0, 0));
            return false;
        }
        const auto kind = header("kind");
        if (kind.empty()) return true;
        const auto known = kind_of(kind);
        if (!known) sink_.report("rate-kind-unknown", {{"kind", kind}}, input_.lines.span(0, 0));
        default_.kind = known.value_or(rate_kind::spot);
        return known.has_value();
    }

    /// The cell of a column; nothing if it is empty or the column is not there.
    [[nodiscard]] const line_cell* cell(const std::vector<line_cell>& cells, std::string_view column) const {
        const auto found = columns_.find(column);
        if (found == columns_.end() || found->second >= cells.size()) return nullptr;
        const auto& one = cells[found->second];
        return trimmed(one.text).empty() ? nullptr : &one;
    }

    void read_row(const std::vector<line_cell>& cells) {
        const line_cell missing{{}, input_.lines.line().size(), input_.lines.line().size()};
        const auto required_cell = [&](std::string_view column) {
            const auto* one = cell(cells, column);
            return one != nullptr ? *one : missing;
        };
        const auto date_cell = required_cell("date");
        const auto base_cell = required_cell("base");
        const auto quote_cell = required_cell("quote");
        const auto value_cell = required_cell("value");
        auto day = read_day(date_cell);
        const auto base = sink_.code(trimmed(base_cell.text), input_.lines.span(base_cell));
        const auto quote = sink_.code(trimmed(quote_cell.text), input_.lines.span(quote_cell));
        const auto value = sink_.value(trimmed(value_cell.text), input_.lines.span(value_cell));
        const auto side = read_side(cells);
        auto source = read_source(cells);
        if (source && day && !settle_period(cells, *source, *day, input_.lines.span(date_cell))) return;
        if (!day || !base || !quote || !value || !side || !source) return;
        const currency_pair pair{*base, *quote};
        if (*base == *quote)
            return sink_.report("pair-of-itself", {{"text", to_text(pair)}}, input_.lines.span(quote_cell));
        sink_.take(*sink_.series(*source, pair, *side, input_.lines.span(base_cell)), day->day, *value,
                   input_.lines.span(value_cell));
    }

    /// A day, or the period of a mean: "2024", "2024-Q2", "2024-06".
    std::optional<written_period> read_day(const line_cell& cell) {
        const auto text = trimmed(cell.text);
        if (auto period = read_written_period(text)) return period;
        const auto day = sink_.day(text, input_.lines.span(cell));
        return day ? std::optional(written_period{*day}) : std::nullopt;
    }

    /// Of a mean one has to know how long a period it is of; all else is of a day. The mean is kept under the last one.
    bool settle_period(const std::vector<line_cell>& cells, store::staged_source& source, written_period& day,
                       const text_span& where) {
        if (const auto* one = cell(cells, "period")) {
            const auto stated = read_rate_period(lower_case(trimmed(one->text)));
            if (!stated) {
                sink_.report("rate-period-unknown", {{"period", shorten(one->text, 40)}}, input_.lines.span(*one));
                return false;
            }
            if (day.period == rate_period::day) day.period = *stated;
            if (day.period != *stated) {  // "2024-06" is no year
                sink_.report("period-malformed", {{"text", where.text.substr(where.begin, where.end - where.begin)}}, where);
                return false;
            }
        } else if (day.period == rate_period::day && source.kind == rate_kind::period_mean) {
            day.period = source.period;
        }
        if ((source.kind == rate_kind::period_mean) == (day.period == rate_period::day)) {
            sink_.report("rate-mean-period", {}, where);
            return false;
        }
        source.period = day.period;
        day.day = last_day_of(day.day, day.period);
        return true;
    }

    std::optional<rate_side> read_side(const std::vector<line_cell>& cells) {
        const auto* one = cell(cells, "side");
        if (one == nullptr) return rate_side::mid;
        const auto side = read_rate_side(lower_case(trimmed(one->text)));
        if (!side) sink_.report("rate-side-unknown", {{"side", shorten(one->text, 40)}}, input_.lines.span(*one));
        return side;
    }

    std::optional<store::staged_source> read_source(const std::vector<line_cell>& cells) {
        auto source = default_;
        if (const auto* one = cell(cells, "kind")) {
            const auto kind = kind_of(lower_case(trimmed(one->text)));
            if (!kind) {
                sink_.report("rate-kind-unknown", {{"kind", shorten(one->text, 40)}}, input_.lines.span(*one));
                return std::nullopt;
            }
            source.kind = *kind;
        }
        if (const auto* one = cell(cells, "source")) {
            if (trimmed(one->text) != default_.name) source.address = source.licence = {};
        }
        const bool is_read = read_text(cells, "source", source.name) && read_text(cells, "address", source.address) &&
                             read_text(cells, "licence", source.licence);
        return is_read ? std::optional(source) : std::nullopt;
    }

    /// Leaves the text as it is where the row says nothing.
    bool read_text(const std::vector<line_cell>& cells, std::string_view column, std::string& text) {
        const auto* one = cell(cells, column);
        if (one == nullptr) return true;
        text = trimmed(one->text).substr(0, longest_text);
        if (trimmed(one->text).size() <= longest_text) return true;
        sink_.report("cell-too-long", {{"limit", std::to_string(longest_text)}}, input_.lines.span(*one));
        return false;
    }

    csv_input& input_;
    quote_sink& sink_;
    std::map<std::string, std::size_t, std::less<>> columns_;
    store::staged_source default_;
};

}  // namespace

bool is_plain_csv(const std::vector<line_cell>& columns) {
    const auto there = std::count_if(required.begin(), required.end(), [&](std::string_view name) {
        return std::any_of(columns.begin(), columns.end(),
                           [&](const line_cell& cell) { return lower_case(trimmed(cell.text)) == name; });
    });
    return static_cast<std::size_t>(there) + 1 >= required.size();  // one may be misspelt, which is then told
}

void read_plain_csv(csv_input& input) { plain_reader(input).read(); }

}  // namespace outlay::importing
