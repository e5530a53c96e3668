#include "generate.hpp"

#include <algorithm>
#include <random>
#include <string>

namespace nianbao::test {
namespace {

class Generator {
 public:
  Generator(const Template& format, std::uint32_t seed, const GenerateOptions& options)
      : format_(format), options_(options), random_(seed) {}

  Report make() {
    header();
    if (!options_.prose_only) {
      forms();
    }
    prose();
    claims();
    sections();
    return std::move(report_);
  }

 private:
  /// 0 to n - 1. Not std::uniform_int_distribution: its numbers differ between libraries.
  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_() % n); }
  bool chance(std::uint32_t percent) { return below(100) < percent; }
  template <typename T>
  const T& one_of(const std::vector<T>& list) {
    return list[below(static_cast<std::uint32_t>(list.size()))];
  }
  std::string_view text(const std::string& s) { return report_.store(s); }

  void header() {
    report_.format = options_.prose_only ? "" : std::string(format_.id);
    report_.format_certainty = Certainty::certain;
    report_.issuer = text("清河市人民政府");
    report_.year = format_.in_force.from != 0 ? format_.in_force.from : format_.in_force.to;
    report_.title = text("清河市人民政府" + std::to_string(report_.year) + "年政府信息公开年度报告");
    report_.published = {static_cast<std::int16_t>(report_.year + 1), 2, 22};
    report_.signed_on = report_.published;
    const std::vector<Scope> scopes{Scope::unknown, Scope::area, Scope::body};
    report_.coverage.scope = one_of(scopes);
    report_.signoff.responsible = text("张三");
    report_.signoff.phone = text("000-0000000");
  }

  void forms() {
    for (const auto& form : format_.forms) {
      const std::uint32_t instances = chance(10) ? 0 : (chance(15) ? 2 : 1);
      for (std::uint32_t instance = 1; instance <= instances; ++instance) {
        Form entry;
        entry.id = form.id;
        entry.format = format_.id;
        entry.instance = instance;
        if (instances == 2) {
          entry.scope = instance == 1 ? Scope::area : Scope::body;
          entry.caption = text(instance == 1 ? "全市" : "市本级");
        }
        if (chance(20)) {
          entry.notes.push_back({text("含上年度结转的案件。"), {}});
        }
        report_.forms.push_back(entry);
        cells(form, instance);
      }
    }
  }

  void cells(const TemplateForm& form, std::uint32_t instance) {
    for (const auto& block : form.blocks) {
      for (std::size_t i = 0; i < block.cells.size(); ++i) {
        const auto& row = block.rows[i / block.value_columns()];
        if (block.cells[i].present && !chance(3) && !(row.optional && chance(50))) {
          report_.facts.push_back(table_fact(block.cells[i], instance));
        }
      }
    }
  }

  Fact table_fact(const TemplateCell& cell, std::uint32_t instance) {
    Fact fact;
    fact.key = cell.key;
    if (instance > 1) {
      fact.key.dims.set("instance", text(std::to_string(instance)));
    }
    fact.form = static_cast<std::uint32_t>(report_.forms.size() - 1);
    fact.unit = cell.unit.empty() ? "件" : cell.unit;
    const auto kind = below(100);
    if (kind < 10) {
      fact.status = Status::blank;
      return fact;
    }
    if (kind < 14) {
      fact.status = Status::dash;
      fact.text = "/";
      return fact;
    }
    set_value(fact, chance(30) ? 0 : below(500));
    if (kind < 19) {
      fact.reading = Reading::suspect;
      fact.candidates = {*fact.value, *Decimal::add(*fact.value, Decimal(10))};
    } else if (kind < 22) {
      fact.qualifier = kind == 19 ? Qualifier::over : Qualifier::about;
    } else if (kind < 26) {
      fact.note = "其中修订2件";
    }
    return fact;
  }

  void set_value(Fact& fact, std::int64_t value) {
    fact.value = Decimal(value);
    fact.step = Decimal(1);
    fact.text = text(std::to_string(value));
  }

