// What the host gives a plugin for one call.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/sdk/diagnostic.hpp>
#include <nianbao/sdk/message.hpp>
#include <nianbao/sdk/relations.hpp>

namespace nianbao {

class Vocabulary;
class SentencePatterns;

/// Limits are part of the contract: a plugin that would exceed one returns an Error that names it.
struct Limits {
  std::uint64_t input_bytes = 64ULL << 20U;
  std::uint32_t inflate_ratio = 200;
  std::uint32_t nesting = 500;        ///< open elements, lists in lists, tables in cells
  std::uint32_t cells = 200000;       ///< cells of one table's grid
  std::uint32_t pages = 2000;
  std::uint32_t milliseconds = 60000;
};

/// Options of one call by name, as given with --reader-option and --writer-option.
using Options = std::map<std::string, std::string, std::less<>>;

/// What every call gets. References stay valid during the call. One Context for each report being
/// worked on; not shared between threads.
struct Context {
  const Limits& limits;
  DiagnosticSink& diagnostics;
  const Options& options;
  Language language = Language::zh;
};

/// For format families: what the rule packs in force say.
struct FormatContext {
  const Limits& limits;
  DiagnosticSink& diagnostics;
  const Vocabulary& vocabulary;
  const SentencePatterns* patterns = nullptr;       ///< null if no pack has any
  const std::vector<Relation>* relations = nullptr;  ///< sums that must hold in the template's forms; null if none
  Language language = Language::zh;
};

}  // namespace nianbao
