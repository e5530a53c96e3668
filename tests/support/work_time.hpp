// Bounds on the work a test does.
#pragma once

#include <ctime>

namespace nianbao::test {

/// Processor time of this program since it was made, as a build without sanitizers takes: they lengthen it several
/// times, a busy machine does only where its caches are shared.
class WorkTime {
 public:
  [[nodiscard]] double seconds() const {
    return static_cast<double>(std::clock() - start_) / CLOCKS_PER_SEC / kSlowedBySanitizers;
  }

 private:
#ifdef __SANITIZE_ADDRESS__
  static constexpr double kSlowedBySanitizers = 3;
#else
  static constexpr double kSlowedBySanitizers = 1;
#endif
  std::clock_t start_ = std::clock();
};

}  // namespace nianbao::test
