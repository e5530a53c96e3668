#include "convert/titles.hpp"

namespace nianbao {

std::string numbered_heading(std::string_view number, std::string_view heading) {
  std::string title(number);
  const bool bracketed = number.find("）") != std::string_view::npos || number.find(')') != std::string_view::npos;
  if (!number.empty() && !heading.empty() && !bracketed) {
    title += "、";
  }
  return title.append(heading);
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
