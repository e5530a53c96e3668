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

class @CLASS@ final : public FormatFamily {
 private:
  Result<std::vector<FormClaim>> do_recognize(const Document& document, const Template& format,
                                              const FormatContext& context) const override {
    return forms::recognize(document, format, context);
  }
  Result<void> do_extract(const Document& document, const FormClaim& claim, const FormatContext& context,
                          Report& report) const override {
    forms::extract(document, claim, context, Columns(), report);
    return {};
  }
  Result<std::vector<Block>> do_render(const Report& report, const Template& format, const TemplateForm& form,
                                       std::uint32_t instance, const FormatContext& context,
                                       Arena& arena) const override {
    return forms::render(report, format, form, instance, context, arena);
  }
};

}  // namespace

NIANBAO_FORMAT_FAMILY_PLUGIN(@CLASS@, "@ID@", "0.1.0")
