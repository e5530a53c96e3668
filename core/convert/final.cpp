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

/// What a suspect figure is told by where its cell tells nothing: it has none, or another figure stands there.
void add_suspect_facts(const Ledger& ledger, std::vector<FinalObstacle>& obstacles) {
  std::vector<bool> told(ledger.facts.size());
  for (const auto& cell : ledger.cells) {
    if (cell.suspect) {
      for (const auto* facts : {&cell.facts, &cell.offered}) {
        for (const auto fact : *facts) {
          told[fact] = true;
        }
      }
    }
  }
  for (std::size_t i = 0; i < ledger.facts.size(); ++i) {
    const auto& entry = ledger.facts[i];
    if (entry.fact.reading == Reading::suspect && !told[i]) {
      const auto name = entry.origin + "·" + entry.name;
      obstacles.push_back({Kind::suspect_fact, i, {name + "：待核实", name + ": not settled"}});
    }
  }
}

}  // namespace

std::vector<FinalObstacle> final_obstacles(const Conversion& conversion, const Report& source) {
  std::vector<FinalObstacle> obstacles;
  for (std::size_t i = 0; i < source.diagnostics.size(); ++i) {
    if (source.diagnostics[i].code == kFormatNotFound) {
      obstacles.push_back({Kind::other_format, i, source.diagnostics[i].message});
    }
  }
  const auto& findings = source.findings;
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
  add_suspect_facts(conversion.ledger, obstacles);
  return obstacles;
}

}  // namespace nianbao
