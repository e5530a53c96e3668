// What is missing from a form, stands in it twice, or does not belong to it.
#pragma once

#include <nianbao/sdk/forms.hpp>

#include "forms/align.hpp"

namespace nianbao::forms {

/// Tells findings of kind structure, and diagnostics where figures were not read.
class StructureFinder {
 public:
  StructureFinder(const FormClaim& claim, const FormatContext& context, Report& report, std::uint32_t form,
                  std::size_t first_fact)
      : claim_(claim), context_(context), report_(report), form_(form), first_fact_(first_fact) {}

  /// Rows the document lacks; groups that it gives in one row.
  void rows(const std::vector<FigureRow>& found);
  void columns(const std::vector<FigureRow>& found, const std::vector<std::vector<std::uint32_t>>& missing);
  /// Cells of rows in lines that left no trace: which column the row's other figures belong to was inferred.
  void gaps(const std::vector<FigureRow>& found, const ColumnReading& reading);
  void doubled(const Rows& rows, const Items& items, const std::vector<Match>& doubled);
  void foreign(const Rows& rows, const Items& items, const std::vector<std::uint32_t>& foreign);
  void unread(const std::vector<const Token*>& figures);

 private:
  void group_found(const FigureRow& row);
  Finding& add(Message message, const Place& at);
  /// Names a cell in a finding; with its fact where there is one.
  void name(Finding& finding, const ConceptKey& key) const;

  const FormClaim& claim_;
  const FormatContext& context_;
  Report& report_;
  std::uint32_t form_;
  std::size_t first_fact_;
};

}  // namespace nianbao::forms
