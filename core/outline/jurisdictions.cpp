#include <nianbao/jurisdictions.hpp>

#include <algorithm>
#include <fstream>
#include <mutex>
#include <optional>
#include <sstream>
#include <unordered_map>
#include <utility>
#include <vector>

namespace nianbao {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFFU;

struct Row {
  std::string_view code;
  std::string_view name;
  std::string_view parent_code;
  std::uint32_t parent = kNone;
  std::uint32_t same_name = kNone;  ///< next row of this name
};

std::string_view take_until(std::string_view& text, char end) {
  const auto at = text.find(end);
  const auto part = text.substr(0, at);
  text.remove_prefix(at == std::string_view::npos ? text.size() : at + 1);
  return part;
}

bool is_code(std::string_view text) {
  return text.size() == 6 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Error faulty(const std::string& file, std::size_t line, Message message) {
  Error error;
  error.kind = ErrorKind::rules;
  error.code = "jurisdictions-faulty";
  error.message = std::move(message);
  error.where = file + ":" + std::to_string(line);
  error.hint = {"请改正该行，或重新安装规则包national。", "Correct the line, or install the rule pack national again."};
  return error;
}

Result<std::string> content_of(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) {
    return Error{ErrorKind::rules,
                 "jurisdictions-missing",
                 {"找不到行政区划代码表。", "The table of jurisdictions is missing."},
                 file,
                 {"请重新安装规则包national。", "Install the rule pack national again."}};
  }
  std::ostringstream content;
  content << stream.rdbuf();
  return content.str();
}

bool is_province(std::string_view code) { return code.size() == 6 && code.substr(2) == "0000"; }
bool is_city(std::string_view code) { return code.size() == 6 && code.substr(4) == "00"; }
/// GB/T 2260 numbers the districts of a city from 01 to 20.
bool is_district(std::string_view code) { return !is_city(code) && code.substr(4) <= "20"; }

/// Bytes of the text's beginning that are the name without its last character (平潭 of 平潭县), of a province
/// without any number of them (内蒙古 of 内蒙古自治区); 0 if it begins with no short name.
std::size_t short_name_size(std::string_view text, std::string_view name, std::string_view code) {
  constexpr std::size_t kCharacter = 3;  // bytes of a Chinese character in UTF-8
  constexpr std::size_t kShortest = 2 * kCharacter;
  const auto differ = std::mismatch(text.begin(), text.end(), name.begin(), name.end()).second - name.begin();
  const auto same = static_cast<std::size_t>(differ) / kCharacter * kCharacter;
  const bool enough = same >= kShortest && same < name.size();
  return enough && !is_district(code) && (is_province(code) || same + kCharacter == name.size()) ? same : 0;
}

}  // namespace

struct Jurisdictions::Table {
  std::string text;
  std::string zones_text;
  std::vector<Row> rows;
  std::unordered_map<std::string_view, std::uint32_t> by_name;
  std::unordered_map<std::string_view, std::uint32_t> by_code;
  std::size_t longest = 0;  ///< bytes of the longest name
  std::optional<Error> error;

  void read(const std::string& file, const std::string& zones) {
    auto content = content_of(file);
    auto more = zones.empty() ? Result<std::string>(std::string()) : content_of(zones);
    if (!content || !more) {
      error = content ? more.error() : content.error();
      return;
    }
    text = *std::move(content);
    zones_text = *std::move(more);
    parse(file);
    parse_zones(zones);
    link();
  }

  void fail(Error fault) {
    error = std::move(fault);
    rows.clear();
  }

  void parse(const std::string& file) {
    std::string_view rest = text;
    take_until(rest, '\n');  // names of the columns
    for (std::size_t line = 2; !rest.empty(); ++line) {
      auto one = take_until(rest, '\n');
      if (!one.empty() && one.back() == '\r') {
        one.remove_suffix(1);
      }
      Row row;
      row.code = take_until(one, '\t');
      row.name = take_until(one, '\t');
      row.parent_code = one;
      if (!is_code(row.code) || row.name.empty() || !(row.parent_code.empty() || is_code(row.parent_code))) {
        return fail(faulty(file, line,
                           {"行政区划代码表的这一行不是“代码、名称、上级代码”三栏。",
                            "This line of the table of jurisdictions is not code, name and the code above."}));
      }
      rows.push_back(row);
    }
  }

  void parse_zones(const std::string& file) {
    std::string_view rest = zones_text;
    take_until(rest, '\n');  // names of the columns
    for (std::size_t line = 2; !error && !rest.empty(); ++line) {
      auto one = take_until(rest, '\n');
      Row row;
      row.name = take_until(one, '\t');
      row.parent_code = one;
      if (row.name.empty() || !is_code(one)) {
        return fail(faulty(file, line,
                           {"功能区表的这一行不是“名称、所在区划代码”两栏。",
                            "This line of the table of zones is not name and code."}));
      }
      rows.push_back(row);
    }
  }

