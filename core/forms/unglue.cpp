#include "forms/unglue.hpp"

#include <algorithm>
#include <numeric>

#include <nianbao/sdk/text.hpp>

#include "forms/form_text.hpp"
#include "forms/glued_row.hpp"

namespace nianbao::forms {
namespace {

template <typename R>
bool are_twins(const R& a, const R& b) {
  return a.text == b.text && a.keys.size() == b.keys.size() && a.text.size() > a.keys.size();
}

/// Of readings that nothing decides between, figures of about three digits are the likeliest.
std::size_t oddness(const Assignment& assignment) {
  constexpr std::size_t kUsual = 3;
  std::size_t sum = 0;
  for (const auto& cut : assignment.cuts) {
    for (const auto& value : cut) {
      const auto digits = std::min(value.to_string().find('.'), value.to_string().size());
      sum += value.is_zero() ? 0 : digits > kUsual ? digits - kUsual : kUsual - digits;
    }
  }
  return sum;
}

/// What a sentence says of a figure, as a figure of its own.
ConceptKey told(const ConceptKey& key) {
  ConceptKey result = key;
  result.dims.set("source", "prose");
  return result;
}

}  // namespace

std::vector<ConceptKey> Unglue::keys_of(const FigureRow& row) const {
  const auto& block = form_.blocks[row.block];
  std::vector<ConceptKey> keys;
  for (std::uint32_t column = 0; column < block.value_columns(); ++column) {
    const auto& cell = row.group ? block.groups[row.row].cells[column] : block.cell(row.row, column);
    if (cell.present) {
      keys.push_back(cell.key);
    }
  }
  return keys;
}

void Unglue::run(std::vector<FigureRow>& rows, std::vector<const Token*>& unread) {
  if (std::none_of(rows.begin(), rows.end(), is_glued)) {
    return;
  }
  failed_.assign(rows.size(), false);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    sort_row(rows, i);
  }
  for (const auto& members : components()) {
    solve(members, rows);
  }
  for (auto i = rows.size(); i-- > 0;) {
    if (failed_[i]) {
      unread.insert(unread.end(), rows[i].tokens.begin(), rows[i].tokens.end());
      rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }
}

/// A row with a figure for each column is known; one with fewer is a run.
void Unglue::sort_row(std::vector<FigureRow>& rows, std::size_t index) {
  const auto& row = rows[index];
  Run run{index, keys_of(row), {}, {}, {}};
  const auto numbers = numbers_in(row);
  if (numbers == 0 || run.keys.empty()) {
    return;
  }
  if (numbers >= run.keys.size() || row.layout != Layout::text) {
    std::size_t next = 0;
    for (const auto* token : row.tokens) {
      const auto value = token->kind == TokenKind::number ? read_cell(token->text).number : std::nullopt;
      if (value && next < run.keys.size()) {
        known_.push_back({run.keys[next++], value->value});
      }
    }
    return;
  }
  if (!is_run_together(row) && !adds_up(run.keys)) {
    return;  // figures that stand apart may be all there are, with empty cells between them
  }
  for (const auto* token : row.tokens) {
    if (token->kind != TokenKind::number) {
      continue;
    }
    if (!run.text.empty()) {
      run.text.push_back(' ');
      run.tokens.push_back(nullptr);
      run.offsets.push_back(0);
    }
    for (std::uint32_t i = 0; i < token->text.size() && is_run_character(token->text[i]); ++i) {
      run.text.push_back(token->text[i]);
      run.tokens.push_back(token);
      run.offsets.push_back(i);
    }
  }
  runs_.push_back(std::move(run));
}

/// True if a sum ties cells of the row alone.
bool Unglue::adds_up(const std::vector<ConceptKey>& keys) const {
  const auto is_own = [&](const Relation::Term& term) {
    return std::find(keys.begin(), keys.end(), term.key) != keys.end();
  };
  return context_.relations != nullptr &&
         std::any_of(context_.relations->begin(), context_.relations->end(), [&](const Relation& relation) {
           return std::all_of(relation.terms.begin(), relation.terms.end(), is_own);
         });
}

/// Runs that some relation ties together are solved together, the others apart.
std::vector<std::vector<std::size_t>> Unglue::components() const {
  std::vector<std::size_t> group(runs_.size());
  std::iota(group.begin(), group.end(), 0);
  const auto owner = [&](const ConceptKey& key) {
    return std::find_if(runs_.begin(), runs_.end(), [&](const Run& run) {
      return std::find(run.keys.begin(), run.keys.end(), key) != run.keys.end();
    });
  };
  for (const auto& relation : context_.relations != nullptr ? *context_.relations : std::vector<Relation>()) {
    std::size_t first = runs_.size();
    for (const auto& term : relation.terms) {
      const auto run = static_cast<std::size_t>(owner(term.key) - runs_.begin());
      if (run == runs_.size()) {
        continue;
      }
      first = first == runs_.size() ? run : first;
      std::replace(group.begin(), group.end(), std::max(group[run], group[first]), std::min(group[run], group[first]));
    }
  }
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    for (std::size_t j = i + 1; j < runs_.size(); ++j) {
      if (are_twins(runs_[i], runs_[j])) {
        std::replace(group.begin(), group.end(), std::max(group[i], group[j]), std::min(group[i], group[j]));
      }
    }
  }
  std::map<std::size_t, std::vector<std::size_t>> members;
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    members[group[i]].push_back(i);
  }
  std::vector<std::vector<std::size_t>> result;
  for (auto& [first, all] : members) {
    result.push_back(std::move(all));
  }
  return result;
}

