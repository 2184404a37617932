// Runs a fuzz target without libFuzzer for so many CPU seconds: mutates the lines of seed files and lines that the target's
// grammar makes; a line that leads where none led before becomes a seed. Of a table (.tsv) the first column is a line.
// usage: TARGET SECONDS [--words FOLDER] FILE…   a line that ends the program is left in ./fuzz-last-input;
//                               $OUTLAY_FUZZ_SEED chooses other lines, the same build with the same seed always tries the same
//        TARGET 0 FILE…         each file whole, once
#include "coverage.hpp"
#include "grammar.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace {

using outlay::fuzz::dice;

constexpr std::size_t longest = 6000;
// CPU seconds that one line may take: what any may, and what each byte adds (a sanitizer makes it ten times as long).
constexpr double slowest = 1;
constexpr double slowest_byte = 0.0002;

class mutator {
public:
    mutator(std::vector<std::string> seeds, outlay::fuzz::grammar& words, std::uint64_t seed) : seeds_(std::move(seeds)), words_(words), random_(seed) {}

    void keep(std::string line) { seeds_.push_back(std::move(line)); }
    [[nodiscard]] std::size_t kept() const { return seeds_.size(); }

    std::string next() {
        auto line = random_.one_in(4) ? words_.line(random_) : random_.one_of(seeds_);
        for (auto steps = 1 + random_.below(6); steps > 0; --steps) mutate(line);
        if (line.size() > longest) line.resize(longest);
        return line;
    }

private:
    void mutate(std::string& line) {
        const auto at = random_.below(line.size() + 1);
        switch (random_.below(7)) {
            case 0: line.insert(at, words_.piece(random_)); break;
            case 1: line.erase(at, 1 + random_.below(4)); break;
            case 2: line.insert(at, 1, static_cast<char>(random_.below(256))); break;
            case 3: {
                const auto& other = random_.one_of(seeds_);
                const auto from = random_.below(other.size() + 1);
                line.insert(at, other.substr(from, random_.below(20)));
                break;
            }
            case 4: line = words_.wrapped(random_, std::move(line), random_.one_of(seeds_)); break;
            case 5: line.insert(at, words_.line(random_)); break;
            default: line.insert(at, line.substr(at, random_.below(12))); break;
        }
    }

    std::vector<std::string> seeds_;
    outlay::fuzz::grammar& words_;
    dice random_;
};

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

void run(const std::string& text) {
    const auto before = cpu_seconds();
    (void)LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
    if (cpu_seconds() - before > slowest + slowest_byte * static_cast<double>(text.size())) {
        std::fprintf(stderr, "a line of %zu bytes takes %g s\n", text.size(), cpu_seconds() - before);
        std::abort();
    }
}

/// The line of the moment, in a file where a crash leaves it.
class last_input {
public:
    last_input() : descriptor_(::open("fuzz-last-input", O_RDWR | O_CREAT | O_TRUNC, 0644)) {
        if (descriptor_ < 0) std::abort();
    }
    void set(const std::string& text) const {
        const auto size = static_cast<ssize_t>(text.size());
        if (::pwrite(descriptor_, text.data(), text.size(), 0) != size || ::ftruncate(descriptor_, size) != 0) std::abort();
    }

private:
    int descriptor_;
};

std::string contents_of(const char* name) {
    std::ifstream file(name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void add_lines(std::vector<std::string>& seeds, const std::string& name) {
    const std::string whole = contents_of(name.c_str());
    for (std::size_t begin = 0; begin < whole.size();) {
        const auto end = std::min(whole.find('\n', begin), whole.size());
        auto line = whole.substr(begin, end - begin);
        if (name.ends_with(".tsv")) line.resize(std::min(line.find('\t'), line.size()));
        if (!line.empty() && (seeds.empty() || seeds.back() != line)) seeds.push_back(std::move(line));
        begin = end + 1;
    }
}

}  // namespace

int main(int count, char** words) {
    if (count < 3) return 2;
    const double seconds = std::atof(words[1]);
    std::vector<std::string> seeds;
    std::string folder;
    for (int i = 2; i < count; ++i) {
        if (std::strcmp(words[i], "--words") == 0 && i + 1 < count) folder = words[++i];
        else if (seconds <= 0) run(contents_of(words[i]));
        else add_lines(seeds, words[i]);
    }
    if (seconds <= 0) return 0;
    if (seeds.empty()) return 2;
    const char* wanted = std::getenv("OUTLAY_FUZZ_SEED");
    const auto grammar = outlay::fuzz::make_grammar(folder);
    mutator lines(std::move(seeds), *grammar, wanted == nullptr ? 20250122 : std::strtoull(wanted, nullptr, 10));
    const last_input last;
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
