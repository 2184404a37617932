// links: what belongs to a sum of the same sentence: how long it lasts, its jobs, its power, its accelerators.
// Promises: a link only where words of the sentence say so, and their bytes; where two sums could be meant, none.
// Leaves out: sums stated twice (equivalence.hpp); what an amount is per, which is part of the figure.
#pragma once

#include <outlay/figures/read.hpp>

#include <string_view>
#include <vector>

namespace outlay {

/// `other`, a duration, a period or deadline (a date), jobs, power or accelerators, belongs to `money`. What says so:
///   a duration   the words that lead it ("over the next five years", 향후), a noun that spans (년간), or that it stands
///                right beside the sum ("a five-year, $10 billion plan")
///   a date       that it is a period (2026–2030), or a word that ends one ("by 2030", 2030년까지)
///   a count      a word of making near it ("creating 100,000 jobs", 창출), or that it stands right beside the sum
/// Of several sums in a sentence it is the one beside it, the one of its clause, or, where sums and what belongs to them
/// take turns, its own; of several durations or periods of one sum only the nearest belongs to it.
struct figure_link {
    std::size_t money = 0;  ///< indices into the figures
    std::size_t other = 0;
    std::size_t begin = 0;  ///< bytes of the words that say so, half-open
    std::size_t end = 0;
};

/// In the order of the sums, then of what belongs to them. Of a sum stated twice the first statement has the links.
[[nodiscard]] std::vector<figure_link> find_links(const engine& data, std::string_view text,
                                                  const std::vector<figure>& figures);

/// What belongs to one sum, by value.
struct linked_figure {
    figure other;
    std::size_t begin = 0;  ///< bytes of the words that say so
    std::size_t end = 0;
};

/// The links of each figure: as many lists as there are figures, empty for what is no sum.
[[nodiscard]] std::vector<std::vector<linked_figure>> find_linked_figures(const engine& data, std::string_view text,
                                                                          const std::vector<figure>& figures);

}  // namespace outlay
