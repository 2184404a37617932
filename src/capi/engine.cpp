// The engine of the C interface: the built-in data, a user's folder over it, a user's rates over both.
#include "capi/asking.hpp"

#include <outlay/rates/rate_store.hpp>

namespace {

using namespace outlay;

result<engine> load(const outlay_engine_options& options) {
    const auto folder = capi::view(options.config);
    auto data = folder.empty() ? result<engine>(engine::embedded()) : engine::with_overlay(std::string(folder));
    const auto file = capi::view(options.rates);
    if (!data || file.empty()) return data;
    const auto store = rate_store::open(std::string(file));
    if (!store) return store.problems();
    rate_question all;
    all.preference = data->rate_publishers();
    all.sides = {rate_side::mid, rate_side::bid, rate_side::ask};
    const auto rates = store->load(all);
    if (!rates) return rates.problems();
    return data->with_rates(*rates);
}

}  // namespace

extern "C" {

const char* outlay_version(void) { return OUTLAY_VERSION; }

outlay_status outlay_engine_open(const outlay_engine_options* options, outlay_engine** out,
                                 outlay_problems** problems) {
    if (problems != nullptr) *problems = nullptr;
    if (out == nullptr) return OUTLAY_BAD_CALL;
    *out = nullptr;
    return capi::guarded([&] {
        outlay_engine_options known;
        if (!capi::read_options_struct(options, known) || !capi::is_sound(known.config) || !capi::is_sound(known.rates))
            return OUTLAY_BAD_CALL;
        auto data = load(known);
        if (!data) return capi::report(data.problems(), problems);
        *out = new outlay_engine{std::move(data).value()};
        return OUTLAY_OK;
    });
}

void outlay_engine_free(outlay_engine* engine) { delete engine; }

int32_t outlay_engine_newest_day(const outlay_engine* engine) {
    const auto day = engine == nullptr ? std::nullopt : engine->data.rates().newest_day();
    return day ? static_cast<std::int32_t>(day->time_since_epoch().count()) : OUTLAY_NO_DAY;
}

}  // extern "C"
