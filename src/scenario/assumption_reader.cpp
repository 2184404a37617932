#include "scenario/assumption_reader.hpp"

#include "scenario/key_lists.hpp"

#include <array>
#include <charconv>

namespace outlay {

namespace {

constexpr std::array<std::string_view, 2> shapes{"even", "s-curve"};
constexpr std::array<std::string_view, 3> timings{"end", "mid", "start"};
constexpr std::array<std::string_view, 2> bases{"nominal", "ppp"};
constexpr std::array<std::string_view, 2> measures{"consumer-prices", "gdp-deflator"};
constexpr std::array<std::string_view, 1> period_starts{"announcement"};
constexpr std::array<std::string_view, 1> roundings{"last-digit"};
constexpr std::string_view latest = "latest";
constexpr int first_year = 1900;
constexpr int last_year = 2200;

}  // namespace

assumptions assumption_reader::read(const toml_node& table) {
    assumptions out;
    if (table.kind != toml_kind::table) return nodes_.refuse_type(table, "assumptions"), out;
    nodes_.refuse_unknown_keys(table, table.key, keys::assumptions, table_form::inside);
    for (const toml_node& node : table.children) {
        if (node.key == "phasing") out.phasing = read_phasing(node);
        if (node.key == "realisation") out.realisation = figures_.read_shares(node);
        if (node.key == "rounding" && nodes_.read_choice(node, roundings, "rounding-unknown")) out.rounded_outlay = true;
        if (node.key == "discount") read_discount(node, out);
        if (node.key == "job_duration") out.job_duration = figures_.read_duration(node);
        if (node.key == "asset_life") out.asset_life = figures_.read_duration(node);
        if (node.key == "prices") read_prices(node, out);
        if (node.key == "jobs_kind")
            if (const auto found = nodes_.read_choice(node, job_kind_names(), "unknown-job-kind"))
                out.jobs_kind = static_cast<job_kind>(*found);
        if (node.key == "period_from" && nodes_.read_choice(node, period_starts, "period-from-unknown"))
            out.from_announcement = true;
        if (node.key == "population_year") out.population_year = read_account_year(node);
        if (node.key == "employment_year") out.employment_year = read_account_year(node);
        if (node.key == "gdp_year") out.gdp_year = read_account_year(node);
        if (node.key == "ppp_year") out.ppp_year = read_account_year(node);
    }
    return out;
}

std::optional<phasing> assumption_reader::read_phasing(const toml_node& node) {
    if (node.kind != toml_kind::list) {
        const auto found = nodes_.read_choice(node, shapes, "phasing-unknown");
        if (!found) return std::nullopt;
        return phasing{*found == 0 ? phasing::shape::even : phasing::shape::s_curve, {}};
    }
    phasing out{phasing::shape::weights, {}};
    ratio sum = 0;
    for (const toml_node& item : node.children) {
        const auto weight = figures_.read_share(item);
        if (!weight) return std::nullopt;
        sum += weight->value;
        out.weights.push_back(weight->value);
    }
    if (sum == 1) return out;
    nodes_.report("weights-not-one", {{"sum", exact_text(sum)}}, nodes_.at(node));
    return std::nullopt;
}

void assumption_reader::read_discount(const toml_node& node, assumptions& out) {
    if (node.kind != toml_kind::table) {
        out.discount_rate = figures_.read_shares(node);
        return;
    }
    nodes_.refuse_unknown_keys(node, node.key, keys::discount, table_form::inside);
    nodes_.require_key(node, node.key, "rate", table_form::inside);
    if (const toml_node* rate = node.find("rate")) out.discount_rate = figures_.read_shares(*rate);
    if (const toml_node* timing = node.find("timing"))
        if (const auto found = nodes_.read_choice(*timing, timings, "timing-unknown"))
            out.timing = static_cast<flow_timing>(*found);
}

void assumption_reader::read_prices(const toml_node& node, assumptions& out) {
    if (node.kind != toml_kind::table) {
        if (const auto found = nodes_.read_choice(node, bases, "prices-unknown"))
            out.prices = *found == 0 ? price_basis::nominal : price_basis::purchasing_power;
        return;
    }
    nodes_.refuse_unknown_keys(node, node.key, keys::prices, table_form::inside);
    for (const std::string_view key : keys::prices) nodes_.require_key(node, node.key, key, table_form::inside);
    const toml_node* year = node.find("base_year");
    const toml_node* measure = node.find("measure");
    if (year) out.base_year = read_year(*year);
    if (measure)
        if (const auto found = nodes_.read_choice(*measure, measures, "price-measure-unknown"))
            out.price_measure_used = *found == 0 ? price_measure::consumer_prices : price_measure::gdp_deflator;
    if (out.base_year && out.price_measure_used) out.prices = price_basis::real;
}

std::optional<int> assumption_reader::read_year(const toml_node& node) {
    const auto text = nodes_.read_exact(node);
    if (!text) return std::nullopt;
    int year = 0;
    const auto [end, failure] = std::from_chars(text->data(), text->data() + text->size(), year);
    const bool is_year = failure == std::errc{} && end == text->data() + text->size();
    if (is_year && year >= first_year && year <= last_year) return year;
    nodes_.report("year-unknown", {{"text", node_reader::shown(*text)}}, nodes_.at_words(node));
    return std::nullopt;
}

std::optional<account_year> assumption_reader::read_account_year(const toml_node& node) {
    if (node.kind == toml_kind::text && node.text == latest) return account_year{};
    if (const auto year = read_year(node)) return account_year{*year};
    return std::nullopt;
}

}  // namespace outlay
