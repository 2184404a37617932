// What no bytes may do to the reader of sums and to the reader of documents: crash, throw, hang (the driver's clock), give a
// figure whose span is not within the text, on borders of characters and after the one before, or whose bounds contradict
// each other; read quickly what is not read plainly; and read a figure's own words as another sum.
#include <outlay/base/render.hpp>
#include <outlay/base/utf8.hpp>
#include <outlay/documents/document.hpp>
#include <outlay/figures/money_finder.hpp>
#include <outlay/report/render_scan.hpp>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <tuple>

namespace {

using namespace outlay;

struct world {
    engine data = engine::embedded();
    money_finder finder{data};
};

auto parts_of(const figure& f) {
    return std::tuple_cat(
        std::make_tuple(f.written.scale()),
        std::tie(f.begin, f.end, f.qualifier, f.amount.low, f.amount.high, f.amount.central, f.amount.low_open,
                 f.amount.high_open, f.written, f.currency, f.candidates, f.reason, f.per, f.language));
}

void show(const char* who, const figure& f, std::string_view text) {
    std::fprintf(stderr, "%s: [%zu, %zu) %s %s %s %s '%s'\n", who, f.begin, f.end, std::string(f.language).c_str(), std::string(f.currency.text()).c_str(),
                 std::string(to_text(f.qualifier)).c_str(), f.written.text().c_str(),
                 f.begin <= f.end && f.end <= text.size() ? std::string(text.substr(f.begin, f.end - f.begin)).c_str() : "");
}

void refuse(const char* why, std::string_view text, const std::vector<std::pair<const char*, std::vector<figure>>>& read) {
    std::fprintf(stderr, "%s in: %s\n", why, std::string(text).c_str());
    for (const auto& [who, figures] : read)
        for (const figure& f : figures) show(who, f, text);
    if (std::getenv("OUTLAY_FUZZ_GO_ON") == nullptr) std::abort();
}

/// For each byte, whether a character begins there; and the end of the text.
std::vector<bool> borders_of(std::string_view text) {
    std::vector<bool> borders(text.size() + 1);
    for (std::size_t at = 0; at < text.size(); at += decode_at(text, at).length) borders[at] = true;
    borders[text.size()] = true;
    return borders;
}

bool bounds_agree(const figure& f) {
    const auto& [low, high, central, low_open, high_open] = f.amount;
    if (f.kind == figure_kind::date) return true;
    if (!low && !high) return false;
    return (!low || !high || *low <= *high) && (!central || ((!low || *low <= *central) && (!high || *central <= *high)));
}

void check_spans(const std::vector<figure>& figures, std::string_view text) {
    if (figures.empty()) return;
    const auto borders = borders_of(text);
    std::size_t past = 0;
    for (const figure& f : figures) {
        const bool within = f.begin >= past && f.begin < f.end && f.end <= text.size();
        if (!within || !borders[f.begin] || !borders[f.end]) return refuse("a span that is none", text, {{"plain", figures}});
        if (!bounds_agree(f) || f.language.empty() || (f.kind == figure_kind::money && f.currency.empty()))
            return refuse("a figure that contradicts itself", text, {{"plain", figures}});
        past = f.end;
    }
}

void check_quick(const world& w, const std::vector<figure>& plain, std::string_view text, const read_options& options) {
    std::vector<figure> money;
    for (const figure& f : plain)
        if (f.kind == figure_kind::money) money.push_back(f);
    const auto quick = w.finder.read(text, options);
    bool same = quick.size() == money.size();
    for (std::size_t i = 0; same && i < money.size(); ++i) same = parts_of(quick[i]) == parts_of(money[i]);
    if (!same) refuse("read otherwise when read quickly", text, {{"plain", money}, {"quick", quick}});
}

bool is_within_word(const world& w, const figure& f, std::string_view text) {
    const auto cuts = [&](std::size_t at) { return is_letter(decode_before(text, at).value) && is_letter(decode_at(text, at).value); };
    const lexicon* language = w.data.find_language(f.language);
    return language != nullptr && language->words_are_spaced() && (cuts(f.begin) || cuts(f.end));
}

/// The words of a figure alone, in its language, are that figure; what its sentence lent it may be missing:
/// - the currency, where a neighbour decides between candidates or names a bare unit word;
/// - the qualifier, the magnitude and what an amount is per, which stand before or after the span, or end it by a word that
///   could as well begin the next one;
/// - everything, where the words are a figure only by what stands beside them;
/// - its first or last piece, where it begins or ends within a word ("kwarteen halve mln." is cut where the pieces are known).
/// So what is asked is that what is still read as one sum of the same currency and span is the same sum.
void check_again(const world& w, const figure& f, std::string_view text) {
    if (is_within_word(w, f, text)) return;
    const std::string_view words = text.substr(f.begin, f.end - f.begin);
    const auto again = read_figures(w.data, words, {std::string(f.language), {}});
    check_spans(again, words);
    if (again.size() != 1 || again[0].begin != 0 || again[0].end != words.size() || again[0].currency != f.currency) return;
    const figure& a = again[0];
    if (a.kind != f.kind || a.amount != f.amount || a.written != f.written || a.qualifier != f.qualifier)
        refuse("read otherwise when read again", text, {{"in the text", {f}}, {"alone", again}});
}

void check_text(const world& w, std::string_view text, const read_options& options) {
    const auto plain = read_figures(w.data, text, options);
    check_spans(plain, text);
    check_quick(w, plain, text, options);
    for (const figure& f : plain)
        if (f.kind == figure_kind::money) check_again(w, f, text);
}

/// The same bytes as a file: places are the file's, and what is shown is text. (Only a page may put its words in another order:
/// what stands in a table beside its cells comes before it.)
void check_document(const world& w, std::string_view bytes) {
    const auto document = decode_document("file", std::string(bytes));
    const source& text = document.text;
    for (const auto& warning : document.warnings)
        if (find_invalid_utf8(render(warning))) refuse("a warning that is no UTF-8", bytes, {});
    if (text.text() == bytes) return;
    check_text(w, text.text(), {});
    const bool in_order = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    std::size_t past = 0;
    std::string lines;
    for (const figure& f : read_figures(w.data, text.text())) {
        const std::size_t begin = text.begin_in_file(f.begin), end = text.end_in_file(f.end);
        if ((in_order && begin < past) || begin >= end || end > bytes.size()) return refuse("a place that is not in the file", bytes, {{"plain", {f}}});
        past = end;
        append_scan_json(lines, text, {f, std::nullopt});
    }
    if (find_invalid_utf8(lines)) refuse("lines that are no UTF-8", bytes, {});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const world w;
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    check_text(w, text, {});
    // In one language, told: which one is the text's choice.
    const auto& languages = w.data.languages();
    const std::size_t told = (size * 31 + (size == 0 ? 0 : bytes[size / 2])) % (languages.size() + 1);
    if (told < languages.size()) check_text(w, text, {std::string(languages[told].tag()), {}});
    check_document(w, text);
    return 0;
}
