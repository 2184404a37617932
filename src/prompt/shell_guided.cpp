// new: a scenario asked for question by question, written to a file, loaded and compared.
#include "prompt/dialogue.hpp"
#include "prompt/shell.hpp"
#include "prompt/state_file.hpp"

#include <outlay/base/utf8.hpp>
#include <outlay/scenario/scenario_file.hpp>

#include <algorithm>
#include <set>

namespace outlay::prompt {

namespace {

constexpr std::size_t longest_offer = 60;

/// The figures of the documents that were scanned, the last document first.
std::vector<offered_figure> figures_of(const engine& data, const std::vector<std::string>& files) {
    std::vector<offered_figure> offers;
    std::set<std::string> seen;
    for (auto file = files.rbegin(); file != files.rend(); ++file) {
        const auto text = source::read(*file);
        if (!text || !seen.insert(*file).second) continue;
        for (const auto& mention : read_figures(data, text->text())) {
            const auto words = text->slice(mention.begin, mention.end);
            if (display_width(words) > longest_offer || words.find('\n') != std::string_view::npos) continue;
            const auto where = text->at(mention.begin, mention.end);
            offers.push_back({mention.kind, std::string(words),
                              *file + ":" + std::to_string(where.line) + ":" + std::to_string(where.column)});
        }
    }
    return offers;
}

}  // namespace

void shell::guided(std::string_view line, const words_of_line& typed) {
    const bool resumes = typed.size() == 2 && typed[1].text == "--resume";
    if (typed.size() > 1 && !resumes) return fail({make_diagnostic("new-takes-nothing", {{"word", typed[1].text}}, at(line, typed[1]))});
    if (editor_ == nullptr) return fail({make_diagnostic("new-needs-terminal", {}, at(line, typed.front()))});
    dialogue::voice voice;
    voice.ask = [this](const std::string& question) { return editor_->ask(question, false); };
    voice.say = [this](std::string_view text) { say(text); };
    voice.complain = [this](const diagnostics& problems) { fail(problems); };
    dialogue talk(session_.data, session_.format, std::move(voice), figures_of(session_.data, scanned_), state_path("draft"));
    const auto investments = talk.run(resumes);
    if (!investments) return;

    scenario_draft made;
    made.to = calculator_.settings.to;
    made.as_of = calculator_.settings.as_of;
    made.rates = calculator_.settings.rates;
    made.added = *investments;
    const auto file = talk.ask_file([&](const std::string& name) {
        const auto problem = write_file(name, made.text(), false);
        if (problem) fail({*problem});
        return !problem;
    });
    if (!file) return;
    talk.forget();
    tell("prompt.saved", {{"file", *file}, {"count", std::to_string(investments->size())}});
    (void)run("load \"" + *file + "\"", number_);
    (void)run("compare \"" + *file + "\"", number_);
}

}  // namespace outlay::prompt
