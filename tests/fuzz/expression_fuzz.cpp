// What a line of any bytes may not do to the reader of expressions, its arithmetic and its rendering: crash, throw, hang,
// or say something that is no UTF-8.
#include <outlay/base/utf8.hpp>
#include <outlay/expression/evaluate.hpp>
#include <outlay/report/render_expression.hpp>
#include <outlay/scenario/scenario_file.hpp>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

using namespace outlay;

constexpr std::string_view programmes = R"(
[[investment]]
name = "Stargate"
economy = "US"
outlay = "up to $500 billion"
period = "4 years"
jobs = "100,000"

[[investment]]
name = "National AI Computing Center"
economy = "KR"
outlay = "2조원 규모"

[[investment]]
name = "Made in Korea to Last"
outlay = "700조원대"
jobs = "up to 3,000"
)";

struct world {
    engine data = engine::embedded();
    scenario known = read_scenario(data, source("fuzz", std::string(programmes))).value();
    evaluation last;
};

void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}

void check(const world& w, std::string_view text) {
    expression_scope scope;
    scope.programmes = w.known.investments;
    scope.last = w.last.unit;
    const auto line = read_expression(w.data, source("line", std::string(text)), scope);
    if (!line) {
        require(!line.problems().empty(), "no value and no problem");
        for (const auto& problem : line.problems()) (void)render(problem);
        return;
    }
    for (const auto& node : line->nodes) require(node.begin <= node.end && node.end <= text.size(), "a node outside of the line");
    evaluation_options options;
    options.rates = w.data.default_policy();
    options.last = &w.last;
    const auto value = evaluate(w.data, *line, w.known, options);
    if (!value) {
        for (const auto& problem : value.problems()) (void)render(problem);
        return;
    }
    require(value->value.unit == value->unit.text(), "a unit that is not that of the value");
    const evaluated_line shown{&*line, &*value, w.known.investments, 1};
    const format_options english;
    format_options korean;
    korean.locale = "ko";
    for (const auto& format : {english, korean}) {
        const auto out = render_evaluated_line(w.data, shown, format) + render_evaluation(w.data, shown, format, 40) +
                         render_evaluation_steps(w.data, shown, format) + render_evaluation_json(w.data, shown, format, true);
        require(find_invalid_utf8(text).has_value() || !find_invalid_utf8(out), "an answer that is no UTF-8");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const world w = [] {
        world made;
        made.last.unit = unit_product::of(currency_code("USD"));
        made.last.value.value = interval<ratio>::point(ratio(5));
        made.last.value.unit = made.last.unit.text();
        made.last.value.currency = made.last.unit.currency();
        return made;
    }();
    check(w, {reinterpret_cast<const char*>(bytes), size});
    return 0;
}
