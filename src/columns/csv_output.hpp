// csv_output: the converted table on its way out, a large piece at a time.
#pragma once

#include "columns/csv_scan.hpp"

#include <cstring>
#include <functional>
#include <memory>
#include <string_view>

namespace outlay {

class csv_output {
public:
    explicit csv_output(const std::function<bool(std::string_view)>& write)
        : write_(write), buffer_(std::make_unique<char[]>(capacity + slack)), next_(buffer_.get()) {}

    /// So many bytes have room in one piece.
    static constexpr std::size_t largest = std::size_t{32} << 10;

    /// Where to write; some bytes may be written past what is used. Nothing is lost by not using it.
    [[nodiscard]] char* room() {
        if (static_cast<std::size_t>(buffer_.get() + capacity - next_) < largest) flush();
        return next_;
    }
    void used(char* end) { next_ = end; }

    void put(std::string_view text) {
        if (text.size() > largest) {
            flush();
            ok_ = ok_ && write_(text);
            return;
        }
        auto* to = room();
        std::memcpy(to, text.data(), text.size());
        used(to + text.size());
    }

    /// Copies 64 bytes at a time: up to 63 may be read and written past the end.
    static char* copy(char* to, const char* from, std::size_t size) {
        for (std::size_t i = 0; i < size; i += csv_padding) std::memcpy(to + i, from + i, csv_padding);
        return to + size;
    }

    bool flush() {
        const std::string_view text(buffer_.get(), static_cast<std::size_t>(next_ - buffer_.get()));
        if (ok_ && !text.empty()) ok_ = write_(text);
        next_ = buffer_.get();
        return ok_;
    }
    [[nodiscard]] bool ok() const { return ok_; }

private:
    static constexpr std::size_t capacity = std::size_t{256} << 10;
    static constexpr std::size_t slack = 2 * csv_padding;

    const std::function<bool(std::string_view)>& write_;
    std::unique_ptr<char[]> buffer_;
    char* next_;
    bool ok_ = true;
};

}  // namespace outlay
