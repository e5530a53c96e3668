#include "read/date_text.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>

namespace nianbao::xlsx {

namespace {

struct Day {
  std::int64_t year;
  unsigned month;
  unsigned day;
};

/// Days since 1970-01-01 in the calendar, without the clock.
Day civil(std::int64_t days) {
  days += 719468;
  const auto era = (days >= 0 ? days : days - 146096) / 146097;
  const auto of_era = static_cast<unsigned>(days - era * 146097);
  const auto year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const auto of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const auto shifted = (5 * of_year + 2) / 153;
  const auto month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {static_cast<std::int64_t>(year_of_era) + era * 400 + (month <= 2 ? 1 : 0), month,
          of_year - (153 * shifted + 2) / 5 + 1};
}

bool holds(std::string_view code, char letter) {
  const char upper = static_cast<char>(letter - 'a' + 'A');
  return code.find(letter) != std::string_view::npos || code.find(upper) != std::string_view::npos;
}

std::string padded(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string day_text(const Day& day, std::string_view code, bool chinese) {
  const bool year = holds(code, 'y');
  const bool date = holds(code, 'd');
  if (chinese) {
    return (year ? std::to_string(day.year) + "年" : "") + std::to_string(day.month) + "月" +
           (date ? std::to_string(day.day) + "日" : "");
  }
  return (year ? std::to_string(day.year) + "-" : "") + padded(day.month) + (date ? "-" + padded(day.day) : "");
}

}  // namespace

bool is_date_code(std::string_view bare_code) noexcept {
  return bare_code.find_first_of("ymdhsYMDHS") != std::string_view::npos &&
         bare_code.find_first_of("#?0%") == std::string_view::npos;
}

std::string date_text(double serial, std::string_view bare_code, bool chinese, bool from_1904) {
  constexpr double kLast = 2958466;  // 9999-12-31 and one
  if (!(serial >= 0) || serial >= kLast) {
    return {};
  }
  const auto seconds = static_cast<std::int64_t>(std::llround(serial * 86400));
  auto days = seconds / 86400;
  // Day 60 is a 1900-02-29 that never was.
  days += from_1904 ? 1462 : days < 60 ? 1 : 0;
  std::string text;
  if (holds(bare_code, 'y') || holds(bare_code, 'd')) {
    text = day_text(civil(days - 25569), bare_code, chinese);
  }
  if (holds(bare_code, 'h') || text.empty()) {
    const auto of_day = seconds % 86400;
    text += text.empty() ? "" : " ";
    text += padded(of_day / 3600) + ":" + padded(of_day / 60 % 60);
    text += holds(bare_code, 's') ? ":" + padded(of_day % 60) : "";
  }
  return text;
}

}  // namespace nianbao::xlsx
