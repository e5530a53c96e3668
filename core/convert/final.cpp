// What stands in the way of a final version.
#include <nianbao/convert.hpp>

namespace nianbao {
namespace {

using Kind = FinalObstacle::Kind;

/// A blank the source itself explains: it has none either, or its format never asked.
bool explained(const LedgerCell& cell) {
  return cell.blank == BlankReason::source_blank || cell.blank == BlankReason::no_concept;
}

Message about(const LedgerCell& cell, const Message& what) {
  return {cell.label + "：" + what.zh, cell.label + ": " + what.en};
}

}  // namespace

std::vector<FinalObstacle> final_obstacles(const Conversion& conversion, const std::vector<Finding>& findings) {
  std::vector<FinalObstacle> obstacles;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (findings[i].severity == FindingSeverity::error) {
      obstacles.push_back({Kind::error_finding, i, findings[i].message});
    }
  }
  const auto& cells = conversion.ledger.cells;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].suspect) {
      const Message open{"待核实", "not settled"};
      obstacles.push_back({Kind::suspect_cell, i, about(cells[i], cells[i].filled() ? open : cells[i].reason)});
    } else if (!cells[i].filled() && !explained(cells[i])) {
      obstacles.push_back({Kind::unexplained_blank, i, about(cells[i], cells[i].reason)});
    }
  }
  return obstacles;
}

}  // namespace nianbao
