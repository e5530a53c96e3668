// The administrative divisions of China with their codes (GB/T 2260).
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/sdk/result.hpp>

namespace nianbao {

/// A jurisdiction found at the beginning of a name.
struct FoundJurisdiction {
  std::string_view name;  ///< as written: 白银市平川区; a view into the text that was asked for
  std::string_view code;  ///< six digits; empty where the name alone is not enough (there are five 鼓楼区)
};

/// The table of jurisdictions.tsv (code, name, code of the one above). Reads the file when it is first
/// asked and not before. Immutable from outside; thread-safe.
class Jurisdictions {
 public:
  /// Nothing is read yet.
  explicit Jurisdictions(std::string file);
  ~Jurisdictions();
  Jurisdictions(const Jurisdictions&) = delete;
  Jurisdictions& operator=(const Jurisdictions&) = delete;

  /// Reads the table now. An Error (kind rules) if the file is missing or faulty; `find` and `name`
  /// find nothing then.
  [[nodiscard]] Result<void> load() const;
  /// The jurisdiction the text begins with, the longest chain of them: 白银市平川区人民政府 is 平川区 of
  /// 白银市. An empty name if it begins with none.
  [[nodiscard]] FoundJurisdiction find(std::string_view text) const;
  /// Name by code; empty if there is no such code.
  [[nodiscard]] std::string_view name(std::string_view code) const;
  /// At most three names that begin with the text, in the table's order: 太原市 for 太原.
  [[nodiscard]] std::vector<std::string_view> like(std::string_view text) const;

 private:
  struct Table;
  [[nodiscard]] const Table& table() const;

  std::string file_;
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace nianbao
