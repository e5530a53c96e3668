#include "report_text.hpp"

#include <algorithm>

#include <nianbao/check.hpp>
#include <nianbao/sdk/text.hpp>

#include "console.hpp"

namespace nianbao::command {
namespace {

std::string padded(std::string text, std::size_t width) {
  const auto used = display_width(text);
  text.append(width > used ? width - used : 0, ' ');
  return text;
}

/// Right-aligned in a column of figures.
std::string figure(std::string text, std::size_t width) {
  const auto used = display_width(text);
  return std::string(width > used ? width - used : 0, ' ') + text;
}

class ReportText {
 public:
  ReportText(const Report& report, const RuleSet& rules, const Engine& engine, Language language)
      : report_(report), rules_(rules), engine_(engine), zh_(language == Language::zh), language_(language) {}

  std::string write() {
    header();
    for (std::uint32_t form = 0; form < report_.forms.size(); ++form) {
      form_text(form);
    }
    prose();
    findings();
    return std::move(text_);
  }

 private:
  [[nodiscard]] std::string pick(const char* zh, const char* en) const { return zh_ ? zh : en; }

  void line(const std::string& name, const std::string& value) {
    if (!value.empty()) {
      text_ += padded(name, 14) + value + "\n";
    }
  }

  [[nodiscard]] std::string format_title(std::string_view id) const {
    for (const auto& format : engine_.templates().templates) {
      if (format->id == id) {
        return format->title.in(language_) + " (" + std::string(id) + ")";
      }
    }
    return std::string(id);
  }

  [[nodiscard]] std::string form_title(const Form& form) const {
    for (const auto& format : engine_.templates().templates) {
      if (format->id == form.format) {
        if (const auto* found = format->form(form.id)) {
          return found->title.in(language_);
        }
      }
    }
    return std::string(form.id);
  }

  [[nodiscard]] std::string certainty_word() const {
    switch (report_.format_certainty) {
      case Certainty::certain:
        return pick("确定", "certain");
      case Certainty::likely:
        return pick("很可能", "likely");
      case Certainty::possible:
        return pick("可能", "possible");
      case Certainty::none:
        break;
    }
    return {};
  }

  void header() {
    line(pick("标题", "title"), std::string(report_.title));
    line(pick("发布机构", "issuer"), std::string(report_.issuer));
    line(pick("年度", "year"), report_.year == 0 ? std::string{} : std::to_string(report_.year));
    line(pick("行政区划", "jurisdiction"),
         std::string(report_.jurisdiction.name) +
             (report_.jurisdiction.code.empty() ? "" : " " + std::string(report_.jurisdiction.code)));
    line(pick("发布日期", "published"), to_string(report_.published));
    line(pick("格式", "format"), report_.format.empty()
                                     ? pick("未识别", "not recognised")
                                     : format_title(report_.format) + (zh_ ? "，" : ", ") + certainty_word());
    const auto& encoding = report_.input.encoding;
    line(pick("文件", "file"),
         report_.input.file + " (" + report_.input.container + (encoding.empty() ? "" : ", " + encoding) + ")");
    std::string packs;
    for (const auto& pack : report_.rules) {
      packs += (packs.empty() ? "" : zh_ ? "、" : ", ") + pack.id + " " + pack.version;
    }
    line(pick("规则包", "rule packs"), packs);
    summary();
  }

  /// Cells that the format prescribes and that were not read.
  [[nodiscard]] std::size_t missing() const {
    std::size_t count = 0;
    for (const auto& finding : report_.findings) {
      const auto lacks = [](const FindingFact& fact) { return fact.fact == FindingFact::npos; };
      count += finding.kind == FindingKind::structure
                   ? static_cast<std::size_t>(std::count_if(finding.facts.begin(), finding.facts.end(), lacks))
                   : 0U;
    }
    return count;
  }

  /// How sure the reading is, in one line.
  void summary() {
    std::size_t prose = 0;
    std::size_t blank = 0;
    std::size_t recovered = 0;
    std::size_t suspect = 0;
    for (const auto& fact : report_.facts) {
      prose += fact.source == Source::prose ? 1U : 0U;
      blank += fact.status == Status::blank || fact.status == Status::dash ? 1U : 0U;
      recovered += fact.reading == Reading::relations ? 1U : 0U;
      suspect += fact.reading == Reading::suspect ? 1U : 0U;
    }
    const std::size_t all = report_.facts.size();
    const auto n = [](std::size_t count) { return std::to_string(count); };
    const auto direct = n(all - recovered - suspect);
    line(pick("数据", "figures"),
         zh_ ? "共" + n(all) + "个（表格" + n(all - prose) + "个，其中空白或斜线" + n(blank) + "个；正文" + n(prose) +
                   "个）：直接读出" + direct + "个，由勾稽关系确定" + n(recovered) + "个，待核实" + n(suspect) +
                   "个，未读到" + n(missing()) + "个"
             : n(all) + " (" + n(all - prose) + " in tables, " + n(blank) + " of them blank or dashed; " + n(prose) +
                   " in prose): " + direct + " read directly, " + n(recovered) + " settled by the sums, " + n(suspect) +
                   " suspect, " + n(missing()) + " not found");
  }

