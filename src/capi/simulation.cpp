// Simulation of the C interface.
#include "capi/asked_scenario.hpp"

#include <outlay/analysis/uncertainty.hpp>
#include <outlay/report/render_simulation.hpp>

#include <algorithm>
#include <iterator>
#include <memory>

struct outlay_simulation {
    outlay::engine data;
    outlay::simulation_answer answer;
    std::string title;
    outlay::format_options format;
};

namespace {

using namespace outlay;
using outlay::capi::view;
using outlay::capi::write;

constexpr std::uint32_t most_threads = 256;
constexpr std::uint64_t most_samples = 10'000'000'000U;

std::optional<report_layout> layout_of(outlay_format format) {
    switch (format) {
        case OUTLAY_TABLE: return report_layout::table;
        case OUTLAY_AS_JSON: return report_layout::json;
        case OUTLAY_CSV: return report_layout::csv;
        case OUTLAY_MARKDOWN: return report_layout::markdown;
        default: return std::nullopt;
    }
}

std::vector<simulation_stage> stages_of(const uncertain_model& model, const outlay_simulation_options& how) {
    if (how.samples == 0) return {{0, distribute(model)}};
    simulation_options drawn;
    drawn.samples = how.samples;
    drawn.seed = how.seed;
    drawn.threads = std::clamp<std::uint32_t>(how.threads, 1, most_threads);
    return simulate(model, drawn);
}

uncertainty_options read_simulation(const engine& data, const outlay_simulation_options& how, diagnostics& problems) {
    uncertainty_options about;
    const auto at = [](std::string_view option) { return place{std::string(option), 0, 0, {}, 0, 1}; };
    if (how.samples > most_samples)
        problems.push_back(make_diagnostic(
            "option-number-malformed",
            {{"option", "samples"}, {"value", std::to_string(how.samples)}, {"most", std::to_string(most_samples)}},
            at("samples")));
    if (const auto text = view(how.horizon); !text.empty()) {
        auto years = read_horizon(data, text, at("horizon"));
        years ? void(about.horizon_years = std::move(years).value())
              : void(std::ranges::move(years.problems(), std::back_inserter(problems)));
    }
    return about;
}

std::optional<std::string> part_of(const spread_output& output, outlay_spread_part part) {
    switch (part) {
        case OUTLAY_SPREAD_INVESTMENT: return output.key.investment;
        case OUTLAY_SPREAD_METRIC: return output.key.metric;
        case OUTLAY_SPREAD_UNIT: return output.form.unit.empty() ? std::nullopt : std::optional(output.form.unit);
        case OUTLAY_SPREAD_QUALIFIER: return std::string(to_text(output.form.qualifier));
    }
    return std::nullopt;
}

}  // namespace

extern "C" {

outlay_status outlay_simulate(const outlay_engine* engine, outlay_text name, outlay_text scenario, outlay_text to,
                              const outlay_options* options, const outlay_simulation_options* simulation,
                              outlay_simulation** out, outlay_problems** problems) {
    if (problems != nullptr) *problems = nullptr;
    if (out == nullptr || !capi::is_sound(name) || !capi::is_sound(scenario) || !capi::is_sound(to))
        return OUTLAY_BAD_CALL;
    *out = nullptr;
    outlay_simulation_options how;
    if (!capi::read_options_struct(simulation, how) || !capi::is_sound(how.horizon)) return OUTLAY_BAD_CALL;
    return capi::answer(
        engine, options, problems, [&](const auto& data, const auto& asked, const auto&, diagnostics& told) {
            const auto about = read_simulation(data, how, told);
            const auto asking = capi::read_question(data, asked, name, scenario, to, told);
            if (!asking) return OUTLAY_OK;
            auto found = find_uncertainty(data, *asking, about);
            std::ranges::move(found.problems(), std::back_inserter(told));
            if (!found) return OUTLAY_OK;
            if (how.samples != 0) *found = drawable(std::move(*found));
            auto stages = stages_of(found->model, how);
            *out = new outlay_simulation{
                data, {std::move(found).value(), std::move(stages), how.seed}, asking->what.title, asked.format};
            return OUTLAY_OK;
        });
}

size_t outlay_simulation_count(const outlay_simulation* simulation) {
    return simulation == nullptr ? 0 : simulation->answer.about.outputs.size();
}

outlay_status outlay_simulation_at(const outlay_simulation* simulation, size_t index, outlay_spread* out) {
    return capi::guarded([&] {
        if (index >= outlay_simulation_count(simulation) || out == nullptr) return OUTLAY_BAD_CALL;
        const auto& spread = simulation->answer.stages.back().outputs[index];
        outlay_spread found{};
        found.is_ratio = simulation->answer.about.outputs[index].key.is_ratio ? 1 : 0;
        std::ranges::copy(spread.percentiles, found.percentiles);
        std::ranges::copy(spread.errors, found.errors);
        found.mean = spread.mean;
        found.deviation = spread.deviation;
        return capi::copy_out(out, &found, sizeof found) ? OUTLAY_OK : OUTLAY_BAD_CALL;
    });
}

outlay_status outlay_simulation_part(const outlay_simulation* simulation, size_t index, outlay_spread_part part,
                                     outlay_string* out) {
    return capi::guarded([&] {
        if (index >= outlay_simulation_count(simulation)) return OUTLAY_BAD_CALL;
        if (part < OUTLAY_SPREAD_INVESTMENT || part > OUTLAY_SPREAD_QUALIFIER) return OUTLAY_BAD_CALL;
        return write(part_of(simulation->answer.about.outputs[index], part), out);
    });
}

outlay_status outlay_simulation_text(const outlay_simulation* simulation, outlay_format format, outlay_string* out) {
    return capi::guarded([&] {
        const auto layout = layout_of(format);
        if (simulation == nullptr || !layout) return OUTLAY_BAD_CALL;
        return write(
            render_simulation(simulation->data, simulation->answer, simulation->title, *layout, simulation->format),
            out);
    });
}

void outlay_simulation_free(outlay_simulation* simulation) { delete simulation; }

}  // extern "C"

static_assert(OUTLAY_PERCENTILES == outlay::percentile_shares.size() && OUTLAY_MEDIAN == outlay::median_index);
