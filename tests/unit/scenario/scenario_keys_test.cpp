// docs/scenario-files.md names the keys that the readers accept: no more and no fewer.
#include "catch.hpp"

#include <outlay/base/source.hpp>
#include <outlay/scenario/scenario_keys.hpp>

#include <algorithm>
#include <set>
#include <string>

using namespace outlay;

namespace {

/// The first cells of the table under "### Keys of …".
std::set<std::string> documented(std::string_view page, const std::string& title) {
    std::set<std::string> keys;
    const auto begin = page.find("### Keys of " + title + "\n");
    if (begin == std::string_view::npos) return keys;
    const auto end = std::min(page.find("\n#", begin + 4), page.size());
    const std::string_view section = page.substr(begin, end - begin);
    for (std::size_t at = section.find("\n| `"); at != std::string_view::npos; at = section.find("\n| `", at + 1)) {
        const auto first = at + 4;
        keys.emplace(section.substr(first, section.find('`', first) - first));
    }
    return keys;
}

}  // namespace

TEST_CASE("the reference has every key of a scenario file", "[scenario][docs]") {
    const auto page = source::read(OUTLAY_CONFIG_DIR "/../docs/scenario-files.md");
    REQUIRE(page);
    REQUIRE(scenario_tables().size() == 13);
    for (const scenario_table& table : scenario_tables()) {
        const std::string title = table.name.empty() ? "the file" : "`" + std::string(table.name) + "`";
        INFO(title);
        CHECK(documented(page->text(), title) == std::set<std::string>(table.keys.begin(), table.keys.end()));
    }
}
