// A text in memory: its sums read by the library, and only found by RE2 with an expression of the same sums where the
// machine has RE2. usage: PROGRAM TEXT EXPRESSION ROUNDS   prints who, milliseconds and how many were found, a line a round
#include <outlay/figures/money_finder.hpp>

#ifdef OUTLAY_BENCH_RE2
#include <re2/re2.h>
#endif

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace {

/// As `outlay scan` cuts a file, at line ends.
constexpr std::size_t part_size = std::size_t{1} << 17U;

std::vector<std::string_view> parts_of(std::string_view text) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        std::size_t size = text.size();
        if (size > part_size) {
            const std::size_t line = text.rfind('\n', part_size);
            size = line == std::string_view::npos ? part_size : line + 1;
        }
        parts.push_back(text.substr(0, size));
        text.remove_prefix(size);
    }
    return parts;
}

void timed(const char* who, const std::function<std::size_t()>& find) {
    const auto before = std::chrono::steady_clock::now();
    const std::size_t found = find();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - before;
    std::printf("%s\t%.3f\t%zu\n", who, took.count(), found);
}

#ifdef OUTLAY_BENCH_RE2
struct expression {
    explicit expression(const std::string& words) {
        RE2::Options options;
        options.set_max_mem(std::int64_t{1} << 28U);  // so that it is never short of states
        options.set_log_errors(true);
        compiled = std::make_unique<RE2>(words, options);
        if (!compiled->ok()) std::exit(1);
    }

    /// The offset and the length of every match.
    [[nodiscard]] std::size_t find(std::string_view text) const {
        struct place {
            std::size_t begin, length;
        };
        std::vector<place> places;
        const re2::StringPiece whole(text.data(), text.size());
        re2::StringPiece match;
        for (std::size_t at = 0; compiled->Match(whole, at, whole.size(), RE2::UNANCHORED, &match, 1);) {
            places.push_back({static_cast<std::size_t>(match.data() - whole.data()), match.size()});
            at = places.back().begin + std::max<std::size_t>(match.size(), 1);
        }
        return places.size();
    }

    std::unique_ptr<RE2> compiled;
};
#endif

}  // namespace

int main(int count, char** words) {
    if (count != 4) return 2;
    const auto file = outlay::source::read(words[1]);
    const auto wanted = outlay::source::read(words[2]);
    if (!file || !wanted) return 2;
    const std::string_view text = file->text();
    const outlay::engine data = outlay::engine::embedded();
    const outlay::money_finder finder(data);
    const auto parts = parts_of(text);
#ifdef OUTLAY_BENCH_RE2
    std::string line(wanted->text());
    while (!line.empty() && line.back() == '\n') line.pop_back();
    const expression same(line);
#endif
    for (int rounds = std::atoi(words[3]); rounds > 0; --rounds) {
        timed("outlay in memory", [&] {
            std::size_t found = 0;
            for (const std::string_view part : parts)
                finder.read(part, {}, [&](const outlay::plain_sum&) { ++found; }, [&](const outlay::figure&) { ++found; });
            return found;
        });
#ifdef OUTLAY_BENCH_RE2
        timed("RE2 in memory, the same sums", [&] { return same.find(text); });
#endif
    }
    return 0;
}