  void prose() {
    std::vector<const Template*> templates = options_.prose_of;
    templates.push_back(&format_);
    const auto count = 4 + below(20);
    for (std::uint32_t i = 0; i < count; ++i) {
      if (const auto* cell = any_cell(*one_of(templates))) {
        report_.facts.push_back(prose_fact(*cell));
      }
    }
  }

  const TemplateCell* any_cell(const Template& format) {
    if (format.forms.empty()) {
      return nullptr;
    }
    const auto& form = one_of(format.forms);
    const auto& block = one_of(form.blocks);
    const auto& cell = one_of(block.cells);
    return cell.present ? &cell : nullptr;
  }

  Fact prose_fact(const TemplateCell& cell) {
    Fact fact;
    fact.key = cell.key;
    fact.source = Source::prose;
    fact.unit = cell.unit.empty() ? "件" : cell.unit;
    set_value(fact, below(500));
    for (const auto& other : report_.facts) {
      if (other.key == fact.key && other.value && chance(60)) {
        fact.value = other.value;
      }
    }
    const auto kind = below(100);
    if (kind < 10) {
      fact.year = static_cast<std::int16_t>(report_.year - 1);
    } else if (kind < 20) {
      fact.scope = kind < 15 ? Scope::body : Scope::area;
    } else if (kind < 30) {
      fact.qualifier = Qualifier::over;
    } else if (kind < 35) {
      fact.step = Decimal(10000);
    } else if (kind < 40) {
      fact.reading = Reading::suspect;
    } else if (kind < 48) {
      fact.key.dims.set("span", "cumulative");
    } else if (kind < 55) {
      fact.status = Status::stated_zero;
      fact.value = Decimal(0);
      fact.text = "未发生";
    }
    return fact;
  }

  void claims() {
    if (report_.facts.size() > 2) {
      Claim claim;
      claim.value = Decimal(50);
      claim.unit = "%";
      claim.of = {below(static_cast<std::uint32_t>(report_.facts.size()))};
      claim.base = {below(static_cast<std::uint32_t>(report_.facts.size()))};
      report_.claims.push_back(claim);
    }
  }

  Block words(const std::string& sentence) {
    Block block;
    block.body = Paragraph{Role::body, {text(sentence), {}, {}}};
    return block;
  }

  void sections() {
    Section preamble;
    preamble.blocks.emplace_back(words("本报告由概述等九个方面组成。数据统计期限为全年。"));
    report_.sections.push_back(std::move(preamble));
    for (const auto& prescribed : format_.sections) {
      Section section{prescribed.kind, prescribed.number, prescribed.heading, 1, {}, {}};
      if (prescribed.forms.empty() || chance(30)) {
        section.blocks.emplace_back(words("第" + std::to_string(below(1000)) + "段文字。见附件。"));
      }
      for (const auto& form : report_.forms) {
        if (std::find(prescribed.forms.begin(), prescribed.forms.end(), form.id) != prescribed.forms.end()) {
          section.blocks.emplace_back(FormReference{form.id, form.instance});
        }
      }
      if (prescribed.attachment) {
        report_.attachments.push_back({prescribed.heading, {std::move(section)}});
        continue;
      }
      report_.sections.push_back(std::move(section));
      parts(prescribed);
    }
  }

  void parts(const TemplateSection& prescribed) {
    const auto count = below(4);
    for (std::uint32_t i = 0; i < count; ++i) {
      Section part;
      part.kind = chance(50) ? prescribed.kind : static_cast<SectionKind>(1 + below(10));
      part.number = text("（" + std::to_string(i + 1) + "）");
      part.heading = text("第" + std::to_string(below(100)) + "项工作");
      part.level = 2;
      part.blocks.emplace_back(words("做法" + std::to_string(below(1000)) + "。"));
      report_.sections.push_back(std::move(part));
    }
  }

  const Template& format_;
  const GenerateOptions& options_;
  std::mt19937 random_;
  Report report_;
};

}  // namespace

Report generate(const Template& format, std::uint32_t seed, const GenerateOptions& options) {
  return Generator(format, seed, options).make();
}

}  // namespace nianbao::test
