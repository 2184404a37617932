// rate_import: files of exchange rates as their publishers serve them, read into a rate store.
// Promises: a file is told by its content; it is read line by line in bounded memory, whatever its size; all of its
//   errors are reported, each with its place, and with any error the store stays as it was.
// Formats: ecb-csv (eurofxref-hist.csv), ecb-xml (daily and 90 days), fred-csv (series of config/rates/fred-series.csv),
//   bis-csv (the flat CSV of the BIS data portal: daily values, and means of months, quarters and years),
//   plain-csv (date,base,quote,value[,side][,source][,kind][,address][,licence]); each may lie alone in a zip archive.
// Leaves out: fetching files, and choosing a rate.
#pragma once

#include <outlay/rates/rate_publisher.hpp>
#include <outlay/rates/rate_store.hpp>

#include <span>
#include <string>
#include <vector>

namespace outlay {

/// What an importer knows before it reads.
struct rate_import_facts {
    currency_table currencies;
    std::span<const rate_publisher> publishers;
    std::span<const rate_series_code> series_codes;
    rate_table known;                   ///< quotes to hold against those of the file, with those of the store
    std::vector<currency_code> pivots;  ///< currencies through which a pair is known that is not quoted itself
    ratio correction_limit = make_ratio(6, 5);  ///< a corrected value that is more than so many times the old one, or
                                                ///< less than one over it, is no correction but a slip
};

struct rate_import_request {
    std::string file;    ///< "-": standard input
    std::string source;  ///< a publisher's id; for a plain file, else, the source's name; empty: the file tells
    bool force = false;  ///< accept values that look inverted, and corrections beyond the limit
    std::chrono::sys_seconds now;  ///< the time to record; no quote may be of a later day
};

struct rate_import_outcome {
    rate_import_record record;  ///< number 0: the file holds nothing new, and nothing was written
    bool was_imported = false;  ///< the same file was imported before, as record.number
    std::size_t pairs = 0;
    date first;
    date last;
    diagnostics notes;  ///< warnings: corrected values, repeated rows, rows that are left out, an end that may be cut off
};

/// Makes the store if there is none. Errors: those of rate_store::open and of the readers: import-format-unknown,
/// import-source-unknown, import-source-other, import-empty, import-no-quotes, import-encoding, not-utf8, line-too-long,
/// csv-row-length, csv-quote-open, csv-quote-stray, csv-unknown-column, csv-column-twice, csv-missing-column,
/// date-malformed, period-malformed, rate-from-future, unknown-currency, pair-of-itself, number-malformed,
/// number-out-of-range, rate-not-positive, rate-duplicate, rate-too-early, rate-mean-period, rate-sides-crossed,
/// rate-correction-suspected, csv-line-ends, rate-side-unknown, rate-kind-unknown, fred-series-unknown,
/// xml-malformed, xml-doctype, xml-unexpected, archive-*, import-too-many-series, import-more-problems,
/// inverted-pair-suspected, file-missing, file-is-directory, file-unreadable, file-changed.
[[nodiscard]] result<rate_import_outcome> import_rates(const std::string& store, const rate_import_facts& facts,
                                                       const rate_import_request& request);

}  // namespace outlay
