#include "catch.hpp"

#include "figures/passage.hpp"

#include <outlay/figures/money_finder.hpp>
#include <outlay/figures/read.hpp>

using namespace outlay;

namespace {

/// The passages of a text, joined by "|".
std::string passages_of(std::string_view text) {
    std::string parts;
    for (std::size_t at = 0; at < text.size();) {
        const reading::passage part = reading::passage_at(text, at);
        // Whichever byte is asked for, the passage is the same.
        for (std::size_t inside = part.begin; inside < part.end; ++inside) {
            const reading::passage again = reading::passage_at(text, inside);
            if (again.begin != part.begin || again.end != part.end) return "torn at " + std::to_string(inside);
        }
        parts += (parts.empty() ? "" : "|") + std::string(text.substr(part.begin, part.end - part.begin));
        at = reading::begin_of_next(text, part);
    }
    return parts;
}

std::string figures_in(std::string_view text) {
    static const engine data = engine::embedded();
    static const money_finder finder(data);
    std::string told;
    std::vector<figure> sums;
    for (figure& f : read_figures(data, text)) {
        if (f.kind != figure_kind::money) continue;
        told += (told.empty() ? "" : "; ") + std::string(text.substr(f.begin, f.end - f.begin)) + " " + std::string(f.currency.text()) + " " +
                f.written.normalized().text() + " " + std::string(f.language);
        sums.push_back(std::move(f));
    }
    const auto quickly = finder.read(text);
    CHECK(quickly.size() == sums.size());
    for (std::size_t i = 0; i < std::min(quickly.size(), sums.size()); ++i) CHECK((quickly[i].begin == sums[i].begin && quickly[i].end == sums[i].end));
    return told;
}

}  // namespace

TEST_CASE("a paragraph in two scripts is read in parts", "[figures][scripts]") {
    CHECK(passages_of("SK will invest 7조원 in Ulsan.") == "SK will invest |7조원| in Ulsan.");
    CHECK(passages_of("It costs $5000억 (about half). Then 7조원.") == "It costs |$5000억| (about half). Then |7조원.");
    CHECK(passages_of("It spent $5 in 2020, 7조원 since.") == "It spent $5 in 2020, |7조원| since.");
    CHECK(passages_of("The sign 人民币100 is foreign.") == "The sign |人民币100| is foreign.");
    CHECK(passages_of("그는 “We will invest $500 billion here”라고 말했다.") == "그는 “|We will invest $500 billion here|”라고 말했다.");
    CHECK(passages_of("line one is short\n두 번째 줄\n") == "line one is short|두 번째 줄");
}

TEST_CASE("names, units and codes part no text, nor do its own scripts", "[figures][scripts]") {
    for (const std::string_view whole :
         {"오픈AI는 NVIDIA GPU 5만 장을 5000억 USD에 산다.", "美 정부는 1兆 5000億원을 쓴다.", "政府はAIに10兆円を投じる。", "Η ΔΕΗ και το α.",
          "The value of π and µ is 5 €.", "Компания OpenAI LLC вложит 5 млрд долларов.", "Ein Preis von 5 € – „gut“ – und mehr.", ""})
        CHECK(passages_of(whole) == whole);
    const std::string single = "SK will invest 7조원. " + std::string(9000, 'x');
    CHECK(passages_of(single) == single);
}

TEST_CASE("no word is cut, of however many scripts it is", "[figures][scripts]") {
    for (const std::string_view whole : {"It costs 15 miljardia euroमें लागत here.", "Bâti 5 млн рубKGHM miał zysku w Polsce."}) CHECK(passages_of(whole) == whole);
    CHECK(passages_of("It costs 7조원in Seoul.") == "It costs |7조원|in Seoul.");
}

TEST_CASE("sums of both languages of a line are read, each in its own", "[figures][scripts]") {
    CHECK(figures_in("SK Group will invest 7조원 in Ulsan and $2 billion in Ohio.") == "7조원 KRW 7000000000000 ko; $2 billion USD 2000000000 en");
    CHECK(figures_in("Trump promised 5000억 달러 on Tuesday.") == "5000억 달러 USD 500000000000 ko");
    CHECK(figures_in("SK그룹은 7조원을 쓴다. \"The company will spend €2.5 billion on chips this year\"라고 했다.") ==
          "7조원 KRW 7000000000000 ko; €2.5 billion EUR 2500000000 en");
    CHECK(figures_in("Президент обещал 5 млрд долларов, а \"Der Bund zahlt 5 Milliarden Euro an das Werk\" сказал министр.") ==
          "5 млрд долларов USD 5000000000 ru; 5 Milliarden Euro EUR 5000000000 de");
    CHECK(figures_in("The paper wrote 投资1万亿元 and Japan 10兆円 and Riyadh ١٠٠ مليار دولار in March.") ==
          "1万亿元 CNY 1000000000000 zh; 10兆円 JPY 10000000000000 ja; ١٠٠ مليار دولار USD 100000000000 ar");
    CHECK(figures_in("Le journal cite 약 7조원 et 5 milliards d'euros.") == "약 7조원 KRW 7000000000000 ko; 5 milliards d'euros EUR 5000000000 fr");
}
