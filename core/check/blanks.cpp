// Blanks that are proven to be zeros (docs/adr/0005-blank-cells.md): in a row, column or block that prints no
// 0 of its own, where a stated total is reached by the printed figures alone.

#include <algorithm>
#include <optional>
#include <set>

#include "check/plan.hpp"
#include "check/run.hpp"

namespace nianbao::check {
namespace {

constexpr std::string_view kInstance = "instance";

struct Cell {
  int coefficient = 1;
  std::uint32_t fact = Figure::npos;
  Figure figure;
};

/// A relation all whose cells are printed, with a figure or blank, and some are blank.
struct Line {
  std::vector<Cell> cells;
  std::optional<std::size_t> total;  ///< the cell that alone stands on its side
  std::size_t blanks = 0;
  bool holds = false;  ///< with the blanks as 0
};

class Proofs {
 public:
  Proofs(Run& run, TableFigures& table) : run_(run), table_(table), source_(*table.source) {}

  void run() {
    if (!any_blank()) {
      return;
    }
    std::copy_if(source_.facts().begin(), source_.facts().end(), std::back_inserter(zeros_),
                 [&](std::uint32_t fact) { return is_zero(run_.report.facts[fact]); });
    collect_lines();
    std::set<std::uint32_t> proven;
    std::set<std::uint32_t> contradicted;
    const Line* example = nullptr;
    for (const auto& line : lines_) {
      if (line.total && blank(line.cells[*line.total])) {
        continue;
      }
      if (!line.holds) {
        add_blanks(line, contradicted);
      } else if (proves(line)) {
        add_blanks(line, proven);
        example = example == nullptr || better_example(line, *example) ? &line : example;
      }
    }
    std::size_t assumed = 0;
    for (const auto fact : proven) {
      if (contradicted.count(fact) == 0 && totals_.count(fact) == 0) {
        source_.assume_zero(fact);
        ++assumed;
      }
    }
    if (assumed > 0) {
      remark(assumed, *example);
    }
  }

 private:
  bool any_blank() const {
    const auto& facts = source_.facts();
    return std::any_of(facts.begin(), facts.end(),
                       [&](std::uint32_t fact) { return run_.report.facts[fact].status == Status::blank; });
  }
  /// A short sum with two parts or more is the easiest to follow.
  static bool better_example(const Line& a, const Line& b) {
    const auto length = [](const Line& line) {
      const std::size_t printed = line.cells.size() - line.blanks;
      return printed < 3 ? SIZE_MAX : printed;
    };
    return length(a) < length(b);
  }
  [[nodiscard]] const ConceptKey& key_of(const Cell& cell) const { return run_.report.facts[cell.fact].key; }
  static bool is_zero(const Fact& fact) { return fact.value && fact.value->is_zero(); }
  static bool blank(const Cell& cell) { return cell.figure.state == FigureState::blank; }

  void collect_lines() {
    for (const auto& frame : table_.frames) {
      if (add_lines_of_plan(frame)) {
        continue;
      }
      for (const auto& rule : run_.rules.checks()) {
        if (rule.assertion != nullptr && applies(rule, run_, table_.format)) {
          add_lines(relations_for(rule, source_, frame));
        }
      }
    }
  }

  /// Of the relations of a plan only those with a blank cell need be looked at: the others prove nothing of one.
  /// False if the plan does not know the frame.
  bool add_lines_of_plan(const Dims& frame) {
    const auto instance = frame.get(kInstance);
    const bool plain = frame.size() == (instance.empty() ? 0U : 1U);
    const auto* sheet = run_.plan != nullptr && plain ? run_.plan->state().sheet(table_.format) : nullptr;
    const auto values = sheet != nullptr ? SheetValues::of(*sheet, source_, instance) : std::nullopt;
    if (sheet == nullptr || (!values && !instance.empty())) {
      return false;
    }
    for (std::size_t i = 0; i < sheet->relations.size(); ++i) {
      const auto& relation = sheet->relations[i];
      if (relation.comparison == Comparison::equal &&
          (!values || values->may_have_blank(sheet->relation_cells[i].terms))) {
        add_line(instance.empty() ? relation : of_instance(relation, instance));
      }
    }
    return true;
  }

  static Relation of_instance(Relation relation, std::string_view instance) {
    for (auto& term : relation.terms) {
      term.key.dims.set(kInstance, instance);
    }
    return relation;
  }

  void add_lines(const std::vector<Relation>& relations) {
    for (const auto& relation : relations) {
      if (relation.comparison == Comparison::equal) {
        add_line(relation);
      }
    }
  }