  [[nodiscard]] std::string value_text(const Fact& fact) const {
    switch (fact.status) {
      case Status::blank:
        return pick("（空白）", "(blank)");
      case Status::dash:
        return "—";
      case Status::reported:
      case Status::stated_zero:
        break;
    }
    return fact.value ? fact.value->to_string() : std::string{};
  }

  void fact_line(const Fact& fact) {
    std::string notes;
    const auto note = [&](const std::string& text) { notes += (notes.empty() ? "" : zh_ ? "；" : "; ") + text; };
    if (fact.reading == Reading::suspect) {
      std::string candidates;
      for (const auto& candidate : fact.candidates) {
        candidates += (candidates.empty() ? pick("：", ": ") : " / ") + candidate.to_string();
      }
      note(pick("待核实", "suspect") + candidates);
    }
    if (fact.status == Status::stated_zero) {
      note(pick("文字说明为零", "stated as zero"));
    }
    if (fact.year) {
      note(std::to_string(*fact.year) + pick("年的数据", ": of that year"));
    }
    if (!fact.note.empty()) {
      note(std::string(fact.note));
    }
    const auto place = describe_place(fact.at, language_);
    text_ += "  " + padded(concept_name(rules_.concepts(), fact.key).in(language_), 52) + figure(value_text(fact), 12) +
             " " + padded(std::string(fact.unit), 6) + (place.empty() ? "" : place) +
             (notes.empty() ? "" : "  [" + notes + "]") + "\n";
  }

  void form_text(std::uint32_t index) {
    const Form& form = report_.forms[index];
    text_ += "\n" + form_title(form) + (form.instance > 1 ? " #" + std::to_string(form.instance) : "") +
             (form.caption.empty() ? "" : " " + std::string(form.caption)) + "  " + format_title(form.format) + "\n";
    for (const auto& fact : report_.facts) {
      if (fact.form == index) {
        fact_line(fact);
      }
    }
  }

  void prose() {
    bool any = false;
    for (const auto& fact : report_.facts) {
      if (fact.form < report_.forms.size()) {
        continue;
      }
      if (!any) {
        text_ += "\n" + pick("正文", "Prose") + "\n";
        any = true;
      }
      fact_line(fact);
    }
  }

  void findings() {
    if (report_.findings.empty()) {
      return;
    }
    text_ += "\n" + pick("审核问题", "Findings") + "\n";
    for (const auto severity : {FindingSeverity::error, FindingSeverity::doubt, FindingSeverity::note}) {
      for (const auto& one : finding_lines(report_.findings, severity, language_)) {
        text_ += "  " + one + "\n";
      }
    }
  }

  const Report& report_;
  const RuleSet& rules_;
  const Engine& engine_;
  bool zh_;
  Language language_;
  std::string text_;
};

}  // namespace

std::string report_text(const Report& report, const RuleSet& rules, const Engine& engine, Language language) {
  return ReportText(report, rules, engine, language).write();
}

std::string finding_text(const Finding& finding, Language language) {
  const bool zh = language == Language::zh;
  const auto name = severity_name(finding.severity).in(language);
  std::string text = zh ? "［" + name + "］" : "[" + name + "] ";
  text += finding.message.in(language);
  if (!finding.hint.empty()) {
    text += (zh ? "修改建议（供参考）：" : " Suggestion: ") + finding.hint.in(language);
  }
  return text;
}

std::vector<std::string> finding_lines(const std::vector<Finding>& findings, FindingSeverity severity,
                                       Language language) {
  const bool zh = language == Language::zh;
  std::vector<std::pair<std::string, std::string>> said;  // what is said, and of which places
  for (const auto& finding : findings) {
    if (finding.severity != severity) {
      continue;
    }
    const auto text = finding_text(finding, language);
    const auto place = describe_place(finding.at, language);
    const auto it = std::find_if(said.begin(), said.end(), [&](const auto& one) { return one.first == text; });
    if (it == said.end()) {
      said.emplace_back(text, place);
    } else if (!place.empty() && it->second != place) {
      it->second += (it->second.empty() ? "" : zh ? "、" : "; ") + place;
    }
  }
  std::vector<std::string> lines;
  lines.reserve(said.size());
  for (const auto& [text, places] : said) {
    lines.push_back(places.empty() ? text : text + (zh ? "（" : " (") + places + (zh ? "）" : ")"));
  }
  return lines;
}

}  // namespace nianbao::command
