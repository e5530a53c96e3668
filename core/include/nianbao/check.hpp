// Checking what a report says: sums, prose against tables, shares, last year's report.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include <nianbao/rules.hpp>
#include <nianbao/sdk/message.hpp>
#include <nianbao/sdk/relations.hpp>
#include <nianbao/sdk/report.hpp>
#include <nianbao/sdk/template.hpp>

namespace nianbao {

/// Why a relation could not be checked.
enum class NotAssessable {
  no_previous,  ///< 缺上年报告
  no_units,     ///< 缺所属单位报告
  blank,        ///< 单元格空白
  dash,         ///< 单元格为斜线
  absent,       ///< 缺少行或列
  unsettled,    ///< 数据待核实, or counted in another unit
  other,        ///< beyond exact arithmetic
};
constexpr std::size_t kNotAssessableReasons = 7;

/// What was checked. A relation that runs for each applicant counts once for each.
struct CheckTally {
  std::size_t held = 0;
  std::size_t failed = 0;
  std::array<std::size_t, kNotAssessableReasons> not_assessable{};  ///< by reason

  [[nodiscard]] std::size_t unassessed() const noexcept;
  [[nodiscard]] std::size_t checked() const noexcept { return held + failed + unassessed(); }
};

/// 错误, 存疑, 说明; error, doubt, note.
[[nodiscard]] Message severity_name(FindingSeverity severity);

/// `共核对86项：通过78项，不成立2项，无法核对6项（缺上年报告3项、单元格空白3项）`
[[nodiscard]] Message summary(const CheckTally& tally);

/// What the rules demand of the cells of the templates, worked out once for many reports: a check that
/// has it is several times as fast and gives the same. Immutable; thread-safe. Templates must outlive it.
class CheckPlan {
 public:
  CheckPlan(std::shared_ptr<const RuleSet> rules, const std::vector<const Template*>& templates);
  ~CheckPlan();
  CheckPlan(const CheckPlan&) = delete;
  CheckPlan& operator=(const CheckPlan&) = delete;

  /// The sums and orders that must hold in a template's forms. Empty if the plan does not know the template.
  [[nodiscard]] const std::vector<Relation>& relations(std::string_view format) const noexcept;
  /// What extraction may lean on: these, and those that must hold where all their figures are there.
  [[nodiscard]] const std::vector<Relation>& relations_to_read(std::string_view format) const noexcept;

  struct State;
  [[nodiscard]] const State& state() const noexcept { return *state_; }

 private:
  std::unique_ptr<const State> state_;
};

struct CheckOptions {
  /// Last year's report; null if there is none. One of another year is not used, and that is remarked; so is
  /// another issuer.
  const Report* previous = nullptr;
  std::vector<const Report*> units;  ///< reports of the units whose figures it sums up; empty if none are given
  std::vector<const Template*> templates;  ///< all that are loaded: names of rows and columns, forms by year
  const CheckPlan* plan = nullptr;         ///< for the same rules and templates; null: worked out as needed
};

struct CheckOutcome {
  std::vector<Finding> findings;  ///< their facts are those of the report, their texts live as long as it does
  CheckTally tally;
  /// Each said once: what speaks against the report given as last year's; assumptions, such as blanks that
  /// were taken as zero, and their proof.
  std::vector<Message> remarks;
};

/// Checks a report by the rules in force: figures of one table with each other, those of the prose with
/// each other, the prose against the tables, shares that the prose states, and last year's report. Kinds
/// unit, misplaced, structure (rows and columns) and period are found in reading, not here.
/// Deterministic; thread-safe.
[[nodiscard]] CheckOutcome run_checks(const Report& report, const RuleSet& rules, const CheckOptions& options = {});

}  // namespace nianbao
