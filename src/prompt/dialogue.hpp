// dialogue: asks for the investments of a scenario, one question after another, and shows how each answer was read.
// Promises: an answer is checked at once and asked again where it is wrong; nothing typed is lost: at ctrl-D or an
//   interrupt the answers are kept as a draft, which resume() goes on from.
// Leaves out: what is done with the scenario (shell_guided.cpp).
#pragma once

#include "prompt/line_editor.hpp"
#include "prompt/scenario_draft.hpp"

#include <outlay/engine.hpp>
#include <outlay/report/number_format.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace outlay::prompt {

/// A figure of a document that an answer can be taken from.
struct offered_figure {
    figure_kind kind = figure_kind::money;
    std::string words;
    std::string place;  ///< "article.txt:3:82"
};

class dialogue {
public:
    struct voice {
        std::function<answer(const std::string& question)> ask;
        std::function<void(std::string_view text)> say;
        std::function<void(const diagnostics& problems)> complain;
    };

    dialogue(const engine& data, const format_options& format, voice with, std::vector<offered_figure> offers,
             std::string draft_path);

    /// The investments; nothing if it was left before its end. `resumes`: goes on from the draft.
    [[nodiscard]] std::optional<std::vector<std::vector<stated_key>>> run(bool resumes);
    /// Where to write them; asked until `take` accepts it. Nothing if it was left.
    [[nodiscard]] std::optional<std::string> ask_file(const std::function<bool(const std::string&)>& take);
    /// The answers are in a file by now.
    void forget() const;

private:
    enum class outcome { answered, finished, left };

    [[nodiscard]] outcome ask_investment(std::vector<stated_key>& keys);
    [[nodiscard]] outcome ask_key(const std::string& key, std::vector<stated_key>& keys);
    [[nodiscard]] answer next_answer(const std::string& key);
    [[nodiscard]] bool accept(const std::string& key, const std::string& text, std::vector<stated_key>& keys);
    [[nodiscard]] std::optional<diagnostics> problems_of(const std::string& key, const std::string& text) const;
    [[nodiscard]] std::vector<std::string> near_nouns(const std::string& key, const std::string& text) const;
    [[nodiscard]] std::string reading_of(const std::string& key, const std::string& text) const;
    [[nodiscard]] bool is_not_stated(std::string_view text) const;
    [[nodiscard]] std::vector<offered_figure> offers_for(const std::string& key) const;
    [[nodiscard]] std::string taken_from_offer(const std::string& key, const std::string& text) const;
    void show_offers(const std::string& key) const;
    [[nodiscard]] std::string words(std::string_view id, message_arguments arguments = {}) const;
    void keep_draft() const;

    const engine& data_;
    const format_options& format_;
    voice with_;
    std::vector<offered_figure> offers_;
    std::string draft_path_;
    std::vector<std::string> given_;    ///< every answer so far, in order
    std::vector<std::string> waiting_;  ///< of a draft, still to be taken
    std::size_t next_ = 0;
    std::vector<std::string> names_;
};

}  // namespace outlay::prompt
