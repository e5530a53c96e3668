// Which column of an indicator list a figure belongs to.
#pragma once

#include <nianbao/sdk/forms.hpp>

namespace nianbao {

/// Columns of an indicator list: a unit and one or more figures behind it. A figure in the unit's
/// place is a rival of the one in the figure's place.
class IndicatorColumns final : public forms::ColumnReader {
 public:
  [[nodiscard]] forms::ColumnReading read(const TemplateForm& form, const forms::Rows& rows,
                                          const std::vector<forms::FigureRow>& figures,
                                          const FormatContext& context) const override;
};

}  // namespace nianbao
