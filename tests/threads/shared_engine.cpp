// One engine asked from eight threads at once: every thread gets the bytes that one alone gets. Built with
// ThreadSanitizer (the preset thread-sanitizer) it is a proof that nothing is written while it is asked.
#include <outlay/outlay.hpp>

#include <cstdio>
#include <thread>

namespace {

constexpr std::size_t thread_count = 8;
constexpr int rounds = 5;

/// A bit of everything: reading, auditing, comparing, simulating, pages, rates, columns; as one text.
std::string ask(const outlay::engine& data, const outlay::source& article, const outlay::source& scenario_text) {
    std::string answer;
    for (const auto& f : outlay::read_figures(data, article.text()))
        outlay::append_scan_json(answer, article, {f, std::nullopt});

    outlay::audit_options how;
    how.rates = data.default_policy();
    const std::vector<outlay::source> documents{article};
    answer += outlay::render_audit_json(documents, outlay::audit(data, documents, how));

    const auto what = outlay::read_scenario(data, scenario_text);
    if (!what) return answer + outlay::render(what.problems().front());
    const auto compared = outlay::compare(data, *what);
    if (!compared) return answer + outlay::render(compared.problems().front());
    answer += outlay::render_comparison_json(data, *compared, {}, true);

    outlay::question asked{*what, {}};
    asked.how.metrics = {"total"};
    const auto spread = outlay::find_uncertainty(data, asked);
    if (!spread) return answer + outlay::render(spread.problems().front());
    outlay::simulation_options drawing;
    drawing.samples = 20'000, drawing.threads = 2;
    answer += outlay::render_simulation(data, {*spread, outlay::simulate(spread->model, drawing), 0}, "", {}, {});

    const auto page = outlay::decode_document("page.html", "<p>Costs &dollar;5 <b>billion</b>, or 7조원.");
    auto policy = data.default_policy();
    for (const auto& f : outlay::read_figures(data, page.text.text())) {
        const auto won = outlay::normalize(data, f, outlay::currency_code("KRW"), policy);
        answer += won ? outlay::render_conversion(data, {"", f, *won}, {}) : outlay::render(won.problems().front());
    }

    outlay::dated_multipliers rates(data.rates(), data.currencies(), data.default_policy(), outlay::currency_code("USD"));
    const auto which = rates.find(*rates.series_of(outlay::currency_code("KRW")), outlay::make_date(2025, 1, 22));
    return answer + outlay::exact_text(rates.table().exact(which)) + "\n";
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return std::fputs("usage: shared_engine ARTICLE SCENARIO\n", stderr), 2;
    const auto article = outlay::source::read(argv[1]);
    const auto scenario_text = outlay::source::read(argv[2]);
    if (!article || !scenario_text) return std::fputs("shared_engine: a file cannot be read\n", stderr), 2;

    // Not asked before the threads start: what is made on first use is made by all of them at once.
    const auto data = outlay::engine::embedded();
    std::vector<std::string> answers(thread_count);
    std::vector<std::thread> threads;
    for (auto& answer : answers)
        threads.emplace_back([&] {
            for (int i = 0; i < rounds; ++i) answer += ask(data, *article, *scenario_text);
        });
    for (auto& thread : threads) thread.join();

    std::string alone;
    for (int i = 0; i < rounds; ++i) alone += ask(data, *article, *scenario_text);
    for (const auto& answer : answers)
        if (answer != alone || alone.size() < 10'000) return std::fputs("shared_engine: threads disagree\n", stderr), 1;
    std::printf("%zu threads, %zu bytes each\n", thread_count, alone.size());
    return 0;
}
