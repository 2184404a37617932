#include <outlay/figures/money_finder.hpp>

#include "catch.hpp"

#include <filesystem>
#include <random>
#include <thread>

namespace {

using namespace outlay;

/// The sentences of the specification, of all languages, a line each.
const std::vector<std::string>& sentences() {
    static const std::vector<std::string> lines = [] {
        std::vector<std::string> found;
        std::vector<std::filesystem::path> files;
        for (const auto& entry :
             std::filesystem::directory_iterator(std::filesystem::path(OUTLAY_TEST_DATA) / ".." / "spec" / "figures"))
            files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        for (const auto& file : files) {
            const auto text = source::read(file.string());
            REQUIRE(text.ok());
            for (std::size_t line = 1; line <= text->line_count(); ++line) {
                const std::string_view row = text->line_text(line);
                if (row.empty() || row.starts_with('#')) continue;
                const std::string sentence(row.substr(0, row.find('\t')));
                if (found.empty() || found.back() != sentence) found.push_back(sentence);
            }
        }
        return found;
    }();
    return lines;
}

std::vector<figure> money_of(const engine& data, std::string_view text) {
    auto all = read_figures(data, text);
    std::erase_if(all, [](const figure& f) { return f.kind != figure_kind::money; });
    return all;
}

/// A figure as a line, with all that is known of it.
std::string line_of(const figure& f) {
    const auto bound = [](const std::optional<decimal>& b) { return b ? b->text() : std::string("-"); };
    std::string line = std::to_string(f.begin) + " " + std::to_string(f.end) + " " + std::string(to_text(f.kind)) +
                       " " + std::string(to_text(f.qualifier)) + " " + bound(f.amount.low) + " " +
                       bound(f.amount.high) + " " + bound(f.amount.central) + (f.amount.low_open ? " (" : " [") +
                       (f.amount.high_open ? ") " : "] ") + f.written.text() + " " + std::string(f.currency.text()) +
                       " " + f.reason + " " + f.unit + " " + std::string(to_text(f.per)) + " " +
                       std::string(f.language);
    for (const currency_code code : f.candidates) line += " " + std::string(code.text());
    return line;
}

std::string lines_of(const std::vector<figure>& figures) {
    std::string lines;
    for (const figure& f : figures) lines += line_of(f) + "\n";
    return lines;
}

/// A sentence with pieces left out, doubled, or taken from others.
std::string mutated(std::mt19937_64& random) {
    const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random() % limit); };
    const auto& lines = sentences();
    std::string text = lines[below(lines.size())];
    for (std::size_t n = 1 + below(4); n > 0; --n) {
        const std::size_t at = below(text.size() + 1);
        const std::string& other = lines[below(lines.size())];
        switch (below(3)) {
            case 0: text.erase(at, 1 + below(5)); break;
            case 1: text.insert(at, other.substr(below(other.size()), below(24))); break;
            default: text.insert(at, 1, static_cast<char>(random() % 256)); break;
        }
    }
    return text;
}

}  // namespace

TEST_CASE("a money finder finds the money that is read, sentence by sentence") {
    const engine data = engine::embedded();
    const money_finder finder(data);
    REQUIRE(sentences().size() > 500);
    for (const std::string& text : sentences()) {
        INFO(text);
        CHECK(lines_of(finder.read(text)) == lines_of(money_of(data, text)));
    }
}

TEST_CASE("a money finder reads a long text as it is read, with any instructions") {
    const engine data = engine::embedded();
    std::string text;
    for (const std::string& sentence : sentences())
        text += sentence + (text.size() % 3 == 0 ? "\n\n" : text.size() % 3 == 1 ? "\n" : " ");
    const std::string plain = lines_of(money_of(data, text));
    REQUIRE(plain.size() > 10000);
    for (const instruction_set instructions : supported_instruction_sets()) {
        INFO(to_text(instructions));
        CHECK(lines_of(money_finder(data, instructions).read(text)) == plain);
    }
}

TEST_CASE("a money finder reads other digits in words that it has met before") {
    const engine data = engine::embedded();
    const money_finder finder(data);
    std::mt19937_64 random(718);
    std::size_t sums = 0;
    for (int round = 0; round < 3; ++round)
        for (std::string text : sentences()) {
            for (std::size_t at = 0; round > 0 && at < text.size(); ++at) {
                if (text[at] < '1' || text[at] > '9') continue;
                text[at] = static_cast<char>('1' + random() % 9);
                if (round == 2 && random() % 4 == 0) text.insert(at, 1, '3');
            }
            const auto wanted = lines_of(money_of(data, text));
            sums += static_cast<std::size_t>(std::count(wanted.begin(), wanted.end(), '\n'));
            const auto found = lines_of(finder.read(text));
            if (found == wanted) continue;
            INFO(text);
            CHECK(found == wanted);
        }
    CHECK(sums > 2000);
}

TEST_CASE("a money finder agrees on sentences that were torn apart") {
    const engine data = engine::embedded();
    const money_finder finder(data);
    std::mt19937_64 random(718);
    for (int n = 0; n < 3000; ++n) {
        const std::string text = mutated(random);
        INFO(text);
        CHECK(lines_of(finder.read(text)) == lines_of(money_of(data, text)));
    }
}

TEST_CASE("a money finder reads letters of magnitude and a symbol behind a space that breaks no line") {
    const engine data = engine::embedded();
    const money_finder finder(data);
    for (const std::string text : {"Die Bank zahlt 5\xC2\xA0kFr. pro Jahr an die Gemeinde.", "Staten satsar 8\xC2\xA0mkr p\xC3\xA5 v\xC3\xA4gar."}) {
        INFO(text);
        CHECK(finder.read(text, {}).size() == 1);
        CHECK(lines_of(finder.read(text)) == lines_of(money_of(data, text)));
    }
}

TEST_CASE("a money finder reads in the language that it is told") {
    const engine data = engine::embedded();
    const money_finder finder(data);
    const read_options german{"de", {}};
    auto plain = read_figures(data, "1.234 Euro, zwei Milliarden Dollar", german);
    CHECK(lines_of(finder.read("1.234 Euro, zwei Milliarden Dollar", german)) == lines_of(plain));
    CHECK(plain.front().amount.central == decimal(1234));
    CHECK(finder.read("").empty());
}

TEST_CASE("threads that share a money finder find the same") {
    const engine data = engine::embedded();
    const money_finder finder(data);
    std::string text;
    for (const std::string& sentence : sentences()) text += sentence + "\n\n";
    std::string others[3];
    std::vector<std::thread> threads;
    for (std::string& own : others) threads.emplace_back([&] { own = lines_of(finder.read(text)); });
    for (auto& t : threads) t.join();
    const std::string plain = lines_of(money_of(data, text));
    for (const std::string& own : others) CHECK(own == plain);
}

TEST_CASE("an engine for long texts reads all kinds as the plain one does") {
    const engine data = engine::embedded();
    const engine prepared = data.for_long_texts();
    std::string text;
    for (const std::string& sentence : sentences()) text += sentence + "\n\n";
    CHECK(lines_of(read_figures(prepared, text)) == lines_of(read_figures(data, text)));
}
