/* outlay.h: the C interface: reading, converting, comparing and auditing announced sums, exactly.
   Promises: no exception and no memory of the library's own crosses it; every failure is a status, with its diagnostics;
     amounts are decimal texts, or an integer and a scale; a handle does not need the engine it came from.
   Leaves out: what there is in C++ alone (outlay/outlay.hpp). docs/c.md is its guide.

   Threads: an engine and every other handle may be read by any number of threads at once; outlay_columns is for one
   thread at a time. Versions: a function or a member is never changed, only added (symbols are versioned). */
#ifndef OUTLAY_H
#define OUTLAY_H

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define OUTLAY_API __attribute__((visibility("default")))
#else
#define OUTLAY_API
#endif

/* Any number may be handed in; in C++ that needs saying. */
#ifdef __cplusplus
#define OUTLAY_ENUM : int
extern "C" {
#else
#define OUTLAY_ENUM
#endif

/* Those of the program's exit codes mean the same here. */
typedef enum outlay_status OUTLAY_ENUM {
    OUTLAY_OK = 0,
    OUTLAY_ABSENT = 1,       /* there is no such part: the central value of a ceiling, say */
    OUTLAY_BAD_INPUT = 2,    /* a text or an option is wrong: the diagnostics say what, where, and what would be right */
    OUTLAY_MISSING_FACT = 3, /* a fact that is needed is not known: a rate, say */
    OUTLAY_NO_ROOM = 4,      /* the buffer is too small: `needed` says how large it has to be; nothing was written */
    OUTLAY_OUT_OF_RANGE = 5, /* the number does not fit into 128 bits: its text does */
    OUTLAY_BAD_CALL = 6,     /* a null pointer, an index past the end, an option struct of no version */
    OUTLAY_NO_MEMORY = 7,
    OUTLAY_DEFECT = 70       /* ours */
} outlay_status;

/* A text that is handed in: UTF-8, `size` bytes, no terminator needed. Only read during the call. */
typedef struct outlay_text {
    const char *data;
    size_t size;
} outlay_text;

/* Where a text is written to: at most `capacity` bytes, no terminator. `needed` is set in any case; with a capacity of 0
   that is all (and the status OUTLAY_NO_ROOM, unless the text is empty). */
typedef struct outlay_string {
    char *data;
    size_t capacity;
    size_t needed;
} outlay_string;

/* Two's complement, in the layout that compilers give to __int128 on little-endian machines. */
typedef struct outlay_int128 {
    uint64_t low;
    int64_t high;
} outlay_int128;

/* coefficient × 10^−scale */
typedef struct outlay_decimal {
    outlay_int128 coefficient;
    int32_t scale;
} outlay_decimal;

#define OUTLAY_NO_DAY INT32_MIN /* where a day is expected */

OUTLAY_API const char *outlay_version(void); /* "0.1.0": constant */

/* ---- Diagnostics ---------------------------------------------------------------------------------------------------
   Every function that can fail on what it is given takes a place for diagnostics, which may be NULL. It is set to NULL
   where there is nothing to say; warnings may come with a result. */

typedef struct outlay_problems outlay_problems;

typedef enum outlay_problem_part OUTLAY_ENUM {
    OUTLAY_PROBLEM_ID,       /* "rate-missing" */
    OUTLAY_PROBLEM_MESSAGE,
    OUTLAY_PROBLEM_EXPECTED, /* absent where nothing more can be said; so the others below */
    OUTLAY_PROBLEM_NEAR,     /* near misses, a line each */
    OUTLAY_PROBLEM_REMEDY,
    OUTLAY_PROBLEM_SOURCE,   /* whose text */
    OUTLAY_PROBLEM_EXCERPT,  /* the line */
    OUTLAY_PROBLEM_RENDERED  /* as the program prints it, with the caret */
} outlay_problem_part;

typedef enum outlay_severity OUTLAY_ENUM { OUTLAY_NOTE = 0, OUTLAY_WARNING = 1, OUTLAY_ERROR = 2 } outlay_severity;

typedef struct outlay_problem_place {
    size_t size; /* sizeof(outlay_problem_place), set by the caller */
    int32_t severity;
    int32_t status;  /* OUTLAY_BAD_INPUT, OUTLAY_MISSING_FACT or OUTLAY_DEFECT */
    uint64_t line;   /* from 1; 0: the text as a whole, or no text */
    uint64_t column; /* display column, from 1 */
    uint64_t caret;  /* display columns before the caret */
    uint64_t caret_width;
} outlay_problem_place;

OUTLAY_API size_t outlay_problems_count(const outlay_problems *problems); /* 0 for NULL */
OUTLAY_API outlay_status outlay_problem_text(const outlay_problems *problems, size_t index, outlay_problem_part part,
                                             outlay_string *out);
OUTLAY_API outlay_status outlay_problem_where(const outlay_problems *problems, size_t index, outlay_problem_place *out);
/* All of them as a JSON array of objects: id, severity, cause, message, where, expected, near, remedy, rendered. */
OUTLAY_API outlay_status outlay_problems_json(const outlay_problems *problems, outlay_string *out);
OUTLAY_API void outlay_problems_free(outlay_problems *problems); /* NULL is allowed; so in all of these */

/* ---- The engine: the data that every question is asked of ------------------------------------------------------- */

typedef struct outlay_engine outlay_engine;

typedef struct outlay_engine_options {
    size_t size;        /* sizeof(outlay_engine_options) */
    outlay_text config; /* a folder laid out like config/, laid over the built-in data */
    outlay_text rates;  /* a file of exchange rates made by `outlay rates import`, laid over them */
} outlay_engine_options;

/* `options` may be NULL: the built-in data. */
OUTLAY_API outlay_status outlay_engine_open(const outlay_engine_options *options, outlay_engine **out,
                                            outlay_problems **problems);
OUTLAY_API void outlay_engine_free(outlay_engine *engine);
/* The newest day that it has rates of, in days since 1970-01-01: what is asked without a day is asked as of it.
   OUTLAY_NO_DAY without rates. */
OUTLAY_API int32_t outlay_engine_newest_day(const outlay_engine *engine);

/* What a question may be asked with. All zero: the defaults, as those of the program. */
typedef struct outlay_options {
    size_t size;             /* sizeof(outlay_options) */
    outlay_text as_of;       /* "2025-01-22"; else what the document or the scenario states, else the newest rates */
    outlay_text rates;       /* given rates, a line each: "USD/KRW=1436" */
    outlay_text rate_policy; /* "previous:3", "average:year", … */
    outlay_text side;        /* "mid", "bid", "ask" */
    outlay_text spread;      /* "0.5%" */
    outlay_text language;    /* "ko"; else that of each passage */
    outlay_text locale;      /* of readable texts: "en" */
    outlay_text rounding;    /* "half-up", "half-even" */
    outlay_text kinds;       /* of a scan: "money", "money,jobs", "all" */
    outlay_text metrics;     /* of a comparison: "total,per_job"; else all */
    outlay_text form;        /* of documents: "auto", or "text": UTF-8 as it is, whatever it looks like */
} outlay_options;

/* ---- One amount --------------------------------------------------------------------------------------------------- */

typedef struct outlay_conversion outlay_conversion;

typedef enum outlay_conversion_part OUTLAY_ENUM {
    OUTLAY_VALUE,    /* "1392757660.17": rounded once; absent for a bound without a central value */
    OUTLAY_EXACT,    /* "200000/157", or "1436" for a whole number; absent likewise */
    OUTLAY_LOW,      /* the lower bound, exactly; absent where none is stated */
    OUTLAY_HIGH,
    OUTLAY_CURRENCY, /* "USD" */
    OUTLAY_QUALIFIER,/* "at_most" */
    OUTLAY_REPORT,   /* what the program prints: the amount in full and in words, and how it came about */
    OUTLAY_JSON      /* the document of `outlay convert --format json` */
} outlay_conversion_part;

/* "5000억 달러", "up to $500 billion" in another currency. */
OUTLAY_API outlay_status outlay_convert(const outlay_engine *engine, outlay_text amount, outlay_text to,
                                        const outlay_options *options, outlay_conversion **out,
                                        outlay_problems **problems);
OUTLAY_API outlay_status outlay_conversion_text(const outlay_conversion *conversion, outlay_conversion_part part,
                                                outlay_string *out);
/* OUTLAY_VALUE, or OUTLAY_EXACT, OUTLAY_LOW and OUTLAY_HIGH where their decimals end (else OUTLAY_OUT_OF_RANGE). */
OUTLAY_API outlay_status outlay_conversion_decimal(const outlay_conversion *conversion, outlay_conversion_part part,
                                                   outlay_decimal *out);
OUTLAY_API void outlay_conversion_free(outlay_conversion *conversion);

/* One figure, read and not converted: the JSON of its reading, as a line of `outlay scan --format jsonl`. `kind` is
   "money", "jobs", "duration", …; empty: money. */
OUTLAY_API outlay_status outlay_read_json(const outlay_engine *engine, outlay_text text, outlay_text kind,
                                          const outlay_options *options, outlay_string *out,
                                          outlay_problems **problems);

/* An integer and a scale, to the minor unit of `to`. */
OUTLAY_API outlay_status outlay_convert_decimal(const outlay_engine *engine, const outlay_decimal *amount,
                                                outlay_text from, outlay_text to, const outlay_options *options,
                                                outlay_decimal *out, outlay_problems **problems);

/* The rate of a pair: {"pair","value","exact","factor","date","source","kind","legs"}; `factor` turns an amount of
   `from` into one of `to`. */
OUTLAY_API outlay_status outlay_rate_json(const outlay_engine *engine, outlay_text from, outlay_text to,
                                          const outlay_options *options, outlay_string *out,
                                          outlay_problems **problems);

/* ---- Documents ---------------------------------------------------------------------------------------------------- */

typedef struct outlay_figures outlay_figures;

typedef struct outlay_figure {
    size_t size;        /* sizeof(outlay_figure), set by the caller */
    uint64_t begin;     /* bytes, half-open */
    uint64_t end;
    uint64_t line;      /* from 1 */
    uint64_t column;    /* display column, from 1 */
    char currency[4];   /* "USD", or "" */
    int32_t low_open;   /* 1: the bound itself is not meant */
    int32_t high_open;
} outlay_figure;

typedef enum outlay_figure_part OUTLAY_ENUM {
    OUTLAY_FIGURE_KIND,      /* "money" */
    OUTLAY_FIGURE_TEXT,      /* the bytes themselves */
    OUTLAY_FIGURE_QUALIFIER,
    OUTLAY_FIGURE_LOW,       /* decimal; absent where nobody stated it; so high and central */
    OUTLAY_FIGURE_HIGH,
    OUTLAY_FIGURE_CENTRAL,
    OUTLAY_FIGURE_JSON       /* a line of `outlay scan --format jsonl`, with its line end */
} outlay_figure_part;

/* The bytes of a file as it lies on disk: UTF-8 with or without a mark, UTF-16 by its mark, an HTML page by its name or
   its beginning; places are the file's. Bytes that are no text are passed over, and the first of them is a warning.
   `name` is what the document is called; `to` may be empty: then nothing is converted. */
OUTLAY_API outlay_status outlay_scan(const outlay_engine *engine, outlay_text name, outlay_text document,
                                     outlay_text to, const outlay_options *options, outlay_figures **out, outlay_problems **problems);
OUTLAY_API size_t outlay_figures_count(const outlay_figures *figures);
OUTLAY_API outlay_status outlay_figure_at(const outlay_figures *figures, size_t index, outlay_figure *out);
OUTLAY_API outlay_status outlay_figure_text(const outlay_figures *figures, size_t index, outlay_figure_part part,
                                            outlay_string *out);
OUTLAY_API outlay_status outlay_figures_json_lines(const outlay_figures *figures, outlay_string *out);
OUTLAY_API void outlay_figures_free(outlay_figures *figures);
/* 1 if a file that begins so is its text, and no page or UTF-16: it may be cut at line ends and read in parts, with
   "text" as the option `form`. */
OUTLAY_API int outlay_is_plain_text(outlay_text name, outlay_text beginning);

typedef enum outlay_format OUTLAY_ENUM {
    OUTLAY_TABLE,    /* for readers */
    OUTLAY_AS_JSON,
    OUTLAY_CSV,
    OUTLAY_MARKDOWN,
    OUTLAY_EXPLANATION, /* of every number */
    OUTLAY_WORKBOOK     /* the bytes of a spreadsheet (xlsx) */
} outlay_format;

typedef struct outlay_comparison outlay_comparison;
/* `scenario` is the text of a scenario file, `name` what it is called in diagnostics; `to` may be empty. */
OUTLAY_API outlay_status outlay_compare(const outlay_engine *engine, outlay_text name, outlay_text scenario,
                                        outlay_text to, const outlay_options *options, outlay_comparison **out,
                                        outlay_problems **problems);
OUTLAY_API outlay_status outlay_comparison_text(const outlay_comparison *comparison, outlay_format format,
                                                outlay_string *out);
OUTLAY_API void outlay_comparison_free(outlay_comparison *comparison);

typedef struct outlay_audit outlay_audit;
/* Documents that belong together, such as the language versions of one; `names` and `documents` have `count` each, in
   the forms that outlay_scan() takes. */
OUTLAY_API outlay_status outlay_audit_documents(const outlay_engine *engine, const outlay_text *names,
                                                const outlay_text *documents, size_t count,
                                                const outlay_options *options, outlay_audit **out,
                                                outlay_problems **problems);
/* OUTLAY_TABLE or OUTLAY_AS_JSON. */
OUTLAY_API outlay_status outlay_audit_text(const outlay_audit *audit, outlay_format format, outlay_string *out);
OUTLAY_API int outlay_audit_objects(const outlay_audit *audit); /* 1 if a finding is a warning or an error */
OUTLAY_API void outlay_audit_free(outlay_audit *audit);

/* ---- Simulation: how the results of a comparison are spread when its inputs are -------------------------------------
   Approximate, and the one place where a double stands for money: the answer says how its numbers were made. */

typedef struct outlay_simulation outlay_simulation;

/* All zero: computed, for rates that move for a year. */
typedef struct outlay_simulation_options {
    size_t size;         /* sizeof(outlay_simulation_options) */
    uint64_t samples;    /* 0: computed by convolution, without an error of sampling; else drawn so many times */
    uint64_t seed;       /* the same seed and samples give the same numbers on any machine */
    outlay_text horizon; /* for how long rates go on moving: "18 months" */
    uint32_t threads;    /* 0: one; the answer does not depend on them */
} outlay_simulation_options;

/* The shares of cases that lie at or below: 5, 10, 25, 50, 75, 90 and 95 %. */
#define OUTLAY_PERCENTILES 7
#define OUTLAY_MEDIAN 3

typedef struct outlay_spread {
    size_t size;      /* sizeof(outlay_spread), set by the caller */
    int32_t is_ratio; /* 1: the metric of the baseline over that of the investment */
    double percentiles[OUTLAY_PERCENTILES];
    double errors[OUTLAY_PERCENTILES]; /* standard errors of sampling; 0 where nothing was drawn */
    double mean;
    double deviation; /* standard */
} outlay_spread;

typedef enum outlay_spread_part OUTLAY_ENUM {
    OUTLAY_SPREAD_INVESTMENT,
    OUTLAY_SPREAD_METRIC,   /* "per_job" */
    OUTLAY_SPREAD_UNIT,     /* "USD/job"; absent for a ratio */
    OUTLAY_SPREAD_QUALIFIER /* "at_most": of a ceiling, each number is one */
} outlay_spread_part;

/* The scenario as outlay_compare() takes it; its file's own case alone is asked. `simulation` may be NULL. */
OUTLAY_API outlay_status outlay_simulate(const outlay_engine *engine, outlay_text name, outlay_text scenario,
                                         outlay_text to, const outlay_options *options,
                                         const outlay_simulation_options *simulation,
                                         outlay_simulation **out, outlay_problems **problems);
/* Results that depend on an uncertain input; those that cannot be told are in the JSON, with their reasons. */
OUTLAY_API size_t outlay_simulation_count(const outlay_simulation *simulation);
OUTLAY_API outlay_status outlay_simulation_at(const outlay_simulation *simulation, size_t index, outlay_spread *out);
OUTLAY_API outlay_status outlay_simulation_part(const outlay_simulation *simulation, size_t index,
                                                outlay_spread_part part, outlay_string *out);
/* OUTLAY_TABLE, OUTLAY_AS_JSON, OUTLAY_CSV or OUTLAY_MARKDOWN. */
OUTLAY_API outlay_status outlay_simulation_text(const outlay_simulation *simulation, outlay_format format,
                                                outlay_string *out);
OUTLAY_API void outlay_simulation_free(outlay_simulation *simulation);

/* ---- Columns: many amounts at the rates of their days ------------------------------------------------------------- */

typedef struct outlay_columns outlay_columns;

#define OUTLAY_MINOR_UNIT INT32_MIN /* as many digits as the currency has: cents for dollars, whole yen */

typedef enum outlay_row_status OUTLAY_ENUM {
    OUTLAY_ROW_CONVERTED = 0,
    OUTLAY_ROW_NO_RATE = 1,
    OUTLAY_ROW_OUT_OF_RANGE = 2,    /* the exact result does not fit */
    OUTLAY_ROW_UNKNOWN_CURRENCY = 3,
    OUTLAY_ROW_NO_DAY = 4
} outlay_row_status;

typedef struct outlay_column_input {
    size_t size;                       /* sizeof(outlay_column_input) */
    size_t rows;
    const int64_t *amounts;            /* either these */
    const outlay_int128 *wide_amounts; /* or these */
    const char *currencies;            /* three letters a row, no terminators; NULL: `currency` for all */
    outlay_text currency;
    const int32_t *days;               /* days since 1970-01-01; NULL: the as-of day for all */
} outlay_column_input;

typedef struct outlay_column_output {
    size_t size;                /* sizeof(outlay_column_output) */
    int64_t *values;            /* either these */
    outlay_int128 *wide_values; /* or these */
    uint8_t *status;            /* an outlay_row_status a row; a row without a result has the value 0 */
} outlay_column_output;

/* Amounts count 10^−amount_scale, results 10^−result_scale. Rounds half to even unless the options say otherwise. */
OUTLAY_API outlay_status outlay_columns_open(const outlay_engine *engine, outlay_text to, int32_t amount_scale,
                                             int32_t result_scale, const outlay_options *options, outlay_columns **out,
                                             outlay_problems **problems);
/* `without_result` may be NULL. A result may be written over its column. */
OUTLAY_API outlay_status outlay_columns_convert(outlay_columns *columns, const outlay_column_input *in,
                                                const outlay_column_output *out, size_t *without_result);
/* What the rates that were used so far are warned of, one a kind (two sources that disagree, say). */
OUTLAY_API outlay_status outlay_columns_warnings(const outlay_columns *columns, outlay_problems **problems);
OUTLAY_API int32_t outlay_columns_result_scale(const outlay_columns *columns);
OUTLAY_API void outlay_columns_free(outlay_columns *columns);

#ifdef __cplusplus
}
#endif

#endif
