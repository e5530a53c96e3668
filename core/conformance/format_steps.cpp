// What a format promises, tried one after the other.
#include <algorithm>
#include <map>

#include <nianbao/conformance.hpp>
#include <nianbao/convert.hpp>
#include <nianbao/report_json.hpp>

#include "conformance/damaged.hpp"
#include "conformance/made_report.hpp"
#include "conformance/steps.hpp"
#include "conformance/template_terms.hpp"
#include "conformance/trials.hpp"
#include "pipeline/extraction.hpp"

namespace nianbao {
namespace {

using namespace conformance;

constexpr int kSeconds = 60;

/// A figure as two readings of it are compared.
std::string figure_of(const Fact& fact) {
  const bool stated = fact.status == Status::reported && fact.value;
  return stated ? fact.value->to_string() + " " + std::string(fact.unit) : std::string(to_string(fact.status));
}

/// “line”, or that there is none.
Message quoted(const std::string& line) {
  return line.empty() ? Message{"（无）", "nothing"} : Message{"“" + line + "”", "`" + line + "`"};
}

/// The first line in which two texts differ.
Message first_difference(std::string_view expected, std::string_view got) {
  const auto line = [](std::string_view& text) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto first = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return std::string(first);
  };
  for (std::size_t number = 1; !expected.empty() || !got.empty(); ++number) {
    const auto at = std::to_string(number);
    const auto wanted = line(expected);
    const auto found = line(got);
    if (wanted != found) {
      return {"第" + at + "行应为" + quoted(wanted).zh + "，读出" + quoted(found).zh + "。",
              "Line " + at + ": expected " + quoted(wanted).en + ", read " + quoted(found).en + "."};
    }
  }
  return {};
}

class FormatTrial {
 public:
  FormatTrial(const Engine& engine, const Template& format, const std::vector<Sample>& samples)
      : engine_(engine), format_(format), samples_(samples), made_(engine, format) {}

  Fault knows_its_concepts() const {
    const auto rules = made_.rules();
    if (!rules) {
      return rules.error().message;
    }
    const auto unknown = unknown_terms(format_, (*rules)->concepts());
    if (unknown.empty()) {
      return std::nullopt;
    }
    Message all;
    for (const auto& one : unknown) {
      all.zh += one.zh + "\n";
      all.en += one.en + "\n";
    }
    all.zh += "以对它生效的规则包为准；指标用nianbao concepts查看，或写入规则包的concepts.yaml。";
    all.en += "By the packs in force for it; see nianbao concepts, or declare it in a pack's concepts.yaml.";
    return all;
  }

  Fault knows_its_samples() const {
    for (const auto& sample : samples_) {
      const auto reports = engine_.read_reports(sample.bytes, sample.name, {});
      if (!reports) {
        return told(sample.name, reports.error());
      }
      for (const auto& report : *reports) {
        if (auto fault = is_as_expected(sample, report)) {
          return fault;
        }
      }
    }
    return std::nullopt;
  }

  Fault renders() const {
    const auto report = made_.make(Gaps::none);
    const auto document = report ? made_.rendered(*report) : Result<Document>(report.error());
    return document ? std::nullopt : Fault(document.error().message);
  }

  Fault reads_what_it_renders(Gaps gaps) const {
    auto report = made_.make(gaps);
    if (!report) {
      return report.error().message;
    }
    auto document = made_.rendered(*report);
    if (!document) {
      return document.error().message;
    }
    const auto again = made_.read(*std::move(document));
    if (!again) {
      return again.error().message;
    }
    if (again->format != format_.id) {
      return again->format.empty() ? Message{"自己生成的表没有被认出。", "What it renders is not recognised."}
                                   : Message{"自己生成的表被认作“" + again->format + "”。",
                                             "What it renders is taken for `" + again->format + "`."};
    }
    return differing_fact(*report, *again);
  }

  Fault refuses_others() const {
    for (const auto* other : all_templates(engine_)) {
      if (other->forms.empty() || other->id == format_.id || other->extends == format_.id) {
        continue;
      }
      const MadeReport made(engine_, *other);
      const auto report = made.make(Gaps::none);
      auto document = report ? made.rendered(*report) : Result<Document>(report.error());
      const auto read = document ? made.read(*std::move(document)) : Result<Report>(document.error());
      if (read.ok() && read->format == format_.id) {
        const std::string id(other->id);
        return Message{"“" + id + "”的表被认作自己的。", "It claims the forms of `" + id + "`."};
      }
    }
    return std::nullopt;
  }

