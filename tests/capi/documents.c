/* Documents in every form that the program reads, and how results are spread. */
#include "check.h"

static outlay_engine* engine;

static outlay_text bytes(const char* data, size_t size) {
    outlay_text t;
    t.data = data;
    t.size = size;
    return t;
}

/* The first figure of a document: its bytes in the file, its line, its words. */
static void finds(const char* name, outlay_text document, const outlay_options* options, uint64_t begin, uint64_t end,
                  uint64_t line, const char* words) {
    outlay_figures* figures = NULL;
    outlay_figure where = {0};
    outlay_string out = room();
    where.size = sizeof where;
    CHECK(outlay_scan(engine, text(name), document, text(""), options, &figures, NULL) == OUTLAY_OK);
    CHECK(outlay_figures_count(figures) == 1 && outlay_figure_at(figures, 0, &where) == OUTLAY_OK);
    CHECK(where.begin == begin && where.end == end && where.line == line);
    CHECK(outlay_figure_text(figures, 0, OUTLAY_FIGURE_TEXT, &out) == OUTLAY_OK && strcmp(buffer, words) == 0);
    outlay_figures_free(figures);
}

static void reads_every_form(void) {
    static const char wide[] =
        "\xff\xfe\x0a\0$\0"
        "5\0 \0m\0i\0l\0l\0i\0o\0n\0";
    static const char page[] = "<!doctype html>\n<p>It costs\n<b>$5&nbsp;million</b><script>$7 million</script>";
    outlay_options options = {0};
    options.size = sizeof options;
    finds("wide.txt", bytes(wide, sizeof wide - 1), NULL, 4, sizeof wide - 1, 2, "$5 million");
    finds("page", text(page), NULL, 31, 46, 3, "$5\xc2\xa0million");
    finds("a.html", text("<p>$5 million"), NULL, 3, 13, 1, "$5 million");
    finds("marked.txt", text("\xef\xbb\xbf$5 million"), NULL, 3, 13, 1, "$5 million");
    options.form = text("text");
    finds("a.html", text("<script>\n$5 million"), &options, 9, 19, 2, "$5 million");
    options.form = text("txt");
    {
        outlay_figures* none = NULL;
        CHECK(outlay_scan(engine, text("a"), text("$5"), text(""), &options, &none, NULL) == OUTLAY_BAD_INPUT &&
              none == NULL);
    }
    CHECK(outlay_is_plain_text(text("a.txt"), text("$5")) == 1 && outlay_is_plain_text(text("a.htm"), text("$5")) == 0);
    CHECK(outlay_is_plain_text(text("a"), text("\n<HTML lang=ko>")) == 0 &&
          outlay_is_plain_text(text("a"), bytes(wide, 9)) == 0);
    CHECK(outlay_is_plain_text(bytes(NULL, 3), text("$5")) == 0 && outlay_is_plain_text(text(""), text("")) == 1);
}

static void tells_of_broken_bytes(void) {
    outlay_figures* figures = NULL;
    outlay_problems* problems = NULL;
    outlay_problem_place where = {0};
    outlay_string out = room();
    where.size = sizeof where;
    CHECK(outlay_scan(engine, text("latin.txt"), text("caf\xe9: $5 million\n"), text(""), NULL, &figures, &problems) ==
          OUTLAY_OK);
    CHECK(outlay_figures_count(figures) == 1 && outlay_problems_count(problems) == 1);
    CHECK(outlay_problem_text(problems, 0, OUTLAY_PROBLEM_ID, &out) == OUTLAY_OK &&
          strcmp(buffer, "document-not-utf8") == 0);
    CHECK(outlay_problem_where(problems, 0, &where) == OUTLAY_OK && where.severity == OUTLAY_WARNING &&
          where.column == 4);
    outlay_problems_free(problems);
    outlay_figures_free(figures);
}

static const char scenario[] =
    "to = \"USD\"\nas_of = 2025-01-22\n"
    "[[investment]]\nname = \"A\"\noutlay = \"up to $500 billion\"\njobs = \"100,000\"\n"
    "[[investment]]\nname = \"B\"\noutlay = \"2조원\"\n";

