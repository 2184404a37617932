#include "scenario/overlap_reader.hpp"

#include "scenario/investment_names.hpp"
#include "scenario/key_lists.hpp"

#include <outlay/base/suggestion.hpp>

#include <algorithm>

namespace outlay {

void overlap_reader::read_list(const toml_node& list) {
    for (const toml_node* table : nodes_.read_tables(list)) {
        nodes_.refuse_unknown_keys(*table, "overlap", keys::overlap);
        nodes_.require_key(*table, "overlap", "investments");
        overlap out;
        out.where = nodes_.at(*table);
        if (const toml_node* node = table->find("investments")) {
            for (const toml_node* item : node_reader::items_of(*node)) {
                const auto name = nodes_.read_text(*item);
                if (!name) continue;
                refuse_unknown_name(nodes_, out_, *item, *name, "overlap-names-nothing");
                // The same one twice is one.
                if (std::find(out.members.begin(), out.members.end(), *name) == out.members.end())
                    out.members.push_back(*name);
            }
            if (out.members.size() < 2) nodes_.report("overlap-of-one", {}, nodes_.at(*node));
        }
        if (const toml_node* node = table->find("whole"))
            if (const auto name = nodes_.read_text(*node)) {
                out.whole = *name;
                if (std::find(out.members.begin(), out.members.end(), *name) == out.members.end())
                    nodes_.report("overlap-whole-outside", {{"text", node_reader::shown(*name)}},
                                  nodes_.at_words(*node));
            }
        if (const toml_node* node = table->find("note")) out.note = nodes_.read_text(*node).value_or("");
        out_.overlaps.push_back(std::move(out));
    }
}

void overlap_reader::join_parts() {
    for (const scenario_investment& each : out_.investments) {
        for (const auto& [whole, where] : each.part_of) {
            const auto is_meant = [&name = whole](const scenario_investment& other) {
                return other.name == name || (!other.id.empty() && other.id == name);
            };
            const auto found = std::find_if(out_.investments.begin(), out_.investments.end(), is_meant);
            if (found == out_.investments.end()) {
                if (nodes_.data().find_programme(whole) == nullptr)
                    nodes_.report("overlap-names-nothing", {{"text", node_reader::shown(whole)}}, where).near =
                        near_misses(whole, investment_names(out_));
                continue;
            }
            if (found->name == each.name) {
                nodes_.report("part-of-itself", {{"name", node_reader::shown(each.name)}}, where);
                continue;
            }
            const auto known = std::find_if(out_.overlaps.begin(), out_.overlaps.end(), [&](const overlap& one) {
                return one.whole == found->name && one.members.back() == each.name;
            });
            if (known == out_.overlaps.end())
                out_.overlaps.push_back({{found->name, each.name}, found->name, {}, each.where});
        }
    }
}

}  // namespace outlay
