// outlay_convert, outlay_rate, outlay_problem and outlay_sum.
#include "sql/border.hpp"

#include <outlay/base/message.hpp>
#include <outlay/columns/amount_text.hpp>
#include <outlay/figures/normalize.hpp>
#include <outlay/figures/read.hpp>
#include <outlay/report/render_rate.hpp>

#include <cstdio>
#include <memory>
#include <variant>

SQLITE_EXTENSION_INIT3

namespace outlay::sql {

std::string_view text_of(sqlite3_value* value) {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return bytes == nullptr ? std::string_view{}
                            : std::string_view(bytes, static_cast<std::size_t>(sqlite3_value_bytes(value)));
}

void answer(sqlite3_context* context, std::string_view text) {
    sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void fail(sqlite3_context* context, std::string_view function, const diagnostic& problem) {
    std::string words(function);
    words.append(": ").append(problem.message);
    if (!problem.expected.empty()) words.append("; ").append(problem.expected);
    for (const auto& near : problem.near)
        words.append(&near == &problem.near.front() ? "; " : ", ").append(near).append("?");
    if (!problem.remedy.empty()) words.append("; ").append(problem.remedy);
    words.append(" [").append(problem.id).append("]");
    sqlite3_result_error(context, words.c_str(), static_cast<int>(words.size()));
}

namespace {

constexpr std::string_view convert_name = "outlay_convert";
constexpr std::string_view rate_name = "outlay_rate";
constexpr std::string_view sum_name = "outlay_sum";

conversions& state(sqlite3_context* context) { return *static_cast<conversions*>(sqlite3_user_data(context)); }

bool is_null(sqlite3_value* value) { return sqlite3_value_type(value) == SQLITE_NULL; }

bool any_null(int count, sqlite3_value** values) {
    for (int i = 0; i < count; ++i)
        if (is_null(values[i])) return true;
    return false;
}

std::optional<std::string_view> day_of(int count, sqlite3_value** values, int at) {
    return count > at ? std::optional(text_of(values[at])) : std::nullopt;
}

/// Runs the work of a function; what is thrown becomes its error.
template <class Work>
void guarded(sqlite3_context* context, Work&& work) {
    try {
        work();
    } catch (const std::bad_alloc&) {
        sqlite3_result_error_nomem(context);
    } catch (const std::exception& defect) {
        sqlite3_result_error(context, defect.what(), -1);
    }
}

using any_amount = std::variant<small_amount, decimal, diagnostic>;

any_amount amount_of(sqlite3_value* value) {
    const int type = sqlite3_value_type(value);
    if (type == SQLITE_INTEGER) return small_amount{sqlite3_value_int64(value), 0};
    const auto text = text_of(value);
    if (type == SQLITE_FLOAT) return make_diagnostic("sql-amount-real", {{"amount", text}});
    if (const auto small = read_small(text)) return *small;
    const auto read = read_amount(text);
    if (const auto* exact = std::get_if<decimal>(&read)) return *exact;
    return make_diagnostic(to_text(std::get<amount_flaw>(read)), {{"text", text}});
}

/// Money in words: outlay_convert('5000억 달러', 'KRW', '2025-01-22').
void convert_words(sqlite3_context* context, sqlite3_value** values) {
    const auto& data = state(context).data();
    if (sqlite3_value_type(values[0]) == SQLITE_FLOAT)
        return fail(context, convert_name, make_diagnostic("sql-amount-real", {{"amount", text_of(values[0])}}));
    const auto read = read_one(data, text_of(values[0]), figure_kind::money);
    if (!read) return fail(context, convert_name, read.problems().front());
    auto& by = state(context).rate(read->currency.text(), text_of(values[1]), text_of(values[2]));
    if (by.problem) return fail(context, convert_name, *by.problem);
    const auto point = point_of(to_ratio(read->amount));
    if (!point) return sqlite3_result_null(context);  // a ceiling has no value
    answer(context, round(*point * by.factor, by.target_scale, rounding_mode::half_even).text());
}

void convert_function(sqlite3_context* context, int count, sqlite3_value** values) {
    guarded(context, [&] {
        if (any_null(count, values)) return;
        if (count == 3) return convert_words(context, values);
        const auto amount = amount_of(values[0]);
        if (const auto* problem = std::get_if<diagnostic>(&amount)) return fail(context, convert_name, *problem);
        auto& by = state(context).rate(text_of(values[1]), text_of(values[2]), day_of(count, values, 3));
        if (by.problem) return fail(context, convert_name, *by.problem);
        if (const auto* small = std::get_if<small_amount>(&amount))
            return answer(context, converted(small->coefficient, small->scale, by));
        answer(context, converted(std::get<decimal>(amount), by));
    });
}

/// Why outlay_convert of the same arguments would fail: the id of a reason, or NULL.
void problem_function(sqlite3_context* context, int count, sqlite3_value** values) {
    guarded(context, [&] {
        if (any_null(count, values)) return;
        const auto amount = amount_of(values[0]);
        if (const auto* problem = std::get_if<diagnostic>(&amount)) return answer(context, problem->id);
        const auto& by = state(context).rate(text_of(values[1]), text_of(values[2]), day_of(count, values, 3));
        if (by.problem) answer(context, by.problem->id);
    });
}

void rate_function(sqlite3_context* context, int count, sqlite3_value** values) {
    guarded(context, [&] {
        if (any_null(count, values)) return;
        const auto& by = state(context).rate(text_of(values[0]), text_of(values[1]), day_of(count, values, 2));
        if (by.problem) return fail(context, rate_name, *by.problem);
        answer(context, exact_text(by.factor));
    });
}

/// What an aggregate keeps between rows.
struct running_sum {
    exact_sum sum;
    std::string target;
    std::optional<diagnostic> problem;
};

running_sum** place_of(sqlite3_context* context, int size) {
    return static_cast<running_sum**>(sqlite3_aggregate_context(context, size));
}

void add_row(running_sum& running, conversions& rates, int count, sqlite3_value** values) {
    const auto target = text_of(values[2]);
    if (running.target.empty()) running.target = target;
    if (running.target != target) {
        running.problem = make_diagnostic("sql-target-changes", {{"first", running.target}, {"second", target}});
        return;
    }
    const auto amount = amount_of(values[0]);
    if (const auto* problem = std::get_if<diagnostic>(&amount)) return void(running.problem = *problem);
    const auto& by = rates.rate(text_of(values[1]), target, day_of(count, values, 3));
    if (by.problem) return void(running.problem = by.problem);
    if (const auto* small = std::get_if<small_amount>(&amount)) return running.sum.add(*small, by);
    running.sum.add(std::get<decimal>(amount), by);
}

/// Rows with a NULL are passed over, as sum() passes over them.
void sum_step(sqlite3_context* context, int count, sqlite3_value** values) {
    guarded(context, [&] {
        auto** place = place_of(context, sizeof(running_sum*));
        if (place == nullptr) return sqlite3_result_error_nomem(context);
        if (*place == nullptr) *place = new running_sum;
        if (!(*place)->problem && !any_null(count, values)) add_row(**place, state(context), count, values);
    });
}

/// A row that leaves the frame of a window. It was added before, so it is sound, unless the whole is not.
void sum_inverse(sqlite3_context* context, int count, sqlite3_value** values) {
    guarded(context, [&] {
        auto** place = place_of(context, 0);
        if (place == nullptr || *place == nullptr || (*place)->problem || any_null(count, values)) return;
        running_sum& running = **place;
        const auto amount = amount_of(values[0]);
        const auto& by = state(context).rate(text_of(values[1]), text_of(values[2]), day_of(count, values, 3));
        if (const auto* small = std::get_if<small_amount>(&amount)) running.sum.take_back(decimal(small->coefficient, small->scale), by);
        else if (const auto* exact = std::get_if<decimal>(&amount)) running.sum.take_back(*exact, by);
        if (running.sum.empty()) running.target.clear();
    });
}

void answer_sum(sqlite3_context* context, const running_sum& running) {
    if (running.problem) return fail(context, sum_name, *running.problem);
    if (!running.sum.empty()) answer(context, running.sum.text());
}

/// The sum of a window's frame as it stands.
void sum_value(sqlite3_context* context) {
    guarded(context, [&] {
        auto** place = place_of(context, 0);
        if (place != nullptr && *place != nullptr) answer_sum(context, **place);
    });
}

void sum_final(sqlite3_context* context) {
    guarded(context, [&] {
        auto** place = place_of(context, 0);
        if (place == nullptr || *place == nullptr) return;
        const std::unique_ptr<running_sum> running(*place);
        *place = nullptr;
        answer_sum(context, *running);
    });
}

void release(void* shared) { delete static_cast<conversions*>(shared); }

}  // namespace

int add_functions(sqlite3* database, conversions* shared) {
    // The last registration owns the state: it is freed even where it fails.
    constexpr int pure = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    const auto add = [&](std::string_view name, int count, auto function, void (*owner)(void*) = nullptr) {
        return sqlite3_create_function_v2(database, name.data(), count, pure, shared, function, nullptr, nullptr,
                                          owner);
    };
    int done = SQLITE_OK;
    const auto keep = [&](int code) { done = done == SQLITE_OK ? code : done; };
    for (const int count : {3, 4}) keep(add(convert_name, count, convert_function));
    for (const int count : {3, 4}) keep(add("outlay_problem", count, problem_function));
    keep(add(rate_name, 2, rate_function));
    for (const int count : {3, 4})
        keep(sqlite3_create_window_function(database, sum_name.data(), count, pure, shared, sum_step, sum_final, sum_value,
                                            sum_inverse, nullptr));
    keep(add(rate_name, 3, rate_function, release));
    return done;
}

}  // namespace outlay::sql
