#include "prose/word_table.hpp"

#include <nianbao/sdk/text.hpp>

#include <algorithm>

#include "text/utf32.hpp"

namespace nianbao::prose {

namespace {

constexpr std::string_view kVariants = "variants";

void mark(CharTable& chars, std::u32string_view which, std::uint8_t flag) {
  for (const char32_t c : which) {
    chars.at(c).flags |= flag;
  }
}

/// The member a list gives to the class: `website` of `channel.website` for `channel`; none if the
/// list is not of the class.
struct ListOf {
  bool belongs = false;
  std::string_view member;
};
ListOf list_of(std::string_view list, std::string_view of) {
  if (list == of) {
    return {true, {}};
  }
  if (list.size() > of.size() + 1 && list.starts_with(of) && list[of.size()] == '.') {
    return {true, list.substr(of.size() + 1)};
  }
  return {};
}

}  // namespace

WordTable::WordTable(PatternSet& set, const std::vector<ProseWords>& lists) : set_(set), lists_(lists) {
  mark_characters();
  set_.units = class_of("unit");
  set_.lead = class_of("before-number");
  set_.fence = class_of("not-before-number");
  set_.joiners = class_of("joiner");
  if (set_.units != kNoIndex) {
    const auto& members = set_.classes[set_.units].members;
    const auto none = std::find(members.begin(), members.end(), "none");
    set_.no_unit = none == members.end() ? kNoIndex : static_cast<std::uint32_t>(none - members.begin());
  }
}

void WordTable::mark_characters() {
  mark(set_.chars, U"0123456789", kDigit);
  mark(set_.chars, U"〇零一二两三四五六七八九十廿卅兩", kChineseDigit);
  mark(set_.chars, U",;:()|…", kClauseMark);
  mark(set_.chars, U"。!?", kSentenceMark);
}

ClassId WordTable::class_of(std::string_view name) {
  for (ClassId i = 0; i < set_.classes.size(); ++i) {
    if (set_.classes[i].name == name) {
      return i;
    }
  }
  const bool known = std::any_of(lists_.begin(), lists_.end(),
                                 [&](const ProseWords& list) { return list_of(list.name, name).belongs; });
  if (!known) {
    return kNoIndex;
  }
  const auto id = static_cast<ClassId>(set_.classes.size());
  set_.classes.push_back({set_.arena.store(name), {}, {}, set_.features++});
  for (const ProseWords& list : lists_) {
    const auto [belongs, member] = list_of(list.name, name);
    if (!belongs) {
      continue;
    }
    auto& members = set_.classes[id].members;
    if (!member.empty()) {
      members.push_back(set_.arena.store(member));
    }
    add_member(id, member.empty() ? kNoIndex : static_cast<std::uint32_t>(members.size() - 1), list);
  }
  return id;
}

std::vector<std::string_view> WordTable::list_names() const {
  std::vector<std::string_view> names;
  for (const auto& list : lists_) {
    const std::string_view name = list.name;
    names.push_back(name);
    names.push_back(name.substr(0, name.find('.')));
  }
  return names;
}

void WordTable::add_member(ClassId of, std::uint32_t member, const ProseWords& list) {
  for (const std::string& text : list.words) {
    join(of, member, add_word(text));
  }
}

void WordTable::join(ClassId of, std::uint32_t member, WordId id) {
  if (id == kNoIndex || of >= kMostClasses) {
    return;
  }
  Word& word = set_.words[id];
  const bool there = std::any_of(word.classes.begin(), word.classes.end(),
                                 [&](const Membership& m) { return m.of == of && m.member == member; });
  if (there) {
    return;
  }
  if (PatternSet::membership(word, of) == nullptr) {
    set_.classes[of].words.push_back(id);
    word.features.push_back(set_.classes[of].feature);
  }
  word.classes.push_back({of, member});
  word.in.set(of);
}

ClassId WordTable::class_of(const std::vector<std::u32string_view>& literals) {
  std::string name = "|";
  for (const auto literal : literals) {
    name += to_utf8(literal) + "|";
  }
  for (ClassId i = 0; i < set_.classes.size(); ++i) {
    if (set_.classes[i].name == name) {
      return i;
    }
  }
  const auto id = static_cast<ClassId>(set_.classes.size());
  set_.classes.push_back({set_.arena.store(name), {}, {}, set_.features++});
  for (const auto literal : literals) {
    join(id, kNoIndex, add_word(to_utf8(literal)));
  }
  return id;
}

WordId WordTable::literal(std::u32string_view text) {
  const WordId id = add_word(to_utf8(text));
  if (id != kNoIndex && set_.words[id].feature == 0) {
    Word& word = set_.words[id];
    word.feature = set_.features++;
    word.features.push_back(word.feature);
  }
  return id;
}

WordId WordTable::add_word(std::string_view text) {
  const Folded folded = fold(text);
  std::vector<std::uint16_t> letters;
  for (const char32_t c : folded.chars()) {
    letters.push_back(letter(c));
  }
  if (letters.empty() || std::find(letters.begin(), letters.end(), 0) != letters.end()) {
    return kNoIndex;
  }
  const WordId id = set_.automaton.add(letters);
  if (id == set_.words.size()) {
    set_.words.emplace_back();
    set_.words.back().length = static_cast<std::uint16_t>(letters.size());
    set_.words.back().opening = letters[0] | (letters.size() > 1 ? static_cast<std::uint32_t>(letters[1]) << 16U : 0U);
  }
  return id;
}

std::uint16_t WordTable::letter(char32_t c) {
  if (c >= 0x10000) {
    return 0;
  }
  CharInfo& info = set_.chars.at(c);
  if (info.letter == 0) {
    info.letter = ++letters_;
    chars_.push_back(c);
  }
  return info.letter;
}

/// `開开`: the first character is read as the second.
void WordTable::add_variants() {
  for (const ProseWords& list : lists_) {
    if (list.name != kVariants) {
      continue;
    }
    for (const std::string& text : list.words) {
      const Folded pair = fold(text);
      if (pair.size() == 2 && pair.chars()[0] < 0x10000) {
        const CharInfo simple = set_.chars[pair.chars()[1]];
        CharInfo& variant = set_.chars.at(pair.chars()[0]);
        variant.letter = variant.letter == 0 ? simple.letter : variant.letter;
        variant.flags |= simple.flags;
      }
    }
  }
}

/// Marks the characters with which units and words that begin statements start.
void WordTable::mark_starts() {
  for (const Word& word : set_.words) {
    const bool unit = set_.units != kNoIndex && PatternSet::is_in(word, set_.units);
    if (unit || word.starts_statement) {
      CharInfo& info = set_.chars.at(chars_[(word.opening & 0xFFFFU) - 1]);
      info.flags |= static_cast<std::uint8_t>((unit ? kUnitStart : 0) | (word.starts_statement ? kOpening : 0));
    }
  }
}

void WordTable::finish() {
  mark_starts();
  add_variants();
  set_.automaton.build(letters_);
}

}  // namespace nianbao::prose
