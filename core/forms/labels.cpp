#include "forms/labels.hpp"

#include <algorithm>

namespace nianbao::forms {

bool LabelRange::has(LabelRole role, std::size_t form) const noexcept {
  return std::any_of(first, last, [&](const TemplateLabel& l) { return l.role == role && l.form == form; });
}

bool LabelRange::has_form(std::size_t form) const noexcept {
  return std::any_of(first, last, [&](const TemplateLabel& l) { return l.form == form; });
}

bool LabelRange::ambiguous() const noexcept {
  return std::any_of(first, last, [&](const TemplateLabel& l) { return l.form != first->form; });
}

LabelRange LabelIndex::exact(std::string_view key) const {
  const auto& labels = format_.labels;
  const auto first = std::lower_bound(labels.begin(), labels.end(), key,
                                      [](const TemplateLabel& l, std::string_view k) { return l.key < k; });
  auto last = first;
  while (last != labels.end() && last->key == key) {
    ++last;
  }
  return {labels.data() + (first - labels.begin()), labels.data() + (last - labels.begin())};
}

LabelRange LabelIndex::find(std::string_view key) const {
  if (key.empty()) {
    return {};
  }
  const auto found = exact(key);
  if (!found.empty()) {
    return found;
  }
  const auto canonical = vocabulary_.canonical_label(key);
  return canonical.empty() || canonical == key ? LabelRange{} : exact(match_key(canonical));
}

namespace {

/// Words of one label may be set apart by single blanks; more than this many never are.
constexpr std::uint32_t kMostWords = 4;

bool may_be_label(const Token& token) { return token.kind == TokenKind::label && !token.spanned && !token.key.empty(); }

/// The longest run of words from here that is a label; none if not even the word is one.
std::optional<Hit> longest_hit(const Rows& rows, const Row& row, std::uint32_t at, const LabelIndex& index) {
  std::optional<Hit> best;
  std::string key(rows.tokens[at].key);
  for (std::uint32_t end = at + 1;; ++end) {
    if (const auto labels = index.find(key); !labels.empty()) {
      best = Hit{at, end, labels};
    }
    const bool more = row.layout == Layout::text && end < row.last && end - at < kMostWords &&
                      rows.tokens[end].joined && may_be_label(rows.tokens[end]);
    if (!more) {
      return best;
    }
    key.append(rows.tokens[end].key);
  }
}

}  // namespace

void find_hits(const Rows& rows, const Row& row, const LabelIndex& index, std::vector<Hit>& hits) {
  hits.clear();
  for (auto at = row.first; at < row.last; ++at) {
    if (!may_be_label(rows.tokens[at])) {
      continue;
    }
    if (const auto hit = longest_hit(rows, row, at, index)) {
      hits.push_back(*hit);
      at = hit->to - 1;
    }
  }
}

bool is_header(const Rows& rows, const Row& row, const std::vector<Hit>& hits, std::size_t form) {
  bool heads = false;
  for (const auto& hit : hits) {
    heads = heads || hit.labels.has(LabelRole::column, form) || hit.labels.has(LabelRole::spanner, form) ||
            hit.labels.has(LabelRole::corner, form) || hit.labels.has(LabelRole::heading, form);
    const bool row_label = hit.labels.has(LabelRole::row, form) && !hit.labels.has(LabelRole::column, form);
    if (row_label) {
      return false;
    }
  }
  const bool figures = std::any_of(rows.tokens.begin() + row.first, rows.tokens.begin() + row.last,
                                   [](const Token& t) { return t.kind == TokenKind::number; });
  return heads && !figures;
}

}  // namespace nianbao::forms
