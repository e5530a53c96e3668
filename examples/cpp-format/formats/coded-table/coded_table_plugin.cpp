// Tables whose rows carry a code: 指标名称 | 代码 | 本期实际 | 本年累计. Where the cells of a row are lost, code and
// figures are numbers next to each other, and only the template tells which is the code: that is why this is C++.
#include <nianbao/sdk/forms.hpp>
#include <nianbao/sdk/plugin.hpp>

namespace {

using namespace nianbao;

/// The code, as the template prints it in its unit column; then the figures from left to right.
class CodedColumns final : public forms::ColumnReader {
 public:
  forms::ColumnReading read(const TemplateForm& form, const forms::Rows& /*rows*/,
                            const std::vector<forms::FigureRow>& rows,
                            const FormatContext& /*context*/) const override {
    forms::ColumnReading reading;
    for (const auto& row : rows) {
      reading.rows.push_back(read_row(form.blocks[row.block], row, reading.unread));
    }
    reading.missing.resize(form.blocks.size());
    return reading;
  }

 private:
  static forms::Figures read_row(const TemplateBlock& block, const forms::FigureRow& row,
                                 std::vector<const forms::Token*>& unread) {
    forms::Figures figures(block.value_columns());
    const auto code = row.group ? std::string_view() : block.rows[row.row].unit;
    auto token = row.tokens.begin();
    const bool coded = token != row.tokens.end() && (*token)->text == code;
    if (coded) {
      ++token;
    }
    for (auto figure = figures.begin(); token != row.tokens.end(); ++token) {
      if (figure != figures.end()) {
        figure->token = *token;
        // A row of another code, or one that lost it: which of the numbers are its figures cannot be told.
        figure->reading = coded ? Reading::direct : Reading::suspect;
        ++figure;
      } else if ((*token)->kind == forms::TokenKind::number) {
        unread.push_back(*token);
      }
    }
    return figures;
  }
};

}  // namespace

NIANBAO_FORMAT_FAMILY_PLUGIN(forms::TableFamily<CodedColumns>, "coded-table", "1.0.0")
