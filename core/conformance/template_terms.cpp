#include "conformance/template_terms.hpp"

#include <set>
#include <string>
#include <utility>

#include "rules/source.hpp"

namespace nianbao::conformance {
namespace {

class Terms {
 public:
  explicit Terms(const ConceptCatalog& catalog) : catalog_(catalog) {}

  /// `place`: form, row and column.
  void look_at(const TemplateCell& cell, const Message& place) {
    const auto* concept_info = catalog_.find(cell.key.id);
    if (concept_info == nullptr) {
      add(place, {"没有指标“", "There is no concept `"}, cell.key.id, ids());
    }
    for (const auto& [name, member] : cell.key.dims) {
      look_at_dimension(place, name, member);
    }
    // Forms with numbered rows print the number where others print the unit.
    if (cell.unit.find_first_not_of("0123456789") != std::string_view::npos) {
      look_at_unit(place, cell.unit, concept_info);
    }
  }

  [[nodiscard]] std::vector<Message> take() { return std::move(found_); }

 private:
  void look_at_dimension(const Message& place, std::string_view name, std::string_view member) {
    const auto* dimension = catalog_.dimension(name);
    if (dimension == nullptr) {
      std::vector<std::string_view> names;
      for (const auto& one : catalog_.dimensions()) {
        names.push_back(one.name);
      }
      add(place, {"没有维度“", "There is no dimension `"}, name, names);
    } else if (!dimension->free && dimension->member(member) == nullptr) {
      std::vector<std::string_view> members;
      for (const auto& one : dimension->members) {
        members.push_back(one.id);
      }
      const std::string of(name);
      add(place, {"维度“" + of + "”没有成员“", "The dimension `" + of + "` has no member `"}, member, members);
    }
  }

  void look_at_unit(const Message& place, std::string_view unit, const ConceptInfo* concept_info) {
    if (catalog_.unit_kind(unit) == UnitKind::unknown) {
      add(place, {"没有计量单位“", "There is no unit `"}, unit, {});
    } else if (concept_info != nullptr && !concept_info->unit.empty() &&
               !catalog_.unit_shift(unit, concept_info->unit)) {
      const std::string of(concept_info->unit);
      add(place,
          {"指标的单位是“" + of + "”，不能用“",
           "The concept is counted in `" + of + "`, which is not of the quantity of `"},
          unit, {});
    }
  }

  void add(const Message& place, const Message& before, std::string_view word,
           const std::vector<std::string_view>& known) {
    if (!told_.emplace(before.en, word).second) {
      return;
    }
    const auto hint = did_you_mean(word, known);
    found_.push_back({place.zh + "：" + before.zh + std::string(word) + "”。" + hint.zh,
                      place.en + ": " + before.en + std::string(word) + "`." + (hint.empty() ? "" : " ") + hint.en});
  }

  [[nodiscard]] std::vector<std::string_view> ids() const {
    std::vector<std::string_view> known;
    for (const auto* one : catalog_.concepts()) {
      known.push_back(one->id);
    }
    return known;
  }

  const ConceptCatalog& catalog_;
  std::set<std::pair<std::string, std::string>> told_;
  std::vector<Message> found_;
};

/// 表二，行政许可，本年制发件数
Message place_of(const TemplateForm& form, const std::vector<std::string_view>& row,
                 const std::vector<std::string_view>& column) {
  const std::string labels = (row.empty() ? "" : "“" + std::string(row.back()) + "”") +
                             (column.empty() ? "" : "“" + std::string(column.back()) + "”");
  return {form.title.zh + labels, form.title.en + " " + labels};
}

void look_at_block(const TemplateForm& form, const TemplateBlock& block, Terms& terms) {
  std::vector<const TemplateColumn*> columns;
  for (const auto& column : block.columns) {
    if (column.role == ColumnRole::value) {
      columns.push_back(&column);
    }
  }
  const auto look_at = [&](const TemplateCell& cell, const std::vector<std::string_view>& row, std::size_t column) {
    if (cell.present) {
      terms.look_at(cell, place_of(form, row, columns[column]->path));
    }
  };
  for (std::size_t row = 0; row < block.rows.size(); ++row) {
    for (std::size_t column = 0; column < columns.size(); ++column) {
      look_at(block.cell(row, column), block.rows[row].path, column);
    }
  }
  for (const auto& group : block.groups) {
    for (std::size_t column = 0; column < group.cells.size(); ++column) {
      look_at(group.cells[column], group.path, column);
    }
  }
}

}  // namespace

std::vector<Message> unknown_terms(const Template& format, const ConceptCatalog& catalog) {
  Terms terms(catalog);
  for (const auto& form : format.forms) {
    for (const auto& block : form.blocks) {
      look_at_block(form, block, terms);
    }
  }
  return terms.take();
}

}  // namespace nianbao::conformance
