// What a container promises, tried one after the other.
#include <algorithm>
#include <array>

#include <nianbao/conformance.hpp>
#include <nianbao/document_json.hpp>

#include "conformance/damaged.hpp"
#include "conformance/steps.hpp"
#include "conformance/trials.hpp"

namespace nianbao {
namespace {

using namespace conformance;

constexpr std::size_t kHead = 64 * 1024;
constexpr int kSeconds = 30;

/// How files of other types begin, by the ending of their names.
struct OtherFile {
  const char* ending;
  std::string_view bytes;
};
constexpr std::array<OtherFile, 9> kOthers{{
    {"zip", std::string_view("PK\x03\x04\x14\0\0\0\x08\0", 10)},
    {"pdf", "%PDF-1.7\n1 0 obj\n<< >>\nendobj\n"},
    {"doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"},
    {"png", std::string_view("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR", 16)},
    {"html", "<!DOCTYPE html>\n<html><body><p>清河市</p></body></html>\n"},
    {"json", "{\"schema\": \"other/1\"}\n"},
    {"csv", "指标,数\n申请,5\n"},
    {"md", "# 清河市\n\n## 一、概述\n"},
    {"txt", "清河市2024年政府信息公开工作年度报告\n\n一、概述\n"},
}};

void add_row(TableBuilder& table, std::initializer_list<std::string_view> texts, std::uint32_t colspan = 1) {
  table.begin_row();
  for (const auto text : texts) {
    Cell cell;
    cell.text.chars = text;
    cell.colspan = colspan;
    table.add(cell);
  }
}

/// What every writer can be given: a title, a heading, a text with the characters that markup escapes, a table with
/// merged and blank cells.
Document document_to_write() {
  Document document;
  Paragraph title;
  title.role = Role::title;
  title.text.chars = "清河市2024年政府信息公开工作年度报告";
  document.blocks.push_back({title, {}});
  Heading heading;
  heading.text.chars = "一、总体情况";
  document.blocks.push_back({heading, {}});
  Paragraph body;
  body.text.chars = "共“7”件，<5件>不足 & 其余|如下。";
  document.blocks.push_back({body, {}});
  TableBuilder table;
  add_row(table, {"表一"}, 3);
  add_row(table, {"项目", "单位", "数量"});
  add_row(table, {"收到申请", "件", "7"});
  add_row(table, {"收费", "万元", ""});
  document.blocks.push_back({table.finish(), {}});
  document.number_blocks();
  return document;
}

class ContainerTrial {
 public:
  ContainerTrial(const Engine& engine, const Manifest& manifest, const Container& container,
                 const std::vector<Sample>& samples)
      : plugins_(engine.plugins()), manifest_(manifest), container_(container), samples_(samples) {}

  [[nodiscard]] Result<Document> read(std::string bytes, const Limits& limits = {}) const {
    DiagnosticSink diagnostics;
    const Options options;
    return container_.read(std::move(bytes), Context{limits, diagnostics, options});
  }

  [[nodiscard]] Result<std::string> write(const Document& document) const {
    DiagnosticSink diagnostics;
    const Limits limits;
    const Options options;
    return container_.write(document, Context{limits, diagnostics, options});
  }

  [[nodiscard]] Result<std::string> read_as_json(const std::string& bytes) const {
    NIANBAO_TRY(const auto document, read(bytes));
    return document_to_json(document);
  }

  Fault claims_its_own() const {
    for (const auto& sample : samples_) {
      const auto detected = plugins_.detect_container(std::string_view(sample.bytes).substr(0, kHead), sample.name);
      if (!detected) {
        return told(sample.name, detected.error());
      }
      if (detected->manifest->id != manifest_.id) {
        const auto& other = detected->manifest->id;
        return told(sample.name, {"被认作“" + other + "”；请核对magic和extensions。",
                                  "It is taken for `" + other + "`; check magic and extensions."});
      }
    }
    return std::nullopt;
  }

  Fault refuses_others() const {
    for (const auto& other : kOthers) {
      const auto& own = manifest_.extensions;
      if (std::find(own.begin(), own.end(), other.ending) != own.end()) {
        continue;
      }
      const auto name = std::string("other.") + other.ending;
      const auto detected = plugins_.detect_container(other.bytes, name);
      if (container_.probe(other.bytes, name) == Certainty::certain ||
          (detected.ok() && detected->manifest->id == manifest_.id)) {
        return told(name, {"别的文件类型也被认作自己的。", "It claims a file of another type."});
      }
    }
    return std::nullopt;
  }

  Fault reads() const {
    for (const auto& sample : samples_) {
      const auto document = read(sample.bytes);
      if (!document) {
        return told(sample.name, document.error());
      }
      if (document->blocks.empty()) {
        return told(sample.name, {"读出的内容为空。", "Nothing was read from it."});
      }
    }
    return std::nullopt;
  }

  Fault writes_what_it_reads() const {
    for (const auto& sample : samples_) {
      const auto document = read(sample.bytes);
      if (!document) {
        return told(sample.name, document.error());
      }
      if (auto fault = survives_writing(sample.name, *document)) {
        return fault;
      }
    }
    return std::nullopt;
  }

  Fault writes() const {
    const auto document = document_to_write();
    const auto first = write(document);
    const auto second = write(document);
    if (!first || !second) {
      return (first ? second : first).error().message;
    }
    if (first->empty()) {
      return Message{"写出的文件为空。", "The file it writes is empty."};
    }
    return *first == *second ? std::nullopt : Fault(Message{"写两次，字节不同。", "Written twice the bytes differ."});
  }

