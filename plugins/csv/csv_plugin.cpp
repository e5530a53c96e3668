// The csv container: what spreadsheets exchange.
#include <algorithm>

#include <nianbao/sdk/encoding.hpp>
#include <nianbao/sdk/plugin.hpp>

#include "reader.hpp"
#include "sheet/csv_parser.hpp"
#include "writer.hpp"

namespace nianbao::csv {

namespace {

constexpr std::size_t kLongestField = 120;  // bytes
constexpr std::size_t kFields = 3;
constexpr std::size_t kRows = 5;

/// In every encoding a comma has the byte of a comma: with fewer of them there is nothing to decode.
bool may_have_rows(std::string_view head) {
  return static_cast<std::size_t>(std::count(head.begin(), head.end(), ',')) >= kRows * (kFields - 1);
}

/// Empty or a figure.
bool is_value(std::string_view field) {
  return field.find_first_not_of("0123456789.+-/%\" ") == std::string_view::npos;
}

/// Several rows of as many short fields each, with a figure or an empty field in all of them but the header. Prose has
/// ASCII commas as well, and in a text cut into lines several may have as many.
bool has_rows(std::string_view text) {
  const auto parsed = sheet::parse_csv(text, ',');
  std::size_t alike = 0;
  std::size_t valued = 0;
  std::size_t last = 0;
  for (const auto& record : parsed.records) {
    const auto& fields = record.fields;
    const bool row = fields.size() >= kFields && std::all_of(fields.begin(), fields.end(), [](const auto& field) {
                       return field.raw.size() <= kLongestField;
                     });
    const bool value = std::any_of(fields.begin(), fields.end(), [](const auto& field) { return is_value(field.raw); });
    const bool goes_on = row && fields.size() == last;
    alike = (goes_on ? alike : 0) + (row ? 1 : 0);
    valued = (goes_on ? valued : 0) + (row && value ? 1 : 0);
    last = fields.size();
    if (alike >= kRows && valued + 1 >= kRows) {
      return true;
    }
  }
  return false;
}

class CsvContainer final : public Container {
  [[nodiscard]] Certainty do_probe(std::string_view head, std::string_view name) const override {
    const bool named = name.ends_with(".csv") || name.ends_with(".CSV");
    if (!named && !may_have_rows(head)) {
      return Certainty::none;
    }
    const auto decoded = decode_head(head);
    if (!decoded || decoded->starts_with('{') || decoded->starts_with('<')) {
      return Certainty::none;
    }
    return named || has_rows(*decoded) ? Certainty::likely : Certainty::none;
  }

  [[nodiscard]] Result<Document> do_read(std::string bytes, const Context& context) const override {
    return read_csv(std::move(bytes), context);
  }

  [[nodiscard]] Result<std::string> do_write(const Document& document, const Context& /*context*/) const override {
    return write_csv(document);
  }
};

}  // namespace

}  // namespace nianbao::csv

NIANBAO_CONTAINER_PLUGIN(nianbao::csv::CsvContainer, "csv", "0.1.0")
