// grammar: what the lines of a fuzz target are made of.
// Promises: the same random numbers give the same lines.
// Leaves out: mutations that know nothing of what a line says (driver.cpp).
#pragma once

#include <cstdint>
#include <memory>
#include <random>
#include <string>

namespace outlay::fuzz {

class dice {
public:
    explicit dice(std::uint64_t seed) : random_(seed) {}

    std::size_t below(std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_); }
    bool one_in(std::size_t n) { return below(n) == 0; }
    template <class Words>
    const auto& one_of(const Words& words) { return words[below(std::size(words))]; }

private:
    std::mt19937_64 random_;
};

class grammar {
public:
    virtual ~grammar() = default;
    /// A line as users write it.
    virtual std::string line(dice& random) = 0;
    /// A word or sign that the target's language knows.
    virtual std::string piece(dice& random) = 0;
    /// A line put between others, or in another form.
    virtual std::string wrapped(dice& random, std::string line, const std::string& other) = 0;
};

/// Of the target that this is linked with; `words` is a folder of its words, if it wants one.
[[nodiscard]] std::unique_ptr<grammar> make_grammar(const std::string& words);

}  // namespace outlay::fuzz
