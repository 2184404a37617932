// One amount of the C interface: read, converted, with its rate.
#include "capi/asking.hpp"
#include "capi/int128.hpp"

#include <outlay/figures/read.hpp>
#include <outlay/report/render_conversion.hpp>
#include <outlay/report/render_rate.hpp>
#include <outlay/report/render_scan.hpp>

#include <algorithm>
#include <iterator>

struct outlay_conversion {
    outlay::engine data;  ///< what the texts of the answer point into
    outlay::conversion answer;
    outlay::format_options format;
};

namespace {

using namespace outlay;
using outlay::capi::view;
using outlay::capi::write;

constexpr std::int32_t most_digits = decimal::max_digits;

template <class T>
outlay_status keep(const result<T>& failed, diagnostics& problems) {
    auto found = failed.problems();
    std::ranges::move(found, std::back_inserter(problems));
    return OUTLAY_OK;  // what the problems mean decides
}

void keep_warnings(const diagnostics& remarks, diagnostics& problems) {
    for (const auto& remark : remarks)
        if (remark.level == severity::warning) problems.push_back(remark);
}

/// Nothing after problems were added.
std::optional<rate> find_rate(const engine& data, const capi::asked& how, outlay_text from, outlay_text to,
                              diagnostics& problems) {
    const auto given = capi::read_currency(data, from, "from");
    const auto target = capi::read_currency(data, to, "to");
    keep(given, problems);
    keep(target, problems);
    if (has_errors(problems)) return std::nullopt;
    auto used = resolve_rate(data.rates(), data.currencies(), how.rates, *given, *target);
    keep(used, problems);
    if (!used) return std::nullopt;
    keep_warnings(used->remarks, problems);
    return std::move(used).value();
}

int scale_of(const outlay_conversion& c) { return c.data.currencies().minor_units(c.answer.to.used.to); }

std::optional<ratio> number_of(const outlay_conversion& c, outlay_conversion_part part) {
    const auto& amount = c.answer.to.amount;
    const auto point = point_of(amount);
    if (part == OUTLAY_LOW) return amount.low;
    if (part == OUTLAY_HIGH) return amount.high;
    if (part == OUTLAY_VALUE && point) return to_ratio(round(*point, scale_of(c), c.format.rounding));
    return part == OUTLAY_EXACT ? point : std::nullopt;
}

std::optional<std::string> part_of(const outlay_conversion& c, outlay_conversion_part part) {
    const auto number = number_of(c, part);
    switch (part) {
        case OUTLAY_VALUE:
            return number ? std::optional(round(*number, scale_of(c), c.format.rounding).text()) : std::nullopt;
        case OUTLAY_EXACT: return number ? std::optional(fraction_text(*number)) : std::nullopt;
        case OUTLAY_LOW:
        case OUTLAY_HIGH: return number ? std::optional(exact_text(*number)) : std::nullopt;
        case OUTLAY_CURRENCY: return std::string(c.answer.to.used.to.text());
        case OUTLAY_QUALIFIER: return std::string(to_text(c.answer.from.qualifier));
        case OUTLAY_REPORT: return render_conversion(c.data, c.answer, c.format);
        case OUTLAY_JSON: return render_conversion_json(c.data, c.answer, c.format);
    }
    return std::nullopt;
}

/// Null where the text is money of the currency itself.
std::string rate_json(const rate& used) {
    std::string out;
    json_writer json(out);
    json.begin_object();
    json.key("factor").text(fraction_text(used.factor));
    json.key("rate");
    write_rate(json, used);
    json.end_object();
    return out;
}

}  // namespace

