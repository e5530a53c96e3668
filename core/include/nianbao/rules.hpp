// Rule packs as they are in force for one report.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/sdk/concept.hpp>
#include <nianbao/sdk/diagnostic.hpp>
#include <nianbao/sdk/report.hpp>
#include <nianbao/sdk/result.hpp>
#include <nianbao/sdk/template.hpp>
#include <nianbao/sdk/vocabulary.hpp>

namespace nianbao {

class Expression;
class SentencePatterns;

/// Where an item of a rule pack was written.
struct RuleOrigin {
  std::string pack;
  std::string file;
  std::uint32_t line = 0;    ///< from 1
  std::uint32_t column = 0;  ///< characters, from 1
};

/// On what a rule stands: an inferred rule is never worded as law.
enum class BasisKind { printed, regulation, inferred };

/// exact: the same meaning; derived: computed, meaning kept; approximate: nearest concept, meaning differs.
enum class Fidelity { exact, derived, approximate };

/// Headings by which a section is known.
struct HeadingRule {
  std::string id;
  SectionKind kind = SectionKind::overview;
  std::vector<std::string> phrases;  ///< as printed; matched folded, the longest first
  RuleOrigin origin;
};

/// A relation that must hold.
struct CheckRule {
  std::string id;  ///< pack/…/id
  FindingKind kind = FindingKind::arithmetic;
  FindingSeverity severity = FindingSeverity::error;
  std::vector<std::string> each;  ///< dimensions run over, members and total
  std::shared_ptr<const Expression> when;  ///< null: always
  std::shared_ptr<const Expression> assertion;
  Message message;
  std::string basis;
  BasisKind basis_kind = BasisKind::inferred;
  std::vector<std::string> formats;  ///< templates it is for; empty: all
  RuleOrigin origin;
};

/// One line of a mapping between generations: concept to concept.
struct MappingRule {
  std::string id;
  ConceptKey to;  ///< texts live in the RuleSet
  std::vector<std::string> each;
  std::shared_ptr<const Expression> from;  ///< null: explicitly unmapped, see note
  std::shared_ptr<const Expression> when;
  Fidelity fidelity = Fidelity::derived;
  Message note;  ///< reason shown in the ledger
  RuleOrigin origin;
};

/// The rules in force: packs merged in order of `extends`. Immutable, thread-safe.
class RuleSet {
 public:
  virtual ~RuleSet() = default;
  [[nodiscard]] virtual const std::vector<Report::Pack>& packs() const noexcept = 0;
  [[nodiscard]] virtual const Vocabulary& vocabulary() const noexcept = 0;
  [[nodiscard]] virtual const std::vector<HeadingRule>& headings() const noexcept = 0;
  [[nodiscard]] virtual const std::vector<CheckRule>& checks() const noexcept = 0;
  [[nodiscard]] virtual const std::vector<MappingRule>& mappings() const noexcept = 0;
  /// Null if no pack has sentence patterns.
  [[nodiscard]] virtual const SentencePatterns* patterns() const noexcept = 0;
};

}  // namespace nianbao
