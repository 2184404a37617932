#include "columns/csv_scan.hpp"

#include "unit/columns/column_cases.hpp"

#include "catch.hpp"

#include <string>

using namespace outlay;

namespace {

struct structure {
    std::vector<std::vector<std::size_t>> records;  ///< where the cells of each end
    std::optional<std::size_t> stray;
    bool operator==(const structure&) const = default;
};

/// RFC 4180, a byte after the other.
structure expected(const std::string& text) {
    structure found;
    std::vector<std::size_t> cells;
    bool inside = false;
    bool begins = true;   // of a cell
    bool closed = false;  // the byte before was a quote that may have closed the cell
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (closed && c != '"' && c != ',' && c != '\n' && c != '\r') {
            found.stray = i;
            return found;
        }
        if (c == '"') {
            if (!inside && !begins && !closed) {
                found.stray = i;
                return found;
            }
            closed = inside;
            inside = !inside;
            begins = false;
            continue;
        }
        closed = false;
        begins = !inside && (c == ',' || c == '\n');
        if (!begins) continue;
        cells.push_back(i);
        if (c != '\n') continue;
        found.records.push_back(std::move(cells));
        cells.clear();
    }
    return found;
}

structure scanned(const std::string& text, std::size_t columns, instruction_set instructions) {
    const auto padded = text + std::string(csv_padding, '\n');
    csv_records found;
    scan(padded.data(), text.size(), ',', columns, instructions, found);
    structure result;
    for (std::size_t i = 0; i < found.count; ++i) {
        auto& cells = result.records.emplace_back();
        for (std::size_t k = 1; k <= found.cells(i); ++k) cells.push_back(found.ends[found.records[i] + k]);
        CHECK(found.line_end(i) == cells.back());
    }
    result.stray = found.stray_quote;
    return result;
}

void compare(const std::string& text) {
    const auto wanted = expected(text);
    for (const auto instructions : supported_instruction_sets())
        for (const std::size_t columns : {0U, 1U, 3U}) {
            INFO(text);
            INFO(to_text(instructions));
            REQUIRE(scanned(text, columns, instructions) == wanted);
        }
}

}  // namespace

TEST_CASE("cells and records end where RFC 4180 says", "[columns]") {
    compare("");
    compare("a,b,c\n1,2,3\n");
    compare("a,b,c\r\n\"1,\n2\",\"3\"\"4\",5\r\n");
    compare("\"\",\"\"\"\",\"\n\"\n");
    compare("a,b\n1,2\n3");
    compare(",,\n,,\n,,\n");
    compare(std::string(63, 'x') + "\n" + std::string(64, 'y') + ",\"" + std::string(70, '\n') + "\"\n");
}

TEST_CASE("a quote that neither opens nor closes a cell is found", "[columns]") {
    compare("a,b\n1,5\" pipe\n3,4\n");
    compare("a,b\n1,\"5\"x\n3,4\n");
    compare("a,b\n1,\"open\n3,4\n");
    compare(std::string(60, 'x') + ",\"a\"" + "b\n");
    compare(std::string(61, 'x') + ",\"\"" + "b\n");
    compare(std::string(62, 'x') + ",\"\"\"" + "b\"\n");
}

TEST_CASE("texts of every mixture are cut as byte by byte", "[columns]") {
    column_cases::number_source numbers(4180);
    std::size_t records = 0;
    std::size_t stray = 0;
    for (std::size_t turn = 0; turn < 20'000 / column_cases::many; ++turn) {
        std::string text;
        const bool is_tidy = turn % 2 == 0;  // quotes about whole cells alone
        while (text.size() < 40 + numbers.below(300)) {
            const auto pick = numbers.below(12);
            if (is_tidy && pick < 2) {
                text += "\"" + std::string(numbers.below(70), pick == 0 ? '\n' : ',') +
                        (numbers.below(3) == 0 ? "\"\"" : "") + "\"";
                text += numbers.below(2) == 0 ? "," : "\r\n";
            } else if (pick < 4) {
                text += ',';
            } else if (pick < 5) {
                text += '\n';
            } else if (pick == 5 && !is_tidy) {
                text += '"';
            } else if (is_tidy) {
                text += std::string(1 + numbers.below(9), 'a') + ",";
            } else {
                text += "ab\r1"[numbers.below(4)];
            }
        }
        compare(text);
        const auto found = expected(text);
        records += found.records.size();
        stray += found.stray.has_value();
    }
    CHECK(records > 25'000 / column_cases::many);
    CHECK(stray > 1'000 / column_cases::many);
}