  /// Nothing is lost between this format and any other, either way.
  Fault ledgers_balance() const {
    for (const auto* other : all_templates(engine_)) {
      if (auto fault = balances(format_, *other)) {
        return fault;
      }
      if (other->forms.empty()) {
        continue;
      }
      if (auto fault = balances(*other, format_)) {
        return fault;
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] Result<std::string> read_again() const {
    NIANBAO_TRY(const auto report, made_.make(Gaps::some));
    NIANBAO_TRY(auto document, made_.rendered(report));
    NIANBAO_TRY(const auto again, made_.read(std::move(document)));
    return report_to_json(again);
  }

  Fault is_deterministic() const {
    const auto first = read_again();
    const auto second = read_again();
    if (!first || !second) {
      return (first ? second : first).error().message;
    }
    return *first == *second ? std::nullopt
                             : Fault(Message{"做两次，结果不同。", "Done twice it comes out otherwise."});
  }

  Fault serves_threads() const {
    return same_from_threads(std::string(format_.id), [this] { return read_again(); });
  }

  Fault survives_damage() const {
    const auto report = made_.make(Gaps::none);
    const auto document = report ? made_.rendered(*report) : Result<Document>(report.error());
    if (!document) {
      return document.error().message;
    }
    std::vector<Trial> trials;
    for (auto& [name, make] : damaged_documents(*document)) {
      trials.push_back({name, [this, make = std::move(make)]() -> Fault {
                          const auto read = made_.read(make());
                          return read.ok() || is_refusal(read.error()) ? std::nullopt : Fault(read.error().message);
                        }});
    }
    return first_fault_in_child(trials, kSeconds);
  }

 private:
  [[nodiscard]] Fault is_as_expected(const Sample& sample, const Report& report) const {
    if (report.format.empty()) {
      return told(sample.name, {"没有认出任何格式的表；请核对模板中行和列的label与样本是否一致。",
                                "No form of any format was recognised; compare the labels of rows and columns in the "
                                "template with the sample."});
    }
    if (report.format != format_.id) {
      return told(sample.name, {"被认作“" + report.format + "”。", "It is taken for `" + report.format + "`."});
    }
    const auto facts = facts_text(report);
    if (sample.facts && *sample.facts != facts) {
      return told(sample.name + ".facts", first_difference(*sample.facts, facts));
    }
    return facts.empty() ? Fault(told(sample.name, {"没有读出数据。", "No figures were read from it."})) : std::nullopt;
  }

  [[nodiscard]] static Fault differing_fact(const Report& before, const Report& after) {
    std::map<std::string, std::string> found;
    for (const auto& fact : after.facts) {
      if (fact.source == Source::table) {
        found.emplace(to_string(fact.key), figure_of(fact));
      }
    }
    for (const auto& fact : before.facts) {
      const auto key = to_string(fact.key);
      const auto it = found.find(key);
      const auto got = it == found.end() ? std::string("—") : it->second;
      if (got != figure_of(fact)) {
        return Message{key + "：生成时为" + figure_of(fact) + "，再读为" + got + "。",
                       key + ": rendered as " + figure_of(fact) + ", read again as " + got + "."};
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] Fault balances(const Template& from, const Template& to) const {
    const MadeReport made(engine_, from);
    const auto report = made.make(Gaps::some);
    const auto rules = made.rules();
    if (!report || !rules) {
      return (report ? rules.error() : report.error()).message;
    }
    ConvertOptions options;
    options.templates = all_templates(engine_);
    const auto conversion = convert(*report, to, **rules, options);
    const auto name = std::string(from.id) + " → " + std::string(to.id);
    if (!conversion) {
      return told(name, conversion.error());
    }
    const auto faults = conversion->ledger.faults();
    return faults.empty() ? std::nullopt : Fault(told(name, Message{faults.front(), faults.front()}));
  }

  const Engine& engine_;
  const Template& format_;
  const std::vector<Sample>& samples_;
  MadeReport made_;
};

}  // namespace

Conformance format_conformance(const Engine& engine, const std::string& id, const std::vector<Sample>& samples) {
  Steps steps(id);
  const auto format = engine.find_template(id, 0);
  if (!format) {
    steps.run({"载入", "loads"}, [&] { return Fault(format.error().message); });
    return steps.take();
  }
  const FormatTrial trial(engine, **format, samples);
  const Message samples_step{"读取样本", "reads its samples"};
  if (samples.empty()) {
    steps.skip(samples_step, {"没有样本：samples/" + id, "no samples: samples/" + id});
  } else {
    steps.run(samples_step, [&] { return trial.knows_its_samples(); });
  }
  if ((*format)->forms.empty()) {
    steps.skip({"表", "forms"}, {"没有表", "it has none"});
    return steps.take();
  }
  steps.run({"指标", "knows its concepts"}, [&] { return trial.knows_its_concepts(); });
  if (auto fault = trial.renders()) {  // else the same would be said of everything
    steps.run({"生成", "renders"}, [&] { return std::move(fault); });
    return steps.take();
  }
  steps.run({"生成再读", "reads what it renders"}, [&] { return trial.reads_what_it_renders(Gaps::none); });
  steps.run({"空白与斜线", "blanks and dashes"}, [&] { return trial.reads_what_it_renders(Gaps::some); });
  steps.run({"不认别的格式", "refuses other formats"}, [&] { return trial.refuses_others(); });
  steps.run({"转换对照表", "ledgers balance"}, [&] { return trial.ledgers_balance(); });
  steps.run({"结果稳定", "the same twice"}, [&] { return trial.is_deterministic(); });
  steps.run({"多线程", "several threads"}, [&] { return trial.serves_threads(); });
  steps.run({"损坏的文件", "survives damaged files"}, [&] { return trial.survives_damage(); });
  return steps.take();
}

}  // namespace nianbao
