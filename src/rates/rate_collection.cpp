// rate_collection: quotes of two origins as one table.
#include <outlay/rates/rate_table.hpp>

#include <algorithm>
#include <limits>
#include <tuple>

namespace outlay {

namespace {

constexpr std::size_t most_sources = std::size_t{std::numeric_limits<std::uint8_t>::max()} + 1;

auto key_of(const quote& q) { return std::tie(q.pair, q.source, q.day); }

bool is_same(const rate_source& a, const rate_source& b) {
    return a.name == b.name && a.kind == b.kind && a.side == b.side && a.period == b.period;
}

/// Where each of the known sources stands among `sources`; what is not there yet is added.
std::vector<std::uint8_t> adopt(std::span<const rate_source> known, std::vector<rate_source>& sources) {
    std::vector<std::uint8_t> moved;
    for (const auto& origin : known) {
        const auto found =
            std::find_if(sources.begin(), sources.end(), [&](const rate_source& s) { return is_same(s, origin); });
        moved.push_back(static_cast<std::uint8_t>(found - sources.begin()));
        if (found == sources.end()) sources.push_back(origin);
    }
    return moved;
}

}  // namespace

result<rate_collection> lay_over(const rate_table& known, rate_collection more) {
    const auto moved = adopt(known.sources(), more.sources);
    if (more.sources.size() > most_sources) return make_diagnostic("rate-sources-too-many");
    more.quotes.reserve(more.quotes.size() + known.quotes().size());
    for (auto q : known.quotes()) {
        q.source = moved[q.source];
        more.quotes.push_back(q);
    }
    const auto earlier = [](const quote& a, const quote& b) { return key_of(a) < key_of(b); };
    std::stable_sort(more.quotes.begin(), more.quotes.end(), earlier);
    const auto same = [](const quote& a, const quote& b) { return key_of(a) == key_of(b); };
    more.quotes.erase(std::unique(more.quotes.begin(), more.quotes.end(), same), more.quotes.end());
    return more;
}

}  // namespace outlay
