// Bounds on the work a test does.
#pragma once

#include <ctime>

namespace nianbao::test {

/// Processor time of this program since it was made: a busy machine does not lengthen it.
class WorkTime {
 public:
  [[nodiscard]] double seconds() const { return static_cast<double>(std::clock() - start_) / CLOCKS_PER_SEC; }

 private:
  std::clock_t start_ = std::clock();
};

}  // namespace nianbao::test
