#include "line_shape.hpp"

#include <algorithm>
#include <iterator>

#include <nianbao/sdk/text.hpp>

namespace nianbao::prose_format {

namespace {

constexpr std::size_t kShortLine = 45;  // bytes: a line shorter than 15 characters is a whole one

}  // namespace

std::string_view trimmed(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  while (!text.empty() && is_space(text.front())) {
    text.remove_prefix(1);
  }
  while (!text.empty() && is_space(text.back())) {
    text.remove_suffix(1);
  }
  return text;
}

bool is_page_number(std::string_view text) {
  text = trimmed(text);
  bool digit = false;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] >= '0' && text[i] <= '9') {
      digit = true;
      ++i;
    } else if (text[i] == '-' || text[i] == ' ') {
      ++i;
    } else if (text.substr(i).starts_with("—") || text.substr(i).starts_with("–") || text.substr(i).starts_with("－")) {
      i += 3;
    } else {
      return false;
    }
  }
  return digit && text.size() <= 16;
}

bool begins_anew(std::string_view text) {
  constexpr std::string_view kStarts[] = {"附件", "附表", "第二十条", "#", "|", "**"};
  constexpr std::string_view kOrdinals = "一二三四五六七八九十";
  const auto starts = [&](std::string_view s) { return text.starts_with(s); };
  if (std::any_of(std::begin(kStarts), std::end(kStarts), starts)) {
    return true;
  }
  const auto first = static_cast<unsigned char>(text.front());
  const bool bracket = first == '(' || starts("（");
  const bool sign = first == 0xE2 || first == 0xE3;  // ① ㈠
  const bool digit = first >= '0' && first <= '9';
  const bool ordinal = text.size() > 6 && kOrdinals.find(text.substr(0, 3)) % 3 == 0 &&
                       kOrdinals.find(text.substr(0, 3)) != std::string_view::npos &&
                       (text.substr(3, 3) == "、" || text.substr(3, 1) == "." || text.substr(3, 3) == "．" ||
                        kOrdinals.find(text.substr(3, 3)) != std::string_view::npos);
  return (bracket || sign || digit || ordinal) && !label_key(text.substr(0, byte_of_char(text, 8))).number.empty();
}

bool is_finished(std::string_view text) {
  constexpr std::string_view kEnds[] = {"。", "！", "？", "；", "：", ":", ";", "!", "?", "。”", "。）", "】", "|"};
  return text.size() < kShortLine ||
         std::any_of(std::begin(kEnds), std::end(kEnds), [&](std::string_view end) { return text.ends_with(end); });
}

bool looks_like_heading(std::string_view line, bool anew) {
  constexpr std::size_t kLongest = 120;
  return anew && line.size() <= kLongest && line.find(kFullStop) == std::string_view::npos &&
         line.find_first_of("0123456789") == std::string_view::npos;
}

}  // namespace nianbao::prose_format
