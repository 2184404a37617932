// Lines for the fuzz target of expressions: as the grammar of expressions allows it, but for what the operands are.
#include "grammar.hpp"

namespace outlay::fuzz {

namespace {

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

class expression_grammar final : public grammar {
public:
    std::string line(dice& random) override { return sentence(random, 0); }
    std::string piece(dice& random) override { return random.one_of(pieces); }
    std::string wrapped(dice& random, std::string line, const std::string& other) override {
        return random.one_in(2) ? "(" + line + ")" + random.one_of(pieces) + other : line + random.one_of(operators) + sentence(random, 1);
    }

private:
    static std::string sentence(dice& random, int depth) {
        std::string line = depth == 0 && random.one_in(8) ? "? jobs: " : "";
        for (auto terms = 1 + random.below(3); terms > 0; --terms) {
            line += depth < 3 && random.one_in(5) ? "(" + sentence(random, depth + 1) + ")" : std::string(random.one_of(operands));
            if (terms > 1) line += random.one_of(operators);
        }
        for (auto count = random.below(3); count > 0; --count) line += random.one_of(clauses);
        return line;
    }
};

}  // namespace

std::unique_ptr<grammar> make_grammar(const std::string&) { return std::make_unique<expression_grammar>(); }

}  // namespace outlay::fuzz
