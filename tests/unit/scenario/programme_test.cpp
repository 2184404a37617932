#include "catch.hpp"
#include "unit/scenario/scenario_text.hpp"

#include <outlay/scenario/programme_library.hpp>

#include <map>

using namespace outlay;

namespace {

scenario_investment read_investment(const std::string& lines) {
    const auto found = read_text("[[investment]]\nname = \"A\"\noutlay = \"$1 billion\"\n" + lines);
    INFO((found ? std::string{} : render(found.problems().front())));
    REQUIRE(found);
    return found->investments.front();
}

/// Files by name, as if they lay on a disk.
open_file files(std::map<std::string, std::string> known) {
    return [known](const std::string& path) -> result<source> {
        const auto found = known.find(path);
        if (found != known.end()) return source(path, found->second);
        return make_diagnostic("file-missing", {{"file", path}});
    };
}

}  // namespace

TEST_CASE("from the first day to the last, both counted", "[scenario]") {
    CHECK(years_between(make_date(2024, 1, 1), make_date(2028, 12, 31)) == 5);
    CHECK(years_between(make_date(2024, 7, 1), make_date(2025, 6, 30)) == 1);
    CHECK(years_between(make_date(2024, 2, 1), make_date(2024, 2, 29)) == make_ratio(1, 12));
    CHECK(years_between(make_date(2025, 1, 21), make_date(2025, 1, 21)) == make_ratio(4, 1461));
    CHECK(years_between(make_date(2024, 12, 16), make_date(2028, 12, 15)) == 4);
}

TEST_CASE("power in gigawatts", "[scenario]") {
    CHECK(gigawatts_per("MW") == make_ratio(1, 1000));
    CHECK(gigawatts_per("GW") == ratio(1));
    CHECK_FALSE(gigawatts_per("W"));
    CHECK_FALSE(gigawatts_per("Gb"));
}

TEST_CASE("periods by their ends", "[scenario][period]") {
    const auto years = [](const std::string& period) { return read_investment("period = " + period + "\n"); };
    const scenario_investment range = years("\"2026\xE2\x80\x93" "2030\"");
    CHECK(range.period->value.amount == interval<decimal>::point(decimal(5)));
    CHECK(range.span->last_year_assumed);
    const scenario_investment without_last = years("{ start = 2026, end = 2030, last = \"excluded\" }");
    CHECK(without_last.period->value.amount == interval<decimal>::point(decimal(4)));
    CHECK_FALSE(without_last.span->last_year_assumed);
    const scenario_investment fiscal = years("{ start = \"FY2025\", end = \"FY2025\", calendar = \"us-federal\" }");
    CHECK(fiscal.span->first == make_date(2024, 10, 1));
    CHECK(fiscal.period->value.amount == interval<decimal>::point(decimal(1)));
    const scenario_investment end = years("{ end = 2029, words = \"by 2029\" }");
    CHECK_FALSE(end.period);
    CHECK(end.span->last == make_date(2029, 12, 31));
    CHECK(end.period_words->text == "by 2029");
    const scenario_investment months = years("{ start = \"2025-03\", end = \"2026-05\" }");
    CHECK(months.period->value.unit == "month");
    CHECK(months.period->value.amount == interval<decimal>::point(decimal(15)));
    const scenario_investment days = years("{ start = 2025-01-10, end = 2025-01-24 }");
    CHECK(days.period->value.unit == "day");
    CHECK(days.period->value.amount == interval<decimal>::point(decimal(15)));
    CHECK(years("\"10-15 years\"").period->value.qualifier == qualifier::range);
    CHECK(years("\"?\"").asked == std::vector{asked_value::period});
}

TEST_CASE("several numbers of jobs, each of its kind", "[scenario]") {
    const scenario_investment found = read_investment(
        "jobs = [{ count = \"1,120\", kind = \"construction\", duration = \"2 years\" }, { count = 144, "
        "kind = \"permanent\", scope = \"phase 1\", source = \"a paper\" }]\n");
    REQUIRE(found.jobs.size() == 2);
    CHECK(found.jobs[0].kind == job_kind::construction);
    CHECK(found.jobs[0].duration->value.amount == interval<decimal>::point(decimal(2)));
    CHECK(found.jobs[1].count.value.amount == interval<decimal>::point(decimal(144)));
    CHECK(found.jobs[1].scope == "phase 1");
}

TEST_CASE("who pays, and in which shares", "[scenario]") {
    CHECK(read_investment("payer = \"public\"\n").payer.kind == payer_kind::public_money);
    const payer shared = read_investment("payer = { private = \"75 %\" }\n").payer;
    CHECK(shared.kind == payer_kind::mixed);
    CHECK(shared.public_share == make_ratio(1, 4));
    CHECK_FALSE(read_investment("payer = \"mixed\"\n").payer.public_share);
}

