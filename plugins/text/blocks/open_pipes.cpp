#include "blocks/open_pipes.hpp"

#include <algorithm>

#include "blocks/blanks.hpp"

namespace nianbao::blocks {

std::vector<std::string_view> parts_between_pipes(std::string_view body) {
  std::vector<std::string_view> parts;
  for (std::size_t from = 0; from <= body.size();) {
    const auto to = std::min(body.find('|', from), body.size());
    parts.push_back(trim(body.substr(from, to - from)));
    from = to + 1;
  }
  std::erase_if(parts, [](std::string_view part) { return part.empty(); });
  return parts;
}

}  // namespace nianbao::blocks
