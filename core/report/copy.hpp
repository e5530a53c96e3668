// Copies of a Report's parts whose texts live in another arena.
#pragma once

#include <nianbao/sdk/report.hpp>

namespace nianbao {

[[nodiscard]] ConceptKey copy(const ConceptKey& key, Arena& arena);
[[nodiscard]] Fact copy(const Fact& fact, Arena& arena);
[[nodiscard]] Form copy(const Form& form, Arena& arena);
[[nodiscard]] Claim copy(const Claim& claim, Arena& arena);
[[nodiscard]] SectionBlock copy(const SectionBlock& block, Arena& arena);
[[nodiscard]] Section copy(const Section& section, Arena& arena);
[[nodiscard]] Attachment copy(const Attachment& attachment, Arena& arena);
[[nodiscard]] SignOff copy(const SignOff& signoff, Arena& arena);
/// Input, rules, title, issuer, jurisdiction, year, dates, numbers and contact: all that stands
/// before and after the body, but the sign-off.
void copy_header(const Report& from, Report& to);
/// Takes the texts of all places (part, sheet, cell) into the report's own memory: they were read from a
/// Document that may go before the report does.
void own_places(Report& report);

}  // namespace nianbao
