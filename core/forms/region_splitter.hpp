// The same form twice under each other is two forms; one whose header rows are repeated is one.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include <nianbao/sdk/forms.hpp>

namespace nianbao::forms {

/// What a row says of the form it may belong to.
struct RowSign {
  struct Label {
    std::uint64_t hash = 0;   ///< label_hash of its key
    std::uint32_t times = 1;  ///< rows of the form that have this label
  };
  bool header = false;
  bool figures = false;
  std::optional<Label> label;   ///< of a row
  std::vector<Label> spanners;  ///< of groups of columns, in a header, or in one line with labels of columns and figures
};

/// Cuts a cluster of rows where the form begins again.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> split_instances(
    const Rows& rows, const std::vector<std::uint32_t>& cluster, const std::function<RowSign(std::uint32_t)>& sign);

}  // namespace nianbao::forms
