#include "cli/compare_analysis.hpp"

#include <outlay/analysis/difference.hpp>
#include <outlay/analysis/sensitivity.hpp>
#include <outlay/analysis/sweep.hpp>
#include <outlay/analysis/uncertainty.hpp>
#include <outlay/report/render_difference.hpp>
#include <outlay/report/render_sensitivity.hpp>
#include <outlay/report/render_simulation.hpp>
#include <outlay/report/render_sweep.hpp>
#include <outlay/scenario/scenario_file.hpp>

namespace outlay::cli {

namespace {

constexpr std::string_view usual_swing = "10%";

int analyse_sweep(session& s, const command_line& line, const analysis_request& request, const question& asked,
                  report_layout layout) {
    diagnostics problems;
    std::vector<sweep_axis> axes;
    for (const auto& words : request.vary) {
        auto axis = read_axis(s.data, asked.what, words, line.place_of(words));
        axis ? axes.push_back(std::move(axis).value()) : append(problems, axis.problems());
    }
    if (!problems.empty()) return fail(problems);
    const auto swept = sweep::run(s.data, asked, std::move(axes));
    if (!swept) return fail(swept.problems());
    return s.answer(render_sweep(s.data, *swept, asked.what.title, layout, s.format));
}

int analyse_sensitivity(session& s, const command_line& line, const analysis_request& request, const question& asked,
                        report_layout layout) {
    const std::string words = request.swing.empty() ? std::string(usual_swing) : request.swing;
    const auto share = read_swing_share(words, line.place_of(words));
    if (!share) return fail(share.problems());
    const auto found = find_sensitivity(s.data, asked, *share);
    if (!found) return fail(found.problems());
    const auto& what = asked.what;
    const auto& baseline = what.baseline.empty() ? what.investments.front().name : what.baseline;
    return s.answer(render_sensitivity(s.data, *found, what.title, baseline, *share, layout, s.format));
}

constexpr std::uint64_t most_samples = 10'000'000'000U;
constexpr int most_threads = 256;
constexpr std::string_view automatic = "auto";
constexpr std::string_view computed = "compute";
constexpr std::string_view sampled = "sample";

/// "1000000", "1e6", "1,000,000".
std::optional<std::uint64_t> whole_number(std::string text, std::uint64_t most) {
    std::erase(text, ',');
    const auto read = decimal::parse(text);
    if (!read) return std::nullopt;
    const ratio value = to_ratio(*read);
    if (value < 0 || value > most || boost::multiprecision::denominator(value) != 1) return std::nullopt;
    return static_cast<std::uint64_t>(boost::multiprecision::numerator(value));
}

diagnostic malformed_number(const command_line& line, std::string_view option, const std::string& text,
                            std::uint64_t most) {
    return make_diagnostic("option-number-malformed",
                           {{"option", option}, {"value", text}, {"most", std::to_string(most)}}, line.place_of(text));
}

struct simulation_settings {
    simulation_options how;
    uncertainty_options about;
};

simulation_settings read_settings(const session& s, const command_line& line, const analysis_request& request,
                                  diagnostics& problems) {
    simulation_settings out;
    const auto samples = whole_number(request.samples, most_samples);
    if (!samples || *samples == 0)
        problems.push_back(malformed_number(line, "--simulate", request.samples, most_samples));
    else
        out.how.samples = *samples;
    constexpr auto most_seed = std::numeric_limits<std::uint64_t>::max();
    const auto seed = request.seed.empty() ? 0 : whole_number(request.seed, most_seed);
    seed ? void(out.how.seed = *seed) : problems.push_back(malformed_number(line, "--seed", request.seed, most_seed));
    out.how.threads = static_cast<unsigned>(request.threads);
    out.about.history_days = request.history_days();
    if (request.horizon.empty()) return out;
    const auto years = read_horizon(s.data, request.horizon, line.place_of(request.horizon));
    years ? void(out.about.horizon_years = *years) : append(problems, years.problems());
    return out;
}

int analyse_simulation(session& s, const command_line& line, const analysis_request& request, const question& asked,
                       report_layout layout) {
    diagnostics problems;
    const auto settings = read_settings(s, line, request, problems);
    if (!problems.empty()) return fail(problems);
    auto about = find_uncertainty(s.data, asked, settings.about);
    if (!about) return fail(about.problems());
    if (request.method == sampled) *about = drawable(std::move(*about));
    simulation_answer answer{std::move(*about), {}, settings.how.seed};
    // All that can be asked about is a product: computed unless samples are wanted.
    if (request.method == sampled)
        answer.stages = simulate(answer.about.model, settings.how);
    else
        answer.stages.push_back({0, distribute(answer.about.model)});
    return s.answer(render_simulation(s.data, answer, asked.what.title, layout, s.format));
}

}  // namespace

namespace {

int analyse_difference(session& s, const command_line& line, const analysis_request& request, const question& asked,
                       const std::string& file, report_layout layout) {
    diagnostics problems;
    question other = asked;
    std::string name = file;
    if (!request.against.empty()) {
        name = request.against;
        const auto text = source::read(name);
        if (!text) return fail(text.problems());
        auto what = read_scenario(s.data, *text);
        what ? void(other.what = std::move(what).value()) : append(problems, what.problems());
    }
    if (request.against_day) {
        other.how.as_of = request.against_day;
        name += " " + to_text(*request.against_day);
    }
    for (const auto& words : request.against_rates) name += " " + words;
    for (given_rate& each : read_rates(s, line, request.against_rates, policy_as_of(s.data, asked.how.as_of), {}, {},
                                       problems)) {
        const scenario_input input{input_kind::rate, {}, each.pair, to_text(each.pair)};
        set_input(other, input, {each.value, {}, false});
    }
    if (!problems.empty()) return fail(problems);
    const auto found = find_difference(s.data, asked, other);
    if (!found) return fail(found.problems());
    return s.answer(render_difference(s.data, *found, file, name, layout, s.format));
}

}  // namespace

int analysis_request::history_days() const { return samples.empty() ? 0 : uncertainty_options{}.history_days; }

void declare(option_set& options, analysis_request& request) {
    options.texts("--vary", "axis", request.vary);
    options.flag("--sensitivity", request.sensitivity);
    options.text("--swing", "percent", request.swing);
    options.text("--simulate", "number", request.samples);
    options.text("--seed", "number", request.seed);
    options.choice("--method", request.method, {automatic, computed, sampled});
    options.text("--horizon", "duration", request.horizon);
    options.count("--threads", "number", request.threads, most_threads);
    options.text("--against", "other", request.against);
    options.texts("--against-rate", "rate", request.against_rates);
    options.day("--against-as-of", request.against_day);
}

diagnostics check(const command_line& line, const analysis_request& request) {
    diagnostics problems;
    const int asked = int{!request.vary.empty()} + int{request.sensitivity} + int{!request.samples.empty()} +
                      int{request.is_against()};
    if (asked > 1) problems.push_back(make_diagnostic("analyses-several"));
    if (!request.swing.empty() && !request.sensitivity)
        problems.push_back(make_diagnostic("swing-without-sensitivity", {}, line.place_of(request.swing)));
    if (request.samples.empty() && !(request.seed.empty() && request.method.empty() && request.horizon.empty()))
        problems.push_back(make_diagnostic("seed-without-simulation"));
    return problems;
}

int analyse(session& s, const command_line& line, const analysis_request& request, const question& asked,
            const std::string& file, report_layout layout) {
    if (request.is_against()) return analyse_difference(s, line, request, asked, file, layout);
    if (!request.vary.empty()) return analyse_sweep(s, line, request, asked, layout);
    if (request.sensitivity) return analyse_sensitivity(s, line, request, asked, layout);
    return analyse_simulation(s, line, request, asked, layout);
}

}  // namespace outlay::cli
