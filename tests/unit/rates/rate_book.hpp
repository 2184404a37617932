// rate_book: tables of rates made of the text of files, for the tests of rates.
#pragma once

#include <outlay/rates/rate_policy.hpp>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string>
#include <tuple>
#include <vector>

struct rate_book {
    struct file {
        outlay::source text;
        outlay::csv_table table;
    };

    static outlay::currency_table currencies() { return {outlay::embedded_currencies(), {}}; }

    static std::unique_ptr<file> read(const std::string& name, const std::string& text) {
        outlay::source named(name, text);
        auto table = outlay::read_csv(named, {"base", "quote", "value"}, {"date", "period", "until", "source", "note"});
        if (!table) throw std::runtime_error(outlay::render(table.problems().front()));
        return std::make_unique<file>(file{std::move(named), std::move(table).value()});
    }

    rate_book& add(const std::string& name, const std::string& text) {
        files.push_back(read(name, text));
        auto rates = outlay::read_rate_file(files.back()->text, files.back()->table, currencies());
        if (!rates) throw std::runtime_error(outlay::render(rates.problems().front()));
        for (auto q : rates->quotes) {
            q.source = static_cast<std::uint8_t>(q.source + sources.size());
            quotes.push_back(q);
        }
        sources.insert(sources.end(), rates->sources.begin(), rates->sources.end());
        std::sort(quotes.begin(), quotes.end(), [](const auto& a, const auto& b) {
            return std::tie(a.pair, a.source, a.day) < std::tie(b.pair, b.source, b.day);
        });
        return *this;
    }

    [[nodiscard]] outlay::rate_table table() const { return {quotes, sources}; }

    std::vector<std::unique_ptr<file>> files;
    std::vector<outlay::quote> quotes;
    std::vector<outlay::rate_source> sources;
};

/// Rates of the European Central Bank, three days of January 2025.
inline constexpr const char* ecb_file =
    "# source: European Central Bank, https://www.ecb.europa.eu/stats/\n# licence: free re-use\n# date: 2025-01-31\n"
    "# kind: spot\ndate,base,quote,value\n"
    "2025-01-21,EUR,KRW,1493.41\n2025-01-22,EUR,KRW,1496.01\n2025-01-24,EUR,KRW,1501.60\n"
    "2025-01-21,EUR,USD,1.0357\n2025-01-22,EUR,USD,1.0443\n2025-01-24,EUR,USD,1.0472\n"
    "2025-01-21,EUR,GBP,0.84553\n2025-01-22,EUR,GBP,0.84466\n2025-01-24,EUR,GBP,0.84413\n"
    "2025-01-22,EUR,JPY,162.72\n";

/// Noon buying rates in New York for the same days.
inline constexpr const char* fed_file =
    "# source: Federal Reserve H.10, https://www.federalreserve.gov/releases/h10/\n# kind: "
    "spot\ndate,base,quote,value\n"
    "2025-01-21,USD,KRW,1435.29\n2025-01-22,USD,KRW,1435.77\n2025-01-23,USD,KRW,1434.29\n2025-01-24,USD,KRW,1429.17\n";

inline constexpr const char* peg_file =
    "# source: several banks\n# kind: peg\ndate,base,quote,value,source\n"
    "1986-07-01,USD,SAR,3.75,Saudi Central Bank\n1997-12-01,USD,AED,3.6725,Central Bank of the United Arab Emirates\n";

inline constexpr const char* euro_file =
    "# source: Council of the European Union\n# kind: irrevocable\ndate,base,quote,value\n"
    "1999-01-01,EUR,DEM,1.95583\n1999-01-01,EUR,FRF,6.55957\n2026-01-01,EUR,BGN,1.95583\n";

inline outlay::currency_code code(std::string_view text) { return outlay::currency_code(text); }
inline outlay::currency_pair pair_of(std::string_view text) { return {code(text.substr(0, 3)), code(text.substr(4))}; }
inline outlay::ratio rat(std::string_view text) { return outlay::parse_ratio(text).value(); }
inline outlay::date day(std::string_view text) { return outlay::parse_date(text).value(); }
