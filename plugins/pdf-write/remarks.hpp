// Remarks of cells, for a page that has no comments to put them in.
#pragma once

#include <string>
#include <vector>

#include <nianbao/sdk/document.hpp>

namespace nianbao::pdf_write {

/// The remarks of a table's cells, each once, with the cells it is about:
/// `（第13—15行第4—10列）来源格式没有这个指标`. In the order of their first cells.
[[nodiscard]] std::vector<std::string> remark_lines(const Table& table);

}  // namespace nianbao::pdf_write
