// The labels of a template in all rows of a Document.
#pragma once

#include <span>
#include <vector>

#include "forms/labels.hpp"

namespace nianbao::forms {

/// What a row says of each form; made once, read for all forms.
class RowHits {
 public:
  RowHits(const Rows& rows, const LabelIndex& index) {
    begins_.reserve(rows.rows.size() + 1);
    std::vector<Hit> own;
    for (const auto& row : rows.rows) {
      find_hits(rows, row, index, own);
      begins_.push_back(hits_.size());
      hits_.insert(hits_.end(), own.begin(), own.end());
    }
    begins_.push_back(hits_.size());
  }
  [[nodiscard]] std::span<const Hit> of(std::uint32_t row) const {
    return std::span(hits_).subspan(begins_[row], begins_[row + 1] - begins_[row]);
  }
  [[nodiscard]] std::span<const Hit> all() const { return hits_; }
  [[nodiscard]] std::size_t size() const { return begins_.size() - 1; }  ///< rows

 private:
  std::vector<Hit> hits_;
  std::vector<std::size_t> begins_;  ///< per row, and the end
};

}  // namespace nianbao::forms