void Unglue::solve(const std::vector<std::size_t>& members, std::vector<FigureRow>& rows) {
  SearchProblem problem;
  problem.known = known_;
  problem.relations = context_.relations != nullptr ? *context_.relations : std::vector<Relation>();
  for (const auto member : members) {
    problem.runs.push_back({runs_[member].keys, runs_[member].text});
  }
  add_sentences(problem);
  auto result = search_assignments(problem);
  if (!result.complete) {
    context_.diagnostics.report("search-cut", Severity::warning, search_cut(form_));
  }
  if (result.assignments.size() > 1) {
    std::stable_sort(result.assignments.begin(), result.assignments.end(),
                     [](const Assignment& a, const Assignment& b) { return oddness(a) < oddness(b); });
    // What only likelihood speaks for is put first, but decides nothing.
    if (add_twins(problem)) {
      const auto likely = search_assignments(problem);
      result.assignments.insert(result.assignments.begin(), likely.assignments.begin(), likely.assignments.end());
    }
  }
  for (std::size_t i = 0; i < members.size(); ++i) {
    const Run& run = runs_[members[i]];
    std::vector<const std::vector<Decimal>*> cuts;
    for (const auto& assignment : result.assignments) {
      cuts.push_back(&assignment.cuts[i]);
    }
    failed_[run.row] = cuts.empty() || !put(run, cuts, result.complete, rows[run.row]);
  }
}

/// Runs that are printed alike are most likely cut alike (a total and the only part of it).
bool Unglue::add_twins(SearchProblem& problem) {
  bool any = false;
  for (std::size_t i = 0; i < problem.runs.size(); ++i) {
    for (std::size_t j = i + 1; j < problem.runs.size(); ++j) {
      const auto& a = problem.runs[i];
      const auto& b = problem.runs[j];
      any = any || are_twins(a, b);
      for (std::size_t cell = 0; are_twins(a, b) && cell < a.keys.size(); ++cell) {
        problem.relations.push_back({"twin", {{a.keys[cell], 1}, {b.keys[cell], -1}}, Comparison::equal});
      }
    }
  }
  return any;
}

/// A figure that the report's sentences state is the likelier reading.
void Unglue::add_sentences(SearchProblem& problem) const {
  for (const auto& fact : report_.facts) {
    if (fact.source != Source::prose || !fact.value || fact.status != Status::reported) {
      continue;
    }
    const bool open = std::any_of(problem.runs.begin(), problem.runs.end(), [&](const GluedRun& run) {
      return std::find(run.keys.begin(), run.keys.end(), fact.key) != run.keys.end();
    });
    if (open) {
      problem.known.push_back({told(fact.key), *fact.value});
      problem.relations.push_back({"sentence", {{fact.key, 1}, {told(fact.key), -1}}, Comparison::equal});
    }
  }
}

/// Puts one token for each cell in the place of the run, as the first cut has it. A cell on which all cuts
/// agree is read by the relations; of others all readings are kept.
bool Unglue::put(const Run& run, const std::vector<const std::vector<Decimal>*>& cuts, bool complete, FigureRow& row) {
  const auto ends = ends_of(run.text, *cuts.front());
  if (ends.size() != run.keys.size() + 1) {
    return false;
  }
  std::vector<const Token*> tokens;
  std::copy_if(row.tokens.begin(), row.tokens.end(), std::back_inserter(tokens),
               [](const Token* t) { return t->kind != TokenKind::number; });
  std::size_t from = 0;
  for (std::size_t cell = 0; cell < run.keys.size(); ++cell) {
    from = run.text.find_first_not_of(' ', from);
    const auto last = ends[cell] - 1;
    Token token = *run.tokens[from];
    const auto offset = run.offsets[from];
    // A unit behind the last figure of a token belongs to it.
    const bool closes = last + 1 == run.tokens.size() || run.tokens[last + 1] == nullptr;
    const auto length = closes ? token.text.size() - offset : run.offsets[last] + 1 - offset;
    token.byte += offset;
    token.text = token.text.substr(offset, length);
    token.glued = false;
    tokens_.push_back(token);
    tokens.push_back(&tokens_.back());
    Certainty certainty{Reading::relations, {}};
    for (const auto* cut : cuts) {
      if (std::find(certainty.candidates.begin(), certainty.candidates.end(), (*cut)[cell]) ==
          certainty.candidates.end()) {
        certainty.candidates.push_back((*cut)[cell]);
      }
    }
    if (certainty.candidates.size() > 1 || !complete) {
      certainty.reading = Reading::suspect;
    } else {
      certainty.candidates.clear();
    }
    certainty_[&tokens_.back()] = std::move(certainty);
    from = ends[cell];
  }
  row.tokens = std::move(tokens);
  return true;
}

void Unglue::mark(Figures& figures) const {
  for (auto& figure : figures) {
    if (const auto found = certainty_.find(figure.token); found != certainty_.end()) {
      figure.reading = found->second.reading;
      figure.candidates = found->second.candidates;
    }
  }
}

}  // namespace nianbao::forms
