// A family as small as can be: tables of two columns, a label and its figure.
#include <nianbao/sdk/plugin.hpp>

namespace {

using namespace nianbao;

/// The row of the form whose own label is this text; null if there is none.
const TemplateRow* row_of(const TemplateBlock& form, std::string_view label) {
  for (const auto& row : form.rows) {
    if (!row.path.empty() && row.path.back() == label) {
      return &row;
    }
  }
  return nullptr;
}

std::string_view text_at(const TableGrid& grid, std::uint32_t row, std::uint32_t column) {
  const auto* cell = grid.at(row, column);
  return cell == nullptr ? std::string_view() : cell->text.chars;
}

class MinimalList final : public FormatFamily {
 private:
  Result<std::vector<FormClaim>> do_recognize(const Document& document, const Template& format,
                                              const FormatContext& /*context*/) const override {
    std::vector<FormClaim> claims;
    for (const auto& block : document.blocks) {
      const auto* table = block.as<Table>();
      for (const auto& form : format.forms) {
        if (table != nullptr && table->columns == 2 && form.blocks.size() == 1) {
          claim(TableGrid(*table), block.at, format, form, claims);
        }
      }
    }
    return claims;
  }

  static void claim(const TableGrid& grid, const Place& at, const Template& format, const TemplateForm& form,
                    std::vector<FormClaim>& claims) {
    FormClaim claim;
    claim.format = &format;
    claim.form = &form;
    claim.expected = static_cast<std::uint32_t>(form.blocks.front().rows.size());
    for (std::uint32_t row = 1; row <= grid.rows(); ++row) {
      const bool known = row_of(form.blocks.front(), text_at(grid, row, 1)) != nullptr;
      ++(known ? claim.matched : claim.foreign);
    }
    if (claim.matched > claim.foreign) {
      claim.certainty = claim.matched == claim.expected ? Certainty::certain : Certainty::likely;
      claim.pieces.push_back({at.block});
      claims.push_back(claim);
    }
  }

  Result<void> do_extract(const Document& document, const FormClaim& claim, const FormatContext& /*context*/,
                          Report& report) const override {
    const auto& block = document.blocks[claim.pieces.front().block - 1];
    const TableGrid grid(*block.as<Table>());
    const auto& rows = claim.form->blocks.front();
    Form form;
    form.id = report.store(claim.form->id);
    form.format = report.store(claim.format->id);
    form.instance = claim.instance;
    form.certainty = claim.certainty;
    form.at = block.at;
    report.forms.push_back(form);
    for (std::uint32_t row = 1; row <= grid.rows(); ++row) {
      if (const auto* known = row_of(rows, text_at(grid, row, 1))) {
        const auto index = static_cast<std::size_t>(known - rows.rows.data());
        report.facts.push_back(read_fact(rows.cell(index, 0), *grid.at(row, 2), report));
      }
    }
    return {};
  }

  static Fact read_fact(const TemplateCell& meaning, const Cell& cell, Report& report) {
    Fact fact;
    fact.key.id = report.store(meaning.key.id);
    fact.text = report.store(cell.text.chars);
    fact.unit = report.store(meaning.unit);
    fact.value = Decimal::parse(cell.text.chars);
    fact.status = fact.value ? Status::reported : Status::blank;
    fact.form = static_cast<std::uint32_t>(report.forms.size() - 1);
    fact.at = cell.at;
    return fact;
  }

  Result<std::vector<Block>> do_render(const Report& report, const Template& /*format*/, const TemplateForm& form,
                                       std::uint32_t /*instance*/, const FormatContext& /*context*/,
                                       Arena& arena) const override {
    TableBuilder table;
    const auto& rows = form.blocks.front();
    for (std::size_t i = 0; i < rows.rows.size(); ++i) {
      table.begin_row();
      add_text(table, rows.rows[i].path.back(), arena);
      add_text(table, printed(report, rows.cell(i, 0).key), arena);
    }
    std::vector<Block> blocks;
    blocks.push_back(Block{table.finish(), {}});
    return blocks;
  }

  static void add_text(TableBuilder& table, std::string_view text, Arena& arena) {
    Cell cell;
    cell.text.chars = arena.store(text);
    table.add(cell);
  }

  static std::string_view printed(const Report& report, const ConceptKey& key) {
    for (const auto& fact : report.facts) {
      if (fact.key == key) {
        return fact.text;
      }
    }
    return {};
  }
};

}  // namespace

NIANBAO_FORMAT_FAMILY_PLUGIN(MinimalList, "minimal-list", "1.0.0")
