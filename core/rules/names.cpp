#include <nianbao/rules.hpp>

namespace nianbao {

std::string_view to_string(BasisKind kind) noexcept {
  switch (kind) {
    case BasisKind::printed:
      return "printed";
    case BasisKind::regulation:
      return "regulation";
    case BasisKind::inferred:
      break;
  }
  return "inferred";
}

std::string_view to_string(Fidelity fidelity) noexcept {
  switch (fidelity) {
    case Fidelity::exact:
      return "exact";
    case Fidelity::derived:
      return "derived";
    case Fidelity::approximate:
      break;
  }
  return "approximate";
}

/// Stands in where no compiler of sentence patterns is linked.
__attribute__((weak)) Result<std::shared_ptr<const SentencePatterns>> compile_sentence_patterns(
    const ProseRules& /*rules*/, const Vocabulary& /*vocabulary*/) {
  return std::shared_ptr<const SentencePatterns>();
}

}  // namespace nianbao
