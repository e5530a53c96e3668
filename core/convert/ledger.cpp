#include <nianbao/ledger.hpp>

#include <algorithm>
#include <array>

namespace nianbao {
namespace {

constexpr std::array<std::string_view, 5> kFates{"placed", "same-as", "blank", "offered", "unplaced"};
constexpr std::array<std::string_view, 18> kReasons{
    "same-concept", "mapping",       "in-text",     "already-placed", "source-blank",   "suspect",
    "rounded",      "other-year",    "cumulative",  "other-scope",    "other-instance", "differs",
    "beside-table", "other-meaning", "approximate", "held-back",      "not-assessable", "no-concept",
};
constexpr std::array<std::string_view, 4> kBlanks{"source-blank", "no-concept", "not-assessable", "offered-only"};

/// Checks that the two sides of a ledger tell the same story.
class Audit {
 public:
  explicit Audit(const Ledger& ledger) : ledger_(ledger) {}

  std::vector<std::string> run() {
    expect(ledger_.facts.size() == ledger_.source_facts, "the ledger lists other facts than the report has");
    expect(ledger_.cells.size() == ledger_.target_cells, "the ledger lists other cells than the forms have");
    for (std::uint32_t i = 0; i < ledger_.facts.size(); ++i) {
      audit_fact(i);
    }
    for (std::uint32_t i = 0; i < ledger_.cells.size(); ++i) {
      audit_cell(i);
    }
    return std::move(faults_);
  }

 private:
  void expect(bool holds, const std::string& fault) {
    if (!holds) {
      faults_.push_back(fault);
    }
  }

  static bool lists(const std::vector<std::uint32_t>& list, std::uint32_t index) {
    return std::find(list.begin(), list.end(), index) != list.end();
  }

  void audit_fact(std::uint32_t index) {
    const auto& entry = ledger_.facts[index];
    const std::string what = "fact " + std::to_string(index + 1) + " (" + to_string(entry.fact.key) + "): ";
    expect(!entry.reason.zh.empty() && !entry.reason.en.empty(), what + "has no reason");
    expect((entry.fact.status == Status::blank) == (entry.fate == FactFate::blank),
           what + "blank, but not so accounted");
    const bool has_cells =
        entry.why != FactReason::in_text && (entry.fate == FactFate::placed || entry.fate == FactFate::offered);
    expect(has_cells == !entry.cells.empty(), what + "its fate and its cells do not agree");
    expect((entry.fate == FactFate::same_as) == (entry.same_as != Fact::kNoForm), what + "same as which?");
    for (const auto cell : entry.cells) {
      if (cell >= ledger_.cells.size()) {
        expect(false, what + "names a cell that does not exist");
        continue;
      }
      const auto& list = entry.fate == FactFate::placed ? ledger_.cells[cell].facts : ledger_.cells[cell].offered;
      expect(lists(list, index), what + "its cell does not know it");
    }
    if (entry.fate == FactFate::same_as) {
      const bool placed = entry.same_as < ledger_.facts.size() && ledger_.facts[entry.same_as].fate == FactFate::placed;
      expect(placed, what + "the fact it is the same as is not placed");
    }
  }

  void audit_cell(std::uint32_t index) {
    const auto& cell = ledger_.cells[index];
    const std::string what = "cell " + std::to_string(index + 1) + " (" + cell.label + "): ";
    expect(cell.filled() == !cell.facts.empty(), what + "filled from nothing, or blank with facts");
    expect(cell.filled() == !cell.value.empty(), what + "its value and its state do not agree");
    expect(cell.filled() || (!cell.reason.zh.empty() && !cell.reason.en.empty()), what + "blank without a reason");
    expect(cell.filled() || (cell.blank == BlankReason::offered_only) == !cell.offered.empty(),
           what + "offers and reason do not agree");
    for (const auto fact : cell.facts) {
      const bool known = fact < ledger_.facts.size() && ledger_.facts[fact].fate == FactFate::placed &&
                         lists(ledger_.facts[fact].cells, index);
      expect(known, what + "its fact is not placed there");
    }
  }

  const Ledger& ledger_;
  std::vector<std::string> faults_;
};

}  // namespace

std::string_view to_string(FactFate fate) noexcept { return kFates[static_cast<std::size_t>(fate)]; }
std::string_view to_string(FactReason reason) noexcept { return kReasons[static_cast<std::size_t>(reason)]; }
std::string_view to_string(BlankReason reason) noexcept { return kBlanks[static_cast<std::size_t>(reason)]; }

std::vector<std::string> Ledger::faults() const { return Audit(*this).run(); }

std::size_t Ledger::count(FactFate fate) const noexcept {
  return static_cast<std::size_t>(
      std::count_if(facts.begin(), facts.end(), [&](const LedgerFact& entry) { return entry.fate == fate; }));
}

std::size_t Ledger::count(BlankReason reason) const noexcept {
  return static_cast<std::size_t>(
      std::count_if(cells.begin(), cells.end(), [&](const LedgerCell& cell) { return cell.blank == reason; }));
}

std::size_t Ledger::filled() const noexcept {
  return static_cast<std::size_t>(
      std::count_if(cells.begin(), cells.end(), [](const LedgerCell& cell) { return cell.filled(); }));
}

std::size_t Ledger::filled(Fidelity fidelity) const noexcept {
  return static_cast<std::size_t>(std::count_if(
      cells.begin(), cells.end(), [&](const LedgerCell& cell) { return cell.filled() && cell.fidelity == fidelity; }));
}

}  // namespace nianbao
