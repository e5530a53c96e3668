// Blocks of a form that are wholly blank beside filled ones.

#include <algorithm>

#include "check/run.hpp"

namespace nianbao::check {
namespace {

/// A part of a form under a heading of its own: a block of table 2, a group of columns of table 4.
struct Part {
  std::string heading;
  std::vector<std::uint32_t> facts;
  bool blank = true;
};

class BlankBlocks {
 public:
  explicit BlankBlocks(Run& run) : run_(run) {}

  void run() {
    std::vector<bool> has_blanks(run_.report.forms.size(), false);
    for (const auto& fact : run_.report.facts) {
      if (fact.status == Status::blank && fact.form < has_blanks.size()) {
        has_blanks[fact.form] = true;
      }
    }
    for (std::uint32_t form = 0; form < has_blanks.size(); ++form) {
      if (!has_blanks[form]) {
        continue;
      }
      auto parts = parts_of(form);
      const auto blank =
          std::stable_partition(parts.begin(), parts.end(), [](const Part& part) { return !part.blank; });
      if (blank != parts.begin() && blank != parts.end()) {
        note({blank, parts.end()});
      }
    }
  }

 private:
  std::vector<Part> parts_of(std::uint32_t index) const {
    const Form& form = run_.report.forms[index];
    const auto* format = find_template(run_.templates, form.format);
    const auto* layout = format != nullptr ? format->form(form.id) : nullptr;
    if (layout == nullptr) {
      return {};
    }
    const bool by_columns = layout->blocks.size() == 1 && layout->blocks.front().rows.size() == 1;
    if (!by_columns && layout->blocks.size() < 2) {
      return {};
    }
    std::vector<Part> parts;
    for (std::uint32_t fact = 0; fact < run_.report.facts.size(); ++fact) {
      if (run_.report.facts[fact].form == index) {
        const auto* at = run_.names.position_of(fact);
        const std::string_view group = at != nullptr ? at->column_labels->group : std::string_view{};
        add(parts, by_columns ? group : layout->blocks[at != nullptr ? at->block : 0].heading, fact);
      }
    }
    return parts;
  }

  void add(std::vector<Part>& parts, std::string_view heading, std::uint32_t fact) const {
    auto it = std::find_if(parts.begin(), parts.end(), [&](const Part& part) { return part.heading == heading; });
    if (it == parts.end()) {
      it = parts.insert(parts.end(), Part{std::string(heading), {}, true});
    }
    it->facts.push_back(fact);
    it->blank = it->blank && run_.report.facts[fact].status == Status::blank;
  }

  /// One note for a form, however many of its parts are blank.
  void note(const std::vector<Part>& parts) {
    Finding finding;
    finding.rule = "check/blank-block";
    finding.kind = FindingKind::structure;
    finding.severity = FindingSeverity::note;
    std::vector<std::uint32_t> facts;
    Message headings;
    for (const auto& part : parts) {
      facts.insert(facts.end(), part.facts.begin(), part.facts.end());
      headings.zh += (headings.zh.empty() ? "" : "、") + part.heading;
      headings.en += (headings.en.empty() ? "" : ", ") + part.heading;
    }
    name_facts(finding, run_.report, facts);
    const Message form = run_.names.of(facts.front()).form;
    const Message title{join(form, headings.zh).zh, join(form, headings.en).en};
    const auto cells = std::to_string(facts.size());
    finding.message = {
        title.zh + "：" + cells + "个单元格全部空白，而本表其他部分已填报。空白不作0处理；如没有发生，请填0。",
        title.en + ": all " + cells +
            " cells are blank while other parts of the form are filled. "
            "Blanks are not taken as 0; fill in 0 if there was nothing."};
    run_.outcome.findings.push_back(std::move(finding));
  }

  Run& run_;
};

}  // namespace

void note_blank_blocks(Run& run) { BlankBlocks(run).run(); }

}  // namespace nianbao::check
