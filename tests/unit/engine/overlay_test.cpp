#include <outlay/engine.hpp>

#include "catch.hpp"
#include "temporary_folder.hpp"

#include <algorithm>
#include <map>

using namespace outlay;

namespace {

const currency_code krw("KRW");
const currency_code usd("USD");
const currency_code eur("EUR");
const auto day = make_date(2025, 1, 22);

engine overlaid(const temporary_folder& folder) {
    auto read = engine::with_overlay(folder.path());
    for (const auto& problem : read.problems()) UNSCOPED_INFO(render(problem));
    REQUIRE(read.ok());
    return *read;
}

diagnostics problems_of(const temporary_folder& folder) { return engine::with_overlay(folder.path()).problems(); }

std::vector<std::string> ids(const diagnostics& problems) {
    std::vector<std::string> found;
    for (const auto& problem : problems) found.push_back(problem.id);
    return found;
}

/// The one problem of a folder that has one.
diagnostic only_problem(const temporary_folder& folder) {
    const auto problems = problems_of(folder);
    for (const auto& problem : problems) UNSCOPED_INFO(render(problem));
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().where.has_value());
    CHECK(problems.front().message != problems.front().id);  // the catalogue has words for it
    return problems.front();
}

rate rate_of(const engine& data, currency_code from, currency_code to) {
    auto policy = data.default_policy();
    policy.as_of = day;
    const auto found = resolve_rate(data.rates(), data.currencies(), policy, from, to);
    REQUIRE(found.ok());
    return *found;
}

}  // namespace

TEST_CASE("an empty folder changes nothing") {
    const temporary_folder folder;
    const auto data = overlaid(folder);
    const auto ours = engine::embedded();
    CHECK(data.currencies().rows().size() == ours.currencies().rows().size());
    CHECK(data.currencies().symbols().size() == ours.currencies().symbols().size());
    CHECK(data.economies().size() == ours.economies().size());
    CHECK(data.formats().size() == ours.formats().size());
    CHECK(data.rates().quotes().size() == ours.rates().quotes().size());
    CHECK(data.rates().sources().size() == ours.rates().sources().size());
    CHECK(data.languages().size() == ours.languages().size());
    CHECK(data.default_policy().pivots == ours.default_policy().pivots);
}

TEST_CASE("a currency of the folder replaces ours, a new one is added") {
    const temporary_folder folder;
    folder.write("currencies.csv",
                 "# title: mine\n# source: me\n# licence: none\n# date: 2025-02-01\n# refresh: by hand\n"
                 "code,numeric,minor_units,name\nKRW,410,0,Won of mine\nQQQ,,3,Token\n");
    const auto data = overlaid(folder);
    const auto ours = engine::embedded();
    CHECK(data.currencies().rows().size() == ours.currencies().rows().size() + 1);
    CHECK(data.currencies().find(krw)->name == "Won of mine");
    CHECK(data.currencies().minor_units(currency_code("QQQ")) == 3);
    CHECK(data.currencies().find(usd)->name == ours.currencies().find(usd)->name);
}

TEST_CASE("tables of the folder may name its own currencies") {
    const temporary_folder folder;
    folder.write("currencies.csv", "code,numeric,minor_units,name\nQQQ,,3,Token\n");
    folder.write("economies.csv", "code,alpha3,name,currency\nQQ,QQQ,Utopia,QQQ\n");
    folder.write("symbols.csv", "symbol,language,candidates,reason\n¤,,QQQ USD,ours\n");
    const auto data = overlaid(folder);
    CHECK(data.find_economy("QQ")->currency == currency_code("QQQ"));
    const auto* symbol = data.currencies().find_symbol("¤", "");
    REQUIRE(symbol != nullptr);
    CHECK(symbol->candidates == "QQQ USD");
}

TEST_CASE("settings of the folder make the default policy") {
    const temporary_folder folder;
    folder.write("settings.csv", "name,value\npivots,GBP\nage-limit-days,30\n");
    const auto data = overlaid(folder);
    CHECK(data.default_policy().pivots == std::vector{currency_code("GBP")});
    CHECK(data.default_policy().age_limit_days == 30);
    CHECK(data.setting_value("default-language") == "en");
}

TEST_CASE("formats of the folder replace ours by locale and key") {
    const temporary_folder folder;
    folder.write("formats.csv", "locale,key,value\nen,group,'\n");
    const auto data = overlaid(folder);
    CHECK(data.format_value("en", "group") == "'");
    CHECK(data.format_value("en", "point") == engine::embedded().format_value("en", "point"));
}

