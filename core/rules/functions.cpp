#include "rules/functions.hpp"

#include <algorithm>
#include <array>

namespace nianbao {
namespace {

using ast::Op;
constexpr std::size_t kMany = 100;

constexpr std::array<Function, 8> kFunctions{{
    {"sum", Op::sum, 1, kMany, false, false},
    {"blank", Op::blank, 1, 1, true, true},
    {"known", Op::known, 1, 1, true, true},
    {"count", Op::count, 1, kMany, true, false},
    {"abs", Op::absolute, 1, 1, false, false},
    {"max", Op::maximum, 1, kMany, false, false},
    {"min", Op::minimum, 1, kMany, false, false},
    {"round", Op::round, 2, 2, false, false},
}};

template <typename Match>
const Function* find(Match match) noexcept {
  const auto* it = std::find_if(kFunctions.begin(), kFunctions.end(), match);
  return it == kFunctions.end() ? nullptr : it;
}

}  // namespace

const Function* find_function(std::string_view name) noexcept {
  return find([&](const Function& f) { return f.name == name; });
}

const Function* find_function(ast::Op op) noexcept {
  return find([&](const Function& f) { return f.op == op; });
}

std::vector<std::string_view> function_names() {
  std::vector<std::string_view> names;
  for (const auto& function : kFunctions) {
    names.push_back(function.name);
  }
  return names;
}

}  // namespace nianbao
