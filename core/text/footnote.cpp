#include "text/footnote.hpp"

#include <algorithm>
#include <array>

namespace nianbao {
namespace {

constexpr std::size_t kLongestFigure = 40;

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

std::size_t digits_end(std::string_view text, std::size_t at) noexcept {
  while (at < text.size() && is_digit(text[at])) {
    ++at;
  }
  return at;
}

/// ① to ⑳ and raised digits.
std::size_t small_number_end(std::string_view text, std::size_t at) noexcept {
  const auto rest = text.substr(at);
  const auto byte = [&](std::size_t i) { return i < rest.size() ? static_cast<unsigned char>(rest[i]) : 0U; };
  const bool circled = byte(0) == 0xE2 && byte(1) == 0x91 && byte(2) >= 0xA0 && byte(2) <= 0xB3;
  const bool raised = byte(0) == 0xE2 && byte(1) == 0x81 && byte(2) >= 0xB4 && byte(2) <= 0xB9;
  const bool low = byte(0) == 0xC2 && (byte(1) == 0xB9 || byte(1) == 0xB2 || byte(1) == 0xB3);
  return at + (circled || raised ? 3 : low ? 2 : 0);
}

std::size_t sign_end(std::string_view text, std::size_t at) noexcept {
  constexpr std::array<std::string_view, 12> kSigns{"*", "＊", "#", "＃", "※", "△", "▲", "☆", "★", "†", "‡", "§"};
  for (const auto sign : kSigns) {
    if (text.compare(at, sign.size(), sign) == 0) {
      return at + sign.size();
    }
  }
  return at;
}

/// [1], 〔2〕
std::size_t bracketed_end(std::string_view text, std::size_t at) noexcept {
  constexpr std::array<std::array<std::string_view, 2>, 3> kBrackets{{{"[", "]"}, {"［", "］"}, {"〔", "〕"}}};
  for (const auto& [open, close] : kBrackets) {
    const auto from = at + open.size();
    if (text.compare(at, open.size(), open) != 0) {
      continue;
    }
    const auto end = digits_end(text, from);
    return end > from && text.compare(end, close.size(), close) == 0 ? end + close.size() : at;
  }
  return at;
}

/// 注1, 注①
std::size_t worded_end(std::string_view text, std::size_t at) noexcept {
  constexpr std::string_view kNote = "注";
  if (text.compare(at, kNote.size(), kNote) != 0) {
    return at;
  }
  const auto from = at + kNote.size();
  const auto end = std::max(digits_end(text, from), small_number_end(text, from));
  return end > from ? end : at;
}

}  // namespace

std::size_t footnote_mark_end(std::string_view text, std::size_t at) noexcept {
  auto end = at;
  while (end < text.size()) {
    const auto next = std::max({small_number_end(text, end), sign_end(text, end), bracketed_end(text, end)});
    if (next == end) {
      break;
    }
    end = next;
  }
  return end > at || at >= text.size() ? end : worded_end(text, at);
}

std::size_t footnote_mark(std::string_view text) noexcept {
  const bool figure = !text.empty() && text.size() <= kLongestFigure &&
                      (is_digit(text.front()) || text.front() == '-' || text.front() == '+');
  const bool plain = !text.empty() && (is_digit(text.back()) || text.back() == '.') &&
                     std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  for (std::size_t at = 1; figure && !plain && at < text.size(); ++at) {
    const bool inside = (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80;
    if (!inside && footnote_mark_end(text, at) == text.size()) {
      return at;
    }
  }
  return text.size();
}

}  // namespace nianbao
