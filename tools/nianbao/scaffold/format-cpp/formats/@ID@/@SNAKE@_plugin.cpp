// The family @ID@: which cell of a row is which column of the template. What all tables share (finding forms, telling
// rows apart, reading figures, rendering) is nianbao's.
#include <nianbao/sdk/forms.hpp>
#include <nianbao/sdk/plugin.hpp>

namespace {

using namespace nianbao;

/// A unit, then the figures as they stand from left to right.
class Columns final : public forms::ColumnReader {
 public:
  forms::ColumnReading read(const TemplateForm& form, const forms::Rows& /*rows*/,
                            const std::vector<forms::FigureRow>& figures,
                            const FormatContext& /*context*/) const override {
    forms::ColumnReading reading;
    for (const auto& row : figures) {
      reading.rows.push_back(read_row(row, form.blocks[row.block].value_columns(), reading.unread));
    }
    reading.missing.resize(form.blocks.size());
    return reading;
  }

 private:
  static forms::Figures read_row(const forms::FigureRow& row, std::size_t columns,
                                 std::vector<const forms::Token*>& unread) {
    forms::Figures figures(columns);
    std::size_t next = 0;
    for (const auto* token : row.tokens) {
      if (token->unit) {
        for (auto& figure : figures) {
          figure.unit = token;
        }
      } else if (next < columns) {
        figures[next++].token = token;
      } else if (token->kind == forms::TokenKind::number) {
        unread.push_back(token);
      }
    }
    return figures;
  }
};

}  // namespace

NIANBAO_FORMAT_FAMILY_PLUGIN(forms::TableFamily<Columns>, "@ID@", "0.1.0")
