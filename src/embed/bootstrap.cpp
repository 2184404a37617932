// bootstrap: the built-in tables of the program that makes the built-in tables: none, but for the messages it has read.
#include "embed/messages.hpp"
#include "figures/anchor_tables.hpp"
#include "figures/word_votes.hpp"

#include <outlay/economy/indicator.hpp>
#include <outlay/language/lexicon.hpp>
#include <outlay/money/currency.hpp>
#include <outlay/rates/rate_publisher.hpp>
#include <outlay/rates/rate_table.hpp>

namespace outlay {

namespace {

std::vector<message_row>& spoken() {
    static std::vector<message_row> rows;
    return rows;
}

}  // namespace

void embed::speak_with(std::vector<message_row> rows) { spoken() = std::move(rows); }

std::span<const message_row> embedded_messages() { return spoken(); }
std::span<const currency> embedded_currencies() { return {}; }
std::span<const currency_symbol> embedded_symbols() { return {}; }
std::span<const quote> embedded_quotes() { return {}; }
std::span<const rate_source> embedded_rate_sources() { return {}; }
std::span<const rate_publisher> embedded_rate_publishers() { return {}; }
std::span<const rate_series_code> embedded_rate_series_codes() { return {}; }
std::span<const indicator_code> embedded_indicator_codes() { return {}; }
std::span<const indicator_series> embedded_indicator_series() { return {}; }
std::span<const observation> embedded_observations() { return {}; }
std::span<const lexicon> embedded_lexicons() { return {}; }

std::span<const compiled_array> embedded_trie_arrays() { return {}; }
std::span<const compiled_array> embedded_anchor_arrays() { return {}; }
std::span<const compiled_array> embedded_vote_arrays() { return {}; }

}  // namespace outlay
