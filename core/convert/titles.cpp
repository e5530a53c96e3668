#include "convert/titles.hpp"

#include <array>

namespace nianbao {

std::string numbered_heading(std::string_view number, std::string_view heading) {
  std::string title(number);
  const bool bracketed = number.find("）") != std::string_view::npos || number.find(')') != std::string_view::npos;
  if (!number.empty() && !heading.empty() && !bracketed) {
    title += "、";
  }
  return title.append(heading);
}

std::string part_number(std::size_t index) {
  static constexpr std::array<std::string_view, 10> kDigits{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  const auto tens = (index + 1) / 10;
  const auto ones = (index + 1) % 10;
  std::string number = tens == 0 ? "" : (tens == 1 ? "" : std::string(kDigits[tens - 1])) + "十";
  number += ones == 0 ? "" : kDigits[ones - 1];
  return "（" + number + "）";
}

std::string filled_in(std::string_view line, const Report& report) {
  std::string text(line);
  const auto replace = [&text](std::string_view what, std::string_view with) {
    const auto at = text.find(what);
    if (at != std::string::npos) {
      text.replace(at, what.size(), with);
    }
  };
  replace("{issuer}", report.issuer);
  replace("{year}", std::to_string(report.year));
  return text;
}

std::string printed_date(const Date& date) {
  std::string text;
  for (const auto& [value, unit] :
       {std::pair<int, const char*>{date.year, "年"}, {date.month, "月"}, {date.day, "日"}}) {
    if (value != 0) {
      text += std::to_string(value) + unit;
    }
  }
  return text;
}

}  // namespace nianbao
