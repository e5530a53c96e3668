#include "convert/target_report.hpp"

#include <algorithm>
#include <map>

#include "convert/titles.hpp"
#include "report/copy.hpp"

namespace nianbao {
namespace {

template <typename T>
void copy_all(const std::vector<T>& from, std::vector<T>& to, Arena& arena) {
  to.reserve(from.size());
  for (const auto& item : from) {
    to.push_back(copy(item, arena));
  }
}

void copy_contents(const Report& source, Report& report) {
  copy_all(source.forms, report.forms, report.arena());
  copy_all(source.facts, report.facts, report.arena());
  copy_all(source.claims, report.claims, report.arena());
}

class ReportBuilder {
 public:
  ReportBuilder(Placing& placing, const Template& target, Report& report)
      : placing_(placing),
        source_(placing.pool().source()),
        target_(target),
        report_(report),
        fact_map_(source_.facts.size(), Fact::kNoForm) {}

  void build() {
    header();
    if (placing_.own_forms()) {
      copy_contents(source_, report_);
      return;
    }
    forms();
    cells();
    narrative_facts();
    claims();
    notes();
  }

 private:
  void header() {
    copy_header(source_, report_);
    report_.format = std::string(target_.id);
    report_.format_certainty = Certainty::certain;
    const bool known = !source_.issuer.empty() && source_.year != 0 && !target_.report_title.empty();
    if (known) {
      report_.title = report_.store(filled_in(target_.report_title, source_));
    }
    if (!source_.title.empty() && source_.title != report_.title) {
      auto& omissions = placing_.ledger().omissions;
      omissions.insert(omissions.begin(), {LedgerOmission::Kind::heading, std::string(source_.title), {}});
    }
  }

  void forms() {
    for (const auto& output : placing_.forms()) {
      Form entry;
      entry.id = output.form->id;
      entry.format = output.format->id;
      entry.instance = output.instance;
      report_.forms.push_back(entry);
    }
  }

  [[nodiscard]] std::uint32_t form_of(std::string_view id, std::uint32_t instance) const {
    const auto it = std::find_if(report_.forms.begin(), report_.forms.end(),
                                 [&](const Form& form) { return form.id == id && form.instance == instance; });
    return static_cast<std::uint32_t>(it - report_.forms.begin());
  }

  void cells() {
    for (std::uint32_t i = 0; i < placing_.cell_count(); ++i) {
      auto& cell = placing_.cell(i);
      Fact fact = cell.filled() ? filled(i, cell) : Fact{};
      fact.key = cell.key;
      fact.form = form_of(cell.form, cell.instance);
      if (!cell.filled()) {
        fact.status = Status::blank;
        fact.unit = placing_.template_cell(i).unit;
      }
      report_.facts.push_back(std::move(fact));
    }
  }

  Fact filled(std::uint32_t index, const LedgerCell& cell) {
    const auto& state = placing_.state(index);
    const auto origin = cell.facts.front();
    Fact fact = copy(source_.facts[origin], report_.arena());
    fact.at = {};
    fact.text = report_.store(cell.value);
    if (cell.from_prose || state.computed) {
      fact.source = Source::conversion;
    }
    if (fact.status == Status::stated_zero) {
      fact.status = Status::reported;
      fact.value = fact.value.value_or(Decimal{});
    }
    if (state.computed) {
      fact.value = state.computed->value;
      fact.step = state.computed->step;
      fact.unit = report_.store(state.unit);
      fact.note = {};
      fact.qualifier = Qualifier::none;
      fact.candidates.clear();
    } else {
      fact_map_[origin] = static_cast<std::uint32_t>(report_.facts.size());
    }
    return fact;
  }

  /// Sentences keep stating their figures.
  void narrative_facts() {
    for (std::uint32_t i = 0; i < source_.facts.size(); ++i) {
      if (source_.facts[i].source == Source::prose) {
        fact_map_[i] = static_cast<std::uint32_t>(report_.facts.size());
        report_.facts.push_back(copy(source_.facts[i], report_.arena()));
      }
    }
  }

