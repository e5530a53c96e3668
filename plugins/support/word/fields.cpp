#include "word/fields.hpp"

#include <algorithm>

namespace nianbao::word {

void Fields::separate() {
  if (!open_.empty()) {
    auto& field = open_.back();
    const auto start = field.instruction.find_first_not_of(' ');
    field.contents = start != std::string::npos && std::string_view(field.instruction).substr(start).starts_with("TOC");
    field.result = true;
  }
}

void Fields::end() {
  if (!open_.empty()) {
    open_.pop_back();
  }
}

void Fields::instruction(std::string_view text) {
  constexpr std::size_t kEnough = 200;
  if (!open_.empty() && !open_.back().result && open_.back().instruction.size() < kEnough) {
    open_.back().instruction += text.substr(0, kEnough);
  }
}

std::string_view Fields::instruction() const noexcept {
  return open_.empty() ? std::string_view() : std::string_view(open_.back().instruction);
}

bool Fields::shown() const noexcept {
  return std::all_of(open_.begin(), open_.end(), [](const Field& field) { return field.result && !field.contents; });
}

bool Fields::in_contents() const noexcept {
  return std::any_of(open_.begin(), open_.end(), [](const Field& field) { return field.contents; });
}

}  // namespace nianbao::word
