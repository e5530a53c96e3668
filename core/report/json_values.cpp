// Small values of a Report as JSON: keys, decimals, dates.
#include <charconv>

#include "report/json_parts.hpp"

namespace nianbao::json {

namespace bj = boost::json;

bj::object key_to_json(const ConceptKey& key) {
  bj::object dims;
  for (const auto& dimension : key.dims) {
    dims[dimension.name] = bj::string(dimension.member);
  }
  return {{"concept", bj::string(key.id)}, {"dims", std::move(dims)}};
}

ConceptKey key_from_json(const Field& field, Arena& arena) {
  ConceptKey key;
  key.id = arena.store(field["concept"].text());
  field["dims"].each_member(
      [&](std::string_view name, const Field& member) { key.dims.set(arena.store(name), arena.store(member.text())); });
  return key;
}

bj::value decimal_to_json(const std::optional<Decimal>& value) {
  return value ? bj::value(value->to_string()) : bj::value(nullptr);
}

std::optional<Decimal> decimal_from_json(const Field& field) {
  if (field.absent()) {
    return std::nullopt;
  }
  const auto value = Decimal::parse(field.text());
  if (!value) {
    field.fault("an exact decimal as text");
  }
  return value;
}

bj::value date_to_json(const Date& date) { return date.empty() ? bj::value(nullptr) : bj::value(to_string(date)); }

Date date_from_json(const Field& field) {
  Date date;
  const auto text = field.text();
  const auto part = [&](std::size_t from, std::size_t length, auto& out) {
    if (text.size() >= from + length) {
      int value = 0;
      std::from_chars(text.data() + from, text.data() + from + length, value);
      out = static_cast<std::decay_t<decltype(out)>>(value);
    }
  };
  part(0, 4, date.year);
  part(5, 2, date.month);
  part(8, 2, date.day);
  if (to_string(date) != text) {
    field.fault("a date such as 2019-02-22");
  }
  return date;
}

}  // namespace nianbao::json
