// Whether a report given as last year's is that.
#pragma once

#include <vector>

#include <nianbao/check.hpp>

namespace nianbao::check {

/// What is known against taking `previous` for last year's report of the same body.
struct LastYear {
  bool usable = true;             ///< false: it is of another year than the one before
  std::vector<Message> warnings;  ///< a year that is wrong or not known, another issuer or jurisdiction
};

[[nodiscard]] LastYear judge_last_year(const Report& report, const Report& previous);

}  // namespace nianbao::check
