#include <nianbao/finding_identity.hpp>

#include <cstdint>

namespace nianbao {
namespace {

/// FNV-1a with 64 bits: stable over platforms and releases, which is all that is asked of it.
class Hash {
 public:
  void add(std::string_view text) {
    for (const char c : text) {
      byte(static_cast<unsigned char>(c));
    }
    byte(0);  // so that "ab","c" and "a","bc" differ
  }
  [[nodiscard]] std::string hex() const {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (int shift = 60; shift >= 0; shift -= 4) {
      text.push_back(kDigits[(value_ >> static_cast<unsigned>(shift)) & 0xFU]);
    }
    return text;
  }

 private:
  void byte(unsigned char b) { value_ = (value_ ^ b) * 0x100000001B3ULL; }
  std::uint64_t value_ = 0xCBF29CE484222325ULL;
};

const Fact* fact_of(const FindingFact& named, const Report& report) {
  return named.fact < report.facts.size() ? &report.facts[named.fact] : nullptr;
}

}  // namespace

std::string finding_id(const Finding& finding, const Report& report) {
  Hash hash;
  hash.add(finding.rule);
  for (const auto& named : finding.facts) {
    hash.add(to_string(named.key));
    const auto* fact = fact_of(named, report);
    hash.add(fact != nullptr ? to_string(fact->source) : std::string_view{});
  }
  return hash.hex();
}

std::string finding_fingerprint(const Finding& finding, const Report& report) {
  Hash hash;
  hash.add(finding_id(finding, report));
  for (const auto& named : finding.facts) {
    if (const auto* fact = fact_of(named, report)) {
      hash.add(to_string(fact->status));
      hash.add(fact->value ? fact->value->to_string() : std::string{});
    }
  }
  return hash.hex();
}

}  // namespace nianbao
