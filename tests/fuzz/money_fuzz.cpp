// What the quick reader of sums may never do: read another sum than the plain one does, in whatever bytes.
#include <outlay/figures/money_finder.hpp>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <tuple>

namespace {

using namespace outlay;

auto parts_of(const figure& f) {
    return std::tuple_cat(
        std::make_tuple(f.written.scale()),
        std::tie(f.begin, f.end, f.qualifier, f.amount.low, f.amount.high, f.amount.central, f.amount.low_open,
                 f.amount.high_open, f.written, f.currency, f.candidates, f.reason, f.per, f.language));
}

void show(const char* who, const figure& f, std::string_view text) {
    std::fprintf(stderr, "%s: [%zu, %zu) %s %s %s '%s'\n", who, f.begin, f.end, std::string(f.currency.text()).c_str(),
                 std::string(to_text(f.qualifier)).c_str(), f.written.text().c_str(),
                 std::string(text.substr(f.begin, f.end - f.begin)).c_str());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const engine data = engine::embedded();
    static const money_finder finder(data);
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const auto quick = finder.read(text);
    std::vector<figure> plain = read_figures(data, text);
    std::erase_if(plain, [](const figure& f) { return f.kind != figure_kind::money; });
    bool same = quick.size() == plain.size();
    for (std::size_t i = 0; same && i < plain.size(); ++i)
        same = parts_of(quick[i]) == parts_of(plain[i]) && quick[i].begin < quick[i].end && quick[i].end <= size;
    if (same) return 0;
    std::fprintf(stderr, "differs in: %s\n", std::string(text).c_str());
    for (const figure& f : plain) show("plain", f, text);
    for (const figure& f : quick) show("quick", f, text);
    if (std::getenv("OUTLAY_FUZZ_GO_ON") == nullptr) std::abort();
    return 0;
}
