#include <outlay/scenario/scenario_keys.hpp>

#include "scenario/key_lists.hpp"

#include <array>

namespace outlay {

namespace {

constexpr std::array<scenario_table, 13> tables{{
    {"", keys::file},
    {"rate", keys::rate},
    {"investment", keys::investment},
    {"jobs", keys::jobs},
    {"period", keys::period},
    {"payer", keys::payer},
    {"document", keys::document},
    {"assumptions", keys::assumptions},
    {"discount", keys::discount},
    {"prices", keys::prices},
    {"overlap", keys::overlap},
    {"uncertain", keys::uncertain},
    {"case", keys::variation},
}};

}  // namespace

std::span<const scenario_table> scenario_tables() { return tables; }

}  // namespace outlay
