#include "catch.hpp"

#include <outlay/figures/links.hpp>

using namespace outlay;

namespace {

/// "SUM + WORDS [EVIDENCE]" of each link, lines joined by " / ".
std::string links_in(std::string_view text, std::string language = {}) {
    static const engine data = engine::embedded();
    const auto figures = read_figures(data, text, {std::move(language), std::nullopt});
    std::string told;
    const auto words = [&](std::size_t begin, std::size_t end) { return std::string(text.substr(begin, end - begin)); };
    for (const figure_link& link : find_links(data, text, figures)) {
        const figure& sum = figures[link.money];
        const figure& other = figures[link.other];
        told += (told.empty() ? "" : " / ") + words(sum.begin, sum.end) + " + " + words(other.begin, other.end) + " [" + words(link.begin, link.end) + "]";
    }
    return told;
}

struct row {
    std::string_view text;
    std::string_view links;
};

void check(const std::vector<row>& rows) {
    for (const row& r : rows) {
        INFO(r.text);
        CHECK(links_in(r.text) == r.links);
    }
}

}  // namespace

TEST_CASE("what the sentence says of a sum belongs to it, in English", "[figures][links]") {
    check({
        {"The firms will invest up to $500 billion over the next four years, creating 100,000 jobs.",
         "up to $500 billion + over the next four years [over the next] / up to $500 billion + 100,000 jobs [creating]"},
        {"It will spend $40 billion in 2026–2030 and build a 5.5 GW campus.",
         "$40 billion + in 2026–2030 [in 2026–2030] / $40 billion + 5.5 GW [build]"},
        {"A five-year, $10 billion plan was agreed.", "$10 billion + five-year [five-year, $10 billion]"},
        {"The $7 billion, 2-gigawatt project opens late.", "$7 billion + 2-gigawatt [$7 billion, 2-gigawatt]"},
        {"Meta will pay $3 billion to buy 100,000 GPUs by 2028.", "$3 billion + 100,000 GPUs [buy] / $3 billion + by 2028 [by]"},
        {"It plans $500 billion (718 trillion won) over four years.", "$500 billion + over four years [over]"},
        {"It spends $2bn over two years and $9bn over six years.", "$2bn + over two years [over] / $9bn + over six years [over]"},
        {"More than 20,000 jobs will be created by the £14 billion programme.", "£14 billion + More than 20,000 jobs [created]"},
    });
}

TEST_CASE("nothing is linked that the sentence does not tie to a sum", "[figures][links]") {
    check({
        {"The company, which has 300,000 jobs in all, paid $3 billion.", ""},
        {"It was founded 20 years ago and is worth $3 billion.", ""},
        {"The Senate will vote within two weeks on the $500 billion plan.", ""},
        {"It invested $500 billion. The next plan runs over four years.", ""},
        {"Building one gigawatt costs $50 billion per gigawatt over five years.", ""},
        {"Between 2026 and 2030 it gives $2bn to Ohio, $3bn to Iowa.", "$2bn + Between 2026 and 2030 [Between 2026 and 2030]"},
        {"Over five years it gives $2bn and $3bn.", ""},
    });
}

TEST_CASE("sums have what belongs to them in other languages", "[figures][links]") {
    check({
        {"정부는 2026∼2030년 5년간 2조9000억원을 투입해 일자리 10만 개를 창출한다.",
         "2조9000억원 + 2026∼2030년 [2026∼2030년] / 2조9000억원 + 5년간 [년간] / 2조9000억원 + 일자리 10만 개 [창출]"},
        {"향후 4년간 최대 5000억 달러(약 718조원)를 투자한다.", "최대 5000억 달러 + 향후 4년간 [향후]"},
        {"2030년까지 7조원을 들여 100MW 데이터센터를 짓는다.", "7조원 + 2030년 [까지] / 7조원 + 100MW [데이터센터]"},
        {"政府は今後5年間で10兆円以上を投じ、1万人の雇用を創出する。", "10兆円以上 + 今後5年間で [今後] / 10兆円以上 + 1万人の雇用 [創出]"},
        {"2026年から2030年までに3兆円を投資する。", "3兆円 + 2026年から2030年 [2026年から2030年]"},
        {"中国银行未来五年将提供1万亿元，创造2万个就业岗位。", "1万亿元 + 未来五年 [未来] / 1万亿元 + 2万个就业岗位 [创造]"},
        {"Google investiert von 2026 bis 2029 5,5 Milliarden Euro und schafft 9.000 Arbeitsplätze.",
         "5,5 Milliarden Euro + von 2026 bis 2029 [von 2026 bis 2029] / 5,5 Milliarden Euro + 9.000 Arbeitsplätze [schafft]"},
        {"AWS invertirá 15.700 millones de euros en diez años y creará 17.500 empleos.",
         "15.700 millones de euros + en diez años [en] / 15.700 millones de euros + 17.500 empleos [creará]"},
        {"L'État investira 109 milliards d'euros sur cinq ans et créera 30.000 emplois.",
         "109 milliards d'euros + sur cinq ans [sur] / 109 milliards d'euros + 30.000 emplois [créera]"},
        {"Компания вложит 5 млрд рублей за пять лет и создаст 2000 рабочих мест.",
         "5 млрд рублей + за пять лет [за] / 5 млрд рублей + 2000 рабочих мест [создаст]"},
        {"O plano prevê R$ 23 bilhões até 2028 e deve gerar 5.000 empregos.",
         "R$ 23 bilhões + até 2028 [até] / R$ 23 bilhões + 5.000 empregos [deve gerar]"},
    });
}

TEST_CASE("a duration in days, or after a word of a point in time, is not what a sum lasts", "[figures][links]") {
    CHECK(links_in("The $3 billion plant will be ready in five years.").empty());
    CHECK(links_in("Das Werk für 3 Milliarden Euro ist in fünf Jahren fertig.").empty());
    CHECK(links_in("").empty());
    CHECK(links_in("$500 billion").empty());
}
