// passage_reader: the figures of one passage.
// Promises: figures in order, not overlapping, with spans in bytes of the whole text.
// Leaves out: dates relative to the document, which only the whole text can resolve (read.cpp).
#pragma once

#include "amount.hpp"
#include "date_reader.hpp"

#include <outlay/figures/figure.hpp>

#include <optional>
#include <vector>

namespace outlay::reading {

/// A figure, and of a date the parts that are still to be resolved.
struct found_figure {
    figure mention;
    std::optional<date_parts> parts;
    std::size_t first_item = 0;
    std::size_t next_item = 0;
    bool led = false;       ///< a word leads to the date ("on", "in")
    bool dateline = false;  ///< a full date that dates the document
};

class passage_reader {
public:
    passage_reader(const engine& data, const languages& use, std::string_view passage, std::size_t offset);

    [[nodiscard]] std::vector<found_figure> run();
    /// The items, for those who must know what stands around a figure.
    [[nodiscard]] const std::vector<item>& items() const { return items_; }

private:
    /// One number or two, with what they share.
    struct spread {
        amount_read low;
        std::optional<amount_read> high;
        std::size_t next = 0;
        std::optional<amount_read> then = {};  ///< a second sum, which said what the first one shares

        [[nodiscard]] const amount_read& last() const { return high ? *high : low; }
    };
    struct qualifiers {
        std::optional<outlay::qualifier> before, after;
        std::size_t first = 0;  ///< items of the figure with its qualifiers
        std::size_t next = 0;
        std::size_t past = 0;   ///< and with what belongs to it but not to its span ("a year")
        per_unit per = per_unit::none;
        std::size_t per_item = 0;
    };
    struct counted {
        figure_kind kind = figure_kind::count;
        std::string unit;
        std::size_t first = 0;
        std::size_t next = 0;
    };

    [[nodiscard]] const item* get(std::size_t i) const { return i < items_.size() ? &items_[i] : nullptr; }
    [[nodiscard]] std::string_view words(std::size_t i) const { return text_.substr(items_[i].begin, items_[i].end - items_[i].begin); }

    [[nodiscard]] std::optional<found_figure> date_figure_at(std::size_t i) const;
    [[nodiscard]] std::optional<found_figure> money_figure(const spread& amounts) const;
    [[nodiscard]] std::optional<found_figure> counted_figure(const spread& amounts) const;

    [[nodiscard]] spread with_range(amount_read low) const;
    [[nodiscard]] bool joins(std::size_t i, const amount_read& low, const amount_read& high) const;
    [[nodiscard]] bool shares_scale_of_change(const amount_read& low, const amount_read& high) const;
    [[nodiscard]] bool is_change(const amount_read& low, const amount_read& high) const;
    [[nodiscard]] std::size_t closes_range(std::size_t i) const;
    [[nodiscard]] bool tells_change(std::size_t i, std::string_view form = {}) const;
    [[nodiscard]] bool is_change_and_level(const amount_read& low, const amount_read& high) const;
    [[nodiscard]] bool is_alternative(const amount_read& low, const amount_read& high) const;
    [[nodiscard]] std::optional<spread> between_bounds(const amount_read& least) const;
    [[nodiscard]] static spread change_and_level(amount_read low, amount_read high);
    [[nodiscard]] static spread alternative(amount_read low, amount_read high);
    [[nodiscard]] static bool share_currency(amount_read& low, amount_read& high);
    static void share_magnitude(amount_read& low, const amount_read& high);
    [[nodiscard]] bool is_hired(const counted& people) const;
    [[nodiscard]] bool is_rank_or_name(const spread& amounts) const;
    /// The item after "from four to three" or 4기에서 3기로; nothing if it is no change.
    [[nodiscard]] std::optional<std::size_t> past_change(const amount_read& low) const;

    [[nodiscard]] std::optional<counted> what_is_counted(const spread& amounts) const;
    [[nodiscard]] std::optional<counted> noun_after(const spread& amounts) const;
    [[nodiscard]] std::optional<counted> counter_after(const spread& amounts) const;
    [[nodiscard]] std::optional<counted> unknown_plural_after(const spread& amounts) const;

    [[nodiscard]] qualifiers qualifiers_around(std::size_t first, std::size_t next, std::string_view kind, bool is_range) const;
    void look_before(qualifiers& found, std::string_view kind, bool is_range) const;
    void look_after(qualifiers& found, std::string_view kind) const;
    [[nodiscard]] std::optional<spread> between_bounds_behind(const amount_read& least) const;
    void look_far_before(qualifiers& found, std::size_t from) const;
    void narrow_by_country(amount_read& amount) const;
    [[nodiscard]] bool ends_sentence(std::size_t i) const;
    [[nodiscard]] bool is_year(std::size_t i) const;
    [[nodiscard]] static bool looks_like_year(const number_read& number);
    [[nodiscard]] std::size_t with_lead(std::size_t first, std::string_view kind) const;
    [[nodiscard]] std::size_t with_trail(std::size_t next, std::string_view kind) const;
    void set_per(figure& made, const qualifiers& around) const;
    void set_amount(figure& made, const spread& amounts, const qualifiers& around) const;
    [[nodiscard]] found_figure finish(figure made, std::size_t first, std::size_t next, std::size_t past) const;

    const engine& data_;
    languages use_;
    std::string_view text_;
    std::size_t offset_;
    std::vector<item> items_;
    amount_reader amounts_;
    std::size_t done_ = 0;  ///< items before this belong to earlier figures
};

}  // namespace outlay::reading
