// Runs a fuzz target without libFuzzer: mutates the lines of seed files, always in the same way, for so many CPU seconds.
// usage: TARGET SECONDS FILE…   a line that ends the program is left in ./fuzz-last-input
//        TARGET 0 FILE…         each file whole, once
#include <chrono>
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

class mutator {
public:
    explicit mutator(std::vector<std::string> seeds) : seeds_(std::move(seeds)) {}

    std::string next() {
        auto line = seeds_[below(seeds_.size())];
        for (auto steps = 1 + below(6); steps > 0; --steps) mutate(line);
        if (line.size() > longest) line.resize(longest);
        return line;
    }

private:
    std::size_t below(std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_); }

    void mutate(std::string& line) {
        const auto at = below(line.size() + 1);
        switch (below(6)) {
            case 0: line.insert(at, pieces[below(std::size(pieces))]); break;
            case 1: line.erase(at, 1 + below(4)); break;
            case 2: line.insert(at, 1, static_cast<char>(below(256))); break;
            case 3: {
                const auto& other = seeds_[below(seeds_.size())];
                const auto from = below(other.size() + 1);
                line.insert(at, other.substr(from, below(20)));
                break;
            }
            case 4: line = "(" + line + ")" + pieces[below(std::size(pieces))] + seeds_[below(seeds_.size())]; break;
            default: line.insert(at, line.substr(at, below(12))); break;
        }
    }

    std::vector<std::string> seeds_;
    std::mt19937_64 random_{20250122};
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
    mutator lines(std::move(seeds));
    last_input last;
    std::size_t done = 0;
    while (cpu_seconds() < seconds) {
        const auto line = lines.next();
        last.set(line);
        run(line);
        ++done;
    }
    std::printf("%zu lines in %.0f CPU seconds\n", done, cpu_seconds());
    return 0;
}
