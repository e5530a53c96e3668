// Plc: positions with data between them, as Word keeps everything that belongs to ranges.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace nianbao::doc {

/// n+1 positions and n data of one size. Empty where the bytes are too few.
class Plc {
 public:
  Plc(std::string_view bytes, std::size_t data_size);

  [[nodiscard]] std::size_t size() const noexcept { return count_; }
  /// The position before the data of this index; `size()` gives the last one.
  [[nodiscard]] std::uint32_t position(std::size_t index) const;
  [[nodiscard]] std::string_view data(std::size_t index) const;

 private:
  std::string_view bytes_;
  std::size_t data_size_;
  std::size_t count_;
};

}  // namespace nianbao::doc
