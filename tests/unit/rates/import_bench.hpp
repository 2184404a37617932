// import_bench: a folder with a rate store and files to import into it, for the tests of the store and of the importers.
#pragma once

#include "temporary_folder.hpp"

#include <outlay/engine.hpp>
#include <outlay/rates/rate_import.hpp>
#include <outlay/rates/rate_store.hpp>

#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace import_bench {

/// 2026-11-24 07:02:01 UTC.
inline constexpr std::chrono::sys_seconds today{std::chrono::seconds{1795503721}};

inline outlay::rate_import_facts facts() {
    static const auto data = outlay::engine::embedded();
    return {data.currencies(), data.rate_publishers(), data.rate_series_codes(), data.rates(),
            data.default_policy().pivots};
}

inline std::string read_all(const std::string& path) {
    std::string text;
    if (auto* file = std::fopen(path.c_str(), "rb")) {
        char buffer[4096];
        for (std::size_t count = 0; (count = std::fread(buffer, 1, sizeof buffer, file)) > 0;)
            text.append(buffer, count);
        std::fclose(file);
    }
    return text;
}

class bench {
public:
    [[nodiscard]] std::string path(const std::string& name) const { return folder_.path() + "/" + name; }
    [[nodiscard]] std::string store() const { return path("rates.sqlite"); }
    void write(const std::string& name, std::string_view text) const { folder_.write(name, text); }

    [[nodiscard]] outlay::result<outlay::rate_import_outcome> import_file(const std::string& name,
                                                                          std::string source = {}, bool force = false,
                                                                          std::chrono::sys_seconds now = today) const {
        return outlay::import_rates(store(), facts(), {path(name), std::move(source), force, now});
    }
    /// Writes a file and imports it.
    [[nodiscard]] outlay::result<outlay::rate_import_outcome> import_text(std::string_view text,
                                                                          std::string source = {}, bool force = false,
                                                                          std::chrono::sys_seconds now = today) const {
        const auto name = "input-" + std::to_string(++written_) + ".csv";
        write(name, text);
        return import_file(name, std::move(source), force, now);
    }
    [[nodiscard]] outlay::rate_collection load(const outlay::rate_question& question = {}) const {
        const auto opened = outlay::rate_store::open(store());
        return opened.value().load(question).value();
    }

private:
    temporary_folder folder_;
    mutable int written_ = 0;
};

/// "EUR/KRW 2025-01-22 1496.01 European Central Bank", a line a quote.
inline std::vector<std::string> lines_of(const outlay::rate_collection& rates) {
    std::vector<std::string> lines;
    for (const auto& q : rates.quotes) {
        const auto& source = rates.sources[q.source];
        auto line = to_text(q.pair) + " " + outlay::to_text(q.observed()) + " " + q.value().text() + " " +
                    std::string(source.name);
        if (source.kind != outlay::rate_kind::spot) line.append(" ").append(to_text(source.kind));
        if (source.side != outlay::rate_side::mid) line.append(" ").append(to_text(source.side));
        lines.push_back(std::move(line));
    }
    return lines;
}

inline std::vector<std::string> ids_of(const outlay::diagnostics& problems) {
    std::vector<std::string> ids;
    for (const auto& problem : problems) ids.push_back(problem.id);
    return ids;
}

/// "id line:column", a problem each.
inline std::vector<std::string> places_of(const outlay::diagnostics& problems) {
    std::vector<std::string> places;
    for (const auto& problem : problems) {
        auto text = problem.id;
        if (problem.where && problem.where->line > 0)
            text += " " + std::to_string(problem.where->line) + ":" + std::to_string(problem.where->column);
        places.push_back(std::move(text));
    }
    return places;
}

}  // namespace import_bench
