// Records of RFC 4180, and what spreadsheets make of it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace nianbao::sheet {

/// A field as it stands in the text, without its quotes. `escaped`: "" inside stands for one quote.
struct CsvField {
  std::string_view raw;
  std::uint32_t line = 1;
  bool escaped = false;
};

struct CsvRecord {
  std::vector<CsvField> fields;
};

struct CsvText {
  std::vector<CsvRecord> records;
  std::uint32_t open_quote_line = 0;  ///< line of a quote that nothing closes; 0 if there is none
};

/// The character between fields: comma, semicolon or tab, whichever most first lines agree on.
[[nodiscard]] char find_separator(std::string_view text);

/// Cuts a text into records. Quotes may hide separators and line ends; one that nothing closes is a
/// character like others. Linear.
[[nodiscard]] CsvText parse_csv(std::string_view text, char separator);

}  // namespace nianbao::sheet
