/* The C interface answers what the program answers. */
#include "check.h"

static outlay_engine *engine;

static void converts(void) {
    outlay_options options = {0};
    outlay_conversion *won = NULL;
    outlay_problems *problems = NULL;
    outlay_string out = room();
    outlay_decimal value;
    options.size = sizeof options;
    options.as_of = text("2025-01-22");
    CHECK(outlay_convert(engine, text("5000억 달러"), text("KRW"), &options, &won, &problems) == OUTLAY_OK);
    CHECK(problems == NULL && won != NULL);
    CHECK(outlay_conversion_text(won, OUTLAY_EXACT, &out) == OUTLAY_OK);
    /* The European Central Bank's euro rates of that day: 1496.01 won and 1.0443 dollars. */
    CHECK(strcmp(buffer, "2493350000000000000/3481") == 0);
    CHECK(out.needed == strlen(buffer));
    out = room();
    CHECK(outlay_conversion_text(won, OUTLAY_VALUE, &out) == OUTLAY_OK && strcmp(buffer, "716274059178397") == 0);
    CHECK(outlay_conversion_decimal(won, OUTLAY_VALUE, &value) == OUTLAY_OK);
    CHECK(value.coefficient.low == 716274059178397U && value.coefficient.high == 0 && value.scale == 0);
    CHECK(outlay_conversion_decimal(won, OUTLAY_EXACT, &value) == OUTLAY_OUT_OF_RANGE);
    out = room();
    CHECK(outlay_conversion_text(won, OUTLAY_JSON, &out) == OUTLAY_OK && strstr(buffer, "\"outlay/1\"") != NULL);
    outlay_conversion_free(won);
}

static void keeps_a_ceiling(void) {
    outlay_options options = {0};
    outlay_conversion *won = NULL;
    outlay_string out = room();
    outlay_decimal value;
    options.size = sizeof options;
    options.rates = text("USD/KRW=1436");
    CHECK(outlay_convert(engine, text("up to $500 billion"), text("KRW"), &options, &won, NULL) == OUTLAY_OK);
    CHECK(outlay_conversion_text(won, OUTLAY_VALUE, &out) == OUTLAY_ABSENT && out.needed == 0);
    CHECK(outlay_conversion_text(won, OUTLAY_LOW, &out) == OUTLAY_ABSENT);
    CHECK(outlay_conversion_decimal(won, OUTLAY_VALUE, &value) == OUTLAY_ABSENT);
    CHECK(outlay_conversion_text(won, OUTLAY_HIGH, &out) == OUTLAY_OK && strcmp(buffer, "718000000000000") == 0);
    out = room();
    CHECK(outlay_conversion_text(won, OUTLAY_QUALIFIER, &out) == OUTLAY_OK && strcmp(buffer, "at_most") == 0);
    outlay_conversion_free(won);
}

static void converts_an_integer_and_a_scale(void) {
    outlay_options options = {0};
    outlay_decimal amount = {{200000U, 0}, 0}, value;
    options.size = sizeof options;
    options.rates = text("USD/KRW=200000/157");
    CHECK(outlay_convert_decimal(engine, &amount, text("KRW"), text("USD"), &options, &value, NULL) == OUTLAY_OK);
    CHECK(value.coefficient.low == 15700U && value.coefficient.high == 0 && value.scale == 2);
    amount.coefficient.low = (uint64_t)-1; /* −1 won */
    amount.coefficient.high = -1;
    amount.scale = -6; /* a million of them */
    CHECK(outlay_convert_decimal(engine, &amount, text("KRW"), text("USD"), &options, &value, NULL) == OUTLAY_OK);
    CHECK(value.coefficient.low == (uint64_t)-78500 && value.coefficient.high == -1 && value.scale == 2);
}

static void scans(void) {
    static const char article[] = "Seoul, Jan. 22, 2025\n2조원을 투자한다. Up to $500 billion.\n";
    outlay_figures *figures = NULL;
    outlay_figure where = {0};
    outlay_string out = room();
    where.size = sizeof where;
    CHECK(outlay_scan(engine, text("memo"), text(article), text("USD"), NULL, &figures, NULL) == OUTLAY_OK);
    CHECK(outlay_figures_count(figures) == 2);
    CHECK(outlay_figure_at(figures, 0, &where) == OUTLAY_OK);
    CHECK(where.line == 2 && where.column == 1 && where.begin == 21 && strcmp(where.currency, "KRW") == 0);
    CHECK(outlay_figure_text(figures, 0, OUTLAY_FIGURE_LOW, &out) == OUTLAY_OK);
    CHECK(strcmp(buffer, "2000000000000") == 0);
    CHECK(outlay_figure_text(figures, 1, OUTLAY_FIGURE_LOW, &out) == OUTLAY_ABSENT);
    out = room();
    CHECK(outlay_figures_json_lines(figures, &out) == OUTLAY_OK && strstr(buffer, "\"document\":\"memo\"") != NULL);
    outlay_figures_free(figures);
}

static const char scenario[] =
    "to = \"USD\"\nas_of = 2025-01-22\n"
    "[[investment]]\nname = \"A\"\noutlay = \"$500 billion\"\njobs = \"100,000\"\n"
    "[[investment]]\nname = \"B\"\noutlay = \"2조원\"\n";

static void compares_and_audits(void) {
    outlay_comparison *comparison = NULL;
    outlay_audit *audit = NULL;
    outlay_string out = room();
    outlay_text name = text("memo"), document = text("On 22 January 2025: 2 trillion won ($140 billion).\n");
    CHECK(outlay_compare(engine, text("a.toml"), text(scenario), text(""), NULL, &comparison, NULL) == OUTLAY_OK);
    CHECK(outlay_comparison_text(comparison, OUTLAY_AS_JSON, &out) == OUTLAY_OK);
    CHECK(strstr(buffer, "\"5000000\"") != NULL && strstr(buffer, "jobs-not-stated") != NULL);
    out = room();
    CHECK(outlay_comparison_text(comparison, OUTLAY_TABLE, &out) == OUTLAY_OK && strstr(buffer, "5,000,000.00") != NULL);
    outlay_comparison_free(comparison);
    CHECK(outlay_audit_documents(engine, &name, &document, 1, NULL, &audit, NULL) == OUTLAY_OK);
    CHECK(outlay_audit_objects(audit) == 1);
    out = room();
    CHECK(outlay_audit_text(audit, OUTLAY_AS_JSON, &out) == OUTLAY_OK);
    CHECK(strstr(buffer, "magnitude-slip-suspected") != NULL);
    outlay_audit_free(audit);
}

static void knows_rates(void) {
    outlay_options options = {0};
    outlay_string out = room();
    options.size = sizeof options;
    options.as_of = text("2025-01-22");
    CHECK(outlay_rate_json(engine, text("KRW"), text("USD"), &options, &out, NULL) == OUTLAY_OK);
    CHECK(strstr(buffer, "\"factor\":\"3481/4986700\"") != NULL);
    out = room();
    CHECK(outlay_read_json(engine, text("100,000"), text("jobs"), NULL, &out, NULL) == OUTLAY_OK);
    CHECK(strstr(buffer, "\"kind\":\"jobs\"") != NULL);
}

int main(void) {
    if (outlay_engine_open(NULL, &engine, NULL) != OUTLAY_OK) return 1;
    CHECK(strcmp(outlay_version(), "0.1.0") == 0);
    converts();
    keeps_a_ceiling();
    converts_an_integer_and_a_scale();
    scans();
    compares_and_audits();
    knows_rates();
    outlay_engine_free(engine);
    return failures != 0;
}
