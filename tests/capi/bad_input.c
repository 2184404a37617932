/* What is wrong has a status and its diagnostics, leaves the results null, and costs nothing else. */
#include "check.h"

static outlay_engine *engine;

static void wrong_texts(void) {
    outlay_conversion *none = (outlay_conversion *)&failures;
    outlay_problems *problems = NULL;
    outlay_problem_place where = {0};
    outlay_string out = room();
    CHECK(outlay_convert(engine, text("5 bilion dollars"), text("USX"), NULL, &none, &problems) == OUTLAY_BAD_INPUT);
    CHECK(none == NULL && outlay_problems_count(problems) == 2);
    CHECK(outlay_problem_text(problems, 1, OUTLAY_PROBLEM_ID, &out) == OUTLAY_OK);
    CHECK(strcmp(buffer, "unknown-currency") == 0);
    out = room();
    CHECK(outlay_problem_text(problems, 1, OUTLAY_PROBLEM_NEAR, &out) == OUTLAY_OK && strstr(buffer, "USD") != NULL);
    out = room();
    CHECK(outlay_problem_text(problems, 0, OUTLAY_PROBLEM_RENDERED, &out) == OUTLAY_OK && strstr(buffer, "error") != NULL);
    where.size = sizeof where;
    CHECK(outlay_problem_where(problems, 0, &where) == OUTLAY_OK && where.severity == OUTLAY_ERROR);
    CHECK(where.status == OUTLAY_BAD_INPUT);
    out = room();
    CHECK(outlay_problems_json(problems, &out) == OUTLAY_OK && buffer[0] == '[');
    CHECK(outlay_problem_text(problems, 2, OUTLAY_PROBLEM_ID, &out) == OUTLAY_BAD_CALL);
    outlay_problems_free(problems);
    /* Any bytes may be read. */
    CHECK(outlay_convert(engine, text("\xff\xfe$5"), text("USD"), NULL, &none, NULL) == OUTLAY_BAD_INPUT);
}

static void missing_rate(void) {
    outlay_options options = {0};
    outlay_conversion *none = NULL;
    outlay_problems *problems = NULL;
    options.size = sizeof options;
    options.as_of = text("1960-01-04");
    CHECK(outlay_convert(engine, text("$5"), text("KRW"), &options, &none, &problems) == OUTLAY_MISSING_FACT);
    CHECK(none == NULL && outlay_problems_count(problems) == 1);
    outlay_problems_free(problems);
}

/* Every wrong option is told in one pass, under its name. */
static void wrong_options(void) {
    outlay_options options = {0};
    outlay_conversion *none = NULL;
    outlay_problems *problems = NULL;
    outlay_string out = room();
    options.size = sizeof options;
    options.as_of = text("2025-02-30");
    options.rates = text("USD/KRX=5\nUSD/KRW=1436\nKRW/USD=2");
    options.rounding = text("half-evn");
    options.kinds = text("mony");
    CHECK(outlay_convert(engine, text("$5"), text("KRW"), &options, &none, &problems) == OUTLAY_BAD_INPUT);
    CHECK(outlay_problems_count(problems) == 5);
    CHECK(outlay_problem_text(problems, 0, OUTLAY_PROBLEM_SOURCE, &out) == OUTLAY_OK && strcmp(buffer, "as_of") == 0);
    outlay_problems_free(problems);
}

