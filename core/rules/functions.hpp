// The functions of rule expressions.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "rules/ast.hpp"

namespace nianbao {

/// What a function takes and yields.
struct Function {
  std::string_view name;
  ast::Op op;
  std::size_t least;
  std::size_t most;
  bool takes_figures;  ///< figures or sets of them, not computed numbers
  bool condition;      ///< yields true or false
};

/// Null if there is no function of this name.
[[nodiscard]] const Function* find_function(std::string_view name) noexcept;
[[nodiscard]] const Function* find_function(ast::Op op) noexcept;
[[nodiscard]] std::vector<std::string_view> function_names();

}  // namespace nianbao
