// Slips made on purpose in reports in which everything holds: is the right repair proposed, and first?
#include "check_sample.hpp"

#include <nianbao/repair_hints.hpp>

#include <random>

#include "relations/repair.hpp"
#include "trial/consistent_report.hpp"
#include "trial/form_cells.hpp"

using namespace nianbao;
using relations::GridCell;
using relations::Repair;

namespace {

constexpr std::size_t kReports = 40;
constexpr std::size_t kColumns = 7;

const char* const kApplicants[] = {"natural_person", "enterprise", "research", "welfare",
                                   "legal_service",  "other_org",  "total"};

/// Table 3 of a made-up report, row by row, and the relations of its cells.
struct Grid {
  std::vector<GridCell> cells;
  std::vector<Relation> relations;
  [[nodiscard]] std::size_t rows() const { return cells.size() / kColumns; }
  GridCell& at(std::size_t row, std::size_t column) { return cells[row * kColumns + column]; }
};

const Template& standard() {
  const auto& all = all_templates().templates;
  return **std::find_if(all.begin(), all.end(), [](const auto& t) { return t->id == "standard-2021"; });
}

Grid table(std::uint32_t seed) {
  static const FormCells form(standard());
  static const auto rules = rules_for(2023, "standard-2021");
  static std::vector<const Template*> templates{&standard()};
  static const CheckPlan plan(rules, templates);
  const auto values = consistent_values(form.keys(), plan.relations("standard-2021"), seed);
  BOOST_REQUIRE(values.has_value());
  Grid made;
  made.relations = plan.relations("standard-2021");
  for (std::size_t i = 0; i < form.keys().size(); ++i) {
    const auto& key = form.keys()[i];
    const auto applicant = key.dims.get("applicant");
    if (applicant.empty()) {
      continue;
    }
    const auto column = std::find(std::begin(kApplicants), std::end(kApplicants), applicant) - std::begin(kApplicants);
    const auto row = made.cells.size() / kColumns;
    BOOST_REQUIRE_EQUAL(static_cast<std::size_t>(column), made.cells.size() % kColumns);
    made.cells.push_back({key, (*values)[i], static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column)});
  }
  return made;
}

/// How often the right repair came first, and how often it was among those offered.
struct Score {
  std::size_t tried = 0, first = 0, offered = 0;
};

/// True if the repair gives every cell the value it had.
bool restores(const Repair& repair, const Grid& wrong, const Grid& right) {
  auto values = wrong.cells;
  for (const auto& change : repair.changes) {
    values[change.cell].value = change.to;
  }
  return std::equal(values.begin(), values.end(), right.cells.begin(),
                    [](const GridCell& a, const GridCell& b) { return a.value.value_or(0) == b.value.value_or(0); });
}

using Random = std::mt19937;

/// Empties one cell of two rows of outcomes, so that every sum still holds: the figures change places crosswise.
void add_zero(Grid& table) {
  constexpr std::size_t kFirst = 4;
  for (std::size_t row = kFirst; row < kFirst + 6; ++row) {
    auto& here = table.at(row, 2).value;
    auto& beside = table.at(row, 1).value;
    auto& below = table.at(row + 1, 2).value;
    auto& across = table.at(row + 1, 1).value;
    if (*across >= *here && *here > 0) {
      *beside += *here;
      *across -= *here;
      *below += *here;
      *here = 0;
      return;
    }
  }
}

/// False if this slip cannot be made here.
using Slip = bool (*)(Grid&, Random&);

Score score(Slip slip) {
  Score score;
  for (std::uint32_t seed = 1; score.tried < kReports && seed < 400; ++seed) {
    Grid right = table(seed);
    add_zero(right);
    Grid wrong = right;
    Random random(seed);
    if (!slip(wrong, random)) {
      continue;
    }
    const auto repairs = relations::single_repairs(wrong.cells, wrong.relations);
    ++score.tried;
    score.first += !repairs.empty() && restores(repairs.front(), wrong, right) ? 1 : 0;
    score.offered += std::any_of(repairs.begin(), repairs.end(),
                                 [&](const Repair& repair) { return restores(repair, wrong, right); })
                         ? 1
                         : 0;
  }
  return score;
}

bool lose_digit(Grid& table, Random& random) {
  auto& cell = table.cells[random() % table.cells.size()];
  auto text = std::to_string(*cell.value);
  if (text.size() < 2) {
    return false;
  }
  text.erase(random() % text.size(), 1);
  const bool changed = std::stoll(text) != *cell.value && (text.front() != '0' || text.size() == 1);
  cell.value = std::stoll(text);
  return changed;
}