static void wrong_calls(void) {
    outlay_options options = {0};
    outlay_conversion *none = NULL;
    outlay_engine *no_engine = NULL;
    outlay_string out = room();
    outlay_text no_bytes = {NULL, 5};
    struct {
        outlay_options known;
        void *later;
    } newer;
    CHECK(outlay_convert(NULL, text("$5"), text("KRW"), NULL, &none, NULL) == OUTLAY_BAD_CALL);
    CHECK(outlay_convert(engine, no_bytes, text("KRW"), NULL, &none, NULL) == OUTLAY_BAD_CALL);
    CHECK(outlay_convert(engine, text("$5"), text("KRW"), NULL, NULL, NULL) == OUTLAY_BAD_CALL);
    CHECK(outlay_convert(engine, text("$5"), text("KRW"), &options, &none, NULL) == OUTLAY_BAD_CALL); /* a size of 0 */
    CHECK(outlay_engine_open(NULL, NULL, NULL) == OUTLAY_BAD_CALL);
    CHECK(outlay_conversion_text(NULL, OUTLAY_VALUE, &out) == OUTLAY_BAD_CALL);
    CHECK(outlay_figures_count(NULL) == 0 && outlay_problems_count(NULL) == 0);
    /* Options of a later version: unset members are no matter, set ones cannot be ignored. */
    memset(&newer, 0, sizeof newer);
    newer.known.size = sizeof newer;
    CHECK(outlay_convert(engine, text("$5"), text("USD"), &newer.known, &none, NULL) == OUTLAY_OK);
    outlay_conversion_free(none);
    newer.later = &newer;
    CHECK(outlay_convert(engine, text("$5"), text("USD"), &newer.known, &none, NULL) == OUTLAY_BAD_CALL);
    /* Options of an earlier version. */
    options.size = offsetof(outlay_options, rates);
    options.rates = text("nonsense that an earlier version did not have");
    CHECK(outlay_convert(engine, text("$5"), text("USD"), &options, &none, NULL) == OUTLAY_OK);
    outlay_conversion_free(none);
    /* A size within a member is that of no version. */
    for (options.size = 1; options.size < sizeof options; ++options.size)
        if ((options.size - sizeof(size_t)) % sizeof(outlay_text) != 0)
            CHECK(outlay_convert(engine, text("$5"), text("USD"), &options, &none, NULL) == OUTLAY_BAD_CALL);
    CHECK(no_engine == NULL);
    outlay_engine_free(NULL);
    outlay_problems_free(NULL);
}

static void small_buffers(void) {
    outlay_conversion *same = NULL;
    outlay_string out = {NULL, 0, 0};
    char three[4] = "xyz";
    CHECK(outlay_convert(engine, text("$12.50"), text("USD"), NULL, &same, NULL) == OUTLAY_OK);
    CHECK(outlay_conversion_text(same, OUTLAY_VALUE, &out) == OUTLAY_NO_ROOM && out.needed == 5);
    out.data = three;
    out.capacity = 3;
    CHECK(outlay_conversion_text(same, OUTLAY_VALUE, &out) == OUTLAY_NO_ROOM && out.needed == 5);
    CHECK(strcmp(three, "xyz") == 0); /* nothing of it was written */
    CHECK(outlay_conversion_text(same, OUTLAY_CURRENCY, &out) == OUTLAY_OK && strcmp(three, "USD") == 0);
    CHECK(outlay_conversion_text(same, (outlay_conversion_part)99, &out) == OUTLAY_BAD_CALL);
    CHECK(outlay_conversion_text(same, OUTLAY_VALUE, NULL) == OUTLAY_BAD_CALL);
    outlay_conversion_free(same);
}

static void wrong_scenario(void) {
    outlay_comparison *none = NULL;
    outlay_problems *problems = NULL;
    outlay_problem_place where = {0};
    where.size = sizeof where;
    CHECK(outlay_compare(engine, text("a.toml"), text("to = \"USD\"\n[[investment]]\nname = \"A\"\noutlay = 5.5\njbs = \"3\"\n"),
                         text(""), NULL, &none, &problems) == OUTLAY_BAD_INPUT);
    CHECK(none == NULL && outlay_problems_count(problems) == 2); /* the float and the misspelled key, in one pass */
    CHECK(outlay_problem_where(problems, 0, &where) == OUTLAY_OK && where.line == 4);
    outlay_problems_free(problems);
    CHECK(outlay_compare(engine, text("a.toml"), text(""), text(""), NULL, &none, NULL) == OUTLAY_BAD_INPUT);
}

int main(void) {
    outlay_engine_options options = {0};
    outlay_problems *problems = NULL;
    options.size = sizeof options;
    options.config = text("/nonexistent");
    CHECK(outlay_engine_open(&options, &engine, &problems) == OUTLAY_BAD_INPUT);
    CHECK(engine == NULL && outlay_problems_count(problems) > 0);
    outlay_problems_free(problems);
    options.config = text("");
    options.rates = text("/nonexistent");
    CHECK(outlay_engine_open(&options, &engine, NULL) == OUTLAY_BAD_INPUT);
    if (outlay_engine_open(NULL, &engine, NULL) != OUTLAY_OK) return 1;
    wrong_texts();
    missing_rate();
    wrong_options();
    wrong_calls();
    small_buffers();
    wrong_scenario();
    outlay_engine_free(engine);
    return failures != 0;
}
