// Claims of a template on a Document.
#include <algorithm>

#include <nianbao/sdk/forms.hpp>

#include "forms/align.hpp"
#include "forms/regions.hpp"

namespace nianbao::forms {
namespace {

/// Rows as pieces: rows of a table and lines of a text that follow each other are one piece. The first
/// begins with the first label of the form: a line may hold other things in front of it.
std::vector<Piece> pieces_of(const Rows& rows, const std::vector<std::uint32_t>& indices, const LabelIndex& index) {
  std::vector<Piece> pieces;
  std::uint32_t last = 0;
  for (const auto at : indices) {
    const Row& row = rows.rows[at];
    const bool goes_on = !pieces.empty() && pieces.back().block == row.block && at == last + 1;
    if (!goes_on) {
      pieces.push_back({row.block, row.table_row, row.table_row, row.byte_from, row.byte_to});
    }
    // Parts of a table that stand side by side follow each other: its rows come again.
    pieces.back().row_from = std::min(pieces.back().row_from, row.table_row);
    pieces.back().row_to = std::max(pieces.back().row_to, row.table_row);
    pieces.back().byte_to = row.byte_to;
    last = at;
  }
  std::vector<Hit> hits;
  find_hits(rows, rows.rows[indices.front()], index, hits);
  if (pieces.front().byte_to != 0 && !hits.empty()) {
    pieces.front().byte_from = rows.tokens[hits.front().from].byte;
  }
  return pieces;
}

/// The rows of a region alone, for aligning them.
Rows rows_of_region(const Rows& all, const Region& region) {
  Rows part{{}, all.tokens, all.memory, all.keys};
  for (const auto index : region.rows) {
    part.rows.push_back(all.rows[index]);
  }
  return part;
}

/// Header words the form does not have: the columns of another generation.
std::uint32_t foreign_columns(const Rows& rows, std::size_t form, const LabelIndex& index) {
  std::vector<Hit> hits;
  std::uint32_t count = 0;
  for (const auto& row : rows.rows) {
    find_hits(rows, row, index, hits);
    if (row.layout == Layout::text || !is_header(rows, row, hits, form)) {
      continue;
    }
    for (auto at = row.first; at < row.last; ++at) {
      const Token& token = rows.tokens[at];
      const bool known = std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) { return hit.from == at; });
      count += token.kind == TokenKind::label && !token.spanned && !token.key.empty() && !known ? 1 : 0;
    }
  }
  return count;
}

Certainty certainty_of(const FormClaim& claim) {
  const auto good = claim.matched > claim.foreign ? claim.matched - claim.foreign : 0;
  if (good * 4 >= claim.expected * 3) {
    return Certainty::certain;
  }
  return good * 2 >= claim.expected ? Certainty::likely : Certainty::possible;
}

}  // namespace

std::vector<FormClaim> recognize(const Document& document, const Template& format, const FormatContext& context) {
  RowCache own;
  const Rows& rows = (context.rows != nullptr ? *context.rows : own).rows(document, context);
  const LabelIndex index(format, context.vocabulary);
  std::vector<FormClaim> claims;
  for (const auto& region : find_regions(rows, format, index)) {
    FormClaim claim;
    claim.format = &format;
    claim.form = &format.forms[region.form];
    claim.matched = region.matched;
    claim.expected = region.expected;
    const Rows part = rows_of_region(rows, region);
    const Items items = items_of(part, *claim.form, region.form, index);
    claim.foreign = static_cast<std::uint32_t>(count_foreign(part, items, format, region.form, index)) +
                    foreign_columns(part, region.form, index);
    auto all = region.rows;
    all.insert(all.end(), region.notes.begin(), region.notes.end());
    claim.pieces = pieces_of(rows, all, index);
    claim.certainty = certainty_of(claim);
    claim.glued = std::any_of(part.rows.begin(), part.rows.end(), [&](const Row& row) {
      return std::any_of(rows.tokens + row.first, rows.tokens + row.last, [](const Token& t) { return t.glued; });
    });
    claims.push_back(std::move(claim));
  }
  return claims;
}

}  // namespace nianbao::forms
