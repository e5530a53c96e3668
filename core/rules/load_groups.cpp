// The groups of concepts.yaml: expressions over concepts, none of which leads back to its group.
#include <algorithm>
#include <set>

#include "rules/load.hpp"

namespace nianbao {
namespace {

struct Group {
  std::string id;
  const SourceFile* file;
  yaml::Mark at;
};

bool names(const ast::Node& reference, std::string_view id) {
  if (reference.depth == ast::Depth::self) {
    return reference.text == id;
  }
  const auto prefix = reference.text + ".";
  return id.starts_with(prefix) &&
         (reference.depth == ast::Depth::descendants || id.find('.', prefix.size()) == std::string_view::npos);
}

bool refers_to(const ast::Node& node, std::string_view id) {
  return (node.op == ast::Op::reference && names(node, id)) ||
         std::any_of(node.operands.begin(), node.operands.end(),
                     [&](const ast::Node& operand) { return refers_to(operand, id); });
}

/// True if the group's members lead back to it.
bool is_cyclic(const std::string& start, const std::vector<Group>& groups, const Catalog& catalog) {
  std::set<std::string> seen;
  std::vector<std::string> open{start};
  while (!open.empty()) {
    const auto* members = catalog.group(open.back());
    open.pop_back();
    for (const auto& group : groups) {
      if (members == nullptr || !refers_to(*members, group.id)) {
        continue;
      }
      if (group.id == start) {
        return true;
      }
      if (seen.insert(group.id).second) {
        open.push_back(group.id);
      }
    }
  }
  return false;
}

void load_group(const yaml::Node::Entry& entry, const SourceFile& file, Item& groups, Catalog& catalog,
                std::vector<Group>& known, RuleFaults& faults) {
  const auto* concept_info = catalog.find(entry.key);
  if (concept_info == nullptr) {
    faults.add(file, entry.at, "unknown-concept",
               {"没有指标“" + entry.key + "”", "Unknown concept \"" + entry.key + "\""},
               {"每个小计也要列在 concepts 之下。", "A group is listed under concepts as well."});
    return;
  }
  if (catalog.group(entry.key) != nullptr) {
    faults.add(file, entry.at, "group-twice",
               {"小计“" + entry.key + "”已有定义，不能改动",
                "Group \"" + entry.key + "\" is already defined and cannot be changed"});
    return;
  }
  const std::shared_ptr<const ConceptCatalog> borrowed(std::shared_ptr<const ConceptCatalog>(), &catalog);
  const auto expression = groups.expression(entry.key, Yields::number, false, ExpressionCompiler(borrowed));
  if (expression != nullptr) {
    catalog.add_group(entry.key, expression->shared_root());
    known.push_back({entry.key, &file, entry.at});
  }
}

}  // namespace

void load_groups(const Packs& packs, Catalog& catalog, RuleFaults& faults) {
  std::vector<Group> known;
  for (const auto& pack : packs) {
    if (pack->concepts == nullptr || pack->concepts->root == nullptr) {
      continue;
    }
    auto file = whole_file(*pack->concepts, faults);
    if (auto groups = file.mapping("groups")) {
      for (const auto& entry : file.node("groups")->entries) {
        load_group(entry, *pack->concepts, *groups, catalog, known, faults);
      }
    }
  }
  std::vector<const Group*> cyclic;
  for (const auto& group : known) {
    if (is_cyclic(group.id, known, catalog)) {
      cyclic.push_back(&group);
    }
  }
  for (const auto* group : cyclic) {
    catalog.remove_group(group->id);
    faults.add(*group->file, group->at, "group-cycle",
               {"小计“" + group->id + "”绕回了它自身", "Group \"" + group->id + "\" leads back to itself"});
  }
}

}  // namespace nianbao
