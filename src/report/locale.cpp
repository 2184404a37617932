#include "report/locale.hpp"

#include <outlay/report/number_format.hpp>

#include <algorithm>
#include <charconv>
#include <string>

namespace outlay {

std::vector<std::string_view> format_locales(const engine& data) {
    std::vector<std::string_view> found;
    for (const auto& row : data.formats())
        if (found.empty() || found.back() != row.locale) found.push_back(row.locale);
    return found;
}

locale_rows::locale_rows(const engine& data, std::string_view locale) {
    const auto all = data.formats();
    const auto [first, last] = std::ranges::equal_range(all, locale, {}, &format_row::locale);
    rows_ = {first, last};
}

std::string_view locale_rows::value(std::string_view key) const {
    const auto found = std::ranges::lower_bound(rows_, key, {}, &format_row::key);
    return found != rows_.end() && found->key == key ? found->value : std::string_view{};
}

std::string_view locale_rows::member(std::string_view family, std::string_view member) const {
    const auto own = value(std::string(family).append(".").append(member));
    return own.empty() ? value(std::string(family).append(".other")) : own;
}

std::vector<std::pair<int, std::string_view>> locale_rows::magnitudes(std::string_view family) const {
    std::vector<std::pair<int, std::string_view>> found;
    for (const auto& row : rows_) {
        if (!row.key.starts_with(family)) continue;
        int exponent = 0;
        const auto digits = row.key.substr(family.size());
        std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
        found.emplace_back(exponent, row.value);
    }
    std::ranges::sort(found, std::ranges::greater{}, &std::pair<int, std::string_view>::first);
    return found;
}

}  // namespace outlay
