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

Error faulty(const std::string& file, std::size_t line) {
  Error error;
  error.kind = ErrorKind::rules;
  error.code = "jurisdictions-faulty";
  error.message = {"行政区划代码表的这一行不是“代码、名称、上级代码”三栏。",
                   "This line of the table of jurisdictions is not code, name and the code above."};
  error.where = file + ":" + std::to_string(line);
  error.hint = {"请改正该行，或重新安装规则包national。", "Correct the line, or install the rule pack national again."};
  return error;
}

}  // namespace

struct Jurisdictions::Table {
  std::string text;
  std::vector<Row> rows;
  std::unordered_map<std::string_view, std::uint32_t> by_name;
  std::unordered_map<std::string_view, std::uint32_t> by_code;
  std::size_t longest = 0;  ///< bytes of the longest name
  std::optional<Error> error;

  void read(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
      error = Error{ErrorKind::rules,
                    "jurisdictions-missing",
                    {"找不到行政区划代码表。", "The table of jurisdictions is missing."},
                    file,
                    {"请重新安装规则包national。", "Install the rule pack national again."}};
      return;
    }
    std::ostringstream content;
    content << stream.rdbuf();
    text = content.str();
    parse(file);
    link();
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
        error = faulty(file, line);
        rows.clear();
        return;
      }
      rows.push_back(row);
    }
  }

  void link() {
    by_name.reserve(rows.size());
    by_code.reserve(rows.size());
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
      by_code.emplace(rows[i].code, i);
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
};

struct Jurisdictions::State {
  std::once_flag once;
  Table table;
};

Jurisdictions::Jurisdictions(std::string file) : file_(std::move(file)), state_(std::make_unique<State>()) {}
Jurisdictions::~Jurisdictions() = default;

const Jurisdictions::Table& Jurisdictions::table() const {
  std::call_once(state_->once, [this] { state_->table.read(file_); });
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
  return {text.substr(0, end), rows.size() == 1 ? known.rows[rows.front()].code : std::string_view{}};
}

std::string_view Jurisdictions::name(std::string_view code) const {
  const auto& known = table();
  const auto it = known.by_code.find(code);
  return it != known.by_code.end() ? known.rows[it->second].name : std::string_view{};
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