  void add_line(const Relation& relation) {
    Line line;
    line.cells.reserve(relation.terms.size());
    std::optional<Decimal> sum = Decimal(0);
    for (const auto& term : relation.terms) {
      const auto facts = source_.facts_with(term.key);
      if (facts.size() != 1) {
        return;
      }
      Cell cell{term.coefficient, facts.front(), source_.figure_of(facts.front())};
      if (cell.figure.state == FigureState::known) {
        const auto product = Decimal::multiply(cell.figure.value, Decimal(term.coefficient));
        sum = sum && product ? Decimal::add(*sum, *product) : std::nullopt;
      } else if (!blank(cell)) {
        return;
      }
      line.blanks += blank(cell) ? 1 : 0;
      line.cells.push_back(std::move(cell));
    }
    line.holds = sum && sum->is_zero();
    line.total = total_of(line);
    if (line.total) {
      totals_.insert(line.cells[*line.total].fact);
    }
    if (line.blanks > 0) {
      lines_.push_back(std::move(line));
    }
  }

  static std::optional<std::size_t> total_of(const Line& line) {
    std::optional<std::size_t> positive;
    std::optional<std::size_t> negative;
    std::size_t positives = 0;
    for (std::size_t i = 0; i < line.cells.size(); ++i) {
      const bool plus = line.cells[i].coefficient > 0;
      (plus ? positive : negative) = i;
      positives += plus ? 1 : 0;
    }
    const std::size_t negatives = line.cells.size() - positives;
    return positives == 1 && negatives > 1 ? positive : negatives == 1 && positives > 1 ? negative : std::nullopt;
  }

  /// Figures are counts: where the printed ones reach the other side, the blanks on one side are 0.
  bool proves(const Line& line) const {
    bool plus = false;
    bool minus = false;
    bool filled = false;
    for (const auto& cell : line.cells) {
      plus = plus || (blank(cell) && cell.coefficient > 0);
      minus = minus || (blank(cell) && cell.coefficient < 0);
      filled = filled || (!blank(cell) && !cell.figure.value.is_zero());
    }
    return plus != minus && filled && !prints_zero(line);
  }

  /// A row or column is all cells of the form with one concept, or with the same dimensions.
  bool prints_zero(const Line& line) const {
    const ConceptKey& first = key_of(line.cells.front());
    const auto all = [&](auto same) { return std::all_of(line.cells.begin(), line.cells.end(), same); };
    const bool row = all([&](const Cell& cell) { return key_of(cell).id == first.id; });
    const bool column = all([&](const Cell& cell) { return key_of(cell).dims == first.dims; }) && !first.dims.empty();
    const auto form = run_.report.facts[line.cells.front().fact].form;
    if (row || column) {
      return std::any_of(zeros_.begin(), zeros_.end(), [&](std::uint32_t zero) {
        const Fact& fact = run_.report.facts[zero];
        return fact.form == form && (row ? fact.key.id == first.id : fact.key.dims == first.dims);
      });
    }
    return std::any_of(line.cells.begin(), line.cells.end(),
                       [&](const Cell& cell) { return is_zero(run_.report.facts[cell.fact]); });
  }

  static void add_blanks(const Line& line, std::set<std::uint32_t>& facts) {
    for (const auto& cell : line.cells) {
      if (blank(cell)) {
        facts.insert(cell.fact);
      }
    }
  }

  void remark(std::size_t assumed, const Line& example) {
    Message left;
    Message right;
    for (const auto& cell : example.cells) {
      if (blank(cell)) {
        continue;
      }
      const std::string label = "“" + run_.names.of(cell.fact).cell() + "”";
      const std::string number = cell.figure.value.to_string();
      const bool on_right = (cell.coefficient > 0) == (example.cells.front().coefficient > 0);
      Message& side = on_right ? right : left;
      side.zh += (side.zh.empty() ? "" : "＋") + label + number;
      side.en += (side.en.empty() ? "" : " + ") + label + " " + number;
    }
    const auto form = run_.names.of(example.cells.front().fact).form;
    const auto count = std::to_string(assumed);
    run_.outcome.remarks.push_back(
        {form.zh + "：" + count + "个空白单元格按0核对，因所在行或列已填的数据恰好等于合计，例如" + left.zh + "＝" +
             right.zh + "。",
         form.en + ": " + count + " blank cells were taken as 0, for the figures printed in their row or column " +
             "reach its total, such as " + left.en + " = " + right.en + "."});
  }

  Run& run_;
  TableFigures& table_;
  FigureSource& source_;
  std::vector<std::uint32_t> zeros_;  // facts printed as 0
  std::vector<Line> lines_;
  std::set<std::uint32_t> totals_;  // facts that are a total in some relation: never inferred
};

}  // namespace

void assume_proven_zeros(Run& run) {
  for (auto& table : run.tables) {
    Proofs(run, table).run();
  }
}

}  // namespace nianbao::check
