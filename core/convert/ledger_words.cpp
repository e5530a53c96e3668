#include "convert/ledger_words.hpp"

#include <array>

namespace nianbao::words {
namespace {

template <typename E, std::size_t N>
const std::string& word(E value, const std::array<Message, N>& names, Language language) {
  return names[static_cast<std::size_t>(value)].in(language);
}

}  // namespace

const std::string& of(FactFate fate, Language language) {
  static const std::array<Message, 5> names{{{"已填入", "placed"},
                                             {"与已填入的相同", "same as a placed one"},
                                             {"空白", "blank"},
                                             {"供参考", "offered"},
                                             {"未填入", "unplaced"}}};
  return word(fate, names, language);
}

const std::string& of(BlankReason reason, Language language) {
  static const std::array<Message, 4> names{{{"来源空白", "blank in the source"},
                                             {"来源格式没有这个指标", "no such concept in the source's format"},
                                             {"无法计算", "not assessable"},
                                             {"只有供参考的数据", "only figures to consider"}}};
  return word(reason, names, language);
}

const std::string& of(Fidelity fidelity, Language language) {
  static const std::array<Message, 3> names{
      {{"完全对应", "exact"}, {"计算得出", "derived"}, {"近似对应", "approximate"}}};
  return word(fidelity, names, language);
}

const std::string& of(LedgerNote::Kept kept, Language language) {
  static const std::array<Message, 4> names{
      {{"单元格", "cell"}, {"表下", "under the form"}, {"正文", "text"}, {"附录", "appendix"}}};
  return word(kept, names, language);
}

const std::string& of(LedgerOmission::Kind kind, Language language) {
  static const std::array<Message, 4> names{{{"说明旧结构的句子", "sentence about the old structure"},
                                             {"原标题", "old heading"},
                                             {"旧表的落款", "sign-off of the old form"},
                                             {"页面文字", "text of the page"}}};
  return word(kind, names, language);
}

std::string figure(const Fact& fact) {
  std::string text(fact.text);
  if (text.empty() && fact.value) {
    text = fact.value->to_string();
  }
  if (!fact.note.empty() && text.find(fact.note) == std::string::npos) {
    text += "（" + std::string(fact.note) + "）";
  }
  return text;
}

}  // namespace nianbao::words