TEST_CASE("a quote in a file of the same name replaces ours, and crosses with our other quotes of that day") {
    const temporary_folder folder;
    folder.write("rates/ecb-2025-01.csv",
                 "# title: Euro foreign exchange reference rates, 2025-01\n# source: European Central Bank, "
                 "https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/html/index.en.html\n"
                 "# kind: spot\n# date: 2025-02-03\n# licence: none\ndate,base,quote,value\n2025-01-22,EUR,KRW,1490.5\n");
    const auto data = overlaid(folder);
    const auto ours = engine::embedded();
    CHECK(data.rates().quotes().size() == ours.rates().quotes().size());
    CHECK(rate_of(data, eur, krw).value == make_ratio(2981, 2));
    CHECK(rate_of(data, usd, krw).value == make_ratio(14'905'000, 10'443));  // our 1.0443 dollars for a euro
    CHECK(rate_of(data, eur, usd).value == rate_of(ours, eur, usd).value);
}

TEST_CASE("a quote from a source of the folder's own answers before ours, which stay") {
    const temporary_folder folder;
    folder.write("rates/bank.csv",
                 "# title: Fixing of a bank\n# source: A bank, https://example.org\n# kind: spot\n# date: 2025-01-31\n"
                 "# licence: none\ndate,base,quote,value\n2025-01-22,EUR,KRW,1501.25\n2025-01-22,USD,KRW,1437.6\n");
    const auto data = overlaid(folder);
    const auto ours = engine::embedded();
    CHECK(data.rates().quotes().size() == ours.rates().quotes().size() + 2);
    CHECK(rate_of(data, eur, krw).value == make_ratio(6005, 4));
    CHECK(rate_of(data, usd, krw).value == make_ratio(7188, 5));
    CHECK(rate_of(ours, eur, krw).value == make_ratio(149'601, 100));
    const auto* fixing = data.rates().on({usd, krw}, day);
    REQUIRE(fixing != nullptr);
    CHECK(data.rates().source_of(*fixing).file == folder.path() + "/rates/bank.csv");
}

TEST_CASE("a language of the folder replaces the whole language") {
    const temporary_folder folder;
    folder.write("languages/ko.csv",
                 "# title: Korean of mine\n# source: me\n# licence: none\n# date: 2025-02-01\n# refresh: by hand\n# tag: ko\n"
                 "# scripts: Hangul\n# companion: en\n# group: ,\n# decimal: .\n# words: unspaced\n"
                 "class,words,value,when\ncurrency,원,KRW,after\nmagnitude,조,12,\n");
    const auto data = overlaid(folder);
    CHECK(data.languages().size() == engine::embedded().languages().size());
    const auto phrases_of = [](const engine& e, std::string_view tag) {
        const lexicon& language = *e.find_language(tag);
        return std::ranges::count_if(language.phrases(), [&](const phrase& p) { return !language.terms_of(p).empty(); });
    };
    CHECK(phrases_of(data, "ko") == 2);
    CHECK(phrases_of(data, "en") == phrases_of(engine::embedded(), "en"));
}

TEST_CASE("a copy keeps the folder's tables when the first engine is gone") {
    const temporary_folder folder;
    folder.write("economies.csv", "code,alpha3,name,currency\nQQ,QQQ,A rather long name of a country without a place,EUR\n");
    engine copy = engine::embedded();
    {
        const auto first = overlaid(folder);
        copy = first;
    }
    REQUIRE(copy.find_economy("QQ") != nullptr);
    CHECK(copy.find_economy("QQ")->name == "A rather long name of a country without a place");
}

TEST_CASE("hidden files and folders without tables are passed over") {
    const temporary_folder folder;
    folder.write(".gitignore", "*.bak\n");
    folder.write("examples/mine.toml", "title = 1\n");
    folder.write("refresh/mine.py", "pass\n");
    CHECK(problems_of(folder).empty());
}

TEST_CASE("a folder that is missing or is a file is refused") {
    const temporary_folder folder;
    folder.write("currencies.csv", "code,numeric,minor_units,name\n");
    CHECK(ids(engine::with_overlay(folder.path() + "/none").problems()) == std::vector<std::string>{"config-folder-missing"});
    CHECK(ids(engine::with_overlay(folder.path() + "/currencies.csv").problems()) ==
          std::vector<std::string>{"config-not-a-folder"});
}

TEST_CASE("a file that no table is read from is refused, with the near miss") {
    const temporary_folder folder;
    folder.write("currencys.csv", "code,numeric,minor_units,name\n");
    const auto problem = only_problem(folder);
    CHECK(problem.id == "config-unknown-file");
    CHECK(problem.where->source == folder.path() + "/currencys.csv");
    CHECK(problem.near == std::vector<std::string>{"currencies.csv"});
    CHECK_FALSE(problem.remedy.empty());
}

TEST_CASE("tables in a wrong place are refused") {
    const temporary_folder folder;
    folder.write("rates/2025/bank.csv", "date,base,quote,value\n");
    folder.write("languages/ko.txt", "class,words,value,when\n");
    folder.write("currencies.csv/rows.csv", "code\n");
    CHECK(ids(problems_of(folder)) == std::vector<std::string>(3, "config-unknown-file"));
}

TEST_CASE("messages cannot be overlaid") {
    const temporary_folder folder;
    folder.write("messages/en/base.csv", "id,text\nerror,oh no\n");
    CHECK(only_problem(folder).id == "config-messages-fixed");
}

TEST_CASE("bad rows are refused with their place") {
    struct bad_folder {
        const char* file;
        const char* text;
        const char* id;
        std::size_t line;
        std::size_t column;
    };
    const auto row = GENERATE(
        bad_folder{"settings.csv", "name,value\npivot,USD\n", "config-unknown-setting", 2, 1},
        bad_folder{"settings.csv", "name,value\nage-limit-days,a week\n", "config-bad-setting", 2, 16},
        bad_folder{"settings.csv", "name,value\nage-limit-days,-1\n", "config-bad-setting", 2, 16},
        bad_folder{"settings.csv", "name,value\nage-limit-days,\n", "config-bad-setting", 2, 16},
        bad_folder{"settings.csv", "name,value\nage-limit-days,99999999999\n", "config-bad-setting", 2, 16},
        bad_folder{"settings.csv", "name,value\npivots,USD ERU\n", "unknown-currency", 2, 8},
        bad_folder{"settings.csv", "name,value\npivots,USD\npivots,EUR\n", "config-duplicate-row", 3, 1},
        bad_folder{"economies.csv", "code,alpha3,name,currency\nKR,KOR,Korea,KWR\n", "unknown-currency", 2, 14},
        bad_folder{"economies.csv", "code,alpha3,name,currency\nkr,KOR,Korea,KRW\n", "economy-code-malformed", 2, 1},
        bad_folder{"economies.csv", "code,alpha3,name,currency\nKR,KO,Korea,KRW\n", "economy-code-malformed", 2, 4},
        bad_folder{"economies.csv", "code,alpha3,name,money\nKR,KOR,Korea,KRW\n", "csv-unknown-column", 1, 18},
        bad_folder{"economies.csv", "code,alpha3,name,currency\nKR,KOR,Korea\n", "csv-row-length", 2, 1},
        bad_folder{"symbols.csv", "symbol,language,candidates,reason\n₩,,KRW KPV,\n", "unknown-currency", 2, 4},
        bad_folder{"formats.csv", "locale,key,value\nen,group,.\nen,group,;\n", "config-duplicate-row", 3, 1},
        bad_folder{"currencies.csv", "code,numeric,minor_units,name\nKRW,410,0,Won\nKRW,410,2,Won\n", "config-duplicate-row", 3, 1},
        bad_folder{"languages/ko.csv",
                   "# tag: ko\n# title: K\n# scripts: Hangul\n# group: ,\n# decimal: .\n# words: unspaced\n"
                   "class,words,value,when\ncurrency,원,KRX,after\n",
                   "unknown-currency", 8, 13},
        bad_folder{"languages/kr.csv",
                   "# tag: ko\n# title: K\n# scripts: Hangul\n# group: ,\n# decimal: .\n# words: unspaced\n"
                   "class,words,value,when\ncurrency,원,KRW,after\n",
                   "config-language-name", 0, 0});
    const temporary_folder folder;
    folder.write(row.file, row.text);
    INFO(row.file << ": " << row.text);
    const auto problems = problems_of(folder);
    std::string shown;
    for (const auto& problem : problems) shown += render(problem);
    INFO(shown);
    const auto found = std::find_if(problems.begin(), problems.end(), [&](const diagnostic& p) { return p.id == row.id; });
    REQUIRE(found != problems.end());
    REQUIRE(found->where.has_value());
    CHECK(found->where->source == folder.path() + "/" + row.file);
    CHECK(found->where->line == row.line);
    CHECK(found->where->column == row.column);
}

TEST_CASE("a misspelled setting or currency shows what was meant") {
    const temporary_folder folder;
    folder.write("settings.csv", "name,value\npivotes,USD\n");
    CHECK(only_problem(folder).near == std::vector<std::string>{"pivots"});
}

TEST_CASE("all errors of all files come in one pass") {
    const temporary_folder folder;
    folder.write("settings.csv", "name,value\npivots,USD ERU\nage-limit-days,soon\n");
    folder.write("economies.csv", "code,alpha3,name,currency\nKR,KOR,Korea,KWR\nJP,JP,Japan,JPY\n");
    folder.write("rates/bank.csv", "# title: Bank\n# kind: spot\ndate,base,quote,value\n2025-02-30,EUR,KRW,1501.25\n");
    folder.write("readme.txt", "hello\n");
    auto found = ids(problems_of(folder));
    std::sort(found.begin(), found.end());
    CHECK(found == std::vector<std::string>{"config-bad-setting", "config-unknown-file", "date-malformed",
                                            "economy-code-malformed", "unknown-currency", "unknown-currency"});
}
