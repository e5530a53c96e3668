// The administrative divisions of China with their codes (GB/T 2260), and zones that have none.
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
  std::string_view name;    ///< as written: 白银市平川区; a view into the text that was asked for
  std::string_view code;    ///< six digits; empty where the name alone is not enough (there are five 鼓楼区)
  std::string_view within;  ///< code of the smallest division that surely holds it; empty if no province does
};

/// The table of jurisdictions.tsv (code, name, code of the one above) and zones.tsv (name, code of the division
/// it lies in). Reads the files when it is first asked and not before. Immutable from outside; thread-safe.
class Jurisdictions {
 public:
  /// Nothing is read yet. Without a file of zones there are none.
  explicit Jurisdictions(std::string file, std::string zones = {});
  ~Jurisdictions();
  Jurisdictions(const Jurisdictions&) = delete;
  Jurisdictions& operator=(const Jurisdictions&) = delete;

  /// Reads the tables now. An Error (kind rules) if a file is missing or faulty; nothing is found then.
  [[nodiscard]] Result<void> load() const;
  /// The jurisdiction the text begins with, the longest chain of them: 白银市平川区人民政府 is 平川区 of
  /// 白银市. An empty name if it begins with none.
  [[nodiscard]] FoundJurisdiction find(std::string_view text) const;
  /// Name by code; empty if there is no such code.
  [[nodiscard]] std::string_view name(std::string_view code) const;
  /// Name of the province of the city or county with whose short name the text begins: 福建省 for 平潭实验区.
  /// Cities come before counties, and districts are not asked: their names are too common. Empty if none or several.
  [[nodiscard]] std::string_view province_by_short_name(std::string_view text) const;
  /// Name of the only province that the texts name; empty if none or several.
  [[nodiscard]] std::string_view only_province_in(const std::vector<std::string_view>& texts) const;
  /// At most three names that begin with the text, in the table's order: 太原市 for 太原.
  [[nodiscard]] std::vector<std::string_view> like(std::string_view text) const;

 private:
  struct Table;
  [[nodiscard]] const Table& table() const;

  std::string file_;
  std::string zones_;
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace nianbao
