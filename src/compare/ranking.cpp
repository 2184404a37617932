#include "compare/ranking.hpp"

#include <algorithm>
#include <utility>

namespace outlay {

namespace {

/// A bound of a metric; where two are equal, one that is not reached stands on the far side of one that is.
struct bound {
    const ratio* value;
    bool open;
};

bool is_less(const bound& a, const bound& b) {
    const int order = a.value->compare(*b.value);
    return order < 0 || (order == 0 && a.open < b.open);
}

/// What is known of one metric by all investments, sorted, so that a place is a matter of a few comparisons.
class ranking {
public:
    explicit ranking(const std::vector<const metric*>& known) {
        for (const metric* each : known) {
            const auto& v = each->value;
            stated_.push_back({&stated_number(*each), false});
            if (v.low) lows_.push_back({&*v.low, v.low_open});
            if (v.high) highs_.push_back({&*v.high, !v.high_open});  // of two equal highs an open one is the lower
            if (v.is_point()) points_.push_back({&*v.low, false});
        }
        for (auto* each : {&stated_, &lows_, &highs_, &points_}) std::sort(each->begin(), each->end(), is_less);
    }

    void place(const metric& own, compared_rank& out) const {
        const auto& v = own.value;
        out.stated = 1 + count_above(stated_, {&stated_number(own), false});
        out.best = 1 + (v.high ? count_from(lows_, {&*v.high, !v.high_open}) : 0);
        const int below = v.low ? count_before(highs_, *v.low, v.low_open) : 0;
        const int equal = v.is_point() ? count_equal({&*v.low, false}) - 1 : 0;
        out.worst = static_cast<int>(stated_.size()) - below - equal;
    }

private:
    using bounds = std::vector<bound>;

    static int count_above(const bounds& all, const bound& than) {
        return static_cast<int>(all.end() - std::upper_bound(all.begin(), all.end(), than, is_less));
    }
    /// Lows above a high: those above its value, and at it where one of the two is open.
    static int count_from(const bounds& lows, const bound& high) {
        return static_cast<int>(lows.end() - std::lower_bound(lows.begin(), lows.end(), high, is_less));
    }
    /// Highs below a low, likewise.
    static int count_before(const bounds& highs, const ratio& low, bool is_open) {
        const bound reached{&low, true};
        const auto end = std::lower_bound(highs.begin(), highs.end(), reached, is_less);
        return static_cast<int>(end - highs.begin()) + (is_open ? count_at(highs, reached) : 0);
    }
    static int count_at(const bounds& all, const bound& at) {
        const auto [first, last] = std::equal_range(all.begin(), all.end(), at, is_less);
        return static_cast<int>(last - first);
    }
    [[nodiscard]] int count_equal(const bound& point) const { return count_at(points_, point); }

    bounds stated_;
    bounds lows_;
    bounds highs_;
    bounds points_;
};

}  // namespace

const ratio& stated_number(const metric& value) {
    const auto& v = value.value;
    if (v.central) return *v.central;
    return v.high ? *v.high : *v.low;
}

std::vector<compared_rank> ranks_of(const std::vector<compared_investment>& investments) {
    std::vector<compared_rank> out;
    if (investments.size() < 2) return out;
    for (std::size_t m = 0; m < investments.front().metrics.size(); ++m) {
        std::vector<const metric*> known;
        for (const compared_investment& each : investments)
            if (each.metrics[m].value.known()) known.push_back(&each.metrics[m].value);
        const ranking places(known);
        for (const compared_investment& each : investments) {
            compared_rank rank{each.name, each.metrics[m].name, 0, 0, 0};
            if (each.metrics[m].value.known()) places.place(each.metrics[m].value, rank);
            out.push_back(std::move(rank));
        }
    }
    return out;
}

}  // namespace outlay
