// The rule packs of the search path, and the sets of them in force.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/rules.hpp>

namespace nianbao {

class Jurisdictions;

/// A pack as its pack.yaml tells.
struct PackInfo {
  std::string id;
  std::string version;
  Message title;
  std::string extends;  ///< empty: none
  std::string folder;
  struct AppliesTo {
    std::vector<std::string> jurisdictions;  ///< names, or GB/T 2260 codes of 2, 4 or 6 digits
    YearRange years;
    std::vector<std::string> formats;
    bool stated = false;  ///< false: in force only where it is asked for or extended
  } applies_to;
  bool shadowed = false;  ///< an earlier folder of the search path has a pack of this id
  RuleOrigin origin;
};

/// A fault in a file of a pack.
struct RuleFault {
  std::string code;  ///< stable id in kebab-case, such as unknown-concept
  Message message;
  Message hint;  ///< what to do; may be empty
  RuleOrigin where;
  std::string line;  ///< the text of the line
};

/// file:line:column: message, the line, a caret under the column, the hint.
[[nodiscard]] std::string to_string(const RuleFault& fault, Language language);

/// For which report rules are asked.
struct RuleQuery {
  std::string_view jurisdiction;       ///< name, which may stand for its code; may be empty
  std::string_view jurisdiction_code;  ///< GB/T 2260, six digits; may be empty
  int year = 0;                        ///< 0: unknown, then years are not looked at
  std::string_view format;             ///< id of the skeleton's template; may be empty
  std::string_view target;             ///< id of the template it is converted to; may be empty
  std::vector<std::string> packs;      ///< packs asked for by --rules, in force in any case
};

/// The packs found. Thread-safe; sets are compiled once and shared.
class RuleStore {
 public:
  virtual ~RuleStore() = default;

  /// Lists the packs in these folders (`rules` of each bundle, the first found wins); reads only each
  /// pack.yaml. A faulty pack.yaml is kept as a fault and makes the pack unusable, nothing more.
  [[nodiscard]] static std::shared_ptr<const RuleStore> load(const std::vector<std::string>& folders);

  [[nodiscard]] virtual const std::vector<PackInfo>& packs() const noexcept = 0;
  /// The divisions and zones that the base pack lists; never null.
  [[nodiscard]] virtual std::shared_ptr<const Jurisdictions> divisions() const noexcept = 0;
  /// Faults of pack.yaml files.
  [[nodiscard]] virtual const std::vector<RuleFault>& faults() const noexcept = 0;
  /// The rules in force: `national`, every pack that applies, those asked for, and what they extend,
  /// from the general to the particular. The Error (kind rules) lists all faults of these packs.
  [[nodiscard]] virtual Result<std::shared_ptr<const RuleSet>> effective(const RuleQuery& query) const = 0;
  /// All faults of one pack and what it extends.
  [[nodiscard]] virtual std::vector<RuleFault> lint(std::string_view pack) const = 0;
};

}  // namespace nianbao
