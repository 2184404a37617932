#include "sql/conversions.hpp"

#include <outlay/columns/convert.hpp>

namespace outlay::sql {

namespace {

constexpr std::size_t day_length = 10;

/// What may stand behind a day and is left aside.
bool is_time(std::string_view text) { return text.front() == ' ' || text.front() == 'T'; }

std::string decimal_text(std::int64_t coefficient, int scale) { return decimal(integer(coefficient), scale).text(); }

}  // namespace

known_rate conversions::resolve(std::string_view from, std::string_view to, std::optional<std::string_view> day) const {
    known_rate found;
    const auto source_currency = data_.currencies().read_code(from);
    const auto target = data_.currencies().read_code(to);
    if (!source_currency) return found.problem = source_currency.problems().front(), found;
    if (!target) return found.problem = target.problems().front(), found;
    auto policy = data_.default_policy();
    if (day) {
        policy.as_of = parse_date(*day);
        policy.origin = as_of_origin::stated_by_user;
        if (!policy.as_of) return found.problem = make_diagnostic("date-malformed", {{"text", *day}}), found;
    }
    const auto used = resolve_rate(data_.rates(), data_.currencies(), policy, *source_currency, *target);
    if (!used) return found.problem = used.problems().front(), found;
    found.factor = used->factor;
    found.target_scale = data_.currencies().minor_units(*target);
    return found;
}

known_rate& conversions::rate(std::string_view from, std::string_view to, std::optional<std::string_view> day) {
    if (day && day->size() > day_length && is_time(day->substr(day_length))) day = day->substr(0, day_length);
    std::string key;
    key.reserve(from.size() + to.size() + day_length + 3);
    key.append(from).append(1, '\0').append(to).append(1, '\0').append(day.value_or("-"));
    if (last_ != nullptr && key == key_) return *last_;
    auto known = known_.find(key);
    if (known == known_.end()) known = known_.emplace(key, resolve(from, to, day)).first;
    key_ = std::move(key);
    last_ = &known->second;
    return *last_;
}

std::string converted(const decimal& amount, known_rate& by) {
    return round(to_ratio(amount) * by.factor, by.target_scale, rounding_mode::half_even).text();
}

std::string converted(std::int64_t amount, int scale, known_rate& by) {
    auto& prepared = by.by_scale[scale];
    if (prepared.empty()) prepared = multiplier::between(by.factor, scale, by.target_scale);
    std::int64_t value = 0;
    auto status = row_status::no_rate;
    if (convert({&amount, 1}, prepared, {}, {{&value, 1}, {&status, 1}}) == 0)
        return decimal_text(value, by.target_scale);
    return converted(decimal(integer(amount), scale), by);
}

std::optional<small_amount> read_small(std::string_view text) {
    constexpr std::size_t most_digits = 18;
    small_amount read;
    std::size_t digits = 0;
    bool point = false;
    std::size_t at = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
    for (; at < text.size(); ++at) {
        if (text[at] == '.' && !point) {
            point = true;
        } else if (text[at] >= '0' && text[at] <= '9' && ++digits <= most_digits) {
            read.coefficient = read.coefficient * 10 + (text[at] - '0');
            read.scale += point ? 1 : 0;
        } else {
            return std::nullopt;
        }
    }
    if (digits == 0 || text.back() == '.') return std::nullopt;
    if (text[0] == '-') read.coefficient = -read.coefficient;
    return read;
}

void exact_sum::add(const decimal& amount, const known_rate& by) {
    ++rows_;
    parts_[{&by, amount.scale()}] += amount.coefficient();
    target_scale_ = by.target_scale;
}

void exact_sum::add(small_amount amount, const known_rate& by) {
    ++rows_;
    parts_[{&by, amount.scale}] += amount.coefficient;
    target_scale_ = by.target_scale;
}

void exact_sum::take_back(const decimal& amount, const known_rate& by) {
    --rows_;
    parts_[{&by, amount.scale()}] -= amount.coefficient();
}

std::string exact_sum::text() const {
    ratio sum = 0;
    for (const auto& [part, coefficient] : parts_)
        sum += to_ratio(decimal(coefficient, part.second)) * part.first->factor;
    return round(sum, target_scale_, rounding_mode::half_even).text();
}

}  // namespace outlay::sql
