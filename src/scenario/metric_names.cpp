#include <outlay/scenario/metric_names.hpp>

#include <array>

namespace outlay {

namespace {

constexpr std::array<std::string_view, 18> names{
    "total",         "per_year",      "per_job",         "per_job_year",           "job_years",
    "per_gw",        "per_accelerator", "per_head",      "per_worker",             "share_of_gdp",
    "total_of_gdp",  "present_value", "equivalent_annual_cost", "peak_year",       "public_total",
    "private_total", "real_total",    "ppp_total"};

}  // namespace

std::span<const std::string_view> metric_names() { return names; }

}  // namespace outlay
