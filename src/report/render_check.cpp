#include <outlay/report/render_check.hpp>

#include <outlay/report/table.hpp>

#include "report/words.hpp"

namespace outlay {

std::string render_check(std::string_view file, const scenario& what, const format_options& options) {
    std::string out = hanging("", say(options, "check.fine",
                                      {{"file", file},
                                       {"investments", std::to_string(what.investments.size())},
                                       {"rates", std::to_string(what.rates.size())},
                                       {"cases", std::to_string(what.cases.size())}}), options.columns);
    for (const auto& programme : what.investments) {
        std::string unstated;
        const auto add = [&](bool stated, std::string_view id) {
            if (!stated) unstated += (unstated.empty() ? "" : ", ") + say(options, id);
        };
        add(programme.outlay.has_value(), "check.outlay");
        add(programme.period.has_value(), "check.period");
        add(!programme.jobs.empty(), "check.jobs");
        if (!unstated.empty())
            out += hanging("  ", say(options, "check.unstated", {{"name", programme.name}, {"fields", unstated}}), options.columns);
    }
    return out;
}

}  // namespace outlay