  /// A claim stays where all figures it speaks of do.
  void claims() {
    for (const auto& claim : source_.claims) {
      Claim kept = copy(claim, report_.arena());
      if (renumber(kept.of) && renumber(kept.base)) {
        report_.claims.push_back(std::move(kept));
      }
    }
  }

  [[nodiscard]] bool renumber(std::vector<std::uint32_t>& facts) const {
    for (auto& fact : facts) {
      fact = fact_map_[fact];
    }
    return std::find(facts.begin(), facts.end(), Fact::kNoForm) == facts.end();
  }

  void notes() {
    auto& ledger = placing_.ledger();
    for (std::uint32_t i = 0; i < source_.facts.size(); ++i) {
      const auto& fact = source_.facts[i];
      if (!fact.note.empty()) {
        ledger.notes.push_back({std::string(fact.note), i, {}, kept_at(i)});
      }
    }
    for (std::uint32_t i = 0; i < source_.forms.size(); ++i) {
      const auto heir = heir_of(i);
      for (const auto& note : source_.forms[i].notes) {
        const auto text = report_.store(note.text);
        if (heir) {
          report_.forms[*heir].notes.push_back({text, {}});
        }
        ledger.notes.push_back({std::string(text), Fact::kNoForm, report_.store(source_.forms[i].id),
                                heir ? LedgerNote::Kept::form : LedgerNote::Kept::appendix});
      }
    }
  }

  [[nodiscard]] LedgerNote::Kept kept_at(std::uint32_t fact) const {
    if (source_.facts[fact].source == Source::prose) {
      return LedgerNote::Kept::narrative;
    }
    return fact_map_[fact] != Fact::kNoForm ? LedgerNote::Kept::cell : LedgerNote::Kept::appendix;
  }

  /// The target form that took most figures of the source's form; none if it took none.
  [[nodiscard]] std::optional<std::uint32_t> heir_of(std::uint32_t form) const {
    std::map<std::uint32_t, std::size_t> taken;
    for (const auto& entry : placing_.ledger().facts) {
      if (entry.fact.form == form && entry.fate == FactFate::placed && !entry.cells.empty()) {
        const auto& cell = placing_.ledger().cells[entry.cells.front()];
        ++taken[form_of(cell.form, cell.instance)];
      }
    }
    const auto most =
        std::max_element(taken.begin(), taken.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == taken.end() ? std::nullopt : std::optional(most->first);
  }

  Placing& placing_;
  const Report& source_;
  const Template& target_;
  Report& report_;
  std::vector<std::uint32_t> fact_map_;  // source fact to its successor, kNoForm where it has none
};

}  // namespace

void copy_whole(const Report& source, Report& report) {
  copy_header(source, report);
  report.format = source.format;
  report.format_certainty = source.format_certainty;
  report.signoff = copy(source.signoff, report.arena());
  copy_contents(source, report);
  copy_all(source.sections, report.sections, report.arena());
  copy_all(source.attachments, report.attachments, report.arena());
}

void build_report(Placing& placing, const Template& target, Report& report) {
  ReportBuilder(placing, target, report).build();
}

void count_kept_notes(const Report& source, Ledger& ledger) {
  for (std::uint32_t i = 0; i < source.facts.size(); ++i) {
    if (!source.facts[i].note.empty()) {
      const bool prose = source.facts[i].source == Source::prose;
      const auto kept = prose ? LedgerNote::Kept::narrative : LedgerNote::Kept::cell;
      ledger.notes.push_back({std::string(source.facts[i].note), i, {}, kept});
    }
  }
  for (const auto& form : source.forms) {
    for (const auto& note : form.notes) {
      ledger.notes.push_back({std::string(note.text), Fact::kNoForm, form.id, LedgerNote::Kept::form});
    }
  }
}

}  // namespace nianbao
