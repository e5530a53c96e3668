// The memory of one Document or Report.
#pragma once

#include <cstring>
#include <memory>
#include <memory_resource>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

/// Keeps texts for as long as their owner lives: a monotonic buffer that only grows, and inputs held
/// as they were read. Texts handed out stay valid when the arena is moved. Not thread-safe; one
/// report is worked on by one thread.
class Arena {
 public:
  Arena() : buffer_(std::make_unique<std::pmr::monotonic_buffer_resource>(kFirstBuffer)) {}

  /// A copy of the text that lives as long as the arena.
  [[nodiscard]] std::string_view store(std::string_view text) {
    if (text.empty()) {
      return {};
    }
    auto* copy = static_cast<char*>(buffer_->allocate(text.size(), 1));
    std::memcpy(copy, text.data(), text.size());
    return {copy, text.size()};
  }

  /// Takes the text over without copying it; gives the view that stays valid.
  [[nodiscard]] std::string_view hold(std::string text) {
    held_.push_back(std::make_unique<std::string>(std::move(text)));
    return *held_.back();
  }

 private:
  static constexpr std::size_t kFirstBuffer = 16 * 1024;
  std::unique_ptr<std::pmr::monotonic_buffer_resource> buffer_;
  std::vector<std::unique_ptr<std::string>> held_;
};

}  // namespace nianbao
