#include "forms/grouped_rows.hpp"

#include <algorithm>
#include <string>

namespace nianbao::forms {
namespace {

/// Value columns that stand under one label.
struct Group {
  std::string key;
  std::vector<const TemplateColumn*> columns;
};

std::vector<Group> groups_of(const TemplateForm& form) {
  std::vector<Group> groups;
  const bool one_row =
      form.blocks.size() == 1 && form.blocks.front().rows.size() == 1 && form.blocks.front().rows.front().keys.front().empty();
  for (std::size_t i = 0; one_row && i < form.blocks.front().columns.size(); ++i) {
    const auto& column = form.blocks.front().columns[i];
    if (column.role != ColumnRole::value || column.path.size() < 2) {
      return {};
    }
    const auto key = match_key(column.path[column.path.size() - 2]);
    if (groups.empty() || groups.back().key != key) {
      groups.push_back({key, {}});
    }
    groups.back().columns.push_back(&column);
  }
  const bool equal = std::all_of(groups.begin(), groups.end(), [&](const Group& group) {
    return std::equal(group.columns.begin(), group.columns.end(), groups.front().columns.begin(),
                      groups.front().columns.end(),
                      [](const TemplateColumn* a, const TemplateColumn* b) { return a->keys == b->keys; });
  });
  return equal && groups.size() > 1 ? groups : std::vector<Group>();
}

class GroupReader {
 public:
  GroupReader(const Items& items, const Rows& rows, const std::vector<Group>& groups)
      : items_(items), rows_(rows), groups_(groups), figures_(groups.size()) {}

  /// Every group has one row with a cell for each of its columns, and the header names them in the order of the form.
  bool read() {
    const auto width = groups_.front().columns.size();
    if (items_.items.size() != groups_.size() || !heads(items_.items.front(), width)) {
      return false;
    }
    for (const auto& item : items_.items) {
      const auto group = group_of(item);
      if (group == groups_.size() || !figures_[group].empty()) {
        return false;
      }
      figures_[group] = item.figures;
      if (!is_of_width(figures_[group], width)) {
        return false;
      }
    }
    return true;
  }

  [[nodiscard]] Item joined() const {
    Item item = items_.items.front();
    item.label.to = item.label.from;
    item.header_rows.clear();
    item.figures.clear();
    for (const auto& figures : figures_) {
      item.figures.insert(item.figures.end(), figures.begin(), figures.end());
    }
    item.has_number = std::any_of(items_.items.begin(), items_.items.end(), [](const Item& one) { return one.has_number; });
    return item;
  }

 private:
  /// Leaves the empty cells of other label columns out.
  bool is_of_width(std::vector<std::uint32_t>& figures, std::size_t width) const {
    while (figures.size() > width && rows_.tokens[figures.front()].kind == TokenKind::blank) {
      figures.erase(figures.begin());
    }
    return figures.size() == width;
  }

  [[nodiscard]] std::size_t group_of(const Item& item) const {
    std::string label;
    for (auto at = item.label.from; at < item.label.to; ++at) {
      label += rows_.tokens[at].text;
    }
    const auto holds = [&](const Group& group) { return fold(label).utf8().find(group.key) != std::string::npos; };
    const auto first = std::find_if(groups_.begin(), groups_.end(), holds);
    const bool one = first != groups_.end() && std::find_if(first + 1, groups_.end(), holds) == groups_.end();
    return one ? static_cast<std::size_t>(first - groups_.begin()) : groups_.size();
  }

  [[nodiscard]] bool heads(const Item& item, std::size_t width) const {
    const auto leaves = header_leaves(rows_, item.header_rows);
    const auto extra = leaves.size() > width ? leaves.size() - width : 0;
    const auto& columns = groups_.front().columns;
    return leaves.size() <= width + 2 &&
           std::equal(leaves.begin() + static_cast<std::ptrdiff_t>(extra), leaves.end(), columns.begin(), columns.end(),
                      [](const Token* token, const TemplateColumn* column) {
                        return std::find(column->keys.begin(), column->keys.end(), token->key) != column->keys.end();
                      });
  }

  const Items& items_;
  const Rows& rows_;
  const std::vector<Group>& groups_;
  std::vector<std::vector<std::uint32_t>> figures_;  ///< parallel to the groups
};

}  // namespace

Items with_groups_in_a_row(Items items, const Rows& rows, const TemplateForm& form) {
  const auto groups = groups_of(form);
  if (groups.empty()) {
    return items;
  }
  GroupReader reader(items, rows, groups);
  if (reader.read()) {
    items.items = {reader.joined()};
  }
  return items;
}

}  // namespace nianbao::forms