static void simulates(void) {
    outlay_simulation *computed = NULL, *drawn = NULL;
    outlay_simulation_options how = {0};
    outlay_options options = {0};
    outlay_spread exact, sampled;
    outlay_string out = room();
    int i;
    options.size = sizeof options;
    options.metrics = text("total");
    exact.size = sampled.size = sizeof exact;
    CHECK(outlay_simulate(engine, text("a.toml"), text(scenario), text(""), &options, NULL, &computed, NULL) ==
          OUTLAY_OK);
    CHECK(outlay_simulation_count(computed) == 2); /* B's total, and A's over it */
    CHECK(outlay_simulation_part(computed, 0, OUTLAY_SPREAD_INVESTMENT, &out) == OUTLAY_OK && strcmp(buffer, "B") == 0);
    out = room();
    CHECK(outlay_simulation_part(computed, 0, OUTLAY_SPREAD_UNIT, &out) == OUTLAY_OK && strcmp(buffer, "USD") == 0);
    CHECK(outlay_simulation_part(computed, 1, OUTLAY_SPREAD_UNIT, &out) == OUTLAY_ABSENT);
    out = room();
    CHECK(outlay_simulation_part(computed, 1, OUTLAY_SPREAD_QUALIFIER, &out) == OUTLAY_OK &&
          strcmp(buffer, "at_most") == 0);
    CHECK(outlay_simulation_at(computed, 0, &exact) == OUTLAY_OK && exact.is_ratio == 0);
    /* Lognormal around the rate of the day: its median is the conversion itself, 2 × 10^12 × 3481 / 4986700. */
    CHECK(exact.percentiles[OUTLAY_MEDIAN] > 1396113662.33 * 0.9999 &&
          exact.percentiles[OUTLAY_MEDIAN] < 1396113662.34 * 1.0001);
    CHECK(exact.errors[OUTLAY_MEDIAN] == 0 && exact.deviation > 0);
    for (i = 1; i < OUTLAY_PERCENTILES; ++i) CHECK(exact.percentiles[i - 1] < exact.percentiles[i]);

    how.size = sizeof how;
    how.samples = 20000, how.seed = 7, how.threads = 2;
    CHECK(outlay_simulate(engine, text("a.toml"), text(scenario), text(""), &options, &how, &drawn, NULL) == OUTLAY_OK);
    CHECK(outlay_simulation_at(drawn, 0, &sampled) == OUTLAY_OK && sampled.errors[OUTLAY_MEDIAN] > 0);
    for (i = 0; i < OUTLAY_PERCENTILES; ++i) {
        const double off = sampled.percentiles[i] - exact.percentiles[i], most = 5 * sampled.errors[i];
        CHECK(off < most && off > -most);
    }
    out = room();
    CHECK(outlay_simulation_text(drawn, OUTLAY_AS_JSON, &out) == OUTLAY_OK &&
          strstr(buffer, "\"approximate\": true") != NULL);
    outlay_simulation_free(drawn);

    how.samples = 0, how.horizon = text("4 years");
    CHECK(outlay_simulate(engine, text("a.toml"), text(scenario), text(""), &options, &how, &drawn, NULL) == OUTLAY_OK);
    CHECK(outlay_simulation_at(drawn, 0, &sampled) == OUTLAY_OK && sampled.deviation > 1.9 * exact.deviation);
    outlay_simulation_free(drawn);
    outlay_simulation_free(computed);
}

static void refuses_simulations(void) {
    outlay_simulation* none = (outlay_simulation*)&failures;
    outlay_problems* problems = NULL;
    outlay_simulation_options how = {0};
    outlay_spread spread;
    outlay_string out = room();
    how.size = sizeof how;
    how.samples = (uint64_t)-1, how.horizon = text("soon");
    CHECK(outlay_simulate(engine, text("a"), text(scenario), text(""), NULL, &how, &none, &problems) ==
          OUTLAY_BAD_INPUT);
    CHECK(none == NULL && outlay_problems_count(problems) == 2);
    outlay_problems_free(problems);
    CHECK(outlay_simulate(engine, text("a"), text("to = \"USD\"\n[[investment]]\nname = \"A\"\noutlay = \"$5\"\n"),
                          text(""), NULL, NULL, &none, &problems) == OUTLAY_BAD_INPUT);
    CHECK(outlay_problem_text(problems, 0, OUTLAY_PROBLEM_ID, &out) == OUTLAY_OK &&
          strcmp(buffer, "nothing-uncertain") == 0);
    outlay_problems_free(problems);
    how.size = 0;
    CHECK(outlay_simulate(engine, text("a"), text(scenario), text(""), NULL, &how, &none, NULL) == OUTLAY_BAD_CALL);
    CHECK(outlay_simulation_count(NULL) == 0 && outlay_simulation_at(NULL, 0, &spread) == OUTLAY_BAD_CALL);
    CHECK(outlay_simulation_text(NULL, OUTLAY_AS_JSON, &out) == OUTLAY_BAD_CALL);
    outlay_simulation_free(NULL);
}

int main(void) {
    if (outlay_engine_open(NULL, &engine, NULL) != OUTLAY_OK) return 1;
    reads_every_form();
    tells_of_broken_bytes();
    simulates();
    refuses_simulations();
    outlay_engine_free(engine);
    return failures != 0;
}
