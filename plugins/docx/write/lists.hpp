// Numbering of the lists we write: one for each list, so that each begins anew.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace nianbao::docx {

class Lists {
 public:
  /// The numbering's id of a further list.
  std::size_t add(bool ordered) {
    ordered_.push_back(ordered);
    return ordered_.size();
  }
  /// word/numbering.xml
  [[nodiscard]] std::string xml() const;

 private:
  std::vector<bool> ordered_;
};

}  // namespace nianbao::docx
