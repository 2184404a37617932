// Every sentence of tests/spec/figures/*.tsv is a case: the figures the reader finds are exactly those of its rows.
#include "catch.hpp"

#include <outlay/figures/read.hpp>

#include <filesystem>
#include <map>

namespace {

using namespace outlay;

std::vector<std::string> split_tabs(std::string_view line) {
    std::vector<std::string> cells;
    for (;;) {
        const std::size_t tab = line.find('\t');
        cells.emplace_back(line.substr(0, tab));
        if (tab == std::string_view::npos) return cells;
        line.remove_prefix(tab + 1);
    }
}

std::string bound(const std::optional<decimal>& value) { return value ? value->text() : std::string{}; }

/// A figure as a row writes it.
std::string row_of(const figure& f, std::string_view text) {
    std::string row = std::string(to_text(f.kind)) + "\t" + std::string(text.substr(f.begin, f.end - f.begin)) + "\t";
    if (f.kind == figure_kind::date) return row + (f.days ? to_text(f.days->first) + ".." + to_text(f.days->last) : std::string{});
    const std::string unit = f.kind == figure_kind::money ? std::string(f.currency.text()) : f.unit;
    return row + std::string(to_text(f.qualifier)) + "\t" + bound(f.amount.low) + "\t" + bound(f.amount.high) + "\t" + unit + "\t" +
           std::string(to_text(f.per));
}

struct sentence {
    std::size_t line = 0;
    std::string text;
    std::vector<std::string> figures;
};

std::vector<sentence> read_spec(const std::filesystem::path& file) {
    const auto text = source::read(file.string());
    REQUIRE(text.ok());
    std::vector<sentence> sentences;
    for (std::size_t line = 1; line <= text->line_count(); ++line) {
        const std::string_view row = text->line_text(line);
        if (row.empty() || row.starts_with('#') || row == "text\tfigures") continue;
        const auto cells = split_tabs(row);
        REQUIRE(cells.size() >= 2);
        if (sentences.empty() || sentences.back().text != cells[0]) sentences.push_back({line, cells[0], {}});
        if (!cells[1].empty()) sentences.back().figures.emplace_back(row.substr(cells[0].size() + 1));
    }
    return sentences;
}

void check_sentences(const std::string& tag) {
    const engine data = engine::embedded();
    const auto sentences = read_spec(std::filesystem::path(OUTLAY_TEST_DATA) / ".." / "spec" / "figures" / (tag + ".tsv"));
    REQUIRE(sentences.size() > 1);
    for (const sentence& s : sentences) {
        DYNAMIC_SECTION(tag << ".tsv:" << s.line << " " << s.text) {
            std::vector<std::string> found;
            for (const figure& f : read_figures(data, s.text)) found.push_back(row_of(f, s.text));
            CHECK(found == s.figures);
        }
    }
}

TEST_CASE("sentences of every language have the figures of their rows", "[figures][spec]") {
    std::size_t files = 0;
    for (const auto& file : std::filesystem::directory_iterator(std::filesystem::path(OUTLAY_TEST_DATA) / ".." / "spec" / "figures")) {
        const std::string tag = file.path().stem().string();
        if (tag == "en" || tag == "ko") continue;
        ++files;
        check_sentences(tag);
    }
    CHECK(files >= 15);
}

TEST_CASE("English sentences have the figures of their rows", "[figures][spec]") { check_sentences("en"); }
TEST_CASE("Korean sentences have the figures of their rows", "[figures][spec]") { check_sentences("ko"); }

}  // namespace
