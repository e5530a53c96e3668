#include "prose/pattern_wording.hpp"

#include <algorithm>

#include "text/utf32.hpp"

namespace nianbao::prose {
namespace {

const ProseWords* list_of(const ProseRules& rules, std::string_view name) {
  const auto found =
      std::find_if(rules.words.begin(), rules.words.end(), [&](const ProseWords& words) { return words.name == name; });
  return found == rules.words.end() || found->words.empty() ? nullptr : &*found;
}

class Wording {
 public:
  Wording(const ProseRules& rules, const SaidFigure& figure) : rules_(rules), figure_(figure) {}

  bool sequence(const ast::Alternatives& alternatives) {
    return std::all_of(alternatives.front().begin(), alternatives.front().end(), [this](const ast::Item& item) {
      return std::visit([this](const auto& value) { return this->say(value); }, item.value);
    });
  }
  [[nodiscard]] std::optional<PlainWording> take() {
    return numbers_ == (figure_.value.empty() ? 0 : 1) ? std::optional(std::move(said_)) : std::nullopt;
  }

 private:
  bool say(const ast::Literal& literal) {
    said_.text += to_utf8(literal.text);
    return true;
  }
  bool say(const ast::Words& words) {
    const std::string name = to_utf8(words.name);
    if (const auto* list = list_of(rules_, name)) {
      said_.text += list->words.front();
      return true;
    }
    for (const auto member : figure_.members) {
      const auto word = first_word(rules_, name, member);
      if (!word.empty()) {
        said_.text += word;
        return true;
      }
    }
    return false;
  }
  bool say(const ast::Slot& slot) {
    ++numbers_;
    said_.text += figure_.value;
    said_.text += unit_for(slot);
    return slot.name == U"n";
  }
  bool say(const ast::Gap& /*gap*/) {
    said_.gapped = true;
    return true;
  }
  static bool say(const ast::ClauseStart& /*start*/) { return true; }
  static bool say(const ast::ClauseEnd& /*end*/) { return true; }
  static bool say(const ast::Optional& /*optional*/) { return true; }
  static bool say(const ast::Not& /*never*/) { return true; }
  bool say(const ast::Group& group) { return sequence(group.alternatives); }

  /// The figure's own unit where the slot takes it.
  [[nodiscard]] std::string_view unit_for(const ast::Slot& slot) const {
    const auto* list = slot.unit.empty() ? nullptr : list_of(rules_, "unit." + to_utf8(slot.unit));
    const bool own =
        list == nullptr || std::find(list->words.begin(), list->words.end(), figure_.unit) != list->words.end();
    return own ? figure_.unit : std::string_view(list->words.front());
  }

  const ProseRules& rules_;
  const SaidFigure& figure_;
  PlainWording said_;
  int numbers_ = 0;
};

}  // namespace

std::optional<PlainWording> plain_wording(const ast::Alternatives& pattern, const ProseRules& rules,
                                          const SaidFigure& figure) {
  Wording wording(rules, figure);
  return wording.sequence(pattern) ? wording.take() : std::nullopt;
}

std::string_view first_word(const ProseRules& rules, std::string_view name, std::string_view member) {
  const auto* list = list_of(rules, std::string(name) + "." + std::string(member));
  return list == nullptr ? std::string_view{} : std::string_view(list->words.front());
}

}  // namespace nianbao::prose
