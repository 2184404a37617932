// rate_store: exchange rates that a user has imported, in one file (SQLite), with where each of them came from.
// Promises: a value is what was published, exactly (an integer and a scale); a corrected value stands beside the old one
//   as a later vintage, and a question may ask for what was known then; a file that is no store, is damaged or was made
//   by a newer version is named as such and never written to; what an import adds is there as a whole or not at all.
// Leaves out: reading files (rates/rate_import.hpp) and choosing a rate (rates/rate_policy.hpp). Nothing here knows now.
#pragma once

#include <outlay/rates/rate_publisher.hpp>
#include <outlay/rates/rate_table.hpp>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace outlay {

namespace store {
class database;
}

/// What was known then: after an import, by its number, or at the end of a day (UTC). Neither: all that is known.
struct rate_vintage {
    std::optional<std::int64_t> import;
    std::optional<date> day;
};
/// "3" or "2026-11-24". Errors: vintage-malformed.
[[nodiscard]] result<rate_vintage> read_vintage(std::string_view text, std::optional<place> where = std::nullopt);

/// Which quotes a question needs.
struct rate_question {
    std::vector<currency_code> currencies;  ///< pairs of two of these; empty: all pairs
    std::vector<date_span> days;            ///< empty: all days. Of pegs and the like, what is in force on them too
    bool with_neighbours = false;           ///< also of each pair the last quote before those days and the first after
    std::vector<rate_side> sides{rate_side::mid};
    rate_vintage vintage;
    std::span<const rate_publisher> preference;  ///< of two sources of one pair and day the one named first answers
};

/// One file that was imported.
struct rate_import_record {
    std::int64_t number = 0;  ///< 1, 2, 3: the vintage
    std::string file;         ///< its name, without its folder
    std::uint64_t bytes = 0;
    std::string sha256;
    std::string format;  ///< "ecb-csv", "ecb-xml", "fred-csv", "bis-csv", "plain-csv"; in an archive "ecb-csv.zip"
    std::chrono::sys_seconds time;     ///< when it was imported
    std::uint64_t quotes = 0;          ///< values in the file
    std::uint64_t added = 0;           ///< of them, those that were not known
    std::uint64_t corrected = 0;       ///< of them, those that were known with another value
    std::vector<rate_source> sources;  ///< whose rates they are; the views point into `texts`
    std::shared_ptr<const void> texts;
};

/// A series of the store: a pair of one source and side.
struct stored_series {
    currency_pair pair;
    rate_source source;
    date first;
    date last;
    std::uint64_t count = 0;
    std::shared_ptr<const void> texts;  ///< what the views of `source` point into
};

/// Days without a quote between two of one series, or two quotes of neighbouring days that are far apart.
struct rate_gap {
    currency_pair pair;
    std::string source;
    date before;
    date after;
};
struct rate_jump {
    currency_pair pair;
    std::string source;
    date before;
    date after;
    decimal old_value;
    decimal new_value;
};

struct verify_limits {
    int gap_days = 7;       ///< a longer gap is told
    int jump_percent = 20;  ///< a higher step, up or down, is told
};

/// What a look at the whole store found. `problems` are defects of the store; gaps and jumps may be history.
struct store_check {
    diagnostics problems;
    std::uint64_t imports = 0;
    std::uint64_t series = 0;
    std::uint64_t quotes = 0;  ///< with those that were corrected later
    std::vector<rate_gap> gaps;
    std::vector<rate_jump> jumps;
};

class rate_store {
public:
    enum class purpose { read, import };
    /// A store that is there; for an import, one is made where none is, with the folders above it.
    /// Errors: store-missing, store-not-a-database, store-foreign, store-newer, store-corrupt, store-busy,
    /// store-unreadable, store-unwritable, file-is-directory.
    [[nodiscard]] static result<rate_store> open(const std::string& path, purpose use = purpose::read);
    rate_store(rate_store&&) noexcept;
    rate_store& operator=(rate_store&&) noexcept;
    ~rate_store();

    [[nodiscard]] const std::string& path() const;
    /// Sorted by pair, then source, then day. Errors: vintage-unknown, rate-sources-too-many, store-*.
    [[nodiscard]] result<rate_collection> load(const rate_question& question) const;
    /// The newest day of any spot quote.
    [[nodiscard]] result<std::optional<date>> newest_day(const rate_vintage& vintage = {}) const;
    /// Sorted by pair, then source.
    [[nodiscard]] result<std::vector<stored_series>> series(const rate_vintage& vintage = {}) const;
    [[nodiscard]] result<std::vector<rate_import_record>> imports() const;
    /// The imports that the quotes of a pair, a source and some days came with, by number.
    [[nodiscard]] result<std::vector<rate_import_record>> imports_of(const currency_pair& pair,
                                                                     std::string_view source_name,
                                                                     const date_span& days,
                                                                     const rate_vintage& vintage = {}) const;
    /// Reads everything: the file's own structure, the digest of each import, gaps and jumps.
    [[nodiscard]] result<store_check> verify(const verify_limits& limits = {}) const;

    /// For the importers.
    [[nodiscard]] store::database& database() const { return *db_; }

private:
    explicit rate_store(std::unique_ptr<store::database> db);
    std::unique_ptr<store::database> db_;
};

/// Where a user's store lies by the XDG rules, given $XDG_DATA_HOME and $HOME; empty if neither names a folder.
[[nodiscard]] std::string default_rate_store(std::string_view data_home, std::string_view home);

}  // namespace outlay
