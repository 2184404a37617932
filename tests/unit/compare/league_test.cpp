// All programmes in one table: a number only where what it needs is stated, every blank with its reason.
#include "catch.hpp"
#include "unit/compare/compared.hpp"

#include <outlay/base/message.hpp>
#include <outlay/scenario/programme_library.hpp>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>

using namespace outlay;

namespace {

comparison league(const engine& data, const std::string& head) {
    const auto what = read_scenario(data, source("league.toml", head));
    INFO((what ? std::string{} : render(what.problems().front())));
    REQUIRE(what);
    return compare(data, *what).value();
}

/// A per-job value needs an outlay, jobs and a rate; a per-year value a period.
void check_blanks(const compared_case& c, const scenario& what) {
    for (std::size_t i = 0; i < what.investments.size(); ++i) {
        const programme& stated = what.investments[i];
        const auto& computed = c.investments[i];
        INFO(stated.name);
        const metric& per_job = named(computed.metrics, "per_job");
        const metric& per_year = named(computed.metrics, "per_year");
        const bool has_total = stated.outlay && computed.used_rate;
        CHECK(per_job.known() == (has_total && !stated.jobs.empty()));
        CHECK(per_year.known() == (has_total && stated.period.has_value()));
        for (const metric* each : {&per_job, &per_year}) {
            if (each->known()) continue;
            for (const std::string& reason : each->missing)
                CHECK_FALSE((message_pattern(reason).empty() && message_pattern(reason + ".reason").empty()));
            CHECK_FALSE(each->missing.empty());
        }
    }
}

}  // namespace

TEST_CASE("the shipped programmes as one league table", "[compare][library]") {
    const std::string head = "to = \"USD\"\nprogrammes = \"all\"\nbaseline = \"Stargate\"\nrate_policy = \"average:year\"\n";
    const auto what = read_scenario(built_in(), source("league.toml", head)).value();
    REQUIRE(what.investments.size() == 34);
    const compared_case c = league(built_in(), head).cases.front();
    check_blanks(c, what);
    const auto missing = [&](std::string_view name, std::string_view metric_name) {
        return metric_of(c, name, metric_name).missing;
    };
    using names = std::vector<std::string>;
    CHECK(missing("Stargate UAE", "per_job") == names{"outlay-not-stated", "jobs-not-stated"});
    CHECK(missing("Stargate I Abilene", "per_job") == names{"outlay-not-stated"});
    // Years that only the library's source inferred are no years.
    CHECK(missing("HUMAIN data centres", "per_year") == names{"period-start-not-stated"});
    CHECK(missing("Meta Louisiana (first announcement)", "per_year") == names{"period-start-not-stated"});
    CHECK(missing("AI and chip support framework", "per_year") == names{"period-start-not-stated"});
    // Both ends are stated: five years, of which the last counts by assumption or by the source's word.
    CHECK(metric_of(c, "Google AI hub Visakhapatnam", "per_year").value.central == ratio(3'000'000'000));
    CHECK(metric_of(c, "Google AI hub Visakhapatnam", "per_year").notes.at(1) == "assumption-last-year-included");
    CHECK(metric_of(c, "Microsoft AI data centres FY2025", "per_year").value.central == ratio(80'000'000'000));
    CHECK(metric_of(c, "Google AI hub Visakhapatnam", "per_job").value.high == ratio(3'000'000));
    CHECK(metric_of(c, "Anthropic-Fluidstack", "per_job").value.central == ratio(62'500'000));
    CHECK(metric_of(c, "Stargate (five sites)", "per_job").value ==
          interval<ratio>{ratio(16'000'000), std::nullopt, std::nullopt, true, false});
}

TEST_CASE("what stands beside what is told once, with a remedy", "[compare][library]") {
    const compared_case c =
        league(built_in(), "to = \"USD\"\nprogrammes = \"all\"\nrate_policy = \"average:year\"\n").cases.front();
    std::set<std::string> ids;
    for (const diagnostic& each : c.problems) {
        if (each.level != severity::warning) continue;
        ids.insert(each.id);
        CHECK_FALSE(each.remedy.empty());
        CHECK(each.where);
    }
    const std::set<std::string> wanted{"overlap", "vintage-superseded", "public-private-mixed", "jobs-kinds-differ",
                                       "scope-mismatch"};
    CHECK(std::includes(ids.begin(), ids.end(), wanted.begin(), wanted.end()));
    CHECK(std::count_if(c.problems.begin(), c.problems.end(),
                        [](const diagnostic& each) { return each.id == "vintage-superseded"; }) == 2);
}

namespace {

/// Cases of ../shared, where they lie beside the checkout: each programme as an investment of a scenario.
struct case_row {
    std::string id;
    bool has_outlay = false;
    bool has_jobs = false;
    std::string per_job;  ///< USD million, as the cases have it
};

std::string value_of(const std::string& object, const std::string& key) {
    std::smatch found;
    const std::regex pattern("\"" + key + "\": *(\"((?:[^\"\\\\]|\\\\.)*)\"|[-0-9.e]+)");
    if (!std::regex_search(object, found, pattern)) return {};
    return found[2].matched ? found[2].str() : found[1].str();
}

}  // namespace

TEST_CASE("all programmes of the cases as one league table", "[compare][library]") {
    const std::string path = OUTLAY_SHARED_DATA "/../cases/programmes.json";
    if (!std::filesystem::exists(path)) return;  // the cases do not lie beside every checkout
    const std::string text(source::read(path).value().text());
    std::string toml = "to = \"USD\"\nrate_policy = \"average:year\"\n";
    std::vector<case_row> rows;
    for (std::size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1)) {
        const std::string object = text.substr(at, text.find('}', at) - at);
        const auto amount = value_of(object, "amount");
        const auto jobs = value_of(object, "jobs");
        toml += "[[investment]]\nname = \"" + value_of(object, "id") + "\"\neconomy = \"" + value_of(object, "economy") +
                "\"\ndate = " + value_of(object, "announced") + "\n";
        if (!amount.empty()) toml += "outlay = \"" + value_of(object, "currency") + " " + amount + "\"\n";
        if (!jobs.empty()) toml += "jobs = " + jobs + "\n";
        rows.push_back({value_of(object, "id"), !amount.empty(), !jobs.empty(), value_of(object, "usd_m_per_job")});
    }
    REQUIRE(rows.size() == 49);
    const auto what = read_scenario(built_in(), source("cases.toml", toml));
    INFO((what ? std::string{} : render(what.problems().front())));
    REQUIRE(what);
    const compared_case c = compare(built_in(), *what).value().cases.front();
    check_blanks(c, *what);
    for (const case_row& row : rows) {
        INFO(row.id);
        const metric& per_job = metric_of(c, row.id, "per_job");
        const auto& used = investment_of(c, row.id).used_rate;
        const bool is_dollar = used && used->path == rate_path::identity;
        CHECK((!row.per_job.empty()) == (row.has_outlay && row.has_jobs));
        if (!is_dollar || row.per_job.empty()) continue;
        const ratio stated = parse_ratio(row.per_job).value();
        const ratio gap = *per_job.value.central / 1'000'000 - stated;
        CHECK(gap * gap <= make_ratio(1, 4'000'000));  // the cases round to three digits after the point
    }
}
