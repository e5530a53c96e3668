// The ledger in a few lines.
#include <nianbao/ledger.hpp>

#include "convert/ledger_words.hpp"

namespace nianbao {
namespace {

/// “a 3、b 5”; entries of zero are left out.
class Counts {
 public:
  explicit Counts(Language language) : zh_(language == Language::zh) {}

  void add(const std::string& name, std::size_t count) {
    if (count != 0) {
      text_ += (text_.empty() ? "" : (zh_ ? "、" : ", ")) + name + " " + std::to_string(count);
    }
  }
  /// In brackets; empty if there is nothing to say.
  [[nodiscard]] std::string in_brackets() const {
    return text_.empty() ? std::string{} : (zh_ ? "（" + text_ + "）" : " (" + text_ + ")");
  }

 private:
  bool zh_;
  std::string text_;
};

std::string line(Language language, const std::string& zh, const std::string& en) {
  return (language == Language::zh ? zh : en) + "\n";
}

std::string cells(const Ledger& ledger, Language language) {
  Counts filled(language);
  for (const auto fidelity : {Fidelity::exact, Fidelity::derived, Fidelity::approximate}) {
    filled.add(words::of(fidelity, language), ledger.filled(fidelity));
  }
  Counts blank(language);
  for (const auto reason :
       {BlankReason::source_blank, BlankReason::no_concept, BlankReason::not_assessable, BlankReason::offered_only}) {
    blank.add(words::of(reason, language), ledger.count(reason));
  }
  const auto all = std::to_string(ledger.target_cells);
  const auto done = std::to_string(ledger.filled());
  const auto open = std::to_string(ledger.target_cells - ledger.filled());
  return line(
      language, "表格共" + all + "格：填入" + done + filled.in_brackets() + "，空白" + open + blank.in_brackets(),
      all + " cells: " + done + " filled" + filled.in_brackets() + ", " + open + " blank" + blank.in_brackets());
}

std::string facts(const Ledger& ledger, Language language) {
  Counts fates(language);
  for (const auto fate :
       {FactFate::placed, FactFate::same_as, FactFate::blank, FactFate::offered, FactFate::unplaced}) {
    fates.add(words::of(fate, language), ledger.count(fate));
  }
  const auto all = std::to_string(ledger.source_facts);
  return line(language, "来源数据共" + all + "项" + fates.in_brackets(), all + " facts read" + fates.in_brackets());
}

std::string rest(const Ledger& ledger, Language language) {
  std::string text;
  if (!ledger.notes.empty()) {
    const auto count = std::to_string(ledger.notes.size());
    text += line(language, "保留说明" + count + "条", count + " notes kept");
  }
  if (!ledger.omissions.empty()) {
    const auto count = std::to_string(ledger.omissions.size());
    text += line(language, "未写入正文" + count + "处（见转换对照表）",
                 count + " pieces of text left out (see the ledger)");
  }
  return text;
}

}  // namespace

std::string ledger_summary(const Ledger& ledger, Language language) {
  const auto& from = ledger.source_title.in(language);
  const auto& to = ledger.target_title.in(language);
  return line(language, "由“" + from + "”转换为“" + to + "”", "Converted from " + from + " to " + to) +
         cells(ledger, language) + facts(ledger, language) + rest(ledger, language);
}

}  // namespace nianbao
