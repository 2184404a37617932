// rate_file: rows of the files of config/rates/.
#include <outlay/rates/rate_table.hpp>

#include "rates/period_text.hpp"
#include "rates/rate_value.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <tuple>

namespace outlay {

namespace {

constexpr std::array kinds{rate_kind::spot, rate_kind::period_mean, rate_kind::peg, rate_kind::irrevocable};
constexpr std::size_t most_sources = 255;

/// "European Central Bank, https://…" is a name and an address.
struct name_and_address {
    std::string_view name;
    std::string_view address;
};

name_and_address split_source(std::string_view text) {
    constexpr std::string_view blanks = " ,;";
    const auto begin = std::min(text.find("http"), text.size());
    const auto address = text.substr(begin, text.find_first_of(blanks, begin) - begin);
    const auto name_end = text.find_last_not_of(blanks, begin == 0 ? 0 : begin - 1);
    return {begin == 0 || name_end == std::string_view::npos ? std::string_view{} : text.substr(0, name_end + 1),
            address};
}

std::string_view header_value(const csv_table& table, std::string_view key) {
    const auto found = table.header.find(key);
    return found == table.header.end() ? std::string_view{} : std::string_view(found->second);
}

class rate_file_reader {
public:
    rate_file_reader(const source& text, const csv_table& table, const currency_table& currencies)
        : text_(text), table_(table), currencies_(currencies), has_period_(table.has("period")) {}

    result<rate_file> read() {
        read_origin();
        if (has_period_ == table_.has("date")) {
            const auto& columns = table_.columns;
            problems_.push_back(
                make_diagnostic("rate-day-column", {}, text_.at(columns.front().begin, columns.back().end)));
        } else {
            check_kind();
            for (std::size_t row = 0; row < table_.rows.size(); ++row) read_row(row);
        }
        if (!problems_.empty()) return std::move(problems_);
        std::sort(file_.quotes.begin(), file_.quotes.end(), [](const quote& a, const quote& b) {
            return std::tie(a.pair, a.source, a.day) < std::tie(b.pair, b.source, b.day);
        });
        return std::move(file_);
    }

private:
    [[nodiscard]] place at(const csv_cell& cell) const { return text_.at(cell.begin, cell.end); }

    void report(std::string_view id, const csv_cell& cell, message_arguments arguments) {
        problems_.push_back(make_diagnostic(id, arguments, at(cell)));
    }

    template <class T>
    std::optional<T> keep(result<T> read) {
        for (auto& problem : read.problems()) problems_.push_back(std::move(problem));
        return read ? std::optional(*read) : std::nullopt;
    }

    void read_origin() {
        const auto [name, address] = split_source(header_value(table_, "source"));
        const auto written = header_value(table_, "name");
        rate_source origin;
        origin.name = !written.empty() ? written : !name.empty() ? name : std::string_view(text_.name());
        origin.address = address;
        origin.licence = header_value(table_, "licence");
        origin.date = header_value(table_, "date");
        origin.file = text_.name();
        origin.kind = read_kind();
        file_.sources.push_back(origin);
    }

    rate_kind read_kind() {
        const auto text = header_value(table_, "kind");
        if (text.empty()) return has_period_ ? rate_kind::period_mean : rate_kind::spot;
        const auto* found =
            std::find_if(kinds.begin(), kinds.end(), [&](rate_kind kind) { return to_text(kind) == text; });
        if (found != kinds.end()) return *found;
        problems_.push_back(make_diagnostic("rate-kind-unknown", {{"kind", text}}, text_.whole()));
        return rate_kind::spot;
    }

    /// A mean has periods, and all else has days.
    void check_kind() {
        const bool is_mean = file_.sources.front().kind == rate_kind::period_mean;
        if (is_mean == has_period_) return;
        problems_.push_back(make_diagnostic("rate-mean-period", {}, text_.whole()));
    }

    std::optional<written_period> read_day(std::size_t row) {
        const auto& cell = table_.cell(row, has_period_ ? "period" : "date");
        std::optional<written_period> read;
        if (has_period_)
            read = read_written_period(cell.text);
        else if (const auto day = parse_date(cell.text))
            read = written_period{*day};
        if (!read) report(has_period_ ? "period-malformed" : "date-malformed", cell, {{"text", cell.text}});
        return read;
    }

