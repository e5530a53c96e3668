// What people call the things of a ledger.
#pragma once

#include <string>

#include <nianbao/ledger.hpp>

namespace nianbao::words {

[[nodiscard]] const std::string& of(FactFate fate, Language language);
[[nodiscard]] const std::string& of(BlankReason reason, Language language);
[[nodiscard]] const std::string& of(Fidelity fidelity, Language language);
[[nodiscard]] const std::string& of(LedgerNote::Kept kept, Language language);
[[nodiscard]] const std::string& of(LedgerOmission::Kind kind, Language language);
/// The figure as it was reported, else its value, with its note.
[[nodiscard]] std::string figure(const Fact& fact);

}  // namespace nianbao::words
