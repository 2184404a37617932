// constant_array: an array that does not change once it is made, made at run time or compiled in.
// Promises: what is compiled in costs nothing to take over; moving one keeps its rows where they are.
// Leaves out: what is compiled in (embed/).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace outlay {

/// Arrays that are compiled in, in the order in which their owner names them (each_array).
struct compiled_array {
    const void* rows = nullptr;
    std::size_t count = 0;
};

/// Hands compiled arrays out, one after another.
class compiled_arrays {
public:
    explicit compiled_arrays(std::span<const compiled_array> all) : rest_(all) {}

    template <class T>
    [[nodiscard]] std::span<const T> take() {
        const compiled_array next = rest_.front();
        rest_ = rest_.subspan(1);
        return {static_cast<const T*>(next.rows), next.count};
    }

private:
    std::span<const compiled_array> rest_;
};

template <class T>
class constant_array {
public:
    using value_type = T;

    constant_array() = default;
    /// Zeros, to be set.
    explicit constant_array(std::size_t size) : own_(size), rows_(own_) {}
    explicit constant_array(std::vector<T> rows) : own_(std::move(rows)), rows_(own_) {}
    explicit constant_array(compiled_arrays& from) : rows_(from.take<T>()) {}
    constant_array(constant_array&&) noexcept = default;
    constant_array& operator=(constant_array&&) noexcept = default;
    constant_array(const constant_array&) = delete;
    constant_array& operator=(const constant_array&) = delete;
    ~constant_array() = default;

    [[nodiscard]] const T& operator[](std::size_t n) const { return rows_[n]; }
    [[nodiscard]] std::size_t size() const { return rows_.size(); }
    [[nodiscard]] bool empty() const { return rows_.empty(); }
    [[nodiscard]] std::span<const T> rows() const { return rows_; }
    /// While it is made, at run time.
    [[nodiscard]] T& at(std::size_t n) { return own_[n]; }

private:
    std::vector<T> own_;
    std::span<const T> rows_;
};

/// Bits in such an array.
class bit_array {
public:
    bit_array() = default;
    explicit bit_array(std::size_t bits) : words_((bits + 63) / 64) {}
    explicit bit_array(compiled_arrays& from) : words_(from) {}

    [[nodiscard]] bool test(std::size_t n) const { return (words_[n / 64] >> (n % 64) & 1U) != 0; }
    void set(std::size_t n) { words_.at(n / 64) |= std::uint64_t{1} << (n % 64); }
    /// Sets those that are set there, too; both have the same size.
    void set_all_of(const bit_array& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_.at(i) |= other.words_[i];
    }
    [[nodiscard]] bool empty() const { return words_.empty(); }
    [[nodiscard]] const std::uint64_t* rows() const { return words_.rows().data(); }
    template <class Visit>
    void each_array(Visit& visit) {
        visit(words_);
    }

private:
    constant_array<std::uint64_t> words_;
};

}  // namespace outlay
