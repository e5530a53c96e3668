// Rule packs as they are in force for one report.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nianbao/concept_catalog.hpp>
#include <nianbao/expression.hpp>
#include <nianbao/sdk/arena.hpp>
#include <nianbao/sdk/concept.hpp>
#include <nianbao/sdk/diagnostic.hpp>
#include <nianbao/sdk/relations.hpp>
#include <nianbao/sdk/report.hpp>
#include <nianbao/sdk/result.hpp>
#include <nianbao/sdk/template.hpp>
#include <nianbao/sdk/vocabulary.hpp>

namespace nianbao {

class SentencePatterns;

/// Where an item of a rule pack was written.
struct RuleOrigin {
  std::string pack;
  std::string file;          ///< path as the pack was found
  std::uint32_t line = 0;    ///< from 1
  std::uint32_t column = 0;  ///< characters, from 1
};

/// Where packs further down overrode a rule, from the general to the particular.
using RuleChanges = std::vector<RuleOrigin>;

/// On what a rule stands: an inferred rule is never worded as law.
enum class BasisKind { printed, regulation, inferred };
[[nodiscard]] std::string_view to_string(BasisKind kind) noexcept;

/// exact: the same meaning; derived: computed, meaning kept; approximate: nearest concept, meaning differs.
enum class Fidelity { exact, derived, approximate };
[[nodiscard]] std::string_view to_string(Fidelity fidelity) noexcept;

/// Headings by which a section is known.
struct HeadingRule {
  std::string id;
  SectionKind kind = SectionKind::overview;
  std::vector<std::string> phrases;  ///< as printed; matched folded, the longest first
  YearRange years;
  Message basis;                   ///< the form, the regulation or the kind of report that has it so; may be empty
  std::optional<RuleOrigin> lock;  ///< where packs further down were forbidden to change it
  RuleOrigin origin;
  RuleChanges changes;
};

/// A list of counters, or the units of one quantity by powers of ten.
struct UnitList {
  std::string name;
  bool measure = false;
  std::vector<std::pair<std::string, int>> units;  ///< word and exponent; 0 of counters
  RuleOrigin origin;
  RuleChanges changes;
};

/// Other wordings of one label, by one pack.
struct LabelRule {
  std::string label;
  std::vector<std::string> wordings;
  Message basis;  ///< as that of a heading
  RuleOrigin origin;
};

/// Names of one issuer: the first is the full one.
struct IssuerRule {
  std::string name;
  std::vector<std::string> aliases;
  RuleOrigin origin;
};

/// A relation that must hold.
struct CheckRule {
  std::string id;  ///< pack/id, with the pack that first defined it
  FindingKind kind = FindingKind::arithmetic;
  FindingSeverity severity = FindingSeverity::error;
  std::vector<std::string> each;           ///< dimensions run over, members and total; `concept` for the concepts below
  std::vector<std::string> concepts;       ///< for each: concept; ids and wildcards
  std::shared_ptr<const Expression> when;  ///< null: always
  std::shared_ptr<const Expression> assertion;
  Decimal tolerance;
  Message message;  ///< with places to fill in, docs/rule-packs.md; empty: worded by the check engine
  Message basis;
  BasisKind basis_kind = BasisKind::inferred;
  std::vector<std::string> formats;  ///< templates it is for, and those that extend them; empty: all
  YearRange years;
  std::optional<RuleOrigin> lock;  ///< where packs further down were forbidden to change it
  RuleOrigin origin;
  RuleChanges changes;
};

/// One line of a mapping between generations: concept to concept. Lines for one concept are tried in
/// their order; the first whose condition holds and whose figures are known is used.
struct MappingRule {
  std::string id;  ///< pack/id, with the pack that first defined it
  ConceptKey to;   ///< texts live in the RuleSet
  std::vector<std::string> each;
  std::shared_ptr<const Expression> from;  ///< null: explicitly unmapped, `note` is the reason
  std::shared_ptr<const Expression> when;  ///< null: always
  Fidelity fidelity = Fidelity::derived;
  Message note;  ///< reason shown in the ledger
  Message basis;
  std::vector<std::string> from_formats;  ///< empty: any
  std::vector<std::string> to_formats;    ///< empty: any
  std::optional<RuleOrigin> lock;         ///< where packs further down were forbidden to change it
  RuleOrigin origin;
  RuleChanges changes;
};

/// A named list of words, used by sentence patterns.
struct ProseWords {
  std::string name;
  std::vector<std::string> words;
  RuleOrigin origin;
};

/// A sentence pattern as written; compiled by compile_sentence_patterns.
struct ProsePattern {
  std::string id;  ///< pack/id
  std::string pattern;
  ConceptKey key;    ///< texts live in the RuleSet; id empty where the pattern binds no concept (a claim, a guard)
  std::string unit;  ///< unit asked for; empty: the concept's
  std::optional<Status> status;      ///< the pattern states this status (stated_zero) instead of a number
  std::optional<ClaimKind> claim;    ///< the pattern makes a claim
  std::vector<SectionKind> context;  ///< sections it is read in; empty: all
  YearRange years;                   ///< years of the report
  std::vector<std::pair<std::string, std::string>> options;  ///< further keys of the pattern, in their order
  Message basis;                                             ///< as that of a heading
  std::optional<RuleOrigin> lock;                            ///< where packs further down were forbidden to change it
  RuleOrigin origin;
  RuleChanges changes;
  RuleOrigin pattern_origin;  ///< first character of the pattern's text
};

struct ProseRules {
  std::vector<ProseWords> words;
  std::vector<ProsePattern> patterns;
};

/// An item that a pack took out of force.
struct DisabledRule {
  std::string id;  ///< pack/id
  std::string by;  ///< the pack that disabled it
  Message reason;  ///< may be empty
  RuleOrigin origin;
};

/// The rules in force: packs merged in order of `extends`. Immutable, thread-safe.
class RuleSet {
 public:
  virtual ~RuleSet() = default;
  [[nodiscard]] virtual const std::vector<Report::Pack>& packs() const noexcept = 0;
  [[nodiscard]] virtual const ConceptCatalog& concepts() const noexcept = 0;
  [[nodiscard]] virtual const Vocabulary& vocabulary() const noexcept = 0;
  [[nodiscard]] virtual const std::vector<HeadingRule>& headings() const noexcept = 0;
  /// Patterns of sentences that speak of a report's structure (`由…个方面组成`) and do not move into
  /// another format: pieces of text with … for anything between them, compared folded.
  [[nodiscard]] virtual const std::vector<std::string>& structure_sentences() const noexcept = 0;
  [[nodiscard]] virtual const std::vector<IssuerRule>& issuers() const noexcept = 0;
  [[nodiscard]] virtual const std::vector<CheckRule>& checks() const noexcept = 0;
  [[nodiscard]] virtual const std::vector<MappingRule>& mappings() const noexcept = 0;
  [[nodiscard]] virtual const ProseRules& prose() const noexcept = 0;
  /// Labels as the packs list them; Vocabulary::canonical_label is what they come to.
  [[nodiscard]] virtual const std::vector<LabelRule>& labels() const noexcept;
  /// Lists of counters and quantities.
  [[nodiscard]] virtual const std::vector<UnitList>& units() const noexcept;
  /// Where a concept was defined; null if it is unknown.
  [[nodiscard]] virtual const RuleOrigin* concept_origin(std::string_view id) const noexcept;
  /// The forms that print a concept, or where else it comes from; null if it is unknown.
  [[nodiscard]] virtual const Message* concept_basis(std::string_view id) const noexcept;
  /// Items of all kinds that packs took out of force.
  [[nodiscard]] virtual const std::vector<DisabledRule>& disabled() const noexcept = 0;
  /// Null if no pack has sentence patterns.
  [[nodiscard]] virtual const SentencePatterns* patterns() const noexcept = 0;
};

/// The rounds of a rule's `each` in the order of concepts.yaml: the product of its dimensions' members
/// (totals included, and the absence of the dimension where that has a meaning), and for `concept` the
/// ids of `concepts` that the source has. `base` holds dimensions given from outside (instance). A rule
/// without `each` gives one round. Texts live in the catalog, the rule, the source and `base`.
[[nodiscard]] std::vector<Binding> rounds_of(const std::vector<std::string>& each,
                                             const std::vector<std::string>& concepts, const ConceptCatalog& catalog,
                                             const KeySource& source, const Dims& base = {});

/// The round of `each` in which the line leads to this key; none if it never does. Texts live in the
/// rule and the key.
[[nodiscard]] std::optional<Binding> round_to(const MappingRule& rule, const ConceptKey& key);

/// Which checks with a condition are relations.
enum class Conditional {
  left_out,
  on_own_figures,  ///< those that ask that figures of their own sums be known; they hold where all terms are known
};

/// The relations a check states over the keys at hand: one for each round in which all its cells
/// exist; groups and wildcards written out. Empty if the assertion is not linear (==, <=, >= between
/// sums without constants) or the rule has a condition, but for those asked for. Terms' texts live as those of
/// rounds_of.
[[nodiscard]] std::vector<Relation> relations_for(const CheckRule& rule, const KeySource& keys, const Dims& base = {},
                                                  Conditional conditional = Conditional::left_out);

/// Compiles the patterns in force. Null if there are none.
[[nodiscard]] Result<std::shared_ptr<const SentencePatterns>> compile_sentence_patterns(const ProseRules& rules,
                                                                                        const Vocabulary& vocabulary);

}  // namespace nianbao
