#include "word/style_use.hpp"

#include <algorithm>
#include <array>

#include "word/style_names.hpp"

namespace nianbao::word {

namespace {

struct NamedUse {
  std::string_view name;  // lower case; Word writes the names of its own styles in English
  StyleUse use;
};

constexpr std::array kUses = {
    NamedUse{"title", StyleUse::title},
    NamedUse{"subtitle", StyleUse::subtitle},
    NamedUse{"caption", StyleUse::caption},
    NamedUse{"footnote text", StyleUse::note},
    NamedUse{"signature", StyleUse::signoff},
    NamedUse{"date", StyleUse::date},
    NamedUse{"toc heading", StyleUse::contents},
    NamedUse{"table heading", StyleUse::table_head},
    NamedUse{names::kNote, StyleUse::note},
    NamedUse{names::kTableHead, StyleUse::table_head},
    NamedUse{names::kTableCaption, StyleUse::table_caption},
    NamedUse{names::kLines, StyleUse::lines},
    NamedUse{names::kImage, StyleUse::image},
    NamedUse{names::kNoCell, StyleUse::no_cell},
    NamedUse{names::kDraftNotice, StyleUse::draft_notice},
};

}  // namespace

std::string folded_style_name(std::string_view name) {
  std::string result(name);
  for (auto& c : result) {
    c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  return result;
}

StyleUse use_of_style(std::string_view folded_name) {
  const auto* found =
      std::find_if(kUses.begin(), kUses.end(), [&](const NamedUse& use) { return use.name == folded_name; });
  if (found != kUses.end()) {
    return found->use;
  }
  constexpr std::array kFamilies = {
      NamedUse{"toc ", StyleUse::contents}, NamedUse{"list bullet", StyleUse::list_bullet},
      NamedUse{"list number", StyleUse::list_number}, NamedUse{"list continue", StyleUse::list_continue}};
  const auto* family = std::find_if(kFamilies.begin(), kFamilies.end(),
                                    [&](const NamedUse& use) { return folded_name.starts_with(use.name); });
  return family == kFamilies.end() ? StyleUse::none : family->use;
}

std::optional<int> level_of_style(std::string_view folded_name) {
  constexpr std::string_view kHeading = "heading ";
  const bool heading = folded_name.size() == kHeading.size() + 1 && folded_name.starts_with(kHeading);
  return heading && folded_name.back() >= '1' && folded_name.back() <= '9' ? std::optional(folded_name.back() - '1')
                                                                           : std::nullopt;
}

Role role_of(StyleUse use) noexcept {
  switch (use) {
    case StyleUse::title:
      return Role::title;
    case StyleUse::subtitle:
      return Role::subtitle;
    case StyleUse::caption:
      return Role::caption;
    case StyleUse::note:
      return Role::note;
    case StyleUse::signoff:
      return Role::signoff;
    case StyleUse::date:
      return Role::date;
    default:
      return Role::body;
  }
}

}  // namespace nianbao::word
