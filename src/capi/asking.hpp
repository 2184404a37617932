// asking: the options of the C interface, read and checked, and the engine that is asked.
// Promises: all wrong options are told in one pass, each under its name.
// Leaves out: what a question does with them.
#pragma once

#include "capi/border.hpp"

#include <outlay/engine.hpp>
#include <outlay/figures/figure.hpp>
#include <outlay/report/number_format.hpp>

#include <vector>

struct outlay_engine {
    outlay::engine data;
};

namespace outlay::capi {

struct asked {
    rate_policy rates;              ///< as_of where the options name a day
    bool is_plain_text = false;     ///< documents are taken as they are
    bool names_convention = false;  ///< the options say at which of the rates; else a scenario may
    format_options format;
    std::string language;
    std::vector<figure_kind> kinds;  ///< empty: all
    std::vector<std::string> metrics;

    [[nodiscard]] bool wants(figure_kind kind) const;
};

/// Of options that copy_known() has let pass. `rounding` is what holds unless the options say otherwise.
[[nodiscard]] asked read(const engine& data, const outlay_options& options, diagnostics& problems,
                         rounding_mode rounding = rounding_mode::half_up);

[[nodiscard]] result<currency_code> read_currency(const engine& data, outlay_text code, std::string_view name);

/// As of the day asked for, else of the document's own, else of the newest rates.
[[nodiscard]] rate_policy policy_for(const engine& data, const asked& how, std::string_view document);

/// The engine and the options of a call, checked; then the work, with what was asked and a place for problems. The work
/// gives a status; the problems decide it where it is OUTLAY_OK and they hold errors.
template <class Work>
[[nodiscard]] outlay_status answer(const outlay_engine* engine, const outlay_options* given, outlay_problems** out,
                                   Work&& work) noexcept {
    if (out != nullptr) *out = nullptr;
    return guarded([&]() -> outlay_status {
        outlay_options options;
        if (engine == nullptr || !read_options_struct(given, options)) return OUTLAY_BAD_CALL;
        for (const auto text :
             {options.as_of, options.rates, options.rate_policy, options.side, options.spread, options.language,
              options.locale, options.rounding, options.kinds, options.metrics, options.form})
            if (!is_sound(text)) return OUTLAY_BAD_CALL;
        diagnostics problems;
        const auto how = read(engine->data, options, problems);
        const auto status = has_errors(problems) ? OUTLAY_OK : work(engine->data, how, options, problems);
        const auto told = report(std::move(problems), out);
        return status != OUTLAY_OK ? status : told;
    });
}

}  // namespace outlay::capi
