// economies_book: the built-in economies, and tables of values made of the text of files, for the tests of economies.
#pragma once

#include <outlay/economy/indicator_file.hpp>
#include <outlay/engine.hpp>

#include <stdexcept>

struct economies_book {
    explicit economies_book(const std::string& rows, const std::string& head =
                                                         "# source: a bank, https://bank.example\n"
                                                         "# licence: free\n# date: 2025-07-01\n")
        : text("values.csv", head + "economy,year,value,series\n" + rows),
          table(read()),
          file(
              outlay::read_indicator_file(text, table, outlay::embedded_economies(), outlay::embedded_indicator_codes())
                  .value()) {}

    [[nodiscard]] outlay::indicator_table values() const { return {file.observations, file.series}; }

    outlay::source text;
    outlay::csv_table table;
    outlay::indicator_file file;

private:
    [[nodiscard]] outlay::csv_table read() const {
        return outlay::read_csv(text, {"economy", "year", "value"}, {"series"}).value();
    }
};

inline outlay::ratio number(std::string_view text) { return outlay::parse_ratio(text).value(); }
inline outlay::currency_code unit(std::string_view text) { return outlay::currency_code(text); }
inline outlay::economy economy_of(std::string_view code) {
    const auto data = outlay::engine::embedded();
    const auto* found = data.find_economy(code);
    if (found == nullptr) throw std::runtime_error("no economy " + std::string(code));
    return *found;
}
