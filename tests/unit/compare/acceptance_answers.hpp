// acceptance_answers: the reference answers of tests/data/acceptance.json, by name.
// Promises: a file that cannot be read, or a name that is not in it, is an error and never an answer.
#pragma once

#include <outlay/base/source.hpp>
#include <outlay/number/ratio.hpp>

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>

namespace outlay {

/// Reads { "name": { "fraction": "a/b", … }, … }: names and fractions are the only things looked at.
class acceptance_answers {
public:
    explicit acceptance_answers(const std::string& file) {
        const auto found = source::read(file);
        if (!found) throw std::runtime_error("cannot read " + file);
        const std::string_view text = found->text();
        for (std::size_t at = 0; (at = text.find("{\n  \"fraction\"", at)) != std::string_view::npos; ++at) {
            const std::size_t name_end = text.rfind('"', at);
            const std::size_t name_begin = text.rfind('"', name_end - 1) + 1;
            const std::size_t begin = text.find('"', text.find(':', at)) + 1;
            const std::string_view fraction = text.substr(begin, text.find('"', begin) - begin);
            answers_.emplace(text.substr(name_begin, name_end - name_begin), parse_ratio(fraction).value());
        }
        if (answers_.size() < 100) throw std::runtime_error("too few answers in " + file);
    }

    [[nodiscard]] const ratio& at(const std::string& name) const {
        const auto found = answers_.find(name);
        if (found == answers_.end()) throw std::runtime_error("no acceptance answer is called " + name);
        return found->second;
    }

private:
    std::map<std::string, ratio, std::less<>> answers_;
};

}  // namespace outlay
