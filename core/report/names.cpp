// The names under which the values of enumerations appear in JSON.
#include <nianbao/sdk/report.hpp>

#include <array>

namespace nianbao {
namespace {

template <typename E, std::size_t N>
std::string_view name(E value, const std::array<std::string_view, N>& names) noexcept {
  const auto index = static_cast<std::size_t>(value);
  return index < N ? names[index] : std::string_view{};
}

constexpr std::array<std::string_view, 12> kSectionKinds{
    "preamble", "overview",     "proactive",    "key_areas", "requests",      "disputes",
    "fees",     "consultation", "organisation", "problems",  "other_matters", "attachment",
};

}  // namespace

std::string_view to_string(Status v) noexcept {
  return name<Status, 4>(v, {"reported", "blank", "dash", "stated_zero"});
}
std::string_view to_string(Qualifier v) noexcept { return name<Qualifier, 4>(v, {"", "over", "under", "about"}); }
std::string_view to_string(Reading v) noexcept { return name<Reading, 3>(v, {"direct", "relations", "suspect"}); }
std::string_view to_string(Source v) noexcept { return name<Source, 3>(v, {"table", "prose", "conversion"}); }
std::string_view to_string(Scope v) noexcept { return name<Scope, 3>(v, {"", "area", "body"}); }
std::string_view to_string(Certainty v) noexcept {
  return name<Certainty, 4>(v, {"none", "possible", "likely", "certain"});
}
std::string_view to_string(ClaimKind v) noexcept { return name<ClaimKind, 3>(v, {"share", "sum", "growth"}); }
std::string_view to_string(Severity v) noexcept { return name<Severity, 3>(v, {"note", "warning", "error"}); }
std::string_view to_string(FindingSeverity v) noexcept {
  return name<FindingSeverity, 3>(v, {"error", "doubt", "note"});
}
std::string_view to_string(FindingKind v) noexcept {
  return name<FindingKind, 10>(v, {"arithmetic", "conflict", "unit", "misplaced", "period", "percent", "structure",
                                   "series", "rollup", "deadline"});
}
std::string_view to_string(SectionKind v) noexcept { return name(v, kSectionKinds); }

std::optional<SectionKind> section_kind(std::string_view id) noexcept {
  for (std::size_t i = 0; i < kSectionKinds.size(); ++i) {
    if (kSectionKinds[i] == id) {
      return static_cast<SectionKind>(i);
    }
  }
  return std::nullopt;
}

std::string to_string(const Date& date) {
  if (date.empty()) {
    return {};
  }
  const auto padded = [](int value, std::size_t width) {
    std::string digits = std::to_string(value);
    return std::string(width > digits.size() ? width - digits.size() : 0, '0') + digits;
  };
  std::string text = padded(date.year, 4);
  if (date.month != 0) {
    text += '-' + padded(date.month, 2);
    if (date.day != 0) {
      text += '-' + padded(date.day, 2);
    }
  }
  return text;
}

}  // namespace nianbao
