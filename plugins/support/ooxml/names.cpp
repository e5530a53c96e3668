#include "ooxml/names.hpp"

namespace nianbao::ooxml {

std::string_view last_segment(std::string_view name) noexcept { return name.substr(name.find_last_of('/') + 1); }

std::string resolve(std::string_view part, std::string_view target) {
  std::string base;
  if (target.empty() || target.front() != '/') {
    base = part.substr(0, part.size() - last_segment(part).size());
  }
  while (!target.empty()) {
    const auto slash = target.find('/');
    const auto segment = target.substr(0, slash);
    target = slash == std::string_view::npos ? std::string_view() : target.substr(slash + 1);
    if (segment == "..") {
      const auto parent = base.find_last_of('/', base.size() < 2 ? 0 : base.size() - 2);
      base.resize(parent == std::string::npos ? 0 : parent + 1);
    } else if (!segment.empty() && segment != ".") {
      base += segment;
      base += '/';
    }
  }
  if (!base.empty()) {
    base.pop_back();
  }
  return base;
}

std::string relationships_part(std::string_view part) {
  const auto name = last_segment(part);
  return std::string(part.substr(0, part.size() - name.size())) + "_rels/" + std::string(name) + ".rels";
}

}  // namespace nianbao::ooxml