    /// The last day of a peg; no end where the cell is empty. Nothing if it is no day, or one before the first.
    std::optional<std::int32_t> read_end(std::size_t row, const std::optional<written_period>& first) {
        const auto& cell = table_.cell(row, "until");
        if (cell.text.empty()) return quote{}.until;
        const auto last = parse_date(cell.text);
        if (!last) report("date-malformed", cell, {{"text", cell.text}});
        if (last && first && *last < first->day) report("rates-days-reversed", cell, {{"from", to_text(first->day)}, {"to", to_text(*last)}});
        return last ? std::optional(static_cast<std::int32_t>(last->time_since_epoch().count())) : std::nullopt;
    }

    std::optional<decimal> read_value(std::size_t row) {
        const auto& cell = table_.cell(row, "value");
        auto value = decimal::parse(cell.text);
        if (!value) {
            for (auto problem : value.problems()) {
                problem.where = at(cell);
                problems_.push_back(std::move(problem));
            }
            return std::nullopt;
        }
        if (auto problem = check_rate_value(to_ratio(*value), cell.text, at(cell))) {
            problems_.push_back(std::move(*problem));
            return std::nullopt;
        }
        constexpr int most_places = std::numeric_limits<std::int8_t>::max();
        if (value->coefficient() <= std::numeric_limits<std::int64_t>::max() && value->scale() <= most_places)
            return *value;
        report("number-out-of-range", cell, {{"text", cell.text}});
        return std::nullopt;
    }

    /// Index of the source that a row names, or of the file's own; one for each length of period.
    std::uint8_t source_index(std::size_t row, rate_period period) {
        const auto& cell = table_.cell(row, "source");
        auto& main = file_.sources.front();
        if (file_.quotes.empty()) main.period = period;
        const auto name = cell.text.empty() ? main.name : std::string_view(cell.text);
        if (cell.text.empty() && period == main.period) return 0;
        const auto own = std::find_if(file_.sources.begin() + 1, file_.sources.end(), [&](const rate_source& known) {
            return known.name == name && known.period == period;
        });
        const auto index = static_cast<std::size_t>(own - file_.sources.begin());
        if (index == most_sources) {
            report("rate-sources-too-many", cell, {});
            return 0;
        }
        if (index == file_.sources.size()) {
            auto added = file_.sources.front();
            if (!cell.text.empty()) added.address = {};
            added.name = name;
            added.period = period;
            file_.sources.push_back(added);
        }
        return static_cast<std::uint8_t>(index);
    }

    void read_row(std::size_t row) {
        const auto& base = table_.cell(row, "base");
        const auto& unit = table_.cell(row, "quote");
        const auto day = read_day(row);
        const auto until = read_end(row, day);
        const auto base_code = keep(currencies_.read_code(base.text, at(base)));
        const auto quote_code = keep(currencies_.read_code(unit.text, at(unit)));
        const auto value = read_value(row);
        const auto source = source_index(row, day ? day->period : rate_period::day);
        if (!day || !until || !base_code || !quote_code || !value) return;
        const currency_pair pair{*base_code, *quote_code};
        if (pair.base == pair.quote) return report("pair-of-itself", unit, {{"text", to_text(pair)}});
        const auto days = static_cast<std::int32_t>(day->day.time_since_epoch().count());
        const auto [first, is_new] = first_rows_.emplace(std::tuple(pair, days, day->period), row);
        if (!is_new) return report_duplicate(row, first->second, pair, day->day);
        file_.quotes.push_back({pair, days, static_cast<std::int64_t>(value->coefficient()),
                                static_cast<std::int8_t>(value->scale()), source, *until});
    }

    void report_duplicate(std::size_t row, std::size_t first, const currency_pair& pair, date day) {
        const auto line = text_.line_of(table_.rows[first].front().begin);
        report("rate-duplicate", table_.cell(row, "value"),
               {{"pair", to_text(pair)}, {"date", to_text(day)}, {"line", std::to_string(line)}});
    }

    const source& text_;
    const csv_table& table_;
    const currency_table& currencies_;
    bool has_period_;
    rate_file file_;
    diagnostics problems_;
    std::map<std::tuple<currency_pair, std::int32_t, rate_period>, std::size_t> first_rows_;
};

}  // namespace

result<rate_file> read_rate_file(const source& text, const csv_table& table, const currency_table& currencies) {
    return rate_file_reader(text, table, currencies).read();
}

}  // namespace outlay
