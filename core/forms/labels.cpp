#include "forms/labels.hpp"

#include <algorithm>

#include <nianbao/sdk/text.hpp>

#include "forms/trailing_unit.hpp"

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

LabelIndex::LabelIndex(const Template& format, const Vocabulary& vocabulary)
    : format_(format), vocabulary_(vocabulary) {
  for (const auto& label : format.labels) {
    known_[label.hash % kBits / 64] |= std::uint64_t{1} << label.hash % 64;
  }
}

LabelRange LabelIndex::exact(std::uint64_t hash) const {
  if ((known_[hash % kBits / 64] >> hash % 64 & 1U) == 0) {
    return {};
  }
  const auto& labels = format_.labels;
  const auto first = std::lower_bound(labels.begin(), labels.end(), hash,
                                      [](const TemplateLabel& l, std::uint64_t h) { return l.hash < h; });
  auto last = first;
  while (last != labels.end() && last->hash == hash) {
    ++last;
  }
  return {labels.data() + (first - labels.begin()), labels.data() + (last - labels.begin())};
}

LabelRange LabelIndex::find(const Token& token) const {
  const auto found = exact(token.hash);
  return found.empty() && token.synonym != 0 ? exact(token.synonym) : found;
}

LabelRange LabelIndex::find(const TextKey& text) const {
  if (text.key.empty()) {
    return {};
  }
  const auto found = exact(text.hash);
  if (!found.empty()) {
    return found;
  }
  const auto canonical = vocabulary_.canonical_label(text.key);
  if (!canonical.empty() && canonical != text.key) {
    return exact(label_hash(match_key(canonical)));
  }
  const auto label = without_unit(text.key, vocabulary_);
  return label.empty() ? LabelRange{} : exact(label_hash(label));
}

namespace {

/// Words of one label may be set apart by single blanks; more than this many never are.
constexpr std::uint32_t kMostWords = 4;

bool may_be_label(const Token& token) { return token.kind == TokenKind::label && !token.spanned && !token.key.empty(); }

/// The longest run of words from here that is a label; none if not even the word is one.
std::optional<Hit> longest_hit(const Rows& rows, const Row& row, std::uint32_t at, const LabelIndex& index) {
  std::optional<Hit> best;
  if (const auto labels = index.find(rows.tokens[at]); !labels.empty()) {
    best = Hit{at, at + 1, labels};
  }
  std::string key;
  for (auto end = at + 1; row.layout == Layout::text && end < row.last && end - at < kMostWords; ++end) {
    if (!rows.tokens[end].joined || !may_be_label(rows.tokens[end])) {
      break;
    }
    key.append(key.empty() ? rows.tokens[at].key : std::string_view()).append(rows.tokens[end].key);
    if (const auto labels = index.find(TextKey{key, label_hash(key)}); !labels.empty()) {
      best = Hit{at, end + 1, labels};
    }
  }
  return best;
}

/// （七）总计 names a row and a column: columns are not numbered.
bool is_numbered(const Rows& rows, const Row& row) {
  return row.layout == Layout::text && row.last == row.first + 1 &&
         !label_key(rows.tokens[row.first].text).number.empty();
}

/// 3.其他 names a row and a column: before cells that are all blank or dashed, alone or behind the labels of the groups
/// it is in, it is the row's.
bool is_row_without_figures(const Rows& rows, const Row& row, std::span<const Hit> hits, std::size_t form) {
  const Hit& hit = hits.back();
  constexpr std::uint32_t kLeastCells = 2;
  constexpr std::uint32_t kLeastLines = 4;
  const bool cells_only = std::all_of(rows.tokens + hit.to, rows.tokens + row.last, [](const Token& t) {
    return t.kind == TokenKind::blank || t.kind == TokenKind::dash;
  });
  const auto is_of_group = [&](std::uint32_t at) {
    return std::any_of(hits.begin(), hits.end() - 1, [&](const Hit& other) {
      return other.from <= at && at < other.to && other.labels.has(LabelRole::group, form);
    });
  };
  bool alone = true;
  for (auto at = row.first; at < hit.from; ++at) {
    const Token& token = rows.tokens[at];
    alone = alone && (token.kind != TokenKind::label || token.spanned || is_of_group(at));
  }
  return alone && cells_only && (row.last - hit.to >= kLeastCells || row.empty_lines >= kLeastLines);
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

bool is_header(const Rows& rows, const Row& row, std::span<const Hit> hits, std::size_t form) {
  bool heads = false;
  for (const auto& hit : hits) {
    heads = heads || hit.labels.has(LabelRole::column, form) || hit.labels.has(LabelRole::spanner, form) ||
            hit.labels.has(LabelRole::corner, form) || hit.labels.has(LabelRole::heading, form);
    const bool row_label = hit.labels.has(LabelRole::row, form) && !hit.labels.has(LabelRole::column, form);
    if (row_label) {
      return false;
    }
  }
  if (!hits.empty() && hits.back().labels.has(LabelRole::row, form) &&
      (is_row_without_figures(rows, row, hits, form) || (hits.size() == 1 && is_numbered(rows, row)))) {
    return false;
  }
  const bool figures = std::any_of(rows.tokens + row.first, rows.tokens + row.last,
                                   [](const Token& t) { return t.kind == TokenKind::number; });
  return heads && !figures;
}

}  // namespace nianbao::forms
