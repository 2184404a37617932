#include "cli/scan_parts.hpp"

#include <outlay/report/render_scan.hpp>

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

namespace outlay::cli {

namespace {

void read_all(const engine& data, scan_part& part, const scan_work& work) {
    auto all = read_figures(data, part.text.text(), part.reading);
    auto linked = work.links ? find_linked_figures(data, part.text.text(), all) : std::vector<std::vector<linked_figure>>(all.size());
    for (std::size_t n = 0; n < all.size(); ++n) {
        if (!work.wanted(all[n])) continue;
        part.figures.push_back(std::move(all[n]));
        part.linked.push_back(std::move(linked[n]));
    }
}

void read_part(const engine& data, scan_part& part, const scan_work& work) {
    if (part.wants_date) {
        const auto stated = find_document_date(data, part.text.text(), part.reading);
        if (stated && stated->days && stated->days->first == stated->days->last) part.stated = stated->days->first;
    }
    if (work.money != nullptr && work.money_lines) {
        const auto line = [&](const auto& sum) { append_scan_tsv(part.lines, part.text, sum); };
        return work.money->read(part.text.text(), part.reading, line, line);
    }
    if (work.money != nullptr)
        part.figures = work.money->read(part.text.text(), part.reading);
    else
        read_all(data, part, work);
    if (work.render) work.render(part);
}

}  // namespace

void read_parts(const engine& data, std::vector<scan_part>& parts, const scan_work& work, int threads) {
    std::atomic<std::size_t> next{0};
    std::exception_ptr failure;
    std::mutex failing;
    const auto run = [&] {
        try {
            for (std::size_t i = next++; i < parts.size(); i = next++) read_part(data, parts[i], work);
        } catch (...) {
            const std::lock_guard lock(failing);
            failure = std::current_exception();
        }
    };
    std::vector<std::thread> others;
    const auto helpers = std::min(static_cast<std::size_t>(threads), parts.size());
    for (std::size_t i = 1; i < helpers; ++i) others.emplace_back(run);
    run();
    for (auto& other : others) other.join();
    if (failure) std::rethrow_exception(failure);
}

}  // namespace outlay::cli
