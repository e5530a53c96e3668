// The words of outline.yaml, folded.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nianbao/outline.hpp>

namespace nianbao {

/// Folded words, the longest first.
using Words = std::vector<std::u32string>;

/// Words that lead to a field of the report each.
struct ContactWords {
  Words address, postcode, phone, fax, email, url;
};
struct SignOffWords {
  Words responsible, reviewer, preparer, phone, date, other;
};
struct PropertyWords {
  Words title, issuer, published, index_number, document_number, other;
};

struct OutlineWords {
  Words title_ends, title_joints, title_not_in;
  Words bodies, areas, zones, parents;
  PropertyWords properties;
  ContactWords contact;
  SignOffWords signoff;
  Words furniture_lines, furniture_starts, furniture_ends, furniture_holds;
  Words heading_ends, heading_goes_on, heading_never_starts, heading_parts;
  Words contents;
  Words attachment_starts;
  Words period_leads;
  Words coverage_leads, coverage_area, coverage_body;
};

/// The longest word the text starts with; empty if none.
[[nodiscard]] std::u32string_view starts_with_word(std::u32string_view text, const Words& words) noexcept;
[[nodiscard]] std::u32string_view ends_with_word(std::u32string_view text, const Words& words) noexcept;
[[nodiscard]] bool contains_word(std::u32string_view text, const Words& words) noexcept;
[[nodiscard]] bool is_word(std::u32string_view text, const Words& words) noexcept;

}  // namespace nianbao