bool split_number(Grid& table, Random& random) {
  const auto row = random() % table.rows();
  const auto column = random() % (kColumns - 1);
  const auto text = std::to_string(*table.at(row, column).value);
  if (text.size() < 2 || text[1] == '0') {
    return false;
  }
  for (auto c = kColumns - 1; c > column + 1; --c) {
    table.at(row, c).value = table.at(row, c - 1).value;
  }
  table.at(row, column).value = std::stoll(text.substr(0, 1));
  table.at(row, column + 1).value = std::stoll(text.substr(1));
  return true;
}

/// A blank crept into the row: all that follows stands one place further, the total is lost.
bool shift_row(Grid& table, Random& random) {
  const auto row = random() % table.rows();
  const auto column = random() % (kColumns - 1);
  for (auto c = kColumns - 1; c > column; --c) {
    table.at(row, c).value = table.at(row, c - 1).value;
  }
  table.at(row, column).value = 0;
  return true;
}

/// The second half of a number took the place of a 0.
bool split_into_neighbour(Grid& table, Random& random) {
  const auto start = random();
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    const auto at = (start + i) % table.cells.size();
    const auto text = std::to_string(*table.cells[at].value);
    const bool inside = at % kColumns < kColumns - 2;
    if (inside && text.size() > 1 && text[1] != '0' && *table.cells[at + 1].value == 0) {
      table.cells[at].value = std::stoll(text.substr(0, 1));
      table.cells[at + 1].value = std::stoll(text.substr(1));
      return true;
    }
  }
  return false;
}

/// A figure was left out: those behind it stand one place before theirs, the total is empty.
bool shift_row_left(Grid& table, Random& random) {
  const auto row = random() % table.rows();
  const auto column = random() % (kColumns - 1);
  const auto lost = table.at(row, column).value;
  for (auto c = column; c + 1 < kColumns; ++c) {
    table.at(row, c).value = table.at(row, c + 1).value;
  }
  table.at(row, kColumns - 1).value = 0;
  return lost != 0 || table.at(row, column).value != 0;
}

/// A figure of a column was left out: some below it stand one row too high.
bool shift_column_up(Grid& table, Random& random) {
  const auto column = random() % (kColumns - 1);
  const auto from = 3 + random() % 5;
  const auto to = from + 2 + random() % 4;
  if (*table.at(from, column).value == 0) {
    return false;
  }
  for (auto row = from; row < to; ++row) {
    table.at(row, column).value = table.at(row + 1, column).value;
  }
  table.at(to, column).value = 0;
  return true;
}

bool swap_cells(Grid& table, Random& random) {
  const auto row = random() % (table.rows() - 1);
  const auto column = random() % (kColumns - 1);
  auto& a = table.at(row, column).value;
  auto& b = random() % 2 == 0 ? table.at(row, column + 1).value : table.at(row + 1, column).value;
  std::swap(a, b);
  return a != b;
}

bool stale_total(Grid& table, Random& random) {
  auto& total = table.at(random() % table.rows(), kColumns - 1).value;
  total = *total + 1 + static_cast<std::int64_t>(random() % 9);
  return true;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(repair_hints)

BOOST_AUTO_TEST_CASE(the_right_repair_comes_first) {
  const std::pair<const char*, Slip> slips[] = {{"lost digit", lose_digit},
                                                {"split number", split_number},
                                                {"shift", shift_row},
                                                {"split into a neighbour", split_into_neighbour},
                                                {"shift to the left", shift_row_left},
                                                {"column shifted up", shift_column_up},
                                                {"swap", swap_cells},
                                                {"stale total", stale_total}};
  for (const auto& [name, slip] : slips) {
    const Score result = score(slip);
    BOOST_TEST_MESSAGE(name << ": first " << result.first << ", offered " << result.offered << " of " << result.tried);
    BOOST_TEST(result.tried == kReports, name);
    BOOST_TEST(result.first * 10 >= result.tried * 9, name << ": first " << result.first);
    BOOST_TEST(result.offered * 20 >= result.tried * 19, name << ": offered " << result.offered);
  }
}

BOOST_AUTO_TEST_CASE(nothing_is_proposed_for_a_clean_report) {
  for (std::uint32_t seed = 1; seed <= kReports; ++seed) {
    const Grid clean = table(seed);
    BOOST_TEST(relations::single_repairs(clean.cells, clean.relations).empty(), seed);
  }
}

BOOST_AUTO_TEST_CASE(findings_carry_the_ranked_proposals_with_their_ties) {
  Sample sample(2023, "standard-2021");
  sample.form("table-4").disputes("reconsideration", {"10", "1", "0", "0", "0"});
  auto outcome = sample.check();
  CheckOptions options;
  for (const auto& format : all_templates().templates) {
    options.templates.push_back(format.get());
  }
  add_repair_hints(sample.report(), *rules_for(2023, "standard-2021"), options, outcome.findings);
  BOOST_TEST(only(outcome).hint.zh == "疑合计未更新：“行政复议·总计”0→11。改后各项关系均成立。");
}

BOOST_AUTO_TEST_SUITE_END()