TEST_CASE("a case changes an investment and nothing else of it", "[scenario][case]") {
    const auto found = read_text(
        "[[investment]]\nname = \"A\"\noutlay = \"$1 billion\"\nperiod = 4\njobs = 100\n"
        "[[case]]\nname = \"more\"\n[case.investment.A]\njobs = 200\nassumptions = { realisation = \"1/2\" }\n");
    REQUIRE(found);
    const scenario_investment& changed = found->cases.front().investments.front();
    CHECK(changed.jobs.front().count.value.amount == interval<decimal>::point(decimal(200)));
    CHECK(changed.period->value.amount == interval<decimal>::point(decimal(4)));
    CHECK(changed.assumed_in_case.realisation->value == make_ratio(1, 2));
    CHECK_FALSE(changed.assumed.realisation);
}

TEST_CASE("a figure of a document keeps its words and its place there", "[scenario][document]") {
    const std::string text = "[[investment]]\nname = \"A\"\noutlay = { document = \"a.txt\", find = \"$5 billion\" }\n";
    const auto open = files({{"dir/a.txt", "A plan of up to $5 billion.\nLater $5 billion more.\n"}});
    const auto read = [&](const std::string& more) {
        std::string lines = text;
        lines.insert(lines.find(" }"), more);
        return read_scenario(built_in(), source("dir/test.toml", lines), open);
    };
    CHECK(read("").problems().at(0).id == "document-words-several");
    const auto found = read(", occurrence = 1");
    REQUIRE(found);
    const stated_figure& outlay = *found->investments.front().outlay;
    CHECK(outlay.text == "up to $5 billion");
    CHECK(outlay.value.qualifier == qualifier::at_most);
    CHECK(outlay.where.source == "dir/a.txt");
    CHECK(outlay.where.line == 1);
    CHECK(read(", occurrence = 2")->investments.front().outlay->value.qualifier == qualifier::exact);
    CHECK(read(", occurrence = 3").problems().at(0).id == "document-words-missing");
    CHECK(read(", occurrence = 0").problems().at(0).id == "wrong-type");
    const auto none = read_scenario(
        built_in(), source("dir/test.toml", "[[investment]]\nname = \"A\"\njobs = { document = \"a.txt\", find = \"plan\" }\n"),
        open);
    CHECK(none.problems().at(0).id == "document-no-figure");
    const auto two = read_scenario(
        built_in(),
        source("dir/test.toml",
               "[[investment]]\nname = \"A\"\noutlay = { document = \"a.txt\", find = \"$5 billion.\\nLater $5 billion\" }\n"),
        open);
    CHECK(two.problems().at(0).id == "document-several-figures");
}

TEST_CASE("an included file is laid under the one that includes it", "[scenario][include]") {
    const auto open = files(
        {{"dir/base.toml", "to = \"KRW\"\n[[rate]]\npair = \"USD/KRW\"\nvalue = \"1400\"\n[[rate]]\npair = \"EUR/USD\"\n"
                           "value = \"1.05\"\n[[investment]]\nname = \"B\"\noutlay = \"$2 billion\"\n"},
         {"dir/loop.toml", "include = \"test.toml\"\n"}});
    const auto read = [&](const std::string& text) {
        return read_scenario(built_in(), source("dir/test.toml", text), open);
    };
    const auto found = read("include = \"base.toml\"\nto = \"USD\"\n[[rate]]\npair = \"USD/KRW\"\nvalue = \"1436\"\n"
                            "[[investment]]\nname = \"A\"\noutlay = \"$1 billion\"\n");
    REQUIRE(found);
    CHECK(found->to == currency_code("USD"));
    REQUIRE(found->rates.size() == 2);
    CHECK(found->rates[0].written == "1436");
    CHECK(found->investments.at(0).name == "B");
    CHECK(found->investments.at(0).where.source == "dir/base.toml");
    CHECK(read("include = [\"base.toml\", \"base.toml\"]\n")->investments.size() == 1);
    CHECK(read("include = \"base.toml\"\n[[investment]]\nname = \"B\"\n").problems().at(0).id == "duplicate-name");
    CHECK(read("include = \"loop.toml\"\n").problems().at(0).id == "include-cycle");
    CHECK(read("include = \"none.toml\"\n[[investment]]\nname = \"B\"\n").problems().at(0).id == "file-missing");
}

TEST_CASE("every programme of the library can be read", "[scenario][library]") {
    const auto all = read_programmes(built_in());
    REQUIRE(all);
    for (const library_programme& each : *all) {
        INFO(each.stated.id);
        CHECK(each.stated.announced);
        CHECK_FALSE(each.stated.source.empty());
        CHECK_FALSE(each.stated.note.empty());
        CHECK_FALSE(each.stated.economy.empty());
        CHECK_FALSE(each.evidence.empty());
        CHECK_FALSE(each.licence.empty());
    }
    const auto unknown = read_programme(built_in(), "us-stargat");
    REQUIRE_FALSE(unknown);
    CHECK(unknown.problems().at(0).near.front() == "us-stargate");
}
