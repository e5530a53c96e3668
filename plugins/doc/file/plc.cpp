#include "file/plc.hpp"

#include "file/bytes.hpp"

namespace nianbao::doc {

Plc::Plc(std::string_view bytes, std::size_t data_size)
    : bytes_(bytes), data_size_(data_size), count_(bytes.size() < 4 ? 0 : (bytes.size() - 4) / (4 + data_size)) {}

std::uint32_t Plc::position(std::size_t index) const { return u32(bytes_, index * 4); }

std::string_view Plc::data(std::size_t index) const {
  return part(bytes_, (count_ + 1) * 4 + index * data_size_, data_size_);
}

}  // namespace nianbao::doc
