// Runs a fuzz target without libFuzzer for so many CPU seconds: mutates the lines of seed files and lines that the grammar
// makes; a line that leads where none led before becomes a seed.
// usage: TARGET SECONDS FILE…   a line that ends the program is left in ./fuzz-last-input; $OUTLAY_FUZZ_SEED chooses other
//                               lines, the same build with the same seed always tries the same
//        TARGET 0 FILE…         each file whole, once
#include "coverage.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace {

constexpr std::size_t longest = 2000;
constexpr double slowest = 2;  // CPU seconds that one line may take

/// Pieces that lines are made of, so that mutations meet the grammar.
const char* const pieces[] = {
    " / ", " * ", " + ", " - ", " per ", " in ", " to ", " at ", " as of ", "(", ")", "?", "=", "_", "-", "$", "₩", "€", "up to ",
    "약 ", "최대 ", "조", "억", "만", "원", " 달러", " jobs", " years", "년", "개의 일자리", "GW", "2025-01-22", "1436", "USD/KRW=1436",
    "stargate", "korea", "National AI Computing Center", "made in korea to last", " jobs", " period", ".per_job", "%", "0", "1e400",
    "\"", ":", "? jobs:", "→", "->", "×", "÷", "−", "\xFF", "\xE2\x82", " billion", " trillion won", "400 to 500", "between ", " and ",
    "USD", "KRW", "XAU", "job-year", "month", "99999999999999999999999999", "0.0000000000000001", "\n", "\t", "\u3000", "（", "）"};

const char* const operands[] = {
    "$500 billion", "5000억 달러", "2조원", "up to $500bn", "700조원대", "약 3만명", "100,000 jobs", "4 years", "3 GW", "20%", "0.5",
    "2조", "stargate", "korea", "stargate per job", "stargate.period", "\"National AI Computing Center\"", "job", "won", "_", "?",
    "400 to 500 billion won", "more than 10 trillion yen", "수백억 원", "-3", "0", "1e9"};
const char* const operators[] = {" / ", " * ", " + ", " - ", " per ", " × ", "/", " ÷ ", " − "};
const char* const clauses[] = {" in KRW", " to USD", " -> KRW/job", " in years", " at 1436", " at USD/KRW=1436", " as of 2025-01-22",
                               " on 22 January 2025", " in USD per job-year", " = 3", " = stargate per job"};

class mutator {
public:
    mutator(std::vector<std::string> seeds, std::uint64_t seed) : seeds_(std::move(seeds)), random_(seed) {}

    void keep(std::string line) { seeds_.push_back(std::move(line)); }
    [[nodiscard]] std::size_t kept() const { return seeds_.size(); }

    std::string next() {
        auto line = below(4) == 0 ? sentence(0) : seeds_[below(seeds_.size())];
        for (auto steps = 1 + below(6); steps > 0; --steps) mutate(line);
        if (line.size() > longest) line.resize(longest);
        return line;
    }

private:
    std::size_t below(std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_); }

    template <class Words>
    const char* one_of(const Words& words) { return words[below(std::size(words))]; }

    /// As the grammar of expressions allows it, but for what the operands are.
    std::string sentence(int depth) {
        std::string line = depth == 0 && below(8) == 0 ? "? jobs: " : "";
        for (auto terms = 1 + below(3); terms > 0; --terms) {
            line += depth < 3 && below(5) == 0 ? "(" + sentence(depth + 1) + ")" : std::string(one_of(operands));
            if (terms > 1) line += one_of(operators);
        }
        for (auto count = below(3); count > 0; --count) line += one_of(clauses);
        return line;
    }

    void mutate(std::string& line) {
        const auto at = below(line.size() + 1);
        switch (below(7)) {
            case 0: line.insert(at, one_of(pieces)); break;
            case 1: line.erase(at, 1 + below(4)); break;
            case 2: line.insert(at, 1, static_cast<char>(below(256))); break;
            case 3: {
                const auto& other = seeds_[below(seeds_.size())];
                const auto from = below(other.size() + 1);
                line.insert(at, other.substr(from, below(20)));
                break;
            }
            case 4: line = "(" + line + ")" + one_of(pieces) + seeds_[below(seeds_.size())]; break;
            case 5: line = line + one_of(operators) + sentence(1); break;
            default: line.insert(at, line.substr(at, below(12))); break;
        }
    }

    std::vector<std::string> seeds_;
    std::mt19937_64 random_;
};

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

void run(const std::string& text) {
    const auto before = cpu_seconds();
    (void)LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
    if (cpu_seconds() - before > slowest) {
        std::fprintf(stderr, "a line takes longer than %g s\n", slowest);
        std::abort();
    }
}

/// The line of the moment, shared with the file so that a crash leaves it there.
class last_input {
public:
    last_input() : descriptor_(::open("fuzz-last-input", O_RDWR | O_CREAT | O_TRUNC, 0644)) {
        if (descriptor_ < 0 || ::ftruncate(descriptor_, longest) != 0) std::abort();
        memory_ = static_cast<char*>(::mmap(nullptr, longest, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor_, 0));
        if (memory_ == MAP_FAILED) std::abort();
    }
    void set(const std::string& text) {
        text.copy(memory_, longest);
        std::fill(memory_ + text.size(), memory_ + longest, '\0');
    }

private:
    int descriptor_;
    char* memory_ = nullptr;
};

}  // namespace

int main(int count, char** words) {
    if (count < 3) return 2;
    const double seconds = std::atof(words[1]);
    std::vector<std::string> seeds;
    for (int i = 2; i < count; ++i) {
        std::ifstream file(words[i], std::ios::binary);
        const std::string whole{std::istreambuf_iterator<char>(file), {}};
        if (seconds <= 0) {
            run(whole);
            continue;
        }
        for (std::size_t begin = 0; begin < whole.size();) {
            const auto end = std::min(whole.find('\n', begin), whole.size());
            seeds.push_back(whole.substr(begin, end - begin));
            begin = end + 1;
        }
    }
    if (seconds <= 0) return 0;
    if (seeds.empty()) return 2;
    const char* wanted = std::getenv("OUTLAY_FUZZ_SEED");
    mutator lines(std::move(seeds), wanted == nullptr ? 20250122 : std::strtoull(wanted, nullptr, 10));
    last_input last;
    std::size_t done = 0;
    while (cpu_seconds() < seconds) {
        auto line = lines.next();
        last.set(line);
        outlay::fuzz::forget_way();
        run(line);
        ++done;
        if (outlay::fuzz::took_new_way()) lines.keep(std::move(line));
    }
    std::printf("%zu lines in %.0f CPU seconds, %zu kept, %zu ways\n", done, cpu_seconds(), lines.kept(), outlay::fuzz::ways_seen());
    return 0;
}