  Fault is_deterministic() const {
    for (const auto& sample : samples_) {
      const auto first = read_as_json(sample.bytes);
      const auto second = read_as_json(sample.bytes);
      if (!first || !second) {
        return told(sample.name, (first ? second : first).error());
      }
      if (*first != *second) {
        return told(sample.name, {"读两次，结果不同。", "Read twice it comes out otherwise."});
      }
    }
    return std::nullopt;
  }

  Fault serves_threads() const {
    for (const auto& sample : samples_) {
      if (auto fault = same_from_threads(sample.name, [&] { return read_as_json(sample.bytes); })) {
        return fault;
      }
    }
    return std::nullopt;
  }

  Fault keeps_limits() const {
    for (const auto& sample : samples_) {
      Limits few_bytes;
      few_bytes.input_bytes = sample.bytes.size() - 1;
      Limits little_text;
      little_text.text_bytes = 1;
      for (const auto& limits : {few_bytes, little_text}) {
        const auto document = read(sample.bytes, limits);
        if (document.ok()) {  // the host refuses what is beyond a limit: this was cut to fit
          return told(sample.name,
                      {"遇到上限时没有拒绝，只读了一部分。", "At a limit it does not refuse, and reads a part."});
        }
        if (!is_refusal(document.error())) {
          return told(sample.name, document.error());
        }
      }
    }
    return std::nullopt;
  }

  /// A library may die of a file; a program that does has its message.
  Fault survives_damage() const {
    std::vector<Trial> trials;
    for (const auto& sample : samples_) {
      for (auto& file : damaged_files(sample.name, sample.bytes)) {
        trials.push_back({file.name, [this, bytes = std::move(file.bytes)]() -> Fault {
                            const auto document = read(bytes());
                            return document.ok() || is_refusal(document.error())
                                       ? std::nullopt
                                       : Fault(told(document.error().code, document.error().message));
                          }});
      }
    }
    return manifest_.library.empty() ? first_fault(trials) : first_fault_in_child(trials, kSeconds);
  }

 private:
  /// Written twice it is the same, and read again it is equal up to what the writer said is lost.
  [[nodiscard]] Fault survives_writing(const std::string& name, const Document& document) const {
    DiagnosticSink diagnostics;
    const Limits limits;
    const Options options;
    const Context context{limits, diagnostics, options};
    const auto bytes = container_.write(document, context);
    if (!bytes) {
      return told(name, bytes.error());
    }
    const auto again = container_.write(document, context);
    if (!again || *again != *bytes) {
      return told(name, {"写两次，字节不同。", "Written twice the bytes differ."});
    }
    if (!manifest_.can("read")) {
      return std::nullopt;
    }
    const auto back = read(*bytes);
    if (!back) {
      return told(name, back.error());
    }
    const bool declared = std::any_of(diagnostics.all().begin(), diagnostics.all().end(),
                                      [](const Diagnostic& one) { return one.severity != Severity::note; });
    if (!declared && content_of(*back) != content_of(document)) {
      return told(name, {"写出后再读，内容不同，也没有警告说明丢失了什么。",
                         "Written and read again it differs, and no warning says what was lost."});
    }
    return std::nullopt;
  }

  const PluginHost& plugins_;
  const Manifest& manifest_;
  const Container& container_;
  const std::vector<Sample>& samples_;
};

void run_reading(const ContainerTrial& trial, Steps& steps) {
  steps.run({"识别样本", "claims its samples"}, [&] { return trial.claims_its_own(); });
  steps.run({"不认别的文件", "refuses other files"}, [&] { return trial.refuses_others(); });
  const Message reading{"读取样本", "reads its samples"};
  auto fault = trial.reads();
  const bool readable = !fault;
  steps.run(reading, [&] { return std::move(fault); });
  if (readable) {  // else the same would be said of everything
    steps.run({"结果稳定", "the same twice"}, [&] { return trial.is_deterministic(); });
    steps.run({"多线程", "several threads"}, [&] { return trial.serves_threads(); });
    steps.run({"遵守上限", "keeps limits"}, [&] { return trial.keeps_limits(); });
  }
  steps.run({"损坏的文件", "survives damaged files"}, [&] { return trial.survives_damage(); });
}

}  // namespace

Conformance container_conformance(const Engine& engine, const std::string& id, const std::vector<Sample>& samples) {
  Steps steps(id);
  const auto container = engine.plugins().container(id);
  if (!container) {
    steps.run({"装入", "opens"}, [&] { return Fault(container.error().message); });
    return steps.take();
  }
  const auto& manifest = *engine.plugins().manifest(id);
  const ContainerTrial trial(engine, manifest, **container, samples);
  const bool readable = manifest.can("read") && !samples.empty();
  if (readable) {
    run_reading(trial, steps);
  } else {
    steps.skip({"读取", "reading"}, manifest.can("read")
                                        ? Message{"没有样本：samples/" + id, "no samples: samples/" + id}
                                        : Message{"只能写出", "it only writes"});
  }
  if (manifest.can("write")) {
    steps.run({"写出", "writes"}, [&] { return trial.writes(); });
  }
  if (readable && manifest.can("write")) {
    steps.run({"写出再读", "writes what it reads"}, [&] { return trial.writes_what_it_reads(); });
  }
  return steps.take();
}

}  // namespace nianbao
