// document_shelf: the documents that figures of a scenario are taken from, and the files it includes, each opened once.
// Promises: names count from the folder of the file that names them; a document is read for figures once.
// Leaves out: which figure is meant (figure_reader.hpp).
#pragma once

#include <outlay/engine.hpp>
#include <outlay/figures/figure.hpp>
#include <outlay/scenario/scenario_file.hpp>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace outlay {

/// `name` as it is meant in the file `from`.
[[nodiscard]] std::string path_from(std::string_view from, std::string_view name);

class document_shelf {
public:
    document_shelf(const engine& data, const open_file& open) : data_(data), open_(open) {}

    /// Null, and the problems that say why.
    [[nodiscard]] const source* find(const std::string& path, diagnostics& problems);
    [[nodiscard]] const std::vector<figure>& figures_of(const source& document);

private:
    struct volume {
        std::unique_ptr<const source> text;
        std::unique_ptr<const std::vector<figure>> figures;
    };
    const engine& data_;
    const open_file& open_;
    std::map<std::string, volume> volumes_;
};

}  // namespace outlay