extern "C" {

outlay_status outlay_convert(const outlay_engine* engine, outlay_text amount, outlay_text to,
                             const outlay_options* options, outlay_conversion** out, outlay_problems** problems) {
    if (out == nullptr || !capi::is_sound(amount) || !capi::is_sound(to)) return OUTLAY_BAD_CALL;
    *out = nullptr;
    return capi::answer(
        engine, options, problems, [&](const auto& data, const auto& how, const auto&, diagnostics& told) {
            const auto target = capi::read_currency(data, to, "to");
            auto read = read_one(data, view(amount), figure_kind::money, {how.language, std::nullopt});
            if (!read) keep(read, told);
            if (!target) keep(target, told);
            if (has_errors(told)) return OUTLAY_OK;
            auto converted = normalize(data, *read, *target, how.rates);
            if (!converted) return keep(converted, told);
            keep_warnings(converted->used.remarks, told);
            *out = new outlay_conversion{
                data, {std::string(view(amount)), std::move(read).value(), std::move(converted).value()}, how.format};
            return OUTLAY_OK;
        });
}

outlay_status outlay_conversion_text(const outlay_conversion* conversion, outlay_conversion_part part,
                                     outlay_string* out) {
    return capi::guarded([&] {
        if (conversion == nullptr || part < OUTLAY_VALUE || part > OUTLAY_JSON) return OUTLAY_BAD_CALL;
        return write(part_of(*conversion, part), out);
    });
}

outlay_status outlay_conversion_decimal(const outlay_conversion* conversion, outlay_conversion_part part,
                                        outlay_decimal* out) {
    return capi::guarded([&] {
        if (conversion == nullptr || out == nullptr || part < OUTLAY_VALUE || part > OUTLAY_HIGH)
            return OUTLAY_BAD_CALL;
        const auto number = number_of(*conversion, part);
        if (!number) return OUTLAY_ABSENT;
        const auto ends = part == OUTLAY_VALUE
                              ? std::optional(round(*number, scale_of(*conversion), rounding_mode::half_up))
                              : exact_decimal(*number);
        const auto fits = ends ? capi::to_c(*ends) : std::nullopt;
        if (!fits) return OUTLAY_OUT_OF_RANGE;
        *out = *fits;
        return OUTLAY_OK;
    });
}

void outlay_conversion_free(outlay_conversion* conversion) { delete conversion; }

outlay_status outlay_read_json(const outlay_engine* engine, outlay_text text, outlay_text kind,
                               const outlay_options* options, outlay_string* out, outlay_problems** problems) {
    if (out == nullptr || !capi::is_sound(text) || !capi::is_sound(kind)) return OUTLAY_BAD_CALL;
    return capi::answer(
        engine, options, problems, [&](const auto& data, const auto& how, const auto&, diagnostics& told) {
            const auto wanted = view(kind).empty() ? figure_kind::money : parse_figure_kind(view(kind));
            if (!wanted) {
                told.push_back(make_diagnostic("option-value-unknown", {{"option", "kind"}, {"value", view(kind)}}));
                return OUTLAY_OK;
            }
            const auto read = read_one(data, view(text), *wanted, {how.language, std::nullopt});
            if (!read) return keep(read, told);
            std::string line;
            append_scan_json(line, source({}, std::string(view(text))), {*read, std::nullopt});
            return write(line, out);
        });
}

outlay_status outlay_convert_decimal(const outlay_engine* engine, const outlay_decimal* amount, outlay_text from,
                                     outlay_text to, const outlay_options* options, outlay_decimal* out,
                                     outlay_problems** problems) {
    if (amount == nullptr || out == nullptr || !capi::is_sound(from) || !capi::is_sound(to)) return OUTLAY_BAD_CALL;
    if (amount->scale > most_digits || amount->scale < -most_digits) return OUTLAY_BAD_CALL;
    return capi::answer(
        engine, options, problems, [&](const auto& data, const auto& how, const auto&, diagnostics& told) {
            const auto used = find_rate(data, how, from, to, told);
            if (!used) return OUTLAY_OK;
            const ratio exact = to_ratio(decimal(capi::to_integer(amount->coefficient), amount->scale)) * used->factor;
            const auto fits = capi::to_c(round(exact, data.currencies().minor_units(used->to), how.format.rounding));
            if (!fits) return OUTLAY_OUT_OF_RANGE;
            *out = *fits;
            return OUTLAY_OK;
        });
}

outlay_status outlay_rate_json(const outlay_engine* engine, outlay_text from, outlay_text to,
                               const outlay_options* options, outlay_string* out, outlay_problems** problems) {
    if (out == nullptr || !capi::is_sound(from) || !capi::is_sound(to)) return OUTLAY_BAD_CALL;
    return capi::answer(engine, options, problems,
                        [&](const auto& data, const auto& how, const auto&, diagnostics& told) {
                            const auto used = find_rate(data, how, from, to, told);
                            if (!used) return OUTLAY_OK;
                            return write(rate_json(*used), out);
                        });
}

}  // extern "C"
