// source_finder: how a report gets at the text that a place is in, for the bytes of the words there.
// Promises: a null answer is no error: the bytes are then left out.
// Leaves out: opening files, which is the caller's.
#pragma once

#include <outlay/base/source.hpp>

#include <functional>
#include <string>

namespace outlay {

using source_finder = std::function<const source*(const std::string& name)>;

}  // namespace outlay