  void link() {
    by_name.reserve(rows.size());
    by_code.reserve(rows.size());
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
      if (!rows[i].code.empty()) {
        by_code.emplace(rows[i].code, i);
      }
      const auto [it, fresh] = by_name.emplace(rows[i].name, i);
      rows[i].same_name = fresh ? kNone : std::exchange(it->second, i);
      longest = std::max(longest, rows[i].name.size());
    }
    for (auto& row : rows) {
      const auto it = by_code.find(row.parent_code);
      row.parent = it != by_code.end() ? it->second : kNone;
    }
  }

  [[nodiscard]] bool is_below(std::uint32_t row, std::uint32_t above) const {
    for (int level = 0; level < 4 && row != kNone; ++level, row = rows[row].parent) {
      if (rows[row].parent == above) {
        return true;
      }
    }
    return false;
  }

  /// The smallest division that holds all these rows.
  [[nodiscard]] std::string_view division_of(const std::vector<std::uint32_t>& all) const {
    for (auto row = all.empty() ? kNone : all.front(); row != kNone; row = rows[row].parent) {
      const bool holds =
          std::all_of(all.begin(), all.end(), [&](std::uint32_t one) { return one == row || is_below(one, row); });
      if (holds && !rows[row].code.empty()) {
        return rows[row].code;
      }
    }
    return {};
  }
};

struct Jurisdictions::State {
  std::once_flag once;
  Table table;
};

Jurisdictions::Jurisdictions(std::string file, std::string zones)
    : file_(std::move(file)), zones_(std::move(zones)), state_(std::make_unique<State>()) {}
Jurisdictions::~Jurisdictions() = default;

const Jurisdictions::Table& Jurisdictions::table() const {
  std::call_once(state_->once, [this] { state_->table.read(file_, zones_); });
  return state_->table;
}

Result<void> Jurisdictions::load() const {
  const auto& error = table().error;
  return error ? Result<void>(*error) : Result<void>();
}

FoundJurisdiction Jurisdictions::find(std::string_view text) const {
  const auto& known = table();
  std::vector<std::uint32_t> rows;  // all that the name so far may mean
  std::size_t end = 0;
  for (bool more = true; more;) {
    more = false;
    for (std::size_t size = std::min(known.longest, text.size() - end); size > 0 && !more; --size) {
      const auto it = known.by_name.find(text.substr(end, size));
      std::vector<std::uint32_t> next;
      for (auto row = it != known.by_name.end() ? it->second : kNone; row != kNone; row = known.rows[row].same_name) {
        const bool fits = rows.empty() || std::any_of(rows.begin(), rows.end(),
                                                      [&](std::uint32_t above) { return known.is_below(row, above); });
        if (fits) {
          next.push_back(row);
        }
      }
      if (!next.empty()) {
        rows = std::move(next);
        end += size;
        more = true;
      }
    }
  }
  return {text.substr(0, end), rows.size() == 1 ? known.rows[rows.front()].code : std::string_view{},
          known.division_of(rows)};
}

std::string_view Jurisdictions::name(std::string_view code) const {
  const auto& known = table();
  const auto it = known.by_code.find(code);
  return it != known.by_code.end() ? known.rows[it->second].name : std::string_view{};
}

std::string_view Jurisdictions::province_by_short_name(std::string_view text) const {
  std::size_t best = 0;  // length of the name, then rank: of two that are as long the city before the county
  std::string_view province;
  bool several = false;
  for (const auto& row : table().rows) {
    const std::size_t size = row.code.empty() ? 0 : short_name_size(text, row.name, row.code);
    const std::size_t weight = size == 0 ? 0 : 2 * size + (is_city(row.code) ? 1 : 0);
    if (weight == 0 || weight < best) {
      continue;
    }
    const auto here = row.code.substr(0, 2);
    several = weight == best && (several || here != province);
    best = weight;
    province = here;
  }
  return several || province.empty() ? std::string_view{} : name(std::string(province) + "0000");
}

std::string_view Jurisdictions::only_province_in(const std::vector<std::string_view>& texts) const {
  std::string_view only;
  for (const auto& row : table().rows) {
    const bool named = is_province(row.code) && std::any_of(texts.begin(), texts.end(), [&](std::string_view text) {
                         return text.find(row.name) != std::string_view::npos;
                       });
    if (named && !only.empty()) {
      return {};
    }
    only = named ? row.name : only;
  }
  return only;
}

std::vector<std::string_view> Jurisdictions::like(std::string_view text) const {
  constexpr std::size_t kMost = 3;
  std::vector<std::string_view> names;
  for (const auto& row : table().rows) {
    const bool fits = !text.empty() && row.name.starts_with(text);
    if (fits && std::find(names.begin(), names.end(), row.name) == names.end()) {
      names.push_back(row.name);
      if (names.size() == kMost) {
        break;
      }
    }
  }
  return names;
}

}  // namespace nianbao
