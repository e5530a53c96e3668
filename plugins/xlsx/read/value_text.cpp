#include "read/value_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include "read/date_text.hpp"

namespace nianbao::xlsx {

namespace {

/// A number as digits before and after the point.
struct Decimal {
  bool negative = false;
  std::string whole = "0";
  std::string fraction;
};

std::optional<double> parse(std::string_view stored) {
  double value = 0;
  stored.remove_prefix(stored.starts_with('+') ? 1 : 0);
  const auto result = std::from_chars(stored.data(), stored.data() + stored.size(), value);
  return result.ec == std::errc() && result.ptr == stored.data() + stored.size() ? std::optional(value) : std::nullopt;
}

/// To 15 significant digits. None beyond 10^21, which nobody counts to.
std::optional<Decimal> decimal_of(double value) {
  std::array<char, 40> buffer{};
  const auto end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific, 14).ptr;
  std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
  Decimal decimal;
  decimal.negative = text.starts_with('-');
  text.remove_prefix(decimal.negative ? 1 : 0);
  const auto e = text.find('e');
  int exponent = 0;
  const auto power = text.substr(e == std::string_view::npos ? text.size() : e + 1);
  std::from_chars(power.data() + (power.starts_with('+') ? 1 : 0), power.data() + power.size(), exponent);
  if (e == std::string_view::npos || exponent > 21 || exponent < -300) {
    return e != std::string_view::npos && exponent < -300 ? std::optional(Decimal()) : std::nullopt;
  }
  std::string digits(1, text[0]);
  digits += text.substr(2, e - 2);
  if (exponent < 0) {
    decimal.fraction = std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
  } else {
    const auto whole = static_cast<std::size_t>(exponent) + 1;
    digits.resize(std::max(digits.size(), whole), '0');
    decimal.whole = digits.substr(0, whole);
    decimal.fraction = digits.substr(whole);
  }
  decimal.fraction.erase(decimal.fraction.find_last_not_of('0') + 1);
  return decimal;
}

void add_one(std::string& digits) {
  for (auto i = digits.size(); i > 0; --i) {
    if (digits[i - 1] != '9') {
      ++digits[i - 1];
      return;
    }
    digits[i - 1] = '0';
  }
  digits.insert(digits.begin(), '1');
}

/// Half away from zero, as sheets do.
void round_to(Decimal& decimal, std::size_t places) {
  if (decimal.fraction.size() <= places) {
    return;
  }
  const bool up = decimal.fraction[places] >= '5';
  auto digits = decimal.whole + decimal.fraction.substr(0, places);
  if (up) {
    add_one(digits);
  }
  decimal.whole = digits.substr(0, digits.size() - places);
  decimal.fraction = digits.substr(digits.size() - places);
}

void times_100(Decimal& decimal) {
  decimal.fraction.resize(std::max<std::size_t>(decimal.fraction.size(), 2), '0');
  decimal.whole += decimal.fraction.substr(0, 2);
  decimal.fraction.erase(0, 2);
  decimal.whole.erase(0, std::min(decimal.whole.find_first_not_of('0'), decimal.whole.size() - 1));
  decimal.fraction.erase(decimal.fraction.find_last_not_of('0') + 1);
}

std::string joined(const Decimal& decimal) {
  const bool zero = decimal.whole.find_first_not_of('0') == std::string::npos &&
                    decimal.fraction.find_first_not_of('0') == std::string::npos;
  return (decimal.negative && !zero ? "-" : "") + decimal.whole +
         (decimal.fraction.empty() ? "" : "." + decimal.fraction);
}

/// A format code taken apart.
struct Code {
  std::string bare;    ///< without literals, colours and widths
  std::string prefix;  ///< literal text before the number
  std::string suffix;
};

Code take_apart(std::string_view code) {
  Code result;
  const auto literal = [&](std::string_view text) {
    const bool before = result.bare.find_first_of("0#?") == std::string::npos;
    (before ? result.prefix : result.suffix) += text;
  };
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '"') {
      const auto end = std::min(code.find('"', i + 1), code.size());
      literal(code.substr(i + 1, end - i - 1));
      i = end;
    } else if (c == '\\' || c == '!') {
      ++i;
      const auto byte = static_cast<unsigned char>(i < code.size() ? code[i] : 0);
      const std::size_t size = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
      literal(code.substr(std::min(i, code.size()), size));
      i += size - 1;
    } else if (c == '_' || c == '*') {
      ++i;
    } else if (c == '[') {
      const auto end = std::min(code.find(']', i), code.size());
      const auto inside = code.substr(i + 1, end - i - 1);
      if (inside.starts_with('$')) {
        literal(inside.substr(1, std::min(inside.find('-'), inside.size()) - 1));
      }
      i = end;
    } else if (static_cast<unsigned char>(c) >= 0x80) {
      literal(code.substr(i, 1));
    } else {
      result.bare += c;
    }
  }
  return result;
}

