// Which column of a cross table a figure belongs to.
#pragma once

#include <nianbao/sdk/forms.hpp>

namespace nianbao {

/// Columns of a cross table: by number where a row is whole, else by the header's columns, by the
/// places where whole rows have theirs, or by counting from the edge that is not ragged.
class CrossColumns final : public forms::ColumnReader {
 public:
  [[nodiscard]] forms::ColumnReading read(const TemplateForm& form, const forms::Rows& rows,
                                          const std::vector<forms::FigureRow>& figures,
                                          const FormatContext& context) const override;
};

}  // namespace nianbao
