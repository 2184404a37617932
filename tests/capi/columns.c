/* Columns of the C interface: each row is what one amount alone gives, or has a status. */
#include "check.h"

static outlay_engine *engine;

enum { ROWS = 6 };
static const int32_t day = 20110; /* 2025-01-22 */

static void rows_and_their_status(void) {
    static const int64_t amounts[ROWS] = {2000000000000, 718, 500, INT64_MAX, 5, 5};
    static const char currencies[] = "KRW" "krw" "USD" "KWD" "KRX" "KRW";
    int32_t days[ROWS];
    int64_t values[ROWS];
    uint8_t status[ROWS];
    outlay_columns *to_usd = NULL;
    outlay_column_input in = {0};
    outlay_column_output out = {0};
    size_t without = 99;
    int i;
    for (i = 0; i < ROWS; ++i) days[i] = day;
    days[2] = -20000; /* the currency itself needs no rate */
    days[5] = OUTLAY_NO_DAY;
    in.size = sizeof in;
    in.rows = ROWS;
    in.amounts = amounts;
    in.currencies = currencies;
    in.days = days;
    out.size = sizeof out;
    out.values = values;
    out.status = status;
    CHECK(outlay_columns_open(engine, text("USD"), OUTLAY_MINOR_UNIT, OUTLAY_MINOR_UNIT, NULL, &to_usd, NULL) == OUTLAY_OK);
    CHECK(outlay_columns_result_scale(to_usd) == 2);
    CHECK(outlay_columns_convert(to_usd, &in, &out, &without) == OUTLAY_OK);
    CHECK(without == 3);
    CHECK(status[0] == OUTLAY_ROW_CONVERTED && values[0] == 139611366234); /* 2e12 × 3481/4986700 dollars */
    CHECK(status[1] == OUTLAY_ROW_CONVERTED && values[1] == 50);
    CHECK(status[2] == OUTLAY_ROW_CONVERTED && values[2] == 500);
    CHECK(status[3] == OUTLAY_ROW_NO_RATE && values[3] == 0);
    CHECK(status[4] == OUTLAY_ROW_UNKNOWN_CURRENCY && values[4] == 0);
    CHECK(status[5] == OUTLAY_ROW_NO_DAY && values[5] == 0);
    outlay_columns_free(to_usd);
}

static void wide_amounts(void) {
    outlay_int128 amounts[3] = {{0, 1}, {(uint64_t)-200000, -1}, {0, INT64_MAX}}, values[3];
    int64_t narrow[3];
    uint8_t status[3];
    outlay_columns *to_usd = NULL;
    outlay_column_input in = {0};
    outlay_column_output out = {0};
    outlay_options options = {0};
    size_t without = 0;
    options.size = sizeof options;
    options.rates = text("USD/KRW=200000/157");
    in.size = sizeof in;
    in.rows = 3;
    in.wide_amounts = amounts;
    in.currency = text("KRW");
    out.size = sizeof out;
    out.wide_values = values;
    out.status = status;
    CHECK(outlay_columns_open(engine, text("USD"), 0, 2, &options, &to_usd, NULL) == OUTLAY_OK);
    CHECK(outlay_columns_convert(to_usd, &in, &out, &without) == OUTLAY_OK && without == 0);
    /* 2^64 × 157/200000 = 14480694097861998.02…; and 2^126.99 of them, which 128 bits hold too */
    CHECK(values[0].low == 1448069409786199802U && values[0].high == 0);
    CHECK(values[1].low == (uint64_t)-15700 && values[1].high == -1);
    CHECK(status[2] == OUTLAY_ROW_CONVERTED && values[2].high > 0);
    out.wide_values = NULL;
    out.values = narrow;
    CHECK(outlay_columns_convert(to_usd, &in, &out, &without) == OUTLAY_OK && without == 1);
    CHECK(narrow[0] == 1448069409786199802 && narrow[1] == -15700 && narrow[2] == 0);
    CHECK(status[2] == OUTLAY_ROW_OUT_OF_RANGE);
    out.values = NULL;
    CHECK(outlay_columns_convert(to_usd, &in, &out, &without) == OUTLAY_BAD_CALL);
    in.size = 1;
    CHECK(outlay_columns_convert(to_usd, &in, &out, &without) == OUTLAY_BAD_CALL);
    outlay_columns_free(to_usd);
}

/* Many rows of many days and scales against one amount at a time. */
static void many_rows(void) {
    enum { COUNT = 10000 };
    static int64_t amounts[COUNT], values[COUNT];
    static int32_t days[COUNT];
    static uint8_t status[COUNT];
    static char currencies[3 * COUNT];
    static const char codes[4][4] = {"KRW", "JPY", "USD", "EUR"};
    outlay_columns *columns = NULL;
    outlay_column_input in = {0};
    outlay_column_output out = {0};
    uint64_t state = 88172645463325252U;
    int i;
    for (i = 0; i < COUNT; ++i) {
        state ^= state << 13, state ^= state >> 7, state ^= state << 17;
        amounts[i] = (int64_t)(state >> 20) - ((int64_t)1 << 43);
        days[i] = 20090 + (int32_t)(state % 22);
        memcpy(currencies + 3 * i, codes[state % 4], 3);
    }
    in.size = sizeof in;
    in.rows = COUNT;
    in.amounts = amounts;
    in.currencies = currencies;
    in.days = days;
    out.size = sizeof out;
    out.values = values;
    out.status = status;
    CHECK(outlay_columns_open(engine, text("GBP"), 3, 2, NULL, &columns, NULL) == OUTLAY_OK);
    CHECK(outlay_columns_convert(columns, &in, &out, NULL) == OUTLAY_OK);
    for (i = 0; i < COUNT; i += 97) {
        outlay_options options = {0};
        outlay_decimal amount, value;
        char iso[16];
        outlay_text from;
        outlay_status found;
        unsigned d = (unsigned)(days[i] - 20088) % 32; /* January 2025 began on day 20089 */
        sprintf(iso, "2025-01-%02u", d);
        options.size = sizeof options;
        options.as_of = text(iso);
        options.rounding = text("half-even");
        from.data = currencies + 3 * i;
        from.size = 3;
        amount.coefficient.low = (uint64_t)amounts[i];
        amount.coefficient.high = amounts[i] < 0 ? -1 : 0;
        amount.scale = 3;
        found = outlay_convert_decimal(engine, &amount, from, text("GBP"), &options, &value, NULL);
        CHECK((found == OUTLAY_OK) == (status[i] == OUTLAY_ROW_CONVERTED));
        if (found == OUTLAY_OK) CHECK((int64_t)value.coefficient.low == values[i] && value.scale == 2);
    }
    outlay_columns_free(columns);
}

int main(void) {
    if (outlay_engine_open(NULL, &engine, NULL) != OUTLAY_OK) return 1;
    rows_and_their_status();
    wide_amounts();
    many_rows();
    outlay_engine_free(engine);
    return failures != 0;
}
