#include "console.hpp"

#include <cstdlib>
#include <iostream>

namespace nianbao::command {
namespace {

constexpr std::string_view kRed = "\033[31m";
constexpr std::string_view kYellow = "\033[33m";
constexpr std::string_view kReset = "\033[0m";

std::string painted(std::string_view text, std::string_view color, bool enabled) {
  return enabled ? std::string(color) + std::string(text) + std::string(kReset) : std::string(text);
}

}  // namespace

Language language_of_locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') {
      return std::string_view(value).substr(0, 3) == "en_" ? Language::en : Language::zh;
    }
  }
  return Language::zh;
}

void Console::error(const Error& error) const {
  std::string line = painted("nianbao: ", kRed, color);
  if (!error.where.empty()) {
    line += error.where + ": ";
  }
  std::cerr << line << error.message.in(language) << '\n';
  if (!error.hint.empty()) {
    std::cerr << "  " << error.hint.in(language) << '\n';
  }
}

void Console::say(const std::string& line) const {
  if (verbosity != Verbosity::quiet) {
    std::cerr << line << '\n';
  }
}

void Console::diagnostics(const std::vector<Diagnostic>& all) const {
  for (const auto& diagnostic : all) {
    if (diagnostic.severity == Severity::note && verbosity != Verbosity::verbose) {
      continue;
    }
    const auto place = describe_place(diagnostic.at, language);
    say(painted(text("读取提示", "reading"), kYellow, color) + ": " + (place.empty() ? "" : place + ": ") +
        diagnostic.message.in(language));
  }
}

std::string describe_place(const Place& place, Language language) {
  const bool zh = language == Language::zh;
  std::string text;
  const auto add = [&](std::uint32_t number, const char* before, const char* after, const char* english) {
    if (number == 0) {
      return;
    }
    if (zh) {
      text += before + std::to_string(number) + after;
    } else {
      text += (text.empty() ? "" : ", ") + std::string(english) + " " + std::to_string(number);
    }
  };
  add(place.page, "第", "页", "page");
  if (!place.sheet.empty()) {
    text += std::string(place.sheet);
  }
  if (!place.cell.empty()) {
    text += "!" + std::string(place.cell);
  }
  add(place.line, "第", "行", "line");
  if (place.row != 0 || text.empty()) {
    add(place.block, "第", "块", "block");
  }
  if (place.row != 0) {
    add(place.row, "表格第", "行", "row");
    add(place.column, "第", "列", "column");
  }
  return text;
}

}  // namespace nianbao::command