/// Parts for positive, negative and zero.
std::vector<std::string_view> sections_of(std::string_view code) {
  std::vector<std::string_view> sections;
  std::size_t from = 0;
  bool quoted = false;
  for (std::size_t i = 0; i <= code.size(); ++i) {
    if (i < code.size() && code[i] == '"') {
      quoted = !quoted;
    } else if (i == code.size() || (code[i] == ';' && !quoted)) {
      sections.push_back(code.substr(from, i - from));
      from = i + 1;
    }
  }
  return sections;
}

std::string grouped(const std::string& whole) {
  std::string result;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    result += i > 0 && (whole.size() - i) % 3 == 0 ? "," : "";
    result += whole[i];
  }
  return result;
}

std::string apply(Decimal decimal, const Code& code) {
  const auto& bare = code.bare;
  const auto last = bare.find_last_of("0#?");
  const auto point = std::min(bare.find('.'), bare.size());
  const auto count = [&](std::size_t from, std::size_t to, std::string_view which) {
    return static_cast<std::size_t>(std::count_if(bare.begin() + static_cast<std::ptrdiff_t>(from),
                                                  bare.begin() + static_cast<std::ptrdiff_t>(to),
                                                  [&](char c) { return which.find(c) != std::string_view::npos; }));
  };
  const bool percent = bare.find('%') != std::string::npos;
  if (percent) {
    times_100(decimal);
  }
  round_to(decimal, count(point, bare.size(), "0#?"));
  const auto least = count(point, bare.size(), "0");
  decimal.fraction.erase(std::max(least, decimal.fraction.find_last_not_of('0') + 1));
  decimal.fraction.resize(std::max(decimal.fraction.size(), least), '0');
  const auto digits = count(0, point, "0");
  if (decimal.whole.size() < digits) {
    decimal.whole.insert(0, digits - decimal.whole.size(), '0');
  }
  const bool thousands = bare.substr(0, std::min(point, last)).find(',') != std::string::npos;
  decimal.whole = thousands ? grouped(decimal.whole) : decimal.whole;
  const auto number = joined(decimal);
  const bool sign_first = number.starts_with('-');
  return (sign_first ? "-" : "") + code.prefix + number.substr(sign_first ? 1 : 0) + (percent ? "%" : "") + code.suffix;
}

/// Codes that show another number than the one that is there, or none.
bool is_readable(std::string_view bare) {
  const auto last = bare.find_last_of("0#?");
  return last != std::string_view::npos && bare.find_first_of("/E@") == std::string_view::npos &&
         bare.substr(last).find(',') == std::string_view::npos;
}

}  // namespace

std::string plain_number(std::string_view stored) {
  const auto value = parse(stored);
  const auto decimal = value ? decimal_of(*value) : std::nullopt;
  return decimal ? joined(*decimal) : std::string(stored);
}

std::string shown_number(std::string_view stored, std::string_view code, bool from_1904) {
  const auto value = parse(stored);
  auto decimal = value ? decimal_of(*value) : std::nullopt;
  const auto sections = sections_of(code);
  if (!decimal || sections.empty() || sections.front().find("General") != std::string_view::npos) {
    return plain_number(stored);
  }
  const bool own_negative = *value < 0 && sections.size() > 1;
  const bool own_zero = *value == 0 && sections.size() > 2;
  const auto parts = take_apart(sections[own_zero ? 2 : own_negative ? 1 : 0]);
  if (is_date_code(parts.bare)) {
    const auto text =
        date_text(*value, parts.bare,
                  code.find("年") != std::string_view::npos || code.find("月") != std::string_view::npos, from_1904);
    return text.empty() ? plain_number(stored) : text;
  }
  if (!is_readable(parts.bare)) {
    return plain_number(stored);
  }
  return apply(std::move(*decimal), parts);
}

}  // namespace nianbao::xlsx
