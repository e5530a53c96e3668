// Worksheets to a workbook.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nianbao/sdk/result.hpp>

#include "write/sheet_writer.hpp"

namespace nianbao::xlsx {

class WorkbookWriter {
 public:
  /// Names a further sheet: the name without what sheets cannot be called, at most 31 characters, unlike
  /// those before it.
  [[nodiscard]] std::string take_name(std::string_view wanted);
  void add(std::string name, SheetWriter sheet) { sheets_.push_back({std::move(name), std::move(sheet)}); }
  /// Puts a sheet before all others.
  void add_first(std::string name, SheetWriter sheet) {
    sheets_.insert(sheets_.begin(), {std::move(name), std::move(sheet)});
  }
  [[nodiscard]] Result<std::string> finish() const;

 private:
  struct Named {
    std::string name;
    SheetWriter sheet;
  };
  std::vector<std::string> names_;
  std::vector<Named> sheets_;
};

}  // namespace nianbao::xlsx
