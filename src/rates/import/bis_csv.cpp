// bis_csv: the flat CSV of the BIS data portal, dollar exchange rates: a line a value, each with the codes of its series.
// Columns are named "FREQ" or "FREQ:Frequency", cells "M" or "M: Monthly". Taken are daily values and the means of months,
// quarters and years; values of a period's last day, its highest and its lowest are left out, and counted, and so are
// those of a currency's further economies.
#include "rates/import/formats.hpp"

#include "rates/period_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace outlay::importing {

namespace {

constexpr std::string_view layout = "bis";
constexpr std::string_view mean_of_period = "A";
constexpr std::string_view no_value = "NaN";
constexpr int largest_scale = std::numeric_limits<std::int8_t>::max();

/// "M: Monthly" is M.
std::string_view code_of(std::string_view text) { return trimmed(text.substr(0, text.find(':'))); }

std::optional<std::size_t> find_column(const std::vector<line_cell>& columns, std::string_view name) {
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&](const line_cell& cell) { return code_of(cell.text) == name; });
    return found == columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - columns.begin()));
}

struct bis_columns {
    std::size_t frequency = 0;
    std::size_t area = 0;
    std::size_t currency = 0;
    std::size_t collection = 0;
    std::size_t period = 0;
    std::size_t value = 0;
    std::optional<std::size_t> multiplier;
};

constexpr std::array periods{rate_period::day, rate_period::month, rate_period::quarter, rate_period::year};

class bis_reader {
public:
    explicit bis_reader(csv_input& input) : input_(input), sink_(input.sink) {}

    void read() {
        const auto where = input_.lines.span(input_.columns.front());
        for (const auto period : periods) {
            const auto* publisher = publisher_of(sink_, layout, period, where);
            if (publisher == nullptr) return;
            publishers_.push_back(publisher);
        }
        read_areas(publishers_.front()->areas);
        if (!find_columns()) return;
        for_each_row(input_, [&](const std::vector<line_cell>& cells) { read_row(cells); });
    }

private:
    bool find_columns() {
        bool has_all = true;
        const auto required = [&](std::string_view name, std::size_t& index) {
            const auto found = find_column(input_.columns, name);
            if (!found) {
                sink_.report("csv-missing-column", {{"column", name}},
                             input_.lines.span(0, input_.lines.line().size()));
                has_all = false;
            }
            index = found.value_or(0);
        };
        required("FREQ", columns_.frequency);
        required("REF_AREA", columns_.area);
        required("CURRENCY", columns_.currency);
        required("COLLECTION", columns_.collection);
        required("TIME_PERIOD", columns_.period);
        required("OBS_VALUE", columns_.value);
        columns_.multiplier = find_column(input_.columns, "UNIT_MULT");
        return has_all;
    }

    void read_row(const std::vector<line_cell>& cells) {
        const auto text = [&](std::size_t index) {
            return index < cells.size() ? trimmed(cells[index].text) : std::string_view{};
        };
        const auto where = [&](std::size_t index) {
            return input_.lines.span(cells[std::min(index, cells.size() - 1)]);
        };
        const auto frequency = code_of(text(columns_.frequency));
        const auto period = period_of(frequency);
        if (!period)
            return sink_.report("bis-frequency-unknown", {{"frequency", frequency}}, where(columns_.frequency));
        if (code_of(text(columns_.collection)) != mean_of_period) return sink_.leave_out("bis-not-a-mean");
        const auto written = text(columns_.value);
        const currency_code code(code_of(text(columns_.currency)));
        const auto& publisher = *publishers_[static_cast<std::size_t>(*period)];
        if (written.empty() || written == no_value || code == publisher.base) return;  // a dollar is a dollar
        if (code.empty() || sink_.facts().currencies.find(code) == nullptr)
            return sink_.leave_out("bis-currency-unknown");
        if (!is_area_of(code, code_of(text(columns_.area)))) return sink_.leave_out("bis-other-area");
        const auto day = read_day(text(columns_.period), *period, where(columns_.period));
        const auto value =
            read_value(written, columns_.multiplier ? code_of(text(*columns_.multiplier)) : std::string_view{},
                       where(columns_.value));
        if (!day || !value) return;
        const auto series =
            sink_.series(source_of(publisher), {publisher.base, code}, rate_side::mid, where(columns_.currency));
        sink_.take(*series, *day, *value, where(columns_.value));
    }

    static std::optional<rate_period> period_of(std::string_view frequency) {
        if (frequency == "D") return rate_period::day;
        if (frequency == "M") return rate_period::month;
        if (frequency == "Q") return rate_period::quarter;
        if (frequency == "A") return rate_period::year;
        return std::nullopt;
    }

    /// "EUR=XM CHF=CH".
    void read_areas(std::string_view text) {
        while (!text.empty()) {
            const auto end = std::min(text.find(' '), text.size());
            const auto entry = text.substr(0, end);
            if (const auto equals = entry.find('='); equals != std::string_view::npos)
                areas_.emplace(currency_code(entry.substr(0, equals)), entry.substr(equals + 1));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }

    /// A currency that several economies use is listed for each of them, not always with one history: one of them counts,
    /// the one that is named for it or else the first.
    bool is_area_of(currency_code code, std::string_view area) {
        return areas_.emplace(code, area).first->second == area;
    }

    std::optional<date> read_day(std::string_view text, rate_period period, const text_span& where) {
        if (period == rate_period::day) return sink_.day(text, where);
        const auto read = read_written_period(text);
        if (read && read->period == period) return read->day;
        sink_.report("period-malformed", {{"text", text.substr(0, 40)}}, where);
        return std::nullopt;
    }

    /// UNIT_MULT 3 means thousands.
    std::optional<value_digits> read_value(std::string_view text, std::string_view multiplier, const text_span& where) {
        auto value = sink_.value(text, where);
        int power = 0;
        std::from_chars(multiplier.data(), multiplier.data() + multiplier.size(), power);
        if (!value || power == 0) return value;
        const int scale = value->scale - std::clamp(power, -largest_scale, largest_scale);
        if (scale < -largest_scale || scale > largest_scale) {
            sink_.report("number-out-of-range", {{"text", text.substr(0, 40)}}, where);
            return std::nullopt;
        }
        value->scale = static_cast<std::int8_t>(scale);
        return value;
    }

    csv_input& input_;
    quote_sink& sink_;
    bis_columns columns_;
    std::vector<const rate_publisher*> publishers_;  ///< by period
    std::map<currency_code, std::string> areas_;
};

}  // namespace

bool is_bis_csv(const std::vector<line_cell>& columns) {
    return find_column(columns, "TIME_PERIOD") && find_column(columns, "OBS_VALUE");
}

void read_bis_csv(csv_input& input) { bis_reader(input).read(); }

}  // namespace outlay::importing
