#include "compare/ranking.hpp"

namespace outlay {

namespace {

/// The number that was stated, whichever bound it is.
const ratio& stated_of(const metric& value) {
    const auto& v = value.value;
    if (v.central) return *v.central;
    return v.high ? *v.high : *v.low;
}

/// Every value that `a` may have is above every one of `b`.
bool is_above(const metric& a, const metric& b) {
    const auto& low = a.value.low;
    const auto& high = b.value.high;
    if (!low || !high) return false;
    return *low > *high || (*low == *high && (a.value.low_open || b.value.high_open));
}

}  // namespace

std::vector<compared_rank> ranks_of(const std::vector<compared_investment>& investments) {
    std::vector<compared_rank> out;
    if (investments.size() < 2) return out;
    for (std::size_t m = 0; m < investments.front().metrics.size(); ++m) {
        for (const compared_investment& each : investments) {
            const metric& own = each.metrics[m].value;
            compared_rank rank{each.name, each.metrics[m].name, 0, 0, 0};
            if (own.known()) {
                rank.stated = rank.best = rank.worst = 1;
                for (const compared_investment& other : investments) {
                    const metric& theirs = other.metrics[m].value;
                    if (&other == &each || !theirs.known()) continue;
                    if (stated_of(theirs) > stated_of(own)) ++rank.stated;
                    if (is_above(theirs, own)) ++rank.best;
                    if (!is_above(own, theirs) && !(own.value.is_point() && own.value == theirs.value)) ++rank.worst;
                }
            }
            out.push_back(std::move(rank));
        }
    }
    return out;
}

}  // namespace outlay
