// result: either a value or the diagnostics that say why there is none.
// Promises: errors are values; nothing here throws unless a caller takes the value of a failure.
// Leaves out: what a diagnostic looks like (diagnostic.hpp) and how it is shown (report/).
#pragma once

#include <outlay/base/diagnostic.hpp>

#include <stdexcept>
#include <utility>
#include <variant>

namespace outlay {

template <class T>
class [[nodiscard]] result {
public:
    result(T value) : state_(std::move(value)) {}
    result(diagnostic problem) : state_(diagnostics{std::move(problem)}) {}
    result(diagnostics problems) : state_(std::move(problems)) {}

    [[nodiscard]] bool ok() const { return state_.index() == 0; }
    explicit operator bool() const { return ok(); }

    /// The value; std::logic_error if there is none.
    [[nodiscard]] const T& value() const& { return require(), *std::get_if<0>(&state_); }
    [[nodiscard]] T& value() & { return require(), *std::get_if<0>(&state_); }
    [[nodiscard]] T&& value() && { return require(), std::move(*std::get_if<0>(&state_)); }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

    /// Why there is no value; empty where there is one.
    [[nodiscard]] diagnostics problems() const {
        const auto* found = std::get_if<1>(&state_);
        return found ? *found : diagnostics{};
    }

private:
    void require() const {
        if (!ok()) throw std::logic_error("outlay::result has no value: " + std::get_if<1>(&state_)->front().message);
    }
    std::variant<T, diagnostics> state_;
};

}  // namespace outlay
